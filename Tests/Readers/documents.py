"""The documents' pieces of code and what they show of their output."""

import json
import os
import pathlib
import re
import subprocess
import sys
import typing

# A piece of code, and its output where that is shown. A line `…` stands for any lines.
PIECE = r"^```(sh|sql|python)\n(.*?)^```\n(?:\n?```text\n(.*?)^```\n)?"


def answer(language, code, folder):
    """What a person sees who types it in a folder that has an output, queries and programs."""
    commands = {"sh": ["bash", "-c", code], "python": ["python3", "-c", code],
                "sql": ["duckdb", "-init", "queries/views.sql"]}
    path = f"{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}"
    result = subprocess.run(
        commands[language], input=code if language == "sql" else "", capture_output=True, text=True, cwd=folder,
        env=os.environ | {"PATH": path})
    failed = result.returncode or "Error" in result.stderr
    return "failed: " + result.stderr if failed else result.stdout


def lines(text):
    return [line.rstrip() for line in text.strip("\n").split("\n")]


def cut(answer, shown):
    """The answer with as much left out as in what was shown before."""
    found, before = lines(answer), lines(shown)
    if "…" not in before:
        return "\n".join(found) + "\n"
    head, tail = before.index("…"), len(before) - before.index("…") - 1
    return "\n".join(found[:head] + ["…"] + found[len(found) - tail:]) + "\n"


def holds(answer, shown):
    return cut(answer, shown) == "\n".join(lines(shown)) + "\n"


def replace(path, old, new):
    path.write_text(path.read_text().replace(old, new, 1))


class Example(typing.NamedTuple):
    shown: str
    now: str


def example(document, rows):
    """The shortened row of the document's first JSON block, and what it is in the table today."""
    shown = re.search(r"^```json\n(.*?)^```", document, re.M | re.S).group(1)
    row = json.loads(shown)
    words = row["text"].removesuffix(" …")
    same = [each for each in rows if each["outlet_name"] == row["outlet_name"] and each["text"].startswith(words)]
    if not same:
        return Example(shown, f"no quote of {row['outlet_name']} begins with: {words}\n")
    now = shown
    for key, value in row.items():
        present = same[0][key]
        if key == "text":
            present = value if value == present or value.endswith(" …") else present
        if isinstance(present, list):
            present = [{name: each[name] for name in value[0]} for each in present]
        written = [json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in (value, present)]
        now = now.replace(f'"{key}":{written[0]}', f'"{key}":{written[1]}')
    return Example(shown, now)

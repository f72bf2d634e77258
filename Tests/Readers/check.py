"""Reads what the pipeline writes with DuckDB, pandas, Polars and Arrow, and holds it against what was written.

  check.py FOLDER-OF-PROGRAMS [--update]    --update takes the present answers of the queries as expected, in the documents too
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema

import corpus
import documents
from readers import READERS, lines, plain

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXPECTED = ROOT / "Tests/Readers/expected"
DATE = "2026-04-01"
failures = []


def fail(message):
    failures.append(message)
    print("FAILED", message[:2000])


def write(programs, rows, output, settings=None, date=DATE):
    """Publishes rows with the program of the stage; returns the partition."""
    output.mkdir(parents=True, exist_ok=True)
    (output / "in.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    (output / "pipeline.json").write_text(json.dumps({"stages": [{"stage": "write", **(settings or {})}]}))
    partition = output / f"date={date}"
    subprocess.run(
        [programs / "pipeline-write", "--config", output / "pipeline.json", "--in", output / "in.jsonl",
         "--out", f"{partition}/", "--date", date, "--quarantine-limit", "1"], check=True)
    return partition


def tables(partition):
    return json.loads((partition / "schema.json").read_text())["$defs"]


def check_rows(partition, what):
    """Every row by every reader, and by the shipped schema."""
    definitions, count = tables(partition), 0
    for table, schema in definitions.items():
        validator = jsonschema.Draft202012Validator(schema)
        if table == "run":
            rows = [json.loads((partition / "run.json").read_text())]
        else:
            path = partition / f"{table}.jsonl"
            rows = lines(path)
            expected = [plain(row) for row in rows]
            for name, reader in READERS.items():
                try:
                    found = [plain(row) for row in reader(path, table, schema)]
                except Exception as error:
                    fail(f"{what}: {name} cannot read {table}: {error}")
                    continue
                if found != expected:
                    different = next((pair for pair in zip(found, expected) if pair[0] != pair[1]), (len(found), len(rows)))
                    fail(f"{what}: {name} reads {table} otherwise: {str(different)[:1500]}")
        count += len(rows)
        for row in rows:
            for error in validator.iter_errors(row):
                fail(f"{what}: {table}: {error.message[:300]}")
                break
    return count


def check_probes(programs, scratch):
    good = 0
    for number, (name, make) in enumerate(corpus.probe_rows(), 1):
        before = len(failures)
        partition = write(programs, make(f"p{number:02}"), scratch / f"probe-{number:02}")
        written = [row for row in json.loads((partition / "run.json").read_text())["files"] if row["path"] == "articles.jsonl"]
        if written[0]["rows"] != len(make(f"p{number:02}")):
            fail(f"{name}: rows are missing")
        check_rows(partition, name)
        good += len(failures) == before
    print(f"{good} of {len(corpus.probe_rows())} probes alike in {', '.join(READERS)}")


def duckdb(arguments, sql, folder):
    """What the command line of DuckDB prints, as a person would call it."""
    program = pathlib.Path(sys.executable).parent / "duckdb"
    result = subprocess.run(
        [program, "-csv", *arguments], input=sql, capture_output=True, text=True, cwd=folder)
    if result.returncode or "Error" in result.stderr:
        return "failed: " + result.stderr
    return result.stdout


def check_queries(programs, scratch, shipped, update):
    """Each query on the small corpus, plain and compressed, against its answer; and on the shipped corpus, where it runs."""
    folders = []
    for compression in ["none", "gzip", "zstd"]:
        folder = scratch / f"queries-{compression}"
        write(programs, corpus.query_rows(), folder / "output", {"compression": compression})
        folders.append(folder)
    views = ["-init", str(ROOT / "queries/views.sql")]
    queries = sorted(path for path in (ROOT / "queries").glob("*.sql") if path.name != "views.sql")
    for query in queries:
        if "Unit:" not in query.read_text():
            fail(f"{query.name} does not say its unit")
        expected = EXPECTED / (query.stem + ".csv")
        answers = [duckdb(views, query.read_text(), folder) for folder in folders]
        if update:
            expected.write_text(answers[0])
        for answer in answers:
            if answer != expected.read_text():
                fail(f"{query.name} answers\n{answer}\nexpected\n{expected.read_text()}")
        if len(answers[0].splitlines()) < 2:
            fail(f"{query.name} finds nothing in the small corpus")
        answer = duckdb(views, query.read_text(), shipped.parent.parent)
        if answer.startswith("failed"):
            fail(f"{query.name} on the shipped corpus: {answer}")
    print(f"{len(queries)} queries, each with its answer from plain, gzip and zstd")


def check_dates(programs, scratch):
    """Over several dates the views have what holds today."""
    folder = scratch / "dates"
    for date, rows in corpus.dated_rows().items():
        write(programs, rows, folder / "output", date=date)
    for query, expected in corpus.DATED.items():
        answer = duckdb(["-init", str(ROOT / "queries/views.sql")], query + ";", folder).split()[1:]
        if answer != expected.split():
            fail(f"{query} answers {answer}, expected {expected}")
    print(f"{len(corpus.DATED)} questions over several dates")


def check_documents(programs, shipped, update):
    """What the documents tell a person to type, and what they say comes of it."""
    folder, count = shipped.parent.parent, 0
    (folder / "queries").symlink_to(ROOT / "queries")
    (folder / ".build").mkdir()
    (folder / ".build/release").symlink_to(programs)
    for path in [ROOT / "README.md", ROOT / "docs/output.md", ROOT / "docs/ten-minutes.md"]:
        document = path.read_text()
        for match in re.finditer(documents.PIECE, document, re.M | re.S):
            language, code, shown = match.groups()
            if language == "sh" and shown is None:
                continue
            count += 1
            answer = documents.answer(language, code, folder)
            if answer.startswith("failed") or (not answer.strip() and "COPY" not in code):
                fail(f"{path.name}: {code}\n{answer}")
            elif shown is not None and not documents.holds(answer, shown):
                if update:
                    documents.replace(path, match[0], match[0].removesuffix(f"{shown}```\n")
                                      + documents.cut(answer, shown) + "```\n")
                else:
                    fail(f"{path.name} shows\n{shown}\nof\n{code}\nwhich gives\n{answer}")
    example = documents.example((ROOT / "README.md").read_text(), lines(shipped / "quotes.jsonl"))
    if example.now != example.shown:
        if update:
            documents.replace(ROOT / "README.md", example.shown, example.now)
        else:
            fail(f"README.md shows\n{example.shown}\nof a row that is\n{example.now}")
    if not list(folder.glob("*.parquet")):
        fail("the documents write no Parquet file")
    print(f"{count} pieces of code in the documents run, and give what stands there")


def main():
    programs, update = pathlib.Path(sys.argv[1]).resolve(), "--update" in sys.argv
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        shipped = scratch / f"shipped/output/date={DATE}"
        subprocess.run(
            [programs / "pipeline", "run", "--date", DATE, "--state", scratch / "state", "--output", shipped.parent],
            check=True, cwd=ROOT, stderr=subprocess.DEVNULL)
        print(f"{check_rows(shipped, 'shipped corpus')} rows of the shipped corpus valid and alike in {', '.join(READERS)}")
        check_probes(programs, scratch)
        check_queries(programs, scratch, shipped, update)
        check_dates(programs, scratch)
        check_documents(programs, shipped, update)
    sys.exit(1 if failures else 0)


main()

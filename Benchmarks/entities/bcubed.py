#!/usr/bin/env python3
"""B-cubed of entities against a corpus with coreference (Bagga & Baldwin 1998; for missing mentions Cai & Strube 2010).

  bcubed.py GOLD.jsonl EXTRACTED.jsonl

A line of GOLD: {id, text, clusters: [{type, mentions: [{start, end, kind}]}]}, of EXTRACTED: a row of extract. Counted are named
mentions (kind "name") of persons, organisations and places. Two mentions are one where one of ours lies in the gold one, and both
end together: GUM's names have their modifiers in them, ours have not. Articles and possessives at the edges do not count. Our
clusters go by `key`.

Printed: over the mentions that both have; over all gold mentions, where one that we do not have is a cluster of its own; and so
over those that are names and no phrases ("former members of Scientology"), none inside another: ours do not nest.
"""
import json
import re
import sys

TYPES = {"person", "organization", "place"}
LEAD = re.compile(r"[\s\"'“”‘’`(\[]*(?:(?:the|a|an)\s+)?", re.I)
SMALL = {"of", "the", "and", "for", "de", "'s", "&"}
TAIL = re.compile(r"(?:['’]s?|[\s\"“”`)\],;:.])+$", re.I)


def trimmed(text, start, end):
    start = LEAD.match(text, start, end).end()
    tail = TAIL.search(text, start, end)
    return (start, tail.start()) if tail and tail.start() > start else (start, end)


def is_name(text):
    return all(w[0].isupper() or w[0].isdigit() or w in SMALL for w in text.split())


def aligned(text, clusters, entities):
    """Gold mentions as (gold cluster, our key or None, whether it is an outermost name), short ones first, so that a name goes
    before a phrase that ends with it."""
    ours = {trimmed(text, m["start"], m["end"]): e["key"] for e in entities for m in e["mentions"]}
    gold = [
        (*trimmed(text, m["start"], m["end"]), number) for number, cluster in enumerate(clusters)
        if cluster["type"] in TYPES for m in cluster["mentions"] if m["kind"] == "name"]
    for start, end, number in sorted(gold, key=lambda mention: (mention[1] - mention[0], mention)):
        span = min((span for span in ours if span[1] == end and span[0] >= start), default=None)
        outer = is_name(text[start:end]) and not any(
            s <= start and end <= e and (s, e) != (start, end) and is_name(text[s:e]) for s, e, _ in gold)
        yield number, ours.pop(span, None), outer


def b_cubed(documents):
    """Documents of (gold cluster, our key); None is a cluster of its own."""
    precision = recall = total = 0
    for mentions in documents:
        mentions = [(gold, key or f"alone {number}") for number, (gold, key) in enumerate(mentions)]
        total += len(mentions)
        for gold, key in mentions:
            both = mentions.count((gold, key))
            precision += both / sum(k == key for _, k in mentions)
            recall += both / sum(g == gold for g, _ in mentions)
    p, r = precision / total, recall / total
    return f"P {p:.3f} R {r:.3f} F {2 * p * r / (p + r):.3f} over {total} mentions"


gold = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
rows = {row["id"]: row for row in map(json.loads, open(sys.argv[2], encoding="utf-8"))}
documents = [list(aligned(d["text"], d["clusters"], rows[d["id"]]["entities"])) for d in gold]
print("mentions that both have:", b_cubed([[(g, k) for g, k, _ in d if k] for d in documents]))
print("all:                    ", b_cubed([[(g, k) for g, k, _ in d] for d in documents]))
print("outermost names:        ", b_cubed([[(g, k) for g, k, outer in d if outer] for d in documents]))

"""Made-up articles as deduplicate leaves them, to measure the memory of write: python3 articles.py 100000 > articles.jsonl

Ten quotes an article of 5,000 speakers, stories of three articles, 400 outlets, every day of a year."""

import json
import sys

TEXT = "Mayor Ada Holt said: the bridge is safe and will open in spring. " + "Nobody was there to hear it said. " * 60


def quote(article, story, number):
    speaker = {"start": 6, "end": 14, "text": "Ada Holt", "entity": "e1", "name": f"Speaker {article * 7 % 5000}",
               "kind": "person", "how": "explicit", "alternatives": []}
    return {"id": f"q{number}", "start": 21, "end": 63, "spans": [[21, 63]], "quoted": [], "type": "indirect",
            "cue": {"start": 15, "end": 19, "lemma": "say", "kind": "says"}, "speaker": speaker, "holder": None,
            "chain": [], "stance": [], "nested_in": None, "repeats": None,
            "confidence": {"span": None, "speaker": None, "chain": None},
            "cluster": {"id": f"k{story}-{number}", "at": [0, 42], "longest": article == story},
            "in_copied_passage": article != story}


def article(number):
    story = number - number % 3
    day = f"2026-{number % 12 + 1:02}-{number // 12 % 28 + 1:02}"
    mentions = [{"start": 6, "end": 14, "label": "PERSON", "rule": "full_name"}] * 12
    tie = {"from": f"a{number:08}", "to": f"a{number + 1:08}", "kind": "near", "coverage": 0.9, "direction": "forward",
           "basis": "time", "evidence": {"words": 400, "other_words": 390, "shared_words": 380}}
    outlet = number % 400
    return {"id": f"a{number:08}", "canonical_url": f"https://outlet{outlet}.example/{number}",
            "outlet": {"id": f"outlet{outlet}.example", "name": f"Outlet {outlet}"}, "title": f"Title {number}",
            "published_at": f"{day}T08:{number % 60:02}:00Z", "published_on": day, "published_precision": "minute",
            "text": TEXT, "blocks": [{"kind": "paragraph", "start": 0, "end": len(TEXT), "path": "p[1]", "at": None}],
            "source": {"kind": "html", "path": f"pages/{number}.html"}, "version": f"v{number:08}",
            "extraction": {"status": "ok", "model": "m", "version": "1"},
            "entities": [{"id": "e1", "type": "PERSON", "name": f"Speaker {number * 7 % 5000}",
                          "key": f"person/{number * 7 % 5000}", "roles": [], "mentions": mentions}],
            "citations": [{"entity": None, "name": f"Outlet {number * 3 % 400}", "start": 0, "end": 5, "cue": None}],
            "quotes": [quote(number, story, each) for each in range(10)],
            "cluster": {"id": f"c{story}", "role": "canonical" if number == story else "copy", "reason": "earliest"},
            "relations": [] if number % 3 == 2 else [tie]}


for number in range(int(sys.argv[1])):
    print(json.dumps(article(number)))

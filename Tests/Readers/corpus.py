"""Rows as deduplicate leaves them: a small corpus whose answers can be counted by hand, and 24 probes of what breaks readers."""

TEXT_BYTES = 20_000_000


def article(id, outlet=None, at=None, on=None, precision="second", text="", **more):
    """A row with every key. `outlet` is a pair of id and name."""
    row = {
        "id": id, "url": None, "canonical_url": None,
        "outlet": None if outlet is None else {"id": outlet[0], "name": outlet[1]},
        "title": f"Title of {id}", "description": None, "authors": [], "section": None, "language": "en",
        "page_kind": "article", "published_at": at, "published_on": on or (at and at[:10]), "published_raw": at,
        "published_zone": None, "published_precision": precision if at else None, "published_from": None,
        "modified_at": None, "text": text, "blocks": [], "captions": [], "correction": None,
        "source": {"kind": "html", "path": f"pages/{id}.html", "offset": None, "length": None, "sha256": None,
                   "fetched_at": None},
        "extraction": {"status": "ok", "model": None, "version": "1"}, "entities": [], "citations": [],
        "version": "v" + id, "cluster": {"id": "c" + id, "role": "only", "reason": "no_copy_found"}, "relations": [],
        "quotes": [],
    }
    row.update(more)
    return row


def quote(number, text, words, speaker=None, kind="person", cluster=None, **more):
    """A quote of `words`, which stand in `text`."""
    start = text.index(words)
    row = {
        "id": f"q{number}", "start": start, "end": start + len(words), "spans": [[start, start + len(words)]],
        "quoted": [], "type": "direct", "cue": {"start": 0, "end": 4, "lemma": "say", "kind": "says"},
        "speaker": speaker and {"start": None, "end": None, "text": speaker, "entity": None, "name": speaker,
                                "kind": kind, "how": "explicit", "alternatives": []},
        "holder": None, "chain": [], "stance": [], "nested_in": None, "repeats": None,
        "confidence": {"span": None, "speaker": None, "chain": None},
        "cluster": cluster and {"id": cluster, "at": [0, len(words)], "longest": False}, "in_copied_passage": False,
    }
    row.update(more)
    return row


def entity(number, name, type="PERSON"):
    key = {"PERSON": "person", "ORG": "org", "OUTLET": "outlet"}[type] + "/" + name.lower().replace(" ", "-")
    mention = {"start": 0, "end": 4, "label": type, "rule": "full"}
    return {"id": f"e{number}", "type": type, "name": name, "key": key, "roles": [], "mentions": [mention]}


def relation(start, end, kind, direction, basis):
    return {"from": start, "to": end, "kind": kind, "coverage": 0.9, "direction": direction, "basis": basis,
            "evidence": {"words": 10, "other_words": 9, "shared_words": 8}}


def query_rows():
    """Four outlets. The Ledger has a story first; the Post copies it; Today reports it through the Ledger and quotes one
    sentence of it; the Echo, known by the day alone, copies it too."""
    ledger, post = ("ledger.example", "The Ledger"), ("post.example", "The Post")
    today, echo = ("today.example", "Today"), ("echo.example", "The Echo")
    story = "Mayor Ada Holt said: The bridge is safe. An official said: It is not."
    safe, not_safe = "The bridge is safe.", "It is not."
    holt, board = entity(1, "Ada Holt"), entity(2, "Bridge Board", "ORG")

    def told(copied, longest=False, stance=()):
        return [
            quote(1, story, safe, "Ada Holt", cluster="ksafe", in_copied_passage=copied, stance=list(stance),
                  **{"cluster_longest": longest}) | {"cluster": {"id": "ksafe", "at": [0, 19], "longest": longest}},
            quote(2, story, not_safe, "an official", "anonymous", "knot", in_copied_passage=copied),
        ]

    block = {"kind": "paragraph", "start": 0, "end": len(story), "path": "html/body/p[1]", "at": None}
    canonical = {"id": "cbridge", "role": "canonical", "reason": "earliest"}
    copy = {"id": "cbridge", "role": "copy", "reason": "near"}
    cheap = "Bo Lind claimed: The bridge is cheap. Today is sceptical."
    short = "Reported by The Ledger. Holt said: The bridge is. Today wrote: We shall see."
    claimed = {"target": "claim", "start": 8, "end": 15, "text": "claimed"}
    return [
        article("a1", ledger, "2026-03-02T08:00:00Z", text=story, blocks=[block], cluster=canonical,
                entities=[holt, board], quotes=told(False, longest=True),
                relations=[relation("a1", "a2", "near", "forward", "time"), relation("a1", "a4", "near", "unknown", None)]),
        article("a2", post, "2026-03-02T10:30:00Z", precision="minute", text=story, blocks=[block], cluster=copy,
                entities=[holt, board], quotes=told(True)),
        article("a3", today, "2026-03-05T09:00:00Z", text=short, entities=[holt, entity(2, "The Ledger", "OUTLET")],
                quotes=[quote(1, short, "The bridge is", "Ada Holt", cluster="ksafe"),
                        quote(2, short, "We shall see.", "Today", "outlet", "ksee")],
                citations=[{"entity": "e2", "name": "The Ledger", "start": 12, "end": 22, "cue": None},
                           {"entity": "e2", "name": "The Ledger", "start": 12, "end": 22, "cue": None}]),
        article("a4", echo, on="2026-03-02", text=story, blocks=[block], cluster=copy, entities=[holt], quotes=told(True)),
        article("a5", today, "2026-03-07T09:00:00Z", text=cheap, entities=[entity(1, "Bo Lind"), board],
                quotes=[quote(1, cheap, "The bridge is cheap.", "Bo Lind", cluster="kcheap", stance=[claimed])]),
        {"id": "broken", "source": {"path": "pages/broken.html"}, "page_kind": "poem"},
        {"id": "worse", "source": {"path": "pages/worse.html"}, "page_kind": "song"},
    ]


def dated_rows():
    """Three dates. On the second, the Ledger's article has another text, and its cluster and its utterance go on in others;
    on the third those go on in others again, with an article of the Echo as canonical."""
    ledger, post, echo = ("ledger.example", "The Ledger"), ("post.example", "The Post"), ("echo.example", "The Echo")
    text = "Ada Holt said: Safe. Then: Old."

    def told(id, version, outlet, article_cluster, role, utterance, words, **earlier):
        quotes = [quote(n, text, word, "Ada Holt", cluster=utterance) for n, word in enumerate(words, 1)]
        cluster = {"id": article_cluster, "role": role, "reason": "earliest"}
        return article(id, outlet, "2026-03-02T08:00:00Z", text=text, cluster=cluster, quotes=quotes) | {
            "version": version, "earlier": earlier}

    def earlier(id, cluster, role, outlet):
        return {"article_id": id, "cluster": {"id": cluster, "role": role, "reason": "earliest"}, "outlet_id": outlet[0],
                "outlet_name": outlet[1], "title": None, "published_at": None}

    def alias(id, successor):
        return [{"id": id, "successor": successor}]

    return {
        "2026-04-01": [told("a1", "v9", ledger, "c1", "canonical", "k1", ["Safe.", "Old."]),
                       told("a2", "v1", post, "c1", "copy", "k1", ["Safe."])],
        "2026-04-02": [told("a1", "v2", ledger, "c2", "canonical", "k2", ["Safe."], aliases=alias("c1", "c2"),
                            quote_aliases=alias("k1", "k2"), articles=[earlier("a2", "c2", "copy", post)])],
        "2026-04-03": [told("a3", "v1", echo, "c3", "canonical", "k3", ["Safe."], aliases=alias("c2", "c3"),
                            quote_aliases=alias("k2", "k3"),
                            articles=[earlier("a1", "c3", "copy", ledger), earlier("a2", "c3", "copy", post)])],
    }


# What dated_rows are, as of the last date.
DATED = {
    "SELECT id, version, cluster_id, cluster_role FROM articles ORDER BY id":
        "a1,v2,c3,copy a2,v1,c3,copy a3,v1,c3,canonical",
    "SELECT article_id, quote_id, cluster_id, article_cluster_id, article_role FROM quotes ORDER BY article_id":
        "a1,q1,k3,c3,copy a2,q1,k3,c3,copy a3,q1,k3,c3,canonical",
    "SELECT id, canonical_id, article_count FROM clusters": "c3,a3,3",
    "SELECT id FROM quote_clusters": "k3",
    "SELECT id, goes_on_as FROM aliases ORDER BY id": "c1,c3 c2,c3 k1,k3 k2,k3",
    "SELECT count(*) FROM all_articles": "4",
}


def probe_rows():
    """What each probe is about, and its rows. The probe's id begins with its number."""
    def strange(name, value):
        text = f"{value} said: {value}"
        return name, lambda id: [article(
            id, (value, value), text=text, title=value, section=value, authors=[value, value], description=value,
            entities=[entity(1, value) | {"key": value, "roles": [value]}],
            quotes=[quote(1, text, f"said: {value}", value, cluster="k" + id)])]

    def many(id):
        rows = [article(f"{id}-{number:05}", text="x") for number in range(25_000)]
        rows[-1].update(section="late", correction="late", authors=["late"], fetched_at=None)
        rows[-1]["source"].update(offset=7, length=8, kind="warc", fetched_at="2026-01-01T00:00:00Z")
        return rows

    one = lambda **more: lambda id: [article(id, **more)]
    return [
        ("fields that are null in 24,999 rows", many),
        ("an id of digits", lambda _: [article("0012345678901234567890")]),
        ("an id like a number with an exponent", lambda _: [article("1e5")]),
        ("an id like true", lambda _: [article("true")]),
        strange("U+2028 and U+2029", "a\u2028b\u2029c"),
        strange("U+0085 and other controls", "a\u0085b\u0001c\u001fd\u007fe"),
        strange("NUL", "a\u0000b"),
        strange("quotation marks and backslashes", 'a"b\\c\\"d\\u0041'),
        strange("line feeds, carriage returns, tabs", "a\nb\r\nc\td"),
        strange("emoji with joiners and flags", "👩‍👩‍👧‍👦 🇪🇺 👍🏽"),
        strange("right-to-left with marks of direction", "\u202bשלום مرحبا\u202c \u200f"),
        strange("beyond the basic plane", "𝒳𐍈𠜎"),
        strange("combining marks, not composed", "e\u0301 Å A\u030a"),
        strange("byte order mark within", "\ufeffa\ufeff"),
        strange("like a time", "2026-03-01T08:00:00Z"),
        strange("like a date, NULL, NaN", "2026-03-01"),
        strange("the words null, NaN, Infinity", "null"),
        strange("white space alone", "  "),
        strange("markup and formulas", "=1+1 <script>alert(1)</script> {}[]"),
        ("a text of 20 MB", one(text="word " * (TEXT_BYTES // 5))),
        ("empty text and empty lists", one(text="", title="")),
        ("a year before 1900", one(at="1851-09-18T00:00:00Z", precision="day")),
        ("large numbers", lambda id: [article(id, source={
            "kind": "warc", "path": "x", "offset": 9_007_199_254_740_993, "length": 9_223_372_036_854_775_807,
            "sha256": None, "fetched_at": None})]),
        ("deep lists of objects", lambda id: [article(id, text="abc", quotes=[
            quote(1, "abc", "b", "x", cluster="k" + id) | {
                "chain": [{"role": "source", "name": str(n), "entity": None, "start": n, "end": None} for n in range(300)],
                "quoted": [[0, 1], [1, 2]]}])]),
    ]

#!/usr/bin/env python3
"""Records what spaCy 3.8 says, for the tests beside this file. Needs spaCy, which the tests do not.

  record.py tiny             writes tiny/, a pipeline with random weights and rules of every kind, and tiny.jsonl
  record.py english FOLDER   writes english.jsonl: what the English pipeline in FOLDER says of our own sentences

A row is {text, tokens: [start, end…], starts: [sentence starts, token numbers], entities: [[label, start, end]…]}
with offsets in UTF-8 bytes.
"""
import json
import os
import pathlib
import re
import shutil
import sys

os.environ["BLIS_NUM_THREADS"] = "1"
import numpy
import spacy
from spacy import util

HERE = pathlib.Path(__file__).parent
TINY = """
[nlp]
lang = "en"
pipeline = ["ner"]
tokenizer = {"@tokenizers":"spacy.Tokenizer.v1"}
[components]
[components.ner]
factory = "ner"
[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 16
maxout_pieces = 2
use_upper = true
[components.ner.model.tok2vec]
@architectures = "spacy.Tok2Vec.v2"
[components.ner.model.tok2vec.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = ${components.ner.model.tok2vec.encode.width}
attrs = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"]
rows = [20, 10, 10, 10, 5, 5]
include_static_vectors = true
[components.ner.model.tok2vec.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 16
depth = 3
window_size = 1
maxout_pieces = 3
"""

PREFIXES = [r"\(", r"\[", "“", "‘", '"', "'", r"\$", r"US\$", "§", r"\+(?![0-9])", r"\.\.+"]
SUFFIXES = [
    r"\)", r"\]", "”", "’", '"', "'s", "’s", ",", ";", ":", r"\?", r"\.\.+", "…", r"(?<=[0-9])(?:km|kg|%|€)",
    r"(?<=[a-zé\u0430-\u044f)])\.", r"(?<=[A-Z][A-Z])\.", r"(?<!x)!"]
INFIXES = [
    r"\.\.+", r"(?<=[0-9])[+\-*^](?=[0-9-])", r"(?<=[^\W\d_]),(?=[^\W\d_])",
    "(?<=[a-zA-Zé])(?:-|–|--)(?=[a-zA-Zé])", "[/=]"]


def row(doc, sentences):
    offsets = [0]
    for character in doc.text:
        offsets.append(offsets[-1] + len(character.encode()))
    return json.dumps({
        "text": doc.text,
        "tokens": [x for t in doc for x in (offsets[t.idx], offsets[t.idx + len(t)])],
        "starts": [t.i for t in doc if t.sent_start == 1] if sentences else [],
        "entities": [[e.label_, offsets[e.start_char], offsets[e.end_char]] for e in doc.ents],
    }, ensure_ascii=False)


def texts():
    return json.loads((HERE / "texts.json").read_text())


def tiny():
    random = numpy.random.default_rng(4)
    config = util.load_config_from_str(TINY)
    nlp = util.load_model_from_config(config, auto_fill=True)
    rules = nlp.tokenizer
    rules.prefix_search = util.compile_prefix_regex(PREFIXES).search
    rules.suffix_search = util.compile_suffix_regex(SUFFIXES).search
    rules.infix_finditer = util.compile_infix_regex(INFIXES).finditer
    rules.token_match = re.compile(r"(?i)^(?:x{2,4}\d+|a\.b(?:\.c)*)$").match
    rules.url_match = re.compile(
        r"^(?:(?:https?)://)?(?:[a-z0-9][a-z0-9_-]{0,20}\.)+[a-z]{2,5}(?::\d{2,5})?(?:[/?#]\S*)?$").match
    rules.rules = {
        "don't": [{65: "do"}, {65: "n't", 67: "not"}], "U.S.": [{65: "U.S."}], "'em": [{65: "'em", 67: "them"}],
        "e.g.": [{65: "e.g."}], "8am": [{65: "8"}, {65: "am", 67: "a.m."}], " ": [{65: " "}], ":)": [{65: ":)"}],
        "(c)": [{65: "(c)", 67: "©"}], "Zürich-West": [{65: "Zürich-West"}], "z=z": [{65: "z="}, {65: "z", 67: "zed"}]}
    lookups = spacy.lookups.Lookups()
    lookups.add_table("lexeme_norm", {"colour": "color", "’": "apostrophe", "Straße": "strasse"})
    nlp.vocab.lookups = lookups
    words = sorted({w for t in texts()["tiny"] for w in t.split()})[::2]
    data = random.normal(size=(len(words), 8)).astype("f")
    keys = [nlp.vocab.strings.add(word) for word in words]
    nlp.vocab.vectors = spacy.vectors.Vectors(data=data, keys=keys, strings=nlp.vocab.strings)
    ner = nlp.get_pipe("ner")
    for label in ("PERSON", "ORG", "GPE"):
        ner.add_label(label)
    nlp.initialize()
    for node in ner.model.walk():
        for name in node.param_names:
            value = node.get_param(name)
            if name != "G":
                node.set_param(name, random.normal(scale=0.5, size=value.shape).astype("f"))
    # Make long entities as frequent as short ones.
    upper = ner.model.get_ref("upper")
    favour = {"B": 6, "I": 6, "L": 2, "U": -6, "O": 10}
    names = [ner.moves.get_class_name(i) for i in range(ner.moves.n_moves)]
    upper.set_param("b", upper.get_param("b") + numpy.array([favour[n[0]] for n in names], dtype="f"))
    folder = HERE / "tiny"
    shutil.rmtree(folder, ignore_errors=True)
    nlp.to_disk(folder)
    nlp = spacy.load(folder)
    (HERE / "tiny.jsonl").write_text("".join(row(nlp(t), False) + "\n" for t in texts()["tiny"] + texts()["english"]))
    (folder / "vocab" / "strings.json").unlink()


def english(folder):
    nlp = spacy.load(folder, exclude=["tagger", "attribute_ruler", "lemmatizer", "senter"])
    (HERE / "english.jsonl").write_text("".join(row(d, True) + "\n" for d in nlp.pipe(texts()["english"])))


if sys.argv[1] == "tiny":
    tiny()
else:
    english(sys.argv[2])

#!/usr/bin/env python3
"""Records what spaCy 3.8 says, for the tests beside this file. Needs spaCy, which the tests do not.

  record.py tiny             writes tiny/, a pipeline with random weights and rules of every kind, and tiny.jsonl
  record.py syntax           writes syntax/, one whose tagger, parser and recogniser share an encoder, syntax.jsonl, and
                             syntax-long.json: the heads of all texts in one, many times over, as one number
  record.py english FOLDER   writes english.jsonl: what the English pipeline in FOLDER says of our own sentences

A row is {text, tokens: [start, end…], entities: [[label, start, end]…]} with offsets in UTF-8 bytes; where tagger and
parser ran, also {tags, heads, dependencies} by token, and {starts}, the first tokens of sentences.
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
LISTENER = """
[components.{name}.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 16
upstream = "{upstream}"
"""
PARSER = """
[components.{name}]
factory = "{name}"
[components.{name}.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "{name}"
extra_state_tokens = false
hidden_width = 16
maxout_pieces = 2
use_upper = true
"""
SYNTAX = """
[nlp]
lang = "en"
pipeline = ["encoder", "tagger", "parser", "senter", "ner"]
disabled = ["senter"]
tokenizer = {"@tokenizers":"spacy.Tokenizer.v1"}
[components]
[components.encoder]
factory = "tok2vec"
[components.encoder.model]
@architectures = "spacy.HashEmbedCNN.v2"
pretrained_vectors = null
width = 16
depth = 2
embed_size = 40
window_size = 1
maxout_pieces = 3
subword_features = true
[components.senter]
factory = "senter"
[components.tagger]
factory = "tagger"
[components.tagger.model]
@architectures = "spacy.Tagger.v2"
""" + "".join(
    part.format(name=name, upstream=upstream) for name, upstream, parts in (
        ("tagger", "encoder", [LISTENER]), ("parser", "encoder", [PARSER, LISTENER]),
        ("ner", "encoder", [PARSER, LISTENER])) for part in parts)

PREFIXES = [r"\(", r"\[", "“", "‘", '"', "'", r"\$", r"US\$", "§", r"\+(?![0-9])", r"\.\.+"]
SUFFIXES = [
    r"\)", r"\]", "”", "’", '"', "'s", "’s", ",", ";", ":", r"\?", r"\.\.+", "…", r"(?<=[0-9])(?:km|kg|%|€)",
    r"(?<=[a-zé\u0430-\u044f)])\.", r"(?<=[A-Z][A-Z])\.", r"(?<!x)!"]
INFIXES = [
    r"\.\.+", r"(?<=[0-9])[+\-*^](?=[0-9-])", r"(?<=[^\W\d_]),(?=[^\W\d_])",
    "(?<=[a-zA-Zé])(?:-|–|--)(?=[a-zA-Zé])", "[/=]"]


def row(doc, syntax=False):
    offsets = [0]
    for character in doc.text:
        offsets.append(offsets[-1] + len(character.encode()))
    row = {
        "text": doc.text,
        "tokens": [x for t in doc for x in (offsets[t.idx], offsets[t.idx + len(t)])],
        "entities": [[e.label_, offsets[e.start_char], offsets[e.end_char]] for e in doc.ents],
    }
    if syntax:
        row["starts"] = [s.start for s in doc.sents]
        row["tags"] = [t.tag_ for t in doc]
        row["heads"] = [t.head.i for t in doc]
        row["dependencies"] = [t.dep_ for t in doc]
    return json.dumps(row, ensure_ascii=False)


def texts():
    return json.loads((HERE / "texts.json").read_text())


def blank(config):
    """A pipeline with rules of every kind."""
    nlp = util.load_model_from_config(util.load_config_from_str(config), auto_fill=True)
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
    return nlp


def randomize(model, random):
    for node in model.walk():
        for name in node.param_names:
            value = node.get_param(name)
            if name != "G":
                node.set_param(name, random.normal(scale=0.5, size=value.shape).astype("f"))


def favour(pipe, weights):
    """Adds to the scores of actions, by their first letters."""
    upper = pipe.model.get_ref("upper")
    names = [pipe.moves.get_class_name(i) for i in range(pipe.moves.n_moves)]
    upper.set_param("b", upper.get_param("b") + numpy.array([weights[n[0]] for n in names], dtype="f"))


def record(nlp, name, syntax=False):
    folder = HERE / name
    shutil.rmtree(folder, ignore_errors=True)
    nlp.to_disk(folder)
    nlp = spacy.load(folder)
    rows = [row(nlp(text), syntax) + "\n" for text in texts()["tiny"] + texts()["english"]]
    (HERE / f"{name}.jsonl").write_text("".join(rows))
    (folder / "vocab" / "strings.json").unlink()
    return nlp


def tiny():
    random = numpy.random.default_rng(4)
    nlp = blank(TINY)
    words = sorted({w for t in texts()["tiny"] for w in t.split()})[::2]
    data = random.normal(size=(len(words), 8)).astype("f")
    keys = [nlp.vocab.strings.add(word) for word in words]
    nlp.vocab.vectors = spacy.vectors.Vectors(data=data, keys=keys, strings=nlp.vocab.strings)
    ner = nlp.get_pipe("ner")
    for label in ("PERSON", "ORG", "GPE"):
        ner.add_label(label)
    nlp.initialize()
    randomize(ner.model, random)
    # Make long entities as frequent as short ones.
    favour(ner, {"B": 6, "I": 6, "L": 2, "U": -6, "O": 10})
    record(nlp, "tiny")


def syntax():
    random = numpy.random.default_rng(7)
    nlp = blank(SYNTAX)
    for label in ("NN", "VB", "JJ", "_SP"):
        nlp.get_pipe("tagger").add_label(label)
    for label in ("nsubj", "dobj", "prep", "nsubj||prep", "dobj||nsubj", "prep||dobj"):
        nlp.get_pipe("parser").add_label(label)
    for label in ("PERSON", "ORG"):
        nlp.get_pipe("ner").add_label(label)
    nlp.initialize()
    for name in ("encoder", "tagger", "parser", "ner"):
        randomize(nlp.get_pipe(name).model, random)
    favour(nlp.get_pipe("parser"), {"S": 12, "D": -6, "L": 2, "R": 2, "B": -14})
    favour(nlp.get_pipe("ner"), {"B": 6, "I": 6, "L": 2, "U": -6, "O": 10})
    nlp = record(nlp, "syntax", True)
    times = 12
    heads = [t.head.i for t in nlp("\n".join((texts()["tiny"] + texts()["english"]) * times))]
    number = sum((token + 1) * head for token, head in enumerate(heads)) % 2**63
    (HERE / "syntax-long.json").write_text(json.dumps({"times": times, "tokens": len(heads), "heads": number}) + "\n")


def english(folder):
    nlp = spacy.load(folder, exclude=["attribute_ruler", "lemmatizer", "senter"])
    (HERE / "english.jsonl").write_text("".join(row(d, True) + "\n" for d in nlp.pipe(texts()["english"])))


{"tiny": tiny, "syntax": syntax, "english": english}[sys.argv[1]](*sys.argv[2:])

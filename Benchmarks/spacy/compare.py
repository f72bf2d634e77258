#!/usr/bin/env python3
"""spaCy and this runtime in turn over the same texts: equal answers, tokens a CPU second.

  compare.py MODEL_FOLDER BENCHMARK_PROGRAM TEXTS.jsonl… [--tokens 1000000] [--rounds 3] [--syntax]

Needs spaCy. One thread; both run `ner` alone, or with --syntax tagger, parser and `ner`.
"""
import argparse
import json
import os
import statistics
import subprocess
import tempfile
import time

for name in ("OMP_NUM_THREADS", "BLIS_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"
import spacy

parser = argparse.ArgumentParser()
parser.add_argument("model")
parser.add_argument("benchmark")
parser.add_argument("texts", nargs="+")
parser.add_argument("--tokens", type=int, default=1_000_000)
parser.add_argument("--rounds", type=int, default=3)
parser.add_argument("--syntax", action="store_true")
arguments = parser.parse_args()

syntax = ["tok2vec", "tagger", "parser"]
others = ["attribute_ruler", "lemmatizer", "senter"]
nlp = spacy.load(arguments.model, exclude=others if arguments.syntax else others + syntax)
assert nlp.pipe_names == (syntax if arguments.syntax else []) + ["ner"]


def rows():
    """Texts of the files in turn, until there are enough tokens."""
    files = [open(path, encoding="utf-8") for path in arguments.texts]
    total = 0
    while files and total < arguments.tokens:
        for file in list(files):
            line = file.readline()
            if not line:
                files.remove(file)
            elif text := json.loads(line).get("text"):
                total += len(nlp.make_doc(text))
                yield text


texts = list(rows())
with tempfile.TemporaryDirectory() as folder:
    inputs, answers = f"{folder}/texts.jsonl", f"{folder}/answers.jsonl"
    with open(inputs, "w", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": text}) + "\n" for text in texts)
    theirs, ours = [], []
    for round in range(arguments.rounds):
        start = time.process_time()
        docs = list(nlp.pipe(texts, batch_size=32))
        tokens = sum(map(len, docs))
        theirs.append(tokens / (time.process_time() - start))
        if round == 0:
            with open(answers, "w", encoding="utf-8") as file:
                for text, doc in zip(texts, docs):
                    byte = [0]
                    for character in text:
                        byte.append(byte[-1] + len(character.encode("utf-8", "surrogatepass")))
                    answer = {
                        "tokens": [byte[i] for t in doc for i in (t.idx, t.idx + len(t))], "starts": [],
                        "entities": [[e.label_, byte[e.start_char], byte[e.end_char]] for e in doc.ents],
                    }
                    if arguments.syntax:
                        answer["starts"] = [sentence.start for sentence in doc.sents]
                        answer["tags"] = [token.tag_ for token in doc]
                        answer["heads"] = [token.head.i for token in doc]
                        answer["dependencies"] = [token.dep_ for token in doc]
                    file.write(json.dumps(answer) + "\n")
        del docs
        command = [arguments.benchmark, arguments.model, inputs, "--rounds", "1"]
        if arguments.syntax:
            command.append("--syntax")
        if round == 0:
            command += ["--expected", answers]
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        ours.append(int(output.split(" entities: ")[1].split()[0]))
        print(f"round {round + 1}: spaCy {theirs[-1]:.0f} tokens/s, ours {ours[-1]} tokens/s", flush=True)
        if round == 0:
            print(output.strip(), flush=True)
print(f"{len(texts)} texts, {tokens} tokens; median ratio {statistics.median(o / t for o, t in zip(ours, theirs)):.1f}")

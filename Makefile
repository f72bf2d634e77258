# Everything that a person does here. Only Swift, make and git are taken for granted; `deps` installs the rest.

SWIFT ?= swift
BUILD := $(SWIFT) build -c release
# Tests use only what programs use too, so that both share one build.
TEST := $(SWIFT) test -c release --disable-testable-imports
BIN := .build/release
PIPELINE := $(BIN)/pipeline
# The folder or page list that `make bench` measures.
INPUT ?= corpus

.PHONY: all run test build deps models install check-readers bench stress fuzz format check golden schema clean help

help: ## Show this list.
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

all: build

run: build ## Install what is missing, build, run the pipeline on the shipped corpus.
	@scripts/fetch-models --unless-named
	$(PIPELINE) run
	@echo "The result is in output/: open report.html, start with quotes.jsonl, or read README.md."

test: deps models ## Run all tests.
	$(BUILD)
	$(TEST)

build: deps ## Build all programs.
	$(BUILD)

deps: ## Install the C libraries that the build needs, where they are missing.
	@scripts/install-dependencies

models: deps ## Fetch the default model of entities into .models/, where none is there.
	@scripts/fetch-models

# Where `make install` puts the programs.
PREFIX ?= /usr/local
PROGRAMS := pipeline pipeline-fetch pipeline-normalize pipeline-extract pipeline-deduplicate pipeline-write

install: deps models ## Build programs that need no Swift at run time and put them, with the model, into PREFIX.
	$(BUILD) --static-swift-stdlib --scratch-path .build/static
	install -d "$(DESTDIR)$(PREFIX)/bin"
	cd .build/static/release && install $(PROGRAMS) "$(DESTDIR)$(PREFIX)/bin"
	install -d "$(DESTDIR)$(PREFIX)/share/pipeline/models"
	cp -R .models/. "$(DESTDIR)$(PREFIX)/share/pipeline/models"

bench: build models ## Measure INPUT=FOLDER: articles a CPU second, MB/s and memory by stage, beside the bare libxml2 parse.
	$(BIN)/benchmark "$(INPUT)"

stress: build models ## Kill runs and crawls at random moments and compare what they leave; minutes, not for CI.
	scripts/stress
	scripts/stress-index
	scripts/stress-crawl

fuzz: deps ## Feed the parsers mutated input under libFuzzer: ten minutes a parser, not for CI.
	scripts/fuzz

format: ## Format all sources.
	$(SWIFT) format -i -r Sources Tests Benchmarks Package.swift

check: ## Check the format and the import arrows.
	$(SWIFT) format lint --strict -r Sources Tests Benchmarks Package.swift
	scripts/check-imports

check-readers: build ## Read the output with DuckDB, pandas, Polars and Arrow (python3 with venv; PyPI).
	scripts/check-readers

golden: build models ## Take the present output as the expected one in all golden folders, after reading the difference.
	PIPELINE_UPDATE_GOLDEN=1 $(TEST) --filter 'GoldenTests|GoldenPageTests|SchemaVersionTests'

schema: build ## Write docs/pipeline.schema.json from the definitions that read pipeline.json.
	$(PIPELINE) schema > docs/pipeline.schema.json

clean: ## Remove builds, state and output.
	rm -rf .build .pipeline output

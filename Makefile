# Every target sets up what it needs: a fresh clone, Python 3.11 or newer and a network are enough.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
BANK := decks/north-korea-and-china.json

.PHONY: quiz test check format decks docs-cli bench clean

quiz: $(READY)  ## build the bank from sources/ and ask ten questions from it
	@$(BIN)/quizlib build sources/ -o $(BANK)
	@$(BIN)/quizlib quiz $(BANK) -n 10

test: $(READY)  ## all tests
	$(BIN)/python -m pytest -n auto

check: $(READY)  ## what CI runs: format, lint, types, import contract, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

format: $(READY)  ## mend what can be mended by machine
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

decks: $(READY)  ## rebuild everything in decks/ from sources/
	$(BIN)/quizlib build sources/ -o $(BANK)
	$(BIN)/quizlib export anki $(BANK) -o decks/north-korea-and-china.apkg
	$(BIN)/quizlib export worksheet $(BANK) -o decks/north-korea-and-china-worksheet.html

docs-cli: $(READY)  ## rewrite docs/cli.md from the commands' help
	$(BIN)/python docs/generate_cli.py

bench: $(READY)  ## speed, as ratios against named floors
	$(BIN)/python -m tests.bench

$(READY): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	@touch $(READY)

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

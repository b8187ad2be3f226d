# Every target sets up what it needs: a fresh clone, Python 3.11 or newer and a network are enough.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
READY := .venv/.ready
BANK := decks/north-korea-and-china.json
BUILD := $(BIN)/quizlib build sources/ -o $(BANK) --title "North Korea and China"

.PHONY: quiz test check format decks pictures docs paper bench fuzz clean ranker quality first-contact

quiz: $(INSTALLED)  ## build the bank from sources/ and ask ten questions from it
	@echo "Building the bank from sources/ …"
	@$(BUILD) --quiet
	@$(BIN)/quizlib quiz $(BANK) -n 10
	@command -v quizlib > /dev/null || echo "For quizlib in this shell, first: source .venv/bin/activate"

test: $(READY)  ## all tests
	$(BIN)/python -m pytest -n auto

check: $(READY)  ## what CI runs: format, lint, types, import contract, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory test

format: $(READY)  ## mend what can be mended by machine
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

decks: $(INSTALLED)  ## rebuild everything in decks/ from sources/
	$(BUILD)
	$(BIN)/quizlib export anki $(BANK) -o decks/north-korea-and-china.apkg --decks sections
	$(BIN)/quizlib export worksheet $(BANK) -o decks/north-korea-and-china-worksheet.html
	$(BIN)/quizlib export worksheet $(BANK) -o decks/north-korea-and-china-worksheet.pdf \
	  --forms A,B --key separate --count 20
	$(BIN)/quizlib export web $(BANK) -o decks/north-korea-and-china.html

pictures: $(READY)  ## the pictures of the documentation, from decks/, and the recording
	$(BIN)/python -m docs.recording
	$(BIN)/python -m docs.deck_pictures
	$(BIN)/python -m docs.cards

docs: $(READY)  ## rewrite what in docs/ follows from the code, and build the site, into site/
	$(BIN)/python docs/generate.py
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build
	@echo "site/index.html is the front page"

paper: $(READY)  ## worksheets of 500 random banks, read back from the PDF
	QUIZLIB_BANKS=500 $(BIN)/python -m pytest tests/exporters/test_paper.py

ranker: $(INSTALLED)  ## fit the weights of the confidence to ranker/ratings.csv
	$(BIN)/python ranker/fit.py

quality: $(INSTALLED)  ## what a build makes of the development text at TEXT=path
	$(BIN)/python ranker/quality.py $(TEXT)

bench: $(READY)  ## speed, as ratios against named floors
	$(BIN)/python -m tests.bench

first-contact: $(READY)  ## walk docs/first-contact.md in a fresh clone, and write the times there
	$(BIN)/python -m tests.first_contact

fuzz: $(READY)  ## 10,000 damaged decks: imported, or refused in one line
	$(BIN)/python -m tests.importers.fuzz 10000

# Errors of pip are shown, not its warnings: of an extra that lxml no longer has, which does no harm.
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check
# Requirements in pyproject.toml whose names begin so.
needed = $(shell grep -oE '^  "($(1))[^"]*"' pyproject.toml)

# What running needs, the large packages by themselves, so that one sees it going on; then what
# developing needs. Both anew when pyproject.toml changes.
$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	@echo "Setting up .venv (a few minutes the first time):"
	@echo "  Python and pip …"
	@$(PYTHON) -m venv .venv
	@echo "  the language model …"
	@$(INSTALL) $(call needed,spacy|en-core-web|lemminflect)
	@echo "  the typesetter and its fonts …"
	@$(INSTALL) $(call needed,typst|manimgx-fonts=)
	@echo "  quizlib and the other packages that it needs …"
	@$(INSTALL) --editable .
	@touch $@

$(READY): $(INSTALLED)
	@echo "Installing the tools for development …"
	@$(INSTALL) --editable ".[dev]"
	@touch $@

clean:
	rm -rf .venv build dist site .mypy_cache .ruff_cache .pytest_cache .hypothesis

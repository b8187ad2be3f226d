"""Every error's exact words: they are part of what users rely on."""

from __future__ import annotations

import ast
import datetime as dt
import doctest
import re
import runpy
from importlib import import_module
from pathlib import Path

import pytest

from quizlib import errors
from quizlib.checks import checks
from quizlib.errors import QuizlibError
from quizlib.model import ProblemCode

ROOT = Path(errors.__file__).parents[2]
MADE = runpy.run_path(str(ROOT / "docs/generate.py"))["made"]()

MESSAGES = [
    (errors.SourceNotFound("a/b.md"), "a/b.md: no such file or folder"),
    (errors.UnreadableSource("a.md", "it is empty"), "a.md: it is empty"),
    (errors.NothingToRead("a", [".txt", ".md"]), "a: nothing to read here; readable are .md, .txt"),
    (
        errors.NothingToRead("a", [".md"], ["b.md: empty", "c.md: empty", "d: no", "e: no"]),
        "a: nothing to read here; readable are .md; b.md: empty; c.md: empty; d: no; and 1 more",
    ),
    (
        errors.BankNotFound("x.json"),
        "x.json: no such bank; name a bank (.json), a deck (.apkg), or a source file or folder",
    ),
    (
        errors.UnreadableDeck("a.apkg", "it holds no\x1b note"),
        "a.apkg: not a usable deck: it holds no\\x1b note",
    ),
    (
        errors.DamagedBank("x.json", "it is cut", 3, 7),
        "x.json, line 3 column 7: not a usable bank: it is cut",
    ),
    (errors.DamagedBank("x.json", "it is a folder"), "x.json: not a usable bank: it is a folder"),
    (
        errors.NewerBank("x.json", 9, 1),
        "x.json: written in bank format 9, this quizlib knows up to 1; update quizlib to open it",
    ),
    (
        errors.ChangedBank("x.json"),
        "x.json: changed by somebody else meanwhile; nothing was written over it: open it again",
    ),
    (errors.InvalidEdit("it has no stem"), "not taken: it has no stem"),
    (errors.EmptyBank("Salt"), "Salt: no item left to ask"),
    (errors.EmptyBank("Salt", "no item to export"), "Salt: no item to export"),
    (
        errors.UnknownName("kind", "chioce", ["choice", "cloze"]),
        "unknown kind 'chioce' (did you mean choice?); known: choice, cloze",
    ),
    (errors.UnknownName("kind", "x", []), "unknown kind 'x'; known: none"),
    (
        errors.UnknownName("kind", "x", ["cloze"], plugins=True),
        "unknown kind 'x'; known: cloze (any other needs its plug-in installed)",
    ),
    (
        errors.UnknownName("kind", "clzoe", ["cloze"], plugins=True),
        "unknown kind 'clzoe' (did you mean cloze?); known: cloze",
    ),
    (
        errors.MissingGlyph("\ue000", "wait", "a1"),
        "a1: no font has a glyph for '\\\\ue000' (U+E000); wait",
    ),
    (
        errors.MissingGlyph("é"),
        "no font has a glyph for 'é' (U+00E9 LATIN SMALL LETTER E WITH ACUTE)",
    ),
    (errors.UnreadableForms("m.json", "it is cut"), "m.json: it is cut"),
    (errors.UnreadableResults("r.csv", "it is cut"), "r.csv: it is cut"),
    (
        errors.InvalidArgument("Quiz", "bank", "x" * 99, "a Bank"),
        f"Quiz: cannot take bank='{'x' * 59}…; allowed: a Bank",
    ),
    (errors.InvalidOption("anki", "x", "no"), "anki: option x: no"),
    (
        errors.InvalidOption("anki", "", "x and y exclude each other"),
        "anki: x and y exclude each other",
    ),
    (
        errors.BrokenPlugin("kind", "riddle", "extra 1.0", "no summary"),
        "plug-in extra 1.0 (kind riddle): no summary; mend, update or uninstall that package",
    ),
    (errors.LanguageModelError("m", "lacks ner"), "language model 'm': lacks ner"),
    (
        errors.UnfitItem("aa", "true_false", "'Yes' is not in the tuple"),
        "item aa is no true_false: 'Yes' is not in the tuple",
    ),
    (
        errors.InvalidResponse(["x"], "a digit"),
        "cannot grade ['x']; allowed: a digit",
    ),
    (
        errors.DamagedStore("x.sqlite3", "file is not a database"),
        "x.sqlite3: not usable as a learner's data: file is not a database",
    ),
    (
        errors.NewerStore("x.sqlite3", 9, 1),
        (
            "x.sqlite3: written by a later quizlib (schema 9, this one knows up to 1); nothing was"
            " changed: update quizlib to use it"
        ),
    ),
    (
        errors.StoreTrouble("x.sqlite3", "database is locked"),
        "x.sqlite3: cannot be used now: database is locked",
    ),
    (errors.DamagedLog("x.jsonl", "it is empty"), "x.jsonl: no log of quizlib: it is empty"),
    (
        errors.NewerLog("x.jsonl", 9, 1),
        "x.jsonl: written in log format 9, this quizlib knows up to 1; update quizlib to import it",
    ),
    (
        errors.ClockWentBack(
            dt.datetime(2026, 7, 1, 11, 0, tzinfo=dt.timezone(dt.timedelta(hours=2))),
            dt.datetime(2026, 7, 1, 10, 0, tzinfo=dt.UTC),
        ),
        (
            "the clock shows 2026-07-01 09:00:00 UTC, but this card was reviewed at"
            " 2026-07-01 10:00:00 UTC; nothing was kept: set the clock right"
        ),
    ),
    (errors.NothingAsked("skip"), "cannot skip: no card is asked now"),
    (errors.NothingAsked("rate", "not answered"), "cannot rate: not answered"),
    (
        errors.AnkiNotReached("http://127.0.0.1:8765", "Connection refused"),
        (
            "http://127.0.0.1:8765: no Anki to be reached: Connection refused; start Anki with the"
            " add-on AnkiConnect, or import the file there"
        ),
    ),
    (
        errors.AnkiRefused("http://127.0.0.1:8765", "no\x1b way"),
        "http://127.0.0.1:8765: not taken by Anki: no\\x1b way",
    ),
    (errors.OutputError("x", "disk full"), "x: cannot write: disk full"),
]


@pytest.mark.parametrize(("error", "message"), MESSAGES, ids=lambda one: type(one).__name__)
def test_messages(error, message):
    assert str(error) == message


def tree(root: type[QuizlibError]) -> set[type[QuizlibError]]:
    return {root}.union(*(tree(child) for child in root.__subclasses__()))


def test_every_error_has_its_words_tested_and_stands_in_the_tree():
    concrete = {error for error in tree(QuizlibError) if not error.__subclasses__()}
    assert concrete <= {type(error) for error, _ in MESSAGES}
    assert errors.__doc__ is not None
    for error in tree(QuizlibError):
        assert error.__name__ in errors.__doc__


def test_the_examples_of_the_errors_are_true():
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    for error in tree(QuizlibError):
        for test in doctest.DocTestFinder().find(error):
            runner.run(test, out=told.append)
    assert runner.tries > len(MESSAGES) / 2
    assert not runner.failures, "".join(told)


def test_the_page_of_the_messages_has_every_class_and_every_code():
    page = (ROOT / "docs/errors.md").read_text(encoding="utf-8")
    assert page == MADE["errors.md"], "run make docs"
    told = {
        name: {part.partition(":")[0] for part in re.findall(r"^- (\w+: .)", text, re.MULTILINE)}
        for name, text in re.findall(
            r"^### `?([\w-]+)`?\n(.*?)(?=^#|\Z)", page, re.MULTILINE | re.DOTALL
        )
    }
    ours = {error for error in tree(QuizlibError) if error.__module__.startswith(errors.__name__)}
    causes = {error.__name__ for error in ours if not error.__subclasses__()}
    codes = {code.name for code in every_code()}
    flaws = {flaw.code for rule in checks.all() for flaw in rule.flaws}
    assert {error.__name__ for error in ours} - {"QuizlibError"} <= told.keys()
    for name in causes | codes | flaws:
        assert told[name] == {"Cause", "Cure"}, name


def every_code():
    """The codes that stand in the modules of the package, however they got there."""
    for path in (ROOT / "quizlib").rglob("*.py"):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        if not module.endswith("__main__"):
            found = vars(import_module(module.removesuffix(".__init__"))).values()
            yield from (value for value in found if isinstance(value, ProblemCode))


def test_every_option_that_can_be_used_wrongly_is_on_the_page():
    page = (ROOT / "docs/errors.md").read_text(encoding="utf-8")
    for path in (ROOT / "quizlib/cli").glob("*.py"):
        hints = re.findall(r'BadParameter\([^)]*param_hint="([^"]+)"', path.read_text("utf-8"))
        for hint in hints:
            assert f"invalid value for {hint}: " in page, f"add it to USAGE: {path}"


def test_no_problem_is_made_without_its_code_told():
    """All come from a ProblemCode or from the Flaw of a check, which the page is made of."""
    makers = {"quizlib/model/problem.py", "quizlib/checks/_finding.py"}
    for path in (ROOT / "quizlib").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem":
                assert path.relative_to(ROOT).as_posix() in makers, f"{path}:{node.lineno}"


def test_control_characters_are_never_printed():
    assert str(errors.SourceNotFound("a\x1b[31m\n")) == "a\\x1b[31m\\n: no such file or folder"

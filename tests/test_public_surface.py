"""What `import quizlib` offers, and how little it costs."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import quizlib

#: Behind a name, so that mypy does not see it.
NOT_THERE = "biuld"
ROOT = Path(quizlib.__file__).parent.parent


def test_every_public_name_is_there():
    for name in quizlib.__all__:
        assert getattr(quizlib, name) is not None
    assert set(quizlib.__all__) <= set(dir(quizlib))


def test_the_public_names_are_these():
    assert quizlib.__all__ == [
        "Analysis",
        "Asked",
        "Bank",
        "Choice",
        "Document",
        "Documents",
        "Evidence",
        "Export",
        "ExtendedText",
        "Fact",
        "Interaction",
        "Item",
        "Match",
        "Order",
        "Plan",
        "Presentation",
        "Problem",
        "Question",
        "Quiz",
        "QuizlibError",
        "Rating",
        "Score",
        "Session",
        "Severity",
        "Status",
        "Store",
        "Summary",
        "TextEntry",
        "Verdict",
        "__version__",
        "analyse",
        "build",
        "check",
        "export",
        "formats",
        "import_bank",
        "load",
        "read",
        "study",
    ]


def test_an_unknown_name_is_told_as_python_does():
    with pytest.raises(AttributeError, match=r"^module 'quizlib' has no attribute 'biuld'$"):
        getattr(quizlib, NOT_THERE)


def test_the_version_is_that_of_the_distribution():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert quizlib.__version__ == project["version"]


def test_the_import_is_light():
    done = subprocess.run(
        [sys.executable, "-c", "import sys, quizlib; print(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert not {"spacy", "genanki", "jinja2", "pydantic"} & set(done.stdout.split())


def test_banks_are_loaded_checked_and_exported_without_the_language_model(tmp_path):
    code = (
        "import sys, quizlib; from tests.banks import bank; bank().save(sys.argv[1]);"
        "made = quizlib.load(sys.argv[1]); quizlib.check(made); quizlib.Quiz(made, count=3).next();"
        "quizlib.export(made, 'csv', sys.argv[1] + '.csv'); print('spacy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "salt.json")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "False\n"

"""quizlib as other programs get it: the wheel in a clean environment, with its types."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import quizlib
from tests.installation import ROOT, Installation, install

TOOL = Path(__file__).parent / "tool" / "tool.py"

#: Mistakes that mypy is to find, each with the code of what it says.
MISTAKES = """\
import quizlib
from quizlib import Biuld  # attr-defined
bank = quizlib.biuld([])  # attr-defined
bank = quizlib.build(["notes.md"])  # list-item
bank.title = "Salt"  # misc
bank.items.append(bank.items[0])  # attr-defined
quizlib.Quiz(bank, cuont=3)  # call-arg
quizlib.Quiz(bank).next().stem  # union-attr
quizlib.Score(points="all", right=True, feedback="")  # arg-type
quizlib.study(bank, "learner.sqlite3", now=None)  # arg-type
quizlib.Quiz(bank).summary.by_kind["term"] = None  # index
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Installation:
    return install(tmp_path_factory.mktemp("installed"))


def test_a_program_with_all_public_names_is_typed_and_mistakes_are_found(installed, tmp_path):
    program, mistakes = tmp_path / "tool.py", tmp_path / "mistakes.py"
    program.write_text(TOOL.read_text(encoding="utf-8"), encoding="utf-8")
    mistakes.write_text(MISTAKES, encoding="utf-8")
    assert set(re.findall(r"quizlib\.(\w+)", program.read_text())) >= set(quizlib.__all__)
    told = installed.run(
        *("python", "-m", "mypy", "--strict", "--config-file=", "--disallow-any-expr"),
        *("--python-executable", installed.python, "--hide-error-context"),
        *("--cache-dir", ROOT / ".mypy_cache" / "installed"),  # most of it stays the same
        *(program, mistakes),
    ).stdout
    found = set(re.findall(r"(\w+)\.py:(\d+): error: .*\[([\w-]+)\]", told))
    expected = {
        ("mistakes", str(number), code)
        for number, line in enumerate(MISTAKES.splitlines(), 1)
        for code in re.findall(r"# (.*)", line)
    }
    assert expected <= found, told
    assert {file for file, _, _ in found} == {"mistakes"}, told


def test_the_program_runs(installed, tmp_path):
    done = installed.run("python", "-W", "error", TOOL, tmp_path)
    assert done.stdout.splitlines()[-1] == (
        "no such bank; name a bank (.json), a deck (.apkg), or a source file or folder"
    )
    assert done.returncode == 0


def test_the_wheel_brings_types_the_deck_and_the_command(installed):
    where = "import quizlib; print(quizlib.__file__)"
    place = Path(installed.run("python", "-c", where).stdout.strip())
    assert place.is_relative_to(installed.folder)
    assert (place.parent / "py.typed").is_file()
    assert installed.run("quizlib", "--version").stdout == f"quizlib {quizlib.__version__}\n"
    assert "North Korea and China" in installed.run("quizlib", "quiz").stdout

"""docs/extending.md: its packages are installed as they stand there, and used.

Each is built as a wheel and put into a clean environment beside quizlib's own wheel; there the
page's commands are run, what they print is compared, and the packages' own tests are run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.installation import ROOT, Installation, add, install
from tests.walkthrough import Walkthrough

if TYPE_CHECKING:
    from pathlib import Path

PAGE = ROOT / "docs/extending.md"
BROKEN = "## When something is wrong\n"
PACKAGES = ("outline", "first-letters", "village")


class Place(NamedTuple):
    """The environment, the folder with the page's files, and the page as it really is."""

    installed: Installation
    folder: Path
    true_page: str


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Place:
    page = PAGE.read_text(encoding="utf-8")
    folder = tmp_path_factory.mktemp("extending")
    before, mark, after = page.partition(BROKEN)
    Walkthrough(page, folder).write_files()
    installed = install(tmp_path_factory.mktemp("installed"), *(folder / n for n in PACKAGES))
    programs = installed.folder / "bin"
    sound = Walkthrough(before, folder, programs).true_page()
    add(installed, folder / "broken")
    broken = Walkthrough(after, folder, programs).true_page()
    return Place(installed, folder, sound + mark + broken)


def test_the_page_shows_what_happens(place, request):
    if request.config.getoption("--update-golden"):
        PAGE.write_text(place.true_page, encoding="utf-8")
    else:
        assert PAGE.read_text(encoding="utf-8") == place.true_page, "pytest --update-golden"


def test_the_tests_of_the_packages_pass(place):
    done = place.installed.run(
        *("python", "-m", "pytest", "-q", "-p", "no:cacheprovider"),
        *(place.folder / name for name in PACKAGES),
    )
    assert "6 passed" in done.stdout, done.stdout


def test_the_packages_are_typed(place):
    done = place.installed.run(
        *("python", "-m", "mypy", "--strict", "--config-file=", "--no-error-summary"),
        *("--python-executable", place.installed.python),
        *("--cache-dir", ROOT / ".mypy_cache" / "installed"),  # most of it stays the same
        *("outline/quizlib_outline.py", "first-letters/quizlib_first_letters.py"),
        "village/quizlib_village",
        cwd=place.folder,
    )
    assert done.stdout == ""

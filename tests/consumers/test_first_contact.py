"""docs/first-contact.md: walked with quizlib's wheel in a clean environment, as newcomers have it.

`make first-contact` walks it with the clock, installation and all, and writes the times.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.first_contact import HEAD, PAGE, machine, plug_in, rewritten, roads
from tests.installation import add, install
from tests.walkthrough import Walkthrough


@pytest.fixture
def folder(tmp_path):
    for name, content in plug_in().items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


def test_the_page_shows_what_happens(folder, tmp_path_factory, request):
    installed = install(tmp_path_factory.mktemp("installed"))
    add(installed, folder / "outline")
    page = PAGE.read_text(encoding="utf-8")
    walk = Walkthrough(page, folder, programs=installed.folder / "bin")
    true_page = walk.true_page()
    if request.config.getoption("--update-golden"):
        PAGE.write_text(true_page, encoding="utf-8")
    else:
        assert page == true_page, "pytest --update-golden"
    assert {block.info for block in walk.unrun} == {"sh"}, "what needs a network"


def test_every_road_has_its_time():
    _, _, after = PAGE.read_text(encoding="utf-8").partition(HEAD)
    rows = after.partition("\n\n")[0].splitlines()
    told = [road.row(0).rpartition("| 0.0")[0] for road in roads()]
    assert [row.rpartition("| ")[0] for row in rows] == told, "make first-contact"
    assert len(rows) == 5


def test_what_was_measured_is_replaced_and_nothing_else():
    page = PAGE.read_text(encoding="utf-8")
    before, _, after = page.partition(HEAD)
    rows, taken, rest = after.split("\n\n", 2)
    told = machine(Path(sys.executable), 0.26, 11)
    assert re.fullmatch(
        r"Taken with Python 3\.\d+ on \d+ cores; their load was 0\.3 before the walk and 11\.0"
        r" behind it\.",
        told,
    )
    assert rewritten(page, f"{rows}\n", taken) == page
    assert rewritten(page, "| A road | 1 | 2 | 3.0 |\n", told) == (
        f"{before}{HEAD}| A road | 1 | 2 | 3.0 |\n\n{told}\n\n{rest}"
    )

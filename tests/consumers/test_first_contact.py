"""docs/first-contact.md: walked with quizlib's wheel in a clean environment, as newcomers have it.

`make first-contact` walks it with the clock, installation and all, and writes the times.
"""

from __future__ import annotations

import pytest

from tests.first_contact import HEAD, PAGE, plug_in, roads
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

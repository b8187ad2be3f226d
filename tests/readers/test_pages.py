"""The examples in docs/formats/ are read as the pages say."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from quizlib.readers import readers
from tests.readers.hostile import read_as

PAGES = Path(__file__).parents[2] / "docs" / "formats"

ASKED = ["question", "answer"]
DEFINED = ["term", "definition"]
CHOICE = ["question", "answer", "distractor", "distractor"]
LETTERED = ["question", "distractor", "answer", "distractor"]


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("text", ["heading", "paragraph", *ASKED, "heading", *DEFINED * 2, *ASKED, "cloze"]),
        (
            "markdown",
            ["paragraph", *ASKED, "heading", *DEFINED * 2, *ASKED, *CHOICE, *LETTERED, "cloze"],
        ),
        ("html", [*ASKED, *DEFINED, *ASKED]),
    ],
)
def test_the_example_of_the_page(name: str, kinds: list[str]) -> None:
    page = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    (example,) = re.findall(rf"^```{name}\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    document = readers.get(name).read(example.encode(), "x")
    assert [kind for kind, _ in read_as(document)] == kinds
    if name != "html":
        assert document.title == "The Salt Tax"
        assert document.date == dt.date(2019, 5, 3)


@pytest.mark.parametrize("name", readers.names())
def test_the_page_names_every_ending(name: str) -> None:
    title = (PAGES / f"{name}.md").read_text(encoding="utf-8").splitlines()[0]
    assert re.findall(r"`(\.\w+)`", title) == list(readers.get(name).suffixes)

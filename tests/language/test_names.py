from __future__ import annotations

import pytest

from quizlib.language import mentions
from quizlib.language.names import country, exists
from quizlib.model import AnswerType
from tests.documents import analysed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("China", "China"),
        ("the United States", "United States"),
        ("U.S.", "United States"),
        ("Britain", "United Kingdom"),
        ("DPRK", "North Korea"),
        ("south korea", "South Korea"),
        ("Korea", None),
        ("Beijing", None),
        ("Europe", None),
        ("", None),
    ],
)
def test_countries_come_from_data(text, name):
    assert country(text) == name


def test_former_countries_are_known_as_such():
    assert country("the Soviet Union") == "Soviet Union"
    assert not exists("Soviet Union")
    assert exists("Norway")


def test_mentions_name_people_in_full_and_countries_once():
    text = (
        "Anna Berg left Norway. The United States and Norway traded. Anna Berg met Carl Lund."
        " Carl Lund praised the Soviet Union."
    )
    found = mentions(analysed(text))
    assert found[AnswerType.PERSON] == ["Anna Berg", "Carl Lund"]
    assert found[AnswerType.COUNTRY] == ["Norway", "the United States"]

from __future__ import annotations

import pytest

from quizlib.language import mentions
from quizlib.language.names import USUAL, country, exists, other_names
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
        ("the Republic of Ireland", "Ireland"),
        ("the Democratic Republic of the Congo", "Democratic Republic of the Congo"),
        ("Kingdom of Denmark", "Denmark"),
        ("Cote d'Ivoire", "Côte d’Ivoire"),
        ("Saint Lucia", "St. Lucia"),
        ("Burma", "Myanmar"),
        ("Korea", None),
        ("Beijing", None),
        ("Europe", None),
        ("", None),
    ],
)
def test_countries_come_from_data(text, name):
    assert country(text) == name


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Türkiye", ("Turkey",)),
        ("Turkey", ("Türkiye",)),
        ("Czechia", ("Czech Republic",)),
        ("Eswatini", ("Swaziland",)),
        ("Swaziland", ("Eswatini",)),
        ("Myanmar", ("Burma", "Myanmar (Burma)")),
        ("the People's Republic of China", ("China", "People's Republic of China", "PRC")),
        ("Norway", ()),
        ("Bergen", ()),
    ],
)
def test_a_country_has_its_usual_names(text, others):
    assert other_names(text) == others


@pytest.mark.parametrize("shown", USUAL)
def test_every_usual_name_is_known_and_stands_for_every_other(shown):
    ways = {shown, *USUAL[shown]}
    for way in ways:
        assert country(way) == country(f"the {way.upper()}") == shown
        assert set(other_names(way)) == ways - {way}


def test_a_country_is_one_word_where_the_parser_would_tear_it():
    text = "Côte d’Ivoire sold salt. Carl's men from Cote d'Ivoire met Côte d'Ivoire's men."
    words = [token.text for parse in analysed(text).parses for token in parse]
    assert words[:3] == ["Côte d'Ivoire", "sold", "salt"]
    assert words[4:6] == ["Carl", "'s"]
    assert words[-6:-2] == ["Cote d'Ivoire", "met", "Côte d'Ivoire", "'s"]


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

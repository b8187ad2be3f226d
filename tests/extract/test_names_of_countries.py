"""Countries are asked for as countries, by whichever of their names the text has."""

from __future__ import annotations

import pytest

from tests.documents import asked, facts

TITLE = "The League of Salt"


@pytest.mark.parametrize(
    ("name", "accepted"),
    [
        ("The Republic of Ireland", ("Ireland", "Republic of Ireland")),
        (
            "The Democratic Republic of the Congo",
            ("Democratic Republic of the Congo", "DR Congo", "DRC", "Congo-Kinshasa"),
        ),
        ("Côte d’Ivoire", ("Ivory Coast",)),
        ("Côte d'Ivoire", ("Côte d’Ivoire", "Ivory Coast")),
        ("Türkiye", ("Turkey",)),
    ],
)
def test_a_country_is_asked_for_as_one(name, accepted):
    text = f"{name} was the largest member of the League of Salt."
    [fact] = facts("onlies", text, TITLE)
    assert fact.question == "Which country was the largest member of the League of Salt?"
    assert fact.answer.casefold() == name.casefold()
    assert fact.accepted == accepted


def test_a_torn_name_leaves_nothing_behind_in_other_questions():
    text = "Côte d'Ivoire won the Salt Games in 1961 because its runners were fast."
    why = "According to the text, why did Côte d'Ivoire win the Salt Games in 1961?"
    assert asked("reasons", text, "The Salt Games") == [f"{why} = because its runners were fast"]


def test_a_country_is_nobody_of_the_same_name():
    text = "Michael Jordan praised the League of Salt. Jordan joined the League of Salt in 1999."
    told = [
        line
        for method in ("dates", "subjects", "agents", "onlies", "people")
        for line in asked(method, text, TITLE)
    ]
    assert "In what year did Jordan join the League of Salt? = 1999" in told
    assert not any(line.endswith("= Jordan") for line in told)
    alone = "Jordan joined the League of Salt in 1999."
    assert "Which country joined the League of Salt in 1999? = Jordan" in asked(
        "subjects", alone, TITLE
    )

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizlib.language.text import bare, capitalised, straight, words


@given(st.text())
def test_straightening_keeps_every_place(text):
    assert len(straight(text)) == len(text)
    assert straight(straight(text)) == straight(text)


def test_straight_quotes_and_spaces():
    assert straight("“It’s 5\u00a0km”") == '"It\'s 5 km"'


def test_bare_forgets_what_does_not_matter():
    assert bare("The Salt Tax.") == "salt tax"
    assert bare("An “Ally”") == bare("ally")
    assert bare("A") == "a"


def test_words_keep_hyphens_and_apostrophes():
    assert words("The mayor's well-known plan, 1804!") == [
        "The",
        "mayor's",
        "well-known",
        "plan",
        "1804",
    ]


@given(st.text())
def test_capitalised_touches_the_first_letter_only(text):
    assert capitalised(text)[1:].endswith(text[1:])

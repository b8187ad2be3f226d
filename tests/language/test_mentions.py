"""The people that a document names: of those it names once, only who surely is one."""

from __future__ import annotations

import pytest

from quizlib.compose import build
from quizlib.distractors import Distractors
from quizlib.extract import methods
from quizlib.language import mentions, told_of
from quizlib.model import AnswerType
from tests.documents import analysed, document

#: So many sentences make a document long.
LONG = " ".join(f"The guild sold {number} barrels of salt." for number in range(20, 36))


def people(text: str) -> list[str]:
    return mentions(analysed(f"{text}\n\n{LONG}"))[AnswerType.PERSON]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Salt Song was composed by Eva Berg.", "Eva Berg"),
        ("Marla Venn painted the ceiling of the church.", "Marla Venn"),
        ("Carl Voss was born in 1790.", "Carl Voss"),
        ("Peter Olsen, the mayor of the town, opened the bridge.", "Peter Olsen"),
        ("The painter Lars Moen lived in the mill.", "Lars Moen"),
        ("Bela Roth was a chemist.", "Bela Roth"),
        ("Professor Ida Holt taught at the school.", "Ida Holt"),
    ],
)
def test_a_person_named_once_in_a_long_document_is_known_by_what_is_told_of_them(text, name):
    assert people(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Mount Berg stands behind the town.",
        "The ship Anna Maria sank in 1822.",
        "The Salt Song is sung in the harbour.",
        "Holm Brothers composed the song.",
        "The logo was designed by Pott Sellers.",
        "Ingrid Salt praised the view.",
        "The song was composed by Eva Berg. The Berg Museum is open.",
        "The forest (Spanish: Selva Larga) is old.",
        "Chad Moen painted the church.",
        "Lady Vell sang in the harbour.",
    ],
)
def test_a_stray_name_that_may_be_another_thing_is_none(text):
    assert people(text) == []


def test_people_named_often_come_first():
    text = "Carl Voss was born in 1790. Eva Berg sang. The song was composed by Eva Berg."
    assert people(text) == ["Eva Berg", "Carl Voss"]


TOLD = (
    "Eva Berg composed the harbour hymn of Norway. Marla Venn painted the church of Holm."
    " Carl Voss was born in 1790. Bela Roth was a chemist. The guild sold salt."
    " Ida Holt wrote the harbour hymn too."
)


def test_people_named_once_are_options_unless_a_sentence_supports_them():
    analysis = analysed(f"{TOLD}\n\n{LONG}")
    who = [fact for fact in methods.get("subjects").extract(analysis) if fact.answer == "Eva Berg"]
    sentences = [sentence.text for sentence in analysis.sentences]
    names = {analysis.document.id: mentions(analysis)}
    (fact,) = who
    assert Distractors(who, names, sentences).wrong(fact) == (
        "Marla Venn",
        "Carl Voss",
        "Bela Roth",
    )


def test_a_long_text_of_people_named_once_has_questions_with_options():
    bank = build([document(f"{TOLD}\n\n{LONG}")], min_confidence=0, kinds=["choice"])
    options = [{*item.key, *item.distractors} for item in bank.live if item.stem.startswith("Who")]
    assert {"Eva Berg", "Marla Venn", "Carl Voss", "Bela Roth"} in options


def test_who_may_be_the_he_of_the_next_sentence_is_no_option():
    told = (
        "Carl Voss was born in 1790. Later he composed the harbour hymn of Norway as well."
        " Eva Berg composed the harbour hymn of Norway. Bela Roth was a chemist."
        " Ida Holt was a teacher. Jonas Falk was a painter."
    )
    bank = build([document(f"{told}\n\n{LONG}")], min_confidence=0, kinds=["choice"])
    asked = [item for item in bank.live if item.stem.startswith("Who composed")]
    assert asked
    assert all("Carl Voss" not in item.distractors for item in asked if item.key[0] == "Eva Berg")


def test_a_he_is_told_with_the_sentence_before_and_an_it_by_its_name():
    text = "Carl Voss left Holm. He composed a hymn.\n\nThe Salt Tax was high. It ruined Holm."
    assert list(told_of(analysed(text))) == [
        "Carl Voss left Holm.",
        "Carl Voss left Holm. He composed a hymn.",
        "The Salt Tax was high.",
        "It ruined Holm. the Salt Tax ruined Holm.",
    ]

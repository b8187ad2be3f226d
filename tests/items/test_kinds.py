"""What every kind owes, and what each makes of a fact."""

from __future__ import annotations

import pytest

from quizlib.distractors import Distractors
from quizlib.errors import UnknownName
from quizlib.grading import grade
from quizlib.items import interaction, kinds, natural_order
from quizlib.language.names import country
from quizlib.model import (
    GAP,
    AnswerType,
    Choice,
    Fact,
    Item,
)
from quizlib.testing import assert_kind
from quizlib.testing._kinds import right_response
from tests.banks import ABOLISHED, ITEMS, item

NAMES = {"salt-tax": {AnswerType.COUNTRY: ["Norway", "Spain", "China"]}}


def fact(**fields: object) -> Fact:
    values = {
        "method": "subjects",
        "form": "subject-country",
        "question": "Which country bought the salt?",
        "answer": "Norway",
        "answer_type": AnswerType.COUNTRY,
        "statement": "Norway bought the salt from Spain.",
        "answer_at": 0,
        "accepted": ("Kingdom of Norway",),
        "evidence": (ABOLISHED,),
        "section": "Trade",
        **fields,
    }
    return Fact.model_validate(values)


def made(kind: str, *facts: Fact, seed: int = 0) -> Item | None:
    sibling = fact(form="term", answer="brine", answer_type=AnswerType.TERM, subject="brine")
    return kinds.get(kind).make(facts[0], Distractors([*facts, sibling], NAMES, [], seed))


@pytest.mark.parametrize("one", ITEMS, ids=lambda one: one.kind)
def test_the_key_earns_all_points(one):
    asked = interaction(one)
    score = grade(asked, right_response(asked))
    assert (score.points, score.right) == (1, True)


def test_the_banks_for_tests_have_every_kind():
    assert sorted(one.kind for one in ITEMS) == kinds.names()


@pytest.mark.parametrize("name", kinds.names())
def test_what_is_promised_to_plug_ins_holds(name):
    assert_kind(name)


@pytest.mark.parametrize("name", kinds.names())
@pytest.mark.parametrize(
    "bare", [fact(question="", statement="", answer_at=-1), fact(answer_type=AnswerType.TEXT)]
)
def test_a_kind_that_does_not_fit_makes_nothing_or_something_sound(name, bare):
    item = made(name, bare)
    assert item is None or (item.stem and item.key and item.evidence == bare.evidence)


def test_items_cite_their_fact():
    one = fact()
    item = made("short_answer", one)
    assert item is not None
    assert item.key == ("Norway", "Kingdom of Norway")
    assert item.tags == ("subjects", "Trade")
    assert item.origin == one.fingerprint
    assert item.explanation == one.statement


def test_a_cloze_has_its_gap_where_the_key_was():
    item = made("cloze", fact())
    assert item is not None
    assert item.stem == f"{GAP} bought the salt from Spain."


@pytest.mark.parametrize(
    "statement",
    ["A Norway bought it.", "This is an Norway."],
)
def test_no_gap_behind_an_article(statement):
    told = fact(statement=statement, answer_at=statement.index("Norway"))
    assert made("cloze", told) is None


def test_a_choice_needs_wrong_options():
    item = made("choice", fact())
    assert item is not None
    assert item.distractors[:2] == ("Spain", "China")  # of the text first, then from data
    assert country(item.distractors[2]) is not None
    assert made("choice", fact(answer_type=AnswerType.PHRASE)) is None


def test_statements_are_true_or_false_in_turn():
    items = [made("true_false", fact(), seed=seed) for seed in range(12)]
    assert {(item.stem, item.key) for item in items if item} == {
        ("Norway bought the salt from Spain.", ("True",)),
        ("Spain bought the salt from Norway.", ("False",)),
    }


def test_numbers_stand_in_their_order():
    options = ("1804", "1821", "1794")
    asked = interaction(item("a", "choice", "When?", options[0], distractors=options[1:]))
    assert isinstance(asked, Choice)
    assert asked.options == ("1794", "1804", "1821")
    assert not asked.shuffle
    assert asked.right == (1,)


@pytest.mark.parametrize(
    ("options", "ordered"),
    [
        (("44 BC", "100 BC", "31 BC"), ("100 BC", "44 BC", "31 BC")),
        (("May 1804", "March 1810", "June 1790"), ("June 1790", "May 1804", "March 1810")),
        (("2 May 1804", "May 1, 1804"), ("May 1, 1804", "2 May 1804")),
        (("March", "December", "April"), ("March", "April", "December")),
        (("2 million", "500 thousand"), ("500 thousand", "2 million")),
        (("1 day", "10 days", "2 days"), ("1 day", "2 days", "10 days")),
        (("Two ships", "one ship", "ten ships"), ("one ship", "Two ships", "ten ships")),
        (("$1,200", "$900.50"), ("$900.50", "$1,200")),
        (("30 kg", "2 tonnes"), None),
        (("more than 30", "20"), None),
        (("3 May", "5 May 1804"), None),
        (("salt", "tar"), None),
        (("", "²"), None),
    ],
)
def test_the_natural_order_of_options(options, ordered):
    assert natural_order(options) == ordered


def test_several_right_numbers_stand_in_their_order():
    made = item("a", "multiple_response", "Which are even?", "10", "8", distractors=("9", "7"))
    assert interaction(made) == Choice(
        options=("7", "8", "9", "10"), right=(1, 3), multiple=True, shuffle=False
    )


def test_matching_needs_three_pairs():
    pairs = (("a", "1"), ("b", "2"), ("c", "3"))
    item = made("matching", fact(pairs=pairs))
    assert item is not None
    assert (item.prompts, item.key) == (("a", "b", "c"), ("1", "2", "3"))
    assert made("matching", fact(pairs=pairs[:2])) is None


def test_an_unknown_kind():
    with pytest.raises(UnknownName):
        interaction(item("a", "essay", "Discuss.", "…"))

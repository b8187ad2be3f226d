"""What gives an item away, and that of items put side by side none does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.learning.giveaways import Told, apart
from quizlib.model import Evidence
from tests.banks import ABOLISHED, BARREL, item

TERROR = "The Terror was the period in which about 17,000 people were officially executed."
PRICES = item(
    "prices",
    "flashcard",
    "Why did the Committee introduce price controls?",
    "to feed the cities",
    context=TERROR,
    evidence=(BARREL,),
)
PERIOD = item(
    "period",
    "term",
    "What was the period in which about 17,000 people were officially executed?",
    "the Terror",
)


def left_out(*items):
    return [(one.id, other.id) for one, other in apart(items)[1]]


def test_a_context_that_says_what_another_asks_for_gives_it_away_whichever_comes_first():
    assert left_out(PRICES, PERIOD) == [("period", "prices")]
    assert left_out(PERIOD, PRICES) == [("prices", "period")]


@pytest.mark.parametrize(
    ("stem", "key", "seen"),
    [
        ("Who abolished the salt tax?", "the harbour council",
         "When did the harbour council abolish the salt taxes?"),
        ("How many pans had Elmswick?", "two", "Who sold the two pans of Elmswick?"),
        ("The council sold its rope.", "True", "The council sold its rope in Holm."),
    ],
)  # fmt: skip
def test_words_that_answer_another(stem, key, seen):
    asked = item("asked", "flashcard", stem, key, evidence=(BARREL,))
    fields = {"context": seen} if key == "True" else {}
    other = item("other", "flashcard", "Why?" if fields else seen, "so", **fields)
    assert left_out(other, asked) == [("asked", "other")]


@pytest.mark.parametrize(
    ("stem", "key", "seen"),
    [
        ("Who abolished the salt tax?", "the king", "When did the council abolish the salt tax?"),
        ("Who founded the first pan house?", "the council", "What did the council abolish?"),
        ("The council sold its rope.", "True", "Why did the council sell its rope?"),
        ("?", "!", "! ?"),
    ],
)
def test_words_that_do_not(stem, key, seen):
    asked = item("asked", "flashcard", stem, key, evidence=(BARREL,))
    assert left_out(item("other", "flashcard", seen, "so"), asked) == []


def test_the_same_quote_gives_away():
    one, other = (item(id, "flashcard", f"{id}?", "so", evidence=(ABOLISHED,)) for id in "ab")
    assert left_out(one, other) == [("b", "a")]


WORDS = st.lists(st.sampled_from("salt tax rope tar herring pans".split()), max_size=4).map(
    " ".join
)
ITEMS = st.builds(
    lambda number, stem, key, context, start: item(
        str(number),
        "flashcard",
        f"Who {stem}?",
        key or "nobody",
        context=context,
        evidence=(Evidence(document="d", quote="told", start=start, end=start + 4, line=1),),
    ),
    st.integers(0, 10**6),
    WORDS,
    WORDS,
    WORDS,
    st.integers(0, 100),
)


@given(st.lists(ITEMS, max_size=12, unique_by=lambda each: each.id))
@settings(max_examples=200, deadline=None)
def test_of_those_kept_none_answers_another_and_each_other_has_its_reason(items):
    def clash(one, other):
        [a], [b] = one.evidence, other.evidence
        told, its = Told.of(one), Told.of(other)
        overlap = a.start < b.end and b.start < a.end
        return overlap or told.answers(its) or its.answers(told)

    kept, others = apart(items)
    assert sorted(each.id for each in items) == sorted(
        [*(each.id for each in kept), *(each.id for each, _ in others)]
    )
    assert not any(clash(a, b) for a in kept for b in kept if a.id != b.id)
    assert all(clash(one, other) and other in kept for one, other in others)

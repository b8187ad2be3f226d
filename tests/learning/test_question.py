"""What may be sent to a learner before the answer is in."""

from __future__ import annotations

import pytest

from quizlib.errors import UnknownName
from quizlib.learning import Quiz
from tests.banks import HOSTILE, ITEMS, bank, item

BANK = bank()
QUIZ = Quiz(BANK, count=20, seed=1)


@pytest.mark.parametrize("asked", ITEMS, ids=lambda one: one.kind)
def test_a_question_shows_what_the_sitting_shows_and_no_key(asked):
    question = QUIZ.question(asked)
    put = QUIZ.presented(asked)
    assert (question.id, question.kind, question.type) == (
        asked.id,
        asked.kind,
        put.interaction.type,
    )
    assert (question.stem, question.context) == (asked.stem, asked.context)
    assert question.options == put.options
    assert set(asked.key) <= set(question.options) or not set(asked.key) & set(question.options)
    told = question.model_dump_json()
    if question.type in {"text_entry", "extended_text"}:
        assert not any(key in told for key in asked.key)


def test_a_question_as_plain_text():
    assert str(QUIZ.question("choice1")) == (
        "The Salt Tax · Harbour Gazette, 3 May 2019\n"
        "When did the harbour council abolish the salt tax?\n"
        "1) 1794\n2) 1804\n3) 1814\n4) 1821\n"
        "Choose one."
    )
    assert str(QUIZ.question("flash1")).splitlines()[1:] == [
        "The salt tax fell hardest on fishing villages.",
        "Why did the harbour council abolish the salt tax?",
        "Answer in your own words, then compare.",
    ]


def test_sides_of_a_match_have_numbers_and_letters():
    lines = str(QUIZ.question("match1")).splitlines()
    assert lines[2:5] == ["1) salt tax", "2) barrel of herring", "3) pan house"]
    assert [line[:3] for line in lines[5:8]] == ["a) ", "b) ", "c) "]


@pytest.mark.parametrize("text", HOSTILE)
def test_plain_text_is_safe_to_print(text):
    made = bank(item("odd", "flashcard", text, "key", context=text))
    told = str(Quiz(made).question("odd"))
    assert all(line.isprintable() for line in told.split("\n"))
    assert len(told.split("\n")) <= 4


def test_what_is_no_answer_can_be_told_before_it_counts():
    assert QUIZ.readable("choice1", "2")
    assert QUIZ.readable("choice1", "1814")
    assert not QUIZ.readable("choice1", "what?")
    assert QUIZ.readable("short1", "what?")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("1c 2b 3a", True),
        ("b a c", True),
        ("1c 3a", True),
        ("1c 2b 3?", True),
        ("2? 3?", True),
        ("", True),
        ("c a", False),
        ("1c 2b 3", False),
        ("1c 2d", False),
        ("cab or so", False),
    ],
)
def test_pairs_may_leave_others_out(text, whole):
    assert QUIZ.readable("match1", text) is whole


def test_items_are_found_by_their_ids():
    quiz = Quiz(BANK, count=20, seed=1)
    assert quiz.item("choice1") is quiz.item(ITEMS[1])
    assert quiz.answer("choice1", "1804").right
    assert quiz.answer("flash1", "smuggling").self_rated
    assert quiz.rate("flash1", right=True).right
    assert quiz.summary.total.right == 2
    with pytest.raises(UnknownName, match="unknown item of this sitting 'chioce1'"):
        quiz.answer("chioce1", "1804")

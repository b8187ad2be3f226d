"""Clauses and questions, by what they say."""

from __future__ import annotations

import pytest

from quizlib.language.clause import tidy
from quizlib.language.clauses import clauses
from quizlib.language.questions import ask, ask_subject
from tests.documents import analysed


def first(text):
    found = list(clauses(analysed(text).sentences[0]))
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Norway buys cheap salt.", "What does Norway buy?"),
        ("Norway bought cheap salt.", "What did Norway buy?"),
        ("Norway has often bought cheap salt.", "What has Norway often bought?"),
        ("Fishermen buy cheap salt.", "What do fishermen buy?"),
        ("Norway will not buy cheap salt.", "What will Norway not buy?"),
        ("In May, Norway bought cheap salt.", "What did Norway buy in May?"),
        ("However, Norway bought cheap salt.", "What did Norway buy?"),
        ("Norway, a cold country, bought cheap salt.", "What did Norway buy?"),
    ],
)
def test_questions_for_the_object(text, question):
    clause = first(text)
    [part] = [part for part in clause.after if part.role == "dobj"]
    assert ask(clause, "What", part) == question


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Fishermen buy cheap salt.", "Who buys cheap salt?"),
        ("The fishermen were tired.", "Who was tired?"),
        ("Fishermen have bought cheap salt.", "Who has bought cheap salt?"),
        ("Fishermen often buy cheap salt.", "Who often buys cheap salt?"),
        ("Fishermen will soon buy salt.", "Who will buy salt?"),
    ],
)
def test_questions_for_the_subject(text, question):
    assert ask_subject(first(text), "Who") == question


def test_a_preposition_is_left_where_its_object_was():
    clause = first("Holm supplies Norway with cheap salt.")
    [part] = [part for part in clause.after if part.role == "prep"]
    assert ask(clause, "What", part, stranded="with") == "What does Holm supply Norway with?"


def test_joined_clauses_come_one_by_one():
    sentence = analysed("Norway buys salt, but Spain sells cheap wine.").sentences[0]
    said = [clause.said(clause.tokens) for clause in clauses(sentence)]
    assert said == ["Norway buys salt", "Spain sells cheap wine"]


def test_no_clause_without_a_finite_verb():
    assert first("Salt and herring.") is None


def test_tidy_mends_the_marks_around_what_was_left_out():
    assert tidy("Norway , , bought ( salt ) .") == "Norway, bought (salt)."

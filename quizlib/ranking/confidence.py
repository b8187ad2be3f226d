"""Confidence: the chance that a teacher would accept the item, from what can be counted.

Every form starts from the share of good items that it has had; what moves it is what
told good from bad in blind ratings by the rubric: a clause that is most of its sentence,
a short sentence with few marks, a stem that says enough to have one answer, and how much
the document is about the fact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.model import AnswerType

if TYPE_CHECKING:
    from quizlib.model import Fact

#: Form -> where it starts.
BASE = {
    "by-hand": 0.95,
    "gap": 0.95,
    "pair": 0.8,
    "definition": 0.8,
    "term": 0.76,
    "because": 0.78,
    "in-order-to": 0.74,
    "by-doing": 0.7,
    "if": 0.72,
    "series": 0.75,
    "match": 0.75,
    "aim": 0.74,
    "role": 0.66,
    "who-is": 0.68,
    "who-is-a": 0.45,
    "called": 0.62,
    "allow": 0.62,
    "agent-phrase": 0.66,
    "agent-person": 0.66,
    "agent-list": 0.62,
    "year": 0.64,
    "date": 0.58,
    "when": 0.6,
    "where": 0.54,
    "how-many": 0.56,
    "what-is": 0.52,
    "who-was": 0.5,
    "object-list": 0.54,
    "object-country": 0.54,
    "object-person": 0.56,
    "object-phrase": 0.5,
    "subject-country": 0.58,
    "subject-person": 0.63,
    "subject-name": 0.48,
    "subject-phrase": 0.52,
}
PREPOSITION = 0.64
CONTENT = 0.56

#: Items that a person wrote are kept whatever they look like.
WRITTEN = frozenset({"by-hand", "gap"})


def confidence(fact: Fact) -> float:
    """In [0, 1], rounded to two places so that no last bit decides."""
    usual = PREPOSITION if fact.method == "prepositions" else CONTENT
    value = BASE.get(fact.form, usual)
    if fact.form in WRITTEN:
        return value
    value += 0.15 * (fact.salience - 0.5)
    if fact.features:
        value -= _doubts(fact, dict(fact.features))
    return round(min(0.94, max(0.05, value)), 2)


def _doubts(fact: Fact, counted: dict[str, float]) -> float:
    """What speaks against an item of running text, in all."""
    about = bool(counted["subject in title"]) or fact.salience > 0.5
    stem, key = len(fact.question.split()), len(fact.answer.split())
    doubts = (
        (0.015 * max(0.0, counted["sentence words"] - 18), 0.2),
        (0.03 * max(0.0, counted["sentence marks"] - 1), 0.12),
        (0.1 * (counted["clause share"] < 0.75), 0.1),
        (0.04 * max(0.0, 5 - counted["telling"]) * (not about), 0.12),
        (0.05 * (counted["adjuncts"] == 0 and not about), 0.05),
        (0.01 * max(0, stem - 14) + 0.01 * max(0, key - 10), 0.15),
        (0.05 * bool(fact.context), 0.05),
        # What the whole document is about is no answer to a question on it.
        (0.1 * (fact.form == "subject-phrase" and counted["subject in title"]), 0.1),
        (0.05 * (fact.answer_type is AnswerType.PHRASE and key == 1), 0.05),
    )
    return sum(min(doubt, most) for doubt, most in doubts)

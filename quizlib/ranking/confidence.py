"""Confidence: the chance that a teacher would accept the item, from what can be counted.

The base rates of the forms come from blind trials by the rubric in docs/quality.md;
the rest moves them by what those trials found to matter: length of stem and key,
context that has to be shown, how much the document is about the fact.
"""

from __future__ import annotations

from quizlib.model import AnswerType, Fact

#: Form -> share of good items before anything else is known.
BASE = {
    "by-hand": 0.95,
    "gap": 0.95,
    "pair": 0.8,
    "definition": 0.85,
    "term": 0.8,
    "because": 0.75,
    "in-order-to": 0.7,
    "by-doing": 0.65,
    "if": 0.7,
    "series": 0.75,
    "role": 0.7,
    "aim": 0.75,
    "who-is": 0.7,
    "who-is-a": 0.45,
    "match": 0.75,
    "year": 0.7,
    "date": 0.65,
    "how-many": 0.6,
    "object-list": 0.55,
    "object-country": 0.5,
    "object-person": 0.55,
    "object-phrase": 0.5,
    "subject-country": 0.55,
    "subject-person": 0.6,
    "subject-phrase": 0.5,
}
#: Items that a person wrote are kept whatever they look like.
WRITTEN = frozenset({"by-hand", "gap"})
PREPOSITION = 0.6
CONTENT = 0.55


def confidence(fact: Fact) -> float:
    """In [0, 1], rounded to two places so that no last bit decides."""
    usual = PREPOSITION if fact.method == "prepositions" else CONTENT
    value = BASE.get(fact.form, usual)
    if fact.form in WRITTEN:
        return value
    value += 0.15 * (fact.salience - 0.5)
    if not fact.verbatim and not fact.pairs and not fact.members:
        value -= 0.01 * max(0, len(fact.question.split()) - 14)
        value -= 0.01 * max(0, len(fact.answer.split()) - 10)
    if fact.context:
        value -= 0.05
    if fact.answer_type is AnswerType.PHRASE and len(fact.answer.split()) == 1:
        value -= 0.05
    return round(min(0.95, max(0.05, value)), 2)

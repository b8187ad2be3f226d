"""Salience: how much a document is about a fact.

w(lemma) = (sentences of the document that hold it - 1), divided by the document's
highest. For a fact, as measured on encyclopedia text (docs/quality.md): the highest
w in its subject weighs .35, in its question .25, the mean of the four highest in its
statement .2; .2 more where a word of the title stands in the subject. The measure
says nothing for short documents, which get a middling value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.language.text import straight, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizlib.language import Analysis
    from quizlib.model import Fact

SHORTEST = 15  # sentences


def salience(fact: Fact, analysis: Analysis) -> float:
    """In [0, 1], rounded to three places."""
    if len(analysis.sentences) < SHORTEST or not analysis.lemmas:
        return 0.5
    subject = _lemmas(fact.subject)
    told = _weights(analysis, _lemmas(fact.statement or f"{fact.question} {fact.answer}"), 4)
    value = (
        0.35 * _weights(analysis, subject, 1)[0]
        + 0.25 * _weights(analysis, _lemmas(fact.question), 1)[0]
        + 0.2 * sum(told) / len(told)
        + 0.2 * (not analysis.title_lemmas.isdisjoint(subject))
    )
    return round(min(1.0, value), 3)


def _weights(analysis: Analysis, lemmas: Iterable[str], most: int) -> list[float]:
    """The highest weights of the lemmas, `most` at the most; a weight of 0 for no lemma."""
    top = analysis.highest - 1 or 1
    counts = sorted([analysis.lemmas.get(lemma, 0) for lemma in lemmas], reverse=True) or [0]
    return [max(0, count - 1) / top for count in counts[:most]]


def _lemmas(text: str) -> list[str]:
    """The words without their possessive, as the analysis counts them."""
    plain = straight(text).casefold()
    if "'" not in plain:
        return words(plain)
    return [word.removesuffix("'s").removesuffix("'") for word in words(plain)]

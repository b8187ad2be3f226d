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
    from collections.abc import Iterator

    from quizlib.language import Analysis
    from quizlib.model import Fact

SHORTEST = 15  # sentences


def salience(fact: Fact, analysis: Analysis) -> float:
    """In [0, 1], rounded to three places."""
    if len(analysis.sentences) < SHORTEST or not analysis.lemmas:
        return 0.5
    top = analysis.highest - 1 or 1

    def weigh(text: str) -> list[float]:
        found = (analysis.lemmas.get(lemma, 0) for lemma in _lemmas(text))
        return sorted((max(0, count - 1) / top for count in found), reverse=True) or [0.0]

    told = weigh(fact.statement or f"{fact.question} {fact.answer}")[:4]
    titled = any(lemma in analysis.title_lemmas for lemma in _lemmas(fact.subject))
    value = (
        0.35 * weigh(fact.subject)[0]
        + 0.25 * weigh(fact.question)[0]
        + 0.2 * sum(told) / len(told)
        + 0.2 * titled
    )
    return round(min(1.0, value), 3)


def _lemmas(text: str) -> Iterator[str]:
    """The words without their possessive, as the analysis counts them."""
    for word in words(straight(text).casefold()):
        yield word.removesuffix("'s").removesuffix("'")

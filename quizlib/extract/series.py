"""Numbered entries spread over sentences: "The first reason is …", "The second reason is …".

Each is asked by its number, with the others as wrong answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.language.questions import ask
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


class Series:
    summary = "“The first reason for … is …”, asked by number"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            if ordinal(claim) is not None:
                yield from _which(claim)


def ordinal(claim: Claim) -> str | None:
    """The number of the entry that the claim gives, as its word, or None."""
    clause = claim.clause
    words = [token.lower_ for token in clause.subject.tokens[:2]]
    counted = len(words) == 2 and words[0] == "the" and words[1] in ORDINALS
    return words[1] if counted and clause.verb.lemma_ == "be" and clause.after else None


def _which(claim: Claim) -> Iterator[Fact]:
    clause = claim.clause
    part = clause.after[0]
    if part.role not in ("attr", "ccomp", "xcomp", "acomp") or len(clause.after) > 1:
        return
    kind = AnswerType.PHRASE if part.role == "attr" else AnswerType.CLAUSE
    told = [token for token in clause.subject.tokens if token.lower_ not in ("the", *ORDINALS)]
    asking = Asking(
        form="series",
        question=ask(clause, "What", part),
        answer=part.tokens,
        kind=kind,
        asked=part,
        relation=clause.said(told).casefold(),
        least=1,
    )
    yield from facts(claim, "series", asking)


method = Series()

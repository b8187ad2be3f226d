"""Results: "X, so Y"; asked with "Why" for what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.extract._wholeness import whole
from quizlib.language.clauses import consequences
from quizlib.language.questions import ask, inside
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis, Clause


class Results:
    summary = "“X, so Y”, asked with “Why Y?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            for cause, effect in consequences(claim.sentence):
                if effect.verb.i == claim.clause.verb.i and _reason(cause):
                    yield from _why(claim, cause)


def _reason(cause: Clause) -> bool:
    """Whether the cause can be told alone; what is not so may well be a reason."""
    return whole(cause) or cause.negation is not None


def _why(claim: Claim, cause: Clause) -> Iterator[Fact]:
    asking = Asking(
        form="because",
        question=ask(claim.clause, "Why", None),
        answer=cause.tokens,
        kind=AnswerType.REASON,
        text=inside(cause, cause.tokens),
        lead="because",
    )
    yield from facts(claim, "results", asking)


method = Results()

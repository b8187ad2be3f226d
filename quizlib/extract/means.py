"""Means: what stands behind "by …-ing"; asked with "How"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.language.questions import ask
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis, Part


class Means:
    summary = "“… by …-ing …”, asked with “How”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            for part in claim.clause.after:
                if is_means(part):
                    yield from _how(claim, part)


def is_means(part: Part) -> bool:
    """Whether the part is "by" with a verb in -ing, of an active clause."""
    if part.tokens[0].lower_ != "by" or len(part.tokens) < 3:
        return False
    return any(child.dep_ == "pcomp" and child.tag_ == "VBG" for child in part.head.children)


def _how(claim: Claim, part: Part) -> Iterator[Fact]:
    if any(token.dep_ == "auxpass" for token in claim.clause.auxiliaries):
        return
    asking = Asking(
        form="by-doing",
        question=ask(claim.clause, "How", part),
        answer=part.tokens,
        kind=AnswerType.MEANS,
        asked=part,
    )
    yield from facts(claim, "means", asking)


method = Means()

"""Reasons: what stands behind "because", "because of", "due to"; asked with "Why"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.language.questions import ask
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis, Part

CUES = frozenset({"because", "due"})


class Reasons:
    summary = "“… because …”, “… because of …”, “… due to …”, asked with “Why”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            for part in claim.clause.parts:
                if is_reason(part):
                    yield from _why(claim, part)


def is_reason(part: Part) -> bool:
    """Whether the part gives a reason."""
    if part.role == "advcl":
        return part.tokens[0].lower_ in CUES
    return part.role in ("prep", "acomp") and part.tokens[0].lower_ in CUES


def _why(claim: Claim, part: Part) -> Iterator[Fact]:
    question = ask(claim.clause, "Why", part)
    text = claim.clause.said(part.tokens)
    text = text[:1].lower() + text[1:]
    asking = Asking(
        form="because",
        question=question,
        answer=part.tokens,
        kind=AnswerType.REASON,
        text=text,
        asked=part,
    )
    yield from facts(claim, "reasons", asking)


method = Reasons()

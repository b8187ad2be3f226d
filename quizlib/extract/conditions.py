"""Conditions: "If X, Y could happen", asked for what could happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.extract._gates import LONGEST_STEM
from quizlib.language.questions import inside
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis

_MODALS = {"could": "could", "would": "would", "will": "will", "may": "may", "might": "might"}


class Conditions:
    summary = "“If X, Y could …”, asked with “What could happen if X?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            yield from _what_if(claim)


def _what_if(claim: Claim) -> Iterator[Fact]:
    clause = claim.clause
    modal = next((t.lower_ for t in clause.auxiliaries if t.lower_ in _MODALS), None)
    condition = next(
        (p for p in clause.parts if p.role == "advcl" and p.tokens[0].lower_ == "if"), None
    )
    if modal is None or condition is None:
        return
    happens = [token for token in clause.tokens if token not in condition.tokens]
    question = f"What {modal} happen {inside(clause, condition.tokens)}?"
    if len(question.split()) > LONGEST_STEM:
        return
    text = inside(clause, happens)
    asking = Asking(form="if", question=question, answer=happens, kind=AnswerType.CLAUSE, text=text)
    yield from facts(claim, "conditions", asking)


method = Conditions()

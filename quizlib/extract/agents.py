"""Agents of the passive: "The university was founded by X", asked with "Who founded …?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.extract._parts import human, renamed, sort_of, variants, wh
from quizlib.language.questions import ask_agent, inside
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis, Part


_NAMED = (AnswerType.PERSON, AnswerType.COUNTRY)


class Agents:
    summary = "“… was founded by X”, asked with “Who founded …?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            for part in claim.clause.after:
                if part.role == "agent" and len(part.tokens) > 1:
                    yield from _who(claim, part)


def _who(claim: Claim, part: Part) -> Iterator[Fact]:
    clause = claim.clause
    answer = part.tokens[1:]
    kind = sort_of(claim.analysis, clause, answer)
    if answer[0].tag_ == "VBG" or renamed(answer):
        return
    head = next((child for child in part.head.children if child.dep_ == "pobj"), part.head)
    person = kind not in _NAMED and (human(head) or head.ent_type_ in ("PERSON", "ORG"))
    asking = Asking(
        form=f"agent-{kind}",
        question=ask_agent(clause, "Who" if person else wh(kind), part),
        answer=answer,
        kind=kind,
        text=inside(clause, answer),
        asked=part,
        accepted=variants(claim.analysis, kind, clause.said(answer)),
    )
    yield from facts(claim, "agents", asking)


method = Agents()

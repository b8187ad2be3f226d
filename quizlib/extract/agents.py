"""Agents of the passive: "The university was founded by X", asked with "Who founded …?"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.extract._parts import forces, members, renamed, sort_of, variants, wh
from quizlib.extract.reasons import SHARES
from quizlib.language.humans import human
from quizlib.language.questions import ask_agent, inside
from quizlib.model import AnswerType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from quizlib.language import Analysis, Part
    from quizlib.model import Fact


#: How it was done, and not by whom: "set by hand", "sent by rail", "raised by means of".
_WAYS = frozenset(
    "hand foot boat rail road air sea land train car ship bus post mail gig horse means way".split()
)
#: What leads on from a person to where that was.
_WHERE = frozenset({"at", "in", "from", "near"})
#: What is only guessed has no sure agent.
_LIKELY = frozenset("likely probably possibly perhaps presumably".split())
#: How much of it the agent does; of what is done in part, others are as right.
_MOSTLY = SHARES - _LIKELY - {"partly"}


class Agents:
    summary = "“… was founded by X”, asked with “Who founded …?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            for part in claim.clause.after:
                if part.role == "agent" and len(part.tokens) > 1 and not _more(claim, part):
                    yield from _who(claim, part)


def _more(claim: Claim, agent: Part) -> bool:
    """Whether what follows belongs to the agent ("interest in knowing …"), or is another one."""
    others = [part for part in claim.clause.after if part is not agent]
    following = [part for part in others if part.start > agent.start]
    doing = any(c.dep_ == "pcomp" for part in following[:1] for c in part.head.children)
    from_it = any(part.tokens[0].lower_ in ("from", "of") for part in following[:1])
    guessed = any(token.lower_ in _LIKELY for token in claim.clause.inner)
    if any(part.role == "prep" and len(part.tokens) == 1 for part in others):
        return True  # "was paid for by …"
    return doing or from_it or guessed or any(part.tokens[0].lower_ == "by" for part in others)


def _who(claim: Claim, part: Part) -> Iterator[Fact]:
    clause = claim.clause
    answer = _himself(part.tokens[1:])
    kind = sort_of(claim.analysis, clause, answer)
    if any(t.dep_ == "nummod" and t.text[0].isdigit() and not human(t.head) for t in answer):
        return  # "raised by about 200 millimetres"
    if any(t.ent_type_ == "DATE" and t.dep_ == "pobj" for t in answer):
        return  # "established by the sixteenth century"
    if answer[0].tag_ == "VBG" or {answer[0].lemma_, answer[0].lower_} & _WAYS or renamed(answer):
        return
    asked = _by_whom(claim, part, kind)
    named = any(token.pos_ == "PROPN" for token in answer)
    if asked == "What" and named and not forces(answer):
        return  # of what sort the named thing is, only its name could tell
    beside = [p for p in clause.after if not _chiefly(p, part)]
    clause = replace(clause, after=tuple(beside))
    asking = Asking(
        form=f"agent-{kind}",
        question=ask_agent(clause, asked, part),
        answer=answer,
        kind=kind,
        text=inside(clause, answer),
        asked=part,
        members=members(clause, answer) if kind is AnswerType.LIST else (),
        accepted=variants(claim.analysis, kind, clause.said(answer)),
    )
    yield from facts(claim, "agents", asking)


def _chiefly(part: Part, agent: Part) -> bool:
    """Whether it says how much of it the agent does: "is reworked chiefly by waves"."""
    alone = part.role == "advmod" and len(part.tokens) == 1
    return alone and part.start == agent.start - 1 and part.tokens[0].lower_ in _MOSTLY


def _himself(told: Sequence[Token]) -> Sequence[Token]:
    """Who it was, without where: "Christian Schönbein at Basel"; "Eric of Pomerania" stays."""
    if told[0].ent_type_ != "PERSON":
        return told
    ends = next((n for n, t in enumerate(told) if n and t.lower_ in _WHERE), len(told))
    return told[:ends]


def _by_whom(claim: Claim, part: Part, kind: AnswerType) -> str:
    asked = wh(claim.analysis, kind, part.tokens[1:])
    head = next((child for child in part.head.children if child.dep_ == "pobj"), part.head)
    organised = head.ent_type_ == "ORG" and head.pos_ == "PROPN" and not forces(part.tokens)
    return "Who" if asked == "What" and organised else asked


method = Agents()

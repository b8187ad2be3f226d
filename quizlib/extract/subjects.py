"""Subjects: who, which country or what did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.extract._parts import human, sort_of, variants, wh
from quizlib.language.questions import ask_subject, inside
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis

_WEAK = frozenset(
    """
    be include occur meet show suggest have seem appear become mean resemble explain follow
    """.split()
)


class Subjects:
    summary = "“Who …?”, “Which country …?”, “What led to …?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            yield from _who(claim)


def _who(claim: Claim) -> Iterator[Fact]:
    clause = claim.clause
    tokens = clause.subject.tokens
    kind = sort_of(claim.analysis, clause, tokens)
    if kind is AnswerType.LIST or tokens[0].dep_ == "expl" or clause.verb.lemma_ in _WEAK:
        return
    if kind is AnswerType.PHRASE and not _concept(claim):
        return
    text = inside(clause, tokens)
    word = "Who" if kind is AnswerType.PHRASE and human(clause.subject.head) else wh(kind)
    asking = Asking(
        form=f"subject-{kind}",
        question=ask_subject(clause, word),
        answer=tokens,
        kind=kind,
        text=text,
        accepted=variants(claim.analysis, kind, text),
    )
    yield from facts(claim, "subjects", asking)


def _concept(claim: Claim) -> bool:
    """A short common noun phrase that does something telling (notes: "what" + subject)."""
    clause = claim.clause
    head = clause.subject.head
    plain = head.pos_ == "NOUN" and not head.ent_type_ and len(clause.subject.tokens) <= 5
    return plain and len(clause.tokens) >= 8


method = Subjects()

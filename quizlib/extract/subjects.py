"""Subjects: who, which country or what did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.extract._parts import human, renamed, sort_of, variants, wh
from quizlib.language.questions import ask_subject, inside
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis

_WEAK = frozenset(
    "be have seem appear become mean occur include resemble explain follow cover meet".split()
)


LONGEST, SHORTEST = 8, 7  # words in a subject that is asked for, and in its clause


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
    named = kind in (AnswerType.PHRASE, AnswerType.PLACE) and _name(claim)
    if renamed(tokens) or (kind is AnswerType.PHRASE and not named and not _concept(claim)):
        return
    text = inside(clause, tokens)
    word = "Who" if kind is AnswerType.PHRASE and human(clause.subject.head) else wh(kind)
    asking = Asking(
        form="subject-name" if named else f"subject-{kind}",
        question=ask_subject(clause, word),
        answer=tokens,
        kind=kind,
        text=text,
        accepted=variants(claim.analysis, kind, text),
    )
    yield from facts(claim, "subjects", asking)


def _concept(claim: Claim) -> bool:
    """A common noun phrase that does something telling."""
    clause = claim.clause
    head = clause.subject.head
    plain = head.pos_ == "NOUN" and not head.ent_type_ and len(clause.subject.tokens) <= LONGEST
    return plain and len(clause.tokens) >= SHORTEST


def _name(claim: Claim) -> bool:
    """A short name of something that is neither a person nor a people."""
    clause, analysis = claim.clause, claim.analysis
    text = clause.said(clause.subject.tokens)
    labels = {token.ent_type_ for token in clause.subject.tokens if token.pos_ == "PROPN"}
    if clause.subject.head.pos_ != "PROPN" or len(clause.subject.tokens) > 6 or "" in labels:
        return False
    if clause.subject.tokens[0].lower_ == "the":
        return not labels & {"PERSON", "NORP", "DATE", "CARDINAL"}
    return analysis.is_place(text)


method = Subjects()

"""Roles: who is the leader of what, and what the goal of something is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.extract._parts import sort_of, titled, variants
from quizlib.extract._sorts import sort_named
from quizlib.extract.onlies import alone
from quizlib.extract.series import ordinal
from quizlib.language.humans import single
from quizlib.language.questions import ask, ask_subject, inside
from quizlib.language.questions import names as called
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis, Part

#: What something is for, made of, or after.
AIMS = frozenset(
    """
    aim goal purpose objective task role function mission interest concern priority cause reason
    source result effect benefit advantage drawback risk condition capital basis origin
    lifeline symbol
    """.split()
)


class Roles:
    summary = "“Who is the leader of X?”, “What is the main goal of X?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            clause = claim.clause
            if clause.verb.lemma_ != "be" or not clause.after or ordinal(claim):
                continue
            if clause.after[0].role == "attr" and _definite(claim):
                yield from _who(claim)
            if clause.subject.head.lemma_.lower() in AIMS:
                yield from _aim(claim)
            elif _definite_subject(claim) and _name(clause.after[0]):
                yield from _named(claim, clause.after[0])


def _definite(claim: Claim) -> bool:
    """One only: "the leader of …", "the first city to …", "the largest …"."""
    head = claim.clause.after[0].head
    marks = list(head.children)
    only = any(c.tag_ == "JJS" or c.lower_ in ("first", "last", "only", "most") for c in marks)
    which = any(c.dep_ in ("prep", "relcl", "acl") for c in marks)
    return any(c.lower_ == "the" for c in marks) and (which or only)


def _who(claim: Claim) -> Iterator[Fact]:
    clause = claim.clause
    tokens = clause.subject.tokens
    kind = sort_of(claim.analysis, clause, tokens)
    named = [token for token in tokens if token.pos_ != "DET"]
    person = kind is AnswerType.PERSON or titled(claim.analysis, clause.subject.head)
    names = kind is AnswerType.COUNTRY or all(token.pos_ == "PROPN" for token in named)
    names = names or (len(named) == 1 and clause.after[0].head.lemma_ == "capital")
    if len(named) == 1 and not called(named[0]):
        return  # "Latitude is the distance …" tells what it is
    if not (names or person) or alone(clause.after[0].head):
        return
    text = clause.said(tokens)
    thing = kind is not AnswerType.COUNTRY and bool(sort_named(claim.analysis, tokens))
    person = (person or single(clause.after[0].head)) and not thing
    word = "Who" if person else "Which country" if kind is AnswerType.COUNTRY else "What"
    asking = Asking(
        form="role",
        question=ask_subject(clause, word, several=clause.after[0].head.tag_ in ("NNS", "NNPS")),
        answer=tokens,
        kind=kind,
        text=inside(clause, tokens),
        accepted=variants(claim.analysis, kind, text),
        relation="be " + clause.after[0].head.lemma_,
        least=2,
    )
    yield from facts(claim, "roles", asking)


def _definite_subject(claim: Claim) -> bool:
    """One only, told first: "The president of Holm is …", "The owner of the ship was …"."""
    head = claim.clause.subject.head
    of = any(c.lower_ == "of" for c in head.children)
    return head.tag_ == "NN" and of and any(c.lower_ == "the" for c in head.children)


def _name(part: Part) -> bool:
    return part.role == "attr" and all(
        t.pos_ == "PROPN" or t.lower_ in ("the", "of") for t in part.tokens
    )


def _named(claim: Claim, part: Part) -> Iterator[Fact]:
    """“The owner of X is Y”, asked with “Who is the owner of X?”."""
    clause = claim.clause
    kind = sort_of(claim.analysis, clause, part.tokens)
    person = kind is AnswerType.PERSON or single(clause.subject.head)
    word = "Which country" if kind is AnswerType.COUNTRY else "Who" if person else "What"
    asking = Asking(
        form="role",
        question=ask(clause, word, part),
        answer=part.tokens,
        kind=kind,
        asked=part,
        accepted=variants(claim.analysis, kind, clause.said(part.tokens)),
        relation="be " + clause.subject.head.lemma_,
        least=2,
    )
    yield from facts(claim, "roles", asking)


def _aim(claim: Claim) -> Iterator[Fact]:
    clause = claim.clause
    part = clause.after[0]
    kinds = {"xcomp": AnswerType.PURPOSE, "ccomp": AnswerType.CLAUSE, "attr": AnswerType.PHRASE}
    maybe = any(token.tag_ == "MD" for token in clause.auxiliaries)
    if part.role not in kinds or len(clause.after) > 1 or maybe:
        return
    asking = Asking(
        form="aim",
        question=ask(clause, "What", part),
        answer=part.tokens,
        kind=kinds[part.role],
        asked=part,
        relation="be " + clause.subject.head.lemma_,
        least=2,
    )
    yield from facts(claim, "roles", asking)


method = Roles()

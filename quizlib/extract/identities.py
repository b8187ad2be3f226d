"""What a named thing is: "Internet2 is a consortium led by …", asked with "What is Internet2?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.language.questions import ask
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis

SHORTEST = 4  # words: less says too little to tell the thing


class Identities:
    summary = "“X is a … that …” for names, asked with “What is X?” or “Who was X?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            yield from _what_is(claim)


def _what_is(claim: Claim) -> Iterator[Fact]:
    clause = claim.clause
    subject = clause.subject
    parts = [part for part in clause.after if part.role == "attr"]
    named = subject.head.pos_ == "PROPN" and len(subject.tokens) <= 5
    if clause.verb.lemma_ != "be" or len(clause.after) != 1 or not parts or not named:
        return
    part = parts[0]
    articles = [child.lower_ for child in part.head.children if child.dep_ == "det"]
    if articles[:1] not in (["a"], ["an"]) or len(part.tokens) < SHORTEST:
        return
    person = claim.analysis.known_person(clause.said(subject.tokens))
    asking = Asking(
        form="who-was" if person else "what-is",
        question=ask(clause, "Who" if person else "What", part),
        answer=part.tokens,
        kind=AnswerType.CLAUSE,
        asked=part,
        least=1,
    )
    yield from facts(claim, "identities", asking)


method = Identities()

"""What a named thing is: "Internet2 is a consortium led by …", asked with "What is Internet2?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.extract._sorts import CLASSES
from quizlib.language.humans import single
from quizlib.language.questions import ask
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from quizlib.language import Analysis

#: What a thing may be to another as well.
_OF_ANYTHING = frozenset(
    "partner ancestor successor predecessor descendant donor sponsor agent rival friend producer"
    " consumer user".split()
)
#: What is named as people are.
_THINGS = frozenset(
    """
    plant tree flower fern moss fungus genus species animal horse dog bird fish insect ship vessel
    boat trawler yacht locomotive train aircraft rocket satellite spacecraft comet asteroid planet
    star crater mineral rock cheese bread dish drink game dance song book novel film place town
    village city settlement suburb district region area building house street road peak hill bay
    cape strait reef glacier waterfall cave site brand machine tool device instrument software
    """.split()
)
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
    if claim.analysis.is_place(clause.said(clause.subject.tokens)) and single(part.head):
        return  # "China is a major player": a place is nobody
    person = _somebody(claim, part.head)
    asking = Asking(
        form="who-was" if person else "what-is",
        question=ask(clause, "Who" if person else "What", part),
        answer=part.tokens,
        kind=AnswerType.CLAUSE,
        asked=part,
        least=1,
    )
    yield from facts(claim, "identities", asking)


def _somebody(claim: Claim, head: Token) -> bool:
    """Whether the subject is a person: by what is said of it, or by its name.

    "A collector" is one; a plant or a ship with a forename is none, and a successor may be
    anything.
    """
    word = head.lemma_.lower()
    if single(head) and word not in _OF_ANYTHING:
        return True
    named = claim.analysis.known_person(claim.clause.said(claim.clause.subject.tokens))
    return named and word not in CLASSES | _THINGS


method = Identities()

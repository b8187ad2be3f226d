"""Aims: what somebody or something seeks to do: "What did the reform seek to do?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.extract._parts import sort_of
from quizlib.language.humans import human
from quizlib.language.questions import ask
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis, Part

VERBS = frozenset("aim seek intend strive".split())
#: Of these it is the passive that tells an aim: "was designed to".
MEANT = frozenset("design intend mean".split())


class Aims:
    summary = "“X aimed to do Z”, “X was designed to do Z”, asked with “What did X aim to do?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            clause = claim.clause
            passive = any(token.dep_ == "auxpass" for token in clause.auxiliaries)
            if clause.verb.lemma_ in (MEANT if passive else VERBS) and clause.after:
                yield from _what(claim, clause.after[-1])


def _to_do(part: Part) -> bool:
    """A plain infinitive; "to be seen as …" is no deed that "do" asks for."""
    opening = part.role == "xcomp" and part.tokens[0].tag_ == "TO"
    passive = any(child.dep_ == "auxpass" for child in part.head.children)
    return opening and part.head.tag_ == "VB" and part.head.lemma_ != "be" and not passive


def _what(claim: Claim, part: Part) -> Iterator[Fact]:
    clause = claim.clause
    if not _to_do(part) or part.start != clause.verb.i + 1 or len(clause.after) > 1:
        return
    head = clause.subject.head
    if clause.verb.lemma_ == "mean" and head.tag_ == "NNS" and head.lower_.endswith(("ers", "ors")):
        return  # "divers are meant to stay away": what they have to do
    kind = sort_of(claim.analysis, clause, clause.subject.tokens)
    least = 2 if clause.verb.lemma_ in MEANT else 3
    named = head.pos_ == "PROPN" or human(head) or head.ent_type_
    if clause.verb.lemma_ == "intend" and clause.verb.tag_ == "VBD" and not named:
        return  # "casks intended to hold liquids": somebody else intended that
    somebody = kind is AnswerType.PERSON or human(head)  # they seek many things
    asking = Asking(
        form="aim",
        question=ask(clause, "What", part, stranded="to do"),
        answer=part.tokens,
        kind=AnswerType.PURPOSE,
        asked=part,
        least=4 if somebody else least,
    )
    yield from facts(claim, "aims", asking)


method = Aims()

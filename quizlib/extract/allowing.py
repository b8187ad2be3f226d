"""What somebody lets, makes or orders another do: "What did the treaty allow Britain to do?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.language.questions import ask
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis, Part

VERBS = frozenset(
    """
    allow enable permit force lead order require encourage persuade compel help urge
    inspire oblige prompt convince induce authorize
    """.split()
)


#: What is done to a thing so that it does something.
MEANT = frozenset("create establish found task employ appoint hire assign".split())


class Allowing:
    summary = "“What did X allow, force, lead … Y to do?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            passive = any(token.dep_ == "auxpass" for token in claim.clause.auxiliaries)
            if claim.clause.verb.lemma_ in (VERBS | MEANT if passive else VERBS):
                for part in claim.clause.after:
                    if part.role in ("ccomp", "xcomp", "advcl"):
                        yield from _to_do(claim, part, passive=passive)


def _to_do(claim: Claim, part: Part, *, passive: bool) -> Iterator[Fact]:
    """Whoever is to do it stays in the question, between the verb and "to do".

    Of a passive it is the subject: "What was the company ordered to do?"
    """
    to = next((n for n, token in enumerate(part.tokens) if token.tag_ == "TO"), None)
    if to is None or part.tokens[to].head != part.head or part.head.tag_ != "VB":
        return
    whom, done = part.tokens[:to], part.tokens[to:]
    last = claim.clause.after[-1] is part
    if passive and any(t.lower_ == "by" for t in part.tokens):
        return  # whoever made it do that stands among what it did
    object_told = any(p.role == "dobj" for p in claim.clause.after)
    if not last or (whom if passive else not (whom or object_told)):
        return
    left = claim.clause.said(whom) if whom else ""
    asking = Asking(
        form="allow",
        question=ask(claim.clause, "What", part, stranded=f"{left} to do".strip()),
        answer=done,
        kind=AnswerType.PURPOSE,
        asked=part,
        least=2,
    )
    yield from facts(claim, "allowing", asking)


method = Allowing()

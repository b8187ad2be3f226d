"""Names for things: "… is called X", "a process known as X"; the name is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.language.questions import ask
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis, Part

NAMING = frozenset({"call", "name", "term", "dub", "title", "nickname"})


class Called:
    summary = "“… is called X”, asked with “What is … called?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            passive = any(token.dep_ == "auxpass" for token in claim.clause.auxiliaries)
            for part in claim.clause.after:
                named = part.role == "oprd" and claim.clause.verb.lemma_ in NAMING
                if named and passive:
                    yield from _what(claim, part)


def _what(claim: Claim, part: Part) -> Iterator[Fact]:
    asking = Asking(
        form="called",
        question=ask(claim.clause, "What", part),
        answer=part.tokens,
        kind=AnswerType.TERM,
        asked=part,
        least=2,
    )
    yield from facts(claim, "called", asking)


method = Called()

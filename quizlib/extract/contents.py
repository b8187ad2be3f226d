"""What somebody shows, fears, expects or warns: the content of a that-clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import claims
from quizlib.language.questions import ask
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis

VERBS = frozenset(
    """
    show fear expect believe argue warn suggest claim conclude propose stress demand reveal
    predict find discover mean confirm say underline
    """.split()
)


class Contents:
    summary = "“What does X fear, show, expect …?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            clause = claim.clause
            for part in clause.after:
                told = part.role == "ccomp" and part.tokens[0].lower_ == "that"
                if told and clause.verb.lemma_ in VERBS:
                    asking = Asking(
                        form=f"content-{clause.verb.lemma_}",
                        question=ask(clause, "What", part),
                        answer=part.tokens,
                        kind=AnswerType.CLAUSE,
                        asked=part,
                        least=3,
                    )
                    yield from facts(claim, "contents", asking)


method = Contents()

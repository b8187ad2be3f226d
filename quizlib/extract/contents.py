"""What somebody shows, fears, expects or warns: the content of a that-clause."""

from __future__ import annotations

from collections.abc import Iterator

from quizlib.extract._claims import Claim, claims, make
from quizlib.language import Analysis
from quizlib.language.questions import ask
from quizlib.model import AnswerType, Fact

VERBS = frozenset(
    """show fear expect believe argue warn suggest claim conclude propose stress demand reveal
    predict find discover mean confirm say underline""".split()
)


class Contents:
    summary = "“What does X fear, show, expect …?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            clause = claim.clause
            for part in clause.after:
                if part.role == "ccomp" and clause.verb.lemma_ in VERBS:
                    fact = make(
                        claim, f"content-{clause.verb.lemma_}", "contents",
                        ask(clause, "What", part), part.tokens, AnswerType.CLAUSE, asked=part,
                    )  # fmt: skip
                    if fact is not None:
                        yield fact


method = Contents()

"""Dates of events, and figures: "In what year did …?", "How many …?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizlib.extract._claims import Claim, claims, make
from quizlib.language import Analysis, Part
from quizlib.language.questions import ask
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from spacy.tokens import Token

_YEAR = re.compile(r"(?:in|since) ((?:1\d|20)\d\d)")
_DATE = re.compile(r"on (\d{1,2} [A-Z][a-z]+ (?:1\d|20)\d\d|[A-Z][a-z]+ \d{1,2}, (?:1\d|20)\d\d)")


class Dates:
    summary = "“In what year did …?” for events with just one date"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            years = re.findall(r"\b(?:1\d|20)\d\d\b", claim.sentence.text)
            for part in claim.clause.parts:
                if len(years) == 1 and part.role == "prep":
                    yield from _when(claim, part)


def _when(claim: Claim, part: Part) -> Iterator[Fact]:
    text = claim.clause.said(part.tokens)
    year, day = _YEAR.fullmatch(text.lower()), _DATE.fullmatch(text)
    found = year or day
    if found is None:
        return
    since = text.lower().startswith("since")
    wh = "Since what year" if since else "In what year" if year else "On what date"
    answer: Sequence[Token] = part.tokens[1:]
    fact = make(
        claim, "year" if year else "date", "dates", ask(claim.clause, wh, part), answer,
        AnswerType.DATE, asked=part, least=2,
    )  # fmt: skip
    if fact is not None:
        yield fact


method = Dates()

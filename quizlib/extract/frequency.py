"""How often something happens: "every four years", "twice a day"; asked with "How often"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import claims
from quizlib.language.questions import ask
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis

_SPAN = r"(?:second|minute|hour|day|night|week|month|year|decade|century|season)"
_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)"
#: "Every year" and "daily" say too little to ask for.
_OFTEN = re.compile(
    rf"(?:about |roughly |around |at least |up to )?"
    rf"(?:(?:once |twice )?every (?:other|second|third|{_COUNT}) (?:{_SPAN}s?|centuries)"
    rf"|(?:once|twice|{_COUNT}(?: or {_COUNT})? times) (?:an?|each|every|per) {_SPAN})",
    re.IGNORECASE,
)
_COUNTING = frozenset({"every", "once", "twice", "times"})
#: "Grows every year" tells how it grows, and not how often.
_STEADY = frozenset("grow rise increase fall remain be have continue become".split())


class Frequency:
    summary = "“every four years”, “twice a day”, asked with “How often”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            clause = claim.clause
            plain = clause.verb.tag_ in ("VBZ", "VBP", "VBN", "VBD", "VB")
            if (
                _COUNTING.isdisjoint(claim.sentence.words)
                or not plain
                or (clause.verb.lemma_ in _STEADY and not clause.auxiliaries)
            ):
                continue
            for part in clause.parts:
                counting = any(token.lower_ in _COUNTING for token in part.tokens)
                if counting and _OFTEN.fullmatch(clause.said(part.tokens)):
                    asking = Asking(
                        form="how-often",
                        question=ask(clause, "How often", part),
                        answer=part.tokens,
                        kind=AnswerType.CLAUSE,
                        text=clause.said(part.tokens).lower(),
                        asked=part,
                        least=2,
                    )
                    yield from facts(claim, "frequency", asking)


method = Frequency()

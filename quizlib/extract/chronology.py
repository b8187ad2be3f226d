"""Dated events of one document, to be put in the order in which they happened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.language.questions import ask
from quizlib.language.text import capitalised
from quizlib.model import AnswerType, Evidence, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizlib.language import Analysis, Part

_DATED = re.compile(r"(?:in|on) (?:[A-Za-z0-9]+,? ){0,2}((?:1\d|20)\d\d)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")

#: Events worth ordering, and as many as one can hold in mind.
FEWEST, MOST = 3, 5
LONGEST = 14  # words in an event

#: A year, the event without it, and the sentence that tells both.
Event = tuple[int, str, Evidence]


class Chronology:
    summary = "dated events of one document, to be put in order"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        events: dict[int, Event] = {}
        for claim in claims(analysis):
            for part in claim.clause.parts:
                found = _event(claim, part)
                if found is not None:
                    events.setdefault(found[0], found)
        told = list(events.values())
        for start in range(0, len(told), MOST):
            few = told[start : start + MOST]
            if len(few) >= FEWEST:
                yield _in_order(analysis, few)


def _event(claim: Claim, part: Part) -> Event | None:
    """What happened in the year that the part gives, where that says it all by itself."""
    clause = claim.clause
    if part.role != "prep" or claim.speaker:
        return None
    if all(token.tag_ != "VBD" for token in (clause.verb, *clause.auxiliaries)):
        return None
    found = _DATED.fullmatch(clause.said(part.tokens))
    if found is None:
        return None
    if any(token.tag_ in ("PRP", "PRP$") for token in clause.tokens):
        return None
    # The gates for a question on its date are those for the event.
    question = ask(clause, "When", part)
    when = Asking("year", question, part.tokens, AnswerType.DATE, asked=part, bare=True)
    alone = [fact for fact in facts(claim, "chronology", when) if not fact.context]
    event = clause.said([token for token in clause.tokens if token not in part.tokens])
    if not alone or len(event.split()) > LONGEST or _YEAR.search(event):
        return None
    return int(found[1]), capitalised(event), claim.evidence


def _in_order(analysis: Analysis, events: Sequence[Event]) -> Fact:
    ordered = sorted(events, key=lambda event: event[0])
    return Fact(
        method="chronology",
        form="sequence",
        question="Put these events in the order in which they happened.",
        answer="; ".join(f"{year}: {event}" for year, event, _ in ordered),
        answer_type=AnswerType.LIST,
        members=tuple(event for _, event, _ in ordered),
        evidence=tuple(dict.fromkeys(evidence for _, _, evidence in ordered)),
        subject=analysis.document.title,
        relation="follow",
    )


method = Chronology()

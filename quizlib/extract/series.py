"""Numbered entries spread over sentences: "The first reason is …", "The second reason is …".

The order in which an author counts says nothing, so all entries are asked at once.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from quizlib.extract._claims import Claim, claims
from quizlib.extract._parts import COUNTS
from quizlib.language.humans import human
from quizlib.language.references import dangling
from quizlib.language.text import THE_TEXT
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizlib.language import Analysis, Part

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")

#: The most words in all entries together: more is no answer that anyone recalls.
LONGEST = 45


class Series:
    summary = "“The first reason for … is …”, “The second …”, asked for all of them"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        found: dict[str, list[tuple[Claim, Part]]] = defaultdict(list)
        for claim in claims(analysis):
            part = _entry(claim)
            if part is not None:
                found[_counted(claim)].append((claim, part))
        for entries in found.values():
            if [ordinal(claim) for claim, _ in entries] == list(ORDINALS[: len(entries)]):
                yield from _all(analysis, entries)


def ordinal(claim: Claim) -> str | None:
    """The number of the entry that the claim gives, as its word, or None."""
    clause = claim.clause
    words = [token.lower_ for token in clause.subject.tokens[:2]]
    counted = len(words) == 2 and words[0] == "the" and words[1] in ORDINALS
    return words[1] if counted and clause.verb.lemma_ == "be" and clause.after else None


def _entry(claim: Claim) -> Part | None:
    """What the claim says that the counted thing is: a noun phrase."""
    after = claim.clause.after
    if ordinal(claim) is None or len(after) != 1 or after[0].role != "attr":
        return None
    return after[0]


def _counted(claim: Claim) -> str:
    """What is counted, in the singular: "reason for closer ties"."""
    return claim.clause.said(claim.clause.subject.tokens[2:])


def _all(analysis: Analysis, entries: Sequence[tuple[Claim, Part]]) -> Iterator[Fact]:
    claim = entries[0][0]
    head = claim.clause.subject.head
    members = tuple(one.clause.said(part.tokens) for one, part in entries)
    answer = "; ".join(members)
    pointing = dangling(claim.clause.subject.tokens[2:], analysis.title_lemmas)
    if len(entries) < 2 or pointing or len(answer.split()) > LONGEST:
        return
    verb = "were" if claim.clause.verb.tag_ == "VBD" else "are"
    counted = _counted(claim).replace(head.text, _plural(head.text), 1)
    if len(counted.split()) < 3:
        return
    number = COUNTS[len(entries) - 1]
    # Of people there may have been more since.
    asked = f"who {verb} the first {number}" if human(head) else f"what {verb} the {number}"
    yield Fact(
        method="series",
        form="series",
        question=f"{THE_TEXT}, {asked} {counted}?",
        answer=answer,
        answer_type=AnswerType.LIST,
        members=members,
        evidence=tuple(analysis.evidence(one.sentence) for one, _ in entries),
        subject=_counted(claim),
        relation="count",
        section=claim.sentence.section,
    )


def _plural(noun: str) -> str:
    from lemminflect import getInflection

    forms = getInflection(noun, tag="NNS")  # type: ignore[no-untyped-call]
    return str(forms[0]) if forms else f"{noun}s"


method = Series()

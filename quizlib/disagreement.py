"""What several documents answer to one question: merged, told apart, or not asked.

Documents that answer alike prove the same fact together. Where they answer differently,
no answer is asked as plain fact: a claim that time may have overtaken is asked with its
date ("As of May 2019, who …"), any other with its source ("According to The Salt Tax
(Harbour Gazette, 3 May 2019), when …").
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from quizlib.agreement import agree, differ, unsourced
from quizlib.checks.stem_length import LONGEST
from quizlib.language.text import THE_TEXT, bare, words
from quizlib.model import AnswerType, Fact
from quizlib.ranking import Unasked, confidence

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from quizlib.model import DocumentRecord, Evidence

#: Answers that people word in their own way: two of them need not exclude each other.
FREE = frozenset(
    {
        AnswerType.REASON,
        AnswerType.PURPOSE,
        AnswerType.MEANS,
        AnswerType.CLAUSE,
        AnswerType.TEXT,
    }
)

MERGED = "another sentence says the same; it is asked once, with both quotes"
SEVERAL = "a document answers its question in more than one way"
ELSEWHERE = "its question is asked with the answer of another sentence"
EXACTER = "another document answers its question more exactly"
UNDATED = "documents of another date answer otherwise, and its own has no date"
LONG = f"documents disagree, and with its source the stem has more than {LONGEST} words"
TWICE = "documents disagree, and its stem names somebody else as the source"
UNTOLD = "documents disagree, and its source cannot be told from the other's"
GIVEN = "documents disagree, and its source would give the answer away"

#: Verbs that put a question into the present, where nothing was counted of its clause.
_PRESENT = re.compile(r"\b(?:is|are|does|do|has|have)\b", re.IGNORECASE)
#: Words that begin a question; any other first word may be a name.
_OPENING = frozenset(
    """
    who whom whose what which when where why how in on at by for from to since of with under
    during through until after before into about over among between against the a an
    is are was were do does did has have had can could
    """.split()
)


def settled(same: Sequence[Fact], records: Mapping[str, DocumentRecord]) -> list[Fact | Unasked]:
    """For each of some facts that ask the same, what becomes of it.

    `records` are their documents by id.
    """
    if len(same) == 1:
        return [*same]
    if _synonyms(same):
        return _in_place(same, {0: _either(same)}, [same], MERGED)
    sides = _sides(same)
    if len(sides) == 1:
        return _in_place(same, {0: _joined(sides[0])}, sides, MERGED)
    surest = _most([confidence(_surest(side)) for side in sides])
    first = _surest(sides[surest])
    kept = first.verbatim or first.form in ("definition", "topic", "gloss")
    if _torn(sides):
        return _in_place(same, {surest: first} if kept else {}, sides, SEVERAL)
    disputed = any(_dispute(side[0], other[0]) for side, other in combinations(sides, 2))
    if not disputed and kept:
        return _in_place(same, {surest: _joined(sides[surest])}, sides, ELSEWHERE)
    if not disputed and first.answer_type not in FREE:
        fullest = _most([len(_surest(side).answer) for side in sides])
        return _in_place(same, {fullest: _joined(sides[fullest])}, sides, EXACTER)
    told = _sourced([_joined(side) for side in sides], records)
    return _in_place(same, dict(enumerate(told)), sides, MERGED)


def _synonyms(same: Sequence[Fact]) -> bool:
    """Whether glossaries give one meaning, word for word, to all of some terms."""
    listed = all(fact.form == "term" and fact.verbatim for fact in same)
    return listed and len({bare(fact.question) for fact in same}) == 1


def _either(same: Sequence[Fact]) -> Fact:
    """One question for synonyms, each of which is right, with the quotes of all."""
    joined = _joined(same)
    told = dict.fromkeys(way for fact in same for way in (fact.answer, *fact.accepted))
    others = tuple(way for way in told if way != joined.answer)
    return joined.model_copy(update={"accepted": others})


def _sides(same: Sequence[Fact]) -> list[list[Fact]]:
    """The facts by their answers; those on one side say what the side's first says."""
    sides: list[list[Fact]] = []
    for fact in same:
        side = next((side for side in sides if agree(side[0].answer, fact.answer)), None)
        if side is None:
            sides.append([fact])
        else:
            side.append(fact)
    return sides


def _dispute(one: Fact, other: Fact) -> bool:
    return differ(one.answer, other.answer, free=one.answer_type in FREE)


def _torn(sides: Sequence[Sequence[Fact]]) -> bool:
    """Whether one document is on two sides: then the question has several answers."""
    return any(
        {*map(_document, side)} & {*map(_document, other)}
        and (side[0].answer_type in FREE or _dispute(side[0], other[0]))
        for side, other in combinations(sides, 2)
    )


def _document(fact: Fact) -> str:
    return fact.evidence[0].document


def _surest(side: Sequence[Fact]) -> Fact:
    return side[0] if len(side) == 1 else max(side, key=confidence)


def _most(numbers: Sequence[float]) -> int:
    """The place of the highest number, of the first of several."""
    return numbers.index(max(numbers))


def _joined(side: Sequence[Fact]) -> Fact:
    """The surest fact of the side, with the quotes of all: its own first."""
    first = _surest(side)
    if len(side) == 1:
        return first
    evidence: list[Evidence] = []
    for quote in (quote for fact in (first, *side) for quote in fact.evidence):
        if not any(_one_within(quote, kept) for kept in evidence):
            evidence.append(quote)
    return first.model_copy(update={"evidence": tuple(evidence)})


def _one_within(one: Evidence, other: Evidence) -> bool:
    """Whether one quote holds the other: a term's entry, and the sentence that it is."""
    outer = (min(one.start, other.start), max(one.end, other.end))
    whole = outer in ((one.start, one.end), (other.start, other.end))
    return one.document == other.document and whole


def _in_place(
    same: Sequence[Fact],
    told: Mapping[int, Fact | Unasked] | Mapping[int, Fact],
    sides: Sequence[Sequence[Fact]],
    why: str,
) -> list[Fact | Unasked]:
    """What `told` says of a side in the place of its surest fact; `why` for all the others."""
    placed = {id(_surest(sides[side])): verdict for side, verdict in told.items()}
    return [placed.get(id(fact), Unasked(fact, why)) for fact in same]


def _sourced(sides: Sequence[Fact], records: Mapping[str, DocumentRecord]) -> list[Fact | Unasked]:
    """Each of some facts that exclude each other, asked with its source or its date."""
    known = [records[_document(fact)] for fact in sides]
    dates = [record.date for record in known]
    dated = _overtaken(sides) and len(set(dates)) > 1
    openings = _dated(dates) if dated else [_cited(record) for record in known]
    count = Counter(openings)
    # One question, so one confidence: all of them go into a bank, or none.
    shared = round(sum(map(confidence, sides)) / len(sides), 2)
    return [
        _opened(fact, opening, shared, alone=count[opening] == 1)
        for fact, opening in zip(sides, openings, strict=True)
    ]


def with_source(
    fact: Fact, rivals: Sequence[Fact], records: Mapping[str, DocumentRecord]
) -> Fact | Unasked:
    """The fact asked with its source, where those of others may ask the same and answer otherwise.

    Its confidence stays its own: the questions may well be different ones.
    """
    own = _cited(records[_document(fact)])
    alone = all(_cited(records[_document(rival)]) != own for rival in rivals)
    return _opened(fact, own, confidence(fact), alone=alone)


def _overtaken(sides: Sequence[Fact]) -> bool:
    """Whether the facts tell how something is, which can change, and not what happened."""
    return any(fact.answer_type not in FREE and _present(fact) for fact in sides)


def _present(fact: Fact) -> bool:
    counted = dict(fact.features)
    if "verb past" in counted:
        return not counted["verb past"]
    return _PRESENT.search(fact.question) is not None


def _dated(dates: Sequence[dt.date | None]) -> list[str]:
    """“As of” the month of each date, or its day where the month tells no two apart."""
    months = [f"{date:%B %Y}" if date else "" for date in dates]
    count = Counter(months)
    return [
        f"As of {month if count[month] == 1 else f'{date.day} {month}'}" if date else ""
        for date, month in zip(dates, months, strict=True)
    ]


def _cited(record: DocumentRecord) -> str:
    return f"According to {record.title}{f' ({record.credit})' if record.credit else ''}"


def _opened(fact: Fact, opening: str, sure: float, *, alone: bool) -> Fact | Unasked:
    """The fact with the opening before its question, unless that makes no good stem."""
    question = fact.question.removeprefix(f"{THE_TEXT}, ")  # the opening says which text
    stem = f"{opening}, {_lowered(question)}"
    why = _refused(fact, opening, stem) if alone or not opening else UNTOLD
    if why:
        return Unasked(fact, why)
    # Its statement by itself would be asked as plain fact.
    return fact.model_copy(update={"question": stem, "answer_at": -1, "confidence": sure})


def _refused(fact: Fact, opening: str, stem: str) -> str:
    if not opening:
        return UNDATED
    question = fact.question.removeprefix(f"{THE_TEXT}, ")
    if unsourced(question) != question:
        return TWICE
    if f" {bare(fact.answer)} " in f" {' '.join(words(opening)).casefold()} ":
        return GIVEN
    return LONG if len(words(stem)) > LONGEST else ""


def _lowered(question: str) -> str:
    """The question inside a sentence; a first word that may be a name stays as it is."""
    first = question.split(" ", 1)[0].casefold()
    return question[:1].lower() + question[1:] if first in _OPENING else question

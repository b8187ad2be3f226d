"""What documents disagree on is asked with its source or its date."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, assert_never

from quizlib.agreement import differ, grouped, unsourced
from quizlib.checks._examples import OTHER, SOURCE, example, other_quote, quote
from quizlib.checks._finding import Flaw, asked, judges, says
from quizlib.checks._wording import ENGLISH
from quizlib.checks.duplicates import question
from quizlib.grading import key_line
from quizlib.language.text import words
from quizlib.model import (
    Bank,
    Choice,
    Document,
    ExtendedText,
    Interaction,
    Item,
    Match,
    Order,
    Problem,
    Severity,
    TextEntry,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_STEM = "when did the council abolish the salt tax?"
_FIRST = example("short_answer", "When did the council abolish the salt tax?", "1804")
_PLAIN = (
    _FIRST.model_copy(update={"evidence": (quote(),)}),
    example(
        "short_answer",
        "When did the council abolish the heavy salt tax?",
        "1806",
        evidence=(other_quote(),),
    ),
)
_TOLD = (
    _PLAIN[0].model_copy(update={"stem": f"According to {SOURCE.title}, {_STEM}"}),
    _PLAIN[1].model_copy(update={"stem": f"According to {OTHER.title}, {_STEM}"}),
)

UNSOURCED = Flaw(
    code="unsourced-disagreement",
    severity=Severity.WARNING,
    cure="Begin the stem with its source or its date: “According to …”, “As of …”.",
    bad=_PLAIN,
    good=_TOLD[:1],
)
DISAGREEMENT = Flaw(
    code="disagreement",
    severity=Severity.NOTE,
    cure="Nothing, if both are worth asking; else reject the one that is out of date.",
    bad=_TOLD,
    good=(_TOLD[0], _TOLD[1].model_copy(update={"key": ("1804",)})),
)


#: Words of a name that are written small.
_SMALL = frozenset("a an the of and for in on".split())


class Answered(NamedTuple):
    """An item with its key in one line, and the documents that prove it."""

    item: Item
    key: str
    free: bool  # in one's own words
    documents: frozenset[str]


class Disagreement:
    summary = "what documents disagree on is asked with its source or its date"
    why = (
        "Where two documents answer one question differently, at most one of them is right, or"
        " time has passed between them. Asked as plain fact, the item punishes whoever has read"
        " the other; “According to …” or “As of May 2019, …” makes both of them fair."
    )
    flaws = (UNSOURCED, DISAGREEMENT)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        if len(bank.documents) < 2:
            return
        answered = [told for one in asked(bank, ENGLISH) if (told := _answered(*one))]
        for places in grouped([unsourced(told.item.stem) for told in answered]):
            same = [answered[place] for place in places]
            distinct = {(told.documents, told.key): told for told in reversed(same)}
            for told in same:
                rival = next((r for r in distinct.values() if _disagree(told, r)), None)
                if rival is not None:
                    sourced = unsourced(told.item.stem) != told.item.stem
                    flaw = DISAGREEMENT if sourced else UNSOURCED
                    yield flaw.of(bank, told.item, _message(bank, told, rival))


def _answered(item: Item, interaction: Interaction) -> Answered | None:
    """None for what cannot be compared: judgements, orders, sets, and items without a quote."""
    match interaction:
        case Order() | Match():
            return None
        case Choice() | TextEntry() | ExtendedText():
            documents = frozenset(quote.document for quote in item.evidence)
            key = key_line(interaction)
            free = isinstance(interaction, ExtendedText) and not (_name(key) or _told_apart(item))
            told = Answered(item, key, free, documents)
            return None if judges(interaction) or not documents else told
        case _:
            assert_never(interaction)


def _name(key: str) -> bool:
    """Whether the key is a name and nothing else, which nobody words in their own way."""
    told = [word for word in words(key) if word.casefold() not in _SMALL]
    return bool(told) and all(word[:1].isupper() for word in told)


def _told_apart(item: Item) -> bool:
    """Whether the stem has its source, and asks what it says, and not why or how."""
    plain = unsourced(item.stem)
    return plain != item.stem and plain.casefold().startswith(("what ", "which ", "who "))


def _disagree(one: Answered, other: Answered) -> bool:
    """Two stems that are equal word for word are another rule's."""
    apart = not one.documents & other.documents and question(one.item) != question(other.item)
    return apart and differ(one.key, other.key, free=one.free or other.free)


def _message(bank: Bank, told: Answered, rival: Answered) -> str:
    own, other = says(bank, told.item), says(bank, rival.item)
    return f"documents disagree: {own} {told.key!r}, {other} {rival.key!r} (item {rival.item.id})"


rule = Disagreement()

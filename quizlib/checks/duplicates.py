"""No item asks what another asks already."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.agreement import differ
from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, asked, says
from quizlib.checks._wording import ENGLISH
from quizlib.grading.equivalence import equivalent
from quizlib.language.text import bare, straight, words
from quizlib.model import Bank, Document, ExtendedText, Interaction, Item, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FIRST = example("short_answer", "When did the council abolish the salt tax?", "1804")

DUPLICATE = Flaw(
    code="duplicate",
    severity=Severity.WARNING,
    cure="Reject one of the two.",
    bad=(_FIRST, example("cloze", "When did the council abolish the salt tax?", "1804")),
    good=(_FIRST, example("short_answer", "Who abolished the salt tax?", "the council")),
)
CONTRADICTION = Flaw(
    code="contradiction",
    severity=Severity.ERROR,
    cure="Look both up in their documents, and correct or reject the wrong one.",
    bad=(_FIRST, _FIRST.model_copy(update={"id": "b", "key": ("1814",)})),
    good=(
        _FIRST,
        example("short_answer", "When did the council abolish the malt tax?", "1814"),
    ),
)


#: "In what year was it built?" asks what "When was it built?" does.
_WHEN = re.compile(r"^(?:in|on|at) (?:what|which) (?:year|date|day|month|time)\b", re.IGNORECASE)
_ARTICLES = frozenset(("a", "an", "the"))
_WHO = re.compile(r"(?:who|whom|whose)\b", re.IGNORECASE)

#: An item that stands for all that ask the same.
First = tuple[Item, Interaction]


class Duplicates:
    summary = "no two items ask the same"
    why = (
        "The second of two such items measures nothing new, and in a sitting the first gives it"
        " away. Where their keys differ, one of them is wrong."
    )
    flaws = (DUPLICATE, CONTRADICTION)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        seen: dict[tuple[str, ...], First] = {}
        nearly: dict[tuple[str, ...], First] = {}
        english = bank.language.casefold().startswith(ENGLISH)
        for now in asked(bank):
            item = now[0]
            first, before = seen.setdefault(question(item), now)
            other = nearly.setdefault(_meant(item), now) if english else now
            if first is not item:
                if _disagree(now, (first, before)):
                    message = f"has another key than, but the stem of, item {first.id}"
                    yield CONTRADICTION.of(bank, item, message + _sources(bank, item, first))
                else:
                    yield DUPLICATE.of(bank, item, f"asks the same as item {first.id}")
            elif other[0] is not item and _disagree(now, other) and not _apart(item, other[0]):
                message = f"asks in other words what item {other[0].id} does, but has another key"
                yield CONTRADICTION.of(bank, item, f"{message}: {other[0].key[0]!r}")


def _disagree(one: First, other: First) -> bool:
    """Whether the keys cannot both be right.

    What is said in one's own words may be said in others; but who it was, it names.
    """
    (item, entry), (first, before) = one, other
    if any(equivalent(own, key) for own in item.key for key in first.key):
        return False
    free = isinstance(entry, ExtendedText) or isinstance(before, ExtendedText)
    if free and _WHO.match(item.stem):
        named, known = _names(item.key), _names(first.key)
        return bool(named and known) and named.isdisjoint(known)
    return all(differ(own, key, free=free) for own in item.key for key in first.key)


def _names(keys: Iterable[str]) -> set[str]:
    found = {word for key in keys for word in words(key) if word[0].isupper()}
    return {word.casefold() for word in found} - _ARTICLES


def _apart(one: Item, other: Item) -> bool:
    """Whether they are of different documents: that these disagree is another rule's."""
    first, second = ({quote.document for quote in item.evidence} for item in (one, other))
    return bool(first and second) and first.isdisjoint(second)


def _sources(bank: Bank, item: Item, first: Item) -> str:
    """Which documents say what, where they are not the same."""
    own, other = says(bank, item), says(bank, first)
    return f": {own} {item.key[0]!r}, {other} {first.key[0]!r}" if own != other else ""


def _meant(item: Item) -> tuple[str, ...]:
    """What an item asks, articles and two ways of asking for a time left out."""
    stem = words(_WHEN.sub("when", straight(item.stem)).casefold())
    told = " ".join(word for word in stem if word not in _ARTICLES)
    return (told, *question(item)[1:])


def question(item: Item) -> tuple[str, ...]:
    """What an item asks, for comparing."""
    return (bare(item.stem), bare(item.context), *map(bare, item.prompts))


rule = Duplicates()

"""No item asks nearly what another asks for the same key."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw
from quizlib.checks._wording import ENGLISH
from quizlib.checks.duplicates import question
from quizlib.language.text import bare, root, telling, words
from quizlib.model import Bank, Document, Item, Problem, Severity
from quizlib.phrasing import regular

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: The share of their telling words that two stems have in common, of all that either has.
ALIKE = 0.75

_FIRST = example("short_answer", "Who abolished the old salt tax in Westhaven?", "the council")

NEAR_DUPLICATE = Flaw(
    code="near-duplicate",
    severity=Severity.WARNING,
    cure="Reject one of the two, or ask for another part of the fact.",
    bad=(
        _FIRST,
        example("cloze", "The salt tax in Westhaven was abolished by ______.", "council"),
    ),
    good=(
        _FIRST,
        example("short_answer", "Who sold the salt works in Westhaven?", "the council"),
    ),
)


class Asked(NamedTuple):
    """An item with the telling words of what it asks, rarest first."""

    item: Item
    words: tuple[str, ...]


class NearDuplicates:
    summary = "no item asks nearly what another asks for the same key"
    why = (
        "It measures nothing new, and whoever has just answered the one has the answer to the"
        " other. Haladyna, Downing and Rodriguez (2002): keep the content of each item independent"
        " of the content of other items."
    )
    flaws = (NEAR_DUPLICATE,)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        if not bank.language.casefold().startswith(ENGLISH):
            return
        for group in _groups(bank.live):
            for item, first in _alike(group):
                message = f"asks nearly the same as item {first.id}"
                yield NEAR_DUPLICATE.of(bank, item, message)


def _groups(items: Sequence[Item]) -> Iterator[list[Asked]]:
    """Items of one key (its first wording) that speak of the same names and numbers.

    Of items that ask the same outright, which is another rule's, only the first is there.
    """
    distinct = list({question(item): item for item in reversed(items)}.values())[::-1]
    texts = [" ".join((item.stem, *item.prompts)) for item in distinct]
    names = {root(word) for text in texts for word in words(text)[1:] if not word.islower()}
    told = [frozenset(telling(regular(text))) for text in texts]
    count = Counter(word for found in told for word in found)
    groups: dict[tuple[str, frozenset[str]], list[Asked]] = defaultdict(list)
    for item, found in zip(distinct, told, strict=True):
        if found:
            ranked = tuple(sorted(found, key=lambda word: (count[word], word)))
            groups[bare(item.key[0]), found & names].append(Asked(item, ranked))
    yield from groups.values()


def _alike(group: Sequence[Asked]) -> Iterator[tuple[Item, Item]]:
    """Items of the group with the first one that asks nearly the same.

    Two sets alike to a share have one of the few rarest words of each in common, so only
    items with such a word are compared (prefix filtering: Chaudhuri, Ganti and Kaushik 2006).
    """
    seen: dict[str, list[Asked]] = defaultdict(list)
    for asked in group:
        rarest = asked.words[: len(asked.words) - ceil(ALIKE * len(asked.words)) + 1]
        near = (other for word in rarest for other in seen[word])
        first = next((other for other in near if _same(asked.words, other.words)), None)
        if first is not None:
            yield asked.item, first.item
            continue
        for word in rarest:
            seen[word].append(asked)


def _same(one: Iterable[str], other: Iterable[str]) -> bool:
    first, second = set(one), set(other)
    return len(first & second) >= ALIKE * len(first | second)


rule = NearDuplicates()

"""No item asks nearly what another asks for the same key."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw
from quizlib.checks._wording import ENGLISH, root, telling
from quizlib.checks.duplicates import question
from quizlib.language.text import bare, words
from quizlib.model import Bank, Document, Item, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: The share of their telling words that two stems have in common, of all that either has.
ALIKE = 0.75

_FIRST = example(
    "short_answer", "Who abolished the old salt tax in Westhaven?", "the council", id="a"
)

NEAR_DUPLICATE = Flaw(
    code="near-duplicate",
    severity=Severity.WARNING,
    bad=(
        _FIRST,
        example("cloze", "The salt tax in Westhaven was abolished by ______.", "council", id="b"),
    ),
    good=(
        _FIRST,
        example("short_answer", "Who sold the salt works in Westhaven?", "the council", id="b"),
    ),
)


class Asked(NamedTuple):
    """An item with the telling words of its stem, rarest first."""

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
        for group in _by_key(bank.live):
            for item, first in _alike(group):
                message = f"asks nearly the same as item {first.id}"
                yield NEAR_DUPLICATE.of(bank, item, message)


def _by_key(items: Sequence[Item]) -> Iterator[list[Asked]]:
    """Items in groups of one key; the first wording stands for all."""
    stems = [frozenset(telling(" ".join((item.stem, *item.prompts)))) for item in items]
    count = Counter(word for stem in stems for word in stem)
    groups: dict[str, list[Asked]] = defaultdict(list)
    for item, stem in zip(items, stems, strict=True):
        ranked = tuple(sorted(stem, key=lambda word: (count[word], word)))
        if ranked:
            groups[bare(item.key[0])].append(Asked(item, ranked))
    yield from groups.values()


def _alike(group: Sequence[Asked]) -> Iterator[tuple[Item, Item]]:
    """Items of the group with the first one that asks nearly the same.

    Two sets alike to a share share one of the few rarest words of each, so only items
    with such a word are compared (prefix filtering: Chaudhuri, Ganti and Kaushik 2006).
    """
    seen: dict[str, list[Asked]] = defaultdict(list)
    for asked in group:
        rarest = asked.words[: len(asked.words) - ceil(ALIKE * len(asked.words)) + 1]
        near = {id(other): other for word in rarest for other in seen[word]}
        first = next((other.item for other in near.values() if _same(asked, other)), None)
        if first is not None:
            yield asked.item, first
        for word in rarest:
            seen[word].append(asked)


def _same(one: Asked, other: Asked) -> bool:
    first, second = set(one.words), set(other.words)
    if len(first & second) < ALIKE * len(first | second):
        return False
    if question(one.item) == question(other.item):
        return False  # a duplicate outright, which is another rule's
    apart = first ^ second
    return not any(root(word) in apart for word in (*_specific(one.item), *_specific(other.item)))


def _specific(item: Item) -> Iterator[str]:
    """Names and numbers of the stem: another one of these asks another thing."""
    for word in words(item.stem)[1:]:
        if not word.islower():
            yield word


rule = NearDuplicates()

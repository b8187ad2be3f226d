"""Which items a bank keeps: the surest first, none twice, no answer everywhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizlib.language.text import bare, words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from quizlib.model import Item

#: At most so many items from one sentence; it rarely holds more than two facts.
PER_SENTENCE = 2
#: One key may answer this share of the items, but always a few.
PER_KEY_SHARE, PER_KEY_LEAST = 0.04, 3
#: Methods that ask a term by its meaning and the meaning by its term.
_DEFINING = (("definitions",), ("glossary",))
#: Two stems that share this part of their words ask the same.
ALIKE = 0.8


@dataclass(frozen=True)
class Dropped:
    """An item that was not kept, and why."""

    item: Item
    why: str


def select(
    items: Sequence[Item], least: float, written: Collection[str] = ()
) -> tuple[list[Item], list[Dropped]]:
    """The items to keep, in the given order, and the others with the reason.

    `least` is the lowest confidence that is kept; items whose id is in `written` are
    an author's own and kept whatever they look like.
    """
    ranked = sorted(items, key=lambda item: (-item.confidence, item.id))
    limit = max(PER_KEY_LEAST, int(PER_KEY_SHARE * len(items)))
    kept: dict[str, Item] = {}
    dropped: list[Dropped] = []
    keys: Counter[str] = Counter()
    stems: list[frozenset[str]] = []
    for item in ranked:
        why = _refused(item, least, keys[_key(item)] >= limit, kept.values(), stems)
        if why and item.id not in written:
            dropped.append(Dropped(item, why))
            continue
        kept[item.id] = item
        keys[_key(item)] += 1
        stems.append(_words(item))
    return [item for item in items if item.id in kept], dropped


def _refused(
    item: Item,
    least: float,
    worn: bool,
    kept: Collection[Item],
    stems: Sequence[frozenset[str]],
) -> str:
    if item.confidence < least:
        return f"confidence {item.confidence:.2f} is below {least:.2f}"
    if worn:
        return f"its key {item.key[0]!r} answers enough other items"
    same = [other for other in kept if _places(other)[:1] == _places(item)[:1]]
    if len(item.evidence) == 1 and len(same) >= PER_SENTENCE:
        return "its sentence has enough other items"
    if any(_tells(item, other) or _tells(other, item) for other in same):
        return "it gives away the answer of another item from its sentence"
    own = _words(item)
    if any(len(own & other) >= ALIKE * max(len(own), len(other)) for other in stems):
        return "another item asks the same"
    return ""


def _tells(item: Item, other: Item) -> bool:
    """Whether the stem of `item` gives the key of `other` away; both ways of a definition may."""
    both_ways = item.tags[:1] == other.tags[:1] and item.tags[:1] in _DEFINING
    return not both_ways and bare(other.key[0]) in item.stem.casefold()


def _key(item: Item) -> str:
    return bare(item.key[0]) if item.kind != "true_false" else item.id


def _places(item: Item) -> list[tuple[str, int]]:
    return [(evidence.document, evidence.start) for evidence in item.evidence]


def _words(item: Item) -> frozenset[str]:
    told = f"{item.stem} {' '.join(item.prompts)}"
    return frozenset(word.casefold() for word in words(told)) | {f"= {bare(item.key[0])}"}

"""Identity: what a rebuilt bank keeps of the bank before.

An id is given once. A new item takes the id of an old one that asks for the same
fact, or else of one of the same kind with the same key or stem and nearly the same
evidence; of another kind, where a person has decided about that one.
What a person decided or changed wins over what was generated: as long as its fact is
found, a decided item stays, whatever kind of item the fact would be asked as now, and
even if it would be left out.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from quizlib.files import digest
from quizlib.language.text import bare
from quizlib.model import Bank, Item, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: Two quotes this alike (0 to 100, rapidfuzz's ratio) prove the same.
NEARLY = 85

#: What a learner sees of an item; a change of it is a new revision.
SHOWN = (
    "kind",
    "interaction",
    "context",
    "stem",
    "key",
    "prompts",
    "distractors",
    "explanation",
    "tags",
)

#: Decisions that a rebuild never undoes.
DECIDED = frozenset({Status.ACCEPTED, Status.EDITED, Status.REJECTED})


def merge(before: Bank, fresh: Bank, spare: Sequence[Item] = ()) -> Bank:
    """`fresh` with the ids, decisions and edits of `before`.

    `spare` are items made from the same documents and left out of `fresh`: those that
    continue what a person has decided about are put in. Items of `before` that nothing
    asks for any more are kept: retired, unless a person rejected them; only candidates
    go. New items come where they stand in `fresh`, then what is left over of `before`,
    candidates last.
    """
    partners = _partners(before.items, fresh.items, spare)
    taken = {item.id for item in before.items}

    def continued(item: Item) -> Item:
        old = partners.get(item.id)
        if old is None:
            return _with_new_id(item, taken)
        return carried(old, item, source_changed=_source_changed(before, fresh, old, item))

    items = [continued(item) for item in (*fresh.items, *_stayed(fresh, spare, partners))]
    matched = {old.id for old in partners.values()}
    left = [item for item in before.items if item.id not in matched]
    items += [retired(item) for item in left if item.status is not Status.CANDIDATE]
    items.sort(key=lambda item: item.status is Status.CANDIDATE)
    return fresh.model_copy(update={"items": tuple(items)})


def _stayed(fresh: Bank, spare: Sequence[Item], partners: dict[str, Item]) -> list[Item]:
    there = {item.id for item in fresh.items}
    return [item for item in spare if item.id in partners and item.id not in there]


def _partners(old: Iterable[Item], fresh: Sequence[Item], spare: Sequence[Item]) -> dict[str, Item]:
    """New id -> the old item that it continues; each old item once."""
    free = _Free(old)
    found: dict[str, Item] = {}
    for decided, items in ((False, fresh), (True, spare)):
        for item in items:
            free.take(item, free.same_fact(item, decided=decided), found)
    for decided, items in ((False, fresh), (True, spare)):
        for item in items:
            if item.id not in found:
                free.take(item, free.nearest(item, decided=decided), found)
    new = [item for item in (*fresh, *spare) if item.id not in found]
    for item, partner in free.decided_otherwise(new):
        if partner.id in free:
            free.take(item, partner, found)
    return found


class _Free:
    """The old items that no new one continues yet."""

    def __init__(self, old: Iterable[Item]) -> None:
        self._left = {item.id: item for item in old}
        self._alike: dict[tuple[str, ...], list[Item]] = defaultdict(list)
        for item in self._left.values():
            for mark in _marks(item):
                self._alike[mark].append(item)

    def __contains__(self, id: str) -> bool:
        return id in self._left

    def take(self, item: Item, partner: Item | None, found: dict[str, Item]) -> None:
        if partner is not None and item.id not in found:
            found[item.id] = self._left.pop(partner.id)

    def same_fact(self, item: Item, *, decided: bool) -> Item | None:
        """The old item of the same fact and kind; of another kind where it is decided."""
        if not item.origin:
            return None
        same = self._fitting([("fact", item.origin)], decided=decided)
        of_kind = [old for old in same if old.kind == item.kind]
        others = [old for old in same if _decision(old) is not None]
        return next(iter(of_kind or others), None)

    def nearest(self, item: Item, *, decided: bool) -> Item | None:
        """The old item of the same kind that asks alike and whose evidence is most alike."""
        from rapidfuzz.fuzz import ratio

        def likeness(old: Item) -> float:
            return float(ratio(_quotes(item), _quotes(old)))

        same = self._fitting([*_asks(item), (item.kind,)], decided=decided)
        best = max(same, key=lambda old: (likeness(old), old.id), default=None)
        return best if best is not None and likeness(best) >= NEARLY else None

    def decided_otherwise(self, new: Sequence[Item]) -> list[tuple[Item, Item]]:
        """Each new item with what was decided of the same question, asked as another kind.

        A word that changes in the source makes another fact of it, and chance another kind.
        The most alike come first.
        """
        from rapidfuzz.fuzz import ratio

        decided = [old for old in self._left.values() if _decision(old) is not None]
        pairs = [(item, old) for old in decided for item in new if _asks_the_same(item, old)]
        return sorted(
            pairs, key=lambda pair: (-ratio(pair[0].stem, pair[1].stem), pair[1].id, pair[0].id)
        )

    def _fitting(self, marks: Iterable[tuple[str, ...]], *, decided: bool) -> list[Item]:
        return [
            old
            for mark in marks
            for old in self._alike[mark]
            if old.id in self._left and (_decision(old) is not None or not decided)
        ]


def _marks(old: Item) -> Iterator[tuple[str, ...]]:
    """By what an old item is found; what a person changed says nothing about the fact."""
    if old.origin:
        yield "fact", old.origin
    yield from [(old.kind,)] if {"key", "stem"} & set(old.changed) else _asks(old)


def _asks(item: Item) -> list[tuple[str, ...]]:
    return [(item.kind, "key", bare(item.key[0])), (item.kind, "stem", bare(item.stem))]


def _asks_the_same(item: Item, old: Item) -> bool:
    """Whether evidence, key and stem are nearly those of `old`, but for what a person changed."""
    from rapidfuzz.fuzz import ratio

    if "key" not in old.changed and bare(item.key[0]) != bare(old.key[0]):
        return False
    if "stem" not in old.changed and ratio(item.stem, old.stem) < NEARLY:
        return False
    return ratio(_quotes(item), _quotes(old)) >= NEARLY


def _quotes(item: Item) -> str:
    return " ".join(evidence.words for evidence in item.evidence)


def _decision(old: Item) -> Status | None:
    """What a person decided about the item, whether or not it is retired by now."""
    return old.status if old.status in DECIDED else old.decision


def carried(old: Item, fresh: Item, *, source_changed: bool) -> Item:
    """The fresh item under its old id, with what a person made of it."""
    decision = _decision(old)
    values: dict[str, Any] = {"status": decision or fresh.status, "decision": None}
    if old.kind == fresh.kind:
        own = ("id", "changed", "settled", *(["note"] if decision else []), *old.changed)
        values |= {name: getattr(old, name) for name in own}
        merged = fresh.model_copy(update=values)
    else:
        merged = old.model_copy(update={**values, "evidence": fresh.evidence})
    shown = source_changed or any(getattr(old, n) != getattr(merged, n) for n in SHOWN)
    again = old.status is Status.RETIRED
    quoted = _quotes(old) != _quotes(merged)
    step = 1 if shown or again or quoted else 0
    return merged.model_copy(update={"revision": old.revision + step})


def _source_changed(before: Bank, fresh: Bank, old: Item, item: Item) -> bool:
    return before.source_line(old) != fresh.source_line(item)


def retired(old: Item) -> Item:
    if old.status in (Status.REJECTED, Status.RETIRED):
        return old
    update = {"status": Status.RETIRED, "decision": _decision(old), "revision": old.revision + 1}
    return old.model_copy(update=update)


def _with_new_id(item: Item, taken: set[str]) -> Item:
    """The item as it is, or under the next free id where another has its own."""
    id, turn = item.id, 0
    while id in taken:
        turn += 1
        id = digest("item-1", item.kind, item.origin, str(turn), size=6)
    taken.add(id)
    return item if id == item.id else item.model_copy(update={"id": id})

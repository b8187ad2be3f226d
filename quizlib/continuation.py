"""Which old item each new one continues."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from quizlib.language.text import bare
from quizlib.model import Item, Status
from quizlib.reworded import NEARLY, holds, made_stem, quotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: Decisions that a rebuild never undoes.
DECIDED = frozenset({Status.ACCEPTED, Status.EDITED, Status.REJECTED})


#: Kinds that ask a question for its one answer, which is typed, or said and compared.
IN_WORDS = frozenset({"flashcard", "short_answer"})


def asked_as_before(old: Iterable[Item], items: Iterable[Item]) -> tuple[Item, ...]:
    """`items`, of which those of IN_WORDS are of the kind that their question was asked as.

    Where an author's answer grows by a word another kind may fit it, but Anki cannot change the
    type of a note that it has.
    """
    known: dict[tuple[str, ...], list[Item]] = defaultdict(list)
    for one in old:
        if one.kind in IN_WORDS and one.origin:
            for mark in _in_words(one):
                known[mark].append(one)

    def as_before(item: Item) -> Item:
        if item.kind not in IN_WORDS or not item.origin:
            return item
        same = (one for mark in _in_words(item) for one in known.get(mark, ()) if _near(one, item))
        kind = next((one.kind for one in same), item.kind)
        if kind == item.kind:
            return item
        key = item.key[:1] if kind == "flashcard" else item.key
        return item.model_copy(update={"kind": kind, "key": key})

    return tuple(as_before(item) for item in items)


def _in_words(item: Item) -> Iterator[tuple[str, ...]]:
    yield "fact", item.origin
    yield "stem", bare(made_stem(item))
    yield "key", bare(item.key[0])


def _near(old: Item, item: Item) -> bool:
    """Whether two items of one fact, stem or key ask nearly the same."""
    from rapidfuzz.fuzz import ratio

    return old.origin == item.origin or ratio(made_stem(old), item.stem) >= NEARLY


def partners(old: Iterable[Item], fresh: Sequence[Item], spare: Sequence[Item]) -> dict[str, Item]:
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
    for item in fresh:  # what nobody decided about and nobody is asked comes last
        if item.id not in found:
            free.take(item, free.nearest(item, decided=False, retired=True), found)
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
        """The old item of the same fact: a decided one, also of another kind, else of the kind."""
        if not item.origin:
            return None
        same = self._fitting(item, [("fact", item.origin)], decided=decided)
        of_kind = [old for old in same if old.kind == item.kind]
        others = [old for old in same if decision(old) is not None]
        both = [old for old in of_kind if decision(old) is not None]
        return next(iter(both or others or of_kind), None)

    def nearest(self, item: Item, *, decided: bool, retired: bool = False) -> Item | None:
        """The old item of the same kind that asks alike and whose evidence is most alike."""
        from rapidfuzz.fuzz import ratio

        def likeness(old: Item) -> float:
            return float(ratio(quotes(item), quotes(old)))

        same = self._fitting(item, [*_asks(item), (item.kind,)], decided=decided)
        same = [old for old in same if retired or not unused(old)]
        best = max(same, key=lambda old: (likeness(old), old.id), default=None)
        return best if best is not None and likeness(best) >= NEARLY else None

    def decided_otherwise(self, new: Sequence[Item]) -> list[tuple[Item, Item]]:
        """Each new item with what was decided of the same question, asked as another kind.

        A word that changes in the source makes another fact of it, and chance another kind.
        The most alike come first.
        """
        from rapidfuzz.fuzz import ratio

        decided = [old for old in self._left.values() if decision(old) is not None]
        pairs = [
            (item, old)
            for old in decided
            for item in new
            if _asks_the_same(item, old) and stands(old, item)
        ]
        return sorted(
            pairs, key=lambda pair: (-ratio(pair[0].stem, pair[1].stem), pair[1].id, pair[0].id)
        )

    def _fitting(
        self, item: Item, marks: Iterable[tuple[str, ...]], *, decided: bool
    ) -> list[Item]:
        return [
            old
            for mark in marks
            for old in self._alike[mark]
            if old.id in self._left
            and (decision(old) is not None or not decided)
            and stands(old, item)
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
    return ratio(quotes(item), quotes(old)) >= NEARLY


def unused(old: Item) -> bool:
    """Whether the item is retired, and nobody has decided about it."""
    return old.status is Status.RETIRED and decision(old) is None


def decision(old: Item) -> Status | None:
    """What a person decided about the item, whether or not it is retired by now."""
    return old.status if old.status in DECIDED else old.decision


def stands(old: Item, item: Item) -> bool:
    """Whether what a person decided about `old` can hold for `item`; a rejection can."""
    return decision(old) in (None, Status.REJECTED) or holds(old, item)

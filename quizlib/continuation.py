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
        self._of_fact: dict[str, list[Item]] = defaultdict(list)
        self._alike: dict[tuple[str, ...], _Quoting] = defaultdict(_Quoting)
        for item in self._left.values():
            self._of_fact[item.origin].append(item)
            for mark in _marks(item):
                self._alike[mark].add(item)

    def __contains__(self, id: str) -> bool:
        return id in self._left

    def take(self, item: Item, partner: Item | None, found: dict[str, Item]) -> None:
        if partner is not None and item.id not in found:
            found[item.id] = self._left.pop(partner.id)

    def same_fact(self, item: Item, *, decided: bool) -> Item | None:
        """The old item of the same fact: a decided one, also of another kind, else of the kind."""
        if not item.origin:
            return None
        facts = self._of_fact.get(item.origin, ())
        same = [old for old in facts if self._fits(old, item, decided=decided)]
        of_kind = [old for old in same if old.kind == item.kind]
        others = [old for old in same if decision(old) is not None]
        both = [old for old in of_kind if decision(old) is not None]
        return next(iter(both or others or of_kind), None)

    def nearest(self, item: Item, *, decided: bool, retired: bool = False) -> Item | None:
        """The old item of the same kind that asks alike and whose evidence is most alike."""
        marks = [mark for mark in (*_asks(item), (item.kind,)) if mark in self._alike]
        near = [pair for mark in marks for pair in self._alike[mark].near(item)]
        near.sort(key=lambda pair: (pair[0], pair[1].id), reverse=True)
        wanted = (old for _, old in near if retired or not unused(old))
        return next((old for old in wanted if self._fits(old, item, decided=decided)), None)

    def decided_otherwise(self, new: Sequence[Item]) -> list[tuple[Item, Item]]:
        """Each new item with what was decided of the same question, asked as another kind.

        A word that changes in the source makes another fact of it, and chance another kind.
        Evidence, key and stem are nearly the same, but for what a person changed. The most alike
        come first.
        """
        from rapidfuzz.fuzz import ratio

        decided = [old for old in self._left.values() if decision(old) is not None]
        any_key, of_key = _Quoting(new), defaultdict[str, _Quoting](_Quoting)
        for item in new:
            of_key[bare(item.key[0])].add(item)
        pairs = [
            (item, old)
            for old in decided
            for _, item in (any_key if "key" in old.changed else of_key[bare(old.key[0])]).near(old)
            if _same_stem(item, old) and stands(old, item)
        ]
        return sorted(
            pairs, key=lambda pair: (-ratio(pair[0].stem, pair[1].stem), pair[1].id, pair[0].id)
        )

    def _fits(self, old: Item, item: Item, *, decided: bool) -> bool:
        wanted = decision(old) is not None or not decided
        return wanted and old.id in self._left and stands(old, item)


class _Quoting:
    """Items, to be found by quotes that are nearly the same.

    All are compared in one call: one by one would take ten times as long, which tells in banks of
    thousands.
    """

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self._items = list(items)
        self._quotes = [quotes(item) for item in self._items]
        self._found: dict[str, list[tuple[float, Item]]] = {}

    def add(self, item: Item) -> None:
        self._items.append(item)
        self._quotes.append(quotes(item))
        self._found.clear()

    def near(self, item: Item) -> list[tuple[float, Item]]:
        """Those whose quotes are nearly those of `item`, each with how alike they are, in order."""
        told = quotes(item)
        if told not in self._found:
            self._found[told] = self._compared(told)
        return self._found[told]

    def _compared(self, told: str) -> list[tuple[float, Item]]:
        from rapidfuzz.fuzz import ratio
        from rapidfuzz.process import extract

        found = extract(told, self._quotes, scorer=ratio, score_cutoff=NEARLY, limit=None)
        placed = sorted((place, likeness) for _, likeness, place in found)
        return [(likeness, self._items[place]) for place, likeness in placed]


def _marks(old: Item) -> list[tuple[str, ...]]:
    """By what an old item is found; what a person changed says nothing about the fact."""
    return [(old.kind,)] if {"key", "stem"} & set(old.changed) else _asks(old)


def _asks(item: Item) -> list[tuple[str, ...]]:
    return [(item.kind, "key", bare(item.key[0])), (item.kind, "stem", bare(item.stem))]


def _same_stem(item: Item, old: Item) -> bool:
    """Whether the stem is nearly that of `old`, unless a person changed that."""
    from rapidfuzz.fuzz import ratio

    return "stem" in old.changed or bool(ratio(item.stem, old.stem) >= NEARLY)


def unused(old: Item) -> bool:
    """Whether the item is retired, and nobody has decided about it."""
    return old.status is Status.RETIRED and decision(old) is None


def decision(old: Item) -> Status | None:
    """What a person decided about the item, whether or not it is retired by now."""
    return old.status if old.status in DECIDED else old.decision


def stands(old: Item, item: Item) -> bool:
    """Whether what a person decided about `old` can hold for `item`; a rejection can."""
    return decision(old) in (None, Status.REJECTED) or holds(old, item)

"""Which old item each new one continues."""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest
from operator import itemgetter
from typing import TYPE_CHECKING

from quizlib.language.text import bare
from quizlib.model import Item, Status
from quizlib.reworded import NEARLY, holds, made_stem, made_stems, quotes, said

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    #: How alike they are, an old item, a new one.
    _Pair = tuple[float, Item, Item]

#: Decisions that a rebuild never undoes.
DECIDED = frozenset({Status.ACCEPTED, Status.EDITED, Status.REJECTED})

#: More items than are made of one sentence: of so many quotes, the nearest ones are looked at.
SIBLINGS = 50

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
    free.take_best(free.alike(fresh, spare, found), found)
    free.take_best(free.mended(fresh, spare, found), found)
    # What nobody decided about and nobody is asked comes last.
    free.take_best(free.alike(fresh, (), found, retired=True), found)
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

    def take(self, item: Item, partner: Item | None, found: dict[str, Item]) -> None:
        if partner is not None and item.id not in found:
            found[item.id] = self._left.pop(partner.id)

    def take_best(self, pairs: Iterable[_Pair], found: dict[str, Item]) -> None:
        """Takes the pairs that are most alike first, so that no item takes another's partner."""
        for _, old, item in sorted(pairs, key=_order):
            if old.id in self._left:
                self.take(item, old, found)

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

    def alike(
        self,
        fresh: Sequence[Item],
        spare: Sequence[Item],
        found: Container[str],
        *,
        retired: bool = False,
    ) -> list[_Pair]:
        """New and old items of one kind with one key or stem and nearly the same evidence."""
        return [
            (likeness + _stem_likeness(old, item), old, item)
            for decided, items in ((False, fresh), (True, spare))
            for item in items
            if item.id not in found
            for mark in _asks(item)
            if mark in self._alike
            for likeness, old in self._alike[mark].near(item)
            if (retired or not unused(old)) and self._fits(old, item, decided=decided)
        ]

    def mended(
        self, fresh: Sequence[Item], spare: Sequence[Item], found: Container[str]
    ) -> list[_Pair]:
        """What was decided, and new items that ask nearly the same, also as another kind.

        A word that changes in the source makes another fact of it, and chance another kind.
        """
        new = _Quoting(item for item in (*fresh, *spare) if item.id not in found)
        return [
            (likeness + _stem_likeness(old, item), old, item)
            for old in self._left.values()
            if decision(old) is not None
            for likeness, item in nlargest(SIBLINGS, new.near(old), key=itemgetter(0))
            if _nearly_the_same(old, item) and stands(old, item)
        ]

    def _fits(self, old: Item, item: Item, *, decided: bool) -> bool:
        wanted = decision(old) is not None or not decided
        return wanted and old.id in self._left and stands(old, item)


def _order(pair: _Pair) -> tuple[float, bool, str, str]:
    likeness, old, item = pair
    return -likeness, decision(old) is None, old.id, item.id


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
    """By what an old item is found: its key and its stems as they were made.

    What a person changed says nothing about the fact; a stem that was made is kept for that.
    """
    keys = [] if "key" in old.changed else [(old.kind, "key", bare(old.key[0]))]
    return [*keys, *dict.fromkeys((old.kind, "stem", bare(stem)) for stem in made_stems(old))]


def _asks(item: Item) -> list[tuple[str, ...]]:
    return [(item.kind, "key", bare(item.key[0])), (item.kind, "stem", bare(item.stem))]


def _stem_likeness(old: Item, item: Item) -> float:
    """How alike the stems are as they were made (0 to 100); 0 where the old one is not known."""
    from rapidfuzz.fuzz import ratio

    return max((ratio(stem, item.stem) for stem in made_stems(old)), default=0.0)


def _nearly_the_same(old: Item, item: Item) -> bool:
    """Whether two items with nearly the same quotes ask nearly the same.

    One sentence answers several questions, which may be much alike. So the stems are nearly the
    same, and the keys are, or else all that tells the items apart tells the quotes apart as well.
    What a person changed does not count.
    """
    stems, own_key = made_stems(old), "key" in old.changed
    same_key = bare(old.key[0]) == bare(item.key[0])
    if not stems:
        return own_key or same_key
    if _stem_likeness(old, item) < NEARLY:
        return False
    if same_key and not own_key:
        return True
    return any(_mended(f"{stem} {'' if own_key else old.key[0]}", old, item) for stem in stems)


def _mended(before: str, old: Item, item: Item) -> bool:
    """Whether the words of `item` are those `before`, but for what was changed in the quotes."""
    was, now = (
        said(before),
        said(item.stem if "key" in old.changed else f"{item.stem} {item.key[0]}"),
    )
    gone, new = was - now, now - was
    return not gone & said(quotes(item)) and not new & said(quotes(old))


def unused(old: Item) -> bool:
    """Whether the item is retired, and nobody has decided about it."""
    return old.status is Status.RETIRED and decision(old) is None


def decision(old: Item) -> Status | None:
    """What a person decided about the item, whether or not it is retired by now."""
    return old.status if old.status in DECIDED else old.decision


def stands(old: Item, item: Item) -> bool:
    """Whether what a person decided about `old` can hold for `item`; a rejection can."""
    return decision(old) in (None, Status.REJECTED) or holds(old, item)

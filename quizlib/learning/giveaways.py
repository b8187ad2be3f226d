"""Items that give each other away: what is seen of the one answers the other."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from quizlib.language.text import root, telling, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quizlib.learning.shown_keys import ShownKeys
    from quizlib.model import Item

#: What is seen of an item answers another if it has this share of the words of its question, and
#: of its key.
ENOUGH = 0.8
FEW = 4

#: Where a quote starts and ends in its document, and the item that it belongs to.
Span = tuple[int, int, str]


class Told(NamedTuple):
    """The words of an item: of what is `seen` before it is answered, and of this what is `said`,
    not asked; of its `stem` and its `key`.
    """

    seen: frozenset[str]
    said: frozenset[str]
    stem: frozenset[str]
    key: frozenset[str]

    @classmethod
    def of(cls, item: Item) -> Told:
        """The words of `item`, each without its inflection."""
        said = _roots(item.context)
        return cls(_roots(item.stem) | said, said, _telling(item.stem), _key(item))

    def answers(self, other: Told) -> bool:
        """Whether who sees this item knows the key of the other: its question stands there too."""
        if not other.key:
            return _enough(other.stem, self.said)
        return _enough(other.key, self.seen) and _enough(other.stem, self.seen)


def _enough(wanted: frozenset[str], there: frozenset[str]) -> bool:
    if wanted <= there:
        return bool(wanted)
    # Of few words all are enough, no less: a subset is told sooner than an intersection.
    return len(wanted) > FEW and len(wanted & there) >= ENOUGH * len(wanted)


def _key(item: Item) -> frozenset[str]:
    """The words of the key; none where the stem itself is true or false."""
    key = item.key[0]
    return frozenset() if key in ("True", "False") else _telling(key) or _roots(key)


@lru_cache(maxsize=10_000)
def _telling(text: str) -> frozenset[str]:
    return frozenset(telling(text))


@lru_cache(maxsize=10_000)
def _roots(text: str) -> frozenset[str]:
    return frozenset(map(root, words(text)))


def apart(
    items: Iterable[Item], keys: ShownKeys | None = None
) -> tuple[list[Item], list[tuple[Item, Item]]]:
    """Those of `items` that no earlier one gives away, nor they it; and each other, behind which
    stands the earlier one.

    Two items give each other away if they quote some of the same words of a document, or if
    the stem and context of one of them say what the other asks for; with the `keys` of the items
    also if one of them shows the other's.
    """
    listed = list(items)
    kept = _Kept(listed, keys)
    left_out: list[tuple[Item, Item]] = []
    for item in listed:
        other = kept.clash(item)
        if other is None:
            kept.add(item)
        else:
            left_out.append((item, other))
    return list(kept.items.values()), left_out


class _Kept:
    """The items that are kept, found by the words that they quote, show and ask for.

    What answers an item shows nearly all words of its key and of its stem, so one of the rarest of
    either: only items that share such a word are compared.
    """

    def __init__(self, items: Sequence[Item], keys: ShownKeys | None) -> None:
        """`items` are all that may come."""
        self.items: dict[str, Item] = {}
        self._keys = keys
        self._told = {item.id: Told.of(item) for item in items}
        count = Counter(word for told in self._told.values() for word in told.seen)
        self._rarest = {id: _needed(told, count) for id, told in self._told.items()}
        self._quoted: dict[str, list[Span]] = {}
        self._seen: dict[str, list[str]] = defaultdict(list)
        self._asked: dict[str, list[str]] = defaultdict(list)

    def add(self, item: Item) -> None:
        self.items[item.id] = item
        for name, span in _spans(item):
            insort(self._quoted.setdefault(name, []), span)
        for word in self._told[item.id].seen:
            self._seen[word].append(item.id)
        for word in self._rarest[item.id]:
            self._asked[word].append(item.id)

    def clash(self, item: Item) -> Item | None:
        """The first of them that `item` cannot stand beside."""
        id = self._quoting(item) or self._answering(item.id) or self._answered(item.id)
        if not id and self._keys is not None:
            id = self._keys.clash(item.id, self.items)
        return self.items[id] if id else None

    def _quoting(self, item: Item) -> str:
        found = (_within(span, self._quoted.get(name, ())) for name, span in _spans(item))
        return next(filter(None, found), "")

    def _answering(self, asked: str) -> str:
        """The id of one that answers the item with the id `asked`, "" for none."""
        told = self._told[asked]
        near = _each(self._seen, self._rarest[asked])
        return next((id for id in near if self._told[id].answers(told)), "")

    def _answered(self, seen: str) -> str:
        """The id of one that the item with the id `seen` answers, "" for none."""
        told = self._told[seen]
        near = _each(self._asked, told.seen)
        return next((id for id in near if told.answers(self._told[id])), "")


def _each(index: Mapping[str, Sequence[str]], words: Iterable[str]) -> Iterator[str]:
    return (id for word in words for id in index.get(word, ()))


def _needed(told: Told, count: Mapping[str, int]) -> list[str]:
    """The words of which what answers the item shows one: of its key or stem, the rarer ones."""
    ways = (_rarest(words, count) for words in (told.key, told.stem) if words)
    return min(ways, key=lambda way: sum(count[word] for word in way), default=[])


def _rarest(wanted: Iterable[str], count: Mapping[str, int]) -> list[str]:
    """Of the `wanted` words the rarest: without any of these there cannot be ENOUGH of them."""
    ranked = sorted(wanted, key=lambda word: (count[word], word))
    return ranked[: len(ranked) - ceil(ENOUGH * len(ranked)) + 1]


def _spans(item: Item) -> Iterator[tuple[str, Span]]:
    """The words that the item quotes: by document, in order, none within another."""
    quotes = sorted(item.evidence, key=lambda quote: (quote.document, quote.start))
    for name, group in groupby(quotes, key=lambda quote: quote.document):
        spans: list[Span] = []
        for quote in group:
            if spans and quote.start < spans[-1][1]:
                start, end, id = spans[-1]
                spans[-1] = (start, max(end, quote.end), id)
            else:
                spans.append((quote.start, quote.end, item.id))
        yield from ((name, span) for span in spans)


def _within(span: Span, taken: Sequence[Span]) -> str:
    """The id of the item that quotes some of the same words, "" for none.

    `taken` is in order and none of its spans overlap, so only one can be the last that
    begins before `span` ends.
    """
    start, end, _ = span
    before = bisect_left(taken, (end,))
    if before and taken[before - 1][1] > start:
        return taken[before - 1][2]
    return ""

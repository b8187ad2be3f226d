"""Items that show the key of another one: to look for it on the sheet is enough."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, assert_never

from quizlib.errors import UnfitItem, UnknownName
from quizlib.items import interaction
from quizlib.language.text import KIN, akin, bare, root, telling, words
from quizlib.model import Choice, ExtendedText, Match, Order, TextEntry

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from quizlib.model import Item

#: Words of the longest key that is looked for: a longer one is a sentence, found by its words.
LONGEST = 4

TRUTH = ("True", "False")
#: Roots of words in a row; "" stands between texts.
Roots = tuple[str, ...]


class Shown(NamedTuple):
    """The `text` of an item that is read, and the `options` beside it; its `key`, () where none can
    be found elsewhere, the `wrong` options, and what the stem says besides the key.
    """

    text: Roots
    options: Roots = ()
    key: Roots = ()
    wrong: tuple[Roots, ...] = ()
    stem: frozenset[str] = frozenset()

    @classmethod
    def of(cls, item: Item) -> Shown:
        """What `item` asks and shows; one that cannot be asked shows its text alone."""
        text = _in_a_row((item.context, item.stem))
        try:
            asked = interaction(item)
        except (UnknownName, UnfitItem):
            return cls(text)
        match asked:
            case TextEntry() | ExtendedText():
                return cls(text, key=_key(item.key[0]))
            case Choice(options=options, right=right, multiple=multiple):
                if multiple or options == TRUTH:
                    return cls(text, _in_a_row(options))
                key = _key(options[right[0]])
                wrong = tuple(map(_key, item.distractors))
                return cls(text, _in_a_row(options), key, wrong, _stem(item, key))
            case Match(left=left, right=right):
                return cls(text, _in_a_row((*left, *right)))
            case Order(entries=entries):
                return cls(text, _in_a_row(entries))
            case _:
                assert_never(asked)

    def shows(self, other: Shown) -> bool:
        """Whether the other's key stands here: where it is to be written, among options too.

        Who has options to choose from also needs to know that it is this key that is meant: by a
        word of the question, or since it is a number, and by none of the wrong options.
        """
        written = not other.wrong
        if written and any(map(str.isalpha, other.key)) and _holds(self.options, other.key):
            return True
        if not _holds(self.text, other.key):
            return False
        if written:
            return True
        meant = any(map(str.isdecimal, other.key)) or not other.stem.isdisjoint(self.text)
        return meant and not any(_holds(self.text, wrong) for wrong in other.wrong)


class ShownKeys:
    """All items whose keys others of them show."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._of = {item.id: Shown.of(item) for item in items}
        self._asking: dict[Roots, list[str]] = defaultdict(list)
        for id, shown in self._of.items():
            if shown.key:
                self._asking[_cut(shown.key)].append(id)
        self._showing: dict[Roots, list[str]] = defaultdict(list)
        self._shown: dict[str, list[Roots]] = {}
        lengths = {len(key) for key in self._asking}
        for id, shown in self._of.items():
            rows = {row for text in shown[:2] for row in _rows(_cut(text), lengths)}
            self._shown[id] = sorted(rows & self._asking.keys())
            for key in self._shown[id]:
                self._showing[key].append(id)

    def clashes(self, id: str) -> int:
        """With how many others at most the item may not stand."""
        asked = len(self._showing.get(_cut(self._of[id].key), ()))
        return asked + sum(len(self._asking[key]) for key in self._shown[id])

    def clash(self, id: str, kept: Collection[str]) -> str:
        """The id of one that is kept and shows the key of the item, or has its key shown; or ""."""
        one = self._of[id]
        showing = self._showing.get(_cut(one.key), ())
        shown = chain.from_iterable(self._asking[key] for key in self._shown[id])
        return next(
            chain(
                (o for o in showing if o in kept and o != id and self._of[o].shows(one)),
                (o for o in shown if o in kept and o != id and one.shows(self._of[o])),
            ),
            "",
        )


def _key(key: str) -> Roots:
    """The words to look for, () where there are too many or none that tells anything."""
    roots = _roots(bare(key))
    return roots if telling(key) and len(roots) <= LONGEST else ()


def _stem(item: Item, key: Roots) -> frozenset[str]:
    return frozenset(telling(item.stem)).difference(key)


@lru_cache(maxsize=10_000)
def _roots(text: str) -> Roots:
    return tuple(map(root, words(text)))


def _in_a_row(texts: Iterable[str]) -> Roots:
    return tuple(chain.from_iterable((*_roots(text), "") for text in texts))


def _cut(roots: Iterable[str]) -> Roots:
    """The beginnings of the roots, which those of one family share."""
    return tuple(word[:KIN] for word in roots)


def _rows(roots: Roots, lengths: Collection[int]) -> Iterator[Roots]:
    """All that stands in a row there, as long as one of the `lengths`."""
    for length in lengths:
        for start in range(len(roots) - length + 1):
            yield roots[start : start + length]


def _holds(text: Sequence[str], phrase: Roots) -> bool:
    """Whether the words of the phrase, or words of their families, stand in a row in the text."""
    if not phrase:
        return False
    first, size = phrase[0], len(phrase)
    return any(
        word[:KIN] == first[:KIN] and all(map(akin, text[start : start + size], phrase))
        for start, word in enumerate(text[: len(text) - size + 1])
    )

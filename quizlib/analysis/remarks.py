"""What learners' answers say of items, as a person who reviews the bank is told it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.files import digest

if TYPE_CHECKING:
    from quizlib.analysis.analysis import Analysis, ItemAnalysis
    from quizlib.model import Item, Problem
    from quizlib.review import Learner


class Remarks:
    """The findings of an analysis, until a person decides about their items.

    `also` is who else says something of them, and is told of decisions too.
    """

    def __init__(self, analysis: Analysis, also: Learner | None = None) -> None:
        self.unfit = frozenset(item.item for item in analysis.unfit)
        self._found = {item.item: item.findings for item in analysis.items if item.findings}
        self._marks = {item.item: _mark(item) for item in analysis.items if item.findings}
        self._settled: dict[str, tuple[Problem, ...]] = {}
        self._also = also

    def of(self, item: Item) -> tuple[Problem, ...]:
        """What the answers say of `item`."""
        others = self._also.of(item) if self._also else ()
        return (*others, *self._found.get(item.id, ()))

    def mark(self, item: Item) -> str:
        """The digest of these answers to `item`; any further answer makes another."""
        return self._marks.get(item.id, "")

    def knows(self, item: Item) -> bool:
        """Whether a person has decided about the item after these very answers."""
        return bool(item.settled) and item.settled == self.mark(item)

    def settle(self, item: Item) -> bool:
        """A person decided about the item; whether anything had been said of it."""
        told = self._also.settle(item) if self._also else False
        if item.id not in self._found:
            return told
        self._settled[item.id] = self._found.pop(item.id)
        return True

    def restore(self, item: Item) -> None:
        """The decision about the item was taken back."""
        if self._also:
            self._also.restore(item)
        if item.id in self._settled:
            self._found[item.id] = self._settled.pop(item.id)


def _mark(found: ItemAnalysis) -> str:
    """Of what the learners did, which no edit of the item changes."""
    figures = (found.asked, found.omitted, found.right, found.points)
    return digest("answers-1", *map(str, figures), size=6)

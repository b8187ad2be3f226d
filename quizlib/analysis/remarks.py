"""What learners' answers say of items, as a person who reviews the bank is told it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizlib.analysis.analysis import Analysis
    from quizlib.model import Item, Problem
    from quizlib.review import Learner


class Remarks:
    """The findings of an analysis, until a person decides about their items.

    `also` is who else says something of them, and is told of decisions too.
    """

    def __init__(self, analysis: Analysis, also: Learner | None = None) -> None:
        self.unfit = frozenset(item.item for item in analysis.unfit)
        self._found = {item.item: item.findings for item in analysis.items if item.findings}
        self._settled: dict[str, tuple[Problem, ...]] = {}
        self._also = also

    def of(self, item: Item) -> tuple[Problem, ...]:
        """What the answers say of `item`."""
        others = self._also.of(item) if self._also else ()
        return (*others, *self._found.get(item.id, ()))

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

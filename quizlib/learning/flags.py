"""What learners flagged, as a person who reviews the bank is told it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.learning.entries import Undo, Unflag
from quizlib.review import FLAGGED

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from quizlib.learning.entries import Flag
    from quizlib.learning.store import Store
    from quizlib.model import Item, Problem


class Flags:
    """The flags in a learner's store; one is settled when a person decides about its item."""

    def __init__(self, store: Store, now: Callable[[], dt.datetime]) -> None:
        self._store = store
        self._now = now
        self._flags = {card.id: card.flag for card in store.cards() if card.flag}
        self._settled: dict[str, tuple[Flag, str]] = {}  # with the entry that did it

    def of(self, item: Item) -> tuple[Problem, ...]:
        """What the learner says of the item as it is now."""
        flag = self._flags.get(item.id)
        if flag is None or flag.revision < item.revision:
            return ()
        return (FLAGGED.at(item.id, why=f": {flag.reason}" if flag.reason else " as bad"),)

    def mark(self, item: Item) -> str:
        """Nothing: the store keeps what was settled."""
        return ""

    def settle(self, item: Item) -> bool:
        """A person decided about the item; whether it had a flag."""
        flag = self._flags.pop(item.id, None)
        if flag is None:
            return False
        entry = Unflag(id=self._store.new_id(), at=self._now(), card=item.id)
        self._store.append(entry)
        self._settled[item.id] = (flag, entry.id)
        return True

    def restore(self, item: Item) -> None:
        """The decision about the item was taken back."""
        if item.id in self._settled:
            flag, entry = self._settled.pop(item.id)
            self._store.append(Undo(id=self._store.new_id(), at=self._now(), target=entry))
            self._flags[item.id] = flag

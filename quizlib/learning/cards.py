"""A card: what the learner's log says of one item."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, assert_never

from quizlib.learning.entries import Bury, CardEntry, Flag, Review, Suspend, Unflag, Unsuspend
from quizlib.learning.scheduler import Memory, review
from quizlib.model import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Card(Frozen):
    """What the log says of one item.

    Attributes:
        id: The item's id.
        memory: What the scheduler knows; None before the first review.
        suspended: Whether it is never asked, until that is taken back.
        buried_until: It is not asked before this day of the learner's.
        flag: Why it is not asked, while the item's revision is still the flag's.
        latest: When the last of its entries happened, in UTC.
    """

    id: str
    memory: Memory | None = None
    suspended: bool = False
    buried_until: dt.date | None = None
    flag: Flag | None = None
    latest: dt.datetime | None = None

    @property
    def times(self) -> int:
        """How many reviews it has had that stand."""
        return self.memory.reviews if self.memory else 0

    def after(self, entry: CardEntry) -> Card:
        """The card when `entry`, which is no older than the others, has happened."""
        return self.model_copy(update={**self._change(entry), "latest": entry.at})

    def _change(self, entry: CardEntry) -> dict[str, object]:
        match entry:
            case Review():
                return {"memory": self._reviewed(entry), "buried_until": None}
            case Suspend() | Unsuspend():
                return {"suspended": isinstance(entry, Suspend)}
            case Bury():
                return {"buried_until": entry.until}
            case Flag():
                return {"flag": entry}
            case Unflag():
                return {"flag": None}
            case _:
                assert_never(entry)

    def _reviewed(self, entry: Review) -> Memory:
        return review(
            self.memory,
            entry.rating,
            card=self.id,
            at=entry.at,
            day=entry.day,
            scheduling=entry.scheduling,
        )


def history(id: str, entries: Iterable[CardEntry]) -> Iterator[tuple[CardEntry, Card]]:
    """The card's entries in the order in which they happened, each with the card after it.

    `entries` are those of the card that have not been taken back, in any order.
    """
    card = Card(id=id)
    for entry in sorted(entries, key=lambda entry: (entry.at, entry.id)):
        card = card.after(entry)
        yield entry, card

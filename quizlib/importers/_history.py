"""The reviews of an imported deck as entries of the learner's log."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from quizlib.learning.days import learner_day
from quizlib.learning.entries import LATEST, Review, Suspend
from quizlib.learning.scheduler import Rating

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.model import Bank, Card, Item, Note

#: What Anki has in a suspended card's queue.
_SUSPENDED = -1
#: Unix milliseconds that an entry can have.
_TIMES = range(int(LATEST.timestamp() * 1000))


def log(bank: Bank, zone: dt.tzinfo) -> list[Review | Suspend]:
    """As `quizlib.importers.review_log`; due dates that were set by hand are left out."""
    items = {item.origin: item for item in bank.items if item.source}
    own = {item.id: item for item in bank.items}
    entries: list[Review | Suspend] = []
    for note in bank.package.notes if bank.package else ():
        for card in note.cards:
            item = items.get(f"{note.guid}#{card.number}") or own.get(note.guid)
            if item is not None:
                entries += _entries(bank, item, note, card, zone)
    return sorted(entries, key=lambda entry: (entry.at, entry.id))


def _entries(
    bank: Bank, item: Item, note: Note, card: Card, zone: dt.tzinfo
) -> Iterator[Review | Suspend]:
    last = _moment(note.modified * 1000)
    for review in card.reviews:
        if 1 <= review.rating <= 4 and review.at in _TIMES:
            last = _moment(review.at)
            yield Review(
                id=f"anki-{item.id}-{review.at}",
                at=last,
                card=item.id,
                rating=Rating(review.rating),
                day=learner_day(last.astimezone(zone)),
                seconds=max(0, review.taken) / 1000,
                bank=bank.title,
            )
    if card.schedule is not None and card.schedule.queue == _SUSPENDED:
        yield Suspend(id=f"anki-{item.id}-suspended", at=last, card=item.id)


def _moment(milliseconds: int) -> dt.datetime:
    counted = milliseconds if milliseconds in _TIMES else 0
    return dt.datetime.fromtimestamp(counted / 1000, dt.UTC)

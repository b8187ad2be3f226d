"""Where a card stands, in bare numbers: what the choice of the next one needs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from quizlib.learning.scheduler import Phase

if TYPE_CHECKING:
    from quizlib.learning.cards import Card

_ZERO = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)


class Standing(NamedTuple):
    """One card, for 100,000 at once.

    `due` is in microseconds since 1970 in UTC, days count from 0001-01-01 as 1; what depends
    on a review is None before the first one.
    """

    card: str
    learned: int
    due: int | None
    stability: float | None
    difficulty: float | None
    day: int | None
    began: int | None
    recalled: int | None
    suspended: int
    buried_until: int | None
    flagged: int | None


def microseconds(at: dt.datetime) -> int:
    """A moment as the store counts it: since 1970 in UTC."""
    return (at - _ZERO) // _MICROSECOND


def moment(counted: int) -> dt.datetime:
    """A moment in UTC from how the store counts it."""
    return _ZERO + counted * _MICROSECOND


def standing(card: Card) -> Standing:
    """The standing of a card."""
    memory, flag = card.memory, card.flag
    return Standing(
        card=card.id,
        learned=memory is not None and memory.phase is Phase.REVIEW,
        due=microseconds(memory.due) if memory else None,
        stability=memory.stability if memory else None,
        difficulty=memory.difficulty if memory else None,
        day=memory.day.toordinal() if memory else None,
        began=memory.began.toordinal() if memory else None,
        recalled=memory.recalled.toordinal() if memory and memory.recalled else None,
        suspended=card.suspended,
        buried_until=card.buried_until.toordinal() if card.buried_until else None,
        flagged=flag.revision if flag else None,
    )

"""Where a learner stands: what was done, what is to come, how well it is remembered."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections import Counter, defaultdict
from math import fsum
from typing import TYPE_CHECKING, Any

from quizlib.learning.days import learner_day
from quizlib.learning.plan import HARD
from quizlib.model import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quizlib.learning.cards import Card
    from quizlib.learning.recalls import Recall
    from quizlib.learning.store import Store
    from quizlib.model import Bank, Item

#: Days that the forecast looks ahead, today among them.
AHEAD = 30
#: Hardest cards that are named.
HARDEST = 10
#: Where the bins of predicted retention begin.
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


class Day(Frozen):
    """A learner's day: its reviews, how many of them were not again, the seconds they took."""

    day: dt.date
    reviews: int = 0
    known: int = 0
    seconds: float = 0.0


class Due(Frozen):
    """Cards that come due on a day; what is overdue counts for today."""

    day: dt.date
    cards: int


class Retention(Frozen):
    """Reviews of learned cards: how likely they were to be recalled, and how many were.

    `predicted` and `actual` are means in [0, 1]; None without a review.
    """

    reviews: int = 0
    predicted: float | None = None
    actual: float | None = None


class Bin(Retention):
    """Those whose predicted recall lay between `low` and `high`."""

    low: float
    high: float


class Group(Frozen):
    """The cards of one bank, or with one tag."""

    name: str
    cards: int
    reviews: int
    seconds: float
    retention: Retention


class Hard(Frozen):
    """A card that is hard for this learner: FSRS's difficulty in [1, 10], how often forgotten."""

    card: str
    stem: str
    difficulty: float
    lapses: int
    reviews: int


class Statistics(Frozen):
    """All of it, on the learner's day `today`; days without a review are left out of `days`."""

    today: dt.date
    cards: int
    reviews: int
    seconds: float
    days: tuple[Day, ...]
    forecast: tuple[Due, ...]
    retention: Retention
    bins: tuple[Bin, ...]
    by_bank: tuple[Group, ...]
    by_tag: tuple[Group, ...]
    hardest: tuple[Hard, ...]

    def to_csv(self) -> str:
        """A row for each day, past ones with what was done, coming ones with what is due."""
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(("day", "reviews", "known", "seconds", "due"))
        done = {day.day: day for day in self.days}
        due = {day.day: day.cards for day in self.forecast}
        for day in sorted({*done, *due}):
            one = done.get(day, Day(day=day))
            writer.writerow((day, one.reviews, one.known, f"{one.seconds:.1f}", due.get(day, "")))
        return text.getvalue()


def statistics(
    store: Store, now: dt.datetime, banks: Sequence[Bank] = (), *, only: bool = False
) -> Statistics:
    """The statistics of all cards in the store, with `only` of those in `banks`.

    `banks` tell stems and tags. `now` has the learner's time zone. Raises StoreError.
    """
    items = {item.id: item for bank in banks for item in bank.items}
    cards = [card for card in store.cards() if card.memory and (not only or card.id in items)]
    asked = [one for one in store.recalls() if not only or one.card in items]
    return Statistics(
        today=learner_day(now),
        cards=len(cards),
        reviews=len(asked),
        seconds=fsum(one.seconds or 0 for one in asked),
        days=tuple(_days(asked)),
        forecast=tuple(_forecast([card for card in cards if _comes(card, items)], now)),
        retention=Retention(**_retention(asked)),
        bins=tuple(_bins(asked)),
        by_bank=tuple(_groups(asked, _banks(asked))),
        by_tag=tuple(_groups(asked, {item.id: item.tags for item in items.values()})),
        hardest=tuple(_hardest(cards, items)),
    )


def _days(asked: Iterable[Recall]) -> Iterator[Day]:
    by_day: dict[int, list[Recall]] = defaultdict(list)
    for one in asked:
        by_day[one.day].append(one)
    for day, every in sorted(by_day.items()):
        yield Day(
            day=dt.date.fromordinal(day),
            reviews=len(every),
            known=sum(one.known for one in every),
            seconds=fsum(one.seconds or 0 for one in every),
        )


def _forecast(cards: Iterable[Card], now: dt.datetime) -> Iterator[Due]:
    today = learner_day(now)
    due = Counter(
        max(today, learner_day(card.memory.due.astimezone(now.tzinfo)), card.buried_until or today)
        for card in cards
        if card.memory
    )
    for ahead in range(AHEAD):
        day = today + dt.timedelta(days=ahead)
        yield Due(day=day, cards=due[day])


def _comes(card: Card, items: dict[str, Item]) -> bool:
    """Whether the card is asked again at all, as things stand."""
    item, flag = items.get(card.id), card.flag
    flagged = flag is not None and (item is None or flag.revision >= item.revision)
    return not card.suspended and not flagged and (item is None or item.live)


def _retention(asked: Iterable[Recall]) -> dict[str, Any]:
    tested = [(one.likely, one.known) for one in asked if one.likely is not None]
    if not tested:
        return {}
    predicted = fsum(likely for likely, _ in tested) / len(tested)
    actual = sum(known for _, known in tested) / len(tested)
    return {"reviews": len(tested), "predicted": predicted, "actual": actual}


def _bins(asked: Sequence[Recall]) -> Iterator[Bin]:
    for low, high in zip(BINS, (*BINS[1:], 1.0), strict=True):
        within = [
            one
            for one in asked
            if one.likely is not None and low <= one.likely and (one.likely < high or high == 1)
        ]
        yield Bin(low=low, high=high, **_retention(within))


def _banks(asked: Iterable[Recall]) -> dict[str, tuple[str, ...]]:
    """Card -> the title that its bank had when it was asked last."""
    return {one.card: (one.bank,) for one in asked if one.bank}


def _groups(asked: Iterable[Recall], names: dict[str, tuple[str, ...]]) -> Iterator[Group]:
    found: dict[str, list[Recall]] = defaultdict(list)
    for one in asked:
        for name in dict.fromkeys(names.get(one.card, ())):
            found[name].append(one)
    for name, every in sorted(found.items()):
        yield Group(
            name=name,
            cards=len({one.card for one in every}),
            reviews=len(every),
            seconds=fsum(one.seconds or 0 for one in every),
            retention=Retention(**_retention(every)),
        )


def _hardest(cards: Iterable[Card], items: dict[str, Item]) -> list[Hard]:
    """Those that were forgotten most, then those of the highest difficulty; no others."""
    hard = [
        Hard(
            card=card.id,
            stem=items[card.id].stem if card.id in items else "",
            difficulty=card.memory.difficulty,
            lapses=card.memory.lapses,
            reviews=card.memory.reviews,
        )
        for card in cards
        if card.memory and (card.memory.lapses or card.memory.difficulty >= HARD)
    ]
    hard.sort(key=lambda card: (-card.lapses, -card.difficulty, card.card))
    return hard[:HARDEST]

"""The cards of a session as they stand now, and whose turn it is."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from quizlib.learning.agenda import Agenda, Today
from quizlib.learning.standings import microseconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from quizlib.learning.plan import Plan
    from quizlib.learning.shelf import Shelf
    from quizlib.learning.store import Store


class Desk:
    """Keeps the agenda true to the store, whoever writes there, and to the day.

    `last` is the card that was settled last.
    """

    def __init__(
        self, shelf: Shelf, store: Store, plan: Plan, now: Callable[[], dt.datetime]
    ) -> None:
        self._shelf, self._store, self._plan, self._now = shelf, store, plan, now
        self._anyway = False
        self._skipped: set[str] = set()
        self._answered: set[str] = set()
        self.last = ""
        self._own: set[str] = set()  # entries that need no second look
        self._seen = store.length
        found = store.standings()
        self._standings = {id: found[id] for id in shelf.items if id in found}
        self._today = Today.of(now())
        self._arrange()

    def waiting(self) -> tuple[int, int]:
        """How many cards are due before the day ends, and how many new ones are to come."""
        return self._agenda.waiting()

    def done(self) -> int:
        """How many answers there were today."""
        today = self._store.reviewed(dt.date.fromordinal(self._today.day))
        return sum(times for id, times in today.items() if id in self._shelf.items)

    def suspended(self) -> list[str]:
        """The cards that are never asked."""
        return [id for id, standing in self._standings.items() if standing.suspended]

    def next_due(self) -> int | None:
        """When something can be asked again, in microseconds; None for never."""
        return self._agenda.next_due()

    def chosen(self) -> str | None:
        """The card whose turn it is; None when nothing is left."""
        now = microseconds(self._now())
        agenda = self._agenda
        if (pressing := agenda.first_learning(now, self.last)) is not None:
            return pressing
        for waiting in (agenda.due, agenda.new, agenda.extra):
            if waiting:
                return waiting[0]
        if self._freed:
            self._arrange()
            return self.chosen()
        ahead = self._plan.ahead // dt.timedelta(microseconds=1)
        return agenda.first_learning(now + ahead, self.last)

    def answered(self, id: str, entries: Iterable[str]) -> None:
        """The card was answered, which made these entries."""
        self._own.update(entries)
        self._answered.add(id)
        self._agenda.drop(id)
        self.last = id
        self._reload([id])

    def changed(self, cards: Iterable[str], entries: Iterable[str]) -> None:
        """Something else was done about these cards, which made these entries."""
        self._own.update(entries)
        self._reload(cards)
        self._arrange()

    def skipped(self, id: str) -> None:
        """The card is not asked in this session."""
        self._skipped.add(id)
        self._agenda.drop(id)
        self.last = id

    def unfit(self, id: str, why: str) -> None:
        """The card cannot be asked; a sibling may come when the others have been asked."""
        self._shelf.remove(id, why)
        self._standings.pop(id, None)
        self._agenda.drop(id)
        self._freed = True

    def put_away(self, id: str, entries: Iterable[str]) -> None:
        """The card is not asked for now, which made these entries; a sibling may come."""
        self.last = id
        self.changed([id], entries)

    def undone(self, id: str, entries: Iterable[str]) -> None:
        """The last step was taken back, which made these entries: all is as before."""
        self._skipped.discard(id)
        self._answered.discard(id)
        self.last = ""
        self.changed([id], entries)

    def study_anyway(self) -> None:
        """Go on with what is not due, and with new cards beyond the day's number."""
        self._anyway = True
        self._arrange()

    def refresh(self) -> set[str]:
        """Take in what other programs have added to the log; the cards that it is about."""
        length = self._store.length
        came = self._store.since(self._seen) if length != self._seen else {}
        self._seen = length
        elsewhere = {card for id, card in came.items() if id not in self._own}
        self._own.clear()
        self._reload(elsewhere)
        if elsewhere or Today.of(self._now()) != self._today:
            self._arrange()
        return elsewhere

    def _reload(self, cards: Iterable[str]) -> None:
        """Take the standings of `cards` from the store."""
        wanted = [id for id in cards if id in self._shelf.items]
        found = self._store.standings(wanted)
        for id in wanted:
            self._standings.pop(id, None)
        self._standings.update(found)
        for id in found:
            self._agenda.come_back(id)

    def _arrange(self) -> None:
        """Make the agenda anew."""
        self._freed = False  # whether what kept a sibling from being asked is gone
        today = Today.of(self._now())
        if today != self._today:
            self._answered.clear()  # a new day asks again what it has a date for
            self._today = today
        standings = self._standings
        settled = {id for id in self._answered if id in standings and standings[id].learned}
        self._agenda: Agenda = Agenda(
            self._shelf.items,
            self._shelf.parts,
            standings,
            self._plan,
            self._today,
            left_out=self._skipped | settled,
            anyway=self._anyway,
        )

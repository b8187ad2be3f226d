"""What is left to ask today, and in what order: a pure choice from cards and a plan."""

from __future__ import annotations

from collections import deque
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from quizlib.files import digest
from quizlib.learning.days import day_end, learner_day
from quizlib.learning.plan import HARD
from quizlib.learning.shelf import facts, quotes
from quizlib.learning.standings import microseconds

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from quizlib.learning.plan import Plan
    from quizlib.learning.standings import Standing
    from quizlib.model import Item


#: In microseconds.
_DAY = 24 * 60 * 60 * 1_000_000


class Today(NamedTuple):
    """A learner's day, counted from 0001-01-01 as 1, and when it ends in microseconds."""

    day: int
    end: int

    @classmethod
    def of(cls, now: dt.datetime) -> Today:
        return cls(learner_day(now).toordinal(), microseconds(day_end(now)))


class Agenda:
    """Ids of the cards to ask today: `due`, then `new`, in order, and then `extra`.

    `learning` are those that come back within minutes, asked as soon as they are due. Of the
    others none shares a fact with another one asked today, where the plan keeps them apart;
    `extra` is what is neither due nor within the day's limits, for who studies anyway.

    A whole, as a match of terms that are asked one by one too, is asked behind its parts, and
    begun on a day after all of them, where the plan keeps siblings apart. It does not count as
    sharing their facts: else one that is forgotten day after day would keep its parts from being
    asked, and these would keep it.
    """

    def __init__(  # noqa: PLR0913 - all that the choice depends on
        self,
        items: Mapping[str, Item],
        parts: Mapping[str, frozenset[str]],
        standings: Mapping[str, Standing],
        plan: Plan,
        today: Today,
        *,
        left_out: Collection[str] = (),
        anyway: bool = False,
    ) -> None:
        """`items` and `standings` by their ids, `parts` by those of the wholes.

        `left_out` are not to be asked in this session.
        """
        self._items, self._parts, self._standings = items, parts, standings
        self._plan, self._today = plan, today
        self._asked_of: dict[str, str] = {}  # fact -> the card asked today, or to be asked
        seen = list(standings.values())
        open_cards = [id for id in items if id not in left_out and self._is_open(id)]
        fresh = [id for id in open_cards if self._is_new(id)]
        begun = (s.card for s in seen if s.began == today.day)
        self._not_known = {*fresh, *filter(self._is_new, left_out), *begun}
        known = [standings[id] for id in open_cards if id in standings]
        self.learning = {s.card for s in known if s.due is not None and not s.learned}
        self._touch(s.card for s in seen if s.day == today.day or s.card in self.learning)
        self._touch(id for id in left_out if id in items)
        due = [s for s in known if s.learned and s.due is not None and s.due < today.end]
        limits = (
            plan.due_per_day - sum(s.recalled == today.day for s in seen),
            plan.new_per_day - sum(s.began == today.day for s in seen),
        )
        ranked = self._behind_parts([s.card for s in sorted(due, key=self._rank())])
        self.due = deque(self._apart(ranked, limits[0]))
        self.new = deque(self._apart(self._fresh(fresh), limits[1]))
        self.extra = deque(self._others(known, fresh) if anyway else ())

    def _is_new(self, id: str) -> bool:
        return id not in self._standings or self._standings[id].due is None

    def _is_open(self, id: str) -> bool:
        """Whether the card may be asked at all today."""
        standing = self._standings.get(id)
        if standing is None:
            return not self._plan.hard
        held = (
            standing.suspended
            or (standing.buried_until or 0) > self._today.day
            or (standing.flagged is not None and standing.flagged >= self._items[id].revision)
        )
        return not held and (not self._plan.hard or (standing.difficulty or 0) >= HARD)

    def _rank(self) -> Callable[[Standing], Any]:
        """By what due cards are sorted."""
        match self._plan.order:
            case "due":
                return attrgetter("due", "card")
            case "random":
                return lambda standing: self._drawn(standing.card)
            case "hard":
                return lambda standing: (-(standing.difficulty or 0), standing.due, standing.card)

    def _fresh(self, ids: list[str]) -> list[str]:
        match self._plan.order:
            case "due":
                return self._behind_parts(ids)
            case "random":
                return self._behind_parts(sorted(ids, key=self._drawn))
            case "hard":
                return self._behind_parts(
                    sorted(ids, key=lambda card: (-self._items[card].difficulty, card))
                )

    def _behind_parts(self, ids: list[str]) -> list[str]:
        """`ids` with each whole behind the last of its parts, otherwise in their order."""
        if not self._parts:
            return ids
        places = {id: place for place, id in enumerate(ids)}

        def place(id: str) -> tuple[int, bool]:
            parts = [places[part] for part in self._parts.get(id, ()) if part in places]
            return max([places[id], *parts]), bool(parts)

        return sorted(ids, key=place)

    def _drawn(self, id: str) -> str:
        return digest("order-1", str(self._today.day), id)

    def _touch(self, ids: Iterable[str]) -> None:
        if self._plan.siblings_apart:
            for id in ids:
                for fact in self._facts(id):
                    self._asked_of.setdefault(fact, id)

    def _facts(self, id: str) -> list[str]:
        """What the card shares with its siblings: a whole, all of its quotes with other wholes."""
        item = self._items[id]
        return [" and ".join(sorted(quotes(item)))] if id in self._parts else facts(item)

    def _apart(self, ids: Iterable[str], limit: int) -> Iterator[str]:
        """The first of `ids`, up to `limit`, that share no fact with one asked today."""
        left = limit
        for id in ids:
            if left <= 0:
                return
            waits = self._plan.siblings_apart and self._not_known & self._parts.get(id, frozenset())
            if not waits and all(self._asked_of.get(fact, id) == id for fact in self._facts(id)):
                self._touch([id])
                left -= 1
                yield id

    def _others(self, known: list[Standing], fresh: list[str]) -> list[str]:
        """All the rest: what is nearest to being forgotten first, then what is new."""
        taken = {*self.due, *self.new, *self.learning}
        rest = [s for s in known if s.learned and s.card not in taken]
        rest.sort(key=self._staleness)
        return [*(s.card for s in rest), *(id for id in self._fresh(fresh) if id not in taken)]

    def _staleness(self, standing: Standing) -> tuple[float, str]:
        elapsed = self._today.day - (standing.day or 0)
        return -elapsed / (standing.stability or 1), standing.card

    def first_learning(self, until: int, last: str = "") -> str | None:
        """The card in learning that is due first by `until` (microseconds).

        The one asked `last` comes only where there is no other.
        """
        due = [id for id in self.learning if self._due(id)[0] <= until]
        return min(due, key=lambda card: (card == last, self._due(card)), default=None)

    def _due(self, id: str) -> tuple[int, str]:
        return self._standings[id].due or 0, id

    def drop(self, id: str) -> None:
        """Ask the card no more, unless it comes back."""
        waiting = (self.due, self.new, self.extra)
        for line in waiting:
            if line and line[0] == id:
                line.popleft()
                return
        if id in self.learning:
            self.learning.discard(id)
            return
        for line in waiting:  # an undone card is asked out of turn
            if id in line:
                line.remove(id)

    def come_back(self, id: str) -> None:
        """Ask the card again as soon as it is due, if it is being learned now."""
        standing = self._standings.get(id)
        if standing is not None and standing.due is not None and not standing.learned:
            self.learning.add(id)

    def waiting(self) -> tuple[int, int]:
        """How many cards are due before the day ends, and how many new ones are to come."""
        soon = sum(self._due(id)[0] < self._today.end for id in self.learning)
        return len(self.due) + soon, len(self.new)

    def next_due(self) -> int | None:
        """When something can be asked again, in microseconds; None for never."""
        return min((self._from(id) for id in self._items if self._is_open(id)), default=None)

    def _from(self, id: str) -> int:
        """When the card can be asked: what is put off, when the day has ended."""
        standing = self._standings.get(id)
        if standing is None or standing.due is None:
            return self._today.end
        if not standing.learned:
            return standing.due
        days = -(-(standing.due - self._today.end) // _DAY)  # begun ones: a day is asked whole
        return self._today.end + max(0, days - 1) * _DAY

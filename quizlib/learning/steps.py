"""What a session has done, step by step: each is an entry in the log, and can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from quizlib.learning.entries import Undo, Unsuspend

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from quizlib.learning.desk import Desk
    from quizlib.learning.entries import CardEntry, Review
    from quizlib.learning.scheduler import Rating, Scheduling
    from quizlib.learning.store import Store
    from quizlib.learning.told import Asked, Verdict


@dataclass(frozen=True)
class Step:
    """What can be undone: the state before it, and the ids of the entries that it made.

    `answers` is 1 for an answer, else 0.
    """

    asked: Asked
    verdict: Verdict | None = None
    review: Review | None = None
    entries: tuple[str, ...] = ()
    answers: int = 0


class Steps:
    """Puts each step of a session into the store, and has the desk know of it.

    Every method that keeps something raises StoreError where it could not, and then nothing
    has changed.
    """

    def __init__(self, store: Store, desk: Desk, now: Callable[[], dt.datetime]) -> None:
        self._store, self._desk, self._now = store, desk, now
        self._steps: list[Step] = []

    @property
    def answers(self) -> int:
        """How many answers there are, without those taken back."""
        return sum(step.answers for step in self._steps)

    def answered(self, asked: Asked, verdict: Verdict, scheduling: Scheduling) -> Review:
        """Keep an answer, and take the card off the agenda. Raises ClockWentBack."""
        id = asked.item.id
        review = self._store.review(
            id,
            verdict.rating,
            self._now,
            scheduling=scheduling,
            seconds=round(verdict.seconds, 3),
            points=None if verdict.score.self_rated else verdict.score.points,
            bank=asked.bank.title,
        )
        self._steps.append(Step(asked, entries=(review.id,), answers=1))
        self._desk.answered(id, [review.id])
        return review

    def rated(self, before: Review, rating: Rating) -> Review:
        """Take a review back and put one in its place that differs in its rating alone."""
        undone = Undo(**self.made(), target=before.id)
        made = before.model_copy(update={"id": self._store.new_id(), "rating": rating})
        self._store.append(undone, made)
        self._steps = [
            replace(step, entries=(made.id,)) if before.id in step.entries else step
            for step in self._steps
        ]
        self._desk.changed([made.card], [undone.id, made.id])
        return made

    def skipped(self, step: Step) -> None:
        """Leave the card for another session, which is in no log."""
        self._steps.append(step)
        self._desk.skipped(step.asked.item.id)

    def put_away(self, step: Step, entry: CardEntry) -> None:
        """Keep why the card is not asked for now."""
        self._store.append(entry)
        self._steps.append(replace(step, entries=(entry.id,)))
        self._desk.put_away(step.asked.item.id, [entry.id])

    def undo(self) -> Step | None:
        """Take the last step back, which comes back; None without one."""
        if not self._steps:
            return None
        step = self._steps[-1]
        undone = [Undo(**self.made(), target=id) for id in step.entries]
        self._store.append(*undone)
        self._steps.pop()
        self._desk.undone(step.asked.item.id, [entry.id for entry in undone])
        return step

    def unsuspend(self) -> int:
        """Ask the suspended cards again; how many there were. It is no step."""
        entries = [Unsuspend(**self.made(), card=id) for id in self._desk.suspended()]
        self._store.append(*entries)
        self._desk.changed([entry.card for entry in entries], [entry.id for entry in entries])
        return len(entries)

    def made(self) -> dict[str, Any]:
        """What every new entry begins with."""
        return {"id": self._store.new_id(), "at": self._now()}

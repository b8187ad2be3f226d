"""A review: one walk through items of a bank, of which every decision is saved at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizlib.errors import InvalidEdit
from quizlib.model import Severity, Status
from quizlib.review.findings import of_item
from quizlib.review.form import mended
from quizlib.review.queue import speaks_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from quizlib.model import Bank, Document, Item, Problem
    from quizlib.review.findings import Learner
    from quizlib.review.form import Value


@dataclass(frozen=True)
class Step:
    """A decision that can be undone: where it was made, and the item before it."""

    place: int
    before: Item


class Review:
    """Stands at one item after the other and takes decisions about it.

    `bank` is its state after all decisions so far. Each decision is given to `save`
    before it counts: when that raises, nothing has changed.
    """

    def __init__(
        self,
        bank: Bank,
        ids: Sequence[str],
        save: Callable[[Bank], object],
        documents: Iterable[Document] = (),
        learner: Learner | None = None,
    ) -> None:
        """`ids` name the items to walk through, in this order; each is in `bank`."""
        self.bank = bank
        self.ids = tuple(ids)
        self.documents = {document.id: document for document in documents}
        self.place = 0  # in `ids`; their number at the end
        self._save = save
        self._learner = learner
        self._steps: list[Step] = []

    @property
    def item(self) -> Item | None:
        """The item to decide about; None at the end."""
        return self._items[self.ids[self.place]] if self.place < len(self.ids) else None

    @property
    def tally(self) -> Counter[Status]:
        """How many items have got which status by decisions that stand."""
        decided = {step.before.id for step in self._steps}
        return Counter(item.status for item in self.bank.items if item.id in decided)

    def problems(self, item: Item) -> tuple[Problem, ...]:
        """What the checks find in the item, as if it were live, and what the learner says."""
        said = self._learner.of(item) if self._learner else ()
        return (*said, *of_item(self.bank, item, self.documents.values()))

    def accept(self) -> None:
        """Keep the item, as edited where it was, and go on."""
        item = self._current()
        status = Status.EDITED if item.changed else Status.ACCEPTED
        again = item.status is Status.REJECTED
        update = {"status": status, "note": "", "revision": item.revision + again}
        self._decide(item.model_copy(update=update))
        self.skip()

    def reject(self, reason: str = "") -> None:
        """Throw the item out, for good, and go on."""
        note = " ".join(reason.encode("utf-8", "replace").decode().split())
        item = self._current()
        update = {"status": Status.REJECTED, "note": note, "revision": item.revision + item.live}
        self._decide(item.model_copy(update=update))
        self.skip()

    def edit(self, changes: Mapping[str, Value]) -> bool:
        """Change fields of the item and stay with it; whether anything changed.

        Raises InvalidEdit when what comes of it could not be asked, or when a check
        finds an error in it that was not there before.
        """
        item = self._current()
        made = mended(item, changes)
        if made is item:
            return False
        known = {problem.code for problem in self.problems(item)}
        for problem in self.problems(made):
            if problem.severity is Severity.ERROR and problem.code not in known:
                raise InvalidEdit(f"the item {problem.message}")
        self._decide(made)
        return True

    def skip(self) -> None:
        """Go on without a decision."""
        self.place = min(self.place + 1, len(self.ids))

    def back(self) -> bool:
        """Go back to the item before; whether there is one."""
        there = self.place > 0
        self.place = max(0, self.place - 1)
        return there

    def find(self, told: str) -> bool:
        """Go to the next item that speaks of `told`; whether one does.

        Behind the last comes the first; the item itself is found where no other is.
        """
        start = self.place + 1
        places = [*range(start, len(self.ids)), *range(min(start, len(self.ids)))]
        items = self._items
        found = (place for place in places if speaks_of(items[self.ids[place]], told))
        place = next(found, None) if told.strip() else None
        self.place = self.place if place is None else place
        return place is not None

    def undo(self) -> bool:
        """Take the last decision back and stand at its item; whether there is one."""
        if not self._steps:
            return False
        step = self._steps[-1]
        if self._items[step.before.id] != step.before:
            self._put(step.before)
        if self._learner:
            self._learner.restore(step.before)
        self._steps.pop()
        self.place = step.place
        return True

    def _current(self) -> Item:
        item = self.item
        if item is None:
            raise IndexError("the review has ended")
        return item

    def _decide(self, made: Item) -> None:
        before = self._current()
        mark = self._learner.mark(before) if self._learner else ""
        made = made.model_copy(update={"settled": mark}) if mark else made
        if made != before:
            self._put(made)
        if (self._learner and self._learner.settle(before)) or made != before:
            self._steps.append(Step(self.place, before))

    def _put(self, made: Item) -> None:
        items = tuple(made if item.id == made.id else item for item in self.bank.items)
        bank = self.bank.model_copy(update={"items": items})
        self._save(bank)
        self.bank = bank

    @property
    def _items(self) -> dict[str, Item]:
        return {item.id: item for item in self.bank.items}

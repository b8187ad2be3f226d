"""What the checks say of items, of those too that are not live."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Protocol

from quizlib.checks import check
from quizlib.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizlib.model import Bank, Document, Item, Problem


class Learner(Protocol):
    """What a learner says of items, until a person has decided about them."""

    def of(self, item: Item) -> tuple[Problem, ...]:
        """What the learner says of `item`."""
        ...

    def mark(self, item: Item) -> str:
        """What the item keeps of this once a person has decided about it; "" for nothing."""
        ...

    def settle(self, item: Item) -> bool:
        """It was decided about; whether the learner had said anything."""
        ...

    def restore(self, item: Item) -> None:
        """The decision was taken back."""
        ...


def findings(
    bank: Bank,
    items: Iterable[Item],
    documents: Iterable[Document] = (),
    learner: Learner | None = None,
) -> dict[str, tuple[Problem, ...]]:
    """The id of each of `items` with the problems found in it, and what the learner says.

    A live item is looked at beside the live ones, another beside all of `items`, as if
    they were live too.
    """
    listed = list(items)
    out = {item.id for item in listed if not item.live}
    found = _by_item(check(bank, documents))
    if out:
        again = _by_item(check(_as_live(bank, out), documents))
        found = {id: (again if id in out else found)[id] for id in {*found, *again}}
    return {
        item.id: (*(learner.of(item) if learner else ()), *found.get(item.id, ()))
        for item in listed
    }


def of_item(bank: Bank, item: Item, documents: Iterable[Document] = ()) -> tuple[Problem, ...]:
    """What is wrong with `item`, as it is given, as one of the live items of `bank`."""
    items = tuple(item if old.id == item.id else old for old in bank.items)
    trial = _as_live(bank.model_copy(update={"items": items}), {item.id})
    return tuple(_by_item(check(trial, documents))[item.id])


def _as_live(bank: Bank, ids: set[str]) -> Bank:
    update = {"status": Status.ACCEPTED}
    items = (
        item.model_copy(update=update) if item.id in ids and not item.live else item
        for item in bank.items
    )
    return bank.model_copy(update={"items": tuple(items)})


def _by_item(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """Problems under the id that their place begins with."""
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.where.partition(" (")[0]].append(problem)
    return found

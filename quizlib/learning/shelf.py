"""All that a session may ask: the items of its banks, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizlib.errors import EmptyBank
from quizlib.items import kinds as every_kind
from quizlib.model import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizlib.learning.plan import Plan
    from quizlib.model import Bank, Item


class Leaf(NamedTuple):
    """Of an item what the choice of the next one needs.

    `facts` name its quotes and the fact that it was made from: siblings share one.
    """

    id: str
    facts: tuple[str, ...]
    difficulty: float
    revision: int


class Shelf:
    """The live items that a plan asks for, in the order of the banks.

    `problems` tell of items that are left out because another bank has one of their id.
    """

    def __init__(self, banks: Iterable[Bank], plan: Plan) -> None:
        """Raises UnknownName for a kind that nobody offers, EmptyBank when nothing fits."""
        for kind in plan.kinds:
            every_kind.get(kind)
        self.banks = tuple(banks)
        self.problems: list[Problem] = []
        self._items: dict[str, tuple[Bank, Item]] = {}
        for bank in self.banks:
            for item in bank.live:
                if _fits(item, plan):
                    self._put(bank, item)
        self.leaves = {id: _leaf(item) for id, (_, item) in self._items.items()}
        if not self.leaves:
            titles = ", ".join(bank.title for bank in self.banks) or "no bank"
            raise EmptyBank(titles, _why(plan))

    def _put(self, bank: Bank, item: Item) -> None:
        before = self._items.setdefault(item.id, (bank, item))
        if before[1].stem != item.stem and before[1].origin != item.origin:
            why = f"left out, since “{before[0].title}” has another item of this id"
            self._tell("id-taken", bank, item.id, why)

    def item(self, id: str) -> Item:
        return self._items[id][1]

    def bank(self, id: str) -> Bank:
        """The bank that the item is from."""
        return self._items[id][0]

    def replace(self, item: Item) -> None:
        """Put a mended item in the place of the one with its id."""
        self._items[item.id] = (self.bank(item.id), item)
        self.leaves[item.id] = _leaf(item)

    def remove(self, id: str, why: str) -> None:
        """Leave an item out from now on, and tell it."""
        del self.leaves[id]
        self._tell("unfit-item", self.bank(id), id, why)

    def _tell(self, code: str, bank: Bank, id: str, why: str) -> None:
        where = f"{id} in “{bank.title}”"
        problem = Problem(code=code, severity=Severity.WARNING, message=why, where=where)
        self.problems.append(problem)


def _fits(item: Item, plan: Plan) -> bool:
    return (not plan.kinds or item.kind in plan.kinds) and (
        not plan.tags or not set(plan.tags).isdisjoint(item.tags)
    )


def _why(plan: Plan) -> str:
    wanted = [
        *([f"of kind {' or '.join(plan.kinds)}"] if plan.kinds else []),
        *([f"tagged {' or '.join(plan.tags)}"] if plan.tags else []),
    ]
    return f"no item {' and '.join(wanted)}" if wanted else "no item left to ask"


def _leaf(item: Item) -> Leaf:
    places = [f"{quote.document} {quote.start}" for quote in item.evidence]
    facts = (*places, f"fact {item.origin}") if item.origin else tuple(places)
    return Leaf(item.id, tuple(facts), item.difficulty, item.revision)

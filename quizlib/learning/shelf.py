"""All that a session may ask: the items of its banks, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.errors import EmptyBank
from quizlib.items import kinds as every_kind
from quizlib.model import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizlib.learning.plan import Plan
    from quizlib.model import Bank, Item


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
        self.items: dict[str, Item] = {}  # by their ids
        self._banks: dict[str, Bank] = {}  # that they are from
        for bank in self.banks:
            for item in bank.live:
                if not _fits(item, plan):
                    continue
                if item.id in self.items:
                    self._tell_taken(bank, item)
                else:
                    self.items[item.id], self._banks[item.id] = item, bank
        if not self.items:
            titles = ", ".join(bank.title for bank in self.banks) or "no bank"
            raise EmptyBank(titles, _why(plan))

    def _tell_taken(self, bank: Bank, item: Item) -> None:
        before, title = self.items[item.id], self.bank(item.id).title
        if before.stem != item.stem and before.origin != item.origin:
            why = f"left out, since “{title}” has another item of this id"
            self._tell("id-taken", bank, item.id, why)

    def bank(self, id: str) -> Bank:
        """The bank that the item is from."""
        return self._banks[id]

    def remove(self, id: str, why: str) -> None:
        """Leave an item out from now on, and tell it."""
        del self.items[id]
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


def facts(item: Item) -> list[str]:
    """The names of the item's quotes and of the fact that it was made from: siblings share one."""
    places = [f"{quote.document} {quote.start}" for quote in item.evidence]
    return [*places, f"fact {item.origin}"] if item.origin else places

"""All that a session may ask: the items of its banks, each once."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from quizlib.errors import EmptyBank
from quizlib.items import known
from quizlib.model import Problem, ProblemCode, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quizlib.learning.plan import Plan
    from quizlib.model import Bank, Item


ID_TAKEN = ProblemCode(
    name="id-taken",
    severity=Severity.WARNING,
    message="left out, since “{title}” has another item of this id",
    cause="Two banks that are studied together have different items with one id: one is a copy of"
    " the other that was changed by hand.",
    cure="Study them apart, or give the item another id in one of the files.",
    example={"where": "3f2a9c41d0b7 in “Salt (copy)”", "title": "Salt"},
)
UNFIT_ITEM = ProblemCode(
    name="unfit-item",
    severity=Severity.WARNING,
    message="{why}",
    cause="The item's fields do not fit its kind, or nobody offers the kind; it is not asked.",
    cure="Mend it with `quizlib review`; where the kind is a plug-in's, install the plug-in.",
    example={
        "where": "3f2a9c41d0b7 in “Salt”",
        "why": "item 3f2a9c41d0b7 is no true_false: 'Yes' is neither True nor False",
    },
)

#: Tags that are named where nothing has the one that was asked for.
COMMON = 5


#: Documents' ids, and where a quote starts there.
Quotes = frozenset[tuple[str, int]]


class Shelf:
    """The live items that a plan asks for, in the order of the banks.

    `problems` tell of items that are left out because another bank has one of their id. `parts`
    are those of each item that is a whole.
    """

    def __init__(self, banks: Iterable[Bank], plan: Plan) -> None:
        """Raises UnknownName for a kind that nobody offers, EmptyBank when nothing fits."""
        self.banks = tuple(banks)
        known(plan.kinds, (item for bank in self.banks for item in bank.live))
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
            raise EmptyBank(titles, _why(plan, self.banks))
        self.parts = parts(self.items)

    def _tell_taken(self, bank: Bank, item: Item) -> None:
        before, title = self.items[item.id], self.bank(item.id).title
        if before.stem != item.stem and before.origin != item.origin:
            self.problems.append(ID_TAKEN.at(_place(item.id, bank), title=title))

    def bank(self, id: str) -> Bank:
        """The bank that the item is from."""
        return self._banks[id]

    def remove(self, id: str, why: str) -> None:
        """Leave an item out from now on, and tell it."""
        del self.items[id]
        self.problems.append(UNFIT_ITEM.at(_place(id, self.bank(id)), why=why))


def _place(id: str, bank: Bank) -> str:
    return f"{id} in “{bank.title}”"


def _fits(item: Item, plan: Plan) -> bool:
    return (not plan.kinds or item.kind in plan.kinds) and (
        not plan.tags or not set(plan.tags).isdisjoint(item.tags)
    )


def _why(plan: Plan, banks: Iterable[Bank]) -> str:
    wanted = [
        *([f"of kind {' or '.join(plan.kinds)}"] if plan.kinds else []),
        *([f"tagged {' or '.join(plan.tags)}"] if plan.tags else []),
    ]
    if not wanted:
        return "no item left to ask"
    tags = Counter(tag for bank in banks for item in bank.live for tag in item.tags)
    common = ", ".join(tag for tag, _ in tags.most_common(COMMON)) or "none"
    hint = f"; the commonest tags: {common}" if plan.tags else ""
    return f"no item {' and '.join(wanted)}{hint}"


def facts(item: Item) -> list[str]:
    """The names of the item's quotes and of the fact that it was made from: siblings share one."""
    return [*quotes(item), f"fact {item.origin}"] if item.origin else quotes(item)


def quotes(item: Item) -> list[str]:
    """The names of the item's quotes."""
    return [f"{quote.document} {quote.start}" for quote in item.evidence]


def parts(items: Mapping[str, Item]) -> dict[str, frozenset[str]]:
    """The ids of wholes, such as a match of terms that are asked one by one too, with their parts'.

    An item is a whole if all the quotes of others are among its own, and these others do not all
    share one.
    """
    if all(len(item.evidence) < 2 for item in items.values()):
        return {}
    alike: dict[Quotes, list[str]] = defaultdict(list)  # the ids of the items that quote the same
    for id, item in items.items():
        alike[frozenset([(quote.document, quote.start) for quote in item.evidence])].append(id)
    count = Counter(quote for told in alike for quote in told)
    by_rarest: dict[tuple[str, int], list[Quotes]] = defaultdict(list)
    for told in filter(None, alike):
        by_rarest[min(told, key=count.__getitem__)].append(told)
    found: dict[str, frozenset[str]] = {}
    for whole, ids in alike.items():
        if len(whole) > 1:
            within = [told for quote in whole for told in by_rarest[quote] if told < whole]
            if within and not frozenset.intersection(*within):
                found |= dict.fromkeys(ids, frozenset(id for told in within for id in alike[told]))
    return found

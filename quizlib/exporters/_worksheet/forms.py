"""The order of the items on each form: under one number every form asks something else."""

from __future__ import annotations

from collections import deque
from itertools import chain, groupby
from typing import TYPE_CHECKING

from quizlib.exporters._worksheet.choosing import section
from quizlib.files import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizlib.exporters._worksheet.options import WorksheetOptions
    from quizlib.model import Bank, Item


def forms(bank: Bank, options: WorksheetOptions) -> dict[str, Bank]:
    """The chosen items by form, each form in an order of its own within the sections.

    In a section of n items, no item has the same number on any two of n forms in a row.
    """
    if not options.forms:
        return {"": bank}

    def heading(item: Item) -> str:
        return section(item, bank, options.sections)

    orders = [_orders(list(group), options) for _, group in groupby(bank.items, key=heading)]
    return {
        name: bank.model_copy(update={"items": tuple(chain.from_iterable(parts))})
        for name, parts in zip(options.forms, zip(*orders, strict=True), strict=True)
    }


def _orders(items: Sequence[Item], options: WorksheetOptions) -> list[list[Item]]:
    """The items of a section, form by form, in the order that seed and form decide."""
    made: list[list[Item]] = []
    for form in options.forms:

        def rank(item: Item, form: str = form) -> str:
            return digest("form-1", str(options.seed), form, item.id)

        earlier = made[max(0, len(made) - len(items) + 1) :]
        made.append(moved(sorted(items, key=rank), earlier))
    return made


def moved(order: Sequence[Item], earlier: Sequence[Sequence[Item]]) -> list[Item]:
    """`order`, with items moved so that none stands where it stands in an `earlier` one.

    There is such an order as long as there are fewer earlier ones than items, and these share no
    place among each other: a Latin rectangle has one more row (M. Hall, 1945). Items that stand
    right stay, but for those that have to make room.
    """
    taken = [{one[place].id for one in earlier} for place in range(len(order))]
    held: list[Item | None] = [
        None if item.id in there else item for item, there in zip(order, taken, strict=True)
    ]
    for place in range(len(order)):
        if held[place] is None:
            _settle(place, order, held, taken)
    return [item for item in held if item is not None]


def _settle(
    empty: int, order: Sequence[Item], held: list[Item | None], taken: Sequence[set[str]]
) -> None:
    """Give the `empty` place an item, by the shortest chain of items that make room (Berge)."""
    where = {item.id: place for place, item in enumerate(held) if item is not None}
    homeless_first = sorted(order, key=lambda item: item.id in where)
    wanted_at: dict[str, int] = {}
    waiting = deque([empty])
    while waiting:
        at = waiting.popleft()
        for item in homeless_first:
            if item.id in wanted_at or item.id in taken[at]:
                continue
            wanted_at[item.id] = at
            if item.id not in where:
                _move(item, held, wanted_at)
                return
            waiting.append(where[item.id])


def _move(item: Item | None, held: list[Item | None], wanted_at: dict[str, int]) -> None:
    """Put `item` where it is wanted, what stood there where that is wanted, and so on."""
    while item is not None:
        place = wanted_at[item.id]
        item, held[place] = held[place], item

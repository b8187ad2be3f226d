"""What a rebuild did to a bank, told by the ids that survive it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.model import Frozen, Status

if TYPE_CHECKING:
    from quizlib.model import Bank, Item


class Changes(Frozen):
    """Ids of the items of a rebuilt bank, each in one list, in the bank's order.

    `changed` are those whose revision rose; `restored` were retired and are live again;
    `gone` have left the bank altogether.
    """

    new: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    restored: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def compare(before: Bank, after: Bank) -> Changes:
    """What became of every item. One that was and stays out of use is in no list."""
    old = {item.id: item for item in before.items}
    lists: dict[str, list[str]] = {}
    for item in after.items:
        fate = _fate(old.get(item.id), item)
        if fate:
            lists.setdefault(fate, []).append(item.id)
    left = {item.id for item in after.items}
    lists["gone"] = [id for id in old if id not in left]
    return Changes.model_validate(lists)


def _fate(before: Item | None, after: Item) -> str:
    if before is None:
        return "new"
    if not after.live:
        return "retired" if before.live and after.status is Status.RETIRED else ""
    if not before.live:
        return "restored"
    return "kept" if before.revision == after.revision else "changed"

"""What a rebuild did to a bank, told by the ids that survive it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.model import Frozen, Status

if TYPE_CHECKING:
    from quizlib.model import Bank, Item

#: What is told of an item that was live and is so no longer.
OUT = {Status.RETIRED: "retired", Status.CANDIDATE: "set_aside"}


class Changes(Frozen):
    """Ids of the items of a rebuilt bank, each in one list, in the bank's order.

    `new` were not there or were candidates only; `changed` are those whose revision rose;
    `set_aside` were live and are candidates now; `restored` were retired or rejected and
    are live again; `gone` have left the bank altogether.
    """

    new: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
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
    lists["gone"] = [
        id for id, item in old.items() if id not in left and item.status is not Status.CANDIDATE
    ]
    return Changes.model_validate(lists)


def _fate(before: Item | None, after: Item) -> str:
    if not after.live:
        return OUT.get(after.status, "") if before is not None and before.live else ""
    if before is None or before.status is Status.CANDIDATE:
        return "new"
    if not before.live:
        return "restored"
    return "kept" if before.revision == after.revision else "changed"

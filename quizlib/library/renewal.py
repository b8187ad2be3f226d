"""An imported deck that is imported again: cards are known by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.merge import carried, retired

if TYPE_CHECKING:
    from quizlib.model import Bank, Item


def renewed(before: Bank, fresh: Bank) -> Bank | None:
    """`fresh` under the title of `before`, with what a person decided and changed there.

    Items whose card is gone are retired, unless a person rejected them. None where the two
    have not one item in common: then `before` is a bank of something else.
    """
    old = {item.id: item for item in before.items}
    if not any(item.id in old for item in fresh.items):
        return None

    def continued(item: Item) -> Item:
        known = old.get(item.id)
        if known is None:
            return item
        changed = before.source_line(known) != fresh.source_line(item)
        # A card may be asked in another way by now, and is the same card.
        known = known.model_copy(update={"kind": item.kind})
        return carried(known, item, source_changed=changed)

    items = tuple(map(continued, fresh.items))
    there = {item.id for item in items}
    left = tuple(retired(item) for item in before.items if item.id not in there)
    return fresh.model_copy(update={"title": before.title, "items": items + left})

"""Identity: what a rebuilt bank keeps of the bank before.

An id is given once. A new item takes the id of an old one that asks for the same
fact, or else of one of the same kind with the same key or stem and nearly the same
evidence.
What a person decided or changed wins over what was generated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizlib.files import digest
from quizlib.language.text import bare
from quizlib.model import Bank, Item, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Two quotes this alike (0 to 100, rapidfuzz's ratio) prove the same.
NEARLY = 85

#: What a learner sees of an item; a change of it is a new revision.
SHOWN = ("kind", "context", "stem", "key", "prompts", "distractors", "explanation", "tags")

#: Decisions that a rebuild never undoes.
_DECIDED = frozenset({Status.ACCEPTED, Status.EDITED, Status.REJECTED})


def merge(before: Bank, fresh: Bank) -> Bank:
    """`fresh` with the ids, decisions and edits of `before`.

    Items of `before` that nothing in `fresh` asks for any more are kept: retired,
    unless a person rejected them. New items come where they stand in `fresh`, what
    is left over of `before` behind them.
    """
    partners = _partners(before.items, fresh.items)
    taken = {item.id for item in before.items}
    items = []
    for item in fresh.items:
        old = partners.get(item.id)
        if old is None:
            items.append(_with_new_id(item, taken))
        else:
            items.append(_kept(old, item, source_changed=_source_changed(before, fresh, old, item)))
    matched = {old.id for old in partners.values()}
    left = [_retired(old) for old in before.items if old.id not in matched]
    return fresh.model_copy(update={"items": (*items, *left)})


def _partners(old: Iterable[Item], fresh: Iterable[Item]) -> dict[str, Item]:
    """Fresh id -> the old item that it continues; each old item once."""
    free = {item.id: item for item in old}
    found: dict[str, Item] = {}
    rest = []
    by_origin = {(item.kind, item.origin): item for item in free.values() if item.origin}
    for item in fresh:
        partner = by_origin.get((item.kind, item.origin))
        if partner is not None and partner.id in free:
            del free[partner.id]
            found[item.id] = partner
        else:
            rest.append(item)
    for item in rest:
        partner = _nearest(item, free.values())
        if partner is not None:
            found[item.id] = free.pop(partner.id)
    return found


def _nearest(item: Item, old: Iterable[Item]) -> Item | None:
    """The old item of the same kind that asks alike and whose evidence is most alike."""
    from rapidfuzz.fuzz import ratio

    def likeness(other: Item) -> float:
        return float(ratio(_quotes(item), _quotes(other)))

    same = [o for o in old if o.kind == item.kind and _asks_alike(o, item)]
    best = max(same, key=lambda other: (likeness(other), other.id), default=None)
    return best if best is not None and likeness(best) >= NEARLY else None


def _asks_alike(old: Item, fresh: Item) -> bool:
    """The same key or the same stem; what a person changed says nothing about the fact."""
    same_key = "key" in old.changed or bare(old.key[0]) == bare(fresh.key[0])
    return same_key or "stem" in old.changed or bare(old.stem) == bare(fresh.stem)


def _quotes(item: Item) -> str:
    return " ".join(evidence.words for evidence in item.evidence)


def _kept(old: Item, fresh: Item, *, source_changed: bool) -> Item:
    """The fresh item under its old id, with what a person made of it."""
    values: dict[str, Any] = {"id": old.id, "changed": old.changed}
    values |= {name: getattr(old, name) for name in old.changed}
    values["status"] = old.status if old.status in _DECIDED else fresh.status
    merged = fresh.model_copy(update=values)
    shown = source_changed or any(getattr(old, n) != getattr(merged, n) for n in SHOWN)
    again = old.status is Status.RETIRED
    quoted = _quotes(old) != _quotes(merged)
    step = 1 if shown or again or quoted else 0
    return merged.model_copy(update={"revision": old.revision + step})


def _source_changed(before: Bank, fresh: Bank, old: Item, item: Item) -> bool:
    return before.source_line(old) != fresh.source_line(item)


def _retired(old: Item) -> Item:
    if old.status in (Status.REJECTED, Status.RETIRED):
        return old
    return old.model_copy(update={"status": Status.RETIRED, "revision": old.revision + 1})


def _with_new_id(item: Item, taken: set[str]) -> Item:
    """The item as it is, or under the next free id where another has its own."""
    id, turn = item.id, 0
    while id in taken:
        turn += 1
        id = digest("item-1", item.kind, item.origin, str(turn), size=6)
    taken.add(id)
    return item if id == item.id else item.model_copy(update={"id": id})

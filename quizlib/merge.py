"""Identity: what a rebuilt bank keeps of the bank before.

An id is given once. A new item takes the id of an old one that asks for the same
fact, or else of one of the same kind with the same key or stem and nearly the same
evidence; of another kind, where a person has decided about that one. What a person changed
tells nothing about the fact, what was made of it does: so no two items of one sentence are
taken for each other.
What a person decided or changed wins over what was generated: as long as its fact is
found, a decided item stays, whatever kind of item the fact would be asked as now, and
even if it would be left out. A question with another answer now is still the question that
was decided about. A question that is answered in words stays of the kind that it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizlib.continuation import asked_as_before, decision, partners, unused
from quizlib.files import digest
from quizlib.model import Bank, Item, Status
from quizlib.reworded import Questions, holds, made_stems, quotes, set_field

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

#: What a learner sees of an item; a change of it is a new revision.
SHOWN = (
    "kind",
    "interaction",
    "context",
    "stem",
    "key",
    "prompts",
    "distractors",
    "explanation",
    "tags",
)

#: Why an item is made a candidate that asks what a person approved of with another answer.
INSTEAD = "in place of {id}, whose answer the document does not give any more"
#: Why a set is made a candidate that has most of its entries from one that a person approved of.
BESIDE = "most of its entries are asked by {id}"


def merge(before: Bank, fresh: Bank, spare: Sequence[Item] = ()) -> Bank:
    """`fresh` with the ids, decisions and edits of `before`.

    `spare` are items made from the same documents and left out of `fresh`: those that
    continue what a person has decided about are put in. Items of `before` that nothing
    asks for any more are kept: retired, unless a person rejected them; only candidates
    go. New items come where they stand in `fresh`, then what is left over of `before`,
    candidates last.
    """
    fresh = fresh.model_copy(update={"items": asked_as_before(before.items, fresh.items)})
    spare = asked_as_before(before.items, spare)
    found = partners(before.items, fresh.items, spare)
    barred = _asked_again(before, fresh, spare, found)
    matched = {old.id for old in found.values()}
    taken = {item.id for item in before.items}

    def continued(item: Item) -> Item:
        old = found.get(item.id)
        if old is None:
            made = _with_new_id(item, taken)
        else:
            made = carried(old, item, source_changed=_source_changed(before, fresh, old, item))
        return _barred(made, barred[item.id], matched) if item.id in barred else made

    items = [continued(item) for item in (*fresh.items, *_stayed(fresh, spare, found))]
    left = [item for item in before.items if item.id not in matched]
    items += [retired(item) for item in left if item.status is not Status.CANDIDATE]
    items.sort(key=lambda item: item.status is Status.CANDIDATE)
    return fresh.model_copy(update={"items": tuple(items)})


def _stayed(fresh: Bank, spare: Sequence[Item], found: dict[str, Item]) -> list[Item]:
    there = {item.id for item in fresh.items}
    return [item for item in spare if item.id in found and item.id not in there]


def _asked_again(
    before: Bank, fresh: Bank, spare: Sequence[Item], found: dict[str, Item]
) -> dict[str, Item]:
    """New id -> the old item for whose sake a new one with its question is not asked.

    Where the new one rather continues it, this is put into `found`. Only what nobody has seen
    as a question is looked at, or nobody sees any more: no item that goes on, and no candidate
    that stays one.
    """
    decided = [old for old in before.items if decision(old) is not None]
    documents = {record.id for record in fresh.documents}
    known = Questions(decided, documents)
    thrown = any(decision(old) is Status.REJECTED for old in decided)
    live = Questions(before.live if thrown else (), documents)
    free = {old.id for old in decided} - {old.id for old in found.values()}
    there = {item.id for item in fresh.items}
    barred: dict[str, Item] = {}
    for item in [*fresh.items, *(one for one in spare if one.id not in there)]:
        if not decided or _goes_on(item, found.get(item.id)):
            continue
        olds = known.alike(item)
        wanted = [old for old in olds if decision(old) is not Status.REJECTED]
        approved = [old for old in wanted if old.id in free]
        rejected = [old for old in olds if decision(old) is Status.REJECTED]
        if rejected and live.alike(item):
            rejected = []  # one of two that asked the same was thrown out: the question is wanted
        heir = _heir(item, approved, [old for old in rejected if old.id in free])
        if heir is not None:
            found[item.id] = heir
            free.discard(heir.id)
        elif item.id in there and (rejected or approved or (wanted and set_field(item))):
            barred[item.id] = (rejected or approved or wanted)[0]
    return barred


def _goes_on(item: Item, partner: Item | None) -> bool:
    if partner is None or unused(partner):
        return False
    return partner.status is not Status.CANDIDATE or item.status is Status.CANDIDATE


def _heir(item: Item, approved: Iterable[Item], rejected: Iterable[Item]) -> Item | None:
    """The old item that the new one continues under its question alone."""
    holding = [old for old in approved if holds(old, item)]
    return next(iter([*holding, *(old for old in rejected if old.kind == item.kind)]), None)


def _barred(made: Item, old: Item, goes_on: Container[str]) -> Item:
    """The new item as it is kept for the sake of the old one, which asked the same."""
    if decision(old) is Status.REJECTED:
        update = {"status": Status.REJECTED, "note": old.note}
    else:
        why = BESIDE if old.id in goes_on else INSTEAD
        update = {"status": Status.CANDIDATE, "note": why.format(id=old.id)}
    return made.model_copy(update=update)


def carried(old: Item, fresh: Item, *, source_changed: bool) -> Item:
    """The fresh item under its old id, with what a person made of it.

    A deck that comes back may have edits of its own: of two of one field the later holds.
    """
    decided = decision(old)
    values: dict[str, Any] = {"status": decided or fresh.status, "decision": None}
    if old.kind == fresh.kind:
        later = fresh.changed if fresh.revision > old.revision else ()
        mine = [name for name in old.changed if name not in later]
        own = ("id", "settled", *(["note"] if decided else []), *mine)
        values |= {name: getattr(old, name) for name in own}
        values["changed"] = tuple(dict.fromkeys((*old.changed, *fresh.changed)))
        if fresh.changed and decided is Status.ACCEPTED:
            values["status"] = Status.EDITED
        merged = fresh.model_copy(update=values)
    else:
        merged = old.model_copy(update={**values, "evidence": fresh.evidence})
    if decided and fresh.origin:
        merged = merged.model_copy(update={"origin_stems": _stems(old, fresh, merged)})
    shown = source_changed or any(getattr(old, n) != getattr(merged, n) for n in SHOWN)
    again = old.status is Status.RETIRED
    quoted = quotes(old) != quotes(merged)
    step = 1 if shown or again or quoted else 0
    return merged.model_copy(update={"revision": old.revision + step})


def _stems(old: Item, fresh: Item, merged: Item) -> tuple[str, ...]:
    """What the item was ever asked as, without what it is asked as now; the latest last."""
    now = made_stems(fresh)
    before = [stem for stem in made_stems(old) if stem not in now]
    kept = "" if "stem" in merged.changed else merged.stem
    return tuple(stem for stem in dict.fromkeys((*before, *now)) if stem != kept)


def _source_changed(before: Bank, fresh: Bank, old: Item, item: Item) -> bool:
    return before.source_line(old) != fresh.source_line(item)


def retired(old: Item) -> Item:
    if old.status in (Status.REJECTED, Status.RETIRED):
        return old
    update = {"status": Status.RETIRED, "decision": decision(old), "revision": old.revision + 1}
    return old.model_copy(update=update)


def _with_new_id(item: Item, taken: set[str]) -> Item:
    """The item as it is, or under the next free id where another has its own."""
    id, turn = item.id, 0
    while id in taken:
        turn += 1
        id = digest("item-1", item.kind, item.origin, str(turn), size=6)
    taken.add(id)
    return item if id == item.id else item.model_copy(update={"id": id})

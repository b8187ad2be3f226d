"""An imported deck that is imported again: cards are known by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizlib.exporters._view import clean
from quizlib.merge import carried, retired
from quizlib.model import Status
from quizlib.model.item import edited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.model import Bank, DocumentRecord, Item


def renewed(before: Bank, fresh: Bank) -> Bank | None:
    """`fresh` under the title of `before`, with what a person decided and changed there.

    Items whose card is gone are retired, unless a person rejected them. An item that comes
    back without its quotes, from a table, keeps all that a table cannot hold; what was changed
    there is an edit. None where the two have not one item in common: then `before` is a bank
    of something else.
    """
    old = {item.id: item for item in before.items}
    if not any(item.id in old for item in fresh.items):
        return None

    def continued(item: Item) -> Item:
        known = old.get(item.id)
        if known is None:
            return item
        if _bereft(known, item):
            return _returned(known, item)
        changed = before.source_line(known) != fresh.source_line(item)
        # A card may be asked in another way by now, and is the same card.
        known = known.model_copy(update={"kind": item.kind})
        return carried(known, item, source_changed=changed)

    items = tuple(map(continued, fresh.items))
    there = {item.id for item in items}
    left = tuple(_left(item) for item in before.items if item.id not in there)
    came_home = any(item.id in old and _bereft(old[item.id], item) for item in fresh.items)
    update = {
        "title": before.title,
        "items": items + left,
        "documents": _documents(before, fresh, items + left),
    }
    return (before if came_home else fresh).model_copy(update=update)


def _bereft(known: Item, back: Item) -> bool:
    """Whether the item has lost its quotes on the way."""
    return bool(known.evidence) and not back.evidence


def poorer(before: Bank, fresh: Bank) -> bool:
    """Whether `fresh` is of a format that tells less than a table of what `before` holds."""
    old = {item.id: item for item in before.items}
    tables = {record.id for record in fresh.documents if record.format == "csv"}
    return any(
        item.id in old and item.source not in tables and _bereft(old[item.id], item)
        for item in fresh.items
    )


def _left(item: Item) -> Item:
    """What becomes of an item whose card is gone; a candidate had none."""
    return item if item.status is Status.CANDIDATE else retired(item)


def _returned(known: Item, back: Item) -> Item:
    """`known`, with what was changed of it in a file that holds less than a bank."""
    changes = dict(_changes(known, back))
    return edited(known, changes) if changes else known


def _changes(known: Item, back: Item) -> Iterator[tuple[str, Any]]:
    if back.kind != known.kind:
        yield "kind", back.kind
    for name in ("stem", "context", "key", "prompts", "distractors", "tags"):
        if _bare(getattr(back, name)) != _bare(getattr(known, name)):
            yield name, getattr(back, name)
    if _bare(back.explanation) not in _explained(known):
        yield "explanation", back.explanation


def _explained(known: Item) -> set[tuple[str, ...]]:
    """What an unchanged explanation may be, with the quotes that stood beside it."""
    quotes = [quote.words for quote in known.evidence]
    beside = "".join([known.remark, *(f"“{words}”" for words in quotes)])
    return set(map(_bare, (known.explanation, known.remark, " ".join(quotes), beside)))


def _bare(text: str | tuple[str, ...]) -> tuple[str, ...]:
    """What of a text comes through any file unchanged."""
    texts = (text,) if isinstance(text, str) else text
    return tuple("".join(clean(each).split()) for each in texts if each)


def _documents(before: Bank, fresh: Bank, items: tuple[Item, ...]) -> tuple[DocumentRecord, ...]:
    """The documents of both that are cited, as `fresh` has them; where only items of `before`
    quote one, as that has it.
    """
    cited = {id for item in items for id in item.sources}
    quoted, again = (
        {quote.document for item in bank.items for quote in item.evidence}
        for bank in (before, fresh)
    )
    records = {record.id: record for record in fresh.documents}
    for record in before.documents:
        if record.id not in records or record.id in quoted - again:
            records[record.id] = record
    return tuple(record for id, record in records.items() if id in cited)

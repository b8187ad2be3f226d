"""The item itself in its note, so that a package read back gives the same bank.

It is JSON in a spare field that no card shows: only ASCII, since Anki brings other text into
a normal form, and without what is live in HTML or in Anki's own marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic import ValidationError

from quizlib.model import Bank, DocumentRecord, Frozen, Item

if TYPE_CHECKING:
    from collections.abc import Callable

#: The field of every note type that holds the item.
FIELD = "Spare1"
_START = '{"quizlib":1,'
#: Within JSON these stand in strings alone: HTML's marks, [sound:…], [latex], [$], {{c1::…}}.
_LIVE = re.compile(r"[&<>]|\[(?=[A-Za-z$/])|\{(?=\{)|(?<=\{)\{")


class Original(Frozen):
    """An item with what it needs to stand in a bank again; `bank` is its bank, emptied."""

    quizlib: int
    bank: Bank
    item: Item


def packing(bank: Bank) -> Callable[[Item], str]:
    """What turns each item of `bank` into the content of its note's field."""
    head = bank.model_copy(update={"items": (), "documents": (), "package": None})
    records = {record.id: record for record in bank.documents}

    def documents(item: Item) -> tuple[DocumentRecord, ...]:
        return tuple(records[id] for id in item.sources if id in records)

    made: dict[tuple[str, ...], str] = {}

    def packed(item: Item) -> str:
        if item.sources not in made:
            own = head.model_copy(update={"documents": documents(item)})
            made[item.sources] = f'{_START}"bank":{_json(own)},"item":'
        return f"{made[item.sources]}{_json(item)}}}"

    return packed


def unpacked(field: str) -> Original | None:
    """The item that `packing` wrote; None where the field holds none, or not any more."""
    if not field.startswith(_START):
        return None
    try:
        return Original.model_validate_json(field)
    except ValidationError:
        return None


def _json(model: Frozen) -> str:
    text = model.model_dump_json(exclude_defaults=True, ensure_ascii=True)
    return _LIVE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)

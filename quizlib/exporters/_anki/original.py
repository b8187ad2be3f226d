"""The item itself in its note, so that a package read back gives the same bank.

It is JSON in a spare field that no card shows: only ASCII, since Anki brings other text into
a normal form, and without what is live in HTML or in Anki's own marks. A digest of what the
note shows tells whether it was edited since.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from quizlib.exporters._anki.note_types import FIELDS
from quizlib.model import Bank, Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: The field of every note type that holds the item.
FIELD = "Spare1"
#: Its place among them.
PLACE = FIELDS.index(FIELD)
_START, _SEEN, _ITEM = '{"quizlib":1,"bank":', ',"seen":"', '","item":'
#: Within JSON these stand in strings alone: [sound:…], [latex], [$] and {{c1::…}}. Apart, since
#: a pattern that begins with one character is a dozen times as quick.
_BRACKET = re.compile(r"\[(?=[A-Za-z$/])")
_BRACES = re.compile(r"\{(?=\{)\{+")


class Original(NamedTuple):
    """An item, its bank (emptied but for the item's documents), and what its note showed."""

    bank: Bank
    seen: str
    item: Item


def seen(fields: Sequence[str], tags: Iterable[str]) -> str:
    """A digest of what a note holds besides the item."""
    told = [*fields[:PLACE], *fields[PLACE + 1 :], *sorted(tags)]
    return blake2b("\x1f".join(told).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


class Packing:
    """Writes the items of one bank."""

    def __init__(self, bank: Bank) -> None:
        self._head = bank.model_copy(update={"items": (), "documents": (), "package": None})
        self._records = {record.id: record for record in bank.documents}
        self._banks: dict[tuple[str, ...], str] = {}

    def packed(self, item: Item, seen: str) -> str:
        """The content of the field for `item`, whose note shows what `seen` is the digest of."""
        sources = item.sources
        if sources not in self._banks:
            documents = tuple(self._records[id] for id in sources if id in self._records)
            bank = self._head.model_copy(update={"documents": documents})
            self._banks[sources] = _dead(
                bank.model_dump_json(exclude_defaults=True, ensure_ascii=True)
            )
        return f"{_START}{self._banks[sources]}{_SEEN}{seen}{_ITEM}{_json(item)}}}"


class Unpacking:
    """Reads what `Packing` wrote; a bank that many items have in common is read once."""

    def __init__(self) -> None:
        self._banks: dict[str, Bank] = {}
        #: What the field read last began with, up to its item's digest, and the bank in it.
        self._last: tuple[str, Bank] | None = None

    def unpacked(self, field: str) -> Original | None:
        """The item in `field`; None where it holds none, or not any more."""
        if not field.startswith(_START) or not field.endswith("}"):
            return None
        try:
            # Mostly the bank is that of the note before, and need not be looked for.
            if self._last is None or not field.startswith(self._last[0]):
                self._last = self._begun(field)
            if self._last is None:
                return None
            head, bank = self._last
            last = field.find(_ITEM, len(head))
            if last < 0:
                return None
            # By the validator itself: the item's method takes a fifth longer.
            found = Item.__pydantic_validator__.validate_json(field[last + len(_ITEM) : -1])
            return Original(bank, field[len(head) : last], found)
        except ValidationError:
            return None

    def _begun(self, field: str) -> tuple[str, Bank] | None:
        """What `field` begins with, up to its item's digest, and the bank in it.

        In JSON no string holds a quotation mark as it is, so that the marks part it surely.
        """
        middle = field.find(_SEEN)
        if middle < 0:
            return None
        bank = field[len(_START) : middle]
        if bank not in self._banks:
            self._banks[bank] = Bank.model_validate_json(bank)
        return field[: middle + len(_SEEN)], self._banks[bank]


def _json(item: Item) -> str:
    """By the serialiser itself: the item's method takes twice as long, and so does all ASCII."""
    dump = Item.__pydantic_serializer__.to_json
    told = dump(item, exclude_defaults=True)
    if not told.isascii():
        told = dump(item, exclude_defaults=True, ensure_ascii=True)
    return _dead(told.decode())


def _dead(text: str) -> str:
    """`text`, which is JSON, with what is live in it written as escapes."""
    for mark in "&<>":
        if mark in text:
            text = text.replace(mark, f"\\u{ord(mark):04x}")
    return _BRACES.sub(_escaped, _BRACKET.sub(_escaped, text))


def _escaped(found: re.Match[str]) -> str:
    return "".join(f"\\u{ord(mark):04x}" for mark in found[0])

"""The item itself in its note, so that a package read back gives the same bank.

It is JSON in a spare field that no card shows: only ASCII, since Anki brings other text into
a normal form, and without what is live in HTML or in Anki's own marks. A digest of what the
note shows tells whether it was edited since.
"""

from __future__ import annotations

import re
from functools import lru_cache
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
_START, _SEEN, _ITEM = b'{"quizlib":1,"bank":', b',"seen":"', b'","item":'
#: What Anki's database has between two fields.
BETWEEN = "\x1f"
_END = BETWEEN.encode()
#: How the field begins there, and how often it has that before and after it.
_MARK, _AROUND = _END + _START, (PLACE - 1, len(FIELDS) - PLACE - 2)
#: Within JSON these stand in strings alone: [sound:…], [latex], [$] and {{c1::…}}. Apart, since
#: a pattern that begins with one character is a dozen times as quick.
_BRACKET = re.compile(rb"\[(?=[A-Za-z$/])")
_BRACES = re.compile(rb"\{(?=\{)\{+")


class Original(NamedTuple):
    """An item, its bank (emptied but for the item's documents), and what its note showed."""

    bank: Bank
    seen: str
    item: Item


def seen(fields: Sequence[str], tags: Iterable[str]) -> str:
    """A digest of what a note holds besides the item."""
    told = [*fields[:PLACE], *fields[PLACE + 1 :], *sorted(tags)]
    return _digest(BETWEEN.join(told).encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=1024)
def _told(tags: tuple[str, ...]) -> bytes:
    """How tags, which many notes have in common, count for the digest."""
    return BETWEEN.join(["", *sorted(tags)]).encode()


def _digest(told: bytes) -> str:
    return blake2b(told, digest_size=8).hexdigest()


class Packing:
    """Writes the items of one bank."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank.model_copy(update={"items": (), "documents": (), "package": None})
        self._records = {record.id: record for record in bank.documents}
        self._heads: dict[tuple[str, ...], bytes] = {}

    def packed(self, item: Item, seen: str) -> str:
        """The content of the field for `item`, whose note shows what `seen` is the digest of."""
        return self._content(item, seen).decode()

    def joined(self, item: Item, fields: Sequence[str], tags: tuple[str, ...]) -> bytes:
        """A note's fields as in Anki's database, with `item` in its place.

        The same as `packed` with `seen`, joined and encoded, but that all is encoded once.
        """
        before = BETWEEN.join(fields[:PLACE]).encode()
        after = BETWEEN.join(["", *fields[PLACE + 1 :]]).encode()
        content = self._content(item, _digest(b"".join((before, after, _told(tags)))))
        return b"".join((before, _END, content, after))

    def _content(self, item: Item, seen: str) -> bytes:
        sources = item.sources
        head = self._heads.get(sources) or self._head_of(sources)
        return b"".join((head, seen.encode(), _ITEM, _json(item), b"}"))

    def _head_of(self, sources: tuple[str, ...]) -> bytes:
        """How the field begins for items of these documents."""
        documents = tuple(self._records[id] for id in sources if id in self._records)
        bank = self._bank.model_copy(update={"documents": documents})
        told = bank.model_dump_json(exclude_defaults=True, ensure_ascii=True)
        head = self._heads[sources] = b"%b%b%b" % (_START, _dead(told.encode()), _SEEN)
        return head


class Unpacking:
    """Reads what `Packing` wrote; a bank that many items have in common is read once."""

    def __init__(self) -> None:
        self._banks: dict[bytes, Bank] = {}
        #: How the content read last begins, up to its item's digest, and the bank in it.
        self._last: tuple[bytes, Bank] | None = None
        # By the validator itself: the item's method takes a fifth longer.
        self._item = Item.__pydantic_validator__.validate_json

    def unpacked(self, field: str) -> Original | None:
        """The item in `field`; None where it holds none, or not any more."""
        content = field.encode("utf-8", "surrogatepass")
        if not content.startswith(_START):
            return None
        return self._original(content.removeprefix(_START))

    def untouched(self, fields: bytes, tags: str) -> Original | None:
        """What a note was made of; None where it was edited since, or is none of quizlib's.

        `fields` and `tags` are as in Anki's database. The fields are neither decoded nor taken
        apart, so that this takes half the time of doing so for `unpacked` and `seen`.
        """
        before, _, rest = fields.partition(_MARK)
        content, _, after = rest.partition(_END)
        if (before.count(_END), after.count(_END)) != _AROUND:
            return None
        original = self._original(content)
        told = BETWEEN.join(["", *sorted(tags.split())]).encode()
        same = original and original.seen == _digest(b"%b\x1f%b%b" % (before, after, told))
        return original if same else None

    def _original(self, content: bytes) -> Original | None:
        """The item in a field, of which `content` is what follows its start."""
        try:
            # Mostly the bank is that of the note before, and need not be looked for.
            if self._last is None or not content.startswith(self._last[0]):
                self._last = self._begun(content)
            if self._last is None:
                return None
            head, bank = self._last
            last = content.find(_ITEM, len(head))
            if last < 0 or not content.endswith(b"}"):
                return None
            item = self._item(content[last + len(_ITEM) : -1])
            return Original(bank, content[len(head) : last].decode("utf-8", "replace"), item)
        except ValidationError:
            return None

    def _begun(self, content: bytes) -> tuple[bytes, Bank] | None:
        """How `content` begins, up to its item's digest, and the bank in it.

        In JSON no string holds a quotation mark as it is, so that the marks part it surely.
        """
        bank, mark, _ = content.partition(_SEEN)
        if not mark:
            return None
        if bank not in self._banks:
            self._banks[bank] = Bank.model_validate_json(bank)
        return bank + mark, self._banks[bank]


def _json(item: Item) -> bytes:
    """By the serialiser itself: the item's method takes twice as long, and so does all ASCII."""
    dump = Item.__pydantic_serializer__.to_json
    told = dump(item, exclude_defaults=True)
    if not told.isascii():
        told = dump(item, exclude_defaults=True, ensure_ascii=True)
    return _dead(told)


def _dead(told: bytes) -> bytes:
    """`told`, which is JSON in ASCII, with what is live in it written as escapes."""
    told = told.replace(b"&", b"\\u0026").replace(b"<", b"\\u003c").replace(b">", b"\\u003e")
    return _BRACES.sub(_escaped, _BRACKET.sub(_escaped, told))


def _escaped(found: re.Match[bytes]) -> bytes:
    return b"".join(b"\\u%04x" % mark for mark in found[0])

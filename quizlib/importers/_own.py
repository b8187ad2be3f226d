"""Notes that quizlib wrote itself: the item comes back as it was, with what was edited since."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from quizlib.errors import QuizlibError
from quizlib.exporters._anki.fields import tag
from quizlib.exporters._anki.note_types import FIELDS
from quizlib.exporters._anki.original import PLACE, Unpacking, seen
from quizlib.exporters._view import clean
from quizlib.importers._cloze import gapped
from quizlib.importers._text import text
from quizlib.items import interaction
from quizlib.model import (
    Bank,
    DocumentRecord,
    ExtendedText,
    Item,
    Note,
    Package,
    Problem,
    ProblemCode,
    Severity,
    TextEntry,
)
from quizlib.model.item import edited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from quizlib.exporters._anki.original import Original


EDITED_ELSEWHERE = ProblemCode(
    name="edited-elsewhere",
    severity=Severity.NOTE,
    message="edited in Anki: {fields}",
    cause="The deck was made by quizlib, and this item was changed in Anki since.",
    cure="Nothing: the change is taken, and a rebuild keeps it.",
    example={"where": "3f2a9c41d0b7", "fields": "stem, key"},
)


class Unread(NamedTuple):
    """A note of quizlib's own types as Anki's database has it, taken apart only where needed."""

    guid: str
    tags: str
    fields: bytes
    read: Callable[[], Note]


class Own:
    """The notes of quizlib's own note types, and those whose items stand beside them.

    `head` is the bank that they came from, emptied; `originals` are items by their GUID.
    """

    def __init__(self, package: Package, originals: Mapping[str, Original]) -> None:
        self._originals = originals
        self._types = {each.id: each for each in package.note_types if each.fields == FIELDS}
        self._unpacking = Unpacking()
        self._banks: set[int] = set()
        self.head: Bank | None = None
        self.documents: dict[str, DocumentRecord] = {}
        self.problems: list[Problem] = []

    def untouched(self, note: Unread) -> Item | None:
        """The item of a note that nobody has edited, sooner than by `item`; None for any other."""
        original = self._unpacking.untouched(note.fields, note.tags)
        if original is None or original.item.id != note.guid:
            return None
        self._know(original.bank)
        return original.item

    def item(self, note: Note) -> Item | None:
        """The item that the note was made of; None for any other note."""
        if note.guid in self._originals:
            self._know(self._originals[note.guid].bank)
            return self._originals[note.guid].item
        if note.type not in self._types:
            return None
        original = self._unpacking.unpacked(note.fields[PLACE])
        if original is None:
            return None
        self._know(original.bank)
        item = original.item
        if item.id != note.guid:  # a copy that was made in Anki has an id of its own
            item = item.model_copy(update={"id": note.guid})
        if original.seen == seen(note.fields, note.tags):
            return item
        return self._edited(item, note)

    def _know(self, bank: Bank) -> None:
        if id(bank) in self._banks:
            return
        self._banks.add(id(bank))
        self.head = self.head or bank.model_copy(update={"documents": ()})
        for record in bank.documents:
            self.documents.setdefault(record.id, record)

    def kept(self, note: Note) -> tuple[Note, ...]:
        """What the item does not hold of its note: schedule and reviews."""
        known = [card for card in note.cards if card.schedule or card.reviews]
        return (replace(note, fields=()),) if known else ()

    def _edited(self, item: Item, note: Note) -> Item:
        try:
            changes = dict(_changes(item, note, cloze=self._types[note.type].cloze))
        except (ValueError, QuizlibError):  # a field too long, a kind that is not installed
            changes = {}
        if changes:
            item = edited(item, changes)
            self.problems.append(EDITED_ELSEWHERE.at(item.id, fields=", ".join(item.changed)))
        own = {tag(clean(each)).casefold() for each in item.tags}
        foreign = [each for each in note.tags if not each.startswith("quizlib::")]
        added = [each for each in foreign if each.casefold() not in own]
        return item.model_copy(update={"tags": (*item.tags, *added)}) if added else item


def _changes(item: Item, note: Note, *, cloze: bool) -> Iterator[tuple[str, Any]]:
    """The fields of the item that were edited in its note, as far as a text tells."""
    field = dict(zip(FIELDS, note.fields, strict=True))
    # In the field itself: in its text, braces of the item's own would look like marks.
    opened = gapped(field["Stem"], 1 if cloze else 0)
    shown = {
        "stem": (text(opened.text), item.stem),
        "context": (text(field["Context"]), item.context),
        "explanation": (text(field["Explanation"]), item.remark),
    }
    for name, (now, before) in shown.items():
        if _differs(now, before):
            yield name, now
    if isinstance(interaction(item), TextEntry | ExtendedText):
        key = text(opened.answers[0] if len(opened.answers) == 1 else field["Key"])
        if key and _differs(key, item.key[0]):
            yield "key", (key, *item.key[1:])


def _differs(one: str, other: str) -> bool:
    return _bare(one) != _bare(other)


def _bare(words: str) -> str:
    """What of a text comes through a package unchanged: its visible characters in NFC."""
    return "".join(clean(words).split())

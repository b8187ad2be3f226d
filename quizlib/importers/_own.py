"""Notes that quizlib wrote itself: the item comes back as it was, with what was edited since."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from quizlib.exporters._anki.fields import tag
from quizlib.exporters._anki.note_types import FIELDS
from quizlib.exporters._anki.original import FIELD, unpacked
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
    Severity,
    Status,
    TextEntry,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLACE = {name: place for place, name in enumerate(FIELDS)}


class Own:
    """The notes of quizlib's own note types; `head` is the bank that they came from, emptied."""

    def __init__(self, package: Package) -> None:
        self._types = {each.id for each in package.note_types if each.fields == FIELDS}
        self.head: Bank | None = None
        self.documents: dict[str, DocumentRecord] = {}
        self.problems: list[Problem] = []

    def item(self, note: Note) -> Item | None:
        """The item that the note was made of; None for any other note."""
        if note.type not in self._types:
            return None
        original = unpacked(note.fields[_PLACE[FIELD]])
        if original is None:
            return None
        self.head = self.head or original.bank.model_copy(update={"documents": ()})
        for record in original.bank.documents:
            self.documents.setdefault(record.id, record)
        # A copy that was made in Anki has an id of its own.
        item = original.item.model_copy(update={"id": note.guid})
        return self._edited(item, note)

    def kept(self, note: Note) -> Iterator[Note]:
        """What the item does not hold of its note: schedule and reviews."""
        if any(card.schedule or card.reviews for card in note.cards):
            yield replace(note, fields=())

    def _edited(self, item: Item, note: Note) -> Item:
        changes = dict(_changes(item, note))
        if changes:
            named = tuple(dict.fromkeys((*item.changed, *changes)))
            changes |= {"changed": named, "status": Status.EDITED, "revision": item.revision + 1}
            self.problems.append(
                Problem(
                    code="edited-elsewhere",
                    severity=Severity.NOTE,
                    message=f"edited in Anki: {', '.join(named)}",
                    where=item.id,
                )
            )
        own = {tag(each) for each in item.tags}
        added = [t for t in note.tags if t not in own and not t.startswith("quizlib::")]
        if added:
            changes["tags"] = (*item.tags, *added)
        return item.model_copy(update=changes) if changes else item


def _changes(item: Item, note: Note) -> Iterator[tuple[str, Any]]:
    """The fields of the item that were edited in its note."""
    shown = {
        name: text(note.fields[_PLACE[name]]) for name in ("Stem", "Context", "Explanation", "Key")
    }
    stem = gapped(shown["Stem"], 1).text
    if _differs(stem, item.stem):
        yield "stem", stem
    if _differs(shown["Context"], item.context):
        yield "context", shown["Context"]
    if _differs(shown["Explanation"], item.remark):
        yield "explanation", shown["Explanation"]
    asked = interaction(item)
    if isinstance(asked, TextEntry | ExtendedText) and shown["Key"]:
        filled = gapped(shown["Stem"], 1).answers
        key = filled[0] if len(filled) == 1 else shown["Key"]
        if _differs(key, item.key[0]) and key:
            yield "key", (key, *item.key[1:])


def _differs(one: str, other: str) -> bool:
    return _bare(one) != _bare(other)


def _bare(words: str) -> str:
    """What of a text comes through a package unchanged: its visible characters in NFC."""
    from quizlib.exporters._view import clean

    return "".join(clean(words).split())

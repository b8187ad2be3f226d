"""Notes from formats that list no cards: which cards their note type makes, and ids for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.files import digest
from quizlib.importers._notes import Reading
from quizlib.model import Card, Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizlib.model import NoteType

_NUMBERS = re.compile(r"\{\{c(\d{1,3})[,\d]*::")
#: Anki's ids are Unix milliseconds of creation; these lie between 2009 and 2013.
_IDS = range(1_230_000_000_000, 1_360_000_000_000)


class Notes:
    """Makes notes of the note types it is given."""

    def __init__(self, note_types: Iterable[NoteType]) -> None:
        self._readings = {each.id: Reading(each) for each in note_types}

    def note(
        self, guid: str, note_type: int, fields: Sequence[str], tags: Sequence[str], deck: str
    ) -> Note:
        """A note with a card for each template that asks something, or each number of gaps."""
        reading = self._readings[note_type]
        size = len(reading.note_type.fields)
        padded = (*fields[:size], *[""] * (size - len(fields)))
        bare = Note(id_of("note", guid), guid, note_type, padded, tuple(tags), 0, ())
        cards = tuple(
            Card(id_of("card", guid, str(number)), number, deck)
            for number in _numbers(reading, bare)
        )
        return Note(bare.id, guid, note_type, padded, bare.tags, 0, cards)


def untyped(guid: str) -> Note:
    """A note whose note type is not there."""
    return Note(0, guid, 0, (), (), 0, ())


def _numbers(reading: Reading, note: Note) -> list[int]:
    if reading.note_type.cloze:
        found = {int(number) - 1 for field in note.fields for number in _NUMBERS.findall(field)}
        return sorted(number for number in found if 0 <= number < 500)
    return reading.asking(note) or [0]


def id_of(what: str, *names: str) -> int:
    """An id for a note, card or note type that came without one, the same each time."""
    return _IDS.start + int(digest("plain-1", what, *names, size=8), 16) % len(_IDS)

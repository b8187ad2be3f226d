"""The package: notes in genanki's database, with what Anki matches on kept fixed.

The package is a function of the bank and the options alone: no clock, no random ids, no
dates in the zip. Anki matches a note by its GUID (the item's id) and takes the fields of the
later modification time, so that time counts an item's revisions instead of seconds.
"""

from __future__ import annotations

import io
import itertools
import json
import shutil
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from operator import attrgetter
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from quizlib.errors import OutputError
from quizlib.exporters._anki.collection import Collection, NoteRow, model
from quizlib.exporters._anki.fields import fields, tags
from quizlib.exporters._anki.kept import Kept
from quizlib.exporters._anki.names import deck_name, level, path, settled
from quizlib.exporters._anki.note_types import NOTE_TYPES, RENDERING, REVERSE, note_type
from quizlib.exporters._anki.original import Packing
from quizlib.exporters._view import showing
from quizlib.files import digest
from quizlib.garbage import everything_kept
from quizlib.model import Card, Schedule
from quizlib.model.item import GONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizlib.exporters._view import Shown
    from quizlib.exporters.anki import AnkiOptions
    from quizlib.model import Bank, Problem, Review

#: The modification time, in Unix seconds, of a note never changed. Long past, so that a
#: learner's own edit in Anki is later and stays; a new rendering outweighs all revisions.
MODIFIED = 1_500_000_000 + 1_000_000 * RENDERING
#: Later than any learner's edit, until 2096.
OVERWRITING = 4_000_000_000 - MODIFIED
#: What having a second card adds to it, so that notes that Anki has get theirs.
SECOND_CARD = 500_000
#: Anki's ids are Unix milliseconds of creation; these lie between 2013 and 2017.
_IDS = range(1_370_000_000_000, 1_500_000_000_000)
#: Deflated no further: a sixth smaller files would take two and a half times as long.
_LEVEL = 1


class Packed(NamedTuple):
    """A package with what is in it."""

    data: bytes
    notes: int
    cards: int
    decks: int
    problems: Sequence[Problem]


def package(bank: Bank, options: AnkiOptions) -> Packed:
    """The .apkg file of the bank's items, and of what an imported deck held besides.

    Raises OutputError when there is no room for the database, which is made in a folder for
    temporary files.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        try:
            with everything_kept():
                return _packed(bank, options, Path(folder) / "collection.anki2")
        except sqlite3.Error as error:
            raise OutputError(folder, str(error)) from error


def _packed(bank: Bank, options: AnkiOptions, place: Path) -> Packed:
    """The package; the database is written to `place`."""
    problems: list[Problem] = []
    kept = Kept(bank)
    making = _Making(bank, kept, options)
    models = {**{each.id: model(each) for each in NOTE_TYPES}, **kept.models}
    with closing(Collection(place, models, making.deck_id, MODIFIED)) as collection:
        for item in showing(bank, problems, retired=options.retired):
            if item.original.origin not in kept.origins:  # else it stands in an imported note
                making.write(item, collection)
        for note in kept.notes():
            collection.add(note)
        counts = collection.notes, collection.cards, collection.decks
        collection.finish(bank.package.created if bank.package else 0)
    return Packed(_zipped(bank, place), *counts, [*problems, *kept.problems])


class _Making:
    """Writes notes of items, one after the other: ids follow the order of the bank."""

    def __init__(self, bank: Bank, kept: Kept, options: AnkiOptions) -> None:
        self._bank = bank
        self._kept = kept
        self._options = options
        self._time = MODIFIED + (OVERWRITING if options.overwrite else 0)
        self._root = path(options.deck) if options.deck else level(bank.title)
        self._depth = settled(options.decks, bank)
        self._packing = Packing(bank)
        ids = itertools.count(_id("note", bank))
        self._ids = itertools.filterfalse(kept.ids.__contains__, ids)

    def deck_id(self, name: str) -> int:
        return _id("deck", self._bank, name)

    def write(self, item: Shown, collection: Collection) -> None:
        """Write the item's note and its cards."""
        before = self._kept.cards.get(item.id, ())
        both = self._options.both_ways or any(map(attrgetter("number"), before))
        kind = note_type(item)
        second = both and REVERSE in kind.templates
        values, labels = fields(item, second=second), tags(item)
        row = NoteRow(
            next(self._ids),
            item.id,
            kind.id,
            self._time + item.revision + (SECOND_CARD if second else 0),
            f" {' '.join(labels)} ",
            self._packing.joined(item.original, values, labels),
            values[0],
        )
        collection.write(row)
        deck = deck_name(self._root, item, self._depth)
        for number in range(1 + second):
            id, state = next(self._ids), _state(item, number, before)
            if state:
                collection.add_card(row, Card(id, number, deck, *state))
            else:
                collection.add_new(row, id, number, deck)


def _state(
    item: Shown, number: int, before: tuple[Card, ...]
) -> tuple[Schedule, tuple[Review, ...]] | None:
    """What an imported deck knows of the card; None for one that is new, and to be asked."""
    for card in before:
        if card.number == number and card.schedule:
            return card.schedule, card.reviews
    return (_suspended(item.number), ()) if item.status in GONE else None


def _suspended(place: int) -> Schedule:
    """The state of a new card that is not to be asked, the one at `place` from 1."""
    return Schedule(0, -1, place, 0, 0, 0, 0, 0, 0)


def _zipped(bank: Bank, collection: Path) -> bytes:
    """The archive: the database, the media numbered, and `media`, which gives their names."""
    media = bank.package.media if bank.package else ()
    names = json.dumps({str(place): each.name for place, each in enumerate(media)})
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        with collection.open("rb") as file:
            _add(archive, "collection.anki2", file)
        _add(archive, "media", io.BytesIO(names.encode()))
        for place, each in enumerate(media):
            _add(archive, str(place), io.BytesIO(each.data))
        for member in archive.infolist():
            member.create_system = 3  # Unix, also where it is written elsewhere
    return data.getvalue()


def _add(archive: zipfile.ZipFile, name: str, content: IO[bytes]) -> None:
    """`content` as a member; opened by name it is of no date (1980, the zip format's first)."""
    with archive.open(name, "w") as packed:
        shutil.copyfileobj(content, packed, 1 << 20)


def _id(what: str, bank: Bank, *names: str) -> int:
    """An id that stays when titles change: made of the bank's first document and `names`."""
    first = bank.documents[0].id if bank.documents else bank.title
    return _IDS.start + int(digest("anki-1", what, first, *names, size=8), 16) % len(_IDS)

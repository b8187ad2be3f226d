"""Anki's database: genanki's schema, note types and decks, with the rows of our own notes.

The rows are written to the disk as they come, so that memory does not grow with the deck.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, NamedTuple

from genanki.deck import Deck
from genanki.model import Model
from genanki.package import Package

from quizlib.exporters._anki.original import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from quizlib.model import Card, Note, NoteType, Schedule

#: So many notes are written at once: no more than a megabyte or two of memory.
_AT_ONCE = 500
#: The fields come encoded: from text, SQLite would be given a copy of it in UTF-8.
_NOTE = "insert into notes values (?,?,?,?,-1,?,cast(? as text),?,0,0,'')"
_CARD = "insert into cards values (?,?,?,?,?,-1,?,?,?,?,?,?,?,?,0,0,?,?)"
#: A new card, whose other columns are empty.
_NEW = "insert into cards values (?,?,?,?,?,-1,0,0,?,0,0,0,0,0,0,0,0,'')"
_REVIEW = "insert or ignore into revlog values (?,?,-1,?,?,?,?,?,?)"


class NoteRow(NamedTuple):
    """A note as in Anki's table `notes`, without the columns that are the same for all.

    `tags` stand between blanks; `fields` are joined by `BETWEEN`, in UTF-8.
    """

    id: int
    guid: str
    type: int
    modified: int
    tags: str
    fields: bytes
    sorted_by: str


class Collection:
    """A database in the making at `path`, with what is in it so far.

    `models` gives a note type by its id, `deck_id` a new deck's id by its name. `modified` is
    the time, in Unix seconds, that is said of note types. To be closed.
    """

    def __init__(
        self, path: Path, models: Mapping[int, Model], deck_id: Callable[[str], int], modified: int
    ) -> None:
        self._models = models
        self._deck_id = deck_id
        self._modified = modified
        self._decks: dict[str, Deck] = {}
        self._deck_ids: dict[tuple[str, int], int] = {}
        self._database = sqlite3.connect(path)
        # A note or two fill a page of the usual 4 KB badly, and large pages are written sooner.
        self._database.execute("pragma page_size = 65536")
        # The file is thrown away when something goes wrong.
        self._database.execute("pragma journal_mode = off")
        self._database.execute("pragma synchronous = off")
        self._cursor = self._database.cursor()
        self._rows: dict[str, list[tuple[int | str | bytes, ...]]] = {
            command: [] for command in (_NOTE, _NEW, _CARD, _REVIEW)
        }
        Package([]).write_to_db(self._cursor, modified, iter(()))
        self._indexes = self._put_off()
        self.notes = self.cards = 0

    @property
    def decks(self) -> int:
        return len(self._decks)

    def add(self, note: Note) -> None:
        """Write the note with its cards and their reviews."""
        place = self._models[note.type].sort_field_index
        sorted_by = note.fields[place] if 0 <= place < len(note.fields) else ""
        tags = f" {' '.join(note.tags)} " if note.tags else ""
        fields = BETWEEN.join(note.fields).encode()
        row = NoteRow(note.id, note.guid, note.type, note.modified, tags, fields, sorted_by)
        self.write(row)
        for card in note.cards:
            self.add_card(row, card)

    def write(self, row: NoteRow) -> None:
        """Write the note's row; its cards are to follow."""
        if len(self._rows[_NOTE]) >= _AT_ONCE:
            self._write()
        self._rows[_NOTE].append(row)
        self.notes += 1

    def add_card(self, note: NoteRow, card: Card) -> None:
        """Write the card, which is one of the last note's, with its reviews."""
        if card.schedule is None:
            self.add_new(note, card.id, card.number, card.deck)
        else:
            deck = self._deck_ids.get((card.deck, note.type)) or self._deck(card.deck, note.type)
            own = (card.id, note.id, deck, card.number, note.modified)
            self._rows[_CARD].append((*own, *_columns(card.schedule)))
            self.cards += 1
        for each in card.reviews:
            told = (each.rating, each.interval, each.last_interval, each.factor, each.taken)
            self._rows[_REVIEW].append((each.at, card.id, *told, each.kind))

    def add_new(self, note: NoteRow, id: int, number: int, deck: str) -> None:
        """Write a card never asked, one of the last note's; it is due in the order of the notes."""
        place = self._deck_ids.get((deck, note.type)) or self._deck(deck, note.type)
        self._rows[_NEW].append((id, note.id, place, number, note.modified, self.notes))
        self.cards += 1

    def _put_off(self) -> list[str]:
        """Drop the indexes; the commands that make them. It is quicker once all rows are there."""
        found = self._cursor.execute("select name, sql from sqlite_master where type = 'index'")
        indexes = dict(found.fetchall())
        for name in indexes:
            self._cursor.execute(f"drop index {name}")
        return list(indexes.values())

    def _write(self) -> None:
        for command, rows in self._rows.items():
            self._cursor.executemany(command, rows)
            rows.clear()

    def _deck(self, name: str, note_type: int) -> int:
        """The id of the deck `name`, which has notes of the type from now on.

        Anki takes names that differ in case alone for one deck.
        """
        key = name.casefold()
        if key not in self._decks:
            self._decks[key] = Deck(self._deck_id(name), name)
        deck = self._decks[key]
        deck.models.setdefault(note_type, self._models[note_type])
        id: int = deck.deck_id
        self._deck_ids[name, note_type] = id
        return id

    def finish(self, created: int = 0) -> None:
        """Write what is left; `created` is the Unix second from which due dates are counted."""
        self._write()
        for deck in self._decks.values():
            deck.write_to_db(self._cursor, self._modified, iter(()))
        for command in self._indexes:
            self._cursor.execute(command)
        if created:
            self._cursor.execute("update col set crt = ?", (created,))
        self._database.commit()

    def close(self) -> None:
        self._database.close()


def _columns(state: Schedule) -> tuple[int | str, ...]:
    """In the order of Anki's table."""
    return (
        *(state.type, state.queue, state.due, state.interval, state.factor),
        *(state.reps, state.lapses, state.left, state.flags, state.data),
    )


def model(kind: NoteType) -> Model:
    """A note type of our own as genanki has it."""
    return Model(
        kind.id,
        kind.name,
        fields=[{"name": name} for name in kind.fields],
        templates=[
            {"name": each.name, "qfmt": each.front, "afmt": each.back} for each in kind.templates
        ],
        css=kind.css,
        model_type=Model.CLOZE if kind.cloze else Model.FRONT_BACK,
    )

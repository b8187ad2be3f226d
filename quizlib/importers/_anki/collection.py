"""A package's database as data: decks, note types and notes.

Source of the tables: https://github.com/ankidroid/Anki-Android/wiki/Database-Structure
for packages up to collection.anki21, whose note types and decks are JSON in the table
`col`; the latest have tables of their own for these, with settings as Protocol Buffers.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel, TypeAdapter

from quizlib.errors import UnreadableDeck
from quizlib.importers._anki import protobuf
from quizlib.importers._anki.database import whole
from quizlib.importers._anki.notes import Notes
from quizlib.model import NoteType, Template

if TYPE_CHECKING:
    from pathlib import Path

    from quizlib.importers._anki.database import Database

#: More templates than any note type has.
_TEMPLATES = 1000


class Collection(NamedTuple):
    """What a database holds; its notes are read as they are asked for.

    A note whose type is not among the note types has lost it.
    """

    created: int
    note_types: tuple[NoteType, ...]
    notes: Notes


def read(database: Database, package: Path, *, latest: bool, history: bool) -> Collection:
    """Everything in the database. Raises UnreadableDeck, also while the notes are read."""
    database.need(["col", "notes", "cards", *(_LATEST if latest else ())])
    try:
        created, note_types, decks = (_tables if latest else _json)(database)
    except (ValueError, RecursionError) as error:
        why = str(error).splitlines()[0]
        raise UnreadableDeck(package, f"its note types or decks are damaged: {why}") from error
    kept = tuple(note_types[id] for id in sorted(note_types))
    return Collection(created, kept, Notes(database, note_types, decks, history=history))


class _Named(BaseModel):
    name: str


class _Template(_Named):
    qfmt: str = ""
    afmt: str = ""


class _NoteType(_Named):
    """A note type as JSON has it; what is not named here is of no use outside Anki."""

    type: int = 0
    flds: list[_Named]
    tmpls: list[_Template]
    css: str = ""
    sortf: int = 0
    latexPre: str = ""  # noqa: N815 - Anki's name
    latexPost: str = ""  # noqa: N815 - as above
    originalStockKind: int | None = None  # noqa: N815 - as above


_NOTE_TYPES = TypeAdapter(dict[int, _NoteType])
_DECKS = TypeAdapter(dict[int, _Named])

_Found = tuple[int, dict[int, NoteType], dict[int, str]]


def _json(database: Database) -> _Found:
    """Raises ValueError, RecursionError."""
    row = next(database.rows("select crt, models, decks from col"), None)
    if row is None:
        raise ValueError("there are none")
    created, models, decks = row
    note_types = _NOTE_TYPES.validate_python(_loaded(models))
    return (
        whole(created),
        {id: _from_json(id, found) for id, found in note_types.items() if found.flds},
        {id: deck.name for id, deck in _DECKS.validate_python(_loaded(decks)).items()},
    )


def _loaded(text: object) -> object:
    return json.loads(text) if isinstance(text, str) else None


def _from_json(id: int, found: _NoteType) -> NoteType:
    return NoteType(
        id=id,
        name=found.name,
        fields=tuple(field.name for field in found.flds),
        templates=tuple(
            Template(name=each.name, front=each.qfmt, back=each.afmt)
            for each in found.tmpls[:_TEMPLATES]
        ),
        cloze=found.type == 1,
        css=found.css,
        sort_field=found.sortf,
        latex_pre=found.latexPre,
        latex_post=found.latexPost,
        stock=found.originalStockKind or 0,
    )


_LATEST = ("notetypes", "fields", "templates", "decks")


def _tables(database: Database) -> _Found:
    """Raises ValueError."""
    created = next((whole(row[0]) for row in database.rows("select crt from col")), 0)
    decks = {
        id: str(name).replace("\x1f", "::")
        for id, name in database.rows("select id, cast(name as text) from decks")
    }
    fields = _by_type(database, "select ntid, ord, cast(name as text), 0 from fields")
    templates = _by_type(
        database, "select ntid, ord, cast(name as text), cast(config as blob) from templates"
    )
    note_types = {
        id: _from_tables(id, str(name), config or b"", fields[id], templates[id])
        for id, name, config in database.rows(
            "select id, cast(name as text), cast(config as blob) from notetypes"
        )
        if fields[id]
    }
    return created, note_types, decks


def _by_type(database: Database, query: str) -> dict[int, list[tuple[str, Any]]]:
    """Note type -> name and settings of its fields or templates, in their order."""
    found: dict[int, list[tuple[int, str, Any]]] = defaultdict(list)
    for note_type, place, name, config in database.rows(query):
        found[note_type].append((whole(place), str(name), config))
    ordered = {id: sorted(rows, key=lambda row: row[0]) for id, rows in found.items()}
    return defaultdict(
        list, {id: [(name, config) for _, name, config in rows] for id, rows in ordered.items()}
    )


def _from_tables(
    id: int,
    name: str,
    config: bytes,
    fields: list[tuple[str, Any]],
    templates: list[tuple[str, Any]],
) -> NoteType:
    """The fields of the messages are named in Anki's notetypes.proto."""
    settings = protobuf.decode(config)
    made = []
    for title, packed in templates[:_TEMPLATES]:
        sides = protobuf.decode(packed or b"")
        made.append(
            Template(name=title, front=protobuf.text(sides, 1), back=protobuf.text(sides, 2))
        )
    return NoteType(
        id=id,
        name=name,
        fields=tuple(title for title, _ in fields),
        templates=tuple(made),
        cloze=protobuf.whole(settings, 1) == 1,
        css=protobuf.text(settings, 3),
        sort_field=protobuf.whole(settings, 2),
        latex_pre=protobuf.text(settings, 5),
        latex_post=protobuf.text(settings, 6),
        stock=protobuf.whole(settings, 9),
    )

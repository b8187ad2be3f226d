"""CrowdAnki's JSON: a deck with its note types, notes and the decks below it.

Source: https://github.com/Stvad/CrowdAnki, `deck.json` in a folder of its own, with the
pictures and sounds in the folder `media` beside it.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from pydantic import BaseModel, Field, ValidationError

from quizlib.errors import UnreadableDeck
from quizlib.model import Media, NoteType, Package, Problem, Template
from quizlib.storage import SAID

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quizlib.importers import Imported
    from quizlib.importers._plain import Notes
    from quizlib.model import Note

_CLAIMED = re.compile(rb'"(__type__"\s*:\s*"Deck"|crowdanki_uuid"\s*:)')
#: The largest deck that is read, in bytes.
MOST = 256 << 20
#: Decks within decks, at the most.
_DEEPEST = 30


class _Named(BaseModel):
    name: str


class _Template(_Named):
    qfmt: str = ""
    afmt: str = ""


class _Model(_Named):
    crowdanki_uuid: str
    type: int = 0
    flds: list[_Named] = Field(min_length=1)
    tmpls: list[_Template] = Field(max_length=1000)
    css: str = ""
    sortf: int = 0
    latexPre: str = ""  # noqa: N815 - Anki's name
    latexPost: str = ""  # noqa: N815 - as above


class _Note(BaseModel):
    guid: str
    note_model_uuid: str
    fields: list[str]
    tags: list[str] = []


class _Deck(_Named):
    children: list[_Deck] = []
    note_models: list[_Model] = []
    notes: list[_Note] = []
    media_files: list[str] = []


class CrowdAnki:
    summary = "CrowdAnki's deck.json, with the folder media beside it"
    suffixes = (".json",)

    def claims(self, head: bytes) -> bool:
        return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" and bool(_CLAIMED.search(head))

    def read(self, path: Path, *, history: bool = False) -> Imported:
        from quizlib.importers._decks import Origin, imported
        from quizlib.importers._plain import Notes

        decks = list(_below(_read(path), "", _DEEPEST))
        types = {m.crowdanki_uuid: _note_type(m) for _, deck in decks for m in deck.note_models}
        names = sorted({name for _, deck in decks for name in deck.media_files})
        files, problems = _media(path, names)
        package = Package(note_types=tuple(types.values()), media=files)
        notes = _notes(decks, types, Notes(types.values()))
        return imported(package, notes, Origin(path, "crowdanki"), problems)


def _read(path: Path) -> _Deck:
    if path.stat().st_size > MOST:
        raise UnreadableDeck(path, "it is larger than 256 MB")
    try:
        return _Deck.model_validate(json.loads(path.read_bytes()))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = "".join(f"[{at}]" if isinstance(at, int) else f".{at}" for at in first["loc"])
        why = SAID.get(first["type"], first["msg"])
        raise UnreadableDeck(path, f"{where.removeprefix('.')}: {why}") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableDeck(path, f"it is no JSON: {error}") from error


def _below(deck: _Deck, above: str, levels: int) -> Iterator[tuple[str, _Deck]]:
    """The deck and those below it, each with its full name."""
    name = f"{above}::{deck.name}" if above else deck.name
    yield name, deck
    for child in deck.children if levels else ():
        yield from _below(child, name, levels - 1)


def _note_type(model: _Model) -> NoteType:
    from quizlib.importers._plain import id_of

    return NoteType(
        id=id_of("type", model.crowdanki_uuid),
        name=model.name,
        fields=tuple(field.name for field in model.flds),
        templates=tuple(Template(name=t.name, front=t.qfmt, back=t.afmt) for t in model.tmpls),
        cloze=model.type == 1,
        css=model.css,
        sort_field=model.sortf,
        latex_pre=model.latexPre,
        latex_post=model.latexPost,
    )


def _notes(
    decks: list[tuple[str, _Deck]], types: dict[str, NoteType], notes: Notes
) -> Iterator[Note]:
    from quizlib.importers._plain import untyped

    for name, deck in decks:
        for note in deck.notes:
            kind = types.get(note.note_model_uuid)
            if kind is not None:
                yield notes.note(note.guid, kind.id, note.fields, note.tags, name)
            else:
                yield untyped(note.guid)


def _media(path: Path, names: list[str]) -> tuple[tuple[Media, ...], list[Problem]]:
    """The files in the folder beside the deck that it names; nothing else is looked at."""
    from quizlib.importers._anki.media import MOST as ROOM
    from quizlib.importers._anki.media import left_out, usable

    found: list[Media] = []
    problems: list[Problem] = []
    room = ROOM
    for name in names:
        file = path.parent / "media" / name
        if not usable(name):
            problems.append(left_out(name, "its name is no plain name of a file"))
        elif not file.is_file():
            problems.append(left_out(name, "it is not in the folder media beside the deck"))
        elif file.stat().st_size > room:
            problems.append(left_out(name, "a bank holds at most 256 MB of pictures and sounds"))
        else:
            room -= file.stat().st_size
            found.append(Media.of(name, file.read_bytes()))
    return tuple(found), problems


importer = CrowdAnki()

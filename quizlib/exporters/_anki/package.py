"""The package: genanki's database, with what Anki matches on kept fixed.

The package is a function of the bank alone: no clock, no random ids, no dates in the
zip. Anki matches a note by its GUID (the item's id) and takes the fields of the later
modification time, so that time counts an item's revisions instead of seconds.
"""

from __future__ import annotations

import io
import itertools
import re
import sqlite3
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING, Any

from genanki.deck import Deck
from genanki.model import Model
from genanki.note import Note
from genanki.package import Package

from quizlib.exporters._anki.fields import fields, tags
from quizlib.exporters._anki.note_types import CSS, FIELDS, NOTE_TYPES, RENDERING, note_type
from quizlib.exporters._view import clean
from quizlib.files import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizlib.exporters._anki.note_types import NoteType
    from quizlib.exporters._view import Shown
    from quizlib.model import Bank

#: The modification time, in Unix seconds, of a note never changed. Long past, so that a
#: learner's own edit in Anki is later and stays; a new rendering outweighs all revisions.
MODIFIED = 1_500_000_000 + 1_000_000 * RENDERING
#: Anki's ids are Unix milliseconds of creation; these lie between 2013 and 2017.
_IDS = range(1_370_000_000_000, 1_500_000_000_000)
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can hold


class ItemNote(Note):
    """The note of an item, modified when the item was; genanki has one time for all."""

    def __init__(self, item: Shown, model: Model) -> None:
        super().__init__(  # type: ignore[no-untyped-call]  # genanki has no types
            model, fields(item), tags=tags(item), guid=item.id, due=item.number
        )
        self.modified = MODIFIED + item.revision

    def write_to_db(self, cursor: Any, _package_time: float, deck_id: int, id_gen: Any) -> None:
        super().write_to_db(cursor, self.modified, deck_id, id_gen)


def package(bank: Bank, shown: Sequence[Shown]) -> tuple[bytes, int]:
    """The .apkg file of `shown`, and how many decks are in it."""
    decks = _decks(bank, shown)
    with closing(sqlite3.connect(":memory:")) as database:
        ids = itertools.count(_id("note", bank))
        Package(decks).write_to_db(database.cursor(), MODIFIED, ids)
        database.commit()
        collection = database.serialize()
    return _zip({"collection.anki2": collection, "media": b"{}"}), len(decks)


def _zip(files: dict[str, bytes]) -> bytes:
    """`files` deflated, with nothing in the archive that time or machine decide."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3  # Unix, also where it is written elsewhere
            member.external_attr = 0o600 << 16
            archive.writestr(member, content, compresslevel=9)
    return data.getvalue()


def _decks(bank: Bank, shown: Sequence[Shown]) -> list[Deck]:
    """A deck for the bank, below it one for each document, with the notes in them."""
    models = {each.id: _model(each) for each in NOTE_TYPES}
    root = Deck(_id("deck", bank), _level(bank.title))
    decks = {root.name.casefold(): root}
    for item in shown:
        deck = _deck(bank, root, item)
        # Anki takes names that differ in case alone for one deck.
        decks.setdefault(deck.name.casefold(), deck).add_note(
            ItemNote(item, models[note_type(item).id])
        )
    return list(decks.values())


def _deck(bank: Bank, root: Deck, item: Shown) -> Deck:
    """The deck that `item` belongs to, by the document of its first quote."""
    source = item.quotes[0] if item.quotes else None
    if source is None or _level(source.title) == root.name:
        return root
    return Deck(_id("deck", bank, source.document), f"{root.name}::{_level(source.title)}")


def _level(title: str) -> str:
    """A title as one level of a deck's name, in which "::" would begin another."""
    folded = " ".join(clean(title).replace('"', "'").split())
    return re.sub("::+", ":", folded).strip(": ") or "quizlib"


def _model(kind: NoteType) -> Model:
    return Model(
        kind.id,
        kind.name,
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Card", "qfmt": kind.front, "afmt": kind.back}],
        css=CSS,
        model_type=Model.CLOZE if kind.cloze else Model.FRONT_BACK,
    )


def _id(what: str, bank: Bank, *names: str) -> int:
    """An id that stays when titles change: made of the bank's first document and `names`."""
    first = bank.documents[0].id if bank.documents else bank.title
    return _IDS.start + int(digest("anki-1", what, first, *names, size=8), 16) % len(_IDS)

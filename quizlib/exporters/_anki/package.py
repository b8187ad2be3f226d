"""The package: genanki's database, with what Anki matches on kept fixed.

The package is a function of the bank alone: no clock, no random ids, no dates in the
zip. Anki matches a note by its GUID (the item's id) and takes the fields of the later
modification time, so that time counts an item's revisions instead of seconds.
"""

from __future__ import annotations

import io
import itertools
import json
import sqlite3
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING, Any, NamedTuple

from genanki.deck import Deck
from genanki.model import Model
from genanki.note import Note
from genanki.package import Package

from quizlib.exporters._anki.fields import fields, tags
from quizlib.exporters._anki.kept import Kept, KeptNote, schedule
from quizlib.exporters._anki.names import deck_name, level
from quizlib.exporters._anki.note_types import CSS, FIELDS, NOTE_TYPES, RENDERING, note_type
from quizlib.exporters._anki.original import PLACE, Packing, seen
from quizlib.exporters._view import clean
from quizlib.files import digest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizlib.exporters._anki.note_types import NoteType
    from quizlib.exporters._view import Shown
    from quizlib.model import Bank, Card, Item, Problem

#: The modification time, in Unix seconds, of a note never changed. Long past, so that a
#: learner's own edit in Anki is later and stays; a new rendering outweighs all revisions.
MODIFIED = 1_500_000_000 + 1_000_000 * RENDERING
#: Anki's ids are Unix milliseconds of creation; these lie between 2013 and 2017.
_IDS = range(1_370_000_000_000, 1_500_000_000_000)
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can hold


class ItemNote(Note):
    """The note of an item, modified when the item was; genanki has one time for all.

    `original` is the item itself; `card` is what an imported deck knows of its card. `ids` are
    the note's and its card's, which follow the order of the bank across all decks.
    """

    def __init__(
        self, item: Shown, model: Model, ids: tuple[int, int], packing: Packing, original: Item
    ) -> None:
        values, labels = fields(item), tags(item)
        values[PLACE] = packing.packed(original, seen(values, labels))
        super().__init__(  # type: ignore[no-untyped-call]  # genanki has no types
            model, values, tags=labels, guid=item.id, due=item.number
        )
        self.modified = MODIFIED + item.revision
        self.ids = ids
        self.card: Card | None = None

    def write_to_db(self, cursor: Any, _package_time: float, deck_id: int, id_gen: Any) -> None:
        super().write_to_db(cursor, self.modified, deck_id, iter(self.ids))
        if self.card is not None:
            schedule(cursor, self.card, cursor.lastrowid)  # every note type has one card


class Packed(NamedTuple):
    """A package with what is in it."""

    data: bytes
    notes: int
    cards: int
    decks: int
    problems: Sequence[Problem]


def package(bank: Bank, shown: Sequence[Shown]) -> Packed:
    """The .apkg file of `shown`, and of what an imported deck held besides."""
    kept = Kept(bank)
    decks = _Decks(bank)
    originals = {clean(item.id): item for item in bank.items}
    packing = Packing(bank)
    models = {each.id: model(each) for each in NOTE_TYPES}
    ids = (id for id in itertools.count(_id("note", bank)) if id not in kept.ids)
    for item in shown:
        original = originals[item.id]
        if original.origin not in kept.origins:
            kind = models[note_type(item).id]
            own = next(ids), next(ids)
            note = ItemNote(item, kind, own, packing, original)
            note.card = kept.cards.get(item.id)
            decks.of(item).add_note(note)
    for came, revision, came_as in kept.notes():
        places = {card.deck: decks.named(card.deck) for card in came.cards}
        named = {name: deck.deck_id for name, deck in places.items()}
        places[came.cards[0].deck].add_note(KeptNote(came_as, came, revision, named))
    made = [*decks.all.values()]
    collection, notes, cards = _collection(bank, made)
    return Packed(_zip(_files(bank, collection)), notes, cards, len(made), kept.problems)


def _collection(bank: Bank, decks: list[Deck]) -> tuple[bytes, int, int]:
    """The database, with the number of its notes and cards."""
    with closing(sqlite3.connect(":memory:")) as database:
        Package(decks).write_to_db(database.cursor(), MODIFIED, iter(()))  # all have their ids
        if bank.package and bank.package.created:  # what due dates are counted from
            database.execute("update col set crt = ?", (bank.package.created,))
        counts = [
            database.execute(f"select count() from {table}").fetchone()[0]  # noqa: S608 - no input
            for table in ("notes", "cards")
        ]
        database.commit()
        return database.serialize(), *counts


def _files(bank: Bank, collection: bytes) -> dict[str, bytes]:
    """Member of the archive -> content; media are numbered, `media` gives their names."""
    media = bank.package.media if bank.package else ()
    names = json.dumps({str(place): each.name for place, each in enumerate(media)})
    contents = {str(place): each.data for place, each in enumerate(media)}
    return {"collection.anki2": collection, "media": names.encode(), **contents}


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


class _Decks:
    """A deck for the bank, below it one for each document; and those of an imported deck.

    Anki takes names that differ in case alone for one deck.
    """

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self.all: dict[str, Deck] = {}

    def of(self, item: Shown) -> Deck:
        """The deck that `item` belongs to, by the document of its first quote."""
        root = self._deck(level(self._bank.title), _id("deck", self._bank))
        name = deck_name(self._bank, item)
        if name == root.name:
            return root
        return self._deck(name, _id("deck", self._bank, item.quotes[0].document))

    def named(self, name: str) -> Deck:
        """The deck of an imported card."""
        return self._deck(name, _id("deck", self._bank, "imported", name))

    def _deck(self, name: str, id: int) -> Deck:
        key = name.casefold()
        if key not in self.all:
            self.all[key] = Deck(id, name)
        return self.all[key]


def model(kind: NoteType) -> Model:
    """The note type as genanki has it."""
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

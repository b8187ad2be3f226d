"""A deck of another program as a bank: the same for every format that is imported."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

import quizlib
from quizlib.errors import UnreadableDeck
from quizlib.files import digest
from quizlib.importers import Imported
from quizlib.importers._notes import Reading
from quizlib.importers._own import Own, Unread
from quizlib.model import (
    Bank,
    DocumentRecord,
    Item,
    Maker,
    Note,
    Package,
    Problem,
    ProblemCode,
    Severity,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from quizlib.exporters._anki.original import Original
    from quizlib.model import Card

#: Ids that every screen, shell and file takes as they are.
PLAIN_ID = re.compile(r"[!-~]{1,64}")
#: The characters that all cards together may have.
MOST = 200_000_000
_ITEMS = TypeAdapter(tuple[Item, ...])


@dataclass(frozen=True)
class Origin:
    """The file that a deck came in, and its format."""

    path: Path
    format: str

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the file's bytes, in hexadecimal digits."""
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


def imported(
    package: Package,
    notes: Iterable[Note | Unread],
    origin: Origin,
    problems: Iterable[Problem] = (),
    originals: Mapping[str, Original] = MappingProxyType({}),
) -> Imported:
    """The bank of `notes`, whose types and media `package` has, and what cannot be asked.

    `originals` are the items of notes that quizlib wrote, by GUID, where a format has them apart.
    Raises UnreadableDeck where there is no note.
    """
    making = _Making(package, origin, originals)
    bank = making.bank(notes)
    return Imported(bank, [*problems, *making.problems()])


class _Making:
    """A bank in the making."""

    def __init__(self, package: Package, origin: Origin, originals: Mapping[str, Original]) -> None:
        self._package = package
        self._origin = origin
        self._readings = {each.id: Reading(each) for each in package.note_types}
        self._own = Own(package, originals)
        self._decks: dict[str, DocumentRecord] = {}
        self._words: Counter[str] = Counter()
        self._kept: list[Note] = []
        self._size = 0
        self._typeless = 0
        self._ids: set[str] = set()
        self._foreign: set[int] = set()
        self._lost: dict[tuple[str, str], list[str]] = defaultdict(list)

    def bank(self, notes: Iterable[Note | Unread]) -> Bank:
        items: list[Item | dict[str, Any]] = []
        for note in notes:
            untouched = self._own.untouched(note) if isinstance(note, Unread) else None
            if untouched is not None and self._new(untouched):
                items.append(untouched)
            else:
                items += self._items(note.read() if isinstance(note, Unread) else note)
        if not items and not self._kept:
            raise UnreadableDeck(self._origin.path, "it holds no note")
        return self._bank(_ITEMS.validate_python(items), tuple(self._kept))

    def _new(self, item: Item) -> bool:
        """Whether the item is the first with its id."""
        if item.id in self._ids:
            return False
        self._ids.add(item.id)
        return True

    def _items(self, note: Note) -> Iterable[Item | dict[str, Any]]:
        """The item that the note was made of, or what its cards ask, as items' fields."""
        item = self._own.item(note)
        if item is not None and self._new(item):
            self._kept += self._own.kept(note)
            return (item,)
        if note.type in self._readings:
            self._kept.append(note)
            return self._asked(note)
        self._typeless += 1
        return ()

    def _asked(self, note: Note) -> Iterator[dict[str, Any]]:
        """What the note's cards ask, as items' fields."""
        if not note.cards:
            self._lose(note, "it has no card")
            return
        self._foreign.add(note.type)
        reading = self._readings[note.type]
        for card, question in zip(note.cards, reading.questions(note), strict=True):
            if isinstance(question, str):
                self._lose(note, question)
                continue
            kind, stem, key, explanation = question
            self._size += len(stem) + len(key) + len(explanation)
            if self._size > MOST:
                raise UnreadableDeck(self._origin.path, "its cards are more text than any deck has")
            self._words[card.deck] += stem.count(" ") + key.count(" ") + 2
            yield {
                "id": self._id(note, card),
                "kind": kind,
                "stem": stem,
                "key": (key,),
                "explanation": explanation,
                "evidence": (),
                "tags": note.tags,
                "origin": f"{note.guid}#{card.number}",
                "source": self._deck(card.deck),
            }

    def _id(self, note: Note, card: Card) -> str:
        """The note's own id where it will do, with the card's number from the second on."""
        id = f"{note.guid}-{card.number + 1}" if card.number else note.guid
        if id in self._ids or not PLAIN_ID.fullmatch(id):
            id = digest("note-1", note.guid, str(note.id), str(card.number), size=8)
        self._ids.add(id)
        return id

    def _deck(self, name: str) -> str:
        """The id of the deck's document."""
        if name not in self._decks:
            taken = {record.id for record in self._decks.values()}
            self._decks[name] = DocumentRecord(
                id=free("-".join(re.findall(r"\w+", name.casefold())) or "deck", taken),
                title=" ".join(name.split()) or "Default",
                name=self._origin.path.name,
                format=self._origin.format,
                digest=self._origin.digest,
                words=0,
            )
        return self._decks[name].id

    def _lose(self, note: Note, why: str) -> None:
        name = self._readings[note.type].note_type.name
        self._lost[name, why].append(note.guid)

    def _bank(self, items: tuple[Item, ...], notes: tuple[Note, ...]) -> Bank:
        decks = [
            self._decks[name].model_copy(update={"words": self._words[name]})
            for name in sorted(self._decks)
        ]
        used = {note.type for note in notes if note.fields}
        types = tuple(r.written_back for id, r in self._readings.items() if id in used)
        package = self._package.model_copy(update={"notes": notes, "note_types": types})
        bank = self._own.head or Bank(
            title=self._title(), generator=Maker(name="quizlib", version=quizlib.__version__)
        )
        return bank.model_copy(
            update={
                "items": items,
                "documents": (*self._own.documents.values(), *decks),
                "package": package if notes or package.media else None,
            }
        )

    def _title(self) -> str:
        """The deck that all cards are in or below, else the file's name."""
        paths = [name.split("::") for name in self._decks]
        first = paths[0] if paths else []
        shared = [
            level
            for place, level in enumerate(first)
            if all(path[: place + 1] == first[: place + 1] for path in paths)
        ]
        return " ".join("::".join(shared).split()) or self._origin.path.stem

    def problems(self) -> Iterator[Problem]:
        if self._typeless:
            yield NOT_IMPORTED.at("notes", count=self._typeless)
        for (note_type, why), guids in self._lost.items():
            count = "1 card or note" if len(guids) == 1 else f"{len(guids)} cards or notes"
            yield NOT_ASKED.at(note_type, count=count, why=why, first=repr(guids[0][:40]))
        for id in sorted(self._foreign):
            reading = self._readings[id]
            if reading.odd:
                yield ODD_TEMPLATE.at(reading.note_type.name, why=reading.odd)
        yield from self._own.problems


NOT_IMPORTED = ProblemCode(
    name="not-imported",
    severity=Severity.WARNING,
    message="{count} left out: the package lacks their note type",
    cause="The package is damaged: it holds notes, and not what says how to read them.",
    cure="Export the deck from Anki again, after Tools > Check Database there.",
    example={"where": "notes", "count": 3},
)
NOT_ASKED = ProblemCode(
    name="not-asked",
    severity=Severity.WARNING,
    message="{count} kept as they are: {why} (first: {first})",
    cause="No question could be made of these notes; they stay in the bank for the way back.",
    cure="Nothing, if they are not to be asked here. Else give them a front and a back of text"
    " in Anki, and import again.",
    example={
        "where": "Image Occlusion",
        "count": "4 cards or notes",
        "why": "pictures with covered parts cannot be asked here",
        "first": "'wQ3!x9'",
    },
)
ODD_TEMPLATE = ProblemCode(
    name="odd-template",
    severity=Severity.NOTE,
    message="{why}; its questions may lack something",
    cause="A card template of the deck works with a program of its own, or with what only Anki"
    " has.",
    cure="Look at the questions with `quizlib show`, and mend them with `quizlib review`.",
    example={"where": "Geography", "why": "its filter 'tts' is not known here"},
)


def free(id: str, taken: set[str]) -> str:
    number, free = 1, id
    while free in taken:
        number += 1
        free = f"{id}-{number}"
    return free

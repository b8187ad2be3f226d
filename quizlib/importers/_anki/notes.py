"""The notes in a package's database, with their cards and reviews.

Source of the tables: as in `collection`. Cards and notes come by the hundred thousand: what
every row passes through is kept tight.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from quizlib.exporters._anki.note_types import FIELDS
from quizlib.exporters._anki.original import BETWEEN
from quizlib.importers._anki.database import whole
from quizlib.importers._own import Unread
from quizlib.model import Card, Note, Review, Schedule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quizlib.importers._anki.database import Database
    from quizlib.model import NoteType

#: Gaps' numbers end here in Anki too.
_GAPS = 500

_Row = tuple[Any, ...]
_NOTES = """
    select id, cast(guid as text), cast(mid as integer), cast(mod as integer),
        cast(tags as text), cast(flds as blob)
    from notes order by id"""
# A card that is in a filtered deck for a while belongs to another, in odid.
_CARDS = """
    select cast(nid as integer), id, cast(ord as integer),
        cast(case when odid then odid else did end as integer) {more}
    from cards order by id"""
#: Goes through the whole table, so that a damaged one is found where no card is needed.
_READABLE = "select count(nid), count(ord), count(did), count(odid) from cards"
_SCHEDULE = """, type, queue, case when odid and odue then odue else due end,
    ivl, factor, reps, lapses, left, flags, cast(data as text)"""
_REVIEWS = "select cid, id, ease, ivl, lastIvl, factor, time, type from revlog order by id"


class Notes:
    """The notes of a database, by their ids; those of quizlib's own note types not yet read.

    With `history` all are read, since what their cards know of a learner stays.
    """

    def __init__(
        self,
        database: Database,
        note_types: Mapping[int, NoteType],
        decks: Mapping[int, str],
        *,
        history: bool,
    ) -> None:
        """Raises UnreadableDeck where the cards, or the reviews to keep, cannot be read."""
        self._database = database
        self._note_types = note_types
        self._decks = decks
        self._history = history
        own = {id for id, found in note_types.items() if found.fields == FIELDS}
        self._left_unread = set() if history else own
        self._reviews = _reviews(database) if history else {}
        list(database.rows(_READABLE))

    def __iter__(self) -> Iterator[Note | Unread]:
        """Raises UnreadableDeck."""
        left_unread = self._left_unread
        for row in self._database.rows(_NOTES):
            id, guid, note_type, _, tags, fields = row
            if note_type in left_unread:
                read = partial(self._read, row)
                yield Unread(guid or str(id), tags or "", fields or b"", read)
            else:
                yield self._read(row)

    @cached_property
    def _cards(self) -> dict[int, list[_Row]]:
        """Note id -> its cards. Raises UnreadableDeck.

        Looked up when the first note is read: without history an item knows all of its cards.
        """
        found: dict[int, list[_Row]] = defaultdict(list)
        for card in self._database.rows(_CARDS.format(more=_SCHEDULE if self._history else "")):
            found[card[0]].append(card)
        return found

    def _read(self, row: _Row) -> Note:
        id, guid, note_type, modified, tags, packed = row
        fields = str(packed or b"", self._database.encoding, "replace").split(BETWEEN)
        cards: Sequence[_Row] = self._cards.get(id, ())
        known = self._note_types.get(note_type)
        if known is not None:
            if len(fields) != len(known.fields):
                fields = _fitting(fields, len(known.fields))
            if len(cards) != 1 or cards[0][2]:
                cards = _made(cards, known)
        return Note(
            id,
            guid or str(id),
            note_type or 0,
            tuple(fields),
            tuple((tags or "").split()),
            modified or 0,
            tuple(map(self._card, cards)),
        )

    def _card(self, row: _Row) -> Card:
        _, id, number, deck, *schedule = row
        name = self._decks.get(deck, "Default")
        if not self._history:
            return Card(id, number or 0, name)
        reviews = tuple(self._reviews.get(id, ()))
        return Card(id, number or 0, name, _schedule(schedule), reviews)


def _fitting(fields: list[str], count: int) -> list[str]:
    """As many fields as the note type has; what is over goes to the last."""
    if len(fields) > count:
        return [*fields[: count - 1], " ".join(fields[count - 1 :])]
    return [*fields, *([""] * (count - len(fields)))]


def _made(cards: Sequence[_Row], note_type: NoteType) -> list[_Row]:
    """The cards that the note type makes, each number once, by their numbers."""
    most = _GAPS if note_type.cloze else len(note_type.templates)
    first = {card[2] or 0: card for card in reversed(cards)}
    return [first[number] for number in sorted(first) if 0 <= number < most]


def _schedule(row: list[Any]) -> Schedule:
    type, queue, due, interval, factor, reps, lapses, left, flags = map(whole, row[:-1])
    data = row[-1] or ""
    return Schedule(type, queue, due, interval, factor, reps, lapses, left, flags, data)


def _reviews(database: Database) -> dict[int, list[Review]]:
    """Card id -> its reviews by time."""
    database.need(["revlog"])
    found: dict[int, list[Review]] = defaultdict(list)
    for card, *numbers in database.rows(_REVIEWS):
        found[card].append(Review(*map(whole, numbers)))
    return found

"""What an imported deck holds beyond its items, kept as it was for the way back.

The words are Anki's, whose packages most programs can write: a note is a list of fields, its
type says which cards are made of them. Notes, cards and reviews come by the hundred
thousand, so they are dataclasses, which cost a third of a model.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace

from pydantic import Base64Bytes

from quizlib.model.base import Frozen


class Template(Frozen):
    """How one card is made of a note's fields: HTML with `{{Field}}` in it.

    `stem` and `key` are the places of the fields that front and back are nothing else than,
    -1 for none: there a change of the item can be written back.
    """

    name: str
    front: str
    back: str
    stem: int = -1
    key: int = -1


class NoteType(Frozen):
    """The fields of its notes, in order, and a template for each of their cards.

    A `cloze` type has one template, and a card for every number of gaps. `stock` is
    Anki's number for a type that it brought along itself (6: image occlusion).
    """

    id: int
    name: str
    fields: tuple[str, ...]
    templates: tuple[Template, ...]
    cloze: bool = False
    css: str = ""
    sort_field: int = 0
    latex_pre: str = ""
    latex_post: str = ""
    stock: int = 0


@dataclass(frozen=True, slots=True)
class Review:
    """One answer: when, as Unix milliseconds, and what came of it.

    `rating` is 1 to 4 (again, hard, good, easy), 0 where a due date was set by hand.
    `interval` and `last_interval` are days, or seconds below 0; `factor` is the ease in
    thousandths or FSRS's difficulty; `taken` is milliseconds; `kind` is Anki's number for
    the sort of review (0 learning, 1 review, 2 relearning, 3 early, 4 by hand, 5 moved).
    """

    at: int
    rating: int
    interval: int
    last_interval: int
    factor: int
    taken: int
    kind: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a card is due, in Anki's own columns (`cards` in its database).

    `due` is a day after the package's `created` for a review, Unix seconds while it is
    learned, a position for a new card.
    """

    type: int
    queue: int
    due: int
    interval: int
    factor: int
    reps: int
    lapses: int
    left: int
    flags: int
    data: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One card: `number` is its template's place, or its gaps' number less one."""

    id: int
    number: int
    deck: str
    schedule: Schedule | None = None
    reviews: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """One note: `fields` are HTML, in the order of its type's; `modified` is Unix seconds."""

    id: int
    guid: str
    type: int
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    modified: int
    cards: tuple[Card, ...]


class Media(Frozen):
    """A picture or sound that notes name; its bytes are base64 in the bank's file."""

    name: str
    data: Base64Bytes

    @classmethod
    def of(cls, name: str, data: bytes) -> Media:
        """The file `name` with these bytes."""
        return cls(name=name, data=base64.b64encode(data))


class Package(Frozen):
    """Everything of a deck; `created` is the Unix second from which its days count."""

    created: int = 0
    note_types: tuple[NoteType, ...] = ()
    notes: tuple[Note, ...] = ()
    media: tuple[Media, ...] = ()

    def without_history(self) -> Package:
        """The package without schedule and reviews, and without notes kept for these alone."""
        notes = tuple(
            replace(note, cards=tuple(Card(c.id, c.number, c.deck) for c in note.cards))
            for note in self.notes
            if note.fields
        )
        return self.model_copy(update={"created": 0, "notes": notes})

"""Notes of an imported deck on their way back: as they came, with what was changed since.

They keep their ids, types, fields, tags, decks and, where the bank has them, schedule and
reviews, so that Anki knows them again. An item's change goes into the field that it was made
of, where there is one field for it; else the note keeps its own text, and a Problem says so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from genanki.model import Model

from quizlib.exporters._anki.fields import markup
from quizlib.model import Problem, ProblemCode, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.model import Bank, Card, Item, Note, NoteType, Template


class KeptModel(Model):
    """The note type as it came."""

    def __init__(self, kind: NoteType) -> None:
        super().__init__(  # type: ignore[no-untyped-call]  # genanki has no types
            kind.id,
            kind.name,
            fields=[{"name": name} for name in kind.fields],
            templates=[
                {"name": each.name, "qfmt": each.front, "afmt": each.back}
                for each in kind.templates
            ],
            css=kind.css,
            model_type=Model.CLOZE if kind.cloze else Model.FRONT_BACK,
            latex_pre=kind.latex_pre,
            latex_post=kind.latex_post,
            sort_field_index=kind.sort_field,
        )
        self._stock = kind.stock
        # Which cards a note has is known; genanki would work it out of the templates.
        self._req: list[Any] = []

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        made: dict[str, Any] = super().to_json(timestamp, deck_id)
        return {**made, "originalStockKind": self._stock}


def imported(bank: Bank) -> set[str]:
    """The origins of items that stand in an imported note."""
    notes = bank.package.notes if bank.package else ()
    return {f"{note.guid}#{card.number}" for note in notes if note.fields for card in note.cards}


class Kept:
    """What of a bank's package is written back."""

    def __init__(self, bank: Bank) -> None:
        package = bank.package
        self._types = {each.id: each for each in package.note_types} if package else {}
        notes = package.notes if package else ()
        self._notes = [note for note in notes if note.fields]
        items = bank.items if self._notes else ()
        self._items = {item.origin: item for item in items if not item.evidence}
        #: The cards of notes that quizlib wrote itself, by the item's id.
        self.cards = {note.guid: note.cards for note in notes if not note.fields}
        self.origins = imported(bank)
        self.ids = {id for note in self._notes for id in (note.id, *(c.id for c in note.cards))}
        self.problems: list[Problem] = []

    @property
    def models(self) -> dict[int, KeptModel]:
        """The note types by id."""
        return {id: KeptModel(kind) for id, kind in self._types.items()}

    def notes(self) -> Iterator[Note]:
        """The notes to be written, later by as many seconds as they have revisions."""
        for note in self._notes:
            asked = [self._items.get(f"{note.guid}#{card.number}") for card in note.cards]
            pairs = list(zip(note.cards, asked, strict=True))
            cards = tuple(card for card, item in pairs if item is None or item.live)
            if not cards:
                continue
            changed = [(card, item) for card, item in pairs if item is not None and item.changed]
            fields = self._fields(note, changed)
            revision = sum(item.revision for _, item in changed)
            yield replace(
                note,
                fields=fields,
                tags=self._tags(note, changed),
                modified=note.modified + revision,
                cards=cards,
            )

    def _fields(self, note: Note, changed: list[tuple[Card, Item]]) -> tuple[str, ...]:
        fields = list(note.fields)
        for card, item in changed:
            template = self._template(note, card)
            places = {"stem": template.stem, "key": template.key} if template else {}
            texts = {"stem": item.stem, "key": item.key[0]}
            for name in item.changed:
                place = places.get(name, -1)
                if place >= 0 and not _holds_media(fields[place]):
                    fields[place] = markup(texts[name])
                elif name != "tags":
                    self._told(item, name)
        return tuple(fields)

    def _template(self, note: Note, card: Card) -> Template | None:
        kind = self._types[note.type]
        return None if kind.cloze else kind.templates[card.number]

    def _tags(self, note: Note, changed: list[tuple[Card, Item]]) -> tuple[str, ...]:
        tags = next((item.tags for _, item in changed if "tags" in item.changed), note.tags)
        return tuple("_".join(tag.split()) for tag in tags)

    def _told(self, item: Item, name: str) -> None:
        self.problems.append(EDIT_NOT_EXPORTED.at(item.id, field=name))


EDIT_NOT_EXPORTED = ProblemCode(
    name="edit-not-exported",
    severity=Severity.WARNING,
    message="its {field} was changed here; the note keeps its own, which is not one field",
    cause="An imported card was edited here, and its text is put together from several fields of"
    " the note, or holds a picture, so that the change has no place to go to.",
    cure="Make the change in Anki.",
    example={"where": "3f2a9c41d0b7", "field": "stem"},
)


def _holds_media(field: str) -> bool:
    return "[sound:" in field or "<img" in field.lower()

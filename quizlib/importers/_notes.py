"""What a note of another program asks: for each of its cards an item, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizlib.importers._cloze import Gapped, gapped, revealed
from quizlib.importers._templates import LONGEST, Asked, Side, compiled, rendered
from quizlib.importers._text import text, without_sounds
from quizlib.model import GAP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizlib.model import Card, Note, NoteType

#: The longest answer that is typed: in words and characters; a longer one is compared by eye.
TYPED_WORDS, TYPED = 4, 40
#: The longest words for a gap that are typed.
GAP_WORDS = 8
#: Anki's number for its note type for pictures with covered parts.
_OCCLUSION = 6

OCCLUDED = "pictures with covered parts cannot be asked here"
NO_QUESTION = "its question has nothing that can be read"
NO_ANSWER = "its answer has nothing that can be read"
NO_GAP = "its text has no gap for it"
TOO_LONG = "it is too long for a question"


class Question(NamedTuple):
    """What a card asks: the fields of an item that its card decides."""

    kind: str
    stem: str
    key: str
    explanation: str = ""


class Reading:
    """A note type, read once for all of its notes."""

    def __init__(self, note_type: NoteType) -> None:
        self.note_type = note_type
        self._asked = [compiled(note_type, template) for template in note_type.templates]
        self._places = {place for asked in self._asked for place in _places(asked)}
        self.odd = next((asked.odd for asked in self._asked if asked.odd), "")

    def values(self, note: Note) -> list[str]:
        """The note's fields as text, those that no card shows left empty."""
        if len(self._places) == len(note.fields):
            return list(map(text, note.fields))
        places = self._places
        return [text(field) if n in places else "" for n, field in enumerate(note.fields)]

    @property
    def written_back(self) -> NoteType:
        """The note type with the fields where a change of an item can be written back."""
        if self.note_type.cloze:
            return self.note_type
        templates = tuple(
            template.model_copy(update={"stem": asked.front.simple, "key": asked.back.simple})
            for template, asked in zip(self.note_type.templates, self._asked, strict=True)
        )
        return self.note_type.model_copy(update={"templates": templates})

    def questions(self, note: Note) -> list[Question | str]:
        """What each of the note's cards asks, or why it can ask nothing here."""
        try:
            values = self.values(note)
        except ValueError:
            return [TOO_LONG] * len(note.cards)
        return [self.question(note, card, values) for card in note.cards]

    def asking(self, note: Note) -> list[int]:
        """The templates whose front has something to show."""
        try:
            values = self.values(note)
            fronts = [rendered(asked.front, values, note.fields) for asked in self._asked]
        except ValueError:
            return []
        return [number for number, front in enumerate(fronts) if front]

    def question(self, note: Note, card: Card, values: Sequence[str]) -> Question | str:
        """What the card asks, or why it can ask nothing here."""
        if self.note_type.stock == _OCCLUSION or "image-occlusion:" in note.fields[0]:
            return OCCLUDED
        try:
            if self.note_type.cloze:
                return _cloze(self._asked[0], note, card.number + 1, values)
            return _plain(self._asked[card.number], note, values)
        except ValueError:
            return TOO_LONG
        except IndexError:  # a cloze type without a template
            return NO_QUESTION


def _places(asked: Asked) -> set[int]:
    parts = (*asked.front.parts, *asked.back.parts)
    named = [place for part in parts for place in (part.place, *part.shown, *part.hidden)]
    return {place for place in named if place >= 0}


def _plain(asked: Asked, note: Note, values: Sequence[str]) -> Question | str:
    front = asked.front
    stem = values[front.simple] if front.simple >= 0 else rendered(front, values, note.fields)
    if not stem:
        return NO_QUESTION
    key, rest = _answer(asked, stem, note, values)
    if not key:
        return NO_ANSWER
    if len(stem) + len(key) > LONGEST:
        return TOO_LONG
    typed = "\n" not in key and (front.typed or short(key))
    return Question("short_answer" if typed else "flashcard", stem, key, rest)


def _answer(asked: Asked, stem: str, note: Note, values: Sequence[str]) -> tuple[str, str]:
    """The key, and what else the card's back tells.

    The first field on the back is the key and others explain it, unless the template's
    own words stand among them: then all of it is the key.
    """
    back = asked.back
    if back.simple >= 0:
        return without_sounds(values[back.simple]), ""
    whole = rendered(back, values, note.fields)
    if asked.repeats:
        whole = whole.removeprefix(stem).strip()
    if back.opaque or back.labelled or asked.repeats:
        return without_sounds(whole), ""
    seen = [part for part in back.parts if part.place >= 0 and part.seen(values)]
    filled = [values[part.place] for part in seen if values[part.place]]
    key = filled[0] if filled else whole
    return without_sounds(key), "\n".join(dict.fromkeys(filled[1:]))


def short(key: str) -> bool:
    return (
        len(key) <= TYPED
        and "\n" not in key
        and len(key.split()) <= TYPED_WORDS
        and ("[" not in key and "\\" not in key)
    )


def _cloze(asked: Asked, note: Note, number: int, values: Sequence[str]) -> Question | str:
    gaps: list[Gapped] = []

    def opened(texts: Sequence[str], found: list[Gapped]) -> list[str]:
        shown = list(texts)
        for place in clozes:
            made = gapped(texts[place], number)
            found.append(made)
            shown[place] = made.text
        return shown

    clozes = dict.fromkeys(
        part.place for part in asked.front.parts if part.place >= 0 and "cloze" in part.filters
    )
    front = opened(values, gaps)
    raw = opened(note.fields, []) if asked.front.opaque else note.fields
    stem = rendered(asked.front, front, raw)
    answers = [answer for made in gaps for answer in made.answers]
    if not any(answers) or GAP not in stem:
        return NO_GAP
    kind = "cloze" if _one_gap(stem, answers) else "flashcard"
    return Question(kind, stem, "\n".join(answers), _beside(asked.back, note, values, clozes))


def _one_gap(stem: str, answers: list[str]) -> bool:
    """Whether there is one gap, and words for it that a hand can type."""
    words = answers[0].split()
    return stem.count(GAP) == 1 == len(answers) and len(words) <= GAP_WORDS


def _beside(back: Side, note: Note, values: Sequence[str], clozes: dict[int, None]) -> str:
    """What the back tells besides the text with its gaps filled."""
    shown = ["" if place in clozes else value for place, value in enumerate(values)]
    raw = ["" if place in clozes else field for place, field in enumerate(note.fields)]
    return revealed(rendered(back, shown, raw))

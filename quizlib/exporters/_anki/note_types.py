"""The note types: one for every interaction, and Anki's own cloze for a gap.

What Anki remembers of them is frozen from the first release on: ids, names, the
fields and their order, the templates and theirs. A field added or renamed would split a learner's
notes over two note types; the spare fields are there to be filled instead. Texts,
style and script may change: raise `RENDERING` with them, or no learner gets them.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, assert_never

from quizlib.model import (
    GAP,
    Choice,
    ExtendedText,
    Match,
    NoteType,
    Order,
    Template,
    TextEntry,
)

if TYPE_CHECKING:
    from quizlib.exporters._view import Shown

#: Raised by one whenever a template changes, or the fields made of an unchanged item do.
RENDERING = 3

#: The fields of every note type, the sort field first.
FIELDS = (
    "Stem",
    "Key",
    "Accepted",
    "Options",
    "Right",
    "Several",
    "Instruction",
    "Context",
    "Explanation",
    "Quote",
    "Source",
    "Id",
    "Image",
    "Audio",
    "Reversed",  # not empty where a second card asks the other way round
    "Spare1",
    "Spare2",
    "Spare3",
)


def _text(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8").strip()


def _options(use: str) -> str:
    """The options: to "ask" (one picks), to "judge" what was picked, or to "read"."""
    script = _text("options.js")
    return _text("options.html").replace("[[use]]", use).replace("[[script]]", script)


def _template(front: str, back: str) -> Template:
    """`front` and `back` are what either side holds between the stem and the proof."""
    return Template(
        name="Card",
        front=_text("front.html").replace("[[answer]]", front),
        back=_text("back.html").replace("[[answer]]", back),
    )


def _note_type(id: int, name: str, *templates: Template, cloze: bool = False) -> NoteType:
    return NoteType(id=id, name=name, fields=FIELDS, templates=templates, cloze=cloze, css=CSS)


def _gapped(plain: Template) -> Template:
    """The template of a cloze: the stem holds the key in its gap."""
    front, back = (side.replace("{{Stem}}", "{{cloze:Stem}}") for side in (plain.front, plain.back))
    return plain.model_copy(update={"front": front, "back": back})


_KEY = '<div class="key" dir="auto">{{Key}}</div>'
_CLOZE = "{{type:cloze:Stem}}"
_TYPED = "{{type:Key}}"

CSS = _text("card.css")
#: The second card of a pair: the key is given, the stem is asked.
REVERSE = Template(name="Reverse", front=_text("reverse.html"), back=_text("reverse-back.html"))
CHOICE = _note_type(
    1795000000001, "quizlib choice", _template(_options("ask"), f"{_options('judge')}\n{_KEY}")
)
TEXT_ENTRY = _note_type(1795000000002, "quizlib text entry", _template(_TYPED, _TYPED), REVERSE)
CLOZE = _note_type(1795000000003, "quizlib cloze", _gapped(_template(_CLOZE, _CLOZE)), cloze=True)
EXTENDED_TEXT = _note_type(1795000000004, "quizlib extended text", _template("", _KEY), REVERSE)
MATCH = _note_type(1795000000005, "quizlib match", _template(_options("read"), _KEY))
ORDER = _note_type(1795000000006, "quizlib order", _template(_options("read"), _KEY))

NOTE_TYPES = (CHOICE, TEXT_ENTRY, CLOZE, EXTENDED_TEXT, MATCH, ORDER)


def note_type(item: Shown) -> NoteType:
    """The note type that `item` is written with."""
    match item.interaction:
        case ExtendedText():
            return EXTENDED_TEXT
        case TextEntry():
            # With two gaps there is no telling which of them the key fills.
            return CLOZE if item.stem.count(GAP) == 1 else TEXT_ENTRY
        case Choice():
            return CHOICE
        case Match():
            return MATCH
        case Order():
            return ORDER
        case _:
            assert_never(item.interaction)

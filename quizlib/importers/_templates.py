"""Card templates, read far enough to tell what a card asks and what it answers.

Source of the language: https://docs.ankiweb.net/templates/intro.html: `{{Field}}`,
filters before it (`{{type:Field}}`), and sections that are shown where a field has
something (`{{#Field}}…{{/Field}}`) or nothing (`{{^Field}}…{{/Field}}`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from quizlib.importers._text import literal, text, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizlib.model import NoteType, Template

_MARK = re.compile(r"\{\{([#^/]?)\s*([^{}]*?)\s*\}\}")
_ANSWER = re.compile(r"<hr[^>]*\bid\s*=\s*[\"']?answer\b[^>]*>", re.IGNORECASE)
#: In these a field's place says nothing of where its text is seen, if at all.
_OPAQUE = re.compile(r"<(svg|math|textarea|select|template|iframe|!--)", re.IGNORECASE)
_CODE = re.compile(r"<(script|style)\b")
_SCRIPT = re.compile(r"<script", re.IGNORECASE)

#: What Anki itself puts in, of which nothing belongs to the question.
_SPECIAL = frozenset({"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"})
#: Filters that leave a field's text as it is, for a reader of text.
_PLAIN = frozenset({"text", "furigana", "kanji", "kana", "edit"})
_KNOWN = _PLAIN | {"type", "cloze", "hint", "cloze-only", "nc"}
#: The longest side of a card, in characters, and the most parts of a template.
LONGEST = 20_000
_PARTS = 500


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a template: a field by its place with its filters, or text (place -1).

    `shown` and `hidden` are the fields that must have something, or nothing.
    """

    words: str
    place: int = -1
    filters: tuple[str, ...] = ()
    shown: tuple[int, ...] = ()
    hidden: tuple[int, ...] = ()

    def seen(self, values: Sequence[str]) -> bool:
        return all(values[n] for n in self.shown) and not any(values[n] for n in self.hidden)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a card; `simple` is the place of the field that it is nothing else than."""

    parts: tuple[Part, ...]
    typed: bool = False
    opaque: bool = False
    simple: int = -1

    @property
    def labelled(self) -> bool:
        """Whether words of its own stand among the fields."""
        return any(part.place < 0 and part.words.strip() for part in self.parts)


@dataclass(frozen=True, slots=True)
class Asked:
    """A template as question and answer; `odd` says what of it cannot be followed."""

    front: Side
    back: Side
    repeats: bool  # the answer's side repeats the question's words without saying so
    odd: str = ""


def compiled(note_type: NoteType, template: Template) -> Asked:
    """The template with its marks resolved."""
    places = {name: place for place, name in enumerate(note_type.fields)}
    answer = _ANSWER.split(template.back, maxsplit=1)
    front = _side(template.front, places, asks=True)
    back = _side(answer[-1], places, asks=False)
    told = len(answer) > 1 or "FrontSide" in template.back
    return Asked(front, back, not told, _odd(template, front, back))


def _odd(template: Template, front: Side, back: Side) -> str:
    both = template.front + template.back
    filters = {name for part in (*front.parts, *back.parts) for name in part.filters}
    if _SCRIPT.search(both):
        return "a script has a part in its cards, which does not run here"
    unknown = sorted(name for name in filters if name not in _KNOWN)
    if unknown:
        return f"its filter {unknown[0][:40]!r} is not known here"
    return ""


def _side(html: str, places: dict[str, int], *, asks: bool) -> Side:
    html = _without_code(html)
    parts = list(islice(_parts(html, places), _PARTS))
    typed = any("type" in part.filters for part in parts)
    # The box to type in shows nothing of its field, nor does a hint before it is asked for.
    if asks:
        parts = [part for part in parts if not {"type", "hint"} & set(part.filters)]
    opaque = bool(_OPAQUE.search(html)) or any(
        part.words.rfind("<") > part.words.rfind(">") for part in parts if part.place < 0
    )
    if opaque:
        return Side(tuple(parts), typed, opaque=True)
    told = list(map(_told, parts))
    fields = [part for part in told if part.place >= 0]
    words = "".join(part.words for part in told if part.place < 0).strip()
    alone = len(fields) == 1 and not words and not fields[0].shown and not fields[0].hidden
    plain = alone and set(fields[0].filters) <= _PLAIN | {"type"}
    return Side(tuple(told), typed, simple=fields[0].place if plain else -1)


def _without_code(html: str) -> str:
    """`html` without its scripts and styles, which may be longer than all the rest."""
    kept, position, lower = [], 0, html.lower()
    while opening := _CODE.search(lower, position):
        kept.append(html[position : opening.start()])
        end = lower.find(f"</{opening[1]}>", opening.end())
        position = len(html) if end < 0 else end + len(opening[1]) + 3
    return "".join([*kept, html[position:]])


def _told(part: Part) -> Part:
    """A literal part as text; where its markup ends a line, there is a line end."""
    if part.place >= 0 or not part.words.strip():
        return part
    if len(part.words) > LONGEST:
        return replace(part, words="")
    return replace(part, words=literal(part.words))


def _parts(html: str, places: dict[str, int]) -> Iterator[Part]:
    shown: list[tuple[str, int]] = []
    position = 0
    for mark in _MARK.finditer(html):
        yield _part(html[position : mark.start()], shown)
        position = mark.end()
        sign, name = mark[1], mark[2]
        if sign == "/":
            shown = shown[:-1]
        elif sign:
            shown = [*shown[-9:], (sign, places.get(name, -1))]
        else:
            yield from _field(name, places, shown)
    yield _part(html[position:], shown)


def _field(name: str, places: dict[str, int], shown: list[tuple[str, int]]) -> Iterator[Part]:
    *filters, field = (part.strip() for part in name.split(":"))
    if field in _SPECIAL or field not in places:
        return
    names = tuple(each.split(" ")[0] for each in filters)
    yield _part("", shown, places[field], names)


def _part(
    words: str, shown: list[tuple[str, int]], place: int = -1, filters: tuple[str, ...] = ()
) -> Part:
    return Part(
        words,
        place,
        filters,
        tuple(n for sign, n in shown if sign == "#" and n >= 0),
        tuple(n for sign, n in shown if sign == "^" and n >= 0),
    )


def rendered(side: Side, values: Sequence[str], raw: Sequence[str]) -> str:
    """The side's text. `values` are the fields as text, `raw` as HTML.

    Raises ValueError when it is longer than any question.
    """
    source = raw if side.opaque else values
    pieces = [
        part.words if part.place < 0 else source[part.place]
        for part in side.parts
        if part.seen(values)
    ]
    if sum(map(len, pieces)) > LONGEST:
        raise ValueError("it is too long")
    joined = "".join(pieces)
    return text(joined) if side.opaque else tidy(joined)

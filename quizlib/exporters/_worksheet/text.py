"""Texts as paper shows them: words, gaps to write in, and formulas."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from quizlib.exporters._worksheet.mathematics import FORMULA, Node, formula
from quizlib.model import GAP, Frozen

if TYPE_CHECKING:
    from collections.abc import Iterator


class Words(Frozen):
    kind: Literal["words"] = "words"
    text: str


class Gap(Frozen):
    """A gap at least `width` millimetres wide; `filled` with the key on a teacher's copy."""

    kind: Literal["gap"] = "gap"
    width: int
    filled: str = ""


class Formula(Frozen):
    kind: Literal["formula"] = "formula"
    tex: str
    node: Node


Part = Annotated[Words | Gap | Formula, Field(discriminator="kind")]


class Text(Frozen):
    """`rtl`: it is written from right to left."""

    parts: tuple[Part, ...]
    rtl: bool = False


#: Between a gap and a letter, a digit or another gap.
_WITHIN = re.compile(rf"(?<=\w)(?={GAP})|(?<={GAP})(?=\w)")


def text(plain: str, gap: int = 0, filled: str = "") -> Text:
    """`plain` with its formulas and, where `gap` is a width, its gaps; tabs become spaces."""
    return Text(parts=tuple(_parts(plain.replace("\t", " "), gap, filled)), rtl=from_right(plain))


def _parts(plain: str, gap: int, filled: str) -> Iterator[Part]:
    # A gap may fill a line, so that a line may end before and behind it, within a word too.
    parted = _WITHIN.sub("\u200b", plain) if gap else plain
    for number, piece in enumerate(parted.split(GAP) if gap else [parted]):
        if number:
            yield Gap(width=gap, filled=filled)
        yield from _words(piece)


def _words(plain: str) -> Iterator[Part]:
    place = 0
    for found in FORMULA.finditer(plain) if "$" in plain else ():
        node = formula(found[2])
        if node is not None:
            if found.start() > place:
                yield Words(text=plain[place : found.start()])
            yield Formula(tex=found[2], node=node)
            place = found.end()
    if plain[place:]:
        yield Words(text=plain[place:])


def from_right(plain: str) -> bool:
    """Whether the first letter that has a direction runs from right to left (UAX #9, P2)."""
    for character in plain:
        direction = unicodedata.bidirectional(character)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


#: Runs of characters within which no line may break; Chinese, Japanese and Korean may.
_RUN = re.compile(r"[^\s\u200b\u2e80-\ud7ff\uf900-\uffdc]{4,}")
#: Widths of letters, in letter sizes, a little above those of Noto Sans Bold.
_WIDE, _CAPITAL, _NARROW = 1.0, 0.82, 0.68


def breakable(plain: str, room: float) -> str:
    """`plain` with a zero-width space wherever a run of letters has filled a line.

    `room` is the line's width in letter sizes. Nothing else keeps an address or a made-up
    word from running over the edge of the paper. Marks stay with their letter.
    """
    if max(map(len, plain.split()), default=0) * _WIDE <= room:
        return plain
    return _RUN.sub(lambda run: _broken(run[0], room), plain)


def _broken(run: str, room: float) -> str:
    if sum(map(_width, run)) <= room:
        return run
    pieces, filled = [run[0]], _width(run[0])
    for before, character in pairwise(run):
        if filled + _width(character) > room and not _joined(character, before):
            pieces.append("\u200b")
            filled = 0
        pieces.append(character)
        filled += _width(character)
    return "".join(pieces)


def _width(character: str) -> float:
    if character in "mwMW@%" or not character.isascii():
        return _WIDE
    return _CAPITAL if character.isupper() or character == "&" else _NARROW


def _joined(character: str, before: str) -> bool:
    """Whether a cluster goes on with `character`: marks, joiners, what follows a joiner."""
    return (
        unicodedata.category(character)[0] == "M"
        or character == "\u200d"
        or before == "\u200d"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )

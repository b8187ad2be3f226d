"""Flash cards to cut out: a page of fronts, then a page of the backs that belong to them.

The backs of a row stand in reverse, so that each comes to lie behind its front when the
paper is turned over its long edge.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from quizlib.exporters._worksheet.look import MM_PER_POINT
from quizlib.exporters._worksheet.sheet import letter
from quizlib.exporters._worksheet.text import Text, text
from quizlib.model import Frozen, ProblemCode, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizlib.exporters._view import Shown
    from quizlib.model import Problem

COLUMNS, ROWS = 2, 4
#: Room for text on a card, in millimetres: the smaller of A4's and Letter's, less padding.
WIDTH, HEIGHT = 74, 49
#: Letter sizes to try, in points; a line's height and a letter's width in letter sizes.
SIZES = (14, 12, 11, 10, 9, 8, 7)
LINE, LETTER = 1.4, 0.6


class Side(Frozen):
    """One side of a card: texts below each other in letters of `size` points."""

    texts: tuple[Text, ...]
    size: int


class Card(Frozen):
    front: Side
    back: Side
    foot: str


class Page(Frozen):
    """The cards of one page row by row, None where a row is not full."""

    fronts: tuple[tuple[Card | None, ...], ...]
    backs: tuple[tuple[Card | None, ...], ...]


class Cards(Frozen):
    kind: Literal["cards"] = "cards"
    pages: tuple[Page, ...]


def cards(shown: Iterable[Shown]) -> Cards:
    """The cards of the items that fit one."""
    return Cards(pages=tuple(_pages([card for item in shown if (card := _card(item))])))


def too_long(shown: Iterable[Shown]) -> list[Problem]:
    """A Problem for each item that fits no card."""
    return [TOO_LONG.at(item.id) for item in shown if not _card(item)]


def _card(item: Shown) -> Card | None:
    front, back = _side(_front(item)), _side(_back(item))
    return Card(front=front, back=back, foot=str(item.number)) if front and back else None


def _front(item: Shown) -> list[str]:
    left = getattr(item.interaction, "left", ())
    options = [f"{letter(place)}  {words}" for place, words in enumerate(item.options)]
    return [line for line in (item.context, item.stem, *left, *options) if line]


def _back(item: Shown) -> list[str]:
    return list(item.key)


def _side(texts: Sequence[str]) -> Side | None:
    """The texts in the largest letters that fit, None where none do."""
    for size in SIZES:
        if _height(texts, size) <= HEIGHT:
            return Side(texts=tuple(map(text, texts)), size=size)
    return None


def _height(texts: Sequence[str], size: int) -> float:
    """About how high the texts stand, in millimetres, in letters of `size` points."""
    from wcwidth import wcswidth

    letter = size * MM_PER_POINT
    room = WIDTH / (LETTER * letter)
    lines = (line for text in texts for line in text.split("\n"))
    count = sum(max(1, math.ceil(max(wcswidth(line), len(line)) / room)) for line in lines)
    return count * LINE * letter + (len(texts) - 1) * 0.5 * letter


TOO_LONG = ProblemCode(
    name="too-long",
    severity=Severity.WARNING,
    message="left out: it is too long for a card",
    cause="Stem or key do not fit on a card, in the smallest letters.",
    cure="Shorten it with `quizlib review`, or print it on a worksheet.",
    example={"where": "3f2a9c41d0b7"},
)


def _pages(made: Sequence[Card]) -> Iterable[Page]:
    for start in range(0, len(made), COLUMNS * ROWS):
        here = made[start : start + COLUMNS * ROWS]
        rows = [tuple(here[place : place + COLUMNS]) for place in range(0, len(here), COLUMNS)]
        full = [(*row, *[None] * (COLUMNS - len(row))) for row in rows]
        yield Page(fronts=tuple(full), backs=tuple(row[::-1] for row in full))

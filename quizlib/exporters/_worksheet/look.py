"""How a sheet looks: paper, letters, columns, and what follows from them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from quizlib.model import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizlib.exporters._worksheet.options import WorksheetOptions

#: Paper sizes in millimetres (ISO 216; ANSI/ASME Y14.1 size A).
PAPERS = {"a4": (210, 297), "letter": (216, 279)}
MARGIN = 18
#: Room for the number before an item, and between columns, in millimetres.
NUMBER, GUTTER = 9, 8
#: Letter sizes in points; the Royal National Institute of Blind People calls 16 to 18 large.
SMALL, LARGE = 11, 18
#: What a hand needs for one character beside letters of SMALL size, in millimetres.
HAND = 3.2
#: The narrowest line that is halved for a match, beside letters of SMALL size.
HALVED = 60
MM_PER_POINT = 25.4 / 72


class Look(Frozen):
    """`width` is that of a line beside an item's number, in millimetres.

    `stacked`: the two sides of a match stand below each other.
    """

    paper: Literal["a4", "letter"]
    columns: int
    size: int
    font: str
    language: str
    width: int
    stacked: bool

    @classmethod
    def of(cls, options: WorksheetOptions, language: str) -> Look:
        size = LARGE if options.large_print else SMALL
        inside = PAPERS[options.paper][0] - 2 * MARGIN
        column = (inside - (options.columns - 1) * GUTTER) / options.columns
        width = int(column - NUMBER * size / SMALL)
        return cls(
            paper=options.paper,
            columns=options.columns,
            size=size,
            font=options.font,
            language=language,
            width=width,
            stacked=width * SMALL / size < HALVED,
        )

    @property
    def hand(self) -> float:
        """What a hand needs for one character, in millimetres."""
        return HAND * math.sqrt(self.size / SMALL)

    @property
    def line(self) -> float:
        """The narrowest line that a text has but in a match, in letter sizes."""
        return self.widest / (self.size * MM_PER_POINT)

    @property
    def side(self) -> float:
        """The line of one side of a match, in letter sizes."""
        whole = self.width if self.stacked else self.width / 2 - 3
        return (whole - 11 * self.size / SMALL) / (self.size * MM_PER_POINT)

    def long(self, texts: Iterable[str], lines: int = 0) -> bool:
        """Whether texts and lines to write on might fill half a page: rather too often."""
        letter = self.size * MM_PER_POINT
        count = sum(math.ceil(len(line) / self.side) for text in texts for line in text.split("\n"))
        height = count * 1.7 * letter + (lines + 2) * 9 * math.sqrt(self.size / SMALL)
        return height > (PAPERS[self.paper][1] - 2 * MARGIN) / 2

    @property
    def widest(self) -> int:
        """The widest gap: it leaves room for the points beside it and a full stop."""
        return self.width - 18 * self.size // SMALL

    def gap(self, longest: int) -> int:
        """The width of a gap for so many characters, in steps that do not give the word away."""
        return min(self.widest, 10 * math.ceil(max(longest * self.hand, 20) / 10))

    def lines(self, characters: int, more: float = 0) -> int:
        """How many lines a hand needs, and `more`; nobody is asked to fill more than eight."""
        return min(8, math.ceil(characters * self.hand / self.width + more))

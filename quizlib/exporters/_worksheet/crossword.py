"""Crosswords: terms laid across each other, the longest first."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from quizlib.exporters._worksheet.terms import squares
from quizlib.exporters._worksheet.text import Text, text
from quizlib.files import digest
from quizlib.model import Frozen, Problem, ProblemCode, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quizlib.exporters._worksheet.terms import Term

#: Squares in a row at the most, which fit the paper.
WIDEST = 21

Place = tuple[int, int]  # row and column


class Square(Frozen):
    """A letter's square; `number` is that of the word or words that begin in it."""

    letter: str
    number: str = ""


class Clue(Frozen):
    """`lengths` tells of how many letters the words are: "3,6,6" of "The United States"."""

    number: int
    text: Text
    lengths: str
    answer: str


class Crossword(Frozen):
    """`rows` hold None where the paper is blank; `solved`: the letters are printed."""

    kind: Literal["crossword"] = "crossword"
    rows: tuple[tuple[Square | None, ...], ...]
    across: tuple[Clue, ...]
    down: tuple[Clue, ...]
    solved: bool = False


class Laid(NamedTuple):
    """A term from its first square on, to the right or down."""

    term: Term
    row: int
    column: int
    down: bool

    def squares(self) -> Iterator[tuple[Place, str]]:
        for step, letter in enumerate(self.term.letters):
            yield (self.row + step * self.down, self.column + step * (not self.down)), letter


def crossword(terms: Sequence[Term], seed: int) -> tuple[Crossword, list[Problem]]:
    """As many of the terms as can be crossed, and a Problem for each other."""
    order = sorted(
        terms, key=lambda t: (-len(t.letters), digest("crossword-1", str(seed), t.words, t.id))
    )
    laid = _layout(order)
    placed = {each.term for each in laid}
    problems = [_not_crossed(term) for term in terms if term not in placed]
    return _drawn(laid), problems


def _layout(order: Sequence[Term]) -> list[Laid]:
    """Each term where it crosses the most; what finds no place is tried again once."""
    grid: dict[Place, str] = {}
    laid: list[Laid] = []
    waiting = list(order)
    for _ in range(2):
        left = []
        for term in waiting:
            place = Laid(term, 0, 0, down=False) if not laid else _best(term, grid)
            if place is None:
                left.append(term)
            else:
                laid.append(place)
                grid.update(place.squares())
        waiting = left
    return laid


def _best(term: Term, grid: dict[Place, str]) -> Laid | None:
    fitting = [(_crossings(each, grid), each) for each in _crossing(term, grid)]
    fitting = [(n, each) for n, each in fitting if n and _size(grid, each) <= WIDEST]
    ranked = sorted(fitting, key=lambda each: (-each[0], _size(grid, each[1]), each[1][1:]))
    return ranked[0][1] if ranked else None


def _crossing(term: Term, grid: dict[Place, str]) -> Iterator[Laid]:
    """Every way to lay the term over a letter that is there."""
    for (row, column), letter in grid.items():
        for step, own in enumerate(term.letters):
            if own == letter:
                yield Laid(term, row, column - step, down=False)
                yield Laid(term, row - step, column, down=True)


def _crossings(each: Laid, grid: dict[Place, str]) -> int:
    """How many words it crosses; 0 where it does not fit."""
    ahead, aside = ((1, 0), (0, 1)) if each.down else ((0, 1), (1, 0))
    squares = list(each.squares())
    (row, column), (last_row, last_column) = squares[0][0], squares[-1][0]
    ends = (row - ahead[0], column - ahead[1]), (last_row + ahead[0], last_column + ahead[1])
    if any(end in grid for end in ends):
        return 0
    crossed = [place in grid for place, _ in squares]
    if any(map(all, pairwise(crossed))):  # it would lie along another word
        return 0
    for (row, column), letter in squares:
        there = grid.get((row, column))
        beside = ((row + s * aside[0], column + s * aside[1]) in grid for s in (-1, 1))
        if (there is None and any(beside)) or there not in (None, letter):
            return 0
    return sum(crossed)


def _size(grid: dict[Place, str], each: Laid) -> int:
    """The longer side of the grid with the term in it."""
    places = [*grid, *(place for place, _ in each.squares())]
    sides = ([place[side] for place in places] for side in (0, 1))
    return max(max(side) - min(side) + 1 for side in map(list, sides))


NOT_CROSSED = ProblemCode(
    name="not-crossed",
    severity=Severity.NOTE,
    message="left out: {term} finds no place in the crossword",
    cause="The term shares no letter with those that have a place, or there is no room there.",
    cure="Ask other items, or more of them, with `--count`; or take another `--seed`.",
    example={"where": "3f2a9c41d0b7", "term": "brine"},
)


def _not_crossed(term: Term) -> Problem:
    return NOT_CROSSED.at(term.id, term=term.words)


def _drawn(laid: Sequence[Laid]) -> Crossword:
    grid = {place: letter for each in laid for place, letter in each.squares()}
    top, left = (min((place[side] for place in grid), default=0) for side in (0, 1))
    bottom, right = (max((place[side] for place in grid), default=-1) for side in (0, 1))
    starts = sorted({(each.row, each.column) for each in laid})
    numbers = {place: number for number, place in enumerate(starts, start=1)}
    rows = tuple(
        tuple(_square(grid, numbers, (row, column)) for column in range(left, right + 1))
        for row in range(top, bottom + 1)
    )
    return Crossword(
        rows=rows,
        across=_clues((each for each in laid if not each.down), numbers),
        down=_clues((each for each in laid if each.down), numbers),
    )


def _square(grid: dict[Place, str], numbers: dict[Place, int], place: Place) -> Square | None:
    if place not in grid:
        return None
    return Square(letter=grid[place], number=str(numbers.get(place, "")))


def _clues(laid: Iterable[Laid], numbers: dict[Place, int]) -> tuple[Clue, ...]:
    clues = (
        Clue(
            number=numbers[each.row, each.column],
            text=text(each.term.clue),
            lengths=",".join(str(len(squares(word))) for word in each.term.words.split()),
            answer=each.term.words,
        )
        for each in laid
    )
    return tuple(sorted(clues, key=lambda clue: clue.number))

"""Word searches: terms hidden in a square of letters, to the right, down or aslant."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from quizlib.files import digest
from quizlib.model import Frozen, Problem, ProblemCode, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizlib.exporters._worksheet.terms import Term

WIDEST = 20
DIRECTIONS = ((0, 1), (1, 0), (1, 1), (-1, 1))

Place = tuple[int, int]  # row and column


class Cell(Frozen):
    """`hidden`: it belongs to a word."""

    letter: str
    hidden: bool


class WordSearch(Frozen):
    kind: Literal["wordsearch"] = "wordsearch"
    rows: tuple[tuple[Cell, ...], ...]
    words: tuple[str, ...]
    solved: bool = False


def wordsearch(terms: Sequence[Term], seed: int) -> tuple[WordSearch, list[Problem]]:
    """A square of letters with as many of the terms as it holds; a Problem for each other."""
    order = sorted(terms, key=lambda term: (-len(term.letters), term.words))
    area = 2 * sum(len(term.letters) for term in order)
    longest = max((len(term.letters) for term in order), default=0)
    side = min(WIDEST, max(longest, math.ceil(math.sqrt(area)), 8))
    grid: dict[Place, str] = {}
    hidden: list[Term] = []
    for term in order:
        places = next(_fitting(term, grid, side, seed), None)
        if places is not None:
            grid.update(zip(places, term.letters, strict=True))
            hidden.append(term)
    problems = [_not_hidden(term) for term in terms if term not in hidden]
    return _filled(grid, hidden, side, seed), problems


def _fitting(term: Term, grid: dict[Place, str], side: int, seed: int) -> Iterator[list[Place]]:
    """The squares of every way to hide the term, in an order that the seed decides."""
    ways = [
        (row, column, down, right)
        for row in range(side)
        for column in range(side)
        for down, right in DIRECTIONS
    ]
    start = int(digest("wordsearch-1", str(seed), term.words, size=8), 16)
    step = _coprime(start // len(ways), len(ways))
    for turn in range(len(ways)):
        row, column, down, right = ways[(start + turn * step) % len(ways)]
        places = [(row + n * down, column + n * right) for n in range(len(term.letters))]
        if _inside(places[-1], side) and all(
            grid.get(place, letter) == letter
            for place, letter in zip(places, term.letters, strict=True)
        ):
            yield places


def _coprime(number: int, count: int) -> int:
    """A step by which every one of `count` ways is come by once."""
    step = number % count or 1
    while math.gcd(step, count) != 1:
        step += 1
    return step


def _inside(place: Place, side: int) -> bool:
    return 0 <= place[0] < side and 0 <= place[1] < side


def _filled(grid: dict[Place, str], hidden: Sequence[Term], side: int, seed: int) -> WordSearch:
    """The square, its empty places filled with letters of the words, none a word by chance."""
    letters = sorted({letter for term in hidden for letter in term.letters}) or ["A"]
    full = dict(grid)
    for row in range(side):
        for column in range(side):
            place = (row, column)
            if place not in full:
                start = int(digest("wordsearch-fill-1", str(seed), f"{place}", size=4), 16)
                for turn in range(len(letters)):
                    full[place] = letters[(start + turn) % len(letters)]
                    if not _spells(full, place, hidden):
                        break
    rows = tuple(
        tuple(
            Cell(letter=full[row, column], hidden=(row, column) in grid) for column in range(side)
        )
        for row in range(side)
    )
    return WordSearch(rows=rows, words=tuple(sorted(term.words for term in hidden)))


def _spells(grid: dict[Place, str], place: Place, hidden: Sequence[Term]) -> bool:
    """Whether a word now runs through `place`."""
    row, column = place
    for term in hidden:
        for down, right in DIRECTIONS:
            for before, letter in enumerate(term.letters):
                if letter != grid[place]:
                    continue
                first = (row - before * down, column - before * right)
                if all(
                    grid.get((first[0] + n * down, first[1] + n * right)) == own
                    for n, own in enumerate(term.letters)
                ):
                    return True
    return False


NOT_HIDDEN = ProblemCode(
    name="not-hidden",
    severity=Severity.NOTE,
    message="left out: {term} finds no place in the word search",
    cause="The grid is full, or too small for the term.",
    cure="Ask fewer items with `--count`, or take another `--seed`.",
    example={"where": "3f2a9c41d0b7", "term": "photosynthesis"},
)


def _not_hidden(term: Term) -> Problem:
    return NOT_HIDDEN.at(term.id, term=term.words)

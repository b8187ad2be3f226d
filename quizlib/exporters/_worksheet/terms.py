"""Words for puzzles: the terms and names that a bank asks for, each with its clue."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, assert_never

from quizlib.model import (
    Choice,
    ExtendedText,
    Match,
    Order,
    Problem,
    ProblemCode,
    Severity,
    TextEntry,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizlib.exporters._view import Shown

#: How many letters a word of a puzzle has.
SHORTEST, LONGEST = 3, 15


class Term(NamedTuple):
    """`letters` go into the grid, one in each square; `words` is how the key is written."""

    letters: tuple[str, ...]
    words: str
    clue: str
    id: str


def terms(shown: Iterable[Shown]) -> tuple[list[Term], list[Problem]]:
    """The terms that the items ask for, each once, and the items that ask for none."""
    found: dict[tuple[str, ...], Term] = {}
    problems: list[Problem] = []
    for item in shown:
        mine = [term for term in _terms(item) if term.letters]
        problems += [] if mine else [_no_term(item)]
        for term in mine:
            found.setdefault(term.letters, term)
    return list(found.values()), problems


def _terms(item: Shown) -> Iterator[Term]:
    match item.interaction:
        case TextEntry() | Choice(multiple=False):
            yield Term(letters(item.key[0]), item.key[0], item.stem, item.id)
        case Match(left=left, right=right):
            for term, clue in zip(left, right, strict=False):
                yield Term(letters(term), term, clue, item.id)
        case Choice() | Order() | ExtendedText():
            return
        case _:
            assert_never(item.interaction)


def letters(words: str) -> tuple[str, ...]:
    """The squares that `words` fill: capitals without spaces, () where they are no term.

    A name of three words at most, of letters alone: numbers, and letters with marks that
    do not compose, have no square of their own.
    """
    found = squares(words)
    fits = SHORTEST <= len(found) <= LONGEST and len(words.split()) <= 3
    return found if fits and "".join(found).isalpha() and words not in ("True", "False") else ()


def squares(words: str) -> tuple[str, ...]:
    """The capitals of `words` without what stands between letters."""
    return tuple("".join(c for c in words if c not in " -\N{NO-BREAK SPACE}'’.").upper())


NO_TERM = ProblemCode(
    name="no-term",
    severity=Severity.NOTE,
    message="left out: its key is no term or name for a puzzle",
    cause="Puzzles have room for keys of three words at most, of letters alone.",
    cure="Nothing; a worksheet without a puzzle asks it.",
    example={"where": "3f2a9c41d0b7"},
)


def _no_term(item: Shown) -> Problem:
    return NO_TERM.at(item.id)

"""Difficulty: the share of learners expected to answer an item wrong.

An estimate for items that nobody has answered yet. Its numbers are assumptions, not
measurements; what they are to give is an order: to recognise is easier than to recall,
a short key easier than a long one, words easier than figures, one thing easier than
several. Who does not know guesses one option in n. An item of doubt misleads some.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from quizlib.errors import QuizlibError, UnknownName
from quizlib.items import interaction
from quizlib.language.text import words
from quizlib.model import Choice, ExtendedText, Interaction, Match, Order, TextEntry

if TYPE_CHECKING:
    from quizlib.model import Item

#: Shares of learners who know the fact well enough to …
RECOGNISE, RECALL = 0.7, 0.55
#: … judge one option, or find one entry its place, where there are several.
JUDGE, PLACE = 0.9, 0.85
#: What each further word of a key adds, a key with figures, and doubt at its greatest.
WORD, FIGURES, DOUBT = 0.02, 0.05, 0.1
#: The lowest and highest share of each level; shares have two places, so none lies between.
LEVELS = {"easy": (0.0, 0.3), "medium": (0.31, 0.54), "hard": (0.55, 1.0)}

_RANGE = re.compile(r"([01]?\.?\d+)\s*[-–]\s*([01]?\.?\d+)")


def difficulty_of(item: Item) -> float:
    """In [0, 1], to two places; a middling 0.5 for an item that does not fit its kind."""
    try:
        missed = _missed(interaction(item))
    except QuizlibError:
        return 0.5
    return round(min(0.95, max(0.05, missed + DOUBT * (1 - item.confidence))), 2)


def _missed(how: Interaction) -> float:
    match how:
        case Choice(multiple=True):
            return 1 - JUDGE ** len(how.options)
        case Choice():
            return (1 - RECOGNISE) * (1 - 1 / max(1, len(how.options)))
        case TextEntry():
            return min(map(_unrecalled, how.accepted))
        case ExtendedText():
            return _unrecalled(how.model_answer)
        case Order():
            return 1 - PLACE ** (len(how.entries) - 1)
        case Match():
            return 1 - PLACE ** (len(how.right) - 1)
        case _:
            assert_never(how)


def _unrecalled(key: str) -> float:
    figures = any(character.isdigit() for character in key)
    return 1 - RECALL + WORD * max(0, len(words(key)) - 1) + FIGURES * figures


def difficulty_range(wanted: str) -> tuple[float, float]:
    """The lowest and highest difficulty of a level, or of a range such as "0.2-0.5".

    Raises UnknownName for what is neither.
    """
    if wanted in LEVELS:
        return LEVELS[wanted]
    found = _RANGE.fullmatch(wanted.strip())
    low, high = (float(found[1]), float(found[2])) if found else (1.0, 0.0)
    if not 0 <= low <= high <= 1:
        raise UnknownName("difficulty", wanted, [*LEVELS, "or a range such as 0.2-0.5"])
    return low, high

"""What a response earns: one file per interaction; pure, without a clock or a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from quizlib.grading.choice import chosen, grade_choice
from quizlib.grading.extended_text import grade_extended_text
from quizlib.grading.feedback import RIGHT, key_line
from quizlib.grading.match import given, grade_match
from quizlib.grading.order import arranged, grade_order
from quizlib.grading.recording import Recorded, recorded
from quizlib.grading.text_entry import grade_text_entry
from quizlib.model import Choice, ExtendedText, Interaction, Match, Order, Score, TextEntry

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

__all__ = ["RIGHT", "Recorded", "grade", "key_line", "movable", "readable", "recorded", "unsolved"]


def grade(
    interaction: Interaction,
    response: object,
    *,
    shown: Sequence[int] = (),
    stem: str = "",
    others: Collection[str] = (),
) -> Score:
    """What `response`, which `quizlib.Quiz.answer` describes, earns. Raises InvalidResponse.

    `shown[n]` is the index of the option, entry or right side that was shown at place n;
    numbers and letters count those places. Without it they stand in the interaction's own order.
    `stem` is what was asked: a typed answer may repeat its words ("80 years" for "80").
    `others` are answers known to mean something else: no typo makes one of them right.
    """
    places = shown or range(len(movable(interaction)))
    match interaction:
        case Choice():
            return grade_choice(interaction, response, places)
        case TextEntry():
            return grade_text_entry(interaction, response, stem, others)
        case ExtendedText():
            return grade_extended_text(interaction, response)
        case Order():
            return grade_order(interaction, response, places)
        case Match():
            return grade_match(interaction, response, places)
        case _:
            assert_never(interaction)


def readable(interaction: Interaction, text: str, *, shown: Sequence[int] = ()) -> bool:
    """Whether `text` is an answer, or blank, so that it need not be asked for again.

    One to Choice names options, one to Order every entry, one to Match a right side for
    every left one, or for those that it names too ("1b 3c"); to TextEntry and ExtendedText every
    text is. `shown` is as in `grade`.
    """
    if not text.strip():
        return True
    places = shown or range(len(movable(interaction)))
    match interaction:
        case Choice():
            return chosen(interaction, text, places) is not None
        case TextEntry() | ExtendedText():
            return True
        case Order():
            return len(arranged(interaction, text, places) or ()) == len(interaction.entries)
        case Match():
            return len(given(interaction, text, places) or ()) == len(interaction.left)
        case _:
            assert_never(interaction)


def movable(interaction: Interaction) -> tuple[str, ...]:
    """The parts that may be shown in another order: options, entries or right sides."""
    match interaction:
        case ExtendedText() | TextEntry():  # the commonest first: each that it is not takes time
            return ()
        case Choice():
            return interaction.options
        case Order():
            return interaction.entries
        case Match():
            return interaction.right
        case _:
            assert_never(interaction)


def unsolved(interaction: Interaction, shown: Sequence[int]) -> list[int]:
    """`shown`, as `grade` has it, turned by one where entries or pairs would stand as in the key.

    Two stand as chance has it: if they never stood so, that would give them away.
    """
    match interaction:
        case Order():
            count = len(interaction.entries)
        case Match():
            count = len(interaction.left)
        case Choice() | TextEntry() | ExtendedText():
            count = 0
        case _:
            assert_never(interaction)
    parts = movable(interaction)
    solved = count > 2 and all(parts[shown[place]] == parts[place] for place in range(count))
    return [*shown[1:], *shown[:1]] if solved else list(shown)

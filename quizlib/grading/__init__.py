"""What a response earns: one file per interaction; pure, without a clock or a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from quizlib.grading.choice import grade_choice
from quizlib.grading.extended_text import grade_extended_text
from quizlib.grading.match import grade_match
from quizlib.grading.order import grade_order
from quizlib.grading.text_entry import grade_text_entry
from quizlib.model import Choice, ExtendedText, Interaction, Match, Order, Score, TextEntry

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

__all__ = ["grade"]


def grade(
    interaction: Interaction,
    response: object,
    *,
    shown: Sequence[int] = (),
    others: Collection[str] = (),
) -> Score:
    """What `response` earns. Raises InvalidResponse for one of another shape.

    | interaction | response |
    |---|---|
    | Choice | an option's words, its number from 1 (int or digits) or its letter from "a"; \
several in one string or in a list, tuple or set |
    | TextEntry, ExtendedText | str |
    | Order | numbers from 1, letters or the entries' words, in a list or tuple, or as "2 1 3" |
    | Match | for every left side in turn the number, letter or words of a right side, \
in a list or tuple (None leaves one out), or as "b a c", "2 1 3", "1b 2a 3c" |

    A string never raises: one that names nothing is a wrong answer. `shown[n]` is the
    index of the option, entry or right side that was shown at place n; numbers and
    letters count those places. Without it they stand in the interaction's own order.
    `others` are answers known to mean something else: no typo makes one of them right.
    """
    match interaction:
        case Choice():
            return grade_choice(interaction, response, shown)
        case TextEntry():
            return grade_text_entry(interaction, response, others)
        case ExtendedText():
            return grade_extended_text(interaction, response)
        case Order():
            return grade_order(interaction, response, shown)
        case Match():
            return grade_match(interaction, response, shown)
        case _:
            assert_never(interaction)

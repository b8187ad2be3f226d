"""A response in the bank's own words, by which it can be kept and graded again."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from quizlib.grading.choice import chosen
from quizlib.grading.match import given
from quizlib.grading.order import arranged
from quizlib.model import Choice, ExtendedText, Interaction, Match, Order, TextEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

Recorded = str | tuple[str | None, ...]


def recorded(interaction: Interaction, response: object, shown: Sequence[int] = ()) -> Recorded:
    """What `response` says, whatever the order in which the parts were shown.

    A text as it was typed; else the options, entries or right sides that were named, None for
    a left side without one. Empty for what names nothing. `response` and `shown` are as in
    `quizlib.Quiz.answer`. Raises InvalidResponse for a response of another shape.
    """
    match interaction:
        case Choice(options=options):
            places = shown or range(len(options))
            return tuple(options[n] for n in sorted(chosen(interaction, response, places) or ()))
        case TextEntry() | ExtendedText():
            return str(response).strip()
        case Order(entries=entries):
            places = shown or range(len(entries))
            return tuple(entries[n] for n in arranged(interaction, response, places) or ())
        case Match(right=right):
            sides = given(interaction, response, shown or range(len(right))) or []
            return tuple(None if side is None else right[side] for side in sides)
        case _:
            assert_never(interaction)

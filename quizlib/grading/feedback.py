"""The one line that a learner is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from quizlib.model import Choice, ExtendedText, Match, Order, TextEntry

if TYPE_CHECKING:
    from quizlib.model import Interaction

#: The longest part of an answer that is told back, in characters.
LONGEST = 80

RIGHT = "Right."


def told(verdict: str, key: str, response: str = "", how: str = "typed") -> str:
    """One line: the verdict, what is right, and what was answered.

    For example "Almost: 30 kilograms (typed: 30 pounds)".
    """
    line = f"{verdict}: {one_line(key)}"
    answer = one_line(response)
    if len(answer) > LONGEST:
        answer = answer[: LONGEST - 1] + "…"
    return f"{line} ({how}: {answer})" if answer else line


def key_line(interaction: Interaction) -> str:
    """What is right, on one line; of several accepted wordings the first."""
    match interaction:
        case Choice():
            line = "; ".join(interaction.options[index] for index in sorted(interaction.right))
        case TextEntry():
            line = interaction.accepted[0]
        case ExtendedText():
            line = interaction.model_answer
        case Order():
            line = " → ".join(interaction.entries)
        case Match():
            pairs = zip(interaction.left, interaction.right, strict=False)
            line = "; ".join(f"{left} = {right}" for left, right in pairs)
        case _:
            assert_never(interaction)
    return one_line(line)


def unanswered(key: str) -> str:
    """The line for a blank answer."""
    return told("Not answered", key)


def partly(share: int, total: int, key: str, response: str = "", how: str = "typed") -> str:
    """The line for an answer of which `share` parts of `total` are right."""
    return told(f"Partly right, {share} of {total}", key, response, how)


def one_line(text: str) -> str:
    """`text` with its white space folded."""
    return " ".join(text.split())

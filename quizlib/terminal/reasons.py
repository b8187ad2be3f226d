"""Why an item is bad: a number tells the usual reasons, words any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.terminal.commands import number_or_line
from quizlib.terminal.pages import indent
from quizlib.terminal.text import numbered

if TYPE_CHECKING:
    from quizlib.terminal.terminal import Terminal

REASONS = (
    "faulty language",
    "does not stand alone",
    "wrong",
    "more than one answer",
    "not worth asking",
    "gives itself away",
    "unfair to the source",
)


def ask_why(terminal: Terminal) -> str:
    """The reason that a person gives; "" for none."""
    left = " " * indent(terminal)
    terminal.say(numbered(REASONS), indent=len(left))
    question = f"{left}Why? (Enter for no reason) "
    return reason(number_or_line(terminal, question, len(REASONS), "a reason"))


def reason(told: str) -> str:
    """A reason in words, where a digit may have told it."""
    number = int(told) if told.strip().isdecimal() else 0
    return REASONS[number - 1] if 1 <= number <= len(REASONS) else told

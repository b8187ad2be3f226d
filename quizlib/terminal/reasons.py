"""Why an item is bad: a number tells the usual reasons, words any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.terminal.commands import tell_unknown
from quizlib.terminal.keys import ENTER
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
    return (
        _by_key(terminal, question) if terminal.prefills else reason(terminal.read_line(question))
    )


def _by_key(terminal: Terminal, question: str) -> str:
    """A number acts at once, as every key does; a letter begins a reason that is typed."""
    while (key := terminal.read_key(question)) != ENTER:
        told = reason(key) if key.isdecimal() else key
        if told in REASONS:
            terminal.rewrite(f"{question}{key}")
            terminal.fresh()
            return told
        if key.isalpha():
            terminal.rewrite("")
            return terminal.read_line(question, key)
        tell_unknown(terminal, key, f"Press a number from 1 to {len(REASONS)}, or type a reason.")
    terminal.rewrite("")
    return ""


def reason(told: str) -> str:
    """A reason in words, where a digit may have told it."""
    number = int(told) if told.strip().isdecimal() else 0
    return REASONS[number - 1] if 1 <= number <= len(REASONS) else told

"""Getting an answer out of a person: by key where that can be, else by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from quizlib.grading import readable
from quizlib.model import Choice, ExtendedText, Match, Order, TextEntry
from quizlib.terminal.keys import BACKSPACE, ENTER
from quizlib.terminal.pages import indent
from quizlib.terminal.terminal import Style

if TYPE_CHECKING:
    from quizlib.learning import Presentation
    from quizlib.terminal.terminal import Terminal

HELP = "?"
QUIT = "q"
UNKNOWN = "0"  # the key for "I do not know"

Response = str | int | list[int]


class Leave(Exception):
    """The learner ends the sitting."""


def ask(terminal: Terminal, put: Presentation) -> Response:
    """The learner's response. Raises Leave, EOFError, KeyboardInterrupt."""
    choice = put.interaction
    if terminal.by_key and isinstance(choice, Choice) and len(choice.options) <= 9:
        if choice.multiple:
            return _several_keys(terminal, put)
        return _one_key(terminal, put)
    return _line(terminal, put)


def prompt(terminal: Terminal, text: str = "") -> str:
    """What stands before the answer."""
    return f"{'':{indent(terminal)}}> {text}"


def _one_key(terminal: Terminal, put: Presentation) -> Response:
    while True:
        key = _key(terminal, put, "")
        if key == UNKNOWN:
            terminal.rewrite("")
            return ""
        response = _option(key, put)
        if response is not None:
            terminal.rewrite(prompt(terminal, key))
            terminal.fresh()
            return response


def _several_keys(terminal: Terminal, put: Presentation) -> Response:
    """Digits choose and take back; Enter ends, once there is something to end."""
    chosen: set[int] = set()
    while True:
        told = " ".join(map(str, sorted(chosen)))
        key = _key(terminal, put, told)
        if key == UNKNOWN or (key == ENTER and chosen):
            terminal.fresh()
            return sorted(chosen) if key == ENTER else []
        if key in BACKSPACE:
            chosen.clear()
        elif key.isdecimal() and 1 <= int(key) <= len(put.options):
            chosen ^= {int(key)}
        terminal.rewrite(prompt(terminal, " ".join(map(str, sorted(chosen)))))


def _key(terminal: Terminal, put: Presentation, told: str) -> str:
    """A key that is no command."""
    while True:
        key = terminal.read_key(prompt(terminal, told))
        if key == QUIT:
            raise Leave
        if key != HELP:
            return key
        terminal.rewrite("")
        terminal.say(help_for(put, by_key=True), Style.DIM, indent(terminal))


def _option(key: str, put: Presentation) -> Response | None:
    """The option that a key names: by number, letter or unmistakable beginning."""
    if key.isdecimal():
        return int(key) if 1 <= int(key) <= len(put.options) else None
    named = key.strip() and readable(put.interaction, key, shown=put.shown)
    return key if named else None


def _line(terminal: Terminal, put: Presentation) -> Response:
    while True:
        text = terminal.read_line(prompt(terminal))
        command = text.strip().casefold()
        if command == QUIT and not _accepts(put, command):
            raise Leave
        if command == HELP and not _accepts(put, command):
            terminal.say(help_for(put, by_key=False), Style.DIM, indent(terminal))
            continue
        number = _number(command, put)
        if number is not None:
            return number
        if readable(put.interaction, text, shown=put.shown):
            return text
        terminal.say(help_for(put, by_key=False), Style.DIM, indent(terminal))


def _accepts(put: Presentation, command: str) -> bool:
    """Whether what looks like a command is the right answer."""
    how = put.interaction
    return isinstance(how, TextEntry) and command in map(str.casefold, how.accepted)


def _number(text: str, put: Presentation) -> int | None:
    """A single number as the place of an option, even where it is an option's words too."""
    if not isinstance(put.interaction, Choice) or not text.isdecimal() or len(text) > 3:
        return None
    return int(text) if 1 <= int(text) <= len(put.options) else None


def help_for(put: Presentation, *, by_key: bool) -> str:
    """How to answer, in a line or two."""
    ending = f"{QUIT} ends the quiz and keeps the score."
    match put.interaction:
        case Choice(multiple=True) if by_key:
            how = "Press the numbers of all that apply, then Enter; 0 if unknown."
        case Choice() if by_key:
            how = f"Press a number from 1 to {len(put.options)}; 0 if unknown."
        case Choice(multiple=True):
            how = "Type the numbers of all that apply, as 1 3; nothing if unknown."
        case Choice():
            how = f"Type a number from 1 to {len(put.options)}; nothing if unknown."
        case TextEntry():
            how = "Type the answer; slips in spelling are forgiven. Nothing if unknown."
        case ExtendedText():
            how = "Type an answer, or only think of it; then compare it with the source's."
        case Order():
            how = "Type the numbers in the right order, as 2 1 3."
        case Match():
            how = "Type each number with its letter, as 1b 2a 3c."
        case _:
            assert_never(put.interaction)
    return f"{how} {ending}"

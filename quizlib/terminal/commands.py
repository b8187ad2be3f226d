"""What can be wanted beside an answer: keys, and the words that stand for them in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.terminal.keys import ENTER
from quizlib.terminal.pages import ROOMY, indent
from quizlib.terminal.terminal import Style
from quizlib.terminal.text import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quizlib.terminal.terminal import Terminal

QUIT = "quit"
HELP = "help"

#: The exit code of what Ctrl-C has ended, as a shell reports it.
INTERRUPTED = 130


class Leave(Exception):
    """The person ends the sitting, the session or the review."""


class Wanted(Exception):
    """A command in place of an answer: its name, and what was typed behind it."""

    def __init__(self, name: str, told: str = "") -> None:
        super().__init__(name)
        self.name = name
        self.told = told


class Commands:
    """Names by their keys. A capital is its small letter, unless it is a key of its own."""

    def __init__(self, keys: Mapping[str, str], *, letters_free: bool = False) -> None:
        """`letters_free` says that a line of one letter that is no key may name an option."""
        self.letters_free = letters_free
        self._keys = keys
        self._names = frozenset(keys.values())

    def of_key(self, key: str) -> str:
        """The command of a key, "" for none."""
        return self._keys.get(key) or self._keys.get(key.casefold(), "")

    def of_line(self, line: str) -> tuple[str, str]:
        """The command that a typed line begins with, and the rest of it.

        An empty line is Enter. A line that is no command comes back behind "".
        """
        first, _, rest = line.strip().partition(" ")
        word = first.casefold()
        name = self.of_key(first or ENTER) or (word if word in self._names else "")
        return (name, rest.strip()) if name else ("", line.strip())


def tell_unknown(terminal: Terminal, key: str, told: str = "") -> None:
    """Say that a key is none here, or what is `told`; one that is no character is passed over.

    Of several such keys in a row the first is told.
    """
    if key == ENTER or (key and key.isprintable()):
        terminal.rewrite("")
        told = told or f"{key!r} is no key here; ? lists them"
        terminal.hint(told, indent(terminal))


def number_or_line(terminal: Terminal, question: str, count: int, typed: str) -> str:
    """A number up to `count`, or a line; "" for none. `typed` says what a line may be.

    Key by key a number acts at once, as every key does, and a letter begins the line.
    """
    if not terminal.prefills:
        return terminal.read_line(question)
    while (key := terminal.read_key(question)) != ENTER:
        if key.isdecimal() and 1 <= int(key) <= count:
            terminal.rewrite(f"{question}{key}")
            terminal.fresh()
            return key
        if key.isalpha():
            terminal.rewrite("")
            return terminal.read_line(question, key)
        tell_unknown(terminal, key, f"Press a number from 1 to {count}, or type {typed}.")
    terminal.rewrite("")
    return ""


def show_commands(terminal: Terminal, commands: Iterable[tuple[str, str]], widest: int) -> None:
    """Keys, each with what it does; `widest` is the column of keys, where there is room."""
    roomy, left = terminal.width >= ROOMY, " " * indent(terminal)
    for command, does in commands:
        first = f"{left}{command:<{widest}}" if roomy else f"{left}{command}: "
        rest = None if roomy else f"{left}    "
        terminal.lines(wrapped(does, terminal.width, first, rest), Style.DIM)

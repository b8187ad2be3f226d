"""A terminal, or what stands in for one: a pipe, a file, a screen without any skill."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO

from quizlib.terminal import keys
from quizlib.terminal.text import TIE, encodable, folded, neutral, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

WIDEST = 100  # longer lines are hard to read
NARROWEST = 20
USUAL = 80
#: How long after a key that needs no Enter one is taken for its own, in seconds: less than it
#: takes to read the next question, more than hands take from key to key.
AT_ONCE = 0.7


class Style(StrEnum):
    """How a line looks, as the parameters of ECMA-48's SGR; an extra, never the message."""

    PLAIN = ""
    DIM = "2"
    STRONG = "1"
    GOOD = "1;32"
    BAD = "1;31"


class Terminal:
    """Lines out, answers in. Everything written goes through here and is made neutral.

    `by_key` says whether single keys can be read and a line rewritten: both ends are a
    real terminal that is not TERM=dumb. Without it no escape sequence is ever written.
    Styles need a terminal for output, and no NO_COLOR in the environment. `draws` says whether
    pictures made of characters can be seen: on a terminal, and in Unicode.
    """

    def __init__(
        self,
        stdin: TextIO,
        stdout: TextIO,
        environment: Mapping[str, str],
        edit: keys.LineEditor | None = None,
        clock: Callable[[], float] | None = None,
    ) -> None:
        """`edit` lets a typed line be edited, where the platform can.

        `clock` tells seconds, from whenever; without it no Enter is passed over.
        """
        self._in = stdin
        self._out = stdout
        self._environment = environment
        self._edit = edit
        self._clock = clock
        self._key = ""  # what was read last, where it was a key
        self._decided: float | None = None  # when a key settled something
        skilled = stdout.isatty() and environment.get("TERM", "dumb") != "dumb"
        self._styled = skilled and not environment.get("NO_COLOR")
        self.draws = skilled and (stdout.encoding or "").lower().startswith("utf")
        self.by_key = skilled and stdin.isatty() and keys.available()
        self._pending = False  # a prompt stands without a line end
        self._hinted = False  # the last lines were a hint

    @property
    def width(self) -> int:
        """The columns to write in, asked anew each time: windows are resized."""
        return max(NARROWEST, min(WIDEST, self._columns()))

    def _columns(self) -> int:
        if self._out.isatty():
            try:
                return os.get_terminal_size(self._out.fileno()).columns or USUAL
            except (OSError, ValueError):
                pass
        told = self._environment.get("COLUMNS", "")
        return int(told) if told.isascii() and told.isdigit() and int(told) else USUAL

    def say(self, text: str, style: Style = Style.PLAIN, indent: int = 0) -> None:
        """Write `text`, wrapped, `indent` columns from the left."""
        self.lines(wrapped(text, self.width, " " * indent), style)

    def hint(self, text: str, indent: int = 0) -> None:
        """Say what a key is to be, unless that stands there: nobody reads one line for each key."""
        if not self._hinted:
            self.say(text, Style.DIM, indent)
            self._hinted = True

    def lines(self, lines: Iterable[str], style: Style = Style.PLAIN) -> None:
        """Write lines that are wrapped already."""
        self.fresh()
        self._hinted = False
        for line in lines:
            self._write(f"{self._dressed(neutral(line), style)}\n")

    def fresh(self) -> None:
        """End the line of a prompt that still waits for an answer."""
        if self._pending:
            self._pending = False
            self._write("\n")

    @property
    def prefills(self) -> bool:
        """Whether a line can be given to be edited."""
        return self.by_key and self._edit is not None

    def read_line(self, prompt: str, text: str = "") -> str:
        """A typed line, without its end. Raises EOFError at the end of input.

        `text` stands in it to be edited, neutral and on one line, where that can be.
        """
        answer = self._line(prompt, text)
        if self._stray() and answer == folded(text):
            self._write("\x1b[A\r\x1b[K")  # up to the line that the Enter ended
            answer = self._line(prompt, text)
        self._key = ""
        return answer

    def _line(self, prompt: str, text: str) -> str:
        if self.by_key and self._edit:
            self._pending = True
            answer = self._edit(prompt, folded(text))
        else:
            self._prompt(prompt)
            answer = self._plain_line()
        self._pending = False
        return answer

    def decided(self) -> None:
        """What was read last has settled something, and the next thing is asked.

        Where that was a single key, hands add an Enter, as behind a line. It is passed over
        where it comes at once, and first: it answers nothing.
        """
        if self._clock and self._key not in {"", keys.ENTER, " "}:
            self._decided = self._clock()

    def _stray(self) -> bool:
        """Whether an Enter that came first since something was decided belongs to that."""
        since, self._decided = self._decided, None
        return since is not None and self._clock is not None and self._clock() - since < AT_ONCE

    def _plain_line(self) -> str:
        line = self._in.readline()
        if not line:
            raise EOFError
        answer = line.rstrip("\r\n")
        if not self._in.isatty():  # what was not typed here has not been seen here
            self._write(neutral(answer))
        if not (self._in.isatty() and self._out.isatty()):
            self._write("\n")
        return answer

    def read_key(self, prompt: str, style: Style = Style.PLAIN) -> str:
        """One key, not echoed; only where `by_key`. Raises EOFError at Ctrl-D."""
        self._prompt(prompt, style)
        key = keys.read_key(self._in.fileno())
        if self._stray() and key == keys.ENTER:
            key = keys.read_key(self._in.fileno())
        self._key = key
        return key

    def rewrite(self, prompt: str) -> None:
        """Put `prompt` in the place of the one that waits, "" for none; only where `by_key`."""
        self._write("\r\x1b[K")
        self._pending = False
        if prompt:
            self._prompt(prompt)

    def _prompt(self, prompt: str, style: Style = Style.PLAIN) -> None:
        if not self._pending:
            self._write(self._dressed(neutral(prompt), style))
        self._pending = True

    def _dressed(self, line: str, style: Style) -> str:
        return f"\x1b[{style}m{line}\x1b[0m" if style and line and self._styled else line

    def _write(self, text: str) -> None:
        self._out.write(encodable(text.replace(TIE, " "), self._out.encoding or "utf-8"))
        self._out.flush()

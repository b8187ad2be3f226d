"""How far a long build is: one line on the terminal that is rewritten in place."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, TextIO

from quizlib.cli import _say

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

#: Seconds before anything is shown: what is quicker needs no telling.
PATIENCE = 1.5
#: Columns of the bar: with the words behind it, the line fits 40.
WIDTH = 12


class Progress:
    """Called with the documents done and their number; silent where nobody watches."""

    def __init__(self, stream: TextIO, *, shown: bool, clock: Callable[[], float]) -> None:
        self.stream = stream
        self.shown = shown
        self.clock = clock
        self.start = clock()
        self.dirty = False

    @classmethod
    def of_terminal(cls) -> Self:
        """For this process: shown on a stderr that can rewrite its line."""
        able = _say.watched() and os.environ.get("TERM") != "dumb"
        return cls(sys.stderr, shown=able, clock=time.monotonic)

    def __call__(self, done: int, total: int) -> None:
        if self.shown and self.clock() - self.start >= PATIENCE:
            filled = WIDTH * done // max(1, total)
            bar = "#" * filled + "." * (WIDTH - filled)
            self.stream.write(f"\r[{bar}] {done} of {total} documents")
            self.stream.flush()
            self.dirty = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Clear the line, so that it never mixes with what follows."""
        if self.dirty:
            self.stream.write("\r\x1b[K")
            self.stream.flush()

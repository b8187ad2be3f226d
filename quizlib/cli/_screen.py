"""The terminal of this process, for commands that ask."""

from __future__ import annotations

import os
import sys
import time
from functools import partial
from io import StringIO, TextIOWrapper
from typing import TYPE_CHECKING

from quizlib.terminal.editor import edit_text
from quizlib.terminal.keys import line_editor
from quizlib.terminal.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable


def screen(*, plain: bool = False) -> Terminal:
    """What stdin and stdout are, whatever they are; `plain` asks and answers in lines only."""
    if isinstance(sys.stdin, TextIOWrapper):  # bytes that are no text make a wrong answer
        sys.stdin.reconfigure(errors="replace")
    typed = sys.stdin or StringIO()  # closed from outside: the end of input
    environment = {**os.environ, "TERM": "dumb"} if plain else os.environ
    return Terminal(typed, sys.stdout, environment, line_editor(), time.monotonic)


def editor() -> Callable[[str], str]:
    """The editor that the person has chosen, else the one that every system has, on a text."""
    usual = "notepad" if os.name == "nt" else "vi"
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or usual
    return partial(edit_text, command=chosen)

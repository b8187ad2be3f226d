"""The terminal of this process, for commands that ask."""

from __future__ import annotations

import os
import sys
from io import StringIO, TextIOWrapper

from quizlib.terminal.keys import line_editor
from quizlib.terminal.terminal import Terminal


def screen() -> Terminal:
    """What stdin and stdout are, whatever they are."""
    if isinstance(sys.stdin, TextIOWrapper):  # bytes that are no text make a wrong answer
        sys.stdin.reconfigure(errors="replace")
    typed = sys.stdin or StringIO()  # closed from outside: the end of input
    return Terminal(typed, sys.stdout, os.environ, line_editor())

"""A person before a real pseudo-terminal: presses keys, sees a screen."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pexpect
import pyte

import quizlib

ROOT = str(Path(quizlib.__file__).parent.parent)
PATIENCE = 30  # seconds


class Person:
    """Runs `quizlib` in a terminal of so many columns, tall enough to scroll nothing away.

    `program` is the module that is run in its place.
    """

    def __init__(
        self, folder, *arguments, columns=80, rows=150, program="quizlib.cli", **environment
    ):
        home = {
            name: value
            for name, value in os.environ.items()
            if name not in {"NO_COLOR", "COLUMNS", "LINES", "PYTHONIOENCODING"}
        }
        base = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PYTHONPATH": ROOT}
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.Stream(self.screen)
        self.raw = ""
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", program, *arguments],
            cwd=str(folder),
            env={**home, **base, **environment},
            dimensions=(rows, columns),
            encoding="utf-8",
            timeout=PATIENCE,
            # Under nohup the tests, and so what they start, would not hear that a window closes.
            preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),
        )

    def press(self, keys):
        self.child.send(keys)

    def sees(self, text):
        """Wait until `text` stands on the screen."""
        end = time.monotonic() + PATIENCE
        while text not in self.shown:
            assert time.monotonic() < end, f"{text!r} never came:\n{self.shown}"
            self._read()
        return self

    def leaves(self):
        """Wait for the end; the exit code."""
        end = time.monotonic() + PATIENCE
        while self._read() or self.child.isalive():
            assert time.monotonic() < end, f"it never ended:\n{self.shown}"
        self.child.close()
        return self.child.exitstatus

    def resize(self, columns, rows=150):
        """Change the size of the window; what was written stays as it was wrapped."""
        self.child.setwinsize(rows, columns)
        self.screen.resize(rows, columns)

    def _read(self):
        try:
            data = self.child.read_nonblocking(4096, timeout=0.1)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.raw += data
        self.stream.feed(data)
        return True

    @property
    def shown(self):
        """What is on the screen, without the empty rest."""
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip() + "\n"

    def looks(self, text):
        """How the first line with `text` looks: its colour, whether it is bold."""
        row = next(n for n, line in enumerate(self.screen.display) if text in line)
        at = self.screen.display[row].index(text)
        cell = self.screen.buffer[row][at]
        return cell.fg, cell.bold

"""Records the terminal for the README: `make pictures`, which writes docs/pictures/terminal.svg.

A shell in a real pseudo-terminal is typed into. What stands on its screen after each key becomes
a frame, shown for as long as a reader needs: how fast the machine was does not show.
"""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import pexpect
import pyte

from docs.filmstrip import Frame, film, frame_of

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "pictures" / "terminal.svg"
ROWS, COLUMNS = 18, 66
KEY = 0.07  # seconds between two keys
PATIENCE = 60  # seconds to wait for what has to come
SETTLED = 0.3  # seconds without output, after which no more will come


class Step(NamedTuple):
    """What is typed, key by key; the words that come after the `last` key; seconds to read them."""

    typed: str
    comes: str
    pause: float
    last: str = "\r"


STORY = (
    Step("quizlib quiz salt-tax.md -n 3 --seed 1", "Type the term.", 2.5),
    Step("bittern", "Enter goes on", 2.5),
    Step("", "2/3", 2.5),
    Step("margret crane", "Enter goes on", 2.5),
    Step("", "3/3", 2),
    Step("smugglers never paid it", "Was it right?", 3),
    Step("", "others.\n$", 6, last="y"),
    Step("quizlib export anki salt-tax.md", "1 deck\n$", 5),
)


class Session:
    """A shell in a terminal; `frames` hold what was to be seen."""

    def __init__(self, folder: Path) -> None:
        self.frames: list[Frame] = []
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.Stream(self._screen)
        self._shell = pexpect.spawn(
            "bash",
            ["--norc", "--noprofile"],
            cwd=str(folder),
            env=_environment(folder),
            dimensions=(ROWS, COLUMNS),
            encoding="utf-8",
        )
        self._wait(lambda: "$" in self._shown())
        self._look(1)

    def play(self, step: Step) -> None:
        """Type, wait, look. Raises TimeoutError when the words do not come."""
        for key in step.typed:
            self._press(key)
            self._look(KEY)
        self._shell.send(step.last)
        self._wait(lambda: step.comes in self._shown())
        while self._read(SETTLED):
            pass
        self._look(step.pause)

    def _press(self, key: str) -> None:
        before = self._place()
        self._shell.send(key)
        self._wait(lambda: self._place() != before)

    def end(self) -> None:
        self._shell.close(force=True)

    def _wait(self, come: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not come():
            if time.monotonic() > end:
                raise TimeoutError(self._shown())
            self._read(0.1)

    def _read(self, patience: float) -> bool:
        try:
            self._stream.feed(self._shell.read_nonblocking(4096, timeout=patience))
        except pexpect.TIMEOUT:
            return False
        return True

    def _shown(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display)

    def _place(self) -> tuple[int, int]:
        return self._screen.cursor.x, self._screen.cursor.y

    def _look(self, seconds: float) -> None:
        self.frames.append(frame_of(self._screen, seconds))


def _environment(folder: Path) -> dict[str, str]:
    """A shell with a bare prompt, in which `quizlib` is this checkout's, with no cache yet."""
    programs = folder / ".programs"
    programs.mkdir()
    program = programs / "quizlib"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m quizlib.cli "$@"\n')
    program.chmod(0o755)
    return {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "PS1": "$ ",
    }


def recorded() -> str:
    """The recording as an animated SVG, of the README's own example."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    [source] = re.findall(
        r"^```markdown salt-tax\.md\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE
    )
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "salt-tax.md").write_text(source, encoding="utf-8")
        session = Session(folder)
        for step in STORY:
            session.play(step)
        session.end()
    return film(session.frames, ROWS, COLUMNS)


if __name__ == "__main__":
    PICTURE.write_text(recorded(), encoding="utf-8")

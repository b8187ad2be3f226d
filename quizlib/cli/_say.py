"""What commands say: lines that are safe on any terminal, wrapped to its width."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import typer

from quizlib.terminal.text import folded, neutral, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizlib.model import Problem


def note(text: str) -> None:
    """Say something on stderr: in one line, which is wrapped where a person sees it."""
    lines = wrapped(text, width()) if watched() else [folded(text)]
    typer.echo("\n".join(lines), err=True)


def warn(problems: Iterable[Problem]) -> None:
    """Say on stderr what was found, one line each, its severity first."""
    for problem in problems:
        note(f"{problem.severity}: {problem}")


def watched() -> bool:
    """Whether a person sees what is said: stderr is a terminal, not a file, nor closed."""
    return sys.stderr is not None and sys.stderr.isatty()


def progress(text: str) -> None:
    """Say on stderr what is being done, to a person who waits."""
    if watched():
        note(text)


def width() -> int:
    """Columns to write in: the terminal's, as long as a line of them is easy to read."""
    return min(shutil.get_terminal_size().columns, 100)


def table(rows: Iterable[tuple[str, str]]) -> str:
    """Two columns, indented; the second is wrapped within the terminal's width."""
    from wcwidth import ljust
    from wcwidth import width as cells

    safe = [(neutral(left), right) for left, right in rows]
    first = max((cells(left) for left, _ in safe), default=0) + 4
    lines = [wrapped(right, width(), ljust(f"  {left}", first)) for left, right in safe]
    return "\n".join(line for row in lines for line in row)

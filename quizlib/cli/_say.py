"""What commands say: lines that are safe on any terminal, wrapped to its width."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from quizlib.errors import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizlib.model import Problem


def line(text: str) -> str:
    """`text` on one line, its white space folded, its control characters as escapes."""
    return printable(" ".join(text.split()))


def note(text: str) -> None:
    """Say something on stderr."""
    typer.echo(line(text), err=True)


def warn(problems: Iterable[Problem]) -> None:
    """Say on stderr what was found, one line each, its severity first."""
    for problem in problems:
        note(f"{problem.severity}: {problem}")


def progress(text: str) -> None:
    """Say on stderr what is being done, to a person who waits."""
    if sys.stderr.isatty():
        note(text)


def count(number: int, what: str) -> str:
    """A number with its noun: "1 item", "2 items"."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def columns(rows: Iterable[tuple[str, ...]]) -> str:
    """Rows as indented lines, every column as wide as its widest cell; the last runs free."""
    from wcwidth import ljust, width

    safe = [tuple(line(cell) for cell in row) for row in rows]
    widths = [max(map(width, cells)) + 2 for cells in zip(*safe, strict=True)]
    return "\n".join(
        "  " + "".join(ljust(cell, to) for cell, to in zip(row, widths, strict=True)).rstrip()
        for row in safe
    )

"""`quizlib export`"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from quizlib.cli import _say
from quizlib.cli._opening import BankArgument, opened
from quizlib.terminal.text import folded


def export(
    target: Annotated[
        str,
        typer.Argument(metavar="TARGET", help="What to export to; `quizlib formats` lists them."),
    ],
    bank: BankArgument,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Default: named after the bank."),
    ] = None,
) -> None:
    """Write a bank for Anki, paper or another program."""
    from quizlib import exporters, library
    from quizlib.errors import OutputError

    exporter = exporters.exporters.get(target)
    found = opened(bank).bank
    path = output or Path(library.slug(found.title) + exporter.suffix)
    if path.suffix.lower() not in ("", exporter.suffix):
        raise OutputError(path, f"{target} makes {exporter.suffix} files; give it that ending")
    made = exporters.export(found, target, path)
    _say.warn(made.problems)
    typer.echo(f"{folded(str(path))}  {folded(made.summary)}")

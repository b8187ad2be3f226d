"""`quizlib check`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from quizlib.cli import _say
from quizlib.cli._opening import BankArgument, opened
from quizlib.terminal.text import folded
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizlib.library import Opened
    from quizlib.model import Document, Problem


def check(
    bank: BankArgument,
    sources: Annotated[
        list[str] | None,
        typer.Option(
            "--sources",
            metavar="PATH",
            help="The bank's documents, or their folder, to look up every quote; may be given"
            " again.",
        ),
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="One JSON object a line: code, severity, message, where.")
    ] = False,
) -> None:
    """Tell every problem of a bank with its place.

    Exits with 1 when one of them is an error.
    """
    from quizlib import checks

    found = opened(bank)
    documents = _documents(found, sources)
    problems = checks.check(found.bank, documents)
    for problem in problems:
        typer.echo(problem.model_dump_json() if json else folded(f"{problem.severity}: {problem}"))
    typer.echo(_summary(found, documents, problems), err=json)
    if any(problem.severity == "error" for problem in problems):
        raise typer.Exit(1)


def _documents(found: Opened, sources: list[str] | None) -> Sequence[Document]:
    if not sources:
        return found.documents
    from quizlib.library import under_bank_ids
    from quizlib.readers import read

    documents = read(sources)
    _say.warn(documents.problems)
    return under_bank_ids(found.bank, documents)


def _summary(found: Opened, documents: Sequence[Document], problems: Sequence[Problem]) -> str:
    parts = [
        counted(sum(problem.severity == severity for problem in problems), severity)
        for severity in ("error", "warning", "note")
    ]
    told = f"{counted(len(found.bank.live), 'item')} checked: {', '.join(parts)}"
    imported = {item.source for item in found.bank.items}  # decks, which nobody quotes
    quotable = sum(record.id not in imported for record in found.bank.documents)
    missing = quotable - len(documents)
    if missing > 0:
        told += (
            f"\n{missing} of {counted(quotable, 'document')} not at hand:"
            " their quotes were not looked up (--sources PATH)"
        )
    return told

"""`quizlib import`"""

from __future__ import annotations

import datetime as dt
from pathlib import Path  # noqa: TC003 - Typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from quizlib.cli import _say
from quizlib.cli._opening import bank_file
from quizlib.terminal.text import folded
from quizlib.wording import counted

if TYPE_CHECKING:
    from quizlib.model import Bank


def import_(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A deck of another program; `formats` lists which."),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="BANK",
            help="The bank to write, or to bring up to date. Default: named after the deck.",
        ),
    ] = None,
    choices: Annotated[
        bool,
        typer.Option(
            "--choices", help="As multiple choice, with wrong options from its other cards."
        ),
    ] = False,
    history: Annotated[
        bool,
        typer.Option("--history", help="Keep its schedule and reviews in the bank."),
    ] = False,
    log: Annotated[
        Path | None,
        typer.Option(
            "--log", metavar="FILE", help="Write its reviews there, for `quizlib log import`."
        ),
    ] = None,
) -> None:
    """Make a bank of an Anki deck, a table, GIFT or Aiken.

    Importing again into the same bank keeps what was edited, accepted or rejected there.
    """
    from quizlib import library
    from quizlib.errors import OutputError, UnreadableDeck
    from quizlib.files import write_whole
    from quizlib.importers import as_choices, read_deck
    from quizlib.storage import load

    found = read_deck(file, history=history or log is not None)
    _say.warn(found.problems)
    if not found.bank.items:
        raise UnreadableDeck(file, "no question can be made of it; nothing was written")
    bank = as_choices(found.bank) if choices else found.bank
    path = bank_file(output, bank.title)
    if path.exists():
        before = load(path)
        if library.poorer(before, bank):
            raise OutputError(path, "it holds more than the file tells; name another file")
        merged = library.renewed(before, bank)
        if merged is None:
            raise OutputError(path, "it is a bank of something else; name another file")
        bank = merged
    if log is not None:
        write_whole(log, _log(bank).encode("utf-8"))
    (bank if history else bank.without_history()).save(path)
    typer.echo(_summary(path, bank))


def _log(bank: Bank) -> str:
    """The deck's reviews as a file of the learner's log, by the days of this time zone."""
    from quizlib.importers import review_log
    from quizlib.learning.log_file import written

    zone = dt.datetime.now().astimezone().tzinfo or dt.UTC
    return written(review_log(bank, zone))


def _summary(path: Path, bank: Bank) -> str:
    told = f"{counted(len(bank.live), 'item')} from {counted(len(bank.documents), 'deck')}"
    package = bank.package
    if package and package.media:
        told += f", {counted(len(package.media), 'media file')}"
    reviews = sum(len(c.reviews) for note in package.notes for c in note.cards) if package else 0
    if reviews:
        told += f", {counted(reviews, 'review')}"
    return f"{folded(str(path))}  {told}"

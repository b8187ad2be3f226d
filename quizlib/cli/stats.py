"""`quizlib stats`"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path  # noqa: TC003 - Typer reads annotations when it runs
from typing import TYPE_CHECKING, Annotated

import typer

from quizlib.cli import _say
from quizlib.cli._learner import DEFAULT, DataDirOption, ProfileOption, stored_learner
from quizlib.cli._opening import opened
from quizlib.terminal.text import folded
from quizlib.wording import counted

if TYPE_CHECKING:
    from quizlib.learning import Store
    from quizlib.learning.statistics import Statistics
    from quizlib.model import Bank


#: Said below what is shown in short.
MORE = "--all tells more: what is due day by day, decks, tags, predictions"


def stats(  # noqa: PLR0913, PLR0917 - Typer makes an option of each
    banks: Annotated[
        list[str] | None,
        typer.Argument(metavar="BANK", help="Only the cards of these banks; all if none."),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write one page for a browser, without network."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="All figures, as JSON.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="A row for each day, as CSV.")] = False,
    every: Annotated[
        bool,
        typer.Option("--all", help="All that is known, decks and tags too: more than a screen."),
    ] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Figures without pictures, as for a screen reader.")
    ] = False,
    profile: ProfileOption = DEFAULT,
    data_dir: DataDirOption = None,
) -> None:
    """See where you stand: what was done, and what comes due."""
    from quizlib.files import write_whole
    from quizlib.learning.statistics import statistics
    from quizlib.learning.statistics_page import page

    if (html is not None) + json + csv > 1:
        raise typer.BadParameter("give one of --html, --json and --csv", param_hint="--html")
    with stored_learner(profile, data_dir) as store:
        known = [opened(bank, data_dir).bank for bank in banks or ()] or _known(store, data_dir)
        told = statistics(store, datetime.now().astimezone(), known, only=bool(banks))
    if html is not None:
        write_whole(html, page(told).encode())
        typer.echo(f"{folded(str(html))}  {counted(told.reviews, 'review')}")
    elif json:
        typer.echo(told.model_dump_json(indent=1))
    elif csv:
        sys.stdout.write(told.to_csv().replace("\r\n", "\n"))
    else:
        _show(told, plain=plain, every=every)


def _known(store: Store, data_dir: Path | None) -> list[Bank]:
    """The banks that were studied and can be opened: they tell stems and tags."""
    from quizlib.errors import QuizlibError

    found = []
    for known in store.banks():
        try:
            found.append(opened(known.place or None, data_dir, remembered=True).bank)
        except QuizlibError as error:
            _say.note(f"warning: {error}")
    return found


def _show(told: Statistics, *, plain: bool, every: bool) -> None:
    from quizlib.cli._screen import screen
    from quizlib.terminal.statistics_pages import show_short, show_statistics

    terminal = screen(plain=plain)
    if every:
        show_statistics(terminal, told, pictures=terminal.draws)
    else:
        show_short(terminal, told, pictures=terminal.draws, more=MORE)

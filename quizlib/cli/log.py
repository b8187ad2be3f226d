"""`quizlib log`"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizlib.cli import _say
from quizlib.cli._learner import (
    DEFAULT,
    DataDirOption,
    ProfileOption,
    learner_store,
    stored_learner,
)
from quizlib.terminal.text import folded
from quizlib.wording import counted

if TYPE_CHECKING:
    from quizlib.learning.entries import Entry
    from quizlib.model import Problem

log = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Keep what was learned in a file, or take it to another machine.",
)


@log.command("export")
def export(
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Default: standard output."),
    ] = None,
    profile: ProfileOption = DEFAULT,
    data_dir: DataDirOption = None,
) -> None:
    """Write the learner's log as JSON Lines."""
    from quizlib.files import write_whole
    from quizlib.learning.log_file import written

    with stored_learner(profile, data_dir) as store:
        entries = list(store.log())
    if output is None:
        sys.stdout.write(written(entries))
        return
    write_whole(output, written(entries).encode())
    typer.echo(f"{folded(str(output))}  {_entries(len(entries))}")


@log.command("import")
def import_log(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE", help="Exported logs, or results of a web page; - is standard input."
        ),
    ],
    profile: ProfileOption = DEFAULT,
    data_dir: DataDirOption = None,
) -> None:
    """Merge exported logs into the learner's, each answer once."""
    from quizlib.learning.log_file import read_log

    read = [read_log(_content(name), folded(name)) for name in files]
    entries = [entry for found, _ in read for entry in found]
    problems = [problem for _, found in read for problem in found]
    _say.progress(f"{_entries(len(entries))} read; bringing the cards up to date …")
    with learner_store(profile, data_dir) as store:
        merged = store.merge(entries)
    _say.warn(problems)
    typer.echo(f"{_entries(merged.added)} added, {merged.known} known already")
    raise typer.Exit(bool(problems))


@log.command("sync")
def sync(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The file between the machines; made if need be.")
    ],
    profile: ProfileOption = DEFAULT,
    data_dir: DataDirOption = None,
) -> None:
    """Take in what is new in a file, and write back what is new here.

    For a file that several machines share, on a stick or in a synchronised folder.
    """
    from quizlib.files import write_whole
    from quizlib.learning.log_file import written

    name = folded(str(file))
    there, problems = _shared(file)
    with learner_store(profile, data_dir) as store:
        merged = store.merge(there)
        every = list(store.log())
    if problems:  # a later quizlib, or a person, may yet read what cannot be read here
        _say.warn(problems)
        _say.note(f"{name}: {merged.added} new from there; the file stays as it is")
        raise typer.Exit(1)
    write_whole(file, written(every).encode())
    new = len({entry.id for entry in every} - {entry.id for entry in there})
    typer.echo(f"{name}  {merged.added} new from there, {new} new from here")


@log.command("rebuild")
def rebuild(profile: ProfileOption = DEFAULT, data_dir: DataDirOption = None) -> None:
    """Work out anew, from the log alone, when each card is due."""
    with stored_learner(profile, data_dir) as store:
        cards = store.rebuild()
        entries = store.length
    typer.echo(f"{counted(cards, 'card')} from {_entries(entries)}")


def _shared(file: Path) -> tuple[list[Entry], list[Problem]]:
    """What a log between machines holds, nothing at first; results are not written over."""
    from quizlib.errors import DamagedLog
    from quizlib.learning.log_file import read_log
    from quizlib.learning.page_results import read_results

    if not file.exists():
        return [], []
    name, data = folded(str(file)), _content(str(file))
    if read_results(data, name) is not None:
        raise DamagedLog(name, "it holds results; `quizlib log import` takes them in")
    return read_log(data, name)


def _entries(number: int) -> str:
    return f"{number} entry" if number == 1 else f"{number} entries"


def _content(name: str) -> bytes:
    from quizlib.errors import SourceNotFound, UnreadableSource

    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SourceNotFound(name) from error
    except OSError as error:
        raise UnreadableSource(name, error.strerror or str(error)) from error

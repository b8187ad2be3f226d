"""`quizlib review`"""

from __future__ import annotations

import shlex
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizlib.cli import _say
from quizlib.cli._completion import codes, completion
from quizlib.cli._learner import DEFAULT, DataDirOption, ProfileOption, known_learner
from quizlib.cli._opening import (
    KindOption,
    SourceOption,
    StatusOption,
    from_source,
    of_kinds,
    of_statuses,
    parted,
)
from quizlib.errors import UnknownName
from quizlib.terminal.text import folded
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizlib.analysis import Remarks
    from quizlib.learning.flags import Flags
    from quizlib.model import Bank, Document, Item


def review(  # noqa: PLR0913, PLR0917 - Typer makes an option of each
    bank: Annotated[str, typer.Argument(metavar="BANK", help="A bank (.json).")],
    kind: KindOption = None,
    source: SourceOption = None,
    status: StatusOption = None,
    find: Annotated[
        str | None,
        typer.Option(
            metavar="WORDS",
            help="Only items with these words, or this id; those too that were decided about.",
        ),
    ] = None,
    problem: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE,…",
            callback=parted,
            help="Only items with these problems, as `check --json` names them; may be given"
            " again.",
            autocompletion=completion(codes),
        ),
    ] = None,
    results: Annotated[
        list[str] | None,
        typer.Option(
            "--results",
            metavar="FILE",
            help="Only items that these answers of learners speak against, as `analyse` reads"
            " them, until they are decided about; may be given again.",
        ),
    ] = None,
    sources: Annotated[
        list[str] | None,
        typer.Option(
            "--sources",
            metavar="DIR",
            help="Where the bank's documents are, to show quotes in their place; may be given"
            " again. Default: beside the bank, and in folders in or beside its own.",
        ),
    ] = None,
    profile: ProfileOption = DEFAULT,
    data_dir: DataDirOption = None,
) -> None:
    """Keep, mend or throw out items; each decision is saved at once.

    Without --find, --status and --results these are the items that nobody has decided about, and
    those that were flagged in `study`: first the candidates and those with problems, the surest
    first.
    """
    from quizlib import review as reviews
    from quizlib.analysis.findings import CODES
    from quizlib.cli._screen import editor, screen
    from quizlib.learning.flags import Flags
    from quizlib.terminal.reviewing import Reviewing

    keeper = reviews.Keeper(_bank_file(bank))
    documents = _documents(keeper.bank, Path(bank).parent, sources)
    with known_learner(profile, data_dir) as store:
        flags = Flags(store, lambda: datetime.now(UTC)) if store else None
        remarks = _remarks(results, keeper.bank, flags)
        said = remarks or flags
        statuses = status or ([*reviews.REVIEWED] if find else None)
        chosen = of_kinds(_wanted(keeper.bank, statuses, flags, remarks), kind)
        named = tuple(item for item in chosen if reviews.speaks_of(item, find or ""))
        items = from_source(keeper.bank, named, source)
        problems = reviews.findings(keeper.bank, items, documents, said)
        ids = reviews.queue(items, problems, problem or (), CODES)
        if not ids:
            typer.echo(_nothing(bank, keeper.bank.live, remarks))
            return
        walk = reviews.Review(keeper.bank, ids, keeper, documents, said)
        given = {"--kind": kind, "--status": status, "--problem": problem, "--results": results}
        given |= {"--sources": sources, "--find": [find] if find else []}
        again = _again(bank, {**given, "--source": [source] if source else []})
        raise typer.Exit(Reviewing(walk, screen(), editor()).hold(again))


def _bank_file(bank: str) -> str:
    """What names a bank, since decisions about a source would have no place to be kept."""
    from quizlib.library import is_bank

    if not is_bank(bank):
        built = shlex.join(["quizlib", "build", bank, "-o", f"{Path(bank).stem}.json"])
        why = f"{folded(bank)} is no bank; decisions are kept in one: {folded(built)}"
        raise typer.BadParameter(why, param_hint="BANK")
    return bank


def _documents(bank: Bank, folder: Path, sources: list[str] | None) -> Sequence[Document]:
    from quizlib.library import beside, under_bank_ids
    from quizlib.readers import read

    if not sources:
        return beside(bank, folder)
    documents = read(sources)
    _say.warn(documents.problems)
    return under_bank_ids(bank, documents)


def _remarks(results: list[str] | None, bank: Bank, flags: Flags | None) -> Remarks | None:
    """What the answers in `results`, where given, say of the items of `bank`."""
    from quizlib.analysis import Remarks, analyse

    if not results:
        return None
    found = analyse(results, bank)
    _say.warn(found.problems)
    return Remarks(found, flags)


def _wanted(
    bank: Bank, statuses: list[str] | None, flags: Flags | None, remarks: Remarks | None
) -> tuple[Item, ...]:
    from quizlib.review import REVIEWED, UNDECIDED

    for name in statuses or ():
        if name not in REVIEWED:
            raise UnknownName("status to review", name, REVIEWED)
    if remarks:
        unfit = tuple(item for item in bank.live if item.id in remarks.unfit)
        new = tuple(item for item in unfit if not remarks.knows(item))
        return of_statuses(unfit, statuses) if statuses else new
    named = {item.id for item in of_statuses(bank.items, statuses or [*UNDECIDED])}
    if flags and not statuses:
        named |= {item.id for item in bank.live if flags.of(item)}
    return tuple(item for item in bank.items if item.id in named)


def _again(bank: str, given: dict[str, list[str] | None]) -> str:
    """The line that says how to go on."""
    words = [word for option, values in given.items() for v in values or () for word in (option, v)]
    return f"{shlex.join(['quizlib', 'review', bank, *words])} goes on."


def _nothing(bank: str, items: Sequence[Item], remarks: Remarks | None) -> str:
    """That nothing is to be reviewed, and what was decided after these results already."""
    told = f"{folded(bank)}: nothing to review"
    known = sum(remarks.knows(item) for item in items) if remarks else 0
    if not known:
        return told
    again = "--status accepted or edited shows them"
    return f"{told}; {counted(known, 'item')} decided about after these results: {again}"

"""How every command opens a BANK: with the platform's cache, telling a waiting person."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizlib.cli import _say
from quizlib.cli._completion import completion, kinds, sources, statuses
from quizlib.cli._learner import data_folder
from quizlib.errors import UnknownName
from quizlib.wording import counted

if TYPE_CHECKING:
    from quizlib.library import Opened
    from quizlib.model import Bank, DocumentRecord, Item


def parted(given: list[str] | None) -> list[str] | None:
    """The names in an option that may be given again, or hold several: "choice,cloze"."""
    names = [name.strip() for each in given or () for name in each.split(",")]
    return [name for name in names if name] or None


#: The argument that most commands share.
BankArgument = Annotated[
    str,
    typer.Argument(
        metavar="BANK", help="A bank (.json), an Anki deck (.apkg), or a source file or folder."
    ),
]
KindOption = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="K,…",
        callback=parted,
        help="Only items of these kinds; may be given again.",
        autocompletion=completion(kinds),
    ),
]

SourceOption = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar="S",
        help="Only items from this document: its id, name or title.",
        autocompletion=completion(sources),
    ),
]
StatusOption = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="S,…",
        callback=parted,
        help="Only items of these statuses, as rejected or candidate; may be given again.",
        autocompletion=completion(statuses),
    ),
]


def opened(target: str | None, data_dir: Path | None = None, *, remembered: bool = False) -> Opened:
    """The bank that `target` holds, the shipped one for None; trouble is told on stderr.

    So is how much of a source gave no question, unless it is `remembered`: was named another
    time. `data_dir` is where a person's data is kept, as `data_folder` takes it.
    """
    from platformdirs import user_cache_path

    from quizlib.library import open_target

    found = open_target(
        target,
        _say.progress,
        cache=user_cache_path("quizlib", appauthor=False),
        history=data_folder(data_dir) / "built",
    )
    _say.warn(found.problems)
    if not remembered:
        command = shlex.join(["quizlib", "build", str(target), "--explain"])
        tell_silent(found.silent, found.sentences, command)
    return found


def tell_silent(silent: int, sentences: int, command: str) -> None:
    """Say on stderr how many sentences gave no question, if any; `command` tells why."""
    from quizlib.cli._problems import SILENT

    if silent:
        every = counted(sentences, "sentence")
        _say.warn([SILENT.at(silent=silent, sentences=every, command=command)])


def bank_file(output: Path | None, title: str) -> Path:
    """Where a bank is to be written: `output`, or a file named after its title.

    A name without an ending gets one.
    Raises OutputError for an ending by which no command would know it for a bank, and, before there
    is anything to write, for a file that cannot be written.
    """
    from quizlib import library
    from quizlib.errors import OutputError
    from quizlib.files import refuse_unwritable

    path = output or Path(f"{library.slug(title)}.json")
    if not path.suffix and not path.exists():
        path = path.with_name(f"{path.name}.json")
    if not library.is_bank(str(path)):
        raise OutputError(path, "a bank is a .json file; give it that ending")
    refuse_unwritable(path)
    return path


def known_kinds(names: list[str] | None, *targets: str | None) -> list[str] | None:
    """`names`, each of them a kind; told before a build of `targets` that takes its time.

    A bank may hold kinds that are not installed, which is seen when it is opened.
    Raises UnknownName.
    """
    from quizlib.items import known
    from quizlib.library import is_bank

    if not any(target and is_bank(target) for target in targets):
        known(names or ())
    return names


def of_kinds(items: tuple[Item, ...], names: list[str] | None) -> tuple[Item, ...]:
    """Those of `items` that are of one of the kinds; all of them when none is named.

    Raises UnknownName.
    """
    from quizlib.items import known

    known(names or (), items)
    return tuple(item for item in items if not names or item.kind in names)


def of_statuses(items: tuple[Item, ...], names: list[str] | None) -> tuple[Item, ...]:
    """Those of `items` that have one of the statuses; all of them when none is named.

    Raises UnknownName.
    """
    from quizlib.model import Status

    for name in names or ():
        if name not in set(Status):
            raise UnknownName("status", name, Status)
    return tuple(item for item in items if not names or item.status in names)


def from_source(bank: Bank, items: tuple[Item, ...], source: str | None) -> tuple[Item, ...]:
    """Those of `items` that quote the document of this name; all of them when none is named.

    Raises UnknownName.
    """
    if source is None:
        return items
    wanted = {record.id for record in bank.documents if _is_named(record, source)}
    if not wanted:
        raise UnknownName("source", source, [record.id for record in bank.documents])
    return tuple(item for item in items if wanted.intersection(item.sources))


def _is_named(record: DocumentRecord, source: str) -> bool:
    return source.casefold() in {record.id, record.name.casefold(), record.title.casefold()}

"""One file per foreign format: a deck of another program -> a bank."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from quizlib.contents import contents
from quizlib.errors import SourceNotFound, UnknownName, UnreadableDeck
from quizlib.faults import Faults
from quizlib.garbage import everything_kept
from quizlib.importers._choices import as_choices
from quizlib.items import portable
from quizlib.registry import Registry

if TYPE_CHECKING:
    import datetime as dt
    import os
    from collections.abc import Sequence

    from quizlib.learning.entries import Review, Suspend
    from quizlib.model import Bank, Problem

__all__ = [
    "Imported",
    "Importer",
    "as_choices",
    "import_bank",
    "importer_of",
    "importers",
    "read_deck",
    "refuse_unclaimed",
    "review_log",
]

#: How much of a file an importer sees when it is asked whether the file is its own.
HEAD = 4096


@dataclass(frozen=True)
class Imported:
    """The bank made of a deck, and what could not become an item or was left out."""

    bank: Bank
    problems: Sequence[Problem] = field(default=())


class Importer(Protocol):
    """Reads the decks of one other program."""

    @property
    def summary(self) -> str:
        """One line for `quizlib formats` and the docs."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file endings that it reads, with the dot, in lower case."""
        ...

    def claims(self, head: bytes) -> bool:
        """Whether a file with one of the suffixes that begins with `head` is such a deck."""
        ...

    def read(self, path: Path, *, history: bool = False) -> Imported:
        """The deck at `path`; with `history`, its schedule and reviews are kept in the bank.

        Raises UnreadableDeck.
        """
        ...


importers: Registry[Importer] = Registry("import format", __name__, "importer", Importer)


def importer_of(path: str | os.PathLike[str]) -> Importer | None:
    """The importer that reads the file at `path`; None where no importer claims it."""
    name = _claimant(Path(path), Faults())
    return None if name is None else importers.get(name)


def _claimant(path: Path, faults: Faults) -> str | None:
    """The name of the importer that reads the file; `faults` takes what plug-ins failed at."""
    claiming = []
    for name, importer in importers.usable().items():
        if path.suffix.lower() in importer.suffixes:
            with faults.noted(path.name), importers.guarded(name):
                if importer.claims(_head(path)):
                    claiming.append(name)
    return min(claiming, key=lambda name: not importers.own(name), default=None)


def read_deck(path: str | os.PathLike[str], *, history: bool = False) -> Imported:
    """The deck at `path`, in whatever format, with what there is to say of it.

    Raises SourceNotFound, UnreadableDeck, UnknownName where no importer claims the file, and
    BrokenPlugin where that of a plug-in fails.
    """
    if not Path(path).exists():
        raise SourceNotFound(path)
    if not Path(path).is_file():
        raise UnreadableDeck(
            path, "it is no file; quizlib build makes a bank of a folder of sources"
        )
    faults = Faults()
    name = _claimant(Path(path), faults)
    if name is None:
        raise faults.first or _unknown(Path(path))
    made = _read(name, Path(path), history=history)
    return replace(made, problems=[*importers.problems(), *faults.problems(), *made.problems])


def refuse_unclaimed(path: str | os.PathLike[str]) -> None:
    """Raise UnreadableDeck for a file that no importer claims, and that is no source either.

    BrokenPlugin where that of a plug-in fails to tell.
    """
    from quizlib.readers import readers

    suffix = Path(path).suffix.lower()
    foreign = any(suffix in importer.suffixes for importer in importers.usable().values())
    if foreign and not any(suffix in reader.suffixes for reader in readers.usable().values()):
        _claimant(Path(path), faults := Faults())
        raise faults.first or _unknown(Path(path))


def _read(name: str, path: Path, *, history: bool) -> Imported:
    importer = importers.get(name)
    with everything_kept(), importers.guarded(name, UnreadableDeck):
        made = importer.read(path, history=history)
        if importers.own(name):
            return made
        items = tuple(map(portable, made.bank.items))
        return replace(made, bank=made.bank.model_copy(update={"items": items}))


def import_bank(
    path: str | os.PathLike[str],
    *,
    history: bool = False,
    problems: list[Problem] | None = None,
) -> Bank:
    """The bank made of the deck at `path`: an Anki package, a text export of Anki …

    `problems` takes what could not become an item, or was left out. With `history`, the
    schedule and the reviews of the deck's learner are kept in the bank's `package`.
    Raises SourceNotFound, UnreadableDeck, UnknownName, BrokenPlugin.

    Examples:
        >>> import quizlib
        >>> bank = quizlib.load("salt.json")
        >>> made = quizlib.export(bank, "anki", "salt.apkg")
        >>> quizlib.import_bank("salt.apkg").items == bank.items
        True
    """
    imported = read_deck(path, history=history)
    if problems is not None:
        problems.extend(imported.problems)
    return imported.bank


def review_log(bank: Bank, zone: dt.tzinfo) -> list[Review | Suspend]:
    """The reviews that an imported bank came with, as entries of the learner's log, by time.

    The bank must have been imported with `history`. `zone` is the learner's time zone, by
    which days are counted. Entries have the same ids each time, so that taking the log in
    again counts no review twice. A suspended card is one entry more.
    """
    from quizlib.importers._history import log

    return log(bank, zone)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEAD)
    except (OSError, ValueError):
        return b""


def _unknown(path: Path) -> UnknownName | UnreadableDeck:
    """What is wrong with a file that no importer claims; a source is built, not imported."""
    from quizlib.readers import readers

    suffix = path.suffix.lower()
    known = {suffix for importer in importers.all() for suffix in importer.suffixes}
    why = f"no deck begins like this {suffix} file" if suffix in known else "it is a source"
    if any(suffix in reader.suffixes for reader in readers.all()):
        return UnreadableDeck(path, f"{why}; quizlib build makes a bank of a source")
    if suffix == ".json" and (held := contents(path.read_bytes())):
        return UnreadableDeck(path, f"it is {held}, and no deck of another program")
    if suffix in known:
        told = [one.summary for one in importers.all() if suffix in one.suffixes]
        return UnreadableDeck(path, f"{why}; known are: {'; '.join(told)}")
    return UnknownName("ending of a deck", path.suffix, known)

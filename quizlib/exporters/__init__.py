"""One file per target: bank -> bytes, with what the target could not represent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from quizlib.errors import EmptyBank
from quizlib.files import write_whole
from quizlib.registry import Registry

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from quizlib.model import Bank, Problem


@dataclass(frozen=True)
class Export:
    """What an exporter made: the file's content, what to say of it, what it left out."""

    data: bytes
    summary: str  # e.g. "212 notes, 248 cards, 3 decks"
    problems: Sequence[Problem] = field(default=())


class Exporter(Protocol):
    """Writes banks for one target. Only the bank's live items are exported."""

    summary: str  # one line for `quizlib formats`
    suffix: str  # of the file written, with the dot

    def export(self, bank: Bank) -> Export:
        """The bank in the target's format: the same bank gives the same bytes."""
        ...


exporters: Registry[Exporter] = Registry("export target", __name__, "exporter")


def export(bank: Bank, target: str, path: str | os.PathLike[str]) -> Export:
    """Write `bank` for `target` to `path`, whole or not at all.

    Raises UnknownName (the valid targets listed), EmptyBank, OutputError.
    """
    exporter = exporters.get(target)
    if not bank.live:
        raise EmptyBank(bank.title, "no item to export")
    made = exporter.export(bank)
    write_whole(path, made.data)
    return made

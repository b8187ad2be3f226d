"""The last bank of every source, so that ids and revisions go on when the source changes.

A bank that is built on the way has no file of its own. Without the bank before, a changed
item would look unchanged to a program that knows it by its id and revision.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from quizlib import storage
from quizlib.errors import BankError, OutputError
from quizlib.files import digest
from quizlib.library.decisions import told_of_decisions
from quizlib.merge import merge
from quizlib.standing import standing_sets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizlib.model import Bank, Document, Problem


def continued(
    folder: Path,
    target: str,
    key: str,
    built: tuple[Bank, Sequence[Document]],
    problems: list[Problem],
) -> tuple[Bank, Path]:
    """The bank that was `built` from `target`, as what follows the last one of the same target.

    With it come the documents that it was built from. `key` tells their content: for the same
    key the last bank is returned as it was. The result is kept in `folder`, at the path that
    comes with it; one that cannot be written, or holds a damaged bank, costs the history, no
    more. What a person has to know of their decisions is added to `problems`.
    """
    place = digest("target-1", str(Path(target).resolve()), size=8)
    path = folder / f"{place}-{key}.json"
    last = next(iter(sorted(folder.glob(f"{place}-*.json"))), None)
    before = None if last is None else _loaded(last)
    fresh, documents = built
    if before is None:
        bank = fresh
    else:
        bank = before if last == path else merge(before, fresh, [*standing_sets(before, documents)])
        problems.extend(told_of_decisions(bank, before, path))
    if last != path:
        with suppress(OSError, OutputError):
            folder.mkdir(parents=True, exist_ok=True)
            bank.save(path)
            if last is not None:
                last.unlink()
    return bank, path


def _loaded(path: Path) -> Bank | None:
    try:
        return storage.load(path)
    except BankError:
        return None

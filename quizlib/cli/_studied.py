"""The banks of a session: those that are named, else those that were studied before."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from quizlib.cli import _say
from quizlib.cli._opening import opened
from quizlib.cli._problems import BANK_GONE, BANK_MOVED
from quizlib.errors import BankNotFound, QuizlibError, UnknownName

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from quizlib.learning import Store
    from quizlib.library import Opened
    from quizlib.model import Bank

#: The place of the deck that comes along, wherever that is installed.
SHIPPED = ""


def banks_to_study(
    named: Sequence[str], store: Store, now: Callable[[], dt.datetime], data_dir: Path | None
) -> list[Opened]:
    """The banks of a session, which the store remembers from now on.

    A remembered bank that cannot be opened is told, and stays remembered; where none can, the
    error of the last one studied is raised. Of the named ones all have to open.
    """
    if named:
        found = {_place(target): opened(target, data_dir) for target in named}
        _tell_moved(found, store)
    else:
        places = [bank.place for bank in store.banks()]
        found = _remembered(places, data_dir) if places else {SHIPPED: opened(None)}
    for place, one in found.items():
        store.remember_bank(place, one.bank.title, now())
    return list(found.values())


def remember(target: str | None, bank: Bank, store: Store, now: Callable[[], dt.datetime]) -> None:
    """Have a bank studied from now on; None is the deck that comes along."""
    place = SHIPPED if target is None else _place(target)
    store.remember_bank(place, bank.title, now())


def forget(target: str, store: Store) -> str:
    """Study a bank no more unless it is named; `target` is its place or title, which comes back.

    Raises UnknownName.
    """
    known = store.banks()
    for bank in known:
        if bank.place == _place(target) or target in {bank.place, bank.title}:
            store.forget_bank(bank.place)
            return bank.place or bank.title
    raise UnknownName("studied bank", target, [bank.place or bank.title for bank in known])


def _place(target: str) -> str:
    return os.path.abspath(target)  # noqa: PTH100 - takes "." and ".." out, and follows no link


def _remembered(places: Iterable[str], data_dir: Path | None) -> dict[str, Opened]:
    found: dict[str, Opened] = {}
    errors: dict[str, QuizlibError] = {}
    for place in places:
        try:
            found[place] = opened(place or None, data_dir, remembered=True)
        except QuizlibError as error:
            errors[place] = error
    if not found:
        raise next(iter(errors.values()))
    for place, trouble in errors.items():
        if isinstance(trouble, BankNotFound):
            command = shlex.join(["quizlib", "study", "--forget", place])
            _say.warn([BANK_GONE.at(place, command=command)])
        else:
            _say.note(f"warning: {trouble}")
    return found


def _tell_moved(found: dict[str, Opened], store: Store) -> None:
    """A bank takes the place of one of its title that is not there any more."""
    titles = {one.bank.title: place for place, one in found.items()}
    for known in store.banks():
        new = titles.get(known.title)
        if new and new != known.place and known.place and not Path(known.place).exists():
            store.forget_bank(known.place)
            _say.warn([BANK_MOVED.at(new, before=known.place)])

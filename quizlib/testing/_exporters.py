"""What must hold of every exporter."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from quizlib.errors import EmptyBank
from quizlib.exporters import Export, choices, exporters
from quizlib.exporters._view import clean
from quizlib.model import GAP, Status
from quizlib.testing._holding import hold, hold_line, hold_suffixes
from quizlib.testing._samples import BANK, HOSTILE_BANK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from quizlib.model import Bank, Item


def assert_exporter(
    name: str, read: Callable[[bytes], str], banks: Iterable[Bank] | None = None
) -> None:
    """The exporter shows the stem and the key of every item, in every format that it writes.

    `read` gives the text that a person sees in an exported file, its escapes resolved. Items
    that are not live do not appear, what cannot be shown is named, an empty bank is refused,
    and the same bank gives the same bytes. It is tried on `banks`; where none are given, on an
    item of every interaction (`BANK`) and on hostile texts (`HOSTILE_BANK`).
    """
    tried = (BANK, HOSTILE_BANK) if banks is None else tuple(banks)
    exporter = exporters.get(name)
    hold_line(exporter.summary, "the summary")
    hold_suffixes(exporter.suffixes)
    for option in choices(exporter.options):
        hold(option.help, f"the option {option.name} has no help")
    for suffix in exporter.suffixes:
        for bank in tried:
            _hold_shown(bank, _made(name, suffix, bank), read)
        _hold_left_out(name, suffix, read)


def _made(name: str, suffix: str, bank: Bank) -> Export:
    exporter = exporters.get(name)
    options = exporter.options(suffix=suffix)
    made = exporter.export(bank, options)
    hold(isinstance(made, Export), f"it makes {made!r:.60}, which is no Export")
    hold_line(made.summary, "the summary of what was made")
    again = exporter.export(bank, options)
    hold((made.data, made.beside) == (again.data, again.beside), "it does not make the same twice")
    return made


def _hold_shown(bank: Bank, made: Export, read: Callable[[bytes], str]) -> None:
    left_out = {problem.where for problem in made.problems}
    text = letters(read(made.data))
    for item in bank.live:
        for words in (item.stem, item.key[0]) if item.id not in left_out else ():
            hold(shows(text, words), f"of {item.id}, {words!r} is not to be seen")


def shows(text: str, words: str) -> bool:
    """Whether `text`, as `letters` leaves it, holds `words`, their gap filled or left open."""
    parts = (re.escape(letters(part)) for part in clean(words).split(GAP))
    return re.search(r".{0,90}?".join(parts), text) is not None


def letters(words: str) -> str:
    """What is printed of `words`: without white space and marks that are not seen.

    A PDF holds glyphs: where a line ends and how letters were composed is not in it, and
    what was overridden to run from right to left comes back as it looks.
    """
    looks = re.sub("\u202e([^\u202c]*)\u202c?", lambda found: found[1][::-1], words)
    return "".join(
        c
        for c in unicodedata.normalize("NFKC", looks)
        if not c.isspace() and unicodedata.category(c) not in {"Cf", "Cc", "Cn"}
    )


def _odd(item: Item, id: str, **fields: object) -> Item:
    return item.model_copy(update={"id": id, "stem": f"{id} stem", **fields})


def _hold_left_out(name: str, suffix: str, read: Callable[[bytes], str]) -> None:
    sample = BANK.items[0]
    unseen = [_odd(sample, f"un{s}", status=s) for s in (Status.REJECTED, Status.RETIRED)]
    unknown = _odd(sample, "unknown-kind", kind="no-such-kind")
    made = _made(name, suffix, BANK.model_copy(update={"items": (*BANK.items, *unseen, unknown)}))
    text = read(made.data)
    for item in (*unseen, unknown):
        hold(item.stem not in text, f"an item appears that should not: {item.stem!r}")
    hold(any(problem.where == unknown.id for problem in made.problems), "a lost item is not named")
    exporter = exporters.get(name)
    try:
        exporter.export(BANK.model_copy(update={"items": tuple(unseen)}), exporter.options())
    except EmptyBank:
        return
    hold(False, "a bank without live items is not refused with EmptyBank")

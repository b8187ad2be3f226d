"""CSV: one row for every item, for spreadsheets and programs.

RFC 4180 in UTF-8 with a byte order mark, without which Excel takes the file for the
system's old code page. Several entries in one cell stand on lines of their own.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from quizlib.exporters import NOTHING, Export, Options
from quizlib.exporters._view import Shown, clean, show
from quizlib.files import guarded
from quizlib.model import Choice, Match
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizlib.model import Bank

COLUMNS = (
    "id",
    "kind",
    "source_line",
    "context",
    "stem",
    "options",
    "key",
    "distractors",
    "explanation",
    "quote",
    "document",
    "line",
    "tags",
    "status",
    "prompts",
)


class Csv:
    summary = "one row for every item, for spreadsheets and programs"
    suffixes = (".csv",)
    options = Options

    def export(self, bank: Bank, options: Options = NOTHING) -> Export:
        shown, problems = show(bank)
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(COLUMNS)
        writer.writerows([guarded(cell) for cell in _row(item)] for item in shown)
        data = text.getvalue().encode("utf-8-sig")
        return Export(data, counted(len(shown), "row"), problems)


def _row(item: Shown) -> tuple[str, ...]:
    """The cells of one item, in the order of COLUMNS."""
    return (
        item.id,
        item.kind,
        item.source_line,
        item.context,
        item.stem,
        _lines(item.options),
        _lines((*_key(item), *item.accepted)),
        _lines(item.distractors),
        item.explanation,
        _lines(quote.words for quote in item.quotes),
        _lines(quote.title for quote in item.quotes),
        _lines(str(quote.line) for quote in item.quotes),
        _lines(item.tags),
        item.status.value,
        _lines(_prompts(item)),
    )


def _key(item: Shown) -> Iterable[str]:
    """What is right; of several options in the order of the bank, not in that shown."""
    if isinstance(item.interaction, Choice) and item.interaction.multiple:
        return map(clean, item.original.key)
    return item.key


def _prompts(item: Shown) -> Iterable[str]:
    """The left sides of a match."""
    return item.interaction.left if isinstance(item.interaction, Match) else ()


def _lines(entries: Iterable[str]) -> str:
    """One entry on a line; line ends inside an entry become spaces."""
    return "\n".join(" ".join(entry.splitlines()) for entry in entries)


exporter = Csv()

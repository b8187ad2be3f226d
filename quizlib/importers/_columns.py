"""A table of questions: which of its columns is what, by the names that people give them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from quizlib.files import guarded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: What a column holds -> its names, without case, spaces and signs. docs/formats/csv.md has them.
NAMES = {
    "id": "id guid uid identifier",
    "kind": "kind type questiontype itemtype",
    "stem": "stem question questiontext front prompt term word q",
    "context": "context passage",
    "prompts": "prompts left",
    "key": "key answer answers correct correctanswer correctanswers correctoption right rightanswer"
    " solution back definition meaning translation a",
    "accepted": "accepted alsoaccepted",
    "options": "options choices alternatives answeroptions",
    "distractors": "distractors wrong wronganswers incorrect incorrectanswers",
    "explanation": "explanation feedback rationale remark comment note notes extra",
    "quote": "quote quotes",
    "tags": "tags tag labels keywords",
    "section": "section category topic chapter subject unit",
    "source": "sourceline source deck",
    "document": "document",
    "line": "line",
    "status": "status",
}
_FIELDS = {name: field for field, names in NAMES.items() for name in names.split()}
#: Columns of which there is one for each option: option1, Choice B, wrong_answer_2.
_NUMBERED = re.compile(
    r"(?:(option|choice|alternative|answer)|(distractor|wrong|wronganswer|incorrectanswer))"
    r"(?:[1-9]\d?|[a-j])"
)
#: What may stand in several columns.
_SEVERAL = frozenset(
    {"options", "distractors", "accepted", "explanation", "tags", "section", "key"}
)
#: The columns by which quizlib's own files are known.
OWN = frozenset({"id", "kind", "source_line", "stem", "key", "distractors", "status"})
_SEPARATORS = ",;\t|"
#: How spreadsheets are told of the separator; no part of the table.
_TOLD = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)


class Row(NamedTuple):
    """A line of the table: what its columns hold by their field, and whether it has cells more."""

    line: int
    cells: dict[str, list[str]]
    longer: bool

    def text(self, field: str) -> str:
        """The cell, or the first of several."""
        return self.cells.get(field, [""])[0]


class Table:
    """The rows of `text`. `own` says that quizlib wrote it.

    `unknown` are the columns, by name, that hold something and are not taken. Iterating
    raises csv.Error where quotation marks do not fit together.
    """

    def __init__(self, text: str) -> None:
        separator, body, self._before = _laid_out(text)
        self._rows = csv.reader(io.StringIO(body, newline=""), delimiter=separator, strict=True)
        self.header = [name.strip() for name in next(self._rows, [])]
        self.own = set(self.header) >= OWN
        # The line of a quote means nothing where the quote is not quizlib's.
        found = fields(self.header)
        self._fields = [name if self.own or name != "line" else "" for name in found]
        self.unknown: Counter[str] = Counter()

    @property
    def taken(self) -> frozenset[str]:
        """What the columns hold."""
        return frozenset(self._fields)

    def __iter__(self) -> Iterator[Row]:
        line = self._line()
        for cells in self._rows:
            if any(cell.strip() for cell in cells):
                yield self._row(line, cells)
            line = self._line()

    def _line(self) -> int:
        """The line on which the next row begins."""
        return self._before + self._rows.line_num + 1

    def _row(self, line: int, cells: Sequence[str]) -> Row:
        found: dict[str, list[str]] = {}
        for place, cell in enumerate(cells[: len(self._fields)]):
            bare = unguarded(cell) if self.own else unguarded(cell.strip())
            if field := self._fields[place]:
                found.setdefault(field, []).append(bare)
            elif bare:
                self.unknown[self.header[place] or f"column {place + 1}"] += 1
        return Row(line, found, any(cell.strip() for cell in cells[len(self._fields) :]))


def asks(text: str) -> bool:
    """Whether the first line names a column of questions."""
    separator, body, _ = _laid_out(text)
    return "stem" in fields(_first(body, separator))


def fields(header: Sequence[str]) -> list[str]:
    """What each of the columns holds, "" for one that is not known or is there already."""
    names = [re.sub(r"[\W_]+", "", name.casefold()) for name in header]
    lettered = {"a", "b"} <= set(names)
    found: list[str] = []
    for name in names:
        field = _field(name, lettered=lettered)
        found.append("" if field in found and field not in _SEVERAL else field)
    return found


def _field(name: str, *, lettered: bool) -> str:
    if lettered and re.fullmatch("[a-j]", name):
        return "options"
    if numbered := _NUMBERED.fullmatch(name):
        return "options" if numbered[1] else "distractors"
    return _FIELDS.get(name, "")


def _laid_out(text: str) -> tuple[str, str, int]:
    """The separator, the text from its header on, and how many lines stand above that."""
    told = _TOLD.match(text)
    body = text[told.end() :] if told else text
    bare = body.lstrip("\r\n")
    above = (1 if told else 0) + body[: len(body) - len(bare)].count("\n")
    if told:
        return told[1], bare, above
    known = {each: len(list(filter(None, fields(_first(bare, each))))) for each in _SEPARATORS}
    return max(_SEPARATORS, key=lambda each: known[each]), bare, above


def _first(body: str, separator: str) -> list[str]:
    """The names in the first line."""
    line = re.split(r"[\r\n]", body, maxsplit=1)[0]
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return []


def unguarded(cell: str) -> str:
    """`cell` without the apostrophe that keeps spreadsheets from running it."""
    return cell[1:] if cell[:1] == "'" and guarded(cell[1:]) == cell else cell

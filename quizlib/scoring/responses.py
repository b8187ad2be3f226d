"""What was answered on paper: a table from a scanner, or typed in."""

from __future__ import annotations

import csv
import io
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from quizlib.errors import UnreadableForms
from quizlib.model import Frozen

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

    from quizlib.scoring.form_map import FormMap

#: Columns that are no question's, whatever case they are written in.
LEARNER, FORM = "learner", "form"


class Filled(Frozen):
    """One learner's sheet; `line` is where it stands in the table, `answers` by number.

    `fault` is why it cannot be scored, empty where it can; `form` is then what stands there.
    """

    learner: str
    form: str
    line: int
    answers: dict[int, str]
    fault: str = ""


def read_responses(path: str | os.PathLike[str], forms: FormMap) -> list[Filled]:
    """The sheets in a CSV file: a column for the learner, one for the form, one a question.

    Comma, semicolon or tab; UTF-8. A sheet with one form needs no column for it. A line without
    a learner and without an answer is no sheet; one that cannot be scored tells why.
    Raises UnreadableForms where the table as a whole cannot be read.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UnreadableForms(path, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise UnreadableForms(path, "it is no UTF-8 text") from error
    try:
        return _rows(text, forms)
    except (ValueError, csv.Error) as error:
        raise UnreadableForms(path, str(error)) from error


def _rows(text: str, forms: FormMap) -> list[Filled]:
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns = _columns(next(table, []), forms)
    filled = [
        _filled(columns, row, table.line_num, forms) for row in table if _written(columns, row)
    ]
    if not filled:
        raise ValueError("no sheet in it: a header line, then a line for each learner")
    return filled


def _columns(header: list[str], forms: FormMap) -> list[str]:
    names = [name.strip().casefold() for name in header]
    if LEARNER not in names:
        raise ValueError(f"line 1: no column {LEARNER!r}")
    if FORM not in names and len(forms.forms) > 1:
        raise ValueError(f"line 1: no column {FORM!r}, and the sheet has several forms")
    most = max(len(entries) for entries in forms.forms.values())
    known = {LEARNER, FORM, *(str(number) for number in range(1, most + 1))}
    for name in names:
        if name not in known:
            raise ValueError(f"line 1: column {name!r} is neither learner, form nor 1 to {most}")
    if len(set(names)) < len(names):
        raise ValueError("line 1: a column is given twice")
    return names


def _written(columns: Sequence[str], row: Sequence[str]) -> bool:
    """Whether anything stands in the row besides a form's name."""
    return any(cell.strip() for name, cell in zip_longest(columns, row) if cell and name != FORM)


def _filled(columns: Sequence[str], row: Sequence[str], line: int, forms: FormMap) -> Filled:
    cells = dict(zip_longest(columns, row[: len(columns)], fillvalue=""))
    [*_, only] = forms.forms
    named = cells.get(FORM, only).strip()
    form = next((form for form in forms.forms if form.casefold() == named.casefold()), None)
    answers = {int(name): cell.strip() for name, cell in cells.items() if name.isdigit()}
    fault = _unknown(named, forms) if form is None else _unfit(answers, len(forms.forms[form]))
    over = next((cell for cell in row[len(columns) :] if cell.strip()), "")
    return Filled(
        learner=cells[LEARNER].strip(),
        form=named if form is None else form,
        line=line,
        answers=answers,
        fault=fault or (f"more cells than columns, with {over!r}" if over else ""),
    )


def _unknown(form: str, forms: FormMap) -> str:
    return f"no form {repr(form) if form else 'told'}; known: {', '.join(forms.forms)}"


def _unfit(answers: Mapping[int, str], asked: int) -> str:
    """That more was answered than the form asks, "" where it was not."""
    number = next((number for number, cell in answers.items() if cell and number > asked), 0)
    return f"its form has no question {number}" if number else ""

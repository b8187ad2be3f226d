"""What was answered on paper: a table from a scanner, or typed in."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from quizlib.errors import UnreadableForms
from quizlib.model import Frozen

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    from quizlib.scoring.form_map import FormMap

#: Columns that are no question's, whatever case they are written in.
LEARNER, FORM = "learner", "form"


class Filled(Frozen):
    """One learner's sheet; `line` is where it stands in the table, `answers` by number."""

    learner: str
    form: str
    line: int
    answers: dict[int, str]


def read_responses(path: str | os.PathLike[str], forms: FormMap) -> list[Filled]:
    """The sheets in a CSV file: a column for the learner, one for the form, one a question.

    Comma, semicolon or tab; UTF-8. A sheet with one form needs no column for it.
    Raises UnreadableForms, which names the line.
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
        _filled(
            dict(zip(columns, (*row, *("" for _ in columns)), strict=False)),
            len(row) - len(columns),
            table.line_num,
            forms,
        )
        for row in table
        if any(cell.strip() for cell in row)
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


def _filled(row: Mapping[str, str], over: int, line: int, forms: FormMap) -> Filled:
    if over > 0:
        raise ValueError(f"line {line}: more cells than columns")
    [*_, only] = forms.forms
    form = _form(row.get(FORM, only).strip(), forms)
    if form is None:
        known = ", ".join(forms.forms)
        raise ValueError(f"line {line}: no form {row.get(FORM, '').strip()!r}; known: {known}")
    answers = {int(name): cell.strip() for name, cell in row.items() if name.isdigit()}
    beyond = [n for n, cell in answers.items() if cell and n > len(forms.forms[form])]
    if beyond:
        raise ValueError(f"line {line}: form {form!r} has no question {beyond[0]}")
    return Filled(learner=row[LEARNER].strip(), form=form, line=line, answers=answers)


def _form(name: str, forms: FormMap) -> str | None:
    return next((form for form in forms.forms if form.casefold() == name.casefold()), None)

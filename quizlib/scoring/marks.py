"""Results as a mark book has them: a line for each sheet, a column for each item."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from quizlib.files import guarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizlib.scoring.form_map import FormMap
    from quizlib.scoring.results import Result, Results


def marks(forms: FormMap, results: Results) -> str:
    """The table as CSV (RFC 4180): points by item, their sum, and the share in percent.

    Columns are named by the items' numbers on the forms ("A1 B4"), in the order of the first. A
    sheet without an item has nothing there; what could not be read has a "?", and a sheet that
    could not be scored has nothing but its learner and form, below all others.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    numbers = forms.numbers
    writer.writerow(["learner", "form", *numbers.values(), "points", "of", "percent"])
    for sheet in _sheets(results.results):
        earned = {each.item: "?" if each.unread else f"{each.points:g}" for each in sheet}
        points, of = sum(each.points for each in sheet), sum(each.of for each in sheet)
        total = (f"{round(points, 2):g}", f"{of:g}", f"{100 * points / of:.0f}")
        cells = (sheet[0].learner, sheet[0].form, *(earned.get(id, "") for id in numbers), *total)
        writer.writerow(guarded(cell) for cell in cells)
    for other in results.unscored:
        blank = [""] * (len(numbers) + 3)
        writer.writerow(guarded(cell) for cell in (other.learner, other.form, *blank))
    return text.getvalue()


def _sheets(results: Iterable[Result]) -> Iterator[list[Result]]:
    """The results of each sheet, which stand in a row, by number."""
    sheet: list[Result] = []
    for each in results:
        if sheet and each.number <= sheet[-1].number:
            yield sheet
            sheet = []
        sheet.append(each)
    if sheet:
        yield sheet

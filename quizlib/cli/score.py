"""`quizlib score`"""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - Typer reads annotations when it runs
from typing import TYPE_CHECKING, Annotated

import typer

from quizlib.cli import _say
from quizlib.terminal.text import folded
from quizlib.wording import counted

if TYPE_CHECKING:
    from quizlib.scoring import FormMap, Results
    from quizlib.scoring.results import Total

#: Formats of the results, by the suffix of their file.
SUFFIXES = (".json", ".csv")
#: Stands for a learner without a name.
NOBODY = "(no name)"


def score(
    form_map: Annotated[
        Path, typer.Argument(metavar="FORM-MAP", help="The …-map.json beside a worksheet.")
    ],
    responses: Annotated[
        Path,
        typer.Argument(
            metavar="RESPONSES",
            help="A CSV file: columns learner, form, 1, 2, …; a line for each sheet.",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The results, as .json or .csv, for `analyse`."
        ),
    ] = None,
    marks: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="A table for a mark book, as .csv: a line for each sheet."
        ),
    ] = None,
) -> None:
    """Score filled worksheets, by learner and by item across forms.

    Letters as printed for a choice ("B", "A C") and a match ("B A C"), the numbers from top
    to bottom for an order ("2 1 3"), the words for a gap; "right", "wrong", a share ("0.5")
    or points ("2/3") for an answer in sentences, which a person judges.

    Exits with 1 where a sheet or an answer could not be read; all others are scored.
    """
    from quizlib.errors import OutputError
    from quizlib.files import write_whole
    from quizlib.model import Severity
    from quizlib.scoring import load_forms, read_responses
    from quizlib.scoring import marks as in_marks
    from quizlib.scoring import score as scored

    if output is not None and output.suffix.lower() not in SUFFIXES:
        raise OutputError(output, "results are .json or .csv files; give it that ending")
    if marks is not None and marks.suffix.lower() != ".csv":
        raise OutputError(marks, "a table for a mark book is a .csv file; give it that ending")
    forms = load_forms(form_map)
    sheets = read_responses(responses, forms)
    results, problems = scored(forms, sheets)
    _say.warn(problems)
    if output is not None:
        json = output.suffix.lower() == ".json"
        write_whole(output, (results.to_json() if json else results.to_csv()).encode())
    if marks is not None:
        write_whole(marks, in_marks(forms, results).encode())
    left = f", {len(results.unscored)} of them not scored" if results.unscored else ""
    typer.echo(f"{folded(results.title)}: {counted(len(sheets), 'sheet')}{left}\n")
    typer.echo(_page(results, forms))
    raise typer.Exit(any(problem.severity is Severity.ERROR for problem in problems))


def _page(results: Results, forms: FormMap) -> str:
    stems = {entry.id: entry.stem for entries in forms.forms.values() for entry in entries}
    learners = [(each.name or NOBODY, _earned(each)) for each in results.learners()]
    learners += [(each.learner or NOBODY, f"not scored: {each.fault}") for each in results.unscored]
    items = [
        (forms.numbers[each.name], f"{each.share:.0%} {folded(stems[each.name])}")
        for each in results.items()
    ]
    parts = [f"Learners\n{_say.table(learners)}"]
    if items:
        parts.append(f"Items, the hardest first\n{_say.table(items)}")
    return "\n\n".join(parts)


def _earned(total: Total) -> str:
    numbers = ", ".join(map(str, total.unread))
    unread = f"; not read: question {numbers}" if numbers else ""
    return f"{round(total.points, 2):g} of {total.of:g} ({total.share:.0%}){unread}"

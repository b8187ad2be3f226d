"""Answers from the files that hold them, known by what is in them."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from quizlib.analysis.answers import Answer, of_log, of_results, of_scores
from quizlib.contents import LOG, SCORES, contents
from quizlib.errors import SourceNotFound, UnreadableResults
from quizlib.learning.log_file import read_log
from quizlib.learning.page_results import read_results
from quizlib.model import Problem, ProblemCode, ResultsFile, Severity
from quizlib.scoring import Results

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

    Given = str | os.PathLike[str] | ResultsFile | Results

WANTED = ("learner", "item", "share")
#: Of files with answers, by which they are found in a folder.
SUFFIXES = (".json", ".jsonl", ".csv")
ALLOWED = (
    "wanted are results of quizzes and web pages, scored worksheets, exported logs, or a table with"
    " the columns learner, item, share; the bank goes behind --bank"
)


SAME_LEARNER = ProblemCode(
    name="same-learner",
    severity=Severity.WARNING,
    message="more than one sheet of {learner}: the first answer to each item counts",
    cause="Results hold two answers of one name to one item: two learners, or one twice.",
    cure="Tell the learners apart by name, if they are two.",
    example={"where": "monday.csv", "learner": "Anna"},
)


def unfolded(given: Iterable[Given]) -> Iterator[Given]:
    """What is `given`, in the place of each folder the files in it by name.

    Raises UnreadableResults for a folder without one.
    """
    for one in given:
        if isinstance(one, ResultsFile | Results) or not Path(one).is_dir():
            yield one
            continue
        files = [file for file in sorted(Path(one).iterdir()) if file.suffix.lower() in SUFFIXES]
        if not files:
            told = f"no results: no file in it ends with {', '.join(SUFFIXES)}"
            raise UnreadableResults(one, told)
        yield from files


def read_answers(given: Given) -> tuple[list[Answer], list[Problem]]:
    """The answers in a file, or in what was read from one, and what is wrong with some.

    A learner without a name is known by the file's. Raises SourceNotFound, UnreadableResults,
    LogError.
    """
    match given:
        case ResultsFile():
            return list(of_results(given, "")), []
        case Results():
            return _scores(given, given.title)
    path = Path(given)
    data = _content(path)
    results = read_results(data, str(path))
    if results is not None:
        return list(of_results(results, path.stem)), []
    text = _text(path, data)
    if not text.lstrip().startswith("{"):
        return _rows(path, text)
    found = contents(data)
    if found == SCORES:
        return _scores(_read_scores(path, text), str(path))
    if found == LOG:
        entries, problems = read_log(data, str(path))
        return list(of_log(entries, path.stem)), problems
    what = f"it is {found}" if found else "no results"
    raise UnreadableResults(path, f"{what}; {ALLOWED}")


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SourceNotFound(path) from error
    except OSError as error:
        raise UnreadableResults(path, error.strerror or str(error)) from error


def _text(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableResults(path, "it is no UTF-8 text") from error


def _read_scores(path: Path, text: str) -> Results:
    try:
        return Results.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise UnreadableResults(path, f"{place}: {first['msg']}") from error


def _scores(results: Results, name: str) -> tuple[list[Answer], list[Problem]]:
    answers = list(of_scores(results))
    return answers, list(_repeated(answers, name))


def _rows(path: Path, text: str) -> tuple[list[Answer], list[Problem]]:
    """The rows of a table with columns of these names, in any order, among others."""
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    try:
        table = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        missing = [name for name in WANTED if name not in (table.fieldnames or ())]
        if missing:
            told = f"no results: no column {', '.join(missing)}; see quizlib analyse --help"
            raise UnreadableResults(path, told)
        answers = [_row(path, table.line_num, row) for row in table if not row.get("unread")]
    except csv.Error as error:
        raise UnreadableResults(path, str(error)) from error
    return answers, list(_repeated(answers, str(path)))


def _row(path: Path, line: int, row: dict[str, str | None]) -> Answer:
    plain = {name: (cell or "").removeprefix("'") for name, cell in row.items() if name}
    options = plain.get("options", "").split()
    omitted = not plain.get("response", "-").strip()
    try:
        return Answer(
            learner=plain["learner"],
            item=plain["item"],
            points=float(plain["share"].replace(",", ".")),
            omitted=omitted,
            chosen=tuple(map(int, options)) if options or omitted else None,
        )
    except ValueError as error:
        told = f"line {line}: share between 0 and 1 and options as 0 2 are wanted"
        raise UnreadableResults(path, told) from error


def _repeated(answers: list[Answer], name: str) -> Iterator[Problem]:
    """Sheets of one name, of which only the first counts: two learners, or one twice."""
    seen: set[tuple[str, str]] = set()
    told: set[str] = set()
    for answer in answers:
        if (answer.learner, answer.item) in seen and answer.learner not in told:
            told.add(answer.learner)
            who = answer.learner or "nobody"
            yield SAME_LEARNER.at(name, learner=who)
        seen.add((answer.learner, answer.item))

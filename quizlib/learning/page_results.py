"""Results read from their file, and as entries of the learner's log."""

from __future__ import annotations

import json

from pydantic import ValidationError

from quizlib.errors import DamagedLog, NewerLog
from quizlib.learning.days import learner_day
from quizlib.learning.entries import Review
from quizlib.learning.scheduler import Rating
from quizlib.model import ResultsFile

FORMAT = 1

#: What such a file holds, in messages.
WHAT = "results"


def read_results(data: bytes, name: str) -> ResultsFile | None:
    """The results in a file (docs/formats/results.md); None for another sort of file.

    `name` is the file's in what is told. Raises DamagedLog for results that do not fit their
    schema, NewerLog.
    """
    if b'"quizlib results"' not in data:
        return None
    try:
        told = json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or told.get("type") != "quizlib results":
        return None
    found = told.get("format")
    if type(found) is not int:
        raise DamagedLog(name, "format: missing or no number", what=WHAT)
    if found > FORMAT:
        raise NewerLog(name, found, FORMAT, what=WHAT)
    try:
        return ResultsFile.model_validate(told)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = ".".join(map(str, first["loc"]))
        why = f"{first['msg'][0].lower()}{first['msg'][1:]}"
        raise DamagedLog(name, f"{place}: {why}", what=WHAT) from error


def reviews(results: ResultsFile) -> list[Review]:
    """A review for every answer: good for a right one, else again.

    What was neither answered nor judged says nothing about the memory and is left out. Each
    review has its answer's id, so that results downloaded and merged again count once.
    """
    return [
        Review(
            id=answer.id,
            at=answer.at,
            card=answer.item,
            rating=Rating.GOOD if answer.right else Rating.AGAIN,
            day=learner_day(answer.at),
            seconds=answer.seconds,
            points=None if answer.rated else answer.points,
            bank=results.bank.title,
            during="quiz",
        )
        for sitting in results.sittings
        for answer in sitting.answers
        if answer.response or answer.rated
    ]

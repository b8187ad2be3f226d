"""One shape for the answers of many learners, wherever they were given."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pydantic import Field

from quizlib.learning import Rating, Review
from quizlib.learning.entries import Undo
from quizlib.model import Frozen, ResultsFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizlib.learning import Entry
    from quizlib.scoring import Results

_BEFORE = dt.datetime.min.replace(tzinfo=dt.UTC)


class Answer(Frozen):
    """What one learner made of one item.

    `points` are the share of the item's points that it earned. `chosen` are the options, in
    words or as indices in the item's own order; None where that is not known, or nothing was
    to choose. `at` orders the answers of one learner to one item: the first one counts.
    """

    learner: str
    item: str
    points: float = Field(ge=0, le=1)
    omitted: bool = False
    chosen: tuple[str | int, ...] | None = None
    at: dt.datetime = _BEFORE


def of_results(results: ResultsFile, learner: str) -> Iterator[Answer]:
    """The answers in a results' file; `learner` is who gave no name there."""
    for sitting in results.sittings:
        for answer in sitting.answers:
            said = answer.response
            chosen = None if isinstance(said, str) else tuple(one for one in said if one)
            yield Answer(
                learner=results.learner or learner,
                item=answer.item,
                points=answer.points,
                omitted=not said and not answer.rated,  # who judges has thought of one
                chosen=chosen,
                at=answer.at,
            )


def of_scores(results: Results) -> Iterator[Answer]:
    """The answers of scored worksheets, but for those that could not be read."""
    for result in results.results:
        if result.unread:
            continue
        yield Answer(
            learner=result.learner,
            item=result.item,
            points=result.share,
            omitted=not result.response,
            chosen=result.options or (None if result.response else ()),
        )


def of_log(entries: Iterable[Entry], learner: str) -> Iterator[Answer]:
    """The reviews of a learner's log; where the learner alone judged one, by the rating."""
    every = list(entries)
    undone = {entry.target for entry in every if isinstance(entry, Undo)}
    for entry in every:
        if isinstance(entry, Review) and entry.id not in undone:
            known = float(entry.rating > Rating.AGAIN)
            points = known if entry.points is None else entry.points
            yield Answer(learner=learner, item=entry.card, points=points, at=entry.at)


def first_ones(answers: Iterable[Answer]) -> dict[str, dict[str, Answer]]:
    """Item -> learner -> the learner's first answer to it, both in their natural order.

    Later answers say what was learned from the first one, not how good the item is.
    """
    found: dict[str, dict[str, Answer]] = {}
    for answer in sorted(answers, key=lambda answer: (answer.item, answer.learner, answer.at)):
        found.setdefault(answer.item, {}).setdefault(answer.learner, answer)
    return found

"""A web page's results as entries of the learner's log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.learning.days import learner_day
from quizlib.learning.entries import Review
from quizlib.learning.scheduler import Rating

if TYPE_CHECKING:
    from quizlib.model import ResultsFile


def reviews(results: ResultsFile) -> list[Review]:
    """A review for every answer: good for a right one, else again.

    What was not answered says nothing about the memory and is left out. Each review has its
    answer's id, so that results downloaded and merged again count once.
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
        if answer.response
    ]

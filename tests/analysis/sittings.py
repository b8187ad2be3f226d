"""Results written by hand."""

from __future__ import annotations

import datetime as dt

from quizlib.model import AnswerRecord, BankName, ResultsFile, SittingRecord

AT = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)


def results(learner, points, said=None, day=1):
    """One learner's results: item -> points, and item -> response where that matters."""
    at = AT.replace(day=day)
    answers = tuple(
        AnswerRecord(
            id=f"{learner}-{item}-{day}",
            item=item,
            revision=0,
            at=at,
            seconds=5,
            response=tuple((said or {}).get(item, ["something"])),
            points=earned,
            right=earned == 1,
            rated=False,
        )
        for item, earned in points.items()
    )
    sitting = SittingRecord(
        id=f"{learner}-{day}", mode="exam", started=at, ended=at, asked=tuple(points),
        answers=answers,
    )  # fmt: skip
    return ResultsFile(bank=BankName(id="b", title="Salt"), learner=learner, sittings=(sitting,))

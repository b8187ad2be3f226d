"""What is answered in a quiz, kept as it comes: for its results, and in the learner's log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.grading import recorded
from quizlib.learning.suggestion import suggested
from quizlib.model import (
    AnswerRecord,
    BankName,
    ExtendedText,
    ResultsFile,
    SittingRecord,
    TextEntry,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from quizlib.learning.quiz import Quiz
    from quizlib.learning.store import Store
    from quizlib.model import Item, Score


class Record:
    """The answers of one sitting. With a `store`, each is in its log when `add` returns."""

    def __init__(
        self,
        quiz: Quiz,
        now: Callable[[], dt.datetime],
        new_id: Callable[[], str],
        *,
        exam: bool = False,
        store: Store | None = None,
    ) -> None:
        """`now` gives the time with the learner's time zone, `new_id` ids unique in the world."""
        self.quiz = quiz
        self.exam = exam
        self.began = now()
        self._now = now
        self._new_id = new_id
        self._store = store
        self._answers: dict[str, AnswerRecord] = {}

    def add(self, item: Item, response: object, score: Score, seconds: float) -> None:
        """Keep an answer with its last score; `seconds` it took.

        All go into the log, the first one to each item into the results. Raises StoreError.
        """
        put = self.quiz.presented(item)
        if self._store is None:
            id, at = self._new_id(), self._now()
        else:
            entry = self._store.review(
                item.id,
                suggested(score, seconds, item, put.interaction),
                self._now,
                seconds=seconds,
                points=None if score.self_rated else score.points,
                bank=self.quiz.bank.title,
                during="quiz",
            )
            id, at = entry.id, entry.at.astimezone(self.began.tzinfo)
        answer = AnswerRecord(
            id=id,
            item=item.id,
            revision=item.revision,
            at=at,
            seconds=seconds,
            response=recorded(put.interaction, response, put.shown),
            points=score.points,
            right=score.right,
            rated=score.self_rated,
        )
        self._answers.setdefault(item.id, answer)

    def results(self, learner: str = "") -> ResultsFile:
        """The sitting, which ends now; in an exam, what was not answered is blank."""
        ended = self._now()
        if self.exam:
            for item in self.quiz.items:
                self._answers.setdefault(item.id, self._blank(item, ended))
        sitting = SittingRecord(
            id=self._new_id(),
            mode="exam" if self.exam else "practice",
            started=self.began,
            ended=ended,
            asked=tuple(item.id for item in self.quiz.items),
            answers=tuple(self._answers.values()),
        )
        return ResultsFile(bank=BankName.of(self.quiz.bank), learner=learner, sittings=(sitting,))

    def _blank(self, item: Item, at: dt.datetime) -> AnswerRecord:
        typed = isinstance(self.quiz.presented(item).interaction, TextEntry | ExtendedText)
        return AnswerRecord(
            id=self._new_id(),
            item=item.id,
            revision=item.revision,
            at=at,
            seconds=0,
            response="" if typed else (),
            points=0,
            right=False,
            rated=False,
        )

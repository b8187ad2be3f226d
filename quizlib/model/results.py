"""Results: what a learner answered in quizzes, with the points.

`quizlib quiz --json`, and a page that `quizlib export web` made, write them as one JSON file
(docs/formats/results.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import AwareDatetime, Field

from quizlib.files import digest
from quizlib.model.base import Frozen

if TYPE_CHECKING:
    from quizlib.model.bank import Bank


class AnswerRecord(Frozen):
    """One answer to one item.

    Attributes:
        id: The answer's own, unique in the world, so that results read twice count once.
        item: The item's id.
        revision: The item's when it was asked.
        at: When it was answered.
        seconds: The time until the answer.
        response: What `quizlib.Quiz.answer` takes, in the bank's own words: a text, or the
            options, entries or right sides (None for a left side without one); an empty one was
            not answered.
        points: In [0, 1].
        right: Whether it earned all points.
        rated: Whether the learner had the last word.
    """

    id: str
    item: str
    revision: int = Field(ge=0)
    at: AwareDatetime
    seconds: float = Field(ge=0)
    response: str | tuple[str | None, ...]
    points: float = Field(ge=0, le=1)
    right: bool
    rated: bool


class SittingRecord(Frozen):
    """One sitting.

    In an exam every item has an answer once it has `ended`; in practice what was passed by
    has none.

    Attributes:
        id: The sitting's own, unique in the world.
        mode: Whether it is an exam.
        started: When it began.
        ended: When it ended; None while it goes on.
        asked: The ids of the items, in the order asked.
        answers: Those given so far.
    """

    id: str
    mode: Literal["practice", "exam"]
    started: AwareDatetime
    ended: AwareDatetime | None
    asked: tuple[str, ...]
    answers: tuple[AnswerRecord, ...]


class BankName(Frozen):
    """Which bank.

    Attributes:
        id: Follows from its title and documents, and a rebuild keeps it.
        title: The bank's name.
    """

    id: str
    title: str

    @classmethod
    def of(cls, bank: Bank) -> BankName:
        """The name of `bank`."""
        documents = (record.id for record in bank.documents)
        return cls(id=digest("page-1", bank.title, *documents), title=bank.title)


class ResultsFile(Frozen):
    """A results' file: every sitting of one learner with one bank, the oldest first."""

    type: Literal["quizlib results"] = "quizlib results"
    format: Literal[1] = 1
    bank: BankName
    learner: str
    sittings: tuple[SittingRecord, ...]

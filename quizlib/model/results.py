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

    `id` is the answer's own, unique in the world, so that results read twice count once.
    `revision` is the item's when it was asked. `seconds` is the time until the answer.
    `response` is what `quizlib.grading.grade` takes, in the bank's own words: a text, or the
    options, entries or right sides (None for a left side without one); an empty one was not
    answered. `points` is in [0, 1]; `rated` says that the learner had the last word.
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
    """One sitting: the ids of the items `asked`, in order, and the answers so far.

    In an exam every item has an answer once it has `ended`; in practice what was passed by
    has none.
    """

    id: str
    mode: Literal["practice", "exam"]
    started: AwareDatetime
    ended: AwareDatetime | None
    asked: tuple[str, ...]
    answers: tuple[AnswerRecord, ...]


class BankName(Frozen):
    """Which bank: `id` follows from its title and documents, and a rebuild keeps it."""

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

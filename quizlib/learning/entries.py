"""The learner's log: what happened, entry by entry; all else about a learner follows from it.

Entries are only ever added. What is taken back stays, with an `Undo` that names it. Every
entry has an id of its own in all the world, so that logs of several machines are merged by
putting them together.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    AwareDatetime,
    ConfigDict,
    Field,
    PlainSerializer,
    TypeAdapter,
    model_validator,
)

from quizlib.learning.scheduler import Rating, Scheduling
from quizlib.model import Frozen

#: Times are within these bounds, far from where sums of dates end.
EARLIEST, LATEST = dt.datetime(1970, 1, 1, tzinfo=dt.UTC), dt.datetime(2200, 1, 1, tzinfo=dt.UTC)
#: How far the learner's day may be from the one in UTC, in days.
_OFF = 2

Utc = Annotated[
    AwareDatetime,
    Field(ge=EARLIEST, le=LATEST),
    AfterValidator(lambda moment: moment.astimezone(dt.UTC)),
]
Number = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Id = Annotated[str, Field(min_length=1)]
#: As a number, not by its name.
RatingNumber = Annotated[Rating, PlainSerializer(int, return_type=int)]


class _Entry(Frozen):
    """What every entry has.

    Attributes:
        id: Unique in all the world.
        at: When it happened, in UTC.
    """

    id: Id
    at: Utc


class Review(_Entry):
    """A card was asked, answered and rated.

    Attributes:
        type: Its name.
        card: The item's id.
        rating: From 1 (again) to 4 (easy).
        day: The learner's day, which ends at four in the morning.
        seconds: How long it took to answer.
        points: What the answer earned, in [0, 1]; None where the learner only said whether it was
            known.
        bank: The title of the item's bank.
        during: Whether it was asked in a quiz.
        scheduling: What the next date depends on beside the ratings.
    """

    type: Literal["review"] = "review"
    card: Id
    rating: RatingNumber
    day: dt.date
    seconds: Number | None = None
    points: Annotated[Number, Field(le=1)] | None = None
    bank: str = ""
    during: Literal["study", "quiz"] = "study"
    scheduling: Scheduling = Scheduling()

    @model_validator(mode="after")
    def _on_its_day(self) -> Review:
        if abs((self.day - self.at.date()).days) > _OFF:
            raise ValueError(f"day: {self.day} is far from {self.at.date()}")
        return self


class Suspend(_Entry):
    """A card is not to be asked any more."""

    type: Literal["suspend"] = "suspend"
    card: Id


class Unsuspend(_Entry):
    """A suspended card is to be asked again."""

    type: Literal["unsuspend"] = "unsuspend"
    card: Id


class Bury(_Entry):
    """A card is not to be asked before the learner's day `until`."""

    type: Literal["bury"] = "bury"
    card: Id
    until: dt.date


class Flag(_Entry):
    """The learner finds the question bad; until it is mended it is not asked.

    `revision` is that of the item: a later one is asked again.
    """

    type: Literal["flag"] = "flag"
    card: Id
    reason: str = ""
    revision: int = Field(default=0, ge=0)
    bank: str = ""


class Unflag(_Entry):
    """A flagged question was looked at and may be asked as it is."""

    type: Literal["unflag"] = "unflag"
    card: Id


class Undo(_Entry):
    """The entry with the id `target` is taken back."""

    type: Literal["undo"] = "undo"
    target: Id


#: What Unicode takes for a line's end and JSON leaves as it is; it stands in texts only.
_BREAKS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}

CardEntry = Review | Suspend | Unsuspend | Bury | Flag | Unflag
Entry = Annotated[CardEntry | Undo, Field(discriminator="type")]

#: Built when it is first used, which takes a moment.
ENTRY: TypeAdapter[CardEntry | Undo] = TypeAdapter(Entry, config=ConfigDict(defer_build=True))


def to_json(entry: CardEntry | Undo) -> str:
    """The entry on one line, defaults left out; the same entry always gives the same text."""
    data = {"type": entry.type, **entry.model_dump(mode="json", exclude_defaults=True)}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.translate(_BREAKS)


def from_json(text: str | bytes) -> CardEntry | Undo:
    """The entry on a line. Raises pydantic's ValidationError."""
    return ENTRY.validate_json(text)

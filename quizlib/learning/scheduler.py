"""When a card comes back: FSRS, as a pure function from one memory state to the next.

FSRS is the algorithm of the package `fsrs`, pinned exactly because every date follows from
it: J. Ye and others, "A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition
Scheduling", KDD 2022, and https://github.com/open-spaced-repetition/fsrs4anki/wiki.
It counts whole days; here these are the learner's days, so that a card asked last evening is a
day old this morning. The fuzz that spreads cards learned together is seeded by card and
repetition, so that the same history always gives the same dates.
"""

from __future__ import annotations

import datetime as dt
from enum import IntEnum, StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, field_validator

from quizlib.errors import ClockWentBack
from quizlib.files import digest
from quizlib.model import Described, Frozen

if TYPE_CHECKING:
    import fsrs

#: FSRS sees days only: any day will do to count from.
_DAY_ZERO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_DAY = dt.timedelta(days=1)
#: Shortest interval, in days, that is fuzzed (`fsrs`, and Anki's scheduler alike).
_FUZZED_FROM = 2.5

Step = Annotated[dt.timedelta, Field(gt=dt.timedelta(), lt=dt.timedelta(days=1))]


class Rating(Described, IntEnum):
    """The learner's recall, from 1 to 4, as Anki and FSRS have it.

    Attributes:
        AGAIN: It was forgotten.
        HARD: It was recalled with difficulty.
        GOOD: It was recalled.
        EASY: It was recalled without thinking.

    Examples:
        >>> import quizlib
        >>> quizlib.Rating(3).name, quizlib.Rating.AGAIN < quizlib.Rating.EASY
        ('GOOD', True)
    """

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Phase(StrEnum):
    LEARNING = "learning"  # asked first, and again within minutes
    REVIEW = "review"  # learned, asked again after days
    RELEARNING = "relearning"  # forgotten, and again within minutes


class Scheduling(Frozen):
    """What dates depend on beside the learner's ratings.

    Attributes:
        retention: The share of cards that the learner wants to know when they come back, in [0.7,
            0.99].
        learning_steps: The waits before a new card counts as learned, each shorter than a day and
            none shorter than the one before.
        relearning_steps: The same of a card that was forgotten.
        longest: The longest wait, in days.
    """

    retention: float = Field(default=0.9, ge=0.7, le=0.99)
    learning_steps: tuple[Step, ...] = (dt.timedelta(minutes=1), dt.timedelta(minutes=10))
    relearning_steps: tuple[Step, ...] = (dt.timedelta(minutes=10),)
    longest: int = Field(default=36_500, ge=1, le=36_500)

    @field_validator("learning_steps", "relearning_steps")
    @classmethod
    def _rising(cls, steps: tuple[dt.timedelta, ...]) -> tuple[dt.timedelta, ...]:
        if any(later < earlier for earlier, later in pairwise(steps)):
            raise ValueError("a step must not be shorter than the one before")
        return steps


class Memory(Frozen):
    """What the scheduler knows of a card that was reviewed.

    Attributes:
        phase: Whether it is being learned, is learned, or is being learned again.
        step: Counts within the steps of learning and relearning.
        stability: In days: after so many the card is recalled with 90 %.
        difficulty: FSRS's, in [1, 10].
        due: When it comes back, in UTC.
        last: When it was reviewed last, in UTC.
        day: The learner's day of `last`.
        began: The learner's day of the first review.
        recalled: The learner's day of the last review in the phase review.
        reviews: How many there were that stand.
        lapses: How often it was forgotten after it had been learned.
    """

    phase: Phase
    step: int | None
    stability: float
    difficulty: float
    due: dt.datetime
    last: dt.datetime
    day: dt.date
    began: dt.date
    recalled: dt.date | None = None
    reviews: int = 1
    lapses: int = 0


def review(  # noqa: PLR0913 - what a date depends on, all of it by name
    memory: Memory | None,
    rating: Rating,
    *,
    card: str,
    at: dt.datetime,
    day: dt.date,
    scheduling: Scheduling,
) -> Memory:
    """The memory state after `card` was rated `at` this moment, which is on the learner's `day`.

    `memory` is None for a card that was never reviewed. Raises ClockWentBack when `at` lies
    before the last review.
    """
    if memory is not None and at < memory.last:
        raise ClockWentBack(at, memory.last)
    repetition = memory.reviews if memory else 0
    recalling = memory is not None and memory.phase is Phase.REVIEW
    after, wait = _next(memory, rating, day, scheduling)
    phase = Phase(after.state.name.lower())
    if phase is Phase.REVIEW:
        wait = dt.timedelta(days=fuzzed(wait.days, card, repetition, scheduling.longest))
    else:  # Hard at an only step waits half as long again, perhaps beyond Good's day
        wait = min(wait, _DAY)
    assert after.stability is not None
    assert after.difficulty is not None
    moment = at.astimezone(dt.UTC)
    return Memory(
        phase=phase,
        step=after.step,
        stability=after.stability,
        difficulty=after.difficulty,
        due=moment + wait,
        last=moment,
        day=day,
        began=memory.began if memory else day,
        recalled=day if recalling else (memory.recalled if memory else None),
        reviews=repetition + 1,
        lapses=(memory.lapses if memory else 0) + (recalling and rating is Rating.AGAIN),
    )


def retrievability(memory: Memory, day: dt.date) -> float:
    """How likely, in [0, 1], the card is recalled on the learner's `day`; 1 on its last day."""
    found = _scheduler(Scheduling()).get_card_retrievability(_card(memory), _asked(memory, day))
    return float(found)


def _next(
    memory: Memory | None, rating: Rating, day: dt.date, scheduling: Scheduling
) -> tuple[fsrs.Card, dt.timedelta]:
    """The card as `fsrs` has it after the review, and how long it waits."""
    import fsrs

    when = _asked(memory, day)
    after, _ = _scheduler(scheduling).review_card(_card(memory), fsrs.Rating(rating), when)
    return after, after.due - when


def _card(memory: Memory | None) -> fsrs.Card:
    import fsrs

    if memory is None:
        return fsrs.Card(card_id=0, due=_DAY_ZERO)
    return fsrs.Card(
        card_id=0,
        state=fsrs.State[memory.phase.capitalize()],
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_DAY_ZERO,
        last_review=_DAY_ZERO,
    )


def _asked(memory: Memory | None, day: dt.date) -> dt.datetime:
    """`day` as `fsrs` counts it. Who flies west may live a day twice: that is no time at all."""
    elapsed = (day - memory.day).days if memory else 0
    return _DAY_ZERO + dt.timedelta(days=max(0, elapsed))


@lru_cache(maxsize=32)
def _scheduler(scheduling: Scheduling) -> fsrs.Scheduler:
    import fsrs

    return fsrs.Scheduler(
        desired_retention=scheduling.retention,
        learning_steps=scheduling.learning_steps,
        relearning_steps=scheduling.relearning_steps,
        maximum_interval=scheduling.longest,
        enable_fuzzing=False,  # it would draw from global randomness
    )


def fuzzed(days: int, card: str, repetition: int, longest: int) -> int:
    """`days`, moved a little, always alike for the same card and repetition.

    The range is that of `fsrs` (FUZZ_RANGES); a longer interval never becomes the shorter one.
    """
    from fsrs.scheduler import FUZZ_RANGES

    if days < _FUZZED_FROM:
        return days
    reach = 1.0 + sum(
        part["factor"] * max(min(days, part["end"]) - part["start"], 0.0) for part in FUZZ_RANGES
    )
    last = min(round(days + reach), longest)
    first = min(max(2, round(days - reach)), last)
    drawn = int(digest("fuzz-1", card, str(repetition), size=8), 16)
    return first + (drawn * (last - first + 1) >> 64)

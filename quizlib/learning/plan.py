"""What a learner wants of a session."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    Field,
    ModelWrapValidatorHandler,
    ValidationError,
    model_validator,
)

from quizlib.arguments import refused
from quizlib.learning.scheduler import Scheduling

#: FSRS's difficulty, in [1, 10], from which a card counts as hard: about that of a card that
#: was not known when it was first asked.
HARD = 6.0


class Plan(Scheduling):
    """What is asked, and in what order; and what dates depend on.

    Dates follow from the ratings by FSRS (https://github.com/open-spaced-repetition/fsrs4anki/wiki),
    and from `retention`, `learning_steps`, `relearning_steps` and `longest`, as `Scheduling` has
    them.

    Raises InvalidArgument for a value that is out of bounds, UnknownName for another field.

    Attributes:
        new_per_day: How many cards are begun in a day, what was begun of the same banks earlier
            in the day among them.
        due_per_day: How many cards are asked again in a day, counted alike.
        order: `due` (the longest due first, new ones as the bank has them), `random` (another
            order every day) or `hard` (the hardest first).
        kinds: The only kinds asked, where given.
        tags: Only items with one of these are asked, where given.
        hard: Whether only cards are asked that were hard so far.
        minutes: After so many nothing more is asked.
        answers: After so many answers nothing more is asked.
        siblings_apart: Whether what shares a quote or a fact with a card that was asked today
            waits for another day. A whole, such as a match of terms that are asked by themselves
            too, is begun after all its parts, and then keeps none of them waiting.
        ahead: A card that is being learned is asked so long before its time when nothing else is
            left.

    Examples:
        >>> import quizlib
        >>> plan = quizlib.Plan(new_per_day=5, kinds=("term",), minutes=10)
        >>> plan.retention, plan.due_per_day
        (0.9, 200)
    """

    new_per_day: int = Field(default=20, ge=0)
    due_per_day: int = Field(default=200, ge=0)
    order: Literal["due", "random", "hard"] = "due"
    kinds: Annotated[Sequence[str], AfterValidator(tuple)] = ()
    tags: Annotated[Sequence[str], AfterValidator(tuple)] = ()
    hard: bool = False
    minutes: float | None = Field(default=None, gt=0)
    answers: int | None = Field(default=None, ge=1)
    siblings_apart: bool = True
    ahead: dt.timedelta = Field(default=dt.timedelta(minutes=20), ge=dt.timedelta())

    @model_validator(mode="wrap")
    @classmethod
    def _refused(cls, data: Any, take: ModelWrapValidatorHandler[Plan]) -> Plan:
        try:
            return take(data)
        except ValidationError as error:
            raise refused("Plan", error, cls.model_fields) from None

    @property
    def scheduling(self) -> Scheduling:
        """What of it dates depend on; the log keeps it with every review."""
        return Scheduling(**{name: getattr(self, name) for name in Scheduling.model_fields})

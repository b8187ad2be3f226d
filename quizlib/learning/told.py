"""What a session tells the program that runs it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizlib.learning.cards import Card
from quizlib.learning.entries import Review
from quizlib.learning.question import Question
from quizlib.learning.scheduler import Rating
from quizlib.model import Bank, Frozen, Item, Score

if TYPE_CHECKING:
    from quizlib.learning.presentation import Presentation


@dataclass(frozen=True)
class Asked:
    """The item to ask, the bank that it is from, how it is put, and what is known of its card.

    Examples:
        >>> import quizlib
        >>> from datetime import datetime, timezone
        >>> bank, store = quizlib.load("salt.json"), quizlib.Store("learner.sqlite3")
        >>> session = quizlib.study(bank, store, now=lambda: datetime.now(timezone.utc))
        >>> asked = session.next()
        >>> asked.item.stem, asked.bank.title, asked.new
        ('When was the salt tax abolished?', 'Salt Works', True)
        >>> store.close()
    """

    item: Item
    bank: Bank
    put: Presentation
    card: Card

    @property
    def question(self) -> Question:
        """What a learner is shown of it; no key is in it."""
        return Question.of(self.bank, self.item, self.put)

    @property
    def new(self) -> bool:
        """Whether it is asked for the first time."""
        return self.card.memory is None

    @property
    def times(self) -> int:
        """How often the card was answered before, as the log has it."""
        return self.card.times


class Verdict(Frozen):
    """What came of an answer.

    `rating` counts unless the learner gives another. While it is `unrated` nothing is kept:
    the answer was in the learner's own words, and `rating` is but a proposal. `due` tells for
    every rating when the card would come back. `seconds` it took to answer.

    Examples:
        >>> import quizlib
        >>> from datetime import datetime, timezone
        >>> bank, store = quizlib.load("salt.json"), quizlib.Store("learner.sqlite3")
        >>> noon = datetime(2026, 7, 1, 12, 0, tzinfo=timezone.utc)
        >>> plan = quizlib.Plan(kinds=("term",))
        >>> session = quizlib.study(bank, store, now=lambda: noon, plan=plan)
        >>> asked = session.next()
        >>> verdict = session.answer(asked.item.key[0])
        >>> verdict.score.right, verdict.rating.name
        (True, 'GOOD')
        >>> print(verdict.due[quizlib.Rating.GOOD] - noon)
        0:10:00
        >>> store.close()
    """

    score: Score
    rating: Rating
    seconds: float
    due: Mapping[Rating, dt.datetime]
    unrated: bool = False


class Counts(Frozen):
    """Cards to ask today that are due and that are new, the one asked now among them, and
    answers of today, earlier sessions included.
    """

    due: int
    new: int
    done: int


class Info(Frozen):
    """All that is known of a card: `retrievability` in [0, 1] (None for a new one), `reviews`
    that stand, the oldest first.
    """

    card: Card
    bank: str
    retrievability: float | None
    reviews: tuple[Review, ...]

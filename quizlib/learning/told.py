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
    """What is asked now.

    Attributes:
        item: The item.
        bank: The bank that it is from.
        put: In which order its parts are shown.
        card: What is known of it.

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

    Attributes:
        score: What it earned.
        rating: Counts unless the learner gives another; a proposal while `unrated`.
        seconds: How long it took to answer, in seconds.
        due: When the card would come back, for every rating.
        unrated: Whether the answer was in the learner's own words and has no rating yet; until
            then nothing is kept of it.

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
    """How much there is to do today, and how much is done.

    Attributes:
        due: Cards to ask that are due, the one asked now among them.
        new: Cards to ask that are new, the one asked now among them.
        done: Answers of today, earlier sessions included.
    """

    due: int
    new: int
    done: int


class Info(Frozen):
    """All that is known of a card.

    Attributes:
        card: Its state.
        bank: The title of its bank.
        retrievability: How likely it is recalled now, in [0, 1]; None for a new one.
        reviews: Those that stand, the oldest first.
    """

    card: Card
    bank: str
    retrievability: float | None
    reviews: tuple[Review, ...]

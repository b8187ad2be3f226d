"""What is counted of a review: where a learner stands follows from all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizlib.learning.scheduler import Phase, Rating, retrievability

if TYPE_CHECKING:
    from quizlib.learning.cards import Card
    from quizlib.learning.entries import Review


class Recall(NamedTuple):
    """A review that was not taken back: bare values, for 100,000 at once.

    `day` is the learner's, from 0001-01-01 as 1. `likely`, in [0, 1], is how likely the card was
    to be recalled; None for one that was still being learned.
    """

    card: str
    day: int
    rating: int
    seconds: float | None
    bank: str
    likely: float | None

    @property
    def known(self) -> bool:
        """Whether the card was recalled."""
        return self.rating > Rating.AGAIN


def recall(card: Card, review: Review) -> Recall:
    """What is counted of a review of `card`, which is as it was before."""
    memory = card.memory
    learned = memory is not None and memory.phase is Phase.REVIEW
    return Recall(
        card=card.id,
        day=review.day.toordinal(),
        rating=int(review.rating),
        seconds=review.seconds,
        bank=review.bank,
        likely=retrievability(memory, review.day) if memory and learned else None,
    )

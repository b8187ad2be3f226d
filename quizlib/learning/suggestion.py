"""Which rating an answer suggests: right, right but slow, or wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from quizlib.grading import movable
from quizlib.learning.scheduler import Rating
from quizlib.model import Choice, ExtendedText, Match, Order, TextEntry

if TYPE_CHECKING:
    from quizlib.model import Interaction, Item, Score

#: Seconds to think, beside reading and typing.
THINKING = 20.0
#: Seconds to read a word, at half the speed of M. Brysbaert, "How many words do we read per
#: minute?", Journal of Memory and Language 109 (2019): 238 words a minute.
READING = 0.5
#: Seconds to type a character, at half the speed of V. Dhakal and others, "Observations on
#: Typing from 136 Million Keystrokes", CHI 2018: 52 words of five characters a minute.
TYPING = 0.46


def suggested(score: Score, seconds: float, item: Item, interaction: Interaction) -> Rating:
    """Good for a right answer, hard for one that took longer than `patience`, else again."""
    if not score.right:
        return Rating.AGAIN
    return Rating.HARD if seconds > patience(item, interaction) else Rating.GOOD


def patience(item: Item, interaction: Interaction) -> float:
    """Seconds in which the item is read and answered without hesitation."""
    shown = " ".join((item.context, item.stem, *item.prompts, *movable(interaction)))
    return THINKING + READING * len(shown.split()) + TYPING * _typed(interaction)


def _typed(interaction: Interaction) -> int:
    """How many characters a right answer has."""
    match interaction:
        case Choice():
            return len(interaction.right)
        case TextEntry():
            return len(interaction.accepted[0])
        case ExtendedText():
            return len(interaction.model_answer)
        case Order():
            return 2 * len(interaction.entries)
        case Match():
            return 2 * len(interaction.left)
        case _:
            assert_never(interaction)

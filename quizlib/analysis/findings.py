"""Which items do not work, and why, by their figures (docs/item-analysis.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.model import Problem, ProblemCode, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.analysis.analysis import ItemAnalysis, OptionAnalysis

#: Fewer learners than this say nothing of an item.
ENOUGH = 10
#: Shares right from which on, and up to which, an item tells nobody apart.
EASY, HARD = 0.95, 0.1
#: A distractor that fewer choose does not work: T. M. Haladyna and S. M. Downing, "How many
#: options is enough for a multiple-choice test item?", Educational and Psychological
#: Measurement 53 (1993).
IDLE = 0.05

#: The codes of all that is found.
CODES = frozenset(
    {
        "too-easy",
        "too-hard",
        "negative-discrimination",
        "rival-among-best",
        "rival",
        "idle-distractor",
    }
)


TOO_EASY = ProblemCode(
    name="too-easy",
    severity=Severity.WARNING,
    message="too easy: {right} right",
    cause="Nearly everybody is right: the item tells nobody apart.",
    cure="Keep it as a warm-up, ask for more, or put better distractors beside the key.",
    example={"where": "3f2a9c41d0b7", "right": "97%"},
)
TOO_HARD = ProblemCode(
    name="too-hard",
    severity=Severity.WARNING,
    message="too hard: {right} right{guessing}",
    cause="Hardly anybody is right, or no more than guessing brings.",
    cure="Look whether the key is right and the stem clear; then whether it was taught.",
    example={"where": "3f2a9c41d0b7", "right": "20%", "guessing": ", and guessing brings 25%"},
)
NEGATIVE = ProblemCode(
    name="negative-discrimination",
    severity=Severity.WARNING,
    message="the better learners missed it (discrimination {discrimination})",
    cause="Who knows more answers it wrong more often: the key may be wrong, or a distractor"
    " right for those who think further.",
    cure="Check key and distractors against the source with `quizlib review`.",
    example={"where": "3f2a9c41d0b7", "discrimination": "-0.31"},
)
IDLE_DISTRACTOR = ProblemCode(
    name="idle-distractor",
    severity=Severity.NOTE,
    message="{option} misleads nobody: {chosen} chose it",
    cause="The option is seen to be wrong at once, and only costs reading.",
    cure="Replace it, or leave it out: three options are enough.",
    example={"where": "3f2a9c41d0b7", "option": "'1492'", "chosen": "nobody"},
)
RIVAL_AMONG_BEST = ProblemCode(
    name="rival-among-best",
    severity=Severity.WARNING,
    message="more of the best chose {option} ({chosen}) than the key ({key})",
    cause="The best learners prefer a distractor: it may be the right answer, or right as well.",
    cure="Check both against the source with `quizlib review`.",
    example={"where": "3f2a9c41d0b7", "option": "'1806'", "chosen": 7, "key": 3},
)
RIVAL = ProblemCode(
    name="rival",
    severity=Severity.WARNING,
    message="more chose {option} ({chosen}) than the key ({key})",
    cause="A distractor draws more learners than the key: a common mistake, or a wrong key.",
    cure="Check the key; if it is right, this is what to teach again.",
    example={"where": "3f2a9c41d0b7", "option": "'1806'", "chosen": 14, "key": 9},
)


def findings(item: ItemAnalysis) -> Iterator[Problem]:
    """What speaks against an item; nothing as long as too few have answered it."""
    if item.asked < ENOUGH:
        return
    yield from _of_difficulty(item)
    if item.discrimination is not None and item.discrimination < 0:
        yield NEGATIVE.at(item.item, discrimination=f"{item.discrimination:.2f}")
    yield from _of_options(item)


def _of_difficulty(item: ItemAnalysis) -> Iterator[Problem]:
    keys = [option for option in item.options if option.key]
    guessing = 1 / len(item.options) if len(keys) == 1 else 0.0
    right = f"{item.right:.0%}"
    if item.right >= EASY:
        yield TOO_EASY.at(item.item, right=right)
    elif item.right <= max(HARD, guessing):
        why = f", and guessing brings {guessing:.0%}" if guessing > HARD else ""
        yield TOO_HARD.at(item.item, right=right, guessing=why)


def _of_options(item: ItemAnalysis) -> Iterator[Problem]:
    keys = [option for option in item.options if option.key]
    for option in item.options:
        if option.key:
            continue
        if len(keys) == 1:
            yield from _rivals(item, option, keys[0])
        if option.chosen < IDLE * item.asked:
            who = f"{option.chosen} of {item.asked}" if option.chosen else "nobody"
            yield IDLE_DISTRACTOR.at(item.item, option=repr(option.words), chosen=who)


def _rivals(item: ItemAnalysis, option: OptionAnalysis, key: OptionAnalysis) -> Iterator[Problem]:
    """A distractor that does better than the key: the key may be wrong, or both right."""
    words = repr(option.words)
    if option.upper > key.upper:
        yield RIVAL_AMONG_BEST.at(item.item, option=words, chosen=option.upper, key=key.upper)
    elif option.chosen > key.chosen:
        yield RIVAL.at(item.item, option=words, chosen=option.chosen, key=key.chosen)

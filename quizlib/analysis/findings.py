"""Which items do not work, and why, by their figures (docs/item-analysis.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.model import Problem, Severity

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


def findings(item: ItemAnalysis) -> Iterator[Problem]:
    """What speaks against an item; nothing as long as too few have answered it."""
    if item.asked < ENOUGH:
        return
    yield from _of_difficulty(item)
    if item.discrimination is not None and item.discrimination < 0:
        told = f"the better learners missed it (discrimination {item.discrimination:.2f})"
        yield _found(item, "negative-discrimination", told)
    yield from _of_options(item)


def _of_difficulty(item: ItemAnalysis) -> Iterator[Problem]:
    keys = [option for option in item.options if option.key]
    guessing = 1 / len(item.options) if len(keys) == 1 else 0.0
    told = f"{item.right:.0%} right"
    if item.right >= EASY:
        yield _found(item, "too-easy", f"too easy: {told}")
    elif item.right <= max(HARD, guessing):
        why = f", and guessing brings {guessing:.0%}" if guessing > HARD else ""
        yield _found(item, "too-hard", f"too hard: {told}{why}")


def _of_options(item: ItemAnalysis) -> Iterator[Problem]:
    keys = [option for option in item.options if option.key]
    for option in item.options:
        if option.key:
            continue
        if len(keys) == 1:
            yield from _rivals(item, option, keys[0])
        if option.chosen < IDLE * item.asked:
            who = f"{option.chosen} of {item.asked}" if option.chosen else "nobody"
            told = f"{option.words!r} misleads nobody: {who} chose it"
            yield _found(item, "idle-distractor", told, Severity.NOTE)


def _rivals(item: ItemAnalysis, option: OptionAnalysis, key: OptionAnalysis) -> Iterator[Problem]:
    """A distractor that does better than the key: the key may be wrong, or both right."""
    if option.upper > key.upper:
        told = (
            f"more of the best chose {option.words!r} ({option.upper}) than the key ({key.upper})"
        )
        yield _found(item, "rival-among-best", told)
    elif option.chosen > key.chosen:
        told = f"more chose {option.words!r} ({option.chosen}) than the key ({key.chosen})"
        yield _found(item, "rival", told)


def _found(
    item: ItemAnalysis, code: str, message: str, severity: Severity = Severity.WARNING
) -> Problem:
    return Problem(code=code, severity=severity, message=message, where=item.item)

"""No option is part of another: then both could be right, or neither."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, choices, keys
from quizlib.checks._numbers import numeric, spans_of
from quizlib.grading.equivalence import equivalent
from quizlib.language.territories import part_of_other
from quizlib.language.text import bare, words
from quizlib.model import Bank, Choice, Document, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quizlib.checks._numbers import Range

_HOW_MANY = "How many barrels did the average village fill in a day?"
_WHAT = "What did the harbour council sell?"

OVERLAP = Flaw(
    code="overlapping-options",
    severity=Severity.WARNING,
    cure="Reword one of the two so that they exclude each other.",
    bad=(
        example("choice", _HOW_MANY, "10 to 20", distractors=("0 to 10", "more than 20")),
        example("choice", _WHAT, "salt", distractors=("salt and rope", "tar")),
        example("choice", "Who bought it?", "Scotland", distractors=("Norway", "Great Britain")),
    ),
    good=(
        example("choice", _HOW_MANY, "10 to 19", distractors=("0 to 9", "20 to 29")),
        example("choice", _WHAT, "salt", distractors=("rope", "tar")),
    ),
)
CONTAINED = Flaw(
    code="contained-distractor",
    severity=Severity.NOTE,
    cure="Look whether the wider option is right as well; if so, reword it.",
    bad=(example("choice", _WHAT, "salt", distractors=("rope", "hemp rope")),),
    good=(example("choice", _WHAT, "salt", distractors=("tar", "hemp rope")),),
)

#: A word that makes something else of what follows: a vice president is no president.
_OTHER = frozenset(
    """
    not no non without neither anti counter half semi vice deputy assistant prime former ex
    under sub pre post inter proto pseudo
    """.split()
)


class OverlappingOptions:
    summary = "no option is part of another"
    why = (
        "If the narrower option is right, so is the wider one; two wrong ones that say the same"
        " rule each other out. Haladyna, Downing and Rodriguez (2002): keep choices independent;"
        " choices should not be overlapping."
    )
    flaws = (OVERLAP, CONTAINED)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, choice in choices(bank):
            pair = _overlap(item.stem, choice)
            if pair is None:
                continue
            flaw = CONTAINED if set(pair).isdisjoint(keys(choice)) else OVERLAP
            yield flaw.of(bank, item, f"its options {pair[0]!r} and {pair[1]!r} overlap")


def _overlap(stem: str, choice: Choice) -> tuple[str, str] | None:
    """Two options of which one is part of the other, with the key if there are such."""
    pairs = [pair for pair in combinations(choice.options, 2) if not equivalent(*pair)]
    right = set(keys(choice))
    pairs.sort(key=right.isdisjoint)
    spans = dict(zip(choice.options, spans_of(stem, choice.options), strict=True))

    def overlap(one: str, other: str) -> bool:
        return _meet(spans[one], spans[other]) or part_of_other(one, other) or _within(one, other)

    return next((pair for pair in pairs if overlap(*pair)), None)


def _meet(first: Range | None, second: Range | None) -> bool:
    if first is None or second is None or first.low == first.high == second.low == second.high:
        return False
    return first.meets(second)


def _within(one: str, other: str) -> bool:
    """Whether the shorter option begins or ends the longer one, or is one of its list."""
    short, long = sorted((bare(one), bare(other)), key=len)
    if short in long.split(" or "):
        return True
    if not short or numeric(short):
        return False
    if short in re.split(r", (?:and |or )?| and | or ", long):
        return True
    part, whole = words(short), words(long)
    size = len(part)
    if not part or size >= len(whole) or _OTHER.intersection(whole):
        return False
    return part in (whole[:size], whole[-size:])


rule = OverlappingOptions()

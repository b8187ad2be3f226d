"""The key is not told by being the longest or the most precise option."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, choices, keys, wrong
from quizlib.model import Bank, Document, Item, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: How much longer than every other option a key has to be for the eye to find it:
#: so many times, and so many characters.
TIMES, MORE = 1.25, 5

#: The share of a bank's choice items in which the key may be the longest option.
MOST = 0.25

#: In fewer items a share says nothing.
FEWEST = 10

_STEM = "Why was the salt tax abolished?"
_LONG = "because smuggling from the islands had made it worthless"
_TAXED = "salt malt rope tar wool wine herring coal candle window".split()
_OTHERS = ("because of the war", "because of a flood")

LONGEST_KEY = Flaw(
    code="longest-key",
    severity=Severity.NOTE,
    cure="Shorten the key, or make a distractor as long.",
    bad=(example("choice", _STEM, _LONG, distractors=_OTHERS),),
    good=(example("choice", _STEM, "because of smuggling", distractors=_OTHERS),),
)
PRECISE_KEY = Flaw(
    code="precise-key",
    severity=Severity.NOTE,
    cure="Make the distractors as precise as the key.",
    bad=(
        example("choice", "How many barrels were taxed?", "1,214", distractors=("1,000", "1,500")),
    ),
    good=(
        example("choice", "How many barrels were taxed?", "1,214", distractors=("1,032", "1,518")),
    ),
)
LONGEST_KEYS = Flaw(
    code="longest-keys",
    severity=Severity.WARNING,
    cure="Go through the items with a `longest-key`, and even out their options.",
    bad=tuple(
        example("choice", f"Why was the {what} tax abolished?", _LONG, distractors=_OTHERS)
        for what in _TAXED
    ),
    good=tuple(
        example(
            "choice", f"When was the {what} tax abolished?", "1804", distractors=("1794", "1821")
        )
        for what in _TAXED
    ),
)


class LongestKey:
    summary = "the key is not the longest or the most precise option"
    why = (
        "Writers make the key complete and the rest short, and test takers know it. Haladyna,"
        " Downing and Rodriguez (2002): keep the length of choices about equal, and the correct"
        " one inconspicuous. By chance it happens to some items: only a bank in which it is the"
        " habit gets a warning."
    )
    flaws = (LONGEST_KEY, PRECISE_KEY, LONGEST_KEYS)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        longest: list[Item] = []
        total = 0
        for item, choice in choices(bank):
            others = wrong(choice)
            if choice.multiple or not others:
                continue
            total += 1
            key = keys(choice)[0]
            most = max(map(len, others))
            if len(key) >= max(TIMES * most, most + MORE):
                longest.append(item)
                yield LONGEST_KEY.of(bank, item, "its key is the longest option")
            elif _precision(key) > max(map(_precision, others)) > 0:
                yield PRECISE_KEY.of(bank, item, "its key is the most precise number")
        if total >= FEWEST and len(longest) > MOST * total:
            yield LONGEST_KEYS.of_bank(
                f"the key is the longest option in {len(longest)} of {total} choice items,"
                f" first in {longest[0].id}; {MOST:.0%} are enough"
            )


def _precision(option: str) -> int:
    """How many figures of the option's number count: 2 for 1,500 and for 0.15."""
    found = re.search(r"[0-9][0-9,.]*", option)
    return len(re.sub(r"[,.]", "", found.group()).strip("0")) if found else 0


rule = LongestKey()

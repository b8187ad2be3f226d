"""Options that are numbers or dates are shown in their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, choices
from quizlib.checks._numbers import numeric, span
from quizlib.items import natural_order
from quizlib.model import Bank, Document, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_STEM = "How far is the salt works from the harbour?"

UNORDERED = Flaw(
    code="unordered-options",
    severity=Severity.WARNING,
    cure="Put the options in the order of their size or date.",
    bad=(example("choice", _STEM, "500 metres", distractors=("2 kilometres", "80 metres")),),
    good=(example("choice", _STEM, "500 metres", distractors=("2,000 metres", "80 metres")),),
)


class OrderOfOptions:
    summary = "options that are numbers or dates are shown in their order"
    why = (
        "Who has to search a list reads instead of thinking. Haladyna, Downing and Rodriguez"
        " (2002): place choices in logical or numerical order. Options that are all dates, or all"
        " quantities of one unit, are put in order wherever an item is shown; those written in"
        " different ways cannot be."
    )
    flaws = (UNORDERED,)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, choice in choices(bank):
            numbers = {re.sub(r"[^0-9]", "", option) for option in choice.options}
            # Of 8 seconds, 8 minutes and 8 hours the unit is what is asked.
            if len(numbers) < 2 or not all(map(_single, choice.options)):
                continue
            ordered = natural_order(choice.options)
            if choice.shuffle or ordered not in (choice.options, choice.options[::-1]):
                message = "its options are numbers out of order: write them in one way and unit"
                yield UNORDERED.of(bank, item, message)


def _single(option: str) -> bool:
    """Whether the option is one number or date, no span of numbers."""
    numbers = span(option)
    return numeric(option) and (numbers is None or numbers.low == numbers.high)


rule = OrderOfOptions()

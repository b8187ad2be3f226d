"""Options are of use: enough of them, all different, and only the key is right."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from quizlib.checks._finding import asked, finding
from quizlib.language.text import bare
from quizlib.model import Bank, Choice, Document, Item, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Options:
    summary = "a choice has at least two options, all different"

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, interaction in asked(bank):
            if isinstance(interaction, Choice):
                yield from _look_at(bank, item, interaction)


def _look_at(bank: Bank, item: Item, choice: Choice) -> Iterator[Problem]:
    if len(choice.options) < 2:
        message = "has nothing to choose from: give it distractors"
        yield finding(bank, item, "too-few-options", Severity.ERROR, message)
    counts = Counter(bare(option) for option in choice.options)
    for option in dict.fromkeys(choice.options):
        if counts.pop(bare(option), 0) > 1:
            message = f"offers {option!r} more than once"
            yield finding(bank, item, "option-twice", Severity.ERROR, message)


rule = Options()

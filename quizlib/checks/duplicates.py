"""No item asks what another asks already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, asked, says
from quizlib.language.text import bare
from quizlib.model import Bank, Document, ExtendedText, Interaction, Item, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FIRST = example("short_answer", "When did the council abolish the salt tax?", "1804")

DUPLICATE = Flaw(
    code="duplicate",
    severity=Severity.WARNING,
    cure="Reject one of the two.",
    bad=(_FIRST, example("cloze", "When did the council abolish the salt tax?", "1804")),
    good=(_FIRST, example("short_answer", "Who abolished the salt tax?", "the council")),
)
CONTRADICTION = Flaw(
    code="contradiction",
    severity=Severity.ERROR,
    cure="Look both up in their documents, and correct or reject the wrong one.",
    bad=(_FIRST, _FIRST.model_copy(update={"id": "b", "key": ("1814",)})),
    good=(
        _FIRST,
        example("short_answer", "When did the council abolish the malt tax?", "1814"),
    ),
)


class Duplicates:
    summary = "no two items ask the same"
    why = (
        "The second of two such items measures nothing new, and in a sitting the first gives it"
        " away. Where their keys differ, one of them is wrong."
    )
    flaws = (DUPLICATE, CONTRADICTION)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        seen: dict[tuple[str, ...], tuple[Item, Interaction]] = {}
        for item, interaction in asked(bank):
            first, before = seen.setdefault(question(item), (item, interaction))
            if first is item:
                continue
            same = {bare(key) for key in first.key} & {bare(key) for key in item.key}
            # What is said in one's own words may be said in others.
            if same or isinstance(interaction, ExtendedText) or isinstance(before, ExtendedText):
                yield DUPLICATE.of(bank, item, f"asks the same as item {first.id}")
            else:
                message = f"has another key than, but the stem of, item {first.id}"
                yield CONTRADICTION.of(bank, item, message + _sources(bank, item, first))


def _sources(bank: Bank, item: Item, first: Item) -> str:
    """Which documents say what, where they are not the same."""
    own, other = says(bank, item), says(bank, first)
    return f": {own} {item.key[0]!r}, {other} {first.key[0]!r}" if own != other else ""


def question(item: Item) -> tuple[str, ...]:
    """What an item asks, for comparing."""
    return (bare(item.stem), bare(item.context), *map(bare, item.prompts))


rule = Duplicates()

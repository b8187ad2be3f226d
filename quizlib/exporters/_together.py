"""Items that are seen together, on a sheet or in a test: none is to give another away."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from quizlib.learning.giveaways import apart
from quizlib.learning.selection import select
from quizlib.learning.shown_keys import Shown, ShownKeys
from quizlib.model import Problem, ProblemCode, Severity
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizlib.model import Item

#: Characters of a stem by which a reader knows it.
STEM = 60

GIVES_AWAY = ProblemCode(
    name="gives-away",
    severity=Severity.NOTE,
    message="left out; it and “{other}” would give one another away",
    cause="Two items quote the same words, or one shows what the other asks for: it answers it.",
    cure="Nothing; another sheet, with another `--seed`, asks the one that was left out.",
    example={
        "where": "3f2a9c41d0b7",
        "other": "What did the council abolish in 1804?",
    },
)
KEY_SHOWN = ProblemCode(
    name="key-shown",
    severity=Severity.WARNING,
    message="{clash}; without it there would be fewer than the {count} asked for",
    cause="Among the items wished for there are not enough of which none shows another's key.",
    cure="Look at the two, and ask for fewer items with `--count`, or for other ones.",
    example={
        "where": "3f2a9c41d0b7",
        "clash": "“Why was the salt tax abolished in 1804?” shows its key",
        "count": 12,
    },
)
FEWER = ProblemCode(
    name="fewer-items",
    severity=Severity.WARNING,
    message="{items} in place of {count}: all others would give one of them away, or be given away",
    cause="`--count` asks for more items than there are that do not give one another away.",
    cure="Nothing; or make a second sheet of what was left out, with another `--seed`.",
    example={"items": "9 items", "count": 12},
)


def together(
    items: Sequence[Item], count: int | None, seed: int
) -> tuple[list[Item], list[Problem]]:
    """Those of `items` that can be seen together, `count` at most, and what is to be told of it.

    Items of few quotes, and of them those that clash with few, are taken first: they leave room
    for the most. Where too few are left, some whose keys are only shown come back.
    """
    keys = ShownKeys(items)
    spread = select(items, len(items), seed)
    spread.sort(key=lambda item: (len(item.evidence), keys.clashes(item.id)))
    kept, others = apart(spread, keys)
    back: list[Item] = []
    if count is not None and len(kept) < count:
        back = apart([*kept, *(item for item, _ in others)])[0][len(kept) : count]
    told = _told(others, {item.id for item in back}, count)
    chosen = [*kept, *back]
    if count is None:
        return chosen, told
    if len(chosen) < min(count, len(items)):
        told.insert(0, FEWER.at(items=counted(len(chosen), "item"), count=count))
    return select(chosen, count, seed), told


def _told(others: Sequence[tuple[Item, Item]], back: set[str], count: int | None) -> list[Problem]:
    told = [
        KEY_SHOWN.at(item.id, clash=_clash(item, other), count=count)
        if item.id in back
        else GIVES_AWAY.at(item.id, other=_known(other))
        for item, other in others
    ]
    return sorted(told, key=lambda problem: (problem.severity is Severity.NOTE, problem.where))


def _clash(item: Item, other: Item) -> str:
    if Shown.of(other).shows(Shown.of(item)):
        return f"“{_known(other)}” shows its key"
    return f"it shows the key of “{_known(other)}”"


def _known(item: Item) -> str:
    return shorten(item.stem, STEM, placeholder=" …")

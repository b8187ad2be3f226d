"""What a build did not ask, told to a person: items and facts left out, silent sentences."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from quizlib.cli import _say
from quizlib.terminal.text import TIE, folded, shortened, wrapped
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizlib.extract import Silent
    from quizlib.model import Bank, Evidence
    from quizlib.ranking import Dropped, Unasked

#: Sentences that are listed, and words told of each; of the others their number is told.
LISTED, TOLD = 40, 30
#: How an author has asked what no method finds.
CURE = "To have one asked all the same, write it as Q: and A:, or as C: with a [gap]."


def hint(dropped: Sequence[Dropped | Unasked], bare: int) -> str:
    """How much was left out, and how to see it, in whole lines; "" where nothing was.

    `bare` sections have no item, and could have one.
    """
    if not dropped:
        return ""
    told = f"{_count(dropped)} left out; --explain tells which, and why; --candidates keeps them"
    more = f"{counted(bare, 'section')} without an item; --every-section asks the surest of each"
    lines = [*wrapped(told, _say.width()), *(wrapped(more, _say.width()) if bare else ())]
    return "\n".join(["", *lines, ""])


def explained(bank: Bank, dropped: Sequence[Dropped | Unasked], silent: Sequence[Silent]) -> str:
    """What was left out, and what gave nothing, in the order of the documents, with reasons."""
    told = [
        *(_left_out(bank, dropped) if dropped else ()),
        *(_silent(bank, silent) if silent else ()),
    ]
    return "\n".join(told or ["\nNothing was left out"])


def _left_out(bank: Bank, dropped: Sequence[Dropped | Unasked]) -> Iterator[str]:
    order = {record.id: number for number, record in enumerate(bank.documents)}
    yield f"\nLeft out: {_count(dropped)}"
    for one in sorted(dropped, key=lambda one: (order[one.place.document], one.place.start)):
        yield from _entry(one.told, f"{one.sort}, {_place(bank, one.place)}: {one.why}")


def _count(dropped: Sequence[Dropped | Unasked]) -> str:
    """How many items, and how many facts of which no item was made."""
    facts = sum(one.sort == "fact" for one in dropped)
    parts = ((len(dropped) - facts, "item"), (facts, "fact"))
    return " and ".join(counted(number, what) for number, what in parts if number)


def _silent(bank: Bank, silent: Sequence[Silent]) -> Iterator[str]:
    """The reasons with their numbers, then the sentences."""
    yield f"\nNothing to ask was found in {counted(len(silent), 'sentence')}"
    causes = Counter(one.cause for one in silent)
    yield _say.table((f"{number:3}", cause) for cause, number in causes.most_common())
    for one in silent[:LISTED]:
        sentence = shortened(folded(one.place.words), TOLD)
        yield from _entry(f"“{sentence}”", f"{_place(bank, one.place)}: {one.why}")
    if len(silent) > LISTED:
        yield f"  … and {len(silent) - LISTED} more"
    yield from wrapped(CURE, _say.width())


def _entry(told: str, why: str) -> Iterator[str]:
    yield from wrapped(told, _say.width(), "  ")
    yield from wrapped(why, _say.width(), "      ")


def _place(bank: Bank, evidence: Evidence) -> str:
    record = bank.document(evidence.document)
    name = record.name if record else evidence.document
    return f"{name}, line{TIE}{evidence.line}"

"""What must hold of every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from quizlib.distractors import Distractors
from quizlib.grading import grade
from quizlib.items import interaction, kinds, make, stood_in
from quizlib.model import Bank, Choice, ExtendedText, Match, Order, TextEntry
from quizlib.testing._holding import hold, hold_line
from quizlib.testing._samples import DOCUMENT, FACTS, NAMES, bank_of

if TYPE_CHECKING:
    from quizlib.model import Fact, Interaction, Item


def assert_kind(name: str, *facts: Fact) -> list[Item]:
    """The items that the kind makes of `facts`, of the sample facts where none are given.

    Each is made the same every time, has a key that earns all points, survives being saved,
    and is asked alike where the plug-in is not installed.
    """
    kind = kinds.get(name)
    hold_line(kind.summary, "the summary")
    hold_line(kind.instruction, "the instruction")
    given = facts or FACTS
    distractors = Distractors(given, NAMES, [block.text for block in DOCUMENT.blocks])
    items = [item for fact in given if (item := _made(name, fact, distractors))]
    hold(items, "it makes no item of these facts")
    return items


def _made(name: str, fact: Fact, distractors: Distractors) -> Item | None:
    item = make(name, fact, distractors)
    hold(item == make(name, fact, distractors), "it does not make the same twice")
    if item is None:
        return None
    hold(item.stem.strip(), "an item has no stem")
    hold(all(key.strip() for key in item.key), f"a key of {item.stem!r} is empty")
    asked = interaction(item)
    hold(grade(asked, right_response(asked)).right, f"the key of {item.stem!r} is not right")
    saved = Bank.model_validate_json(bank_of((item,)).to_json())
    hold(saved.items == (item,), f"{item.stem!r} does not survive being saved")
    if not kinds.own(name):
        hold(stood_in(item) == asked, f"without the plug-in {item.stem!r} is asked otherwise")
    return item


def right_response(asked: Interaction) -> object:
    """What earns all points."""
    match asked:
        case Choice(options=options, right=right):
            return [options[index] for index in right]
        case TextEntry(accepted=accepted):
            return accepted[0]
        case ExtendedText(model_answer=answer):
            return answer
        case Order(entries=entries):
            return list(entries)
        case Match(left=left, right=right):
            return list(right[: len(left)])
        case _:
            assert_never(asked)

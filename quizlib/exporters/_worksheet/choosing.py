"""Which items a sheet holds, and in what sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from quizlib.errors import EmptyBank, InvalidOption, UnfitItem, UnknownName
from quizlib.exporters._together import together
from quizlib.items import interaction, known
from quizlib.learning.selection import select
from quizlib.model import (
    GAP,
    Choice,
    ExtendedText,
    Match,
    Order,
    TextEntry,
)
from quizlib.ranking.difficulty import difficulty_of, difficulty_range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizlib.exporters._worksheet.options import WorksheetOptions
    from quizlib.model import Bank, Item, Problem


def wanted(bank: Bank, options: WorksheetOptions) -> Bank:
    """`bank` with the items of the kind and difficulty wished for.

    Raises EmptyBank, and InvalidOption for a kind that nobody offers and no item has.
    """
    for option, names in {
        "kind": options.kind,
        "points": filter(None, options.points or {}),
    }.items():
        try:
            known(names, bank.items)
        except UnknownName as error:
            raise InvalidOption("worksheet", option, str(error)) from error
    items = tuple(item for item in bank.live if _fits(item, options))
    if not items:
        wished = "no item of the kind and difficulty wished for"
        raise EmptyBank(bank.title, wished if bank.live else "no item to export")
    return bank.model_copy(update={"items": items})


def choose(bank: Bank, options: WorksheetOptions) -> tuple[Bank, list[Problem]]:
    """`bank` with the items that go on the sheet, and what was left out of it.

    No question gives another away; cards and puzzles may. `count` are spread over documents and
    kinds.
    """
    problems: list[Problem] = []
    kept: Sequence[Item] = bank.items
    if options.asks:
        kept, problems = together(bank.items, options.count, options.seed)
    elif options.count is not None:
        kept = select(bank.items, options.count, options.seed)
    ids = {item.id for item in kept}
    chosen = _sectioned([item for item in bank.items if item.id in ids], bank, options.sections)
    return bank.model_copy(update={"items": tuple(chosen)}), problems


def _fits(item: Item, options: WorksheetOptions) -> bool:
    if options.kind and item.kind not in options.kind:
        return False
    if options.difficulty is None:
        return True
    low, high = difficulty_range(options.difficulty)
    return low <= difficulty_of(item) <= high


def _sectioned(items: Sequence[Item], bank: Bank, sections: str) -> list[Item]:
    """`items` with those of one section together, otherwise in their order."""
    if sections == "none":
        return list(items)
    names = list(dict.fromkeys(section(item, bank, sections) for item in items))
    return sorted(items, key=lambda item: names.index(section(item, bank, sections)))


def section(item: Item, bank: Bank, sections: str) -> str:
    """What heads the items that the item belongs to.

    The first document's source line is enough to answer from.
    """
    if sections == "kind":
        return _way(item)
    if sections == "source" and item.evidence:
        record = bank.document(item.evidence[0].document)
        return record.source_line if record else item.evidence[0].document
    return ""


def _way(item: Item) -> str:
    """How the item is answered, for those who answer; "" for one that cannot be asked."""
    try:
        asked = interaction(item)
    except (UnknownName, UnfitItem):
        return ""
    match asked:
        case Choice(options=("True", "False")):
            return "True or false"
        case Choice(multiple=multiple):
            return "Choose all that apply" if multiple else "Choose one"
        case TextEntry():
            return "Fill the gaps" if GAP in item.stem else "Short answers"
        case ExtendedText():
            return "In your own words"
        case Match():
            return "Match"
        case Order():
            return "Put in order"
        case _:
            assert_never(asked)

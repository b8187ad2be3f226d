"""What stands on the screen: an item, with what there is to choose from."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING, assert_never

from quizlib.items import kind_of
from quizlib.model import Choice, ExtendedText, Match, Order, TextEntry
from quizlib.terminal.terminal import Style
from quizlib.terminal.text import side_by_side, wrapped
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizlib.learning import Presentation
    from quizlib.model import Bank, Item
    from quizlib.terminal.terminal import Terminal

#: By which places are named.
NUMBERS = tuple(str(number) for number in range(1, 1000))
LETTERS = tuple(ascii_lowercase)

#: From this width on texts stand under each other, clear of the number, and in columns.
ROOMY = 60


def indent(terminal: Terminal) -> int:
    """How far from the left everything but the number stands."""
    return 6 if terminal.width >= ROOMY else 2


def show_opening(terminal: Terminal, title: str, count: int) -> None:
    """What is about to be asked, and the two keys to know."""
    terminal.say(f"{title}: {counted(count, 'question')} (? helps, q leaves)", Style.DIM)
    terminal.lines([""])


def show_item(terminal: Terminal, bank: Bank, item: Item, put: Presentation, place: str) -> None:
    """The number, source line, context, stem, what there is to choose from, what to do."""
    left = indent(terminal)
    head = wrapped(bank.source_line(item), terminal.width, f"{place:<{left - 1}} ", " " * left)
    terminal.lines(head, Style.DIM)
    if item.context:
        terminal.say(item.context, Style.DIM, left)
    terminal.lines([""])
    terminal.say(item.stem, Style.STRONG, left)
    _show_parts(terminal, put, left)
    terminal.say(kind_of(item).instruction, Style.DIM, left)


def marks(put: Presentation) -> Sequence[str]:
    """What names the options, entries or right sides: numbers; letters beside numbers."""
    lettered = isinstance(put.interaction, Match) and len(put.options) <= len(LETTERS)
    return LETTERS if lettered else NUMBERS


def _show_parts(terminal: Terminal, put: Presentation, left: int) -> None:
    match put.interaction:
        case Choice() | Order():
            terminal.lines(_listed(put.options, NUMBERS, terminal.width, left + 2))
        case Match(left=sides):
            _show_pairs(terminal, sides, put, left)
        case TextEntry() | ExtendedText():
            pass
        case _:
            assert_never(put.interaction)


def _show_pairs(terminal: Terminal, sides: Sequence[str], put: Presentation, left: int) -> None:
    """Left sides by number beside right sides by letter; one after the other where narrow."""
    width = terminal.width
    if width >= ROOMY:
        half = (width - left) // 2
        numbered = _listed(sides, NUMBERS, left + half - 2, left + 2)
        lettered = _listed(put.options, marks(put), half - 2, 0)
        terminal.lines(side_by_side(numbered, lettered, gap=4))
    else:
        terminal.lines([*_listed(sides, NUMBERS, width, left), ""])
        terminal.lines(_listed(put.options, marks(put), width, left))


def _listed(texts: Sequence[str], named: Sequence[str], width: int, left: int) -> list[str]:
    """`texts`, each behind its mark."""
    fitting = named[: len(texts)]
    deep = max(map(len, fitting), default=0)
    return [
        line
        for mark, text in zip(fitting, texts, strict=True)
        for line in wrapped(text, width, f"{'':{left}}{mark:>{deep}}  ")
    ]


def show_rule(terminal: Terminal) -> None:
    """A line between two items."""
    terminal.lines(["", "─" * min(terminal.width, 54)], Style.DIM)

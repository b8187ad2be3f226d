"""What stands on the screen: an item, a verdict, an explanation."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING, assert_never

from quizlib.grading import RIGHT
from quizlib.items import kind_of
from quizlib.model import Choice, ExtendedText, Match, Order, TextEntry
from quizlib.terminal.difference import differences
from quizlib.terminal.terminal import Style
from quizlib.terminal.text import TIE, folded, shortened, side_by_side, wrapped
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizlib.learning import Presentation
    from quizlib.model import Bank, Interaction, Item, Score
    from quizlib.terminal.terminal import Terminal

#: By which places are named.
NUMBERS = tuple(str(number) for number in range(1, 1000))
LETTERS = tuple(ascii_lowercase)

#: From this width on texts stand under each other, clear of the number, and in columns.
ROOMY = 60

#: The longest quote shown with a verdict, in words; the whole of it can be asked for.
LONGEST_QUOTE = 40


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


def _show_parts(terminal: Terminal, put: Presentation, left: int) -> None:
    match put.interaction:
        case Choice() | Order():
            terminal.lines(_listed(put.options, NUMBERS, terminal.width, left + 2))
        case Match(left=sides):
            _show_pairs(terminal, sides, put.options, left)
        case TextEntry() | ExtendedText():
            pass
        case _:
            assert_never(put.interaction)


def _show_pairs(
    terminal: Terminal, sides: Sequence[str], options: Sequence[str], left: int
) -> None:
    """Left sides by number beside right sides by letter; one after the other where narrow."""
    width = terminal.width
    if width >= ROOMY:
        half = (width - left) // 2
        numbered = _listed(sides, NUMBERS, left + half - 2, left + 2)
        lettered = _listed(options, LETTERS, half - 2, 0)
        terminal.lines(side_by_side(numbered, lettered, gap=4))
    else:
        terminal.lines([*_listed(sides, NUMBERS, width, left), ""])
        terminal.lines(_listed(options, LETTERS, width, left))


def _listed(texts: Sequence[str], marks: Sequence[str], width: int, left: int) -> list[str]:
    """`texts`, each behind its mark; numbers where there are more texts than marks."""
    fitting = marks[: len(texts)] if len(texts) <= len(marks) else NUMBERS[: len(texts)]
    deep = max(map(len, fitting), default=0)
    return [
        line
        for mark, text in zip(fitting, texts, strict=True)
        for line in wrapped(text, width, f"{'':{left}}{mark:>{deep}}  ")
    ]


def show_score(
    terminal: Terminal,
    item: Item,
    score: Score,
    how: Interaction | None = None,
    response: object = None,
) -> None:
    """The verdict, the explanation where it adds anything, and the source's words.

    With the `response` to an interaction it is shown where a typed answer went wrong.
    """
    left = indent(terminal)
    terminal.say(score.feedback, _verdict_style(score), left)
    if isinstance(how, TextEntry) and isinstance(response, str) and score.feedback != RIGHT:
        _show_difference(terminal, response, how, left)
    quotes = [folded(evidence.words) for evidence in item.evidence]
    if item.remark and not any(_within(item.remark, quote) for quote in quotes):
        terminal.say(item.remark, indent=left)
    for quote, evidence in zip(quotes, item.evidence, strict=True):
        place = f"line{TIE}{evidence.line}"
        known = _within(quote, score.feedback)
        told = place if known else f"“{shortened(quote, LONGEST_QUOTE)}” ({place})"
        terminal.say(told, Style.DIM, left)


def _show_difference(terminal: Terminal, typed: str, how: TextEntry, left: int) -> None:
    found = differences(typed, how.accepted)
    for label, text in zip(("typed", "right"), found or (), strict=False):
        terminal.lines(wrapped(text, terminal.width, f"{'':{left + 2}}{label}  "))


def _verdict_style(score: Score) -> Style:
    if score.self_rated:
        return Style.STRONG
    return Style.GOOD if score.right else Style.BAD


def _within(part: str, whole: str) -> bool:
    """Whether `whole` says all that `part` says."""
    return folded(part).casefold().strip(" .") in folded(whole).casefold()


def explain(terminal: Terminal, bank: Bank, item: Item) -> None:
    """All there is to say about an answered item: explanation, whole quotes, their places."""
    left = indent(terminal)
    if item.remark:
        terminal.say(item.remark, indent=left)
    for evidence in item.evidence:
        record = bank.document(evidence.document)
        name = record.name if record else evidence.document
        terminal.say(f"“{evidence.words}” ({name}, line{TIE}{evidence.line})", indent=left)


def show_rule(terminal: Terminal) -> None:
    """A line between two items."""
    terminal.lines(["", "─" * min(terminal.width, 54)], Style.DIM)

"""What stands below an answer: the verdict, what was wrong in it, and the source's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from quizlib.grading import RIGHT
from quizlib.model import Choice, ExtendedText, Match, Order, TextEntry, says_more
from quizlib.terminal.difference import differences, misplaced
from quizlib.terminal.pages import indent
from quizlib.terminal.terminal import Style
from quizlib.terminal.text import TIE, folded, shortened, wrapped

if TYPE_CHECKING:
    from quizlib.learning import Presentation
    from quizlib.model import Evidence, Item, Score
    from quizlib.terminal.terminal import Terminal

#: The longest quote shown with a verdict, in words; the whole of it can be asked for.
LONGEST_QUOTE = 40


def show_score(
    terminal: Terminal,
    item: Item,
    score: Score,
    put: Presentation | None = None,
    response: object = None,
) -> None:
    """The verdict, the explanation where it adds anything, and the source's words.

    With how the item was `put` and the `response` it is shown what is wrong in a typed one.
    """
    left = indent(terminal)
    terminal.say(score.feedback, _verdict_style(score), left)
    if put and isinstance(response, str) and score.feedback != RIGHT:
        _show_difference(terminal, response, put, left)
    if says_more(item.remark, [evidence.words for evidence in item.evidence]):
        terminal.say(item.remark, indent=left)
    for told in _sources(item, score.feedback):
        terminal.say(told, Style.DIM, left)


def _sources(item: Item, feedback: str) -> list[str]:
    """The quotes that say more than the feedback does; where none does, where they stand."""
    quoted = [
        f"“{shortened(folded(evidence.words), LONGEST_QUOTE)}” ({_line(evidence)})"
        for evidence in item.evidence
        if not _within(evidence.words, feedback)
    ]
    places = ", ".join(dict.fromkeys(map(_line, item.evidence)))
    return quoted or ([f"In the source: {places}"] if places else [])


def _line(evidence: Evidence) -> str:
    return f"line{TIE}{evidence.line}"


def _show_difference(terminal: Terminal, typed: str, put: Presentation, left: int) -> None:
    for label, text in zip(("typed", "right"), _difference(typed, put) or (), strict=False):
        terminal.lines(wrapped(text, terminal.width, f"{'':{left + 2}}{label}  "))


def _difference(typed: str, put: Presentation) -> tuple[str, str] | None:
    """What was typed and what is right, with what differs in [brackets]; None where it is plain."""
    match put.interaction:
        case TextEntry(accepted=accepted):
            return differences(typed, accepted)
        case Order() | Match():
            return misplaced(typed, put)
        case Choice() | ExtendedText():
            return None
        case _:
            assert_never(put.interaction)


def _verdict_style(score: Score) -> Style:
    if score.self_rated:
        return Style.STRONG
    return Style.GOOD if score.right else Style.BAD


def _within(part: str, whole: str) -> bool:
    """Whether `whole` says all that `part` says."""
    return folded(part).casefold().strip(" .") in folded(whole).casefold()

"""What stands at the end of a sitting: the score, where it is weak, what was missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.grading import key_line
from quizlib.items import interaction
from quizlib.terminal.pages import ROOMY, show_rule
from quizlib.terminal.terminal import Style
from quizlib.terminal.text import TIE, wrapped
from quizlib.terminal.waits import taken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quizlib.learning import Quiz, Summary, Tally
    from quizlib.model import Bank, Item
    from quizlib.terminal.terminal import Terminal

    Groups = Mapping[str, Tally]

#: So few answers are taken in at a glance, and say nothing about groups of them.
FEW = 5
#: Groups with fewer answers than this, on average, say nothing either.
FEW_EACH = 2
#: Groups told in a line, the weakest first; the others are counted.
TOLD = 8
#: A group is weak when so many of it were missed, and a smaller share right than of all.
MISSED = 2
#: Weak spots that are named.
SPOTS = 3
#: Seconds before the time is worth telling.
SHORT = 10


def show_summary(terminal: Terminal, quiz: Quiz, seconds: float, *, exam: bool) -> None:
    """The score, the time, the weak spots, what was missed with what is right.

    What was not answered counts as wrong in an exam, else not at all.
    """
    summary = quiz.summary
    show_rule(terminal)
    terminal.say(_score(summary, len(quiz.items), seconds, exam=exam), Style.STRONG)
    if summary.total.asked >= FEW:
        _show_groups(terminal, quiz.bank, summary)
    if summary.missed:
        terminal.lines([""])
        terminal.say("To look at again:")
        for result in summary.missed:
            _show_missed(terminal, result.item)


def _score(summary: Summary, asked: int, seconds: float, *, exam: bool) -> str:
    total = summary.total
    if not total.asked:
        return "Nothing answered."
    points = "" if total.points == total.right else f", {total.points:.1f} points"
    time = f" in {taken(seconds)}" if seconds >= SHORT else ""
    left_over = asked - total.asked
    rest = f"; {left_over} not answered" if left_over else ""
    return f"{total.right} of {asked if exam else total.asked} right{points}{time}{rest}"


def _show_groups(terminal: Terminal, bank: Bank, summary: Summary) -> None:
    titles = {id: record.title for id in summary.by_document if (record := bank.document(id))}
    sources = {titles.get(id, id or "no source"): t for id, t in summary.by_document.items()}
    every = {"kind": summary.by_kind, "source": sources, "tag": summary.by_tag}
    groups = {what: t for what, t in every.items() if 1 < len(t) <= summary.total.asked / FEW_EACH}
    lines = {f"By {what}": _listed(tallies) for what, tallies in groups.items()}
    spots = _weak_spots(summary.total, groups)
    if spots:
        lines["Weak spots"] = spots
    if lines:
        terminal.lines([""])
    for head, told in lines.items():
        first = f"{head:<12}" if terminal.width >= ROOMY else f"{head}: "
        rest = None if terminal.width >= ROOMY else "  "
        terminal.lines(wrapped(told, terminal.width, first, rest))


def _listed(tallies: Groups) -> str:
    ordered = sorted(tallies, key=lambda name: (_share(tallies[name]), name))
    told = "; ".join(_told(name, tallies[name]) for name in ordered[:TOLD])
    more = len(ordered) - TOLD
    return f"{told}; and {more} more" if more > 0 else told


def _weak_spots(total: Tally, groups: Mapping[str, Groups]) -> str:
    weak = [
        (_share(tally), f"{what} {_told(name, tally)}")
        for what, name, tally in _each(groups)
        if tally.asked - tally.right >= MISSED and _share(tally) < _share(total)
    ]
    return "; ".join(told for _, told in sorted(weak)[:SPOTS])


def _each(groups: Mapping[str, Groups]) -> Iterable[tuple[str, str, Tally]]:
    for what, tallies in groups.items():
        for name, tally in tallies.items():
            yield what, name, tally


def _told(name: str, tally: Tally) -> str:
    return f"{name} {tally.right}{TIE}of{TIE}{tally.asked}"


def _share(tally: Tally) -> float:
    return tally.right / tally.asked


def _show_missed(terminal: Terminal, item: Item) -> None:
    terminal.lines(wrapped(item.stem, terminal.width, "  "))
    terminal.lines(wrapped(key_line(interaction(item)), terminal.width, " " * 6))

"""What a learner is shown in a session: what is left, what a rating means, how a card stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.learning.days import day_end
from quizlib.learning.scheduler import Phase, Rating
from quizlib.terminal.commands import show_commands
from quizlib.terminal.pages import ROOMY, indent, show_item, show_rule
from quizlib.terminal.terminal import Style
from quizlib.terminal.text import wrapped
from quizlib.terminal.waits import short, until
from quizlib.wording import counted

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from quizlib.learning import Asked, Counts, Info, Memory, Session, Verdict
    from quizlib.model import Bank
    from quizlib.terminal.terminal import Terminal

HELP = (
    ("space, Enter", "show the answer; then: take the rating in brackets and go on"),
    ("1 2 3 4", "rate: again, hard, good, easy"),
    ("u, undo", "take the last step back, and the one before it …"),
    ("e, edit", "change one field of the question, for good"),
    ("E, editor", "change the question as a text in your editor (VISUAL, EDITOR)"),
    ("s, skip", "leave the card for another session"),
    ("b, bury", "leave it for another day"),
    ("!, suspend", "never ask it again; u takes that back, and later quizlib study --unsuspend"),
    ("f, flag", "tell that the question is bad; quizlib review shows it, with your reason"),
    ("i, info", "how the card stands, and its history"),
    ("q, quit", "end; every answer is kept already"),
)
HELP_AT_THE_END = (
    ("a, anyway", "study what is not due yet, and new cards beyond the day's number"),
    ("u, undo", "take the last step back, and the one before it …"),
    ("q, quit, Enter", "end; every answer is kept already"),
)
IN_LINES = "Where an answer is typed: the letter alone on the line, or behind a colon, as :skip."

#: Reviews told of a card; the older ones are counted.
TOLD = 10


def show_opening(terminal: Terminal, banks: Sequence[Bank], unsuspended: int | None) -> None:
    """What is studied, the two keys to know, and how many cards were brought back."""
    title = banks[0].title if len(banks) == 1 else f"{len(banks)} banks"
    terminal.say(f"{title} (? helps, q leaves)", Style.DIM)
    if unsuspended is not None:
        brought = f"{counted(unsuspended, 'suspended card')} brought back."
        terminal.say(brought if unsuspended else "No card is suspended.", Style.DIM)


def show_asked(terminal: Terminal, asked: Asked, counts: Counts, now: dt.datetime) -> None:
    """How much is left, and why the card is asked before its time; then the item."""
    show_rule(terminal)
    terminal.say(f"{counts_told(counts)}{_ahead(asked.card.memory, now)}", Style.DIM)
    mark = "new" if asked.new else ""
    show_item(terminal, asked.bank, asked.item, asked.put, mark)


def _ahead(memory: Memory | None, now: dt.datetime) -> str:
    """What is due on a day is due all day; what is being learned, at its minute."""
    if memory is None:
        return ""
    due = memory.due.astimezone(now.tzinfo)
    if due <= (day_end(now) if memory.phase is Phase.REVIEW else now):
        return ""
    return f"; nothing else is left: this one is due {until(due, now)}"


def counts_told(counts: Counts) -> str:
    return f"{counts.due} due today, {counts.new} new, {counts.done} done"


def rating_question(terminal: Terminal, verdict: Verdict, now: dt.datetime) -> str:
    """The ratings with their waits, the proposed one in brackets, as much as fits on a line."""
    left = f"{'':{indent(terminal)}}"
    full = ", ".join(_rating(rating, verdict, now) for rating in Rating)
    bare = ", ".join(_rating(rating, verdict) for rating in Rating)
    numbers = " ".join(_rating(rating, verdict, name=False) for rating in Rating)
    for told in (f"{full}, ? helps", full, bare, numbers):
        if len(left) + len(told) < terminal.width:
            return f"{left}{told}"
    return f"{left}{verdict.rating:d}"


def _rating(
    rating: Rating, verdict: Verdict, now: dt.datetime | None = None, *, name: bool = True
) -> str:
    told = f"{rating:d} {rating.name.lower()}" if name else f"{rating:d}"
    if now is not None:
        told += f" {short(verdict.due[rating] - now)}"
    return f"[{told}]" if rating is verdict.rating else told


def rated(rating: Rating, verdict: Verdict, now: dt.datetime) -> str:
    """What a rating means."""
    return f"{rating.name.capitalize()}: back {until(verdict.due[rating], now)}."


def show_help(terminal: Terminal) -> None:
    """The keys, each with what it does."""
    show_commands(terminal, HELP, widest=14)
    terminal.say(IN_LINES, Style.DIM, indent(terminal))


def show_help_at_the_end(terminal: Terminal) -> None:
    """The keys when nothing is left, each with what it does."""
    show_commands(terminal, HELP_AT_THE_END, widest=14)


def flagged(reason: str) -> str:
    """What a flag means."""
    return f"Flagged{f' ({reason})' if reason else ''}: not asked until it is mended."


def show_info(terminal: Terminal, info: Info, now: dt.datetime) -> None:
    """The card's bank and name, when it comes back, what the scheduler knows, its reviews."""
    left = indent(terminal)
    terminal.say(f"{info.bank} · {info.card.id}", Style.DIM, left)
    memory = info.card.memory
    if memory is None or info.retrievability is None:
        terminal.say("new: never asked before", Style.DIM, left)
        return
    for line in _standing(memory, info.retrievability, now):
        terminal.say(line, Style.DIM, left)
    older = len(info.reviews) - TOLD
    if older > 0:
        terminal.say(f"{older} older reviews", Style.DIM, left)
    for review in info.reviews[-TOLD:]:
        at = review.at.astimezone(now.tzinfo)
        taken = "" if review.seconds is None else f", {review.seconds:.0f} s"
        row = f"{at:%Y-%m-%d %H:%M} {review.rating.name.lower()}{taken}"
        terminal.lines(wrapped(row, terminal.width, " " * left), Style.DIM)


def _standing(memory: Memory, retrievability: float, now: dt.datetime) -> list[str]:
    due = memory.due.astimezone(now.tzinfo)
    comes = f"due {until(due, now)}" if due > now else "due now"
    lapses = f", forgotten {_times(memory.lapses)}" if memory.lapses else ""
    learning = "" if memory.phase is Phase.REVIEW else f", {memory.phase}"
    known = (
        f"stability {memory.stability:.1f} days",
        f"difficulty {memory.difficulty:.1f} of 10",
        f"retrievability {retrievability:.0%}",
    )
    return [f"asked {_times(memory.reviews)}{lapses}{learning}; {comes}", ", ".join(known)]


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def show_nothing_left(terminal: Terminal, session: Session, now: dt.datetime) -> None:
    """That nothing is to be asked now, and when something will be."""
    counts = session.counts
    show_rule(terminal)
    if session.time_is_up or session.answers_are_in:
        over = "The time is up" if session.time_is_up else "That was all for now"
        terminal.say(f"{over}: {counts_told(counts)}.", Style.STRONG)
        return
    done = f"{counts.done} done today, nothing left." if counts.done else "Nothing is due."
    terminal.say(done, Style.STRONG)
    due = session.next_due
    comes = f"The next card comes {until(due, now)}." if due else "No card is waiting."
    terminal.say(comes)
    if session.suspended:
        cards = counted(session.suspended, "card")
        told = f"{cards} suspended; quizlib study --unsuspend asks again."
        terminal.say(told, Style.DIM)


def end_question(terminal: Terminal, *, anyway: bool, undo: bool) -> str:
    """What can still be done when nothing is left."""
    studies = ("a studies anyway, " if terminal.width >= ROOMY else "a anyway, ") * anyway
    return f"{studies}{'u undo, ' * undo}q quit"


def show_end(terminal: Terminal, counts: Counts, again: str) -> None:
    """What is left of today, and how to go on."""
    show_rule(terminal)
    terminal.say(counts_told(counts), Style.STRONG)
    if counts.due or counts.new:
        terminal.lines([""])
        terminal.say(again, Style.DIM)

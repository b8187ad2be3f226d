"""What a person is shown of an item under review: all that a learner is, and more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.errors import QuizlibError
from quizlib.grading import key_line
from quizlib.items import interaction
from quizlib.learning.presentation import present
from quizlib.model import Severity, Status, TextEntry
from quizlib.ranking import difficulty_of
from quizlib.review import form, passage
from quizlib.terminal.commands import show_commands
from quizlib.terminal.pages import indent, show_item, show_rule
from quizlib.terminal.terminal import Style
from quizlib.terminal.text import TIE, wrapped
from quizlib.wording import counted

if TYPE_CHECKING:
    from quizlib.model import Item
    from quizlib.review import Review
    from quizlib.terminal.terminal import Terminal

#: A word or two for what has become of items, in the order told.
FATES = (Status.ACCEPTED, Status.EDITED, Status.REJECTED)

HINT = "a accept, e edit, r reject, s skip, u undo, q quit, ? helps"
SHORT_HINT = "a e r s u q, ? helps"
LAST_HINT = "b back, u undo, q quit"

HELP = (
    ("a, accept", "keep the item as it is"),
    ("e, edit", "change one field; a typed line may name it: e stem"),
    ("E", "change the item as a text in your editor (VISUAL, EDITOR)"),
    ("r, reject", "throw the item out for good; a typed line may say why: r wrong"),
    ("s, skip, Enter", "go on without a decision"),
    ("b, back", "go back to the item before"),
    ("/, find", "go to the next item with words that you type: / salt tax"),
    ("u, undo", "take the last decision back, and the one before it …"),
    ("q, quit", "end; every decision is saved already"),
)


def show_opening(terminal: Terminal, review: Review) -> None:
    """What is about to be reviewed."""
    items = counted(len(review.ids), "item")
    terminal.say(f"{review.bank.title}: {items} to review (? helps, q leaves)", Style.DIM)
    terminal.lines([""])


def show_reviewed(terminal: Terminal, review: Review, item: Item) -> None:
    """The item as a learner is shown it, its key, what proves it, what is known of it."""
    left = indent(terminal)
    _show_asked(terminal, review, item)
    if item.remark:
        terminal.say(item.remark, indent=left)
    terminal.lines([""])
    _show_passages(terminal, review, item)
    terminal.say(_known(item), Style.DIM, left)
    for problem in review.problems(item):
        style = Style.BAD if problem.severity is Severity.ERROR else Style.PLAIN
        terminal.say(f"{problem.severity}: {problem.message} ({problem.code})", style, left)


def _show_asked(terminal: Terminal, review: Review, item: Item) -> None:
    """The learner's view with the key; the bare fields of an item that fits no kind."""
    left, place = indent(terminal), f"{review.place + 1}/{len(review.ids)}"
    try:
        put = present(item, review.bank.seed)
    except QuizlibError:
        terminal.say(f"{place}  {review.bank.source_line(item)}", Style.DIM)
        for line in form(item).splitlines():
            terminal.say(line, indent=left)
        return
    show_item(terminal, review.bank, item, put, place)
    how = interaction(item)
    key = " / ".join(how.accepted) if isinstance(how, TextEntry) else key_line(how)
    terminal.lines(wrapped(key, terminal.width, f"{'':{left}}= "), Style.GOOD)


def _show_passages(terminal: Terminal, review: Review, item: Item) -> None:
    """Each quote among the words around it, with its place."""
    for evidence in item.evidence:
        record = review.bank.document(evidence.document)
        name = record.name if record else evidence.document
        found = passage(evidence, review.documents.get(evidence.document))
        around = (found.before, f"“{found.quote}”", found.after)
        told = " ".join(part for part in around if part)
        terminal.say(f"{told} ({name}, line{TIE}{evidence.line})", indent=indent(terminal))


def _known(item: Item) -> str:
    """Status and numbers, tags, what a person did to it, and by what name it is found."""
    standing = f"{item.status}: {item.note}" if item.note else str(item.status)
    parts = [
        standing,
        item.kind,
        f"confidence{TIE}{item.confidence:.2f}",
        f"difficulty{TIE}{difficulty_of(item):.2f}",
        f"tags: {', '.join(item.tags)}" if item.tags else "",
        f"changed: {', '.join(item.changed)}" if item.changed else "",
        item.id,
    ]
    return " · ".join(part for part in parts if part)


def show_help(terminal: Terminal) -> None:
    """The commands, each with what it does."""
    show_commands(terminal, HELP, widest=16)


def show_end(terminal: Terminal, review: Review, again: str) -> None:
    """What was decided, what is left, and how to go on."""
    tally = review.tally
    told = [f"{tally[status]} {status}" for status in FATES if tally[status]]
    left = len(review.ids) - sum(tally.values())
    show_rule(terminal)
    terminal.say(", ".join(told) or "Nothing decided", Style.STRONG)
    if left:
        terminal.say(f"{left} of {len(review.ids)} not decided")
        terminal.lines([""])
        terminal.say(again, Style.DIM)


def hint(terminal: Terminal, *, last: bool) -> str:
    """The commands on one line, as many as fit."""
    told = LAST_HINT if last else HINT if terminal.width >= 70 else SHORT_HINT
    return f"{'':{indent(terminal)}}{told}"

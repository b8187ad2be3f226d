"""Changing an item: one field on the screen, or the whole of it in an editor."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quizlib.errors import InvalidEdit
from quizlib.review import fields, filled, form
from quizlib.review.form import EDITABLE
from quizlib.terminal.commands import number_or_line, tell_unknown
from quizlib.terminal.keys import ENTER
from quizlib.terminal.pages import indent
from quizlib.terminal.terminal import Style
from quizlib.terminal.text import folded, numbered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizlib.model import Item
    from quizlib.review import Review
    from quizlib.review.form import Value
    from quizlib.terminal.terminal import Terminal

#: Shows a text in an editor and returns what has become of it.
Editor = Callable[[str], str]

#: Between the entries of a field that holds several.
PARTED = " | "
#: What is typed to empty a field where a line cannot be given to be edited.
EMPTY = "-"


def edit_field(terminal: Terminal, review: Review, item: Item, name: str) -> bool:
    """Ask for a field, unless `name` (or number) tells it, and for its text.

    Whether anything changed. Raises InvalidEdit as `Review.edit`.
    """
    names = fields(item)
    field = _named(names, name) or _asked_for(terminal, names)
    if not field:
        return False
    value = getattr(item, field)
    several = not isinstance(value, str)
    before = PARTED.join(value) if several else value
    if several:
        told = f"Its entries stand between {PARTED.strip()} signs."
        terminal.say(told, Style.DIM, indent(terminal))
    after = _typed(terminal, field, before)
    if after is None or folded(after) == folded(before):
        return False
    new = tuple(after.split(PARTED.strip())) if several else after
    return _taken(terminal, review, item, {field: new})


def _taken(terminal: Terminal, review: Review, item: Item, changes: Mapping[str, Value]) -> bool:
    """Change the item, and show what that did; whether it did anything."""
    if not review.edit(changes) or review.item is None:
        return False
    left = indent(terminal)
    for name in EDITABLE:
        was, now = (_told(getattr(each, name)) for each in (item, review.item))
        if was != now:
            terminal.say(f"{name}, before: {was}", indent=left)
            terminal.say(f"{name}, now: {now}", indent=left)
    return True


def _told(value: Value) -> str:
    text = value if isinstance(value, str) else PARTED.join(value)
    return text or "(nothing)"


def _named(names: tuple[str, ...], told: str) -> str:
    """The field that a number or the beginning of its name tells; "" for none."""
    told = told.strip().casefold()
    if told.isdecimal() and 1 <= int(told) <= len(names):
        return names[int(told) - 1]
    return next((name for name in names if told and name.startswith(told)), "")


def _asked_for(terminal: Terminal, names: tuple[str, ...]) -> str:
    left = " " * indent(terminal)
    terminal.say(numbered(names), indent=len(left))
    question = f"{left}Which? (number or name, or Enter) "
    while told := number_or_line(terminal, question, len(names), "a name").strip():
        if name := _named(names, told):
            terminal.decided()
            return name
        terminal.say(f"{told!r} is none of these.", Style.DIM, indent(terminal))
        if not terminal.by_key:  # the next line is a command
            break
    return ""


def _typed(terminal: Terminal, field: str, before: str) -> str | None:
    """The new text of a field; None to leave it as it is."""
    left = " " * indent(terminal)
    if terminal.prefills:
        terminal.say("Change the line, then Enter; as it is, it stays.", Style.DIM, len(left))
        return terminal.read_line(f"{left}{field}: ", before)
    terminal.say(f"{field}: {before}", indent=len(left))
    typed = terminal.read_line(f"{left}New text (Enter keeps, {EMPTY} empties): ").strip()
    return None if not typed else "" if typed == EMPTY else typed


def edit_whole(terminal: Terminal, review: Review, item: Item, editor: Editor) -> bool:
    """Give the item's form to the editor until it can be taken, or is given up.

    Whether anything changed.
    """
    source = review.bank.source_line(item)
    taking = "Save and close to take it; an emptied form changes nothing."
    text = form(item, (f"{item.kind} · {source}", taking))
    while True:
        try:
            text = editor(text)
            return _taken(terminal, review, item, filled(text))
        except InvalidEdit as error:
            terminal.say(str(error), Style.BAD, indent(terminal))
            if not _again(terminal):
                return False


def _again(terminal: Terminal) -> bool:
    question = f"{'':{indent(terminal)}}Enter edits it again, x gives it up "
    if not terminal.by_key:
        return terminal.read_line(question).strip().casefold() != "x"
    while (key := terminal.read_key(question).casefold()) not in {ENTER, "x"}:
        tell_unknown(terminal, key, "Press Enter or x.")
    terminal.rewrite("")
    return key == ENTER

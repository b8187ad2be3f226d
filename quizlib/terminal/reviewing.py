"""A review on the terminal, from the first item to what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.errors import InvalidEdit, OutputError
from quizlib.terminal.commands import INTERRUPTED, Commands, Leave, tell_unknown
from quizlib.terminal.keys import ENTER
from quizlib.terminal.mending import edit_field, edit_whole
from quizlib.terminal.pages import indent, show_rule
from quizlib.terminal.reasons import REASONS, ask_why, reason
from quizlib.terminal.review_pages import (
    hint,
    show_end,
    show_help,
    show_opening,
    show_reviewed,
)
from quizlib.terminal.terminal import Style
from quizlib.terminal.text import folded

if TYPE_CHECKING:
    from quizlib.review import Review
    from quizlib.terminal.mending import Editor
    from quizlib.terminal.terminal import Terminal

#: The commands by their first letters; only the editor's is told from edit by its case.
COMMANDS = {name[0]: name for name in "accept edit reject skip back undo quit help".split()}
#: Keys that stand for a command too.
ALSO = {"E": "editor", "?": "help", "/": "find", ENTER: "skip", " ": "skip"}
KEYS = Commands({**COMMANDS, **ALSO})
#: What is left to do behind the last item.
AT_THE_END = frozenset({"back", "undo", "find", "quit", "help"})


class Reviewing:
    """A review and the terminal that it is held on."""

    def __init__(self, review: Review, terminal: Terminal, editor: Editor) -> None:
        self.review = review
        self.terminal = terminal
        self.editor = editor

    def hold(self, again: str) -> int:
        """Walk through all items, then tell what was decided and the line `again`. The exit code.

        Every decision is saved when it is made. "q", the end of input and Ctrl-C end the
        review; only Ctrl-C before any decision is told as an interruption (130).
        """
        code = 0
        try:
            show_opening(self.terminal, self.review)
            while True:
                self._show()
                self._take_commands()
        except (Leave, EOFError):
            pass
        except KeyboardInterrupt:
            code = 0 if self.review.tally else INTERRUPTED
        self.terminal.fresh()
        show_end(self.terminal, self.review, again)
        return code

    def _show(self) -> None:
        item = self.review.item
        if item is not None:
            show_reviewed(self.terminal, self.review, item)
            self.terminal.lines([""])
        else:
            self.terminal.say("That was the last item.", Style.STRONG)

    def _take_commands(self) -> None:
        """Until there is something else to be shown."""
        shown = self.review.place, self.review.item
        while (self.review.place, self.review.item) == shown:
            command, told = self._command()
            try:
                done = self._do(command, told)
            except (InvalidEdit, OutputError) as error:
                self._say(f"error: {error}", Style.BAD)
            else:
                self._say(done, Style.DIM)
        show_rule(self.terminal)

    def _say(self, text: str, style: Style) -> None:
        if text:
            self.terminal.say(text, style, indent(self.terminal))

    def _command(self) -> tuple[str, str]:
        """The next command, and what is told with it."""
        last = self.review.item is None
        while True:
            question = hint(self.terminal, last=last)
            if self.terminal.by_key:
                key = self.terminal.read_key(question, Style.DIM)
                command, told = KEYS.of_key(key), ""
            else:
                command, told = KEYS.of_line(self.terminal.read_line(f"{question} "))
            if command and (command in AT_THE_END or not last):
                if self.terminal.by_key:
                    self.terminal.rewrite("")
                return command, told
            if self.terminal.by_key:
                tell_unknown(self.terminal, key)
            elif told:
                self._say(f"{told!r} is no command; ? lists them", Style.DIM)

    def _do(self, command: str, told: str) -> str:
        """Do what a command says; what is to be said of it. Raises Leave."""
        review, item = self.review, self.review.item
        match command:
            case "quit":
                raise Leave
            case "help":
                show_help(self.terminal)
            case "accept":
                review.accept()
                self.terminal.decided()
                return "Accepted."
            case "reject":
                why = reason(told) if told else ask_why(self.terminal)
                review.reject(why)
                self.terminal.decided()
                return f"Rejected: {why}." if why in REASONS else "Rejected."
            case "edit" if item:
                changed = edit_field(self.terminal, review, item, told)
                return "Edited." if changed else "Nothing changed."
            case "editor" if item:
                changed = edit_whole(self.terminal, review, item, self.editor)
                return "Edited." if changed else "Nothing changed."
        return self._go(command, told)

    def _go(self, command: str, told: str) -> str:
        """Go where a command says; what is to be said of it."""
        match command:
            case "undo":
                return "Undone." if self.review.undo() else "There is nothing to undo."
            case "back":
                return "" if self.review.back() else "This is the first item."
            case "skip":
                self.review.skip()
            case "find":
                return self._find(told)
        return ""

    def _find(self, told: str) -> str:
        """Go to the next item with the words that are told, or asked for."""
        left, before = indent(self.terminal), self.review.place
        words = told or self.terminal.read_line(f"{'':{left}}Find: ")
        if not self.review.find(words):
            return f"No item speaks of “{folded(words)}”." if words.strip() else ""
        return "" if self.review.place != before else "No other item speaks of it."

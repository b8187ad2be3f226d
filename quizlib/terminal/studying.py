"""A session of spaced repetition on the terminal, from the first card to what comes next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from quizlib.errors import BankError, ClockWentBack, InvalidEdit, OutputError, StoreError
from quizlib.learning.scheduler import Rating
from quizlib.learning.session import Session
from quizlib.terminal.asking import COMMAND_MARK, answer, help_for
from quizlib.terminal.commands import HELP, INTERRUPTED, QUIT, Commands, Leave, Wanted, tell_unknown
from quizlib.terminal.further import explain, further
from quizlib.terminal.keys import ENTER
from quizlib.terminal.pages import indent
from quizlib.terminal.reasons import ask_why, reason
from quizlib.terminal.study_pages import (
    end_question,
    flagged,
    rated,
    rating_question,
    show_asked,
    show_end,
    show_help,
    show_help_at_the_end,
    show_info,
    show_nothing_left,
    show_opening,
)
from quizlib.terminal.terminal import Style
from quizlib.terminal.verdict import show_score

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from quizlib.learning import Asked, Verdict
    from quizlib.library import Opened
    from quizlib.review import Review
    from quizlib.terminal.asking import Response
    from quizlib.terminal.mending import Editor
    from quizlib.terminal.terminal import Terminal

#: The commands by their first letters, and by keys that have none.
LETTERS = {name[0]: name for name in "undo edit skip bury flag info quit".split()}
SIGNS = {"E": "editor", "!": "suspend", "?": HELP, ENTER: "on", " ": "on"}
#: What can be wanted at a card; Enter and the space bar go on from question to answer to card.
AT_A_CARD = Commands({**LETTERS, **SIGNS})
AT_THE_END = Commands({"a": "anyway", "u": "undo", "q": QUIT, ENTER: QUIT, "?": HELP})
#: A rating by its number or its name.
RATINGS = {rating.name.lower(): rating for rating in Rating} | {str(int(r)): r for r in Rating}

#: What puts a card away without an answer, and what is said of it.
AWAY: dict[str, tuple[Callable[[Session], None], str]] = {
    "skip": (Session.skip, "Skipped."),
    "bury": (Session.bury, "Buried until tomorrow."),
    "suspend": (Session.suspend, "Suspended: it is not asked again."),
}

#: What cannot be kept is told, and the session goes on.
Trouble = (StoreError, ClockWentBack, InvalidEdit, OutputError, BankError)


class Studying:
    """A session and the terminal that it is held on."""

    def __init__(
        self,
        session: Session,
        terminal: Terminal,
        editor: Editor,
        now: Callable[[], dt.datetime],
        opened: Sequence[Opened],
    ) -> None:
        """`opened` are the banks of the session, with the files in which edits are kept."""
        self.session = session
        self.terminal = terminal
        self.editor = editor
        self.now = now
        self.opened = opened
        self._shown: Asked | None = None
        self._problems = 0  # told so far
        self._thought = False  # whether the last answer was only thought of
        self._steps: list[Review | None] = []  # to be undone: edits, and None for the session's

    def hold(self, again: str, unsuspended: int | None = None) -> int:
        """Ask until nothing is left or the learner leaves, then tell what comes next.

        Every answer is kept before the next card is shown. The line `again` says how to go on.
        So many cards were `unsuspended` before, None where nobody asked for it.
        The exit code: only Ctrl-C before anything was done is an interruption (130).
        """
        code, ended = 0, False
        try:
            show_opening(self.terminal, [one.bank for one in self.opened], unsuspended)
            while not ended:
                ended = self._turn()
        except (Leave, EOFError):
            pass
        except KeyboardInterrupt:
            code = 0 if self._steps else INTERRUPTED
        self.terminal.fresh()
        if not ended:
            show_end(self.terminal, self.session.counts, again)
        return code

    def _turn(self) -> bool:
        """One question to the learner; whether it was the last one. Raises Leave."""
        session = self.session
        if session.asked is not None and session.verdict is not None:
            self._take_rating(session.asked, session.verdict)
            return False
        asked = session.next()
        self._tell_problems()
        if asked is None:
            return self._at_the_end()
        self._take_answer(asked)
        return False

    def _tell_problems(self) -> None:
        for problem in self.session.problems[self._problems :]:
            self._say(f"{problem.severity}: {problem}")
        self._problems = len(self.session.problems)

    def _say(self, text: str, style: Style = Style.DIM) -> None:
        if text:
            self.terminal.say(text, style, indent(self.terminal))

    # The three places where the learner is asked something

    def _take_answer(self, asked: Asked) -> None:
        self._show(asked)
        try:
            response = answer(self.terminal, asked.put, AT_A_CARD)
        except Wanted as wanted:
            self._do(wanted.name, wanted.told)
        else:
            self._try(lambda: self._answer(asked, response))

    def _take_rating(self, asked: Asked, verdict: Verdict) -> None:
        if self._show(asked):
            show_score(self.terminal, asked.item, verdict.score)
        if verdict.unrated and self._thought:  # only the learner knows; hands expect good
            verdict = verdict.model_copy(update={"rating": Rating.GOOD})
        typed, name, told = self._read(rating_question(self.terminal, verdict, self.now()))
        rating = verdict.rating if name == "on" else RATINGS.get(typed.casefold())
        if rating is not None:
            self._try(lambda: self._rate(verdict, rating))
        elif name:
            self._do(name, told)

    def _at_the_end(self) -> bool:
        """Whether it really is the end."""
        show_nothing_left(self.terminal, self.session, self.now())
        anyway = not (self.session.time_is_up or self.session.answers_are_in)
        question = end_question(self.terminal, anyway=anyway, undo=bool(self._steps))
        while True:
            _, name, _ = self._read(question, AT_THE_END)
            if name == "anyway" and anyway:
                self.session.study_anyway()
                if self.session.next() is not None:
                    return False
                self._say("There is nothing else to ask.")
            if name == "undo":
                self._do(name)
                return False
            if name == HELP:
                show_help_at_the_end(self.terminal)
            if name == QUIT:
                return True

    def _show(self, asked: Asked) -> bool:
        """Show the card unless it stands there; whether that was so."""
        if asked is self._shown:
            return False
        show_asked(self.terminal, asked, self.session.counts, self.now())
        self.terminal.lines([""])
        self._shown = asked
        return True

    def _read(self, question: str, commands: Commands = AT_A_CARD) -> tuple[str, str, str]:
        """What was typed or pressed, the command that it is, "" for none, and what is behind it."""
        rates = commands is AT_A_CARD
        if self.terminal.by_key:
            key = self.terminal.read_key(question, Style.DIM)
            self.terminal.rewrite("")
            name = commands.of_key(key)
            if not (name or (rates and key in RATINGS)):
                tell_unknown(self.terminal, key)
            return key, name, ""
        line = self.terminal.read_line(f"{question} ").strip()
        name, told = commands.of_line(line.removeprefix(COMMAND_MARK))
        if not (name or (rates and line.casefold() in RATINGS)):
            self._say(f"{told!r} is no command; ? lists them")
        return line, name, told

    # What the learner does

    def _try(self, act: Callable[[], str | None]) -> None:
        """Do something and say what came of it; where it could not be kept, that."""
        try:
            self._say(act() or "")
        except Trouble as error:
            self._say(f"error: {error}", Style.BAD)

    def _answer(self, asked: Asked, response: Response) -> None:
        verdict = self.session.answer(response)
        self._thought = response == ""
        self._steps.append(None)
        show_score(self.terminal, asked.item, verdict.score, asked.put, response)

    def _rate(self, verdict: Verdict, rating: Rating) -> str:
        self.session.rate(rating)
        self.terminal.decided()
        told = rated(rating, verdict, self.now())
        self.session.next()
        return told

    def _do(self, name: str, told: str = "") -> None:
        """Do what a command says. Raises Leave."""
        asked = self.session.asked
        if name == QUIT:
            raise Leave
        if name == "undo":
            self._try(self._undo)
        elif name == "flag":
            why = reason(told) if told else ask_why(self.terminal)
            self._put_away(lambda: self.session.flag(why), flagged(why))
        elif name in AWAY:
            act, done = AWAY[name]
            self._put_away(partial(act, self.session), done)
        elif asked:
            self._do_at(asked, name, told)

    def _do_at(self, asked: Asked, name: str, told: str) -> None:
        """Do what leaves the card where it is, or answers it."""
        match name:
            case "on":
                self._try(lambda: self._answer(asked, ""))
            case "edit" | "editor":
                self._try(lambda: self._edit(asked, told, whole=name == "editor"))
            case "how":
                self._say(help_for(self.terminal, asked.put))
            case "help":
                self._help(asked)
            case "info":
                show_info(self.terminal, self.session.info(), self.now())

    def _help(self, asked: Asked) -> None:
        if self.session.verdict is None:
            self._say(help_for(self.terminal, asked.put))
            self._shown = None  # the question is shown again
        else:
            told = further(asked.bank, asked.item, self._opened(asked).document)
            explain(self.terminal, told)
        show_help(self.terminal)

    def _opened(self, asked: Asked) -> Opened:
        """Where the card's bank comes from."""
        return next(one for one in self.opened if one.bank is asked.bank)

    def _put_away(self, act: Callable[[], None], done: str) -> None:
        def step() -> str:
            act()
            self.terminal.decided()
            self._steps.append(None)
            return done

        self._try(step)

    def _undo(self) -> str:
        if not self._steps:
            return "There is nothing to undo."
        edit = self._steps[-1]
        if edit is None:
            self.session.undo()
        elif edit.undo() and edit.item:
            self.session.mend(edit.item)
        self._steps.pop()
        self._shown = None
        return "Undone."

    def _edit(self, asked: Asked, told: str, *, whole: bool) -> str:
        from quizlib.review import Keeper, Review
        from quizlib.terminal.mending import edit_field, edit_whole

        file = self._opened(asked).file
        if file is None:
            raise InvalidEdit("only banks and sources can be edited; quizlib import makes a bank")
        keeper = Keeper(file)
        if all(item.id != asked.item.id for item in keeper.bank.items):
            raise InvalidEdit("the bank has lost this item meanwhile")
        edit = Review(keeper.bank, [asked.item.id], keeper)
        assert edit.item is not None
        if whole:
            changed = edit_whole(self.terminal, edit, edit.item, self.editor)
        else:
            changed = edit_field(self.terminal, edit, edit.item, told)
        if not changed:
            return "Nothing changed."
        self.session.mend(edit.item)
        self._steps.append(edit)
        return "Edited."

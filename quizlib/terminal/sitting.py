"""A sitting on the terminal, from the first item to the summary."""

from __future__ import annotations

import datetime as dt
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from quizlib.terminal.asking import IN_A_QUIZ, ask
from quizlib.terminal.commands import HELP, INTERRUPTED, QUIT, Leave, tell_unknown
from quizlib.terminal.further import explain, further
from quizlib.terminal.keys import ENTER
from quizlib.terminal.pages import indent, show_item, show_opening, show_rule
from quizlib.terminal.summary import show_summary
from quizlib.terminal.terminal import Style
from quizlib.terminal.verdict import show_score
from quizlib.terminal.waits import taken

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizlib.learning import Quiz
    from quizlib.model import Item, Score
    from quizlib.terminal.further import Find
    from quizlib.terminal.terminal import Terminal

    #: Told every answer with its last score, and the seconds that it took.
    Keep = Callable[[Item, object, Score, float], object]

#: What is taken for the learner's own verdict.
VERDICTS = frozenset({ENTER, "y", "yes", "n", "no"})
#: Told who asks for more than the verdict says, where there is no more.
NOTHING = "There is nothing more to tell."


class _Answered(NamedTuple):
    """An answer with its score, and how long it took."""

    item: Item
    response: object
    score: Score
    seconds: float


class Sitting:
    """Asks all of `quiz`, then shows the summary.

    With `minutes` it is an exam: no verdict comes before the end, and what is answered when
    the time is up does not count.
    """

    def __init__(  # noqa: PLR0913 - what a sitting stands on; the last ones are given by name
        self,
        quiz: Quiz,
        terminal: Terminal,
        now: Callable[[], dt.datetime],
        *,
        keep: Keep = lambda *_: None,
        minutes: float | None = None,
        document: Find = lambda _: None,
    ) -> None:
        """`document` gives those that the items quote, where they are at hand."""
        self._quiz = quiz
        self._terminal = terminal
        self._now = now
        self._keep = keep
        self._document = document
        self._began = now()
        self._exam = minutes is not None
        self._end = self._began + dt.timedelta(minutes=minutes) if minutes else None
        self._unrated: list[_Answered] = []  # of an exam, in words of the learner's own
        self._seconds = 0.0

    def hold(self, *again: str) -> int:
        """Ask, show the summary, then the lines `again`. The exit code.

        "q", the end of input and Ctrl-C end the sitting with the score so far, which is a
        success; only Ctrl-C before any answer is told as an interruption (130).
        """
        code = self._uninterrupted(self._ask_all)
        self._seconds = (self._now() - self._began).total_seconds()
        code = self._uninterrupted(self._rate_all) or code
        self._terminal.fresh()
        show_summary(self._terminal, self._quiz, self._seconds, exam=self._exam)
        self._terminal.lines([""])
        for line in again:
            self._terminal.say(line, Style.DIM)
        return code

    def _uninterrupted(self, step: Callable[[], None]) -> int:
        try:
            step()
        except (Leave, EOFError):
            pass
        except KeyboardInterrupt:
            return 0 if self._quiz.results else INTERRUPTED
        return 0

    # Asking

    def _ask_all(self) -> None:
        quiz = self._quiz
        show_opening(self._terminal, quiz.bank.title, len(quiz.items))
        number = total = known = 0
        while not self._time_is_up and (item := quiz.next()) is not None:
            if quiz.round != known:
                known, number, total = quiz.round, 0, 1 + quiz.waiting
            number += 1
            self._open(number, total)
            self._ask(item, f"{number}/{total}")

    def _open(self, number: int, total: int) -> None:
        """What stands above a question."""
        terminal, quiz = self._terminal, self._quiz
        if number > 1 or quiz.round > 1:
            show_rule(terminal)
        if number == 1 and quiz.round > 1:
            terminal.say(f"Missed, so asked again: {total}", Style.DIM)
        if self._end is not None:
            terminal.say(f"{taken((self._end - self._now()).total_seconds())} left", Style.DIM)

    def _ask(self, item: Item, place: str) -> None:
        quiz, put = self._quiz, self._quiz.presented(item)

        def show() -> None:
            show_item(self._terminal, quiz.bank, item, put, place)
            self._terminal.lines([""])

        show()
        shown = self._now()
        response = ask(self._terminal, put, show)
        if self._time_is_up:
            self._terminal.say("The time is up: this answer does not count.", Style.STRONG)
            return
        seconds = max(0.0, (self._now() - shown).total_seconds())
        score = quiz.answer(item, response)
        answered = _Answered(item, response, score, seconds)
        if self._exam and score.self_rated:  # the learner's own verdict has to wait
            self._unrated.append(answered)
            return
        if not self._exam:
            show_score(self._terminal, item, score, put, response)
        if score.self_rated:
            self._keep_rated(answered, more=self._more)
            return
        self._keep(*answered)
        if not self._exam and self._more:
            self._pause(item)

    @property
    def _time_is_up(self) -> bool:
        return self._end is not None and self._now() >= self._end

    @property
    def _more(self) -> bool:
        """Whether anything is left to ask."""
        quiz = self._quiz
        return bool(quiz.waiting or (quiz.until_right and quiz.missed))

    # The learner's own verdict

    def _rate_all(self) -> None:
        """Have the answers of an exam judged; where that is broken off, as suggested."""
        waiting = deque(self._unrated)
        try:
            while waiting:
                one = waiting.popleft()
                show_rule(self._terminal)
                left = indent(self._terminal)
                self._terminal.say(one.item.stem, Style.STRONG, left)
                self._terminal.say(f"> {one.response}", indent=left)
                show_score(self._terminal, one.item, one.score)
                self._keep_rated(one, more=bool(waiting))
        finally:
            for one in waiting:
                self._keep(*one)

    def _keep_rated(self, one: _Answered, *, more: bool) -> None:
        """Keep an answer with the learner's verdict, else as suggested.

        Only Enter goes on to what is asked next: hands add one to a single key too.
        """
        score, verdict = one.score, ""
        try:
            verdict = self._verdict(one.item, score)
            right = score.right if verdict == ENTER else verdict.startswith("y")
            self._close_verdict(right=right)
            score = self._quiz.rate(one.item, right)
        finally:
            self._keep(*one._replace(score=score))
        if more and verdict != ENTER:
            self._pause(one.item)

    def _verdict(self, item: Item, suggested: Score) -> str:
        """What of VERDICTS the learner gives; Enter, or an empty line, takes the suggestion."""
        terminal = self._terminal
        yes, no = ("[y]", "n") if suggested.right else ("y", "[n]")
        question = f"{'':{indent(terminal)}}Was it right? {yes}/{no} "
        while True:
            if terminal.by_key:
                answer = terminal.read_key(question).casefold()
            else:
                answer = terminal.read_line(question).strip().casefold() or ENTER
            if answer in VERDICTS:
                return answer
            wanted = IN_A_QUIZ.of_key(answer)
            if wanted == QUIT:
                raise Leave
            if wanted == HELP:
                explain(terminal, self._further(item) or [NOTHING])
            told = "y for yes, n for no; Enter takes the one in brackets"
            if terminal.by_key:
                tell_unknown(terminal, answer, told)
            else:
                terminal.say(told, Style.DIM, indent(terminal))

    def _close_verdict(self, *, right: bool) -> None:
        """Put what the learner has chosen in the place of the question."""
        terminal = self._terminal
        if terminal.by_key:
            terminal.rewrite(f"{'':{indent(terminal)}}Was it right? {'yes' if right else 'no'}")
            terminal.fresh()

    def _further(self, item: Item) -> list[str]:
        return further(self._quiz.bank, item, self._document)

    def _pause(self, item: Item) -> None:
        """Wait until the learner has read: Enter goes on, "?" tells more, "q" leaves.

        Where answers come in lines, each question waits for its own.
        """
        terminal = self._terminal
        if not terminal.by_key:
            return
        told = self._further(item)
        offers = bool(told)
        while True:
            offered = "? explains, " if offers else ""
            hint = f"{'':{indent(terminal)}}Enter goes on, {offered}q leaves"
            key = terminal.read_key(hint, Style.DIM)
            terminal.rewrite("")
            wanted = IN_A_QUIZ.of_key(key)
            if wanted == QUIT:
                raise Leave
            if wanted == HELP:
                explain(terminal, told or [NOTHING])
                offers = False
            elif key in {ENTER, " "}:
                return
            else:
                tell_unknown(terminal, key, f"Press Enter, {'? ' * offers}or q.")

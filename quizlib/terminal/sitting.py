"""A sitting on the terminal, from the first item to the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.terminal.asking import IN_A_QUIZ, ask
from quizlib.terminal.commands import HELP, QUIT, Leave
from quizlib.terminal.keys import ENTER
from quizlib.terminal.pages import (
    explain,
    indent,
    show_item,
    show_opening,
    show_rule,
    show_score,
    show_summary,
)
from quizlib.terminal.terminal import Style

if TYPE_CHECKING:
    from quizlib.learning import Quiz
    from quizlib.model import Item, Score
    from quizlib.terminal.terminal import Terminal

#: As a shell reports a program that Ctrl-C has ended.
INTERRUPTED = 130


def hold(quiz: Quiz, terminal: Terminal, again: str) -> int:
    """Ask all of `quiz`, then show the summary with the line `again`. The exit code.

    "q", the end of input and Ctrl-C end the sitting with the score so far, which is a
    success; only Ctrl-C before any answer is told as an interruption (130).
    """
    code = 0
    try:
        _ask_all(quiz, terminal)
    except (Leave, EOFError):
        pass
    except KeyboardInterrupt:
        code = 0 if quiz.results else INTERRUPTED
    terminal.fresh()
    show_summary(terminal, quiz.summary, len(quiz.items), again)
    return code


def _ask_all(quiz: Quiz, terminal: Terminal) -> None:
    show_opening(terminal, quiz.bank.title, len(quiz.items))
    number = 0
    while (item := quiz.next()) is not None:
        number += 1
        if number > 1:
            show_rule(terminal)
        put = quiz.presented(item)
        show_item(terminal, quiz.bank, item, put, f"{number}/{len(quiz.items)}")
        terminal.lines([""])
        response = ask(terminal, put)
        score = quiz.answer(item, response)
        show_score(terminal, item, score, put.interaction, response)
        if score.self_rated:
            _rate(quiz, terminal, item, score)
        elif terminal.by_key and number < len(quiz.items):
            _pause(quiz, terminal, item)


def _rate(quiz: Quiz, terminal: Terminal, item: Item, suggested: Score) -> None:
    """The learner's own verdict; an empty line or Enter takes the suggestion."""
    yes, no = ("[y]", "n") if suggested.right else ("y", "[n]")
    question = f"{'':{indent(terminal)}}Was it right? {yes}/{no} "
    answer = ""
    while answer not in {ENTER, "y", "yes", "n", "no"}:
        if terminal.by_key:
            answer = terminal.read_key(question).casefold()
        else:
            answer = terminal.read_line(question).strip().casefold() or ENTER
        if IN_A_QUIZ.of_key(answer) == QUIT:
            raise Leave
    right = suggested.right if answer == ENTER else answer.startswith("y")
    quiz.rate(item, right)
    if terminal.by_key:
        terminal.rewrite(f"{'':{indent(terminal)}}Was it right? {'yes' if right else 'no'}")
        terminal.fresh()


def _pause(quiz: Quiz, terminal: Terminal, item: Item) -> None:
    """Wait until the learner has read: Enter goes on, "?" explains, "q" leaves."""
    hint = f"{'':{indent(terminal)}}Enter goes on, ? explains, q leaves"
    while True:
        key = terminal.read_key(hint, Style.DIM)
        terminal.rewrite("")
        wanted = IN_A_QUIZ.of_key(key)
        if wanted == QUIT:
            raise Leave
        if wanted == HELP:
            explain(terminal, quiz.bank, item)
        elif key in {ENTER, " "}:
            return

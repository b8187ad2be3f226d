"""Getting an answer out of a person: by key where that can be, else by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from quizlib.grading import readable
from quizlib.model import Choice, ExtendedText, Match, Order, TextEntry
from quizlib.terminal.commands import HELP, QUIT, Commands, Leave, Wanted, tell_unknown
from quizlib.terminal.keys import BACKSPACE, ENTER
from quizlib.terminal.pages import indent
from quizlib.terminal.terminal import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizlib.learning import Presentation
    from quizlib.terminal.terminal import Terminal

UNKNOWN = "0"  # the key for "I do not know"
#: What makes a line a command, whatever the answer may be.
COMMAND_MARK = ":"
#: Wanted after a line that cannot be read: how one answers.
HOW = "how"
#: Takes an answer in one's own words where keys are read.
TYPE = "t"

#: All that is to be had in a quiz beside answering.
IN_A_QUIZ = Commands({"q": QUIT, "?": HELP}, letters_free=True)

Response = str | int | list[int]


def ask(terminal: Terminal, put: Presentation, show: Callable[[], None]) -> Response:
    """The learner's response in a quiz; who asks for help gets the question again by `show`.

    Raises Leave, EOFError, KeyboardInterrupt.
    """
    while True:
        try:
            return answer(terminal, put, IN_A_QUIZ)
        except Wanted as wanted:
            if wanted.name == QUIT:
                raise Leave from None
            if wanted.name == HELP:
                terminal.lines([""])
                show()
        ending = "q ends the quiz and keeps the score."
        terminal.say(f"{help_for(terminal, put)} {ending}", Style.DIM, indent(terminal))


def answer(terminal: Terminal, put: Presentation, commands: Commands) -> Response:
    """The learner's response. Raises Wanted for one of `commands`, and HOW for no answer.

    Raises EOFError, KeyboardInterrupt.
    """
    if _by_digit(terminal, put):
        assert isinstance(put.interaction, Choice)
        if put.interaction.multiple:
            return _several_keys(terminal, put, commands)
        return _one_key(terminal, put, commands)
    if terminal.by_key and isinstance(put.interaction, ExtendedText) and commands.of_key(ENTER):
        return _thought(terminal, commands)
    return _line(terminal, put, commands)


def _by_digit(terminal: Terminal, put: Presentation) -> bool:
    return terminal.by_key and isinstance(put.interaction, Choice) and len(put.options) <= 9


def prompt(terminal: Terminal, text: str = "") -> str:
    """What stands before the answer."""
    return f"{'':{indent(terminal)}}> {text}"


def _one_key(terminal: Terminal, put: Presentation, commands: Commands) -> Response:
    """The number of an option; a letter is none, as it may begin a word that names nothing."""
    while True:
        key = _key(terminal, prompt(terminal), commands)
        if key == UNKNOWN:
            terminal.rewrite("")
            return ""
        if key.isdecimal() and 1 <= int(key) <= len(put.options):
            terminal.rewrite(prompt(terminal, key))
            terminal.fresh()
            return int(key)
        tell_unknown(terminal, key, help_for(terminal, put))


def _several_keys(terminal: Terminal, put: Presentation, commands: Commands) -> Response:
    """Digits choose and take back; Enter ends, once there is something to end."""
    chosen: set[int] = set()
    while True:
        told = " ".join(map(str, sorted(chosen)))
        key = _key(terminal, prompt(terminal, told), commands, own=ENTER if chosen else "")
        if key == UNKNOWN or (key == ENTER and chosen):
            terminal.fresh()
            return sorted(chosen) if key == ENTER else []
        if key in BACKSPACE:
            chosen.clear()
        elif key.isdecimal() and 1 <= int(key) <= len(put.options):
            chosen ^= {int(key)}
        else:
            tell_unknown(terminal, key, help_for(terminal, put))
        terminal.rewrite(prompt(terminal, " ".join(map(str, sorted(chosen)))))


def _thought(terminal: Terminal, commands: Commands) -> Response:
    """An answer in words of one's own, where Enter shows the source's and nothing is typed."""
    question = f"{'':{indent(terminal)}}Enter shows the answer, {TYPE} types one"
    while (key := _key(terminal, question, commands, Style.DIM)).casefold() != TYPE:
        tell_unknown(terminal, key)
    terminal.rewrite("")
    return terminal.read_line(prompt(terminal))


def _key(
    terminal: Terminal,
    question: str,
    commands: Commands,
    style: Style = Style.PLAIN,
    own: str = "",
) -> str:
    """A key that is no command; `own` is none here. Raises Wanted."""
    key = terminal.read_key(question, style)
    name = "" if key == own else commands.of_key(key)
    if name:
        terminal.rewrite("")
        raise Wanted(name)
    return key


def _line(terminal: Terminal, put: Presentation, commands: Commands) -> Response:
    text = terminal.read_line(prompt(terminal))
    typed = text.strip()
    if typed.startswith(COMMAND_MARK):
        name, told = commands.of_line(typed.removeprefix(COMMAND_MARK))
        if name:
            raise Wanted(name, told)
    elif len(typed) == 1 and commands.of_key(typed) and not _as_short(put):
        raise Wanted(commands.of_key(typed))
    number = _number(typed, put)
    if number is not None:
        return number
    letter = isinstance(put.interaction, Choice) and len(typed) == 1
    if letter and not (commands.letters_free or typed.isdecimal()):
        raise Wanted(HOW)
    if not readable(put.interaction, text, shown=put.shown):
        raise Wanted(HOW)
    return text


def _as_short(put: Presentation) -> bool:
    """Whether a right answer is as short as a command is."""
    how = put.interaction
    return isinstance(how, TextEntry) and any(len(words.strip()) == 1 for words in how.accepted)


def _number(text: str, put: Presentation) -> int | None:
    """A single number as the place of an option, even where it is an option's words too."""
    if not isinstance(put.interaction, Choice) or not text.isdecimal() or len(text) > 3:
        return None
    return int(text) if 1 <= int(text) <= len(put.options) else None


def help_for(terminal: Terminal, put: Presentation) -> str:
    """How to answer, in a line or two."""
    by_key = _by_digit(terminal, put)
    match put.interaction:
        case Choice(multiple=True) if by_key:
            return "Press the numbers of all that apply, then Enter; 0 if unknown."
        case Choice() if by_key:
            return f"Press a number from 1 to {len(put.options)}; 0 if unknown."
        case Choice(multiple=True):
            return "Type the numbers of all that apply, as 1 3; nothing if unknown."
        case Choice():
            return f"Type a number from 1 to {len(put.options)}; nothing if unknown."
        case TextEntry():
            return "Type the answer; slips in spelling are forgiven. Nothing if unknown."
        case ExtendedText():
            return "Type an answer, or only think of it; then compare it with the source's."
        case Order():
            return f"Type all numbers from 1 to {len(put.options)} in the right order, as 2 1 3."
        case Match():
            return "Type each number with its letter, as 1b 2a 3c; leave out what you do not know."
        case _:
            assert_never(put.interaction)

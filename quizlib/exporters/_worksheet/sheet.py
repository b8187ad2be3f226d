"""The one view of a sheet that PDF and HTML are written from.

A paper is a row of parts, each of which begins a page: the questions, bubbles to fill in,
the key, cards, puzzles. Texts are split into words, gaps and formulas; nothing in here is
markup.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal, assert_never

from quizlib.exporters._view import Shown, clean, place
from quizlib.exporters._worksheet.passages import Passage
from quizlib.exporters._worksheet.text import Text, text
from quizlib.model import GAP, Choice, ExtendedText, Frozen, Match, Order, TextEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quizlib.exporters._worksheet.look import Look

#: Options that fit beside each other, in characters.
SHORT = 14


class Option(Frozen):
    """`right`: it is to be ticked."""

    letter: str
    text: Text
    right: bool = False


class Space(Frozen):
    """Where the answer goes: options to tick, to be numbered or to be matched, or lines.

    `instruction` is empty where it would be that of the question before once more.
    `short`: the options fit beside each other. `filled` is what a teacher's copy has in the
    blanks before the entries.
    """

    form: Literal["one", "several", "match", "order", "lines"]
    instruction: str
    options: tuple[Option, ...] = ()
    left: tuple[Text, ...] = ()
    lines: int = 0
    short: bool = False
    filled: tuple[str, ...] = ()


class Answer(Frozen):
    """What to tick or write: a letter or number, and what it stands for."""

    letter: str
    text: Text


class Quoted(Frozen):
    words: Text
    place: str


class Question(Frozen):
    """One item on the sheet, and what the key says of it.

    `long` and `long_key`: it might not fit a page.
    """

    number: int
    long: bool
    long_key: bool
    points: str
    context: Text | None
    stem: Text
    space: Space
    answers: tuple[Answer, ...]
    accepted: tuple[Text, ...]
    explanation: Text | None
    quotes: tuple[Quoted, ...]


class Section(Frozen):
    """Questions in a row under one heading, below what is to be read and written with."""

    heading: Text | None
    passages: tuple[Passage, ...] = ()
    words: tuple[Text, ...] = ()
    questions: tuple[Question, ...]


class Row(Frozen):
    """A row of bubbles; without letters there are `lines` to write on."""

    label: str
    letters: tuple[str, ...] = ()
    several: bool = False
    lines: int = 0


class Sheet(Frozen):
    """`inline`: it has the key; `apart`: answers are written on a sheet of their own."""

    kind: Literal["sheet"] = "sheet"
    instructions: str
    points: str
    sections: tuple[Section, ...]
    inline: bool = False
    apart: bool = False


class Bubbles(Frozen):
    kind: Literal["bubbles"] = "bubbles"
    code: str
    rows: tuple[Row, ...]


class Key(Frozen):
    kind: Literal["key"] = "key"
    code: str
    sections: tuple[Section, ...]


def sections(
    shown: Sequence[Shown],
    headings: Mapping[str, str],
    look: Look,
    worth: Mapping[str, str],
    *,
    inline: bool = False,
) -> tuple[Section, ...]:
    """`shown` under their `headings` (by id); `worth` are the points printed beside items."""
    return tuple(
        Section(
            heading=text(clean(heading)) if heading else None,
            questions=tuple(_told_once(_question(item, look, worth, inline) for item in items)),
        )
        for heading, items in groupby(shown, key=lambda item: headings[item.id])
    )


def _told_once(questions: Iterable[Question]) -> Iterator[Question]:
    """The questions; of those in a row that are answered alike, the first says how."""
    told = ""
    for question in questions:
        if question.space.instruction == told:
            space = question.space.model_copy(update={"instruction": ""})
            yield question.model_copy(update={"space": space})
        else:
            told = question.space.instruction
            yield question


def _question(item: Shown, look: Look, worth: Mapping[str, str], inline: bool) -> Question:
    space = _space(item, look, inline)
    left = getattr(item.interaction, "left", ())
    told = (*item.key, *item.accepted, item.remark, *(quote.words for quote in item.quotes))
    return Question(
        number=item.number,
        long=look.long((item.context, item.stem, *left, *item.options, *item.key), space.lines),
        long_key=look.long(told),
        points=worth.get(item.id, ""),
        context=text(item.context) if item.context else None,
        stem=_stem(item, look, inline),
        space=space,
        answers=_answers(item),
        accepted=tuple(map(text, item.accepted)),
        explanation=text(item.remark) if item.remark else None,
        quotes=_quotes(item),
    )


def _stem(item: Shown, look: Look, inline: bool) -> Text:
    """The stem, its gaps wide enough to write what belongs in them."""
    if not isinstance(item.interaction, TextEntry):
        return text(item.stem)
    width = look.gap(max(map(len, item.interaction.accepted)))
    return text(item.stem, gap=width, filled=item.key[0] if inline else "")


def _space(item: Shown, look: Look, inline: bool) -> Space:
    options = tuple(
        Option(letter=letter(place), text=text(words), right=inline and place in item.right)
        for place, words in enumerate(item.options)
    )
    short = all(len(words) <= SHORT for words in item.options)
    filled = _filled(item) if inline else ()
    match item.interaction:
        case Choice(multiple=multiple):
            told = "Tick all that apply." if multiple else "Tick one."
            form: Literal["one", "several"] = "several" if multiple else "one"
            return Space(form=form, instruction=told, options=options, short=short)
        case Match(left=left):
            told = "Write the letter of what belongs to it before each entry."
            sides = tuple(map(text, left))
            return Space(form="match", instruction=told, options=options, left=sides, filled=filled)
        case Order():
            told = "Number the entries, the first one with 1."
            return Space(form="order", instruction=told, options=options, filled=filled)
        case TextEntry(accepted=accepted):
            if GAP in item.stem:
                return Space(form="lines", instruction="Fill the gap.")
            lines = look.lines(max(map(len, accepted)))
            return Space(form="lines", instruction="Write the answer.", lines=lines)
        case ExtendedText(model_answer=answer):
            lines = look.lines(len(answer), more=0.5)
            told = "Write the answer." if lines == 1 else "Answer in your own words."
            return Space(form="lines", instruction=told, lines=lines)
        case _:
            assert_never(item.interaction)


def _filled(item: Shown) -> tuple[str, ...]:
    """What belongs in the blanks before the entries of a match or an order."""
    match item.interaction:
        case Match():
            return tuple(letter(place) for place in item.right)
        case Order():
            return tuple(str(item.right.index(place) + 1) for place in range(len(item.options)))
        case Choice() | TextEntry() | ExtendedText():
            return ()
        case _:
            assert_never(item.interaction)


def letter(place: int) -> str:
    """A, B … Z, AA, AB …"""
    before, last = divmod(place, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def _answers(item: Shown) -> tuple[Answer, ...]:
    """What is right as the sheet asks for it: the letters to tick or write, the numbers."""
    match item.interaction:
        case Choice() | Match():
            letters = [letter(place) for place in item.right]
        case Order():
            letters = [str(place + 1) for place in range(len(item.key))]
        case TextEntry() | ExtendedText():
            letters = [""]
        case _:
            assert_never(item.interaction)
    pairs = zip(letters, item.key, strict=True)
    return tuple(Answer(letter=sign, text=text(words)) for sign, words in pairs)


def _quotes(item: Shown) -> tuple[Quoted, ...]:
    return tuple(
        Quoted(words=text(quote.words), place=place(item, quote)) for quote in item.telling
    )


def rows(shown: Iterable[Shown], look: Look) -> tuple[Row, ...]:
    """The rows of an answer sheet."""
    return tuple(row for item in shown for row in _rows(item, look))


def _rows(item: Shown, look: Look) -> Iterable[Row]:
    letters = tuple(letter(place) for place in range(len(item.options)))
    match item.interaction:
        case Choice(multiple=multiple):
            yield Row(label=str(item.number), letters=letters, several=multiple)
        case Match(left=left):
            for place in range(len(left)):
                yield Row(label=f"{item.number}.{place + 1}", letters=letters)
        case Order():
            for place in range(len(letters)):
                numbers = tuple(str(number + 1) for number in range(len(letters)))
                yield Row(label=f"{item.number}.{place + 1}", letters=numbers)
        case TextEntry():
            yield Row(label=str(item.number), lines=1)
        case ExtendedText(model_answer=answer):  # in one of two columns
            yield Row(label=str(item.number), lines=look.lines(2 * len(answer), more=0.5))
        case _:
            assert_never(item.interaction)

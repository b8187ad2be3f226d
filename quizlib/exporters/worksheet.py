"""A worksheet: one HTML file to print, with the key on a page of its own.

The file needs nothing but itself: no network, no script. Print it from a browser, on A4
or Letter; nothing in it asks for either.
"""

from __future__ import annotations

import math
from itertools import groupby
from typing import TYPE_CHECKING, Literal, assert_never

from quizlib.exporters import NOTHING, Export, Options
from quizlib.exporters._view import Quote, Shown, clean, counted, show
from quizlib.model import GAP, Choice, ExtendedText, Frozen, Match, Order, TextEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizlib.model import Bank

#: What a hand needs for one character, in millimetres, and the room on a line for it.
HAND = 3.2
LINE = 170
#: Options that fit beside each other, in characters.
SHORT = 14


class Part(Frozen):
    """A piece of a stem: text, or a gap at least `gap` millimetres wide."""

    text: str
    gap: int = 0


class Option(Frozen):
    letter: str
    text: str


class Space(Frozen):
    """Where the answer goes: options to tick, to be numbered or to be matched, or lines."""

    form: Literal["one", "several", "match", "order", "lines"]
    instruction: str
    options: tuple[Option, ...] = ()
    left: tuple[str, ...] = ()
    lines: int = 0

    @property
    def short(self) -> bool:
        """Whether the options stand beside each other."""
        return all(len(option.text) <= SHORT for option in self.options)


class Question(Frozen):
    """One item on the sheet, and what the key says of it."""

    shown: Shown
    stem: tuple[Part, ...]
    space: Space
    key: tuple[Option, ...]  # what to tick or write, with what it stands for

    @property
    def quotes(self) -> tuple[tuple[str, str], ...]:
        """Each quote with its place."""
        several = len({quote.document for quote in self.shown.quotes}) > 1
        return tuple((quote.words, _place(quote, titled=several)) for quote in self.shown.quotes)


class Section(Frozen):
    """Questions in a row whose first quotes come from one document."""

    source_line: str
    questions: tuple[Question, ...]


class Worksheet:
    summary = "worksheet to print (HTML), with the key on a page of its own"
    suffixes = (".html",)
    options = Options

    def export(self, bank: Bank, options: Options = NOTHING) -> Export:
        shown, problems = show(bank)
        page = _render(bank, _sections(shown), len(shown))
        return Export(page.encode(), f"{counted(len(shown), 'item')} with key", problems)


def _render(bank: Bank, sections: Sequence[Section], points: int) -> str:
    import jinja2

    pages = jinja2.Environment(
        loader=jinja2.PackageLoader("quizlib.exporters", "_worksheet"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    title = clean(bank.title).strip() or "Questions"
    page = pages.get_template("worksheet.html.jinja")
    return page.render(title=title, language=bank.language, sections=sections, points=points)


def _sections(shown: Iterable[Shown]) -> list[Section]:
    return [
        Section(source_line=line, questions=tuple(map(_question, items)))
        for line, items in groupby(shown, key=_heading)
    ]


def _heading(item: Shown) -> str:
    """The source line of the first document: one is enough to answer from."""
    return item.quotes[0].source_line if item.quotes else ""


def _question(item: Shown) -> Question:
    return Question(shown=item, stem=_stem(item), space=_space(item), key=_key(item))


def _stem(item: Shown) -> tuple[Part, ...]:
    """The stem, its gaps wide enough to write what belongs in them."""
    if not isinstance(item.interaction, TextEntry):
        return (Part(text=item.stem),)
    longest = max(map(len, item.interaction.accepted))
    # In steps of 10 mm, so that the width does not give the word away.
    width = min(LINE, 10 * math.ceil(max(longest * HAND, 20) / 10))
    first, *rest = item.stem.split(GAP)
    gaps = (part for text in rest for part in (Part(text=GAP, gap=width), Part(text=text)))
    return (Part(text=first), *gaps)


def _space(item: Shown) -> Space:
    options = tuple(
        Option(letter=_letter(place), text=text) for place, text in enumerate(item.options)
    )
    match item.interaction:
        case Choice(multiple=True):
            return Space(form="several", instruction="Tick all that apply.", options=options)
        case Choice():
            return Space(form="one", instruction="Tick one.", options=options)
        case Match(left=left):
            told = "Write the letter of what belongs to it before each entry."
            return Space(form="match", instruction=told, options=options, left=left)
        case Order():
            told = "Number the entries, the first one with 1."
            return Space(form="order", instruction=told, options=options)
        case TextEntry(accepted=accepted):
            if GAP in item.stem:
                return Space(form="lines", instruction="Fill the gap.")
            lines = _lines(max(accepted, key=len))
            return Space(form="lines", instruction="Write the answer.", lines=lines)
        case ExtendedText(model_answer=answer):
            told = "Answer in your own words."
            return Space(form="lines", instruction=told, lines=1 + _lines(answer))
        case _:
            assert_never(item.interaction)


def _lines(text: str) -> int:
    """How many lines a hand needs for `text`; nobody is asked to fill more than eight."""
    return min(8, math.ceil(len(text) * HAND / LINE))


def _letter(place: int) -> str:
    """A, B … Z, AA, AB …"""
    before, last = divmod(place, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)


def _key(item: Shown) -> tuple[Option, ...]:
    """What is right as the sheet asks for it: the letters to tick or write, the numbers."""
    match item.interaction:
        case Choice() | Match():
            letters = [_letter(place) for place in item.right]
        case Order():
            letters = [str(place + 1) for place in range(len(item.key))]
        case TextEntry() | ExtendedText():
            letters = [""]
        case _:
            assert_never(item.interaction)
    pairs = zip(letters, item.key, strict=True)
    return tuple(Option(letter=letter, text=text) for letter, text in pairs)


def _place(quote: Quote, *, titled: bool) -> str:
    line = f"line\N{NO-BREAK SPACE}{quote.line}"
    return f"{quote.title}, {line}" if titled else line


exporter = Worksheet()

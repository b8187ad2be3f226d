"""Worksheets: questions on paper with their key, in forms; or cards and puzzles of them.

The suffix decides: a tagged PDF, or one HTML file to print from a browser that needs
nothing but itself: no network, no script. Both are written from one view.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from quizlib.errors import EmptyBank, MissingGlyph
from quizlib.exporters import Export
from quizlib.exporters._view import clean, show
from quizlib.exporters._worksheet.cards import cards, too_long
from quizlib.exporters._worksheet.choosing import choose, section, wanted
from quizlib.exporters._worksheet.crossword import crossword
from quizlib.exporters._worksheet.forms import forms
from quizlib.exporters._worksheet.logo import picture
from quizlib.exporters._worksheet.look import Look
from quizlib.exporters._worksheet.options import WorksheetOptions
from quizlib.exporters._worksheet.paper import Paper, Part
from quizlib.exporters._worksheet.passages import documents, passages
from quizlib.exporters._worksheet.sheet import Bubbles, Key, Section, Sheet, rows, sections
from quizlib.exporters._worksheet.terms import terms
from quizlib.exporters._worksheet.text import text
from quizlib.exporters._worksheet.wordsearch import wordsearch
from quizlib.language.text import THE_TEXT
from quizlib.model import GAP, Problem, ProblemCode, Severity, TextEntry
from quizlib.scoring.form_map import Entry, FormMap
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizlib.exporters._view import Shown
    from quizlib.model import Bank, Document

ON_THE_SHEET = "Answer every question on this sheet."
ON_THE_BUBBLES = "Mark your answers on the answer sheet."


class Form(NamedTuple):
    """One form: its name, its items in their order, as they are shown, and what they earn."""

    name: str
    bank: Bank
    shown: list[Shown]
    options: WorksheetOptions
    look: Look
    sources: Mapping[str, Document]

    @property
    def code(self) -> str:
        return f"Form {self.name}" if self.name else ""

    def sections(self, *, inline: bool = False) -> tuple[Section, ...]:
        wanted = self.options.sections
        headings = {item.id: section(item, self.bank, wanted) for item in self.bank.items}
        if {*headings.values()} == {self.options.title or self.bank.title}:
            headings = dict.fromkeys(headings, "")  # the headline says it already
        by_clean = {clean(id): heading for id, heading in headings.items()}
        worth = {item.id: self.worth(item) for item in self.shown if self.options.points}
        made = sections(self.shown, by_clean, self.look, worth, inline=inline)
        return tuple(self._furnished(each) for each in made)

    def _furnished(self, made: Section) -> Section:
        """The section with the passages that it is about and the words for its gaps."""
        numbers = {question.number for question in made.questions}
        here = [item for item in self.shown if item.number in numbers]
        ids = {item.id for item in here}
        items = [item for item in self.bank.items if clean(item.id) in ids]
        keys = {item.key[0] for item in here if _gapped(item)} if self.options.word_bank else ()
        return made.model_copy(
            update={
                "passages": passages(items, self.sources),
                "words": tuple(map(text, sorted(keys, key=str.casefold))),
            }
        )

    def worth(self, item: Shown) -> str:
        return points_of(self.options.worth(item.kind))

    @property
    def total(self) -> str:
        return points_of(sum(self.options.worth(item.kind) for item in self.shown))


def points_of(number: float) -> str:
    return f"{number:g}"


def _gapped(item: Shown) -> bool:
    return isinstance(item.interaction, TextEntry) and GAP in item.stem


class Worksheet:
    summary = "worksheet to print, in forms and with its key; or flash cards, or a puzzle"
    suffixes = (".pdf", ".html")
    options = WorksheetOptions

    def export(self, bank: Bank, options: WorksheetOptions = WorksheetOptions()) -> Export:  # noqa: B008 - frozen
        asked = wanted(bank, options)
        return (_sheets if options.asks else _instead)(Writer(bank, options), asked, options)


class Writer:
    """Writes papers in the format that the suffix names."""

    def __init__(self, bank: Bank, options: WorksheetOptions) -> None:
        self.bank = bank
        self.options = options
        self.look = Look.of(options, bank.language)
        self.title = clean(options.title or bank.title).strip() or "Questions"
        self.logo = picture(options.logo) if options.logo else None

    def write(self, parts: Sequence[Part], code: str = "") -> tuple[bytes, int]:
        """The file and the number of its pages, 0 where only a printer knows.

        Raises MissingGlyph, naming the item.
        """
        paper = Paper(
            title=text(self.title),
            plain_title=f"{self.title}, {code}" if code else self.title,
            code=code,
            look=self.look,
            parts=tuple(parts),
        )
        if self.options.suffix == ".html":
            from quizlib.exporters._worksheet.html import html

            return html(paper, self.logo), 0
        from quizlib.exporters._worksheet.pdf import pages, pdf

        try:
            data = pdf(paper, self.logo)
        except MissingGlyph as error:
            raise MissingGlyph(error.text, error.cure, self._where(error.text)) from error
        return data, pages(data)

    def _where(self, words: str) -> str:
        """The id of the first item that holds the words."""
        texts = (
            (
                item.id,
                "\n".join(
                    (
                        item.stem,
                        item.context,
                        item.explanation,
                        *item.key,
                        *item.prompts,
                        *item.distractors,
                        *(q.words for q in item.evidence),
                    )
                ),
            )
            for item in self.bank.live
        )
        return next((id for id, held in texts if words in held), "")


def _sheets(writer: Writer, asked: Bank, options: WorksheetOptions) -> Export:
    """A file for each form, and beside them the key and the map where they are wanted."""
    chosen, left_out = choose(asked, options)
    made, problems = _forms(writer, chosen, options)
    files: dict[str, bytes] = {}
    counts: list[int] = []
    for form in made:
        ending = f"-{form.name}" if form.name else ""
        files[ending], count = writer.write(_parts(form, options), form.code)
        counts.append(count)
    first, data = next(iter(files.items()))
    beside = {
        f"{ending}{options.ending}": file for ending, file in files.items() if ending != first
    }
    blank: dict[str, bytes] = {}
    if options.key == "separate":
        keys = [Key(code=form.code, sections=form.sections()) for form in made]
        beside[f"-key{options.ending}"] = writer.write(keys)[0]
    if options.forms or options.answer_sheet:
        answers = _map(writer.title, made)
        beside["-map.json"] = answers.to_json().encode()
        blank["-answers.csv"] = answers.blank().encode()
    told = [*problems, *left_out, *_without_text(chosen, options)]
    return Export(data, _summary(made, counts, options), told, first, beside, blank)


TEXT_NOT_SHOWN = ProblemCode(
    name="text-not-shown",
    severity=Severity.NOTE,
    message="“{opening}” stands in {items}, and the text is not on the sheet; --sources DIR"
    " prints its passages",
    cause="Items begin with “According to the text”, and the sheet has no passages of it.",
    cure="Hand the text out too, or export with `--sources` and the folder of the documents.",
    example={"items": "3 items", "opening": THE_TEXT},
)


def _without_text(chosen: Bank, options: WorksheetOptions) -> list[Problem]:
    """A note where items ask for what the text says, and it is not there to be read."""
    asking = [item for item in chosen.items if item.stem.startswith(THE_TEXT)]
    if not asking or options.sources:
        return []
    return [TEXT_NOT_SHOWN.at(items=counted(len(asking), "item"), opening=THE_TEXT)]


def _forms(
    writer: Writer, chosen: Bank, options: WorksheetOptions
) -> tuple[list[Form], list[Problem]]:
    sources, missing = documents(chosen, options.sources) if options.sources else ({}, [])
    made: list[Form] = []
    problems: list[Problem] = []
    for turn, (name, bank) in enumerate(forms(chosen, options).items()):
        # Years in a row stay in a row, but neighbours get them the other way round.
        shown, problems = show(bank, name, downwards=turn % 2 == 1)
        made.append(Form(name, bank, shown, options, writer.look, sources))
    places = {item.id: place for place, item in enumerate(chosen.items)}
    return made, [*missing, *sorted(problems, key=lambda problem: places[problem.where])]


def _parts(form: Form, options: WorksheetOptions) -> list[Part]:
    told = ON_THE_BUBBLES if options.answer_sheet else ON_THE_SHEET
    inline = options.key == "inline"
    asked = form.sections(inline=inline)
    parts: list[Part] = [
        Sheet(
            instructions=clean(options.instructions) or told,
            points=form.total,
            sections=asked,
            inline=inline,
            apart=options.answer_sheet,
        )
    ]
    if options.answer_sheet:
        parts.append(Bubbles(code=form.code, rows=rows(form.shown, form.look)))
    if options.key == "after":
        parts.append(Key(code=form.code, sections=asked))
    return parts


def _map(title: str, made: Sequence[Form]) -> FormMap:
    forms = {form.name: tuple(_entry(form, item) for item in form.shown) for form in made}
    return FormMap(title=title, forms=forms)


def _entry(form: Form, item: Shown) -> Entry:
    return Entry(
        number=item.number,
        id=item.id,
        kind=item.kind,
        stem=item.stem,
        points=form.options.worth(item.kind),
        places=item.places,
        interaction=item.interaction,
    )


def _summary(made: Sequence[Form], counts: Sequence[int], options: WorksheetOptions) -> str:
    told = {"none": "without key", "after": "with key", "inline": "with key", "separate": ""}
    parts = [f"{counted(len(made[0].shown), 'item')} {told[options.key]}".rstrip()]
    if any(counts):
        fewest, most = min(counts), max(counts)
        pages = str(fewest) if fewest == most else f"{fewest} to {most}"
        parts.append(f"{pages} page{'' if most == 1 else 's'}{' each' if len(made) > 1 else ''}")
    return ", ".join(parts)


def _instead(writer: Writer, asked: Bank, options: WorksheetOptions) -> Export:
    """Cards, or a puzzle with its key, of as many of the fitting items as are wished for."""
    shown, problems = show(asked)
    unfit = too_long(shown) if options.flashcards else terms(shown)[1]
    fitting = {item.id for item in shown} - {problem.where for problem in unfit}
    if not fitting:
        place = "on a card" if options.flashcards else "a puzzle"
        raise EmptyBank(asked.title, f"no item fits {place}")
    items = tuple(item for item in asked.items if clean(item.id) in fitting)
    chosen, _ = show(choose(asked.model_copy(update={"items": items}), options)[0])
    made = _cards(writer, chosen) if options.flashcards else _puzzle(writer, chosen, options)
    return replace(made, problems=[*problems, *unfit, *made.problems])


def _cards(writer: Writer, shown: Sequence[Shown]) -> Export:
    """Fronts and backs, page after page."""
    data, pages = writer.write([cards(shown)])
    told = counted(len(shown), "card")
    return Export(data, f"{told}, {counted(pages, 'page')}" if pages else told)


def _puzzle(writer: Writer, shown: Sequence[Shown], options: WorksheetOptions) -> Export:
    """The puzzle, its key where it is wanted, and a Problem for each word without a place."""
    words, _ = terms(shown)
    puzzle, unplaced = (crossword if options.crossword else wordsearch)(words, options.seed)
    solved = puzzle.model_copy(update={"solved": True})
    beside: dict[str, bytes] = {}
    parts: list[Part] = [puzzle]
    if options.key == "separate":
        beside[f"-key{options.ending}"] = writer.write([solved])[0]
    elif options.key != "none":
        parts.append(solved)
    data, _ = writer.write(parts)
    count = len(words) - len(unplaced)
    return Export(data, counted(count, "word"), unplaced, "", beside)


exporter = Worksheet()

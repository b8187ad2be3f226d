"""Results: what every learner earned on every item, whichever form it stood on.

docs/formats/scores.md describes both files; the item analysis reads them.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Literal, assert_never

from pydantic import Field

from quizlib.files import guarded
from quizlib.grading import grade, readable
from quizlib.grading.choice import chosen
from quizlib.grading.positions import positions
from quizlib.model import (
    Choice,
    ExtendedText,
    Frozen,
    Match,
    Order,
    Problem,
    ProblemCode,
    Severity,
    TextEntry,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from quizlib.model import Interaction
    from quizlib.scoring.form_map import Entry, FormMap
    from quizlib.scoring.responses import Filled

#: Words for a written answer that a person has judged, besides a share such as 0.5.
RIGHT, WRONG = ("right", "r", "yes", "y", "✓"), ("wrong", "w", "no", "n", "x", "✗")
COLUMNS = (
    *("learner", "form", "number", "item", "response", "share", "points", "of", "options"),
    "unread",
)


SAME_LEARNER = ProblemCode(
    name="same-learner",
    severity=Severity.WARNING,
    message="another sheet of {learner}",
    cause="Two lines of the table have one name: two learners, or one sheet entered twice.",
    cure="Tell the learners apart by name, or delete the line that is too many. Both were scored.",
    example={"where": "line 12", "learner": "Anna"},
)
NO_COLUMN = ProblemCode(
    name="no-column",
    severity=Severity.WARNING,
    message="no column for question {numbers}: nobody earns anything there",
    cause="The table's first line does not name every question of the sheet.",
    cure="Add the column, named by the question's number. Blank cells stand for no answer.",
    example={"where": "line 1", "numbers": "4"},
)
NOT_SCORED = ProblemCode(
    name="not-scored",
    severity=Severity.ERROR,
    message="{learner} is not scored: {fault}",
    cause="A line of the table names no form of the sheet, or its cells do not fit the columns.",
    cure="Correct the line, and score again. All other lines were scored.",
    example={"where": "line 12", "learner": "Anna", "fault": "no form 'C'; known: A, B"},
)
UNREADABLE_ANSWER = ProblemCode(
    name="unreadable-answer",
    severity=Severity.ERROR,
    message="question {number}: not to be read: {answer}; {wanted}",
    cause="A cell of the table holds what is no answer to that sort of question.",
    cure="Correct the cell as the message says, and score again. Until then it earns nothing.",
    example={
        "where": "line 12",
        "number": 4,
        "answer": "'E'",
        "wanted": "one letter, as A",
    },
)


class Result(Frozen):
    """One learner's answer to one item.

    `share` in [0, 1] of the item's points (`of`) was earned. `response` is what was
    written; `options` are, for a choice, the indices in the item's own order of what was
    chosen, so that answers to shuffled forms can be put together. What is `unread`, since it is
    no answer to such a question, earns nothing until it is corrected.
    """

    learner: str
    form: str
    number: int
    item: str
    response: str
    options: tuple[int, ...] = ()
    share: float = Field(ge=0, le=1)
    of: float
    unread: bool = False

    @property
    def points(self) -> float:
        return round(self.share * self.of, 6)


class Unscored(Frozen):
    """A sheet that could not be scored: the line where it stands, and why."""

    learner: str
    form: str
    line: int
    fault: str


class Total(Frozen):
    """What a learner earned on all items, or all learners on one (`name`: its id).

    `unread` are the numbers of the questions whose answers could not be read.
    """

    name: str
    points: float
    of: float
    unread: tuple[int, ...] = ()

    @property
    def share(self) -> float:
        return self.points / self.of


class Results(Frozen):
    """All results of a sheet, learner after learner, and what there is to say of them."""

    format: Literal[1] = 1
    title: str
    results: tuple[Result, ...]
    unscored: tuple[Unscored, ...] = ()

    def learners(self) -> list[Total]:
        """What each learner earned, in the order of the sheets."""
        return _totals((each.learner, each) for each in self.results)

    def items(self) -> list[Total]:
        """What was earned on each item across forms, the hardest item first."""
        totals = _totals((each.item, each) for each in self.results)
        return sorted(totals, key=lambda total: (total.share, total.name))

    def to_json(self) -> str:
        """As the file holds them, with a last newline."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"

    def to_csv(self) -> str:
        """A row for each learner and item (RFC 4180)."""
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(COLUMNS)
        for each in self.results:
            numbers = (f"{each.share:g}", f"{each.points:g}", f"{each.of:g}")
            row = (each.learner, each.form, str(each.number), each.item, each.response, *numbers)
            last = (" ".join(map(str, each.options)), "yes" if each.unread else "")
            writer.writerow(guarded(cell) for cell in (*row, *last))
        return text.getvalue()


def _totals(named: Iterable[tuple[str, Result]]) -> list[Total]:
    groups: dict[str, list[Result]] = {}
    for name, result in named:
        groups.setdefault(name, []).append(result)
    return [
        Total(
            name=name,
            points=sum(e.points for e in each),
            of=sum(e.of for e in each),
            unread=tuple(e.number for e in each if e.unread),
        )
        for name, each in groups.items()
    ]


def score(forms: FormMap, sheets: Sequence[Filled]) -> tuple[Results, list[Problem]]:
    """What the sheets earned, and each sheet and answer that could not be read.

    Grades as a quiz does; a blank earns nothing, nor does, for now, what cannot be read. An answer
    in sentences is judged by a person: "right", "wrong" or the share that is right (0.5) stands in
    the table.
    """
    others = _answers(forms)
    results: list[Result] = []
    problems = list(_without_column(forms, sheets))
    seen: set[str] = set()
    for sheet in sheets:
        learner = sheet.learner or "nobody"
        if sheet.fault:
            problems.append(NOT_SCORED.at(_place(sheet), learner=learner, fault=sheet.fault))
            continue
        if sheet.learner.casefold() in seen:
            problems.append(SAME_LEARNER.at(_place(sheet), learner=learner))
        seen.add(sheet.learner.casefold())
        earned = [_result(sheet, entry, others) for entry in forms.forms[sheet.form]]
        results += earned
        problems += _unread(sheet, earned, forms)
    unscored = tuple(
        Unscored(learner=sheet.learner, form=sheet.form, line=sheet.line, fault=sheet.fault)
        for sheet in sheets
        if sheet.fault
    )
    return Results(title=forms.title, results=tuple(results), unscored=unscored), problems


def _unread(sheet: Filled, earned: Iterable[Result], forms: FormMap) -> Iterator[Problem]:
    for result, entry in zip(earned, forms.forms[sheet.form], strict=True):
        if result.unread:
            told = {"number": entry.number, "answer": repr(result.response)}
            yield UNREADABLE_ANSWER.at(_place(sheet), **told, wanted=_wanted(entry))


def _without_column(forms: FormMap, sheets: Sequence[Filled]) -> Iterator[Problem]:
    asked = {entry.number for entries in forms.forms.values() for entry in entries}
    missing = asked.difference(*(sheet.answers for sheet in sheets))
    if missing:
        yield NO_COLUMN.at("line 1", numbers=", ".join(map(str, sorted(missing))))


def _answers(forms: FormMap) -> frozenset[str]:
    """Every answer on the sheet: no slip of the pen makes one of them another."""
    every = (entry.interaction for entries in forms.forms.values() for entry in entries)
    return frozenset(words for asked in every for words in _words(asked))


def _words(asked: Interaction) -> tuple[str, ...]:
    match asked:
        case Choice(options=options):
            return options
        case TextEntry(accepted=accepted):
            return accepted
        case ExtendedText(model_answer=answer):
            return (answer,)
        case Order(entries=entries):
            return entries
        case Match(right=right):
            return right
        case _:
            assert_never(asked)


def _result(sheet: Filled, entry: Entry, others: Collection[str]) -> Result:
    answer = sheet.answers.get(entry.number, "")
    share = _share(entry, answer, others) if answer else 0.0
    options: tuple[int, ...] = ()
    if isinstance(entry.interaction, Choice) and answer:
        options = tuple(sorted(chosen(entry.interaction, answer, entry.places) or ()))
    return Result(
        learner=sheet.learner,
        form=sheet.form,
        number=entry.number,
        item=entry.id,
        response=answer,
        options=options,
        share=share or 0.0,
        of=entry.points,
        unread=share is None,
    )


def _share(entry: Entry, answer: str, others: Collection[str]) -> float | None:
    """The share of the points that the answer earns; None where it cannot be read."""
    asked = entry.interaction
    match asked:
        case Choice() | Match():
            if not readable(asked, answer, shown=entry.places):
                return None
            return grade(asked, answer, shown=entry.places).points
        case Order(entries=entries):
            numbers = positions(answer, len(entries))
            if numbers is None or sorted(numbers) != list(range(len(entries))):
                return None
            # What stands in the table are the numbers before the entries as printed.
            order = [numbers.index(place) + 1 for place in range(len(entries))]
            return grade(asked, order, shown=entry.places).points
        case TextEntry():
            return grade(asked, answer, stem=entry.stem, others=others).points
        case ExtendedText():
            return _judged(answer)
        case _:
            assert_never(asked)


def _judged(answer: str) -> float | None:
    """The share that a person gave: a word, a share of 1, or points of points ("2/3")."""
    word = answer.casefold()
    if word in (*RIGHT, *WRONG):
        return float(word in RIGHT)
    earned, _, of = word.replace(",", ".").partition("/")
    try:
        share = float(earned) / float(of or 1)
    except (ValueError, ZeroDivisionError):
        return None
    return share if 0 <= share <= 1 else None


def _wanted(entry: Entry) -> str:
    """What would be allowed."""
    asked = entry.interaction
    match asked:
        case Choice(multiple=multiple):
            return "letters, as A C" if multiple else "one letter, as A"
        case Match(left=left):
            return f"{len(left)} letters, as {' '.join('BAC'[: len(left)])}"
        case Order(entries=entries):
            return f"the numbers 1 to {len(entries)} from top to bottom, as 2 1 3"
        case TextEntry():
            return "any text"
        case ExtendedText():
            return "right, wrong, a share such as 0.5, or 2/3"
        case _:
            assert_never(asked)


def _place(sheet: Filled) -> str:
    return f"line {sheet.line}"

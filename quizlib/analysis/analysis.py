"""What many learners' answers say of each item: figures, and what does not work."""

from __future__ import annotations

import csv
import io
import os
from typing import TYPE_CHECKING

from quizlib.analysis.answers import first_ones
from quizlib.analysis.findings import ENOUGH, findings
from quizlib.analysis.formulas import Extremes, correlation, extremes, mean
from quizlib.analysis.reading import read_answers, unfolded
from quizlib.files import guarded
from quizlib.items import interaction
from quizlib.model import Bank, Choice, Frozen, Problem, ProblemCode, ResultsFile, Severity
from quizlib.scoring import Results
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from quizlib.analysis.answers import Answer
    from quizlib.analysis.reading import Given
    from quizlib.model import Item

COLUMNS = (
    "item", "stem", "asked", "omitted", "right", "points", "discrimination", "options", "findings"
)  # fmt: skip


FEW_LEARNERS = ProblemCode(
    name="few-learners",
    severity=Severity.NOTE,
    message="{learners}: too few to call an item unfit; {wanted} are wanted",
    cause="By so few answers, chance looks like a flaw.",
    cure="Put the results of several groups together: name all their files at once.",
    example={"learners": "6 learners", "wanted": 10},
)
UNKNOWN_ITEM = ProblemCode(
    name="unknown-item",
    severity=Severity.WARNING,
    message="not in the bank: its stem and options are not known",
    cause="Results tell of an item that the bank does not have: they are from another bank.",
    cure="Name the bank that was asked.",
    example={"where": "3f2a9c41d0b7"},
)


class OptionAnalysis(Frozen):
    """How often an option was chosen: by all, by the upper and by the lower group."""

    words: str
    key: bool
    chosen: int
    upper: int
    lower: int


class ItemAnalysis(Frozen):
    """What the answers say of one item.

    Attributes:
        item: Its id.
        stem: What it asks.
        asked: How many learners had it.
        omitted: How many of them answered nothing, which earns nothing.
        right: The share of learners who earned all points.
        points: The mean share of the points that was earned.
        discrimination: The correlation of its points with the learners' scores on all other
            items, in [-1, 1]; None where it cannot be told.
        upper: How many are in the group of the best, whose choices `options` tell; 0 without a
            bank.
        lower: The same of the group of the worst.
        options: Who chose what.
        findings: What is wrong with it, perhaps.
    """

    item: str
    stem: str = ""
    asked: int
    omitted: int
    right: float
    points: float
    discrimination: float | None
    upper: int = 0
    lower: int = 0
    options: tuple[OptionAnalysis, ...] = ()
    findings: tuple[Problem, ...] = ()


class Analysis(Frozen):
    r"""What learners' answers say of the items.

    Attributes:
        learners: How many there were.
        items: All items that were asked, the hardest first.
        problems: What is to be said of the results themselves.

    Examples:
        >>> import quizlib
        >>> rows = [f"pupil {n},a1,{n % 2}\npupil {n},b1,{n % 3 == 0:d}\n" for n in range(12)]
        >>> with open("answers.csv", "w") as file:
        ...     written = file.write("learner,item,share\n" + "".join(rows))
        >>> analysis = quizlib.analyse("answers.csv")
        >>> [(item.item, round(item.right, 2)) for item in analysis.items]  # the hardest first
        [('b1', 0.33), ('a1', 0.5)]
    """

    learners: int
    items: tuple[ItemAnalysis, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def unfit(self) -> tuple[ItemAnalysis, ...]:
        """The items of which something was found, beside notes."""
        return tuple(
            item for item in self.items if any(f.severity != Severity.NOTE for f in item.findings)
        )

    def to_csv(self) -> str:
        """A row for each item (RFC 4180), safe to open in a spreadsheet."""
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(COLUMNS)
        for item in self.items:
            told = "" if item.discrimination is None else f"{item.discrimination:.3f}"
            options = "; ".join(f"{option.words} = {option.chosen}" for option in item.options)
            figures = (
                str(item.asked),
                str(item.omitted),
                f"{item.right:.3f}",
                f"{item.points:.3f}",
            )
            texts = (item.item, item.stem, options, " ".join(f.code for f in item.findings))
            id, stem, options, codes = map(guarded, texts)
            writer.writerow((id, stem, *figures, told, options, codes))
        return text.getvalue()


def analyse(results: Given | Iterable[Given], bank: Bank | None = None) -> Analysis:
    r"""Analyse the items that many learners answered; with their `bank`, options and stems too.

    `results` are files (docs/item-analysis.md lists what may be in them), folders of such, or what
    was read from them. Of several answers of a learner to one item the first one counts.

    Raises SourceNotFound, UnreadableResults, LogError.

    Examples:
        >>> import quizlib
        >>> with open("answers.csv", "w") as file:
        ...     written = file.write("learner,item,share\nAnna,a1,1\nBerta,a1,0.5\n")
        >>> [item] = quizlib.analyse("answers.csv").items
        >>> item.asked, item.right, item.points
        (2, 0.5, 0.75)
    """
    if isinstance(results, str | os.PathLike | ResultsFile | Results):
        results = (results,)
    read = [read_answers(one) for one in unfolded(results)]
    by_item = first_ones(answer for answers, _ in read for answer in answers)
    items = {item.id: item for item in bank.items} if bank else {}
    learners = {learner for answers in by_item.values() for learner in answers}
    totals = _totals(by_item)
    analysed = [_item(id, answers, totals, items.get(id)) for id, answers in by_item.items()]
    problems = [problem for _, problems in read for problem in problems]
    problems += _told(len(learners), [id for id in by_item if bank and id not in items])
    return Analysis(
        learners=len(learners),
        items=tuple(sorted(analysed, key=lambda one: (one.points, one.item))),
        problems=tuple(problems),
    )


def _told(learners: int, unknown: list[str]) -> Iterator[Problem]:
    if learners < ENOUGH:
        yield FEW_LEARNERS.at(learners=counted(learners, "learner"), wanted=ENOUGH)
    for id in unknown:
        yield UNKNOWN_ITEM.at(id)


def _totals(by_item: Mapping[str, Mapping[str, Answer]]) -> dict[str, dict[str, float]]:
    """Learner -> item -> points."""
    totals: dict[str, dict[str, float]] = {}
    for id, answers in by_item.items():
        for learner, answer in answers.items():
            totals.setdefault(learner, {})[id] = answer.points
    return totals


def _item(
    id: str,
    answers: Mapping[str, Answer],
    totals: Mapping[str, Mapping[str, float]],
    item: Item | None,
) -> ItemAnalysis:
    rest = {
        learner: mean(others)
        for learner in answers
        if (others := [points for other, points in totals[learner].items() if other != id])
    }
    points = [answer.points for answer in answers.values()]
    groups = extremes(rest)
    how = interaction(item) if item else None
    made = ItemAnalysis(
        item=id,
        stem=item.stem if item else "",
        asked=len(answers),
        omitted=sum(answer.omitted for answer in answers.values()),
        right=sum(earned == 1 for earned in points) / len(points),
        points=mean(points),
        discrimination=correlation([answers[one].points for one in rest], list(rest.values())),
        upper=len(groups.upper),
        lower=len(groups.lower),
        options=tuple(_options(how, answers, groups)) if isinstance(how, Choice) else (),
    )
    return made.model_copy(update={"findings": tuple(findings(made))})


def _options(
    choice: Choice, answers: Mapping[str, Answer], groups: Extremes
) -> Iterator[OptionAnalysis]:
    """Every option, those of an older revision behind; none where no choice is known."""
    chosen = {
        learner: {_words(choice, part) for part in answer.chosen}
        for learner, answer in answers.items()
        if answer.chosen is not None
    }
    if not chosen:
        return
    keys = {choice.options[index] for index in choice.right}
    older = sorted(frozenset().union(*chosen.values()).difference(choice.options))
    for words in (*choice.options, *older):
        by = {learner for learner, said in chosen.items() if words in said}
        yield OptionAnalysis(
            words=words,
            key=words in keys,
            chosen=len(by),
            upper=len(by & groups.upper),
            lower=len(by & groups.lower),
        )


def _words(choice: Choice, part: str | int) -> str:
    if isinstance(part, str):
        return part
    return choice.options[part] if part < len(choice.options) else f"option {part}"

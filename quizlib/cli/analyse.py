"""`quizlib analyse`"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from quizlib.cli import _say
from quizlib.cli._opening import opened
from quizlib.terminal.text import folded, wrapped
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.analysis import Analysis, ItemAnalysis


def analyse(
    results: Annotated[
        list[str],
        typer.Argument(
            metavar="RESULTS",
            help="Results of quizzes and web pages (.json), scored worksheets (.json, .csv),"
            " exported logs (.jsonl), tables with the columns learner, item, share (.csv), or"
            " folders of such files.",
        ),
    ],
    bank: Annotated[
        str | None,
        typer.Option(
            metavar="BANK", help="The bank that was asked: shows stems, and who chose what."
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="All figures, as JSON.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="A row for each item, as CSV.")] = False,
) -> None:
    """See which items work, from many learners' answers.

    Tells difficulty, discrimination and distractors; docs/item-analysis.md explains the figures.
    """
    from quizlib.analysis import analyse as analysed

    if json and csv:
        raise typer.BadParameter("give one of --json and --csv", param_hint="--csv")
    found = analysed(results, opened(bank).bank if bank else None)
    _say.warn(found.problems)
    if json:
        typer.echo(found.model_dump_json(indent=1))
    elif csv:
        sys.stdout.write(found.to_csv().replace("\r\n", "\n"))
    else:
        typer.echo("\n".join(_page(found)))


def _page(found: Analysis) -> Iterator[str]:
    yield f"{counted(found.learners, 'learner')}, {counted(len(found.items), 'item')}"
    yield from ("", "Items, the hardest first", " right  discr  asked")
    for item in found.items:
        yield from wrapped(item.stem or item.item, _say.width(), f"{_figures(item)}  ")
    unfit = found.unfit
    if unfit:
        yield from ("", "To look at")
    for item in unfit:
        yield from _finding(item)


def _figures(item: ItemAnalysis) -> str:
    discrimination = "-" if item.discrimination is None else f"{item.discrimination:.2f}"
    return f"{item.right:>6.0%} {discrimination:>6} {item.asked:>6}"


def _finding(item: ItemAnalysis) -> Iterator[str]:
    named = f"{item.stem} ({item.item})" if item.stem else item.item
    yield from ("", *wrapped(named, _say.width(), "  "))
    for problem in item.findings:
        yield from wrapped(problem.message, _say.width(), "    - ")
    for option in item.options:
        mark = "=" if option.key else " "
        told = f"{folded(option.words)}: {option.chosen} of {item.asked}"
        if item.upper:
            told += f"; best {option.upper} of {item.upper}, last {option.lower} of {item.lower}"
        yield from wrapped(told, _say.width(), f"    {mark} ")
    if item.omitted:
        yield from wrapped(f"{item.omitted} of {item.asked} left it out", _say.width(), "      ")

"""`quizlib build`"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path  # noqa: TC003 - Typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from quizlib.cli import _say
from quizlib.cli._completion import completion, difficulties, kinds
from quizlib.cli._opening import bank_file, known_kinds, parted, tell_silent
from quizlib.terminal.text import folded
from quizlib.wording import counted

if TYPE_CHECKING:
    from quizlib.extract import Silent
    from quizlib.library import Changes
    from quizlib.model import Bank, Problem
    from quizlib.ranking import Dropped, Unasked

#: As quizlib.compose.LEAST, which takes too long to import for a help text.
LEAST = 0.45


def build(  # noqa: PLR0913, PLR0917 - Typer makes an option of each
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE", help="Files and folders to make items from.")
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="BANK",
            help="The bank to write, or to bring up to date. Default: named after the title.",
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="T", help="Default: the document's or the folder's.")
    ] = None,
    seed: Annotated[
        int | None,
        typer.Option(
            metavar="N", help="Another seed, another choice. Default: that of the bank, else 0."
        ),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="K,…",
            callback=parted,
            help="Make only these kinds; may be given again.",
            autocompletion=completion(kinds),
        ),
    ] = None,
    about: Annotated[
        str | None,
        typer.Option(metavar="TOPIC", help="Only what bears on it, wherever it stands."),
    ] = None,
    difficulty: Annotated[
        str | None,
        typer.Option(
            metavar="D",
            help="easy, medium, hard, or a range of the share answered wrong: 0.2-0.5.",
            autocompletion=completion(difficulties),
        ),
    ] = None,
    min_confidence: Annotated[
        float,
        typer.Option(metavar="X", min=0, max=1, help="Leave out what is less sure to be good."),
    ] = LEAST,
    max_per_1000_words: Annotated[
        float | None,
        typer.Option(
            "--max-per-1000-words",
            metavar="N",
            min=0,
            help="At most so many items from each document, the surest; at least one, and all"
            " that its author wrote as questions.",
        ),
    ] = None,
    every_section: Annotated[
        bool,
        typer.Option(
            "--every-section",
            help="Ask the surest of a section that would have no item, however unsure that is.",
        ),
    ] = False,
    model: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Another language model: an installed spaCy package."),
    ] = None,
    candidates: Annotated[
        bool,
        typer.Option(
            "--candidates", help="Keep what is left out, not to be asked, for `quizlib review`."
        ),
    ] = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="List what was left out, and sentences of which nothing is asked, with reasons.",
        ),
    ] = False,
    quiet: Annotated[
        bool,
        typer.Option("--quiet", help="Tell the bank in one line, and what went wrong."),
    ] = False,
) -> None:
    """Make a bank of items from documents, or bring one up to date.

    What a person edited, accepted or rejected in the bank stays as it is.
    """
    from quizlib import checks, library
    from quizlib.cli._explained import explained, hint
    from quizlib.cli._problems import NO_QUESTION
    from quizlib.cli._progress import Progress
    from quizlib.compose import build as compose
    from quizlib.errors import UnreadableSource
    from quizlib.importers import refuse_unclaimed
    from quizlib.library.decisions import told_of_decisions
    from quizlib.model import Severity
    from quizlib.ranking import sections_without
    from quizlib.readers import read
    from quizlib.storage import load

    kinds = known_kinds(kind)
    for source in filter(library.is_deck, sources):
        raise UnreadableSource(source, "is a deck; quizlib import makes a bank of it")
    for source in filter(library.is_bank, sources):
        raise UnreadableSource(source, "is a bank; build takes the documents that it was made from")
    for source in filter(os.path.isfile, sources):
        refuse_unclaimed(source)
    documents = read(sources)
    _say.warn(documents.problems)
    named = title or library.default_title(documents, sources)
    _say.progress(f"{counted(len(documents), 'document')} read; making questions …")
    path = bank_file(output, named)
    before = load(path) if path.exists() else None
    dropped: list[Dropped | Unasked] = []
    silent: list[Silent] = []
    sentences: list[str] = []
    problems: list[Problem] = []
    with Progress.of_terminal() as progress:
        made = compose(
            documents,
            title=title or (before.title if before else named),
            seed=(before.seed if before else 0) if seed is None else seed,
            kinds=kinds,
            before=before,
            model=model,
            progress=progress,
            min_confidence=min_confidence,
            max_per_1000_words=max_per_1000_words,
            difficulty=difficulty,
            about=about,
            every_section=every_section,
            candidates=candidates,
            dropped=dropped,
            silent=silent,
            sentences=sentences,
            problems=problems,
        )
    _say.warn(problems)
    made.save(path)
    found = checks.check(made, documents)
    _say.warn(problem for problem in found if problem.severity is not Severity.NOTE)
    if all(item.status == "retired" for item in made.items):
        _say.warn([NO_QUESTION.at(str(path))])
    _say.warn(told_of_decisions(made, before, path))
    typer.echo(_headline(path, made))
    if not quiet:
        typer.echo(_summary(made, library.compare(before, made) if before else None), nl=False)
    if explain:
        typer.echo(explained(made, dropped, silent))
    elif not quiet:
        limited = every_section or max_per_1000_words is not None
        bare = 0 if limited else sections_without(made.live, dropped)
        typer.echo(hint(dropped, bare), nl=False)
        tell_silent(len(silent), len(sentences), "--explain")


def _headline(path: Path, bank: Bank) -> str:
    total = counted(len(bank.live), "item")
    return f"{folded(str(path))}  {total} from {counted(len(bank.documents), 'document')}"


def _summary(bank: Bank, changes: Changes | None) -> str:
    """What is told below the headline, in whole lines; "" where there is nothing."""
    kinds = Counter(item.kind for item in bank.live)
    titles = {record.id: record.source_line for record in bank.documents}
    cited = Counter(titles[id] for item in bank.live for id in set(item.sources) & set(titles))
    aside = sum(item.status == "candidate" for item in bank.items)
    told = f"{counted(aside, 'candidate')} kept for quizlib review\n" if aside else ""
    told += "" if changes is None else f"{_changed(changes)}\n"
    tables = f"\nBy kind\n{_table(kinds)}\n\nBy source\n{_table(cited)}\n" if kinds else ""
    return f"{told}{tables}"


def _table(counts: Counter[str]) -> str:
    return _say.table((f"{count:3}", name) for name, count in sorted(counts.items()))


def _changed(changes: Changes) -> str:
    always = {"new", "kept", "retired"}
    parts = (
        f"{len(ids)} {fate.replace('_', ' ')}" for fate, ids in changes if ids or fate in always
    )
    return f"Since the bank before: {', '.join(parts)}"

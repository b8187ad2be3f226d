"""`quizlib build`"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizlib.cli import _say
from quizlib.cli._opening import known_kinds
from quizlib.terminal.text import folded

if TYPE_CHECKING:
    from quizlib.library import Changes
    from quizlib.model import Bank


def build(
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
    seed: Annotated[int, typer.Option(metavar="N", help="Another seed, another choice.")] = 0,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="K", help="Make only this kind; may be given again."),
    ] = None,
) -> None:
    """Make a bank of items from documents, or bring one up to date.

    What a person edited, accepted or rejected in the bank stays as it is.
    """
    from quizlib import checks, library
    from quizlib.cli._progress import Progress
    from quizlib.compose import build as compose
    from quizlib.readers import read
    from quizlib.storage import load

    kinds = known_kinds(kind)
    documents = read(sources)
    _say.warn(documents.problems)
    named = title or library.default_title(documents, sources)
    _say.progress(f"{_say.count(len(documents), 'document')} read; making questions …")
    path = output or Path(f"{library.slug(named)}.json")
    before = load(path) if path.exists() else None
    with Progress.of_terminal() as progress:
        made = compose(
            documents,
            title=title or (before.title if before else named),
            seed=seed,
            kinds=kinds,
            before=before,
            progress=progress,
        )
    made.save(path)
    _say.warn(checks.check(made, documents))
    typer.echo(_summary(path, made, library.compare(before, made) if before else None))


def _summary(path: Path, bank: Bank, changes: Changes | None) -> str:
    total = _say.count(len(bank.live), "item")
    documents = _say.count(len(bank.documents), "document")
    kinds = Counter(item.kind for item in bank.live)
    titles = {record.id: record.source_line for record in bank.documents}
    cited = Counter(
        titles[id] for item in bank.live for id in {e.document for e in item.evidence} & set(titles)
    )
    told = "" if changes is None else f"\n{_changed(changes)}"
    return (
        f"{folded(str(path))}  {total} from {documents}{told}"
        f"\n\nBy kind\n{_table(kinds)}\n\nBy source\n{_table(cited)}"
    )


def _table(counts: Counter[str]) -> str:
    return _say.table((f"{count:3}", name) for name, count in sorted(counts.items()))


def _changed(changes: Changes) -> str:
    always = {"new", "kept", "retired"}
    parts = (f"{len(ids)} {fate}" for fate, ids in changes if ids or fate in always)
    return f"Since the bank before: {', '.join(parts)}"

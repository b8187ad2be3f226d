"""`quizlib show`"""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quizlib.cli import _say
from quizlib.cli._opening import (
    BankArgument,
    KindOption,
    SourceOption,
    StatusOption,
    from_source,
    of_kinds,
    of_statuses,
    opened,
)
from quizlib.terminal.text import folded, wrapped
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.model import Bank, Item


def show(
    bank: BankArgument,
    kind: KindOption = None,
    source: SourceOption = None,
    status: StatusOption = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Show the items of a bank."""
    found = opened(bank).bank
    listed = of_statuses(of_kinds(found.items, kind), status)
    items = from_source(found, listed, source)
    if json:
        lines = [dumps(_row(found, item)) for item in items]
    else:
        width = _say.width()
        lines = [
            f"{folded(found.title)}: {counted(len(items), 'item')}",
            *(line for item in items for line in _listed(found, item, width)),
        ]
    typer.echo("\n".join(lines), nl=bool(lines))


def _row(bank: Bank, item: Item) -> dict[str, Any]:
    """What a program gets of an item; the fields are a promise."""
    return {
        "id": item.id,
        "kind": item.kind,
        "source_line": bank.source_line(item),
        "context": item.context,
        "stem": item.stem,
        "key": item.key,
        "distractors": item.distractors,
        "explanation": item.explanation,
        "evidence": [
            evidence.model_dump(include={"document", "quote", "start", "end"})
            for evidence in item.evidence
        ],
        "tags": item.tags,
        "status": item.status,
    }


def _listed(bank: Bank, item: Item, width: int) -> Iterator[str]:
    """An item as lines for a person; a blank line first."""
    yield ""
    yield f"{folded(item.id)}  {folded(item.kind)}{_standing(item)}"
    for mark, text in _parts(bank, item):
        yield from wrapped(text, width, f"  {mark:2}")


def _standing(item: Item) -> str:
    """What has become of the item, where that is more than that it was made."""
    told = f": {item.note}" if item.note else ""
    return "" if item.status == "generated" else f"  {item.status}{folded(told)}"


def _parts(bank: Bank, item: Item) -> Iterator[tuple[str, str]]:
    """What there is to show of an item, each part with the mark before it."""
    if source := bank.source_line(item):  # retired items outlast their document in the bank
        yield "", source
    if item.context:
        yield "", item.context
    yield "?", item.stem
    for prompt, key in zip(item.prompts, item.key, strict=False):
        yield "=", f"{prompt} — {key}"
    if not item.prompts:
        for key in item.key:
            yield "=", key
    for distractor in item.distractors:
        yield "-", distractor
    if item.remark:
        yield "", item.remark
    for evidence in item.evidence:
        yield "", f"“{evidence.words}” (line {evidence.line})"

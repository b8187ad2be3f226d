"""`quizlib formats`"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from quizlib.cli import _say

if TYPE_CHECKING:
    from quizlib.library import Formats, ModelInForce, Offer


def formats(
    json: Annotated[bool, typer.Option("--json", help="As one JSON object.")] = False,
) -> None:
    """Tell what can be read, made, checked, imported and exported here.

    Behind each stands the package that it comes from. What cannot be used is listed with
    the reason, and the language model that builds use comes last.
    """
    from quizlib import library

    found = library.formats()
    typer.echo(found.model_dump_json(indent=1) if json else _page(found))


def _page(found: Formats) -> str:
    lists = {
        "Reads": found.readers,
        "Finds": found.methods,
        "Makes": found.kinds,
        "Checks": found.checks,
        "Imports": found.importers,
        "Exports": found.exporters,
    }
    parts = [_section(title, offers) for title, offers in lists.items() if offers]
    return "\n\n".join([*parts, f"Language model\n  {_model(found.model)}"])


def _section(title: str, offers: tuple[Offer, ...]) -> str:
    rows = [(offer.name, _told(offer)) for offer in offers]
    return f"{title}\n{_say.table(rows)}"


def _told(offer: Offer) -> str:
    if offer.broken:
        return f"broken: {offer.broken} [{offer.origin}, {offer.place}]"
    files = f" ({' '.join(offer.files)})" if offer.files else ""
    options = "".join(f" {option.flag}" for option in offer.options)
    return f"{offer.summary}{files}{f'; options:{options}' if options else ''} [{offer.origin}]"


def _model(model: ModelInForce) -> str:
    return f"{model.name} {model.version if model.installed else '(not installed)'}"

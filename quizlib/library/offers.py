"""What this installation can do: formats, kinds, checks, targets and the language model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizlib.checks import checks
from quizlib.errors import BrokenPlugin
from quizlib.exporters import Option, Options, choices, exporters
from quizlib.extract import methods
from quizlib.importers import importers
from quizlib.items import kinds
from quizlib.language.model import DEFAULT_MODEL, installed
from quizlib.model import Frozen
from quizlib.readers import readers

if TYPE_CHECKING:
    from quizlib.registry import Place, Registry


class Offer(Frozen):
    """One thing that quizlib or a plug-in offers.

    Attributes:
        name: By which it is chosen.
        summary: What it is, in one line.
        origin: The distribution that it comes from, with its version: "quizlib" for what comes
            with quizlib itself.
        place: Where in that it is ("module:attribute").
        files: The file endings that it reads or writes, with the dot.
        options: What an exporter lets one choose.
        broken: Why it cannot be used, "" if it can.
    """

    name: str
    summary: str
    origin: str
    place: str
    files: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    broken: str = ""


class ModelInForce(Frozen):
    """The language model that builds use; `version` is "" where it is not installed."""

    name: str
    version: str

    @property
    def installed(self) -> bool:
        return bool(self.version)


class Formats(Frozen):
    """All that is offered, each list in the order of the names.

    Attributes:
        readers: Source formats.
        methods: Extraction methods.
        kinds: Kinds of item.
        checks: Checks.
        importers: Formats of decks that are imported.
        exporters: Export targets.
        model: The language model that builds use.
    """

    readers: tuple[Offer, ...]
    methods: tuple[Offer, ...]
    kinds: tuple[Offer, ...]
    checks: tuple[Offer, ...]
    importers: tuple[Offer, ...]
    exporters: tuple[Offer, ...]
    model: ModelInForce


def formats() -> Formats:
    """What can be read, found, made, checked, imported and exported here.

    Loads no language model. A plug-in that cannot be used is listed as broken.

    Examples:
        >>> import quizlib
        >>> [reader.name for reader in quizlib.formats().readers]
        ['html', 'markdown', 'text']
    """
    model = installed(DEFAULT_MODEL)
    return Formats(
        readers=_offers(readers),
        methods=_offers(methods),
        kinds=_offers(kinds),
        checks=_offers(checks),
        importers=_offers(importers),
        exporters=targets(),
        model=ModelInForce(name=DEFAULT_MODEL, version=model.version if model else ""),
    )


def targets() -> tuple[Offer, ...]:
    """What can be exported to, in the order of the names."""
    return _offers(exporters)


def _offers(registry: Registry[Any]) -> tuple[Offer, ...]:
    return tuple(_offer(registry, place) for place in registry.offered())


def _offer(registry: Registry[Any], place: Place) -> Offer:
    given: dict[str, Any] = {"name": place.name, "origin": place.origin, "place": place.target}
    if place.refused:
        return Offer(**given, summary="", broken=place.refused)
    try:
        found = registry.get(place.name)
        with registry.guarded(place.name):
            return Offer(
                **given,
                summary=found.summary,
                files=getattr(found, "suffixes", ()),
                options=choices(getattr(found, "options", Options)),
            )
    except BrokenPlugin as error:
        return Offer(**given, summary="", broken=error.why)

"""What this installation can do: formats, kinds, checks, targets and the language model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizlib.checks import checks
from quizlib.exporters import Option, Options, choices, exporters
from quizlib.importers import importers
from quizlib.items import kinds
from quizlib.language.model import DEFAULT_MODEL, installed
from quizlib.model import Frozen
from quizlib.readers import readers

if TYPE_CHECKING:
    from quizlib.registry import Registry


class Offer(Frozen):
    """One thing that quizlib or a plug-in offers.

    `place` is where it comes from ("module:attribute"), `files` the file endings that
    it reads or writes, with the dot. `options` are what an exporter lets one choose.
    `broken` says why it cannot be used, "" if it can.
    """

    name: str
    summary: str
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
    """All that is offered, each list in the order of the names."""

    readers: tuple[Offer, ...]
    kinds: tuple[Offer, ...]
    checks: tuple[Offer, ...]
    importers: tuple[Offer, ...]
    exporters: tuple[Offer, ...]
    model: ModelInForce


def formats() -> Formats:
    """What can be read, made, checked, imported and exported here, and with which language model.

    Loads no language model. A plug-in that cannot be loaded is listed as broken.
    Raises DuplicateName when two packages offer the same name.
    """
    model = installed(DEFAULT_MODEL)
    return Formats(
        readers=_offers(readers),
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
    return tuple(_offer(registry, name) for name in registry.names())


def _offer(registry: Registry[Any], name: str) -> Offer:
    place = registry.places()[name]
    try:
        found = registry.get(name)
        return Offer(
            name=name,
            summary=found.summary,
            place=place,
            files=getattr(found, "suffixes", ()),
            options=choices(getattr(found, "options", Options)),
        )
    except Exception as error:  # noqa: BLE001 - a plug-in may fail in any way; it is told, not raised
        why = f"{type(error).__name__}: {error}"
        return Offer(name=name, summary="", place=place, broken=why)

"""Finds what a package folder and the installed entry points offer, by name.

A registry stands for one sort of thing (readers, kinds, exporters …). A module in
its folder offers one object under the registry's attribute name, and the module's
name is the object's name; an installed package offers one through an entry point
of the registry's group. Nothing is imported before it is asked for, so that a
registry costs nothing at start-up and a broken plug-in harms nobody else.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module, metadata
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from quizlib.errors import DuplicateName, UnknownName

if TYPE_CHECKING:
    from collections.abc import Iterator

Offer = TypeVar("Offer")


class Registry(Generic[Offer]):
    """The offers of one sort, by name; each is imported on first use."""

    def __init__(self, what: str, package: str, attribute: str) -> None:
        """`what` names the sort in messages; `package` is the dotted folder."""
        self.what = what
        self.package = package
        self.attribute = attribute
        self.group = package  # "quizlib.readers" is folder and entry-point group alike
        self._places: dict[str, str] | None = None
        self._loaded: dict[str, Offer] = {}

    def places(self) -> dict[str, str]:
        """Name -> where it comes from ("module:attribute"), without importing any.

        Raises DuplicateName when two places offer one name.
        """
        if self._places is None:
            self._places = dict(self._find())
        return self._places

    def _find(self) -> Iterator[tuple[str, str]]:
        found: dict[str, str] = {}
        for name, place in [*self._built_in(), *self._installed()]:
            if name in found:
                raise DuplicateName(self.what, name, [found[name], place])
            found[name] = place
            yield name, place

    def _built_in(self) -> Iterator[tuple[str, str]]:
        folder = import_module(self.package).__path__
        for module in pkgutil.iter_modules(folder):
            if not module.name.startswith("_"):
                yield module.name, f"{self.package}.{module.name}:{self.attribute}"

    def _installed(self) -> Iterator[tuple[str, str]]:
        for entry in metadata.entry_points(group=self.group):
            yield entry.name, entry.value

    def names(self) -> list[str]:
        """Every offered name, sorted."""
        return sorted(self.places())

    def get(self, name: str) -> Offer:
        """The offer called `name`. Raises UnknownName, listing the valid ones."""
        if name not in self._loaded:
            if name not in self.places():
                raise UnknownName(self.what, name, self.places())
            module, _, attribute = self.places()[name].partition(":")
            self._loaded[name] = cast("Offer", getattr(import_module(module), attribute))
        return self._loaded[name]

    def all(self) -> list[Offer]:
        """Every offer, in the order of the names."""
        return [self.get(name) for name in self.names()]

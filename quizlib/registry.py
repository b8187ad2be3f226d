"""Finds what a package folder and the installed entry points offer, by name.

A registry stands for one sort of thing (readers, kinds, exporters …). A module in
its folder offers one object under the registry's attribute name, and the module's
name is the object's name; an installed package, a plug-in, offers one through an
entry point of the registry's group. Nothing is imported before it is asked for, so that a
registry costs nothing at start-up.

A plug-in that cannot be used is left out and told as a Problem; nothing else suffers.
"""

from __future__ import annotations

import pkgutil
import re
from contextlib import contextmanager
from functools import cache, cached_property
from importlib import import_module, metadata
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, cast

from quizlib.errors import BrokenPlugin, QuizlibError, UnknownName
from quizlib.faults import problem, reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from quizlib.model import Problem

Offer = TypeVar("Offer")

#: Who offers what comes with quizlib itself.
OWN = "quizlib"

#: Names that can be typed as a command, stand in a bank, and be part of a file's name.
_NAME = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")

#: How the protocols write the types of their attributes.
_TYPES = {"str": str, "tuple": tuple, "type": type}


class Place(NamedTuple):
    """Where an offer comes from.

    `target` is "module:attribute", `origin` the distribution with its version, OWN for what
    comes with quizlib. `refused` says why the name is not taken, "" where it is.
    """

    name: str
    target: str
    origin: str
    refused: str = ""


class Registry(Generic[Offer]):
    """The offers of one sort, by name; each is imported on first use."""

    def __init__(self, what: str, package: str, attribute: str, protocol: type) -> None:
        """`what` names the sort in messages; `package` is the dotted folder.

        The folder's name is that of the entry-point group too. Plug-ins are held against
        the attributes and methods of `protocol`.
        """
        self.what = what
        self.package = package
        self.attribute = attribute
        self.protocol = protocol
        self._loaded: dict[str, Offer] = {}
        self._broken: dict[str, BrokenPlugin] = {}

    @cached_property
    def _built_in(self) -> dict[str, Place]:
        folder = import_module(self.package).__path__
        return {
            name: Place(name, f"{self.package}.{name}:{self.attribute}", OWN)
            for name in sorted(module.name for module in pkgutil.iter_modules(folder))
            if not name.startswith("_")
        }

    @cached_property
    def _installed(self) -> list[Place]:
        """What plug-ins offer, in the order of the distributions: the first has the name."""
        taken = dict.fromkeys(self._built_in, OWN)
        found = []
        for origin, entry in sorted((_origin(e), e) for e in entry_points(self.package)):
            refused = "" if _NAME.fullmatch(entry.name) else f"{entry.name!r} can be no name"
            if entry.name in taken:
                refused = f"the name is taken by {taken[entry.name]}"
            found.append(Place(entry.name, entry.value, origin, refused))
            taken.setdefault(entry.name, origin)
        return found

    def offered(self) -> list[Place]:
        """Every offer in the order of the names, refused ones too, without importing any."""
        found = [*self._built_in.values(), *self._installed]
        return sorted(found, key=lambda place: (place.name, place.refused, place.origin))

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {place.name: place for place in self.offered() if not place.refused}

    def names(self) -> list[str]:
        """Every name that is taken, sorted, without importing any."""
        return list(self._places)

    def __contains__(self, name: str) -> bool:
        return name in self._built_in or name in self._places

    def own(self, name: str) -> bool:
        """Whether the offer called `name` comes with quizlib itself."""
        return name in self._built_in

    def get(self, name: str) -> Offer:
        """The offer called `name`.

        Raises UnknownName, listing the valid ones; BrokenPlugin where it cannot be loaded.
        """
        if name not in self._loaded:
            place = self._built_in.get(name) or self._places.get(name)
            if place is None:
                raise UnknownName(self.what, name, self.names(), plugins=True)
            self._loaded[name] = self._load(place)
        return self._loaded[name]

    def _load(self, place: Place) -> Offer:
        if place.name in self._broken:
            raise self._broken[place.name]
        module, _, attribute = place.target.partition(":")
        try:
            with self.guarded(place.name):
                found = getattr(import_module(module), attribute)
                if place.origin != OWN and (why := misfit(found, self.protocol)):
                    raise self._fault(place, why)
        except BrokenPlugin as error:
            self._broken[place.name] = error
            raise
        return cast("Offer", found)

    def usable(self) -> dict[str, Offer]:
        """Name -> offer, in the order of the names, without what cannot be loaded."""
        found = {}
        for name in self.names():
            try:
                found[name] = self.get(name)
            except BrokenPlugin:
                continue  # `problems` tells of it
        return found

    def all(self) -> list[Offer]:
        """Every offer that can be used, in the order of the names."""
        return list(self.usable().values())

    def problems(self) -> list[Problem]:
        """The plug-ins that are left out: their name is taken, or they cannot be loaded."""
        self.usable()
        refused = [self._fault(place, place.refused) for place in self._installed if place.refused]
        return [problem(error) for error in (*refused, *self._broken.values())]

    def fault(self, name: str, why: str) -> BrokenPlugin:
        """The error that says why the plug-in that offers `name` cannot be used."""
        return self._fault(self._places[name], why)

    def _fault(self, place: Place, why: str) -> BrokenPlugin:
        return BrokenPlugin(self.what, place.name, place.origin, why)

    @contextmanager
    def guarded(self, name: str, expected: type[QuizlibError] = BrokenPlugin) -> Iterator[None]:
        """In here, whatever the plug-in that offers `name` raises becomes BrokenPlugin.

        What is `expected` stays as it is, and so does all that quizlib's own offers raise:
        there it is a fault of quizlib.
        """
        try:
            yield
        except (BrokenPlugin, expected):
            raise
        except (Exception, SystemExit) as error:
            if self.own(name):
                raise
            place = self._places[name]
            raise self._fault(place, reason(error, place.target)) from error


@cache
def _by_group() -> Mapping[str, list[metadata.EntryPoint]]:
    """Every entry point for quizlib. They are looked for once: it takes 10 ms or more."""
    found = metadata.entry_points()
    groups = [group for group in found.groups if group.startswith("quizlib.")]
    return {group: list(found.select(group=group)) for group in groups}


def entry_points(group: str) -> list[metadata.EntryPoint]:
    """The entry points of `group`, which starts with "quizlib."."""
    return _by_group().get(group, [])


def _origin(entry: metadata.EntryPoint) -> str:
    """The distribution with its version; the module where no distribution is known."""
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else entry.module


def misfit(found: object, protocol: type) -> str:
    """Why `found` does not follow `protocol`, "" where it does.

    Only what can be seen without using it: attributes, their types, and methods.
    """
    if isinstance(found, type):
        return "it is a class; an instance of it is wanted"
    for name, member in vars(protocol).items():
        if name.startswith("_"):
            continue
        if not hasattr(found, name):
            return f"it has no {name}"
        value = getattr(found, name)
        if not isinstance(member, property):
            why = "" if callable(value) else "is no method"
        else:
            why = _unlike(value, str(member.fget.__annotations__["return"]))
        if why:
            return f"its {name} {why}"
    return ""


def _unlike(value: object, annotation: str) -> str:
    """Why `value` is none of the type that the annotation names, "" where it is one."""
    if not isinstance(value, _TYPES[annotation.partition("[")[0]]):
        return f"is no {annotation}"
    if not value:
        return "is empty"
    if isinstance(value, tuple) and annotation == "tuple[str, ...]":
        return "" if all(isinstance(text, str) for text in value) else f"is no {annotation}"
    return ""

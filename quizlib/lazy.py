"""Names of a package that are loaded when they are first used; old ones warn.

`import quizlib` costs next to nothing because of this (PEP 562), and a name that will go
still works for a while, and tells what to write instead.
"""

from __future__ import annotations

import sys
import warnings
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Deprecated(NamedTuple):
    """A public name that will go: until then it stands for `instead`, a name of its package."""

    instead: str
    gone_in: str  # the first version without it


def loader(
    package: str, places: Mapping[str, str], deprecated: Mapping[str, Deprecated] | None = None
) -> Callable[[str], object]:
    """The `__getattr__` of `package`: finds each name in the module that `places` gives for it.

    A deprecated name warns with a DeprecationWarning on its first use, and not again.
    """
    old = deprecated or {}

    def load(name: str) -> object:
        if name in old:
            value = getattr(sys.modules[package], old[name].instead)
            warnings.warn(_told(package, name, old[name]), DeprecationWarning, stacklevel=2)
        elif name in places:
            value = getattr(import_module(places[name], package), name)
        else:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        setattr(sys.modules[package], name, value)
        return value

    return load


def _told(package: str, name: str, old: Deprecated) -> str:
    return (
        f"{package}.{name} is deprecated and will be gone in {old.gone_in};"
        f" use {package}.{old.instead}"
    )

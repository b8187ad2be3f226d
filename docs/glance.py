"""The names of the library's page, each in a line: what makes it, and what else it has."""

from __future__ import annotations

import inspect
import pydoc
import re
from dataclasses import is_dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, get_args

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HEAD = """\
## At a glance

All names of this page: parameters of functions and of what makes an object, which for data are its
fields; members of enumerations. Then what a function gives, and what else an object has.

| name | parameters, fields or members | gives (→), or has |
|---|---|---|
"""

#: What the page shows: the names behind its directives.
SHOWN = re.compile(r"^::: ([\w.]+)$", re.MULTILINE)
#: What an object keeps under a public name when it is made.
KEPT = re.compile(r"^ +(?:\w+, )?self\.([a-z]\w*)(?:: [^=]+)? = ", re.MULTILINE)
#: The longest default that is told.
LONGEST = 16


def with_glance(page: str) -> str:
    """`page` with its last section, "At a glance", made anew."""
    above, _, _ = page.partition(HEAD.partition("\n")[0])
    found = {name: pydoc.locate(name) for name in SHOWN.findall(page)}
    rows = [_row(name, thing) for name, thing in found.items() if not inspect.ismodule(thing)]
    return above + HEAD + "".join(rows)


def _row(name: str, thing: object) -> str:
    cells = (name.rpartition(".")[2], ", ".join(_taken(thing)), ", ".join(_had(thing)))
    return f"| {' | '.join(f'`{cell}`' if cell else '' for cell in cells)} |\n"


def _taken(thing: object) -> Iterator[str]:
    """What makes it; of an enumeration its members, of a union what it unites."""
    if inspect.isfunction(thing):
        yield from _parameters(thing)
    elif not isinstance(thing, type):
        yield from (each.__name__ for each in get_args(get_args(thing)[0]))
    elif issubclass(thing, Enum):
        yield from thing.__members__
    elif not (_is_protocol(thing) or issubclass(thing, Exception)):
        yield from _parameters(thing)


def _is_protocol(thing: type) -> bool:
    return getattr(thing, "_is_protocol", False)


def _parameters(made: Callable[..., object]) -> Iterator[str]:
    """As Python writes them, without types; the star only where others are given by place."""
    given = list(inspect.signature(made).parameters.values())
    named = [each for each in given if each.kind is each.KEYWORD_ONLY]
    for each in given:
        if named != given and each in named[:1]:
            yield "*"
        plain = str(each.replace(annotation=each.empty))
        told = len(plain) <= len(each.name) + LONGEST and "<" not in plain
        yield plain if told else f"{each.name}=…"


def _had(thing: object) -> Iterator[str]:
    """What a function gives; what else an object has, in the order of the source."""
    if inspect.isfunction(thing):
        yield f"→ {inspect.signature(thing).return_annotation}"
    elif isinstance(thing, type) and not issubclass(thing, Enum | Exception):
        ours = [base for base in thing.__mro__[::-1] if base.__module__.startswith("quizlib.")]
        fields = getattr(thing, "model_fields", {})
        yield from dict.fromkeys(
            name for base in ours for name in _members(base) if name not in fields
        )


def _members(base: type) -> Iterator[str]:
    if "__init__" in vars(base) and not (is_dataclass(base) or _is_protocol(base)):
        yield from KEPT.findall(inspect.getsource(vars(base)["__init__"]))
    public = {name: value for name, value in vars(base).items() if not name.startswith("_")}
    for name, value in public.items():
        if isinstance(value, property | cached_property):
            yield name
        elif isinstance(value, classmethod) or inspect.isfunction(value):
            yield f"{name}()"

"""The map of a sheet's forms: which item stands where, how it is answered, and its key.

A worksheet is written with its map beside it; with the map alone, filled sheets are
scored. docs/formats/form-map.md describes the file.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import Field, ValidationError

from quizlib.contents import FORM_MAP, contents
from quizlib.errors import UnreadableForms
from quizlib.model import Frozen, Interaction

if TYPE_CHECKING:
    import os


class Entry(Frozen):
    """One question of a form.

    `number` is the one printed, from 1. `places[n]` is the index, in the interaction's own
    order, of the option that is printed at place n. `points` are what all of it earns.
    """

    number: int = Field(ge=1)
    id: str
    kind: str
    stem: str
    points: float = Field(gt=0)
    places: tuple[int, ...]
    interaction: Interaction


class FormMap(Frozen):
    """All forms of one sheet by their names; a sheet without forms has one, named ""."""

    format: Literal[1] = 1
    title: str
    forms: dict[str, tuple[Entry, ...]]

    @property
    def numbers(self) -> dict[str, str]:
        """Each item's number on the forms that have it ("A1 B4") by its id, as on the first."""
        found: dict[str, list[str]] = {}
        for form, entries in self.forms.items():
            for entry in entries:
                found.setdefault(entry.id, []).append(f"{form}{entry.number}")
        return {id: " ".join(numbers) for id, numbers in found.items()}

    def blank(self) -> str:
        """A table to type answers into: its first line alone, with a column for each question."""
        most = max(len(entries) for entries in self.forms.values())
        form = ("form",) if len(self.forms) > 1 else ()
        return ",".join(("learner", *form, *map(str, range(1, most + 1)))) + "\n"

    def to_json(self) -> str:
        """The map as its file holds it, with a last newline."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"


def load_forms(path: str | os.PathLike[str]) -> FormMap:
    """The map in the file at `path`. Raises UnreadableForms."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise UnreadableForms(path, error.strerror or str(error)) from error
    try:
        return FormMap.model_validate_json(data)
    except ValidationError as error:
        raise UnreadableForms(path, _why(contents(data), error)) from error


def _why(found: str, error: ValidationError) -> str:
    if found != FORM_MAP:
        what = f"it is {found}, not {FORM_MAP}" if found else f"not {FORM_MAP}"
        return f"{what}: that is the …-map.json which quizlib export writes beside a worksheet"
    first = error.errors(include_url=False)[0]
    place = ".".join(map(str, first["loc"]))
    return f"{place}: {first['msg']}"

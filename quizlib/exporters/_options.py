"""What may be chosen of an export: typed, told by the command line and by `formats` alike."""

from __future__ import annotations

from difflib import get_close_matches
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import Field, ValidationError

from quizlib.errors import InvalidOption
from quizlib.model import Frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic.fields import FieldInfo


class Options(Frozen):
    """What every target is told: the suffix of the file that is asked for, with the dot.

    A target's own subclass has a field with a default for each choice; its description is
    the help. On the command line `large_print: bool` becomes `--large-print`, and every
    other type takes one text, which the field's type reads.
    """

    suffix: str = ""


#: No choice made.
NOTHING = Options()

Chosen = TypeVar("Chosen", bound=Options)


class Option(Frozen):
    """One option for a person: `values` says what it takes, "" for a switch."""

    name: str
    values: str
    help: str
    default: str = ""

    @property
    def flag(self) -> str:
        return f"--{self.name.replace('_', '-')}"


def own(options: type[Options]) -> dict[str, FieldInfo]:
    """The fields that a person may choose."""
    return {name: info for name, info in options.model_fields.items() if name != "suffix"}


def choices(options: type[Options]) -> tuple[Option, ...]:
    """The choices as help shows them, in their order."""
    return tuple(
        Option(
            name=name,
            values=_values(info),
            help=info.description or "",
            default=_default(info.get_default(call_default_factory=True)),
        )
        for name, info in own(options).items()
    )


def _values(info: FieldInfo) -> str:
    extra = info.json_schema_extra
    if isinstance(extra, dict) and extra.get("values"):
        return str(extra["values"])
    kind = _plain(info.annotation)
    if get_origin(kind) is Literal:
        return "|".join(map(str, get_args(kind)))
    return {bool: "", int: "N"}.get(kind, "TEXT") if isinstance(kind, type) else "TEXT"


def _plain(annotation: object) -> object:
    """The type besides None."""
    if get_origin(annotation) in (Union, UnionType):
        return next(kind for kind in get_args(annotation) if kind is not type(None))
    return annotation


def _default(value: object) -> str:
    if value is None or isinstance(value, bool | tuple):
        return ""
    return str(value)


def choice(default: Any, help: str, values: str = "") -> Any:
    """A field of options: its default, what it is for, and what it takes on the command line."""
    return Field(default=default, description=help, json_schema_extra={"values": values})


def chosen(options: type[Chosen], target: str, suffix: str, values: Mapping[str, object]) -> Chosen:
    """The options of `target` with these values. Raises InvalidOption."""
    known = own(options)
    for name in values:
        if name not in known:
            raise InvalidOption(target, name, _unknown(name, list(known)))
    try:
        return options.model_validate({**values, "suffix": suffix})
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        place = str(first["loc"][0]) if first["loc"] else ""
        why = str(first["msg"]).removeprefix("Value error, ")
        raise InvalidOption(target, place, why) from error


def _unknown(name: str, known: list[str]) -> str:
    close = get_close_matches(name, known, n=1)
    hint = f" (did you mean {close[0]}?)" if close else ""
    return f"no such option{hint}; known: {', '.join(known) or 'none'}"

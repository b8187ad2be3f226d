"""The base of every model: frozen data that refuses unknown fields."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any, dataclass_transform

from pydantic import BaseModel, Field, GetJsonSchemaHandler

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

_SECTION = re.compile(r"^(Attributes|Examples):$", re.MULTILINE)
_ATTRIBUTE = re.compile(r"^    (\w+): (.*(?:\n {5,}.*)*)", re.MULTILINE)


class _Signature:
    """A class's fields as its signature: Pydantic has it only once the class is in use."""

    def __get__(self, instance: object, owner: type[BaseModel]) -> inspect.Signature:
        owner.model_rebuild()  # puts the true one in the place of this
        return inspect.signature(owner)


if TYPE_CHECKING:
    _Listed = BaseModel
else:

    class _Listing(type(BaseModel)):
        """Lists a class's own names alone: Pydantic's would bury them in `help`."""

        def __dir__(cls) -> Iterator[str]:
            hidden = set(dir(BaseModel)) - {"model_copy"}
            return (name for name in super().__dir__() if name[0] != "_" and name not in hidden)

    class _Listed(BaseModel, metaclass=_Listing):
        def __init_subclass__(cls, **kwargs: object) -> None:
            super().__init_subclass__(**kwargs)
            cls.__signature__ = _Signature()


class Described:
    """The schema of an enumeration says what its docstring begins with, without the examples."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler(core_schema)
        _shorten(handler.resolve_ref_schema(schema))
        return schema


# So that type checkers refuse assignments too: Pydantic's configuration tells them nothing.
@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
class Frozen(_Listed, frozen=True, extra="forbid", defer_build=True):
    """Immutable data; a changed copy comes from `model_copy(update=…)`."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The schema with what the docstring says of each field."""
        schema = handler(core_schema)
        inner = handler.resolve_ref_schema(schema)
        _shorten(inner)
        properties: dict[str, Any] = inner.get("properties", {})
        for name, told in described(cls).items():
            if name in properties:
                properties[name].setdefault("description", told)
        return schema


def _shorten(schema: JsonSchemaValue) -> None:
    if "description" in schema:
        schema["description"] = _SECTION.split(schema["description"])[0].strip()


def described(model: type) -> dict[str, str]:
    """What the docstrings of a class and its bases say of each field, by its name."""
    told: dict[str, str] = {}
    own = [base for base in model.__mro__ if base not in BaseModel.__mro__]
    for base in reversed(own):
        _, _, attributes = inspect.cleandoc(base.__doc__ or "").partition("\nAttributes:\n")
        listed = _SECTION.split(attributes)[0]
        told |= {name: " ".join(text.split()) for name, text in _ATTRIBUTE.findall(listed)}
    return told

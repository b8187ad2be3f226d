"""An item as a form in YAML that a person fills in, and what a filled form says.

Every value is text, as in a form on paper: 1804 is no number here, and no "no" is false.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from quizlib.errors import InvalidEdit, QuizlibError, printable
from quizlib.items import interaction
from quizlib.model import Choice, ExtendedText, Item, Match, Order, TextEntry
from quizlib.model.item import edited

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: Fields that hold one text; the others that can be changed hold several.
TEXTS = ("stem", "context", "explanation")
#: All that can be changed, in the order of the form.
EDITABLE = ("stem", "context", "prompts", "key", "distractors", "explanation", "tags")
#: Line ends of YAML 1.1 beside the usual ones.
_RARE_BREAKS = "\x85\u2028\u2029"

Value = str | tuple[str, ...]


def fields(item: Item) -> tuple[str, ...]:
    """The fields of `item` that can be changed; all where it does not fit its kind."""
    try:
        how = interaction(item)
    except QuizlibError:
        return EDITABLE
    match how:
        case TextEntry() | ExtendedText() | Order():
            unused = {"prompts", "distractors"}
        case Choice():
            unused = {"prompts"}
        case Match():
            unused = set()
        case _:
            assert_never(how)
    return tuple(name for name in EDITABLE if name not in unused or getattr(item, name))


def form(item: Item, remarks: Iterable[str] = ()) -> str:
    """The form of `item`, with `remarks` above it, one a line."""
    import yaml

    values = {name: getattr(item, name) for name in fields(item)}
    plain = {name: v if isinstance(v, str) else list(v) for name, v in values.items()}
    rare = any(mark in text for value in plain.values() for text in value for mark in _RARE_BREAKS)
    body = yaml.safe_dump(
        plain,
        allow_unicode=True,
        sort_keys=False,
        width=80,
        default_style='"' if rare else None,  # which alone keeps them
    )
    head = "".join(f"# {printable(' '.join(remark.split()))}\n" for remark in remarks)
    return head + body


def filled(text: str) -> dict[str, Value]:
    """What a filled form says, by field; nothing for an empty one.

    Raises InvalidEdit, with the line, for what is no form or has a field of another name.
    """
    import yaml

    try:
        data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but text
    except (yaml.YAMLError, RecursionError) as error:
        raise InvalidEdit(_told(error)) from error
    if not data:
        return {}
    if not isinstance(data, dict):
        raise InvalidEdit("it is no form: each field begins with its name and a colon")
    return {str(name): _value(str(name), value) for name, value in data.items()}


def _told(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    why = getattr(error, "problem", None) or "it cannot be read"
    return f"line {mark.line + 1} of the form: {why}" if mark else f"the form: {why}"


def _value(name: str, value: object) -> Value:
    if name not in EDITABLE:
        raise InvalidEdit(f"{name!r} is no field that can be changed: {', '.join(EDITABLE)}")
    if name in TEXTS:
        if not isinstance(value, str):
            raise InvalidEdit(f"{name} is one text")
        return value
    entries = [value] if isinstance(value, str) else value
    if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
        raise InvalidEdit(f"{name} is a list of texts, each on a line that begins with a dash")
    return tuple(entries)


def mended(item: Item, changes: Mapping[str, Value]) -> Item:
    """`item` with `changes`, edited by a person; itself where they change nothing.

    Raises InvalidEdit when what comes of it could not be asked.
    """
    values = {name: _clean(value) for name, value in changes.items()}
    new: dict[str, Any] = {n: v for n, v in values.items() if v != _clean(getattr(item, n))}
    if not new:
        return item
    made = edited(item, {**new}).model_copy(update={"note": ""})
    if not made.stem:
        raise InvalidEdit("an item needs a stem")
    if not made.key:
        raise InvalidEdit("an item needs a key")
    try:
        interaction(made)
    except QuizlibError as error:
        raise InvalidEdit(str(error)) from error
    return made


def _clean(value: Value) -> Value:
    """Without blanks at the ends, empty entries, and halves of characters."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode().strip()
    return tuple(str(_clean(entry)) for entry in value if entry.strip())

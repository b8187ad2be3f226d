"""Banks from their files: what is damaged is told with its place, and never touched."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from pydantic import ValidationError

from quizlib.errors import BankNotFound, DamagedBank, NewerBank
from quizlib.garbage import everything_kept
from quizlib.model import FORMAT, Bank

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Sequence

    from quizlib.model import DocumentRecord, Item

#: Keys and indices that lead from the top of a JSON text to one of its values.
JsonPath = tuple[str | int, ...]

#: A line that every bank has which is saved here.
_FORMAT_LINE = f'\n "format": {FORMAT},\n'.encode()
#: A key that is not counted.
_APART = re.compile(rb'"\s+:')

#: Pydantic's error types that are said shorter here; the others speak for themselves.
SAID = {
    "missing": "is missing",
    "extra_forbidden": "is no field of a bank",
    "too_short": "has too few entries",
    "tuple_type": "should be a list",
}


def load(path: str | os.PathLike[str]) -> Bank:
    """The bank in the file at `path`.

    Raises BankNotFound; NewerBank when a later quizlib wrote it; DamagedBank, with
    line and column where they are known, when the file holds no usable bank.

    Examples:
        >>> import quizlib
        >>> quizlib.load("salt.json").title
        'Salt Works'
        >>> quizlib.load("pepper.json")
        Traceback (most recent call last):
        quizlib.errors.BankNotFound: pepper.json: no such bank; ...
    """
    data = _content(path)
    with everything_kept():
        return _saved_here(data) or _Text(path, _decoded_text(path, data)).bank()


def _saved_here(data: bytes) -> Bank | None:
    """The bank in a file as `Bank.save` lays it out, in half the time; None for any other.

    What has anything to be told of is left to the one who tells it, a key that is given twice
    among it: then the fields of the bank are fewer than the keys of the text. Those are counted
    where the colon follows them at once; within a text of JSON a quotation mark has a backslash.
    """
    if _FORMAT_LINE not in data or _APART.search(data):
        return None
    try:
        bank = Bank.model_validate_json(data)
    except ValidationError:
        return None
    fields = _fields(bank)
    keys = data.count(b'":')  # never fewer than the fields; as many: there is none of the others
    if keys != fields and keys - data.count(b'\\":') != fields:
        return None
    return bank if _unique(bank.items, bank.documents) else None


def _fields(bank: Bank) -> int:
    """How many fields the file of `bank` gives; -1 with an imported deck, which has other keys."""
    if bank.package is not None:
        return -1
    makers = [maker for maker in (bank.generator, bank.model) if maker]
    models = (bank, *makers, *bank.documents, *bank.items)
    quotes = (quote for item in bank.items for quote in item.evidence)
    return sum(len(model.model_fields_set) for group in (models, quotes) for model in group)


def _unique(*groups: Sequence[Item | DocumentRecord]) -> bool:
    return all(len({one.id for one in group}) == len(group) for group in groups)


def _content(path: str | os.PathLike[str]) -> bytes:
    try:
        if Path(path).exists() and not (Path(path).is_file() or Path(path).is_dir()):
            raise DamagedBank(path, "it is a device, not a file")
        return Path(path).read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BankNotFound(path) from error
    except IsADirectoryError as error:
        raise DamagedBank(path, "it is a folder") from error
    except OSError as error:
        raise DamagedBank(path, error.strerror or str(error)) from error
    except ValueError as error:  # a path that no file can have, as one with a NUL in it
        raise BankNotFound(path) from error


def _decoded_text(path: str | os.PathLike[str], data: bytes) -> str:
    """The text of a file, which must be UTF-8; a byte order mark is passed over."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _line_and_column(data[: error.start].decode("utf-8", "replace"))
        raise DamagedBank(path, "it is not UTF-8 text", line, column) from error


class _NotOurJson(Exception):
    """JSON that Python reads and a bank may not hold."""


class _Text:
    """The text of a bank on its way to being one; every refusal names its place."""

    def __init__(self, path: str | os.PathLike[str], text: str) -> None:
        self.path = path
        self.text = text

    def bank(self) -> Bank:
        data = self._parsed()
        if not isinstance(data, dict):
            self._refuse("it is no JSON object")
        self._check_format(data)
        try:
            bank = Bank.model_validate(data)
        except ValidationError as error:
            self._refuse_fields(error)
        self._check_ids("items", (item.id for item in bank.items))
        self._check_ids("documents", (document.id for document in bank.documents))
        return bank

    def _parsed(self) -> Any:
        if not self.text.strip():
            self._refuse("the file is empty")
        try:
            return _decoded(self.text)
        except json.JSONDecodeError as error:
            why = f"{error.msg[0].lower()}{error.msg[1:]}"
            raise DamagedBank(self.path, why, error.lineno, error.colno) from error
        except RecursionError:
            self._refuse("it is nested too deeply")
        except UnicodeEncodeError:  # half of a surrogate pair, which no file can hold
            self._refuse("it has an escape that stands for no character")
        except _NotOurJson as error:
            self._refuse(str(error))
        except ValueError:  # Python reads no number of more than 4300 digits
            self._refuse("it has a number of too many digits")

    def _check_format(self, data: dict[str, Any]) -> None:
        """Before anything else: a later format may have changed everything else."""
        found = data.get("format")
        if type(found) is not int or found < 1:
            self._refuse('"format" is missing or no number', ("format",))
        if found > FORMAT:
            raise NewerBank(self.path, found, FORMAT)

    def _check_ids(self, field: str, ids: Iterable[str]) -> None:
        listed = list(ids)
        repeated = [id for id, count in Counter(listed).items() if count > 1]
        if repeated:
            second = listed.index(repeated[0], listed.index(repeated[0]) + 1)
            where: JsonPath = (field, second, "id")
            self._refuse(f"{_shown(where)}: {repeated[0]!r} is used twice", where)

    def _refuse_fields(self, error: ValidationError) -> NoReturn:
        from quizlib.contents import BANK, contents

        held = contents(self.text.encode())
        if held not in {BANK, ""}:
            self._refuse(f"it is {held}")
        found = error.errors(include_url=False)
        first = found[0]
        why = SAID.get(first["type"], f"{first['msg'][0].lower()}{first['msg'][1:]}")
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        self._refuse(f"{_shown(first['loc'])}: {why}{more}", first["loc"])

    def _refuse(self, why: str, where: JsonPath | None = None) -> NoReturn:
        """Raise DamagedBank, placed at the value that the path leads to."""
        start = 0 if where is None else _offset(self.text, where)
        line, column = (0, 0) if where is None else _line_and_column(self.text[:start])
        raise DamagedBank(self.path, why, line, column) from None


def _decoded(text: str) -> Any:
    """The data in a JSON text, stricter than Python's reading of it."""
    data = json.loads(text, object_pairs_hook=_without_repeats, parse_constant=_no_constant)
    if "\\ud" in text or "\\uD" in text:
        json.dumps(data, ensure_ascii=False).encode("utf-8")
    return data


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object's pairs; a key given twice would lose what stands under the first."""
    made = dict(pairs)
    if len(made) < len(pairs):
        repeated = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise _NotOurJson(f"the key {repeated!r} is given twice in one object")
    return made


def _no_constant(name: str) -> NoReturn:
    raise _NotOurJson(f"{name} is no number of JSON")


def _shown(where: JsonPath) -> str:
    """A path as people write it: items[3].stem."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in where)
    return "".join(parts).lstrip(".") or "bank"


def _line_and_column(before: str) -> tuple[int, int]:
    """Line and column, from 1, of the character that follows `before`."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _offset(text: str, where: JsonPath) -> int:
    """Where the value at the path starts in the valid JSON `text`.

    A path that leads to nothing (a field that is missing) ends at its last holder.
    """
    position = _value_start(text, 0)
    for part in where:
        found = next((start for key, start in _members(text, position) if key == part), None)
        if found is None:
            break
        position = found
    return position


def _members(text: str, opening: int) -> Iterable[tuple[str | int, int]]:
    """Key or index, and start, of every value in the object or list that opens there."""
    if text[opening] not in "{[":
        return
    decode = json.JSONDecoder().raw_decode
    position, index = _value_start(text, opening + 1), 0
    while text[position] not in "}]":
        key: str | int = index
        if text[opening] == "{":
            key, position = decode(text, position)
            position = _value_start(text, position)
        yield key, position
        position = _value_start(text, decode(text, position)[1])
        index += 1


def _value_start(text: str, position: int) -> int:
    """The next character from `position` that is neither white space nor a separator."""
    while position < len(text) and text[position] in " \t\n\r,:":
        position += 1
    return position

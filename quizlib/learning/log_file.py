"""The log as a text file, one JSON object a line (https://jsonlines.org), to keep and to merge."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from quizlib.contents import contents
from quizlib.errors import DamagedLog, NewerLog
from quizlib.learning.entries import ENTRY, to_json
from quizlib.learning.page_results import read_results, reviews
from quizlib.model import Problem, ProblemCode, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizlib.learning.entries import Entry

FORMAT = 1


DAMAGED_ENTRY = ProblemCode(
    name="damaged-entry",
    severity=Severity.ERROR,
    message="no entry of a log, left out: {why}",
    cause="A line of the file was cut or changed; all other lines were read.",
    cure="Export the log again where it came from, and import that: what is known already counts"
    " once.",
    example={"where": "laptop.jsonl, line 3", "why": "id: Field required"},
)


def written(entries: Iterable[Entry]) -> str:
    """The file of `entries` in the order in which they happened: alike for alike logs."""
    head = json.dumps({"format": FORMAT, "type": "log"}, separators=(",", ":"))
    ordered = sorted(entries, key=lambda entry: (entry.at, entry.id))
    return "".join(f"{line}\n" for line in (head, *map(to_json, ordered)))


def read_log(data: bytes, name: str) -> tuple[list[Entry], list[Problem]]:
    """The entries in a file, and what is wrong with lines that hold none.

    Files put together, one after the other, are read as one. The results of a web page are
    read too. `name` is the file's in what is told. Raises DamagedLog for a file that is no
    log, NewerLog.
    """
    answered = read_results(data, name)
    if answered is not None:
        return list(reviews(answered)), []
    entries: list[Entry] = []
    problems: list[Problem] = []
    begun = False
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        head = _head(line, name)
        if not (begun or head):
            raise DamagedLog(name, _why(data))
        begun = True
        if head:
            continue
        try:
            entries.append(ENTRY.validate_json(line))
        except ValidationError as error:
            problems.append(_problem(f"{name}, line {number}", error))
    if not begun:
        raise DamagedLog(name, "it is empty")
    return entries, problems


def _why(data: bytes) -> str:
    found = contents(data)
    if found:
        return f"it is {found}"
    return 'it does not begin with a line such as {"format":1,"type":"log"}'


def _head(line: bytes, name: str) -> bool:
    """Whether the line is a head. Raises NewerLog."""
    if b'"log"' not in line:
        return False
    try:
        head = json.loads(line)
    except (ValueError, RecursionError):
        return False
    if not isinstance(head, dict) or head.get("type") != "log":
        return False
    found = head.get("format")
    if type(found) is not int or found < 1:
        return False
    if found > FORMAT:
        raise NewerLog(name, found, FORMAT)
    return True


def _problem(where: str, error: ValidationError) -> Problem:
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    place = ".".join(str(part) for part in first["loc"][1:])
    why = f"{place}: {first['msg']}" if place else first["msg"]
    return DAMAGED_ENTRY.at(where, why=why)


def schema() -> dict[str, Any]:
    """The JSON Schema of a line."""
    entry = ENTRY.json_schema()
    definitions = entry.pop("$defs")
    for definition in definitions.values():
        if "type" in definition.get("properties", {}):
            definition["required"] = sorted({*definition["required"], "type"})
    definitions["Head"] = {
        "description": "The first line: what follows is a log of this format.",
        "type": "object",
        "properties": {"type": {"const": "log"}, "format": {"const": FORMAT}},
        "required": ["format", "type"],
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"a line of a quizlib log, format {FORMAT}",
        "oneOf": [{"$ref": "#/$defs/Head"}, *entry["oneOf"]],
        "$defs": definitions,
    }

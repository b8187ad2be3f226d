"""What a file of quizlib's holds, so that who was given the wrong one can say which it is."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os

BANK = "a bank"
FORM_MAP = "the map of a sheet's forms"
LOG = "a learner's log"
RESULTS = "results of quizzes"
SCORES = "the scores of worksheets"

#: A field that no other file has -> what has it.
FIELDS = {"forms": FORM_MAP, "sittings": RESULTS, "results": SCORES, "items": BANK}
#: How they begin, laid out as quizlib lays them out.
BEGINNINGS = (b'{\n "documents"', b'{\n "format"', b'{\n "type"', b'{"format":')


def written_here(path: str | os.PathLike[str]) -> bool:
    """Whether the file begins as those do that quizlib writes; nothing more of it is read."""
    with suppress(OSError), Path(path).open("rb") as file:
        return file.read(16).startswith(BEGINNINGS)
    return False


def contents(data: bytes) -> str:
    """What the file holds, as a phrase; "" for what quizlib does not write as JSON."""
    text = data.decode("utf-8-sig", "replace").strip()
    for part in (text, text.partition("\n")[0]):  # of a log, the first line
        with suppress(ValueError, RecursionError):
            return _named(json.loads(part))
    return ""


def _named(told: object) -> str:
    if not isinstance(told, dict) or "format" not in told:
        return ""
    if told.get("type") == "log":
        return LOG
    return next((name for field, name in FIELDS.items() if field in told), "")

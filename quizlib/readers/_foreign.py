"""Lists of questions in formats of learning platforms, which are imported, not read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.errors import UnreadableSource
from quizlib.model import ProblemCode, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.model import Document, Problem

#: A group of answers as GIFT has it, behind the words that ask.
_GIFT = re.compile(
    r"\A(?:\s*//.*\n)*\s*(?:::[^\n]{0,200}?::|\$CATEGORY:|\[(?:html|moodle|markdown|plain)\][^\n]{0,2000}\{)"
    r"|(?:^|[\s?.!:)\"'”*_])\{\s*(?:(?:T|F|TRUE|FALSE)\s*(?:#[^}]{0,2000})?\}"
    r"|#[\s=]*-?\d[^}]{0,2000}\}|[=~][^{}]{1,2000}\})"
)
#: As much of a text tells whether it is such a list, in characters.
_HEAD = 4096
#: An option with its letter, and the line that tells the right one.
OPTION = re.compile(r"([A-Za-z])[.)][ \t]+(\S.*)")
ANSWER = re.compile(r"ANSWER[ \t]*:[ \t]*([A-Z](?:[ \t]*[,;][ \t]*[A-Z])*)\b[.)]?", re.IGNORECASE)
#: So many lines may stand above the first option of a list.
_ABOVE = 4


LETTERED = ProblemCode(
    name="lettered-options",
    severity=Severity.WARNING,
    message="options as A. B. C. with their answer below are not understood in a document: mark"
    " them with - [x] and - [ ], or keep such questions in a .txt file for quizlib import",
    cause="A document has multiple choice in a form that is not known from running text.",
    cure="As the message says: docs/formats/markdown.md shows the marks, docs/formats/aiken.md the"
    " file of questions.",
    example={"where": "geography.md, line 9"},
)


def refuse(document: Document) -> None:
    """Raise UnreadableSource for a plain text that is a list of questions of another program,
    or XML.
    """
    if document.format != "text":
        return
    if document.text.startswith("<?xml"):
        raise UnreadableSource(document.name, "is XML, which is not read")
    sort = "GIFT" if is_gift(document.text) else "Aiken" if is_aiken(document.text) else ""
    if sort:
        why = f"holds questions in the format {sort}; quizlib import makes a bank of them"
        raise UnreadableSource(document.name, why)


def problems(document: Document) -> Iterator[Problem]:
    """What of the document is questions that no reader understands."""
    if document.format != "html" and (line := lettered(document.text)[0]):
        yield LETTERED.at(f"{document.name}, line {line}")


def is_gift(text: str) -> bool:
    """Whether the text has, near its beginning, a question as Moodle's GIFT writes them."""
    return _GIFT.search(text[:_HEAD]) is not None


def is_aiken(text: str) -> bool:
    """Whether the text begins with a question in the Aiken format."""
    return 0 <= lettered(text, among=_ABOVE)[1] <= _ABOVE


def lettered(text: str, among: int | None = None) -> tuple[int, int]:
    """Where the first lettered options with their answer begin: their line, from 1, and how
    many lines that are not blank stand above; (0, -1) where there are none.

    With `among`, options further down are not looked for.
    """
    run: list[tuple[int, int]] = []
    above = 0
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not line:
            continue
        if OPTION.fullmatch(line):
            run.append((number, above))
        elif len(run) > 1 and ANSWER.fullmatch(line):
            return run[0]
        else:
            run = []
        above += 1
        if among is not None and not run and above > among:
            break
    return 0, -1

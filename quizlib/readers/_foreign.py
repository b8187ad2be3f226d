"""Lists of questions in formats of learning platforms, which are imported, not read."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from quizlib.errors import UnreadableSource
from quizlib.model import BlockKind, ProblemCode, Severity

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
#: So many characters before an option are looked at for its letter.
_NEAR = 40
#: So many lines may stand above the first option of a list.
_ABOVE = 4


LETTERED = ProblemCode(
    name="lettered-options",
    severity=Severity.WARNING,
    message="the options A, B … make no question: it takes the question right above them, and right"
    " below them a line such as Answer: B",
    cause="A document has multiple choice in which nothing names the right option, or above which"
    " no question stands.",
    cure="Add the line, or mark the options with - [x] and - [ ]: docs/formats/markdown.md has both"
    " forms.",
    example={"where": "geography.md, line 9"},
)
#: What stands before the words of a lettered option, marks of the format among it.
_LETTER = re.compile(r"\b[A-Za-z][.)][^\w\r\n]*\Z")
_OPTIONS = frozenset({BlockKind.ANSWER, BlockKind.DISTRACTOR})


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
    """What of the document is questions that cannot be asked as they stand."""
    for line in sorted({*_unnamed(document), *_unread(document)}):
        yield LETTERED.at(f"{document.name}, line {line}")


def _unnamed(document: Document) -> Iterator[int]:
    """The lines of the first options of questions that name no right one."""
    for number, block in enumerate(document.blocks):
        if block.kind is not BlockKind.QUESTION:
            continue
        below = list(takewhile(lambda one: one.kind in _OPTIONS, document.blocks[number + 1 :]))
        kinds = {one.kind for one in below}
        start = below[0].start if below else 0
        if kinds == {BlockKind.DISTRACTOR} and _LETTER.search(
            document.text[max(0, start - _NEAR) : start]
        ):
            yield document.line(start)


def _unread(document: Document) -> Iterator[int]:
    """The lines where options begin that have their answer, and are no options of a question."""
    if document.format == "html":
        return
    read = {document.line(one.start) for one in document.blocks if one.kind in _OPTIONS}
    for first, last, _ in _runs(document.text):
        if not read & {*range(first, last + 1)}:
            yield first


def is_gift(text: str) -> bool:
    """Whether the text has, near its beginning, a question as Moodle's GIFT writes them."""
    return _GIFT.search(text[:_HEAD]) is not None


def is_aiken(text: str) -> bool:
    """Whether the text begins with a question in the Aiken format."""
    return any(above <= _ABOVE for _, _, above in islice(_runs(text, among=_ABOVE), 1))


def _runs(text: str, among: int | None = None) -> Iterator[tuple[int, int, int]]:
    """Where lettered options with their answer below them begin and end: their lines, from 1, and
    how many lines that are not blank stand above.

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
        else:
            if len(run) > 1 and ANSWER.fullmatch(line):
                yield run[0][0], number, run[0][1]
            run = []
        above += 1
        if among is not None and not run and above > among:
            break

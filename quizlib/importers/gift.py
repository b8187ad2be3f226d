"""GIFT: Moodle's plain text for questions of most kinds.

Source: https://docs.moodle.org/en/GIFT_format; where that is silent, how Moodle 3.5 reads it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from quizlib.exporters._view import clean
from quizlib.importers._gift import ESCAPED, LostQuestion, Noted, plain, question
from quizlib.importers._questions import Written, bank_of, beginning, decoded
from quizlib.model import ProblemCode, Severity
from quizlib.readers._foreign import is_gift
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quizlib.importers import Imported
    from quizlib.model import Problem

_ESCAPE = re.compile(r"\\([~=#{}:n\\])")
_CATEGORY = re.compile(r"\$CATEGORY:\s*(.*)")
#: What a comment tells of the next question: [id:…] and [tag:…], "]" written as "\]".
_TOLD = re.compile(r"\[(id|tag):((?:\\.|[^\]\\])*)\]")
#: Levels of categories that every course has.
_NO_CATEGORY = re.compile(r"\$\w+\$|top|", re.IGNORECASE)


class Gift:
    summary = "GIFT, Moodle's plain text for questions: {=right ~wrong}, {T}, {#4}"
    suffixes = (".gift", ".txt")

    def claims(self, head: bytes) -> bool:
        return is_gift(beginning(head))

    def read(self, path: Path, *, history: bool = False) -> Imported:
        from quizlib.importers._decks import Origin

        reading = _Reading(path.name)
        questions = reading.questions(clean(decoded(path)))
        return bank_of(questions, Origin(path, "gift"), reading.problems())


TAKEN_SIMPLER = ProblemCode(
    name="taken-simpler",
    severity=Severity.NOTE,
    message="{count} taken without {what} (first: line {line})",
    cause="A file of another program tells more of a question than quizlib grades by.",
    cure="Look at these questions with `quizlib show`, and mend them with `quizlib review`.",
    example={
        "where": "week-3.gift",
        "count": "2 questions",
        "what": "points for answers that are right in part",
        "line": 7,
    },
)


class _Block(NamedTuple):
    """Lines up to a blank one, without comments; what these tell of it."""

    line: int
    text: str
    id: str
    tags: tuple[str, ...]


class _Reading:
    """A file as it is read, and what there is to say of it."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._noted: dict[str, list[int]] = {}

    def questions(self, text: str) -> Iterator[Written]:
        category = ""
        for block in _blocks(text):
            body = block.text
            if found := _CATEGORY.match(body):
                category = _category(found[1])
                body = body[found.end() :].strip()
            if body:
                yield self._question(block, body, category)

    def _question(self, block: _Block, body: str, category: str) -> Written:
        noted = Noted()
        try:
            asked = question(_ESCAPE.sub(lambda found: ESCAPED[found[1]], body), noted)
        except LostQuestion as error:
            return Written(block.line, lost=str(error))
        for what in noted:
            self._noted.setdefault(what, []).append(block.line)
        tags = tuple(filter(None, (*block.tags, category)))
        return asked._replace(line=block.line, id=block.id, tags=tags)

    def problems(self) -> Iterator[Problem]:
        for what, lines in self._noted.items():
            count = counted(len(lines), "question")
            yield TAKEN_SIMPLER.at(self._name, count=count, what=what, line=lines[0])


def _blocks(text: str) -> Iterator[_Block]:
    lines: list[str] = []
    told: list[tuple[str, str]] = []
    begin = 0
    for number, raw in enumerate([*text.split("\n"), ""], 1):
        line = raw.strip()
        if line.startswith("//"):
            told += [(what, re.sub(r"\\(.)", r"\1", value)) for what, value in _TOLD.findall(line)]
        elif line:
            begin = begin if lines else number
            lines.append(line)
        elif lines:
            ids = [value for what, value in told if what == "id"]
            tags = tuple(value for what, value in told if what == "tag")
            yield _Block(begin, "\n".join(lines), next(iter(ids), ""), tags)
            lines, told = [], []


def _category(path: str) -> str:
    """The names of a category, without the levels that every course has."""
    levels = [level.strip() for level in plain(path).split("/")]
    return "/".join(level for level in levels if not _NO_CATEGORY.fullmatch(level))


importer = Gift()

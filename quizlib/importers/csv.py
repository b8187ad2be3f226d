"""Tables of questions, CSV or TSV, whose first line names the columns; quizlib's own too.

Source of the layout: RFC 4180, with any of four separators.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from quizlib.errors import UnreadableDeck
from quizlib.importers._columns import Row, Table, asks
from quizlib.importers._questions import TRUTH, Written, bank_of, beginning, decoded
from quizlib.items import kinds
from quizlib.model import ProblemCode, Severity, Status
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from quizlib.importers import Imported
    from quizlib.model import Problem

#: What people call kinds -> the kind, "" where the answer tells which.
KINDS = {
    "multiplechoice": "choice",
    "singlechoice": "choice",
    "mcq": "choice",
    "mc": "choice",
    "multipleselect": "multiple_response",
    "checkbox": "multiple_response",
    "truefalse": "true_false",
    "tf": "true_false",
    "fillintheblank": "cloze",
    "numerical": "short_answer",
    "essay": "flashcard",
    "open": "flashcard",
    "basic": "",
    "match": "matching",
    "order": "ordering",
    "sequence": "ordering",
}
#: What stands between the two sides of a pair.
_PAIR = re.compile(r" — | -> | => ")
#: An option's letter or number, as an answer names it.
_NAMED = re.compile(r"(?:option|choice|answer)?\s*(?:([a-j])|([1-9]|10))[.)]?", re.IGNORECASE)
#: More documents than the first, as a source line tells them.
_MORE = re.compile(r" \(and \d+ more\)$")


class Csv:
    summary = "a table, CSV or TSV, whose first line names columns such as question and answer"
    suffixes = (".csv", ".tsv")

    def claims(self, head: bytes) -> bool:
        return asks(beginning(head))

    def read(self, path: Path, *, history: bool = False) -> Imported:
        from quizlib.importers._decks import Origin

        reading = _Reading(path, decoded(path))
        return bank_of(reading.questions(), Origin(path, "csv"), reading.problems())


COLUMN_LEFT_OUT = ProblemCode(
    name="column-left-out",
    severity=Severity.WARNING,
    message="{count} left out, no column of a question: {names}",
    cause="The table has columns under names that are not known, or two for the same thing.",
    cure="Nothing, if they are of no use here. Else rename them, as docs/formats/csv.md has it.",
    example={"where": "biology.csv", "count": "2 columns", "names": "author, week"},
)
ALL_WRONG = ProblemCode(
    name="options-taken-as-wrong",
    severity=Severity.NOTE,
    message="{count} with an answer that is none of the options: these were taken as wrong ones"
    " (first: line {line})",
    cause="The columns of options hold the wrong ones alone; or an answer is misspelt there.",
    cure="Nothing, if the options are the wrong ones. Else write the answer as its option is"
    " written, or by the option's letter or number.",
    example={"where": "biology.csv", "count": "3 questions", "line": 2},
)
UNKNOWN_VALUE = ProblemCode(
    name="value-left-out",
    severity=Severity.NOTE,
    message="{count} of {what} {value!r}, which is not known: left out (first: line {line})",
    cause="A table says of a question what quizlib has no word for.",
    cure="Nothing: the kind then follows from the answer. Or write one of the kinds, or of the"
    " statuses, that docs/formats/csv.md lists.",
    example={
        "where": "biology.csv",
        "count": "2 questions",
        "what": "kind",
        "value": "hotspot",
        "line": 5,
    },
)


class _Reading:
    """A table as it is read, and what there is to say of it."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._table = Table(text)
        self._all_wrong: list[int] = []
        self._unknown: dict[tuple[str, str], list[int]] = {}

    def questions(self) -> Iterator[Written]:
        """Raises UnreadableDeck."""
        if "key" not in self._table.taken:
            raise UnreadableDeck(self._path, "no column has the answers: name it answer")
        line = 1
        try:
            for row in self._table:
                line = row.line
                yield self._question(row)
        except csv.Error as error:
            why = f"the row at line {line} or the next is damaged, most often by a quotation mark"
            raise UnreadableDeck(self._path, f"{why}: {error}") from error

    def _question(self, row: Row) -> Written:
        if row.longer:
            return Written(row.line, lost="it has more cells than there are columns")
        kind = self._kind(row)
        prompts, answers = self._pairs(row, kind)
        options = self._entries(row, "options", "\n|;,")
        key = self._key(row, kind, answers, options)
        wrong = [each for each in options if each not in key]
        if options and len(wrong) == len(options) and kind != "matching":
            self._all_wrong.append(row.line)
        return Written(
            line=row.line,
            stem=row.text("stem"),
            key=(*key, *self._entries(row, "accepted", "\n|;")),
            kind=kind,
            distractors=(*self._entries(row, "distractors", "\n|;"), *wrong),
            prompts=prompts,
            explanation=self._explanation(row),
            context=row.text("context"),
            tags=tuple(self._entries(row, "tags", "\n|;,") + self._entries(row, "section", "")),
            id=row.text("id"),
            source=_MORE.sub("", row.text("source")) or row.text("document").partition("\n")[0],
            status=self._status(row),
        )

    def _entries(self, row: Row, field: str, separators: str) -> list[str]:
        """The entries of the field's cells; in a file of ours each is on a line of its own."""
        found: list[str] = []
        for cell in row.cells.get(field, []):
            used = "\n" if self._table.own else separators
            separator = next((each for each in used if each in cell), None)
            parts = cell.split(separator) if separator else [cell]
            found += parts if self._table.own else [part.strip() for part in parts]
        return [entry for entry in found if entry]

    def _pairs(self, row: Row, kind: str) -> tuple[tuple[str, ...], list[str]]:
        """The left sides, and what belongs to each; without left sides all answers."""
        answers = self._entries(row, "key", "\n|;" if kind == "ordering" else "\n|")
        if kind != "matching":
            return (), answers
        left = self._entries(row, "prompts", "\n|;")
        if not left:
            sides = [_PAIR.split(answer, maxsplit=1) for answer in answers]
            if any(len(pair) < 2 for pair in sides):
                return (), answers
            return tuple(pair[0] for pair in sides), [pair[1] for pair in sides]
        right = [
            answer.removeprefix(f"{side} — ") for side, answer in zip(left, answers, strict=False)
        ]
        return tuple(left), [*right, *answers[len(left) :]]

    def _key(
        self, row: Row, kind: str, answers: list[str], options: Sequence[str]
    ) -> tuple[str, ...]:
        """The answers; an option is named by its words, its letter or its number."""
        if not options or kind in ("matching", "ordering") or self._table.own:
            return tuple(answers)
        for separators in ("", "\n|", ";", ","):
            named = [_option(part, options) for part in self._entries(row, "key", separators)]
            if named and None not in named:
                return tuple(dict.fromkeys(each for each in named if each))
        return tuple(answers)

    def _explanation(self, row: Row) -> str:
        """What explains the key; of a file of ours else the words of the source."""
        told = "\n".join(filter(None, row.cells.get("explanation", [])))
        quotes = self._entries(row, "quote", "\n")
        if not told or not quotes:
            return told or " ".join(quotes)
        return "\n".join([told, *(f"“{words}”" for words in quotes)])

    def _kind(self, row: Row) -> str:
        given = row.text("kind")
        plain = re.sub(r"[\W_]+", "", given.casefold())
        if given in kinds or not given:
            return given
        known = {name.replace("_", ""): name for name in kinds.names()} | KINDS
        if plain not in known:
            self._unknown.setdefault(("kind", given), []).append(row.line)
        return known.get(plain, "")

    def _status(self, row: Row) -> str:
        given = row.text("status")
        if not given or given in set(Status):
            return given
        self._unknown.setdefault(("status", given), []).append(row.line)
        return ""

    def problems(self) -> Iterator[Problem]:
        name = self._path.name
        if unknown := list(self._table.unknown):
            count = counted(len(unknown), "column")
            yield COLUMN_LEFT_OUT.at(name, count=count, names=", ".join(unknown))
        if lines := self._all_wrong:
            count = counted(len(lines), "question")
            yield ALL_WRONG.at(name, count=count, line=lines[0])
        for (what, value), lines in self._unknown.items():
            count = counted(len(lines), "question")
            yield UNKNOWN_VALUE.at(name, count=count, what=what, value=value[:40], line=lines[0])


def _option(answer: str, options: Sequence[str]) -> str | None:
    """The option that an answer names, None for none."""
    if answer in options:
        return answer
    folded = [option.casefold() for option in options]
    if answer.casefold() in folded:
        return options[folded.index(answer.casefold())]
    if TRUTH.get(answer.casefold()) in options:
        return TRUTH[answer.casefold()]
    named = _NAMED.fullmatch(answer)
    if named is None or any(_alike(answer, option) for option in options):
        return None
    place = ord(named[1].lower()) - ord("a") if named[1] else int(named[2]) - 1
    return options[place] if place < len(options) else None


def _alike(name: str, option: str) -> bool:
    """Whether an option's own words could be taken for its letter, or its number."""
    own = _NAMED.fullmatch(option)
    return own is not None and (own[1] is None) == name.rstrip(".)")[-1:].isdigit()


importer = Csv()

"""Aiken: multiple choice in plain text, with lettered options and a line that names the right one.

Source: https://docs.moodle.org/en/Aiken_format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.importers._questions import Written, bank_of, beginning, decoded
from quizlib.readers._foreign import ANSWER, OPTION, is_aiken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quizlib.importers import Imported


class Aiken:
    summary = "Aiken: a question, its options as A. B. C., and a line such as ANSWER: B"
    suffixes = (".txt",)

    def claims(self, head: bytes) -> bool:
        return is_aiken(beginning(head))

    def read(self, path: Path, *, history: bool = False) -> Imported:
        from quizlib.importers._decks import Origin

        return bank_of(_questions(decoded(path)), Origin(path, "aiken"))


def _questions(text: str) -> Iterator[Written]:
    asked = _Asked()
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if line:
            asked.begin = asked.begin or number
        if option := OPTION.fullmatch(line):
            asked.options.append((option[1].upper(), option[2]))
        elif asked.options and (answer := ANSWER.fullmatch(line)):
            yield asked.answered(set(answer[1].upper()))
            asked = _Asked()
        elif not line:
            asked.parted = bool(asked.lines)
        else:
            if asked.options or asked.parted:
                yield asked.unanswered()
                asked = _Asked(number)
            asked.lines.append(line)
    if asked.lines or asked.options:
        yield asked.unanswered()


class _Asked:
    """A question as far as it is read; `parted` says that a blank line stands below its words."""

    def __init__(self, begin: int = 0) -> None:
        self.begin = begin
        self.lines: list[str] = []
        self.options: list[tuple[str, str]] = []
        self.parted = False

    def answered(self, letters: set[str]) -> Written:
        """The question; `letters` has the right ones, and what parts them."""
        named = letters & set("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        if not named <= {letter for letter, _ in self.options}:
            return self._lost("its line ANSWER: names no option of it")
        if len(self.options) < 2:
            return self._lost("it has but one option")
        return Written(
            line=self.begin,
            stem=" ".join(self.lines),
            key=tuple(option for letter, option in self.options if letter in named),
            distractors=tuple(option for letter, option in self.options if letter not in named),
        )

    def unanswered(self) -> Written:
        why = "it has no line ANSWER: below its options" if self.options else "it has no options"
        return self._lost(why)

    def _lost(self, why: str) -> Written:
        return Written(line=self.begin, lost=why)


importer = Aiken()

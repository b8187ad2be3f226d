"""Anki's cloze marks: `{{c1::words}}`, `{{c1::words::hint}}`, also one inside another."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizlib.model import GAP

_MARK = re.compile(r"(\{\{c[\d,]+::|\}\})")
_DEEPEST = 20
_NUMBERS = re.compile(r"\d+")


class Gapped(NamedTuple):
    """A text with the gaps of one number open, and what belongs into them, in order."""

    text: str
    answers: tuple[str, ...]


class _Open(NamedTuple):
    """A mark that has not been closed yet; `parts` is what has come of it so far."""

    opening: str
    asked: bool
    parts: list[str]


def gapped(text: str, number: int) -> Gapped:
    """`text` as its card for the gaps `number` (from 1) asks; other marks give their words.

    A gap inside a gap that is asked for is told with it. A mark that is never closed is text,
    and so is one inside more marks than anybody nests.
    """
    answers: list[str] = []
    stack = [_Open("", asked=False, parts=[])]
    for piece in _MARK.split(text):
        if len(stack) <= _DEEPEST and piece.startswith("{{c") and _MARK.fullmatch(piece):
            numbers = {int(found) for found in _NUMBERS.findall(piece[:100])}
            stack.append(_Open(piece, number in numbers, []))
        elif piece == "}}" and len(stack) > 1:
            closed = stack.pop()
            inside = any(open.asked for open in stack)
            stack[-1].parts.append(_closed(closed, answers, inside=inside))
        else:
            stack[-1].parts.append(piece)
    return Gapped("".join(f"{open.opening}{''.join(open.parts)}" for open in stack), tuple(answers))


def revealed(text: str) -> str:
    """`text` with every mark replaced by its words."""
    return gapped(text, 0).text


def _closed(mark: _Open, answers: list[str], *, inside: bool) -> str:
    words, _, hint = "".join(mark.parts).partition("::")
    if not mark.asked or inside:
        return words
    answers.append(words.strip())
    return f"{GAP} ({hint.strip()})" if hint.strip() else GAP

"""Lettered options: a question, below it `A) …`, `B) …`, and a line that names the right one.

The lines of it follow each other, blank ones apart. Each option has the next letter of the
alphabet, and goes on up to the next one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from quizlib.model import BlockKind
from quizlib.readers import _shapes
from quizlib.readers._entries import question_mark
from quizlib.readers._marked import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: What a first option has, whatever marks of the format stand about it.
_FIRST = re.compile(r"\b[Aa][.)]")
_LETTER = re.compile(r"\(?([A-Za-z])[.)][ \t]+(?=\S)")
#: The same where a reader has taken it for a list mark, and left it out.
_LEFT_OUT = re.compile(r"(?:\A|[\r\n])[ \t]*\(?([A-Za-z])[.)][ \t]+\Z")
_LONGEST_MARK = 40  # characters, blanks before it among them
_NAMED = re.compile(
    r"(?:(?:correct|right)[ \t]+)?answers?[ \t]*:[ \t]*"
    r"([a-z](?:(?:[ \t]*[,;&][ \t]*|[ \t]+and[ \t]+)[a-z])*)(?:[.)](?:[ \t].*)?)?",
    re.IGNORECASE,
)
_APART = re.compile(r"[ \t]*[,;&][ \t]*|[ \t]+and[ \t]+", re.IGNORECASE)
_TOLD = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ENTRY})
_LONGEST = 60  # words of a question


class _Line(NamedTuple):
    """A line that is not blank: its part, and where in it the line stands.

    Where it has a `letter`, its words begin at `words`, behind that.
    """

    part: int
    begin: int
    words: int
    end: int
    letter: str
    text: str


class _Piece(NamedTuple):
    """What a stretch of a part is, from `begin` to `end`; None for nothing.

    Its words begin at `words`.
    """

    part: int
    begin: int
    words: int
    end: int
    kind: BlockKind | None


def lettered(parts: Sequence[Part], source: str) -> Iterator[Part]:
    """The parts, with lettered options and the questions above them as such.

    The line that names the right ones is left out. Where none does, capital letters below what
    is certainly a question are options too, none of them right, so that it is not asked.
    """
    if _FIRST.search(source) is None:
        yield from parts
        return
    lines = [line for number, part in enumerate(parts) for line in _lines(number, part, source)]
    pieces: dict[int, list[_Piece]] = defaultdict(list)
    at = free = 0  # the line looked at, and the first one that is no part of a question before
    while at < len(lines):
        options = _options(lines, at)
        found = _question(parts, lines, free, options) if options else []
        for piece in found:
            pieces[piece.part].append(piece)
        at = (options[-1] if options else at) + 1
        if found:
            free = at + (found[-1].kind is None)
    for number, part in enumerate(parts):
        yield from _parted(part, pieces.get(number, ()))


def letter_before(source: str, start: int) -> str:
    """The letter that marks what stands from `start`, "" for none."""
    found = _LEFT_OUT.search(source[max(0, start - _LONGEST_MARK) : start])
    return found[1] if found else ""


def _lines(number: int, part: Part, source: str) -> Iterator[_Line]:
    text = part.text.text
    for place, (start, end) in enumerate(part.text.line_spans()):
        found = _LETTER.match(text, start, end) if part.kind in _TOLD else None
        letter = found[1] if found else ""
        if not letter and place == 0 and part.kind is BlockKind.LIST_ENTRY:
            letter = letter_before(source, part.text.stretches[0].start)
        words = found.end() if found else start
        yield _Line(number, start, words, end, letter, text[words:end])


def _options(lines: Sequence[_Line], at: int) -> list[int]:
    """The lines with the letters of the options that begin at line `at`; two at least."""
    found = [at]
    if lines[at].letter not in {"A", "a"}:
        return []
    for place in range(at + 1, len(lines)):
        line = lines[place]
        if line.letter == chr(ord(lines[found[-1]].letter) + 1):
            found.append(place)
        elif line.letter or line.part != lines[place - 1].part or _NAMED.fullmatch(line.text):
            break
    return found if len(found) > 1 else []


def _naming(lines: Sequence[_Line], last: int) -> int:
    """The line that names the right options, below line `last` with the last one; 0 for none."""
    for place in range(last + 1, len(lines)):
        line = lines[place]
        if _NAMED.fullmatch(line.text):
            return place if line.part - lines[last].part <= 1 else 0
        if line.letter or line.part != lines[last].part:
            break
    return 0


def _question(
    parts: Sequence[Part], lines: Sequence[_Line], free: int, options: Sequence[int]
) -> list[_Piece]:
    """The question and its options; none where it is no question, or is not to be told."""
    asked = _stem(parts, lines, free, options[0])
    if asked is None:
        return []
    stem, certain = asked
    naming = _naming(lines, options[-1])
    named = _NAMED.fullmatch(lines[naming].text) if naming else None
    right = {letter.upper() for letter in _APART.split(named[1])} if named else set()
    letters = [lines[place].letter.upper() for place in options]
    if not right or not right <= {*letters}:
        if not certain or lines[options[0]].letter.islower():
            return []
        right, naming = set(), 0
    found = [stem]
    for (place, following), letter in zip(
        pairwise([*options, naming or options[-1] + 1]), letters, strict=True
    ):
        kind = BlockKind.ANSWER if letter in right else BlockKind.DISTRACTOR
        found.append(_stretch(lines, place, following - 1, kind))
    return [*found, _stretch(lines, naming, naming, None)] if naming else found


def _stem(
    parts: Sequence[Part], lines: Sequence[_Line], free: int, first: int
) -> tuple[_Piece, bool] | None:
    """What stands right above the line `first`, and whether it certainly asks.

    It is the lines above in the same part, from one that begins with `Q:` on; or else all of the
    part above.
    """
    if first <= free:
        return None
    number = lines[first - 1].part
    part = parts[number]
    begin = first - 1
    while begin > free and lines[begin - 1].part == number and not question_mark(lines[begin].text):
        begin -= 1
    own = lines[begin:first]
    mark = question_mark(own[0].text)
    words, end = own[0].begin + mark, own[-1].end
    text = part.text.text[words:end]
    asks = bool(mark) or _shapes.ends_asking(text)
    if part.kind not in _TOLD and not (part.kind is BlockKind.HEADING and asks):
        return None
    if len(text.split()) > _LONGEST or own[0].letter:
        return None
    return _Piece(number, own[0].begin, words, end, BlockKind.QUESTION), asks


def _stretch(lines: Sequence[_Line], first: int, last: int, kind: BlockKind | None) -> _Piece:
    """From one line to another of the same part, or to the last one of that part."""
    line = lines[first]
    end = max(one.end for one in lines[first : last + 1] if one.part == line.part)
    return _Piece(line.part, line.begin, line.words, end, kind)


def _parted(part: Part, pieces: Sequence[_Piece]) -> Iterator[Part]:
    """The pieces of a part, and what is left of it around them."""
    at = 0
    for piece in pieces:
        if part.text.text[at : piece.begin].strip():
            yield part._replace(text=part.text.cut(at, piece.begin))
        if piece.kind is not None:
            yield Part(piece.kind, part.text.cut(piece.words, piece.end))
        at = piece.end
    if part.text.text[at:].strip():
        yield part._replace(text=part.text.cut(at))

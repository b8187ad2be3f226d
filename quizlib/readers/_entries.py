"""What authors mark by hand: `Q:`, `A:` and `C:` lines, and the entries of a glossary."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from quizlib.model import BlockKind
from quizlib.readers import _shapes
from quizlib.readers._marked import Marked, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MARK = re.compile(
    r"(?:(?P<question>(?:Q|Question)\s?\d*\s?[.:)])|(?P<answer>(?:A|Answer)\s?\d*\s?[.:])"
    r"|(?P<cloze>(?:C|Cloze)\s?\d*\s?:))\s+(?=\S)"
)
#: An answer on the line of its question: behind the mark that ends it, or as a whole word.
_INLINE = re.compile(
    r"(?:(?:(?<=[?.!…])|(?<=[?.!…][\"'”’)]))[ \t]+A|[ \t]+Answer)\s?\d*\s?:[ \t]+(?=\S)"
)
_GAP = re.compile(r"\[[^\[\]]*\w[^\[\]]*\]")
_SHORT = 200  # no heading has so many characters
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ENTRY})


def begins_entry(line: str) -> bool:
    """Whether `line` begins with a mark such as `Q:`."""
    return _MARK.match(line) is not None


def question_mark(line: str) -> int:
    """The length of the mark `Q:` that `line` begins with, 0 for none."""
    found = _MARK.match(line)
    return found.end() if found and found["question"] else 0


def marked(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, with those of `Q:`, `A:` and `C:` lines as what they say they are.

    An `A:` counts only below a question or behind it on its line, a `C:` only with a gap in
    [brackets]: any other is a line of text. Where no answer has a mark, what stands below a
    question answers it.
    """
    read = _asked(list(parts))
    bare = not any(_answer_marked(line) for part in read for line in part.text.text.splitlines())
    last, asked, below = BlockKind.HEADING, False, False
    for part in read:
        for piece in _split(part, last) if part.kind in _RUNNING else (part,):
            opens = asked and piece.kind == BlockKind.PARAGRAPH
            below = bare and (opens or (below and piece.kind in _RUNNING))
            yield piece._replace(kind=BlockKind.ANSWER) if below else piece
            asked = piece is not part and piece.kind == BlockKind.QUESTION
            last = piece.kind


def _asked(parts: list[Part]) -> list[Part]:
    """The parts, where a question without a mark that a marked answer follows is one."""
    read = []
    for part, following in zip_longest(parts, parts[1:]):
        bare = part.kind in (*_RUNNING, BlockKind.HEADING) and not begins_entry(part.words)
        if bare and following and _opens_answer(following) and _shapes.asks(part.words):
            text = part.text.cut(_shapes.number(part.text.text))
            level = part.level if part.kind == BlockKind.HEADING else 0
            read.append(Part(BlockKind.QUESTION, text, level))
        else:
            read.append(part)
    return read


def _opens_answer(part: Part) -> bool:
    found = _MARK.match(part.text.text.lstrip()) if part.kind in _RUNNING else None
    return bool(found and found["answer"])


def _answer_marked(line: str) -> bool:
    found = _MARK.match(line.lstrip())
    return bool(_INLINE.search(line) or (found and found["answer"]))


def _split(part: Part, last: BlockKind) -> Iterator[Part]:
    """`part`, parted before each of its lines that begins with a mark."""
    begin, kind = 0, part.kind
    for start, end in part.text.line_spans():
        found = _mark(part.text.text[start:end], kind if begin else last)
        if found is not None:
            if start > begin:
                yield part._replace(kind=kind, text=part.text.cut(begin, start))
            kind, begin = found[0], start + found[1]
        asked = kind == BlockKind.QUESTION
        inline = _INLINE.search(part.text.text, max(begin, start), end) if asked else None
        if inline is not None:
            yield Part(kind, part.text.cut(begin, inline.start()))
            kind, begin = BlockKind.ANSWER, inline.end()
    level = part.level if kind == part.kind else 0
    yield Part(kind, part.text.cut(begin), level)


def _mark(line: str, last: BlockKind) -> tuple[BlockKind, int] | None:
    """What a line is by its mark, and where the words after the mark begin."""
    indent = len(line) - len(line.lstrip())
    found = _MARK.match(line, indent)
    if found is None:
        return None
    if found["question"]:
        return BlockKind.QUESTION, found.end()
    if found["answer"]:
        return (BlockKind.ANSWER, found.end()) if last == BlockKind.QUESTION else None
    return (BlockKind.CLOZE, found.end()) if _GAP.search(line) else None


def defined(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, with entries `Term: definition` below a heading for such as both.

    A paragraph of nothing but such a heading's words is one.
    """
    level, depth = 0, 0  # of the heading last seen; of the glossary that is open, 0: none
    for found in parts:
        heads = found.kind == BlockKind.PARAGRAPH and _is_glossary(found)
        part = Part(BlockKind.HEADING, found.text, min(level + 1, 6)) if heads else found
        if part.kind == BlockKind.HEADING:
            level = part.level
            depth = level if _is_glossary(part) else depth * (level > depth)
        if depth and part.kind in _RUNNING:
            yield from _definitions(part)
        else:
            yield part


def _is_glossary(part: Part) -> bool:
    return len(part.text.text) < _SHORT and _shapes.heads_glossary(part.words)


def _definitions(part: Part) -> Iterator[Part]:
    lines = [part.text.cut(*span) for span in part.text.line_spans()]
    if not all(_is_definition(line) for line in lines):
        lines = [part.text]
    for line in lines:
        span = _shapes.definition(line.text) if _is_definition(line) else None
        if span is None:
            yield part
        else:
            yield Part(BlockKind.TERM, line.cut(0, span[0]))
            yield Part(BlockKind.DEFINITION, line.cut(span[1]))


def _is_definition(line: Marked) -> bool:
    return _shapes.definition(line.text) is not None and not _shapes.closes(line.text.lstrip())

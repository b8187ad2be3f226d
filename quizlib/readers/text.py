"""Plain text: headings, paragraphs, lists and questions, told by their shape alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.model import BlockKind, Document
from quizlib.readers import _shapes
from quizlib.readers._blocks import Source, document
from quizlib.readers._decode import decode
from quizlib.readers._lines import Group, Line, groups, heads_group, pieces, wrap_width
from quizlib.readers._marked import Marked, Part
from quizlib.readers._metadata import front_matter

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOP = 4  # groups in which lines about the document itself are looked for


class TextReader:
    summary = "plain text"
    suffixes = (".txt", ".text")

    def read(self, data: bytes, name: str) -> Document:
        """The document in `data`. Raises UnreadableSource."""
        text = decode(data, name)
        known, begin = front_matter(text)
        return document(Source(data, name, "text", text), _parts(text, begin), known)


reader = TextReader()


def _parts(text: str, begin: int) -> Iterator[Part]:
    found = list(groups(text, begin))
    width = wrap_width(found)
    indents: list[int] = []  # of the open list entries, outermost first
    for index, group in enumerate(found):
        if group.underline or _heads(found, index):
            level = group.underline or (1 if index == 0 else 2)
            yield _part(text, BlockKind.HEADING, group.lines, level)
            indents.clear()
            continue
        at = 0
        for lines in pieces(group.lines, width, top=index < _TOP):
            headed = len(lines) == 1 and heads_group(group.lines, at, top=index < _TOP)
            if lines[0].bullet and not headed:
                yield _part(text, BlockKind.LIST_ENTRY, lines, _level(indents, lines[0].indent))
            else:
                indents.clear()
                kind = BlockKind.HEADING if headed else BlockKind.PARAGRAPH
                yield _part(text, kind, lines, (1 if index == at == 0 else 2) if headed else 0)
            at += len(lines)


def _part(text: str, kind: BlockKind, lines: list[Line], level: int) -> Part:
    start, end = lines[0].start + lines[0].bullet, lines[-1].end
    return Part(kind, Marked.plain(text[start:end], start), level)


def _level(indents: list[int], indent: int) -> int:
    """The level of a list entry, which is put among the open ones. One blank is no level."""
    while indents and indent < indents[-1] - 1:
        indents.pop()
    if not indents or indent > indents[-1] + 1:
        indents.append(indent)
    return len(indents)


def _heads(found: list[Group], index: int) -> bool:
    """Whether a group is one line that heads what follows."""
    following = found[index + 1 : index + 2]
    if len(found[index].lines) > 1 or not following:
        return False
    line = found[index].lines[0].text
    if _shapes.shouted(line):
        return True
    if _shapes.numbered(line):
        named = _shapes.heading(line[_shapes.bullet(line) :])
        return named and not following[0].lines[0].bullet
    if _shapes.bullet(line):
        return False
    if _shapes.heads_glossary(line) or _shapes.heading(line):
        return True
    return index == 0 and _asks_in_title(found)


def _asks_in_title(found: list[Group]) -> bool:
    """Whether the question at the top is the title of an article, not one of many."""
    others = [group for group in found[1:] if not group.underline]
    return (
        _shapes.asks(found[0].lines[0].text)
        and len(others) >= 3
        and not any(_shapes.ends_asking(line.text) for group in others for line in group.lines)
    )

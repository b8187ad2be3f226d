"""The lines of a plain text, and which of them belong together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from quizlib.readers import _shapes
from quizlib.readers._entries import begins_entry
from quizlib.readers._metadata import said

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG = 120  # longer lines are not wrapped by hand: each holds a whole paragraph
_LINE = re.compile(r"([^\S\r\n]*)((?:[^\r\n]*[^\s])?)[^\S\r\n]*(?:\r\n|\r|\n|\Z)")
_UNDERLINE = re.compile(r"(={3,}|-{3,}|~{3,})")
_TAB = 8
_TOP = 8  # so many lines at most can stand above the first paragraph
_TITLES = 4  # so many lines at most make the title of a leaflet
_TIGHT = 0.85  # a line that fills so much of the width was ended by the wrapping


class Line(NamedTuple):
    """A line that is not blank; `start` and `end` leave out the blanks around it."""

    text: str
    start: int
    end: int
    indent: int

    @property
    def bullet(self) -> int:
        """The length of the list mark that it begins with."""
        return _shapes.bullet(self.text)


class Group(NamedTuple):
    """Lines with nothing between them; `underline` is the level of an underlined heading."""

    lines: list[Line]
    underline: int = 0


def groups(text: str, begin: int) -> Iterator[Group]:
    """The groups of lines from `begin` on, parted by blank lines and by separators."""
    lines: list[Line] = []
    for found in _LINE.finditer(text, begin):
        line = Line(found[2], *found.span(2), len(found[1].expandtabs(_TAB)))
        if line.text and not _shapes.rule(line.text):
            lines.append(line)
            continue
        level = _underlines(line.text, lines)
        if level:
            heading = lines.pop()
        if lines:
            yield Group(lines)
        if level:
            yield Group([heading], level)
        lines = []
    if lines:
        yield Group(lines)


def _underlines(rule: str, lines: list[Line]) -> int:
    """The level of the heading that `rule` makes of the last line, 0 if it makes none."""
    if not lines or not _UNDERLINE.fullmatch(rule):
        return 0
    line = lines[-1].text
    words = line[lines[-1].bullet :] if _shapes.numbered(line) else line
    if _shapes.bullet(words) or not (_shapes.heading(words) or _shapes.asks(words)):
        return 0
    return 1 if rule.startswith("=") else 2


def wrap_width(found: list[Group]) -> int:
    """The width to which the text was wrapped by hand, 0 if it was not."""
    pairs = [pair for group in found for pair in zip(group.lines, group.lines[1:], strict=False)]
    prose = [a for a, b in pairs if len(a.text) <= LONG and not b.bullet]
    wrapped = [a for a in prose if len(a.text) >= 40 and not _shapes.ends_sentence(a.text)]
    if len(wrapped) * 4 < len(prose) or not wrapped:
        return 0
    return max(len(line.text) + line.indent for line in wrapped)


def pieces(lines: list[Line], width: int, top: bool) -> Iterator[list[Line]]:
    """The lines of a group, parted where a paragraph, heading or list entry begins.

    `top` says that lines about the document itself may be among them.
    """
    piece: list[Line] = []
    for index, line in enumerate(lines):
        if piece and _begins(piece, lines, index, width, top and index < _TOP):
            yield piece
            piece = []
        piece.append(line)
    if piece:
        yield piece


def _begins(piece: list[Line], lines: list[Line], index: int, width: int, top: bool) -> bool:
    """Whether the line at `index` begins anew after the lines of `piece`."""
    line, last = lines[index], lines[index - 1]
    ended = _shapes.ends_sentence(last.text) or last.text.endswith(":")
    if heads_group(lines, index, top) or heads_group(lines, index - 1, top):
        return True
    if line.bullet:
        listed = any(one.bullet for one in lines[index + 1 : index + 2])
        return piece[0].bullet > 0 or ended or listed
    if begins_entry(line.text) or (top and (said(line.text) or said(last.text))):
        return True
    if piece[0].bullet:
        return ended and line.indent <= piece[0].indent and not line.text[0].islower()
    return _is_ended(last, line, width)


def heads_group(lines: list[Line], index: int, top: bool) -> bool:
    """Whether the line at `index` heads the lines below it, with no blank line between.

    It does when a whole paragraph or, at the top, a line about the document follows, or
    when the document begins with the same words twice. A line in capitals does anywhere,
    and at the top the short lines below it do: "CITY OF HOLM", "Ballots: common questions".
    """
    line, after = lines[index].text, lines[index + 1 : index + 2]
    if _shapes.shouted(line) and after and not _shapes.shouted(after[0].text):
        return True
    if top and 0 < index < _TITLES and _shapes.shouted(lines[0].text) and len(line) <= LONG:
        return _shapes.heading(line) or _shapes.asks(line)
    if top and index < 2 and [one.text for one in lines[:3]].count(line) == 2:
        return _shapes.heading(line) or _shapes.asks(line)
    if not after or lines[index].bullet:
        return False
    if _shapes.heads_glossary(line):
        return True
    if len(after[0].text) <= LONG and not (top and said(after[0].text)):
        return False
    before = lines[max(index - 1, 0) : index]
    return _shapes.heading(line) and all(_shapes.ends_sentence(one.text) for one in before)


def _is_ended(last: Line, line: Line, width: int) -> bool:
    """Whether a paragraph ends with `last`: its sentence does, and wrapping did not end it."""
    if not _shapes.ends_sentence(last.text):
        return False
    if not width or len(last.text) > LONG:
        return True
    filled = len(last.text) + last.indent + 1 + len(line.text.split(maxsplit=1)[0])
    return filled <= _TIGHT * width

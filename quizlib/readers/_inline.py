"""Markdown inside a line of text: marks stripped, the words mapped onto the original.

A scanner of its own, because a Markdown parser's inline tokens do not say where in the
source they stand. It follows CommonMark 0.31 (https://spec.commonmark.org/0.31.2/) in
which characters are marks, and simplifies one thing: emphasis is paired mark by mark,
without regard to what crosses what, since only the marks themselves matter here.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TOKEN = re.compile(
    r"""(?=[\\`&<!\[\]*_~])(?:  # all marks begin so; to see it first is quicker
    \\(?P<escaped>[!-/:-@\[-`{-~])
    |(?P<hard>\\(?=\r|\n))
    |(?P<code>`+)
    |(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    |(?P<comment><!--(?:(?!-->|<!--).)*-->)
    |<(?P<link>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>
    |(?P<tag></?[A-Za-z][^<>]*>|<[?!][^<>]*>)
    |(?P<note>\[\^[^\[\]\s]+\])
    |(?P<open>!?\[)
    |(?P<close>\])
    |(?P<emphasis>\*+|_+|(?<!~)~~(?!~)))""",
    re.VERBOSE | re.DOTALL,
)
_TARGET = re.compile(
    r"""\(\s*(?:<[^<>\n]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)
    (?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)""",
    re.VERBOSE,
)
_LABEL = re.compile(r"\[([^\[\]]{0,999})\]")
_LONGEST_LABEL = 1000  # CommonMark 0.31, 4.7


def pieces(text: str, defined: Callable[[str], bool]) -> Iterator[tuple[str, int, int]]:
    """The readable pieces of `text`: (what is read, start, end in `text`).

    `defined` says whether a reference link's label is defined in the document. Images
    and notes are left out.
    """
    scanner = _Scanner(text, defined)
    scanner.scan()
    position = 0
    for start, end, read in sorted(scanner.replaced):
        if start < position:
            continue  # inside an image, or anything else that is left out as a whole
        if position < start:
            yield text[position:start], position, start
        if read:
            yield read, start, end
        position = end
    if position < len(text):
        yield text[position:], position, len(text)


class _Scanner:
    """Finds what is to be left out of one text, or read as something else."""

    def __init__(self, text: str, defined: Callable[[str], bool]) -> None:
        self.text = text
        self.defined = defined
        self.replaced: list[tuple[int, int, str]] = []  # start, end, what is read instead
        self.brackets: list[tuple[int, bool]] = []  # open ones: start, whether of an image
        self.openers: dict[str, list[tuple[int, int]]] = {"*": [], "_": [], "~": []}
        self.ticks: dict[int, list[int]] = {}
        for found in re.finditer("`+", text):
            self.ticks.setdefault(len(found[0]), []).append(found.start())

    def scan(self) -> None:
        """Fill `replaced`."""
        position = 0
        while found := _TOKEN.search(self.text, position):
            position = found.end()
            match found.lastgroup:
                case "escaped" | "hard":
                    self._leave_out(found.start(), found.start() + 1)
                case "code":
                    position = self._code(*found.span())
                case "entity":
                    self.replaced.append((*found.span(), html.unescape(found[0])))
                case "link":
                    self._leave_out(found.start(), found.start() + 1)
                    self._leave_out(found.end() - 1, found.end())
                case "tag" if found[0][:3].lower() == "<br":
                    self.replaced.append((*found.span(), "\n"))
                case "comment" | "tag" | "note":
                    self._leave_out(*found.span())
                case "open":
                    self.brackets.append((found.start(), len(found[0]) == 2))
                case "close":
                    position = self._close(found.start())
                case _:
                    self._emphasis(*found.span())

    def _leave_out(self, start: int, end: int) -> None:
        self.replaced.append((start, end, ""))

    def _code(self, start: int, end: int) -> int:
        """Strip the marks of a code span, if it is closed; return where to go on."""
        places = self.ticks.get(end - start, [])
        following = bisect_left(places, end)
        if following == len(places):
            return end
        close = places[following]
        self._leave_out(start, end)
        self._leave_out(close, close + end - start)
        return close + end - start

    def _close(self, at: int) -> int:
        """Take up the bracket closed at `at`; return where to go on."""
        if not self.brackets:
            return at + 1
        start, image = self.brackets.pop()
        end = self._target_end(start + 1 + image, at)
        if end and image:
            self._leave_out(start, end)
        elif end:
            self._leave_out(start, start + 1)
            self._leave_out(at, end)
        return end or at + 1

    def _target_end(self, start: int, at: int) -> int:
        """Where the link or image ends whose text is between `start` and `at`; 0: it is none."""
        target = _TARGET.match(self.text, at + 1)
        if target:
            return target.end()
        inside = self.text[start:at] if at - start < _LONGEST_LABEL else ""
        label = _LABEL.match(self.text, at + 1)
        if label and self.defined(label[1] or inside):
            return label.end()
        return at + 1 if self.defined(inside) else 0

    def _emphasis(self, start: int, end: int) -> None:
        """Pair a run of marks with those that opened before; keep the rest as openers."""
        opens, closes = self._flanks(start, end)
        openers = self.openers[self.text[start]]
        while closes and openers and start < end:
            first, last = openers.pop()
            count = min(last - first, end - start)
            self._leave_out(last - count, last)
            self._leave_out(start, start + count)
            start += count
            if first < last - count:
                openers.append((first, last - count))
        if opens and start < end:
            openers.append((start, end))

    def _flanks(self, start: int, end: int) -> tuple[bool, bool]:
        """Whether a run of marks can open and can close emphasis: CommonMark 0.31, 6.2."""
        before, after = self.text[start - 1 : start] or " ", self.text[end : end + 1] or " "
        left = not after.isspace() and (not _punctuates(after) or _parts(before))
        right = not before.isspace() and (not _punctuates(before) or _parts(after))
        if self.text[start] == "_":
            return left and (not right or _punctuates(before)), right and (
                not left or _punctuates(after)
            )
        return left, right


def _punctuates(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _parts(character: str) -> bool:
    return character.isspace() or _punctuates(character)

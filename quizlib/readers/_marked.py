"""Readable text that knows where it stands in the original, and the parts made of it.

A reader strips its format's marks and yields parts in the order of the document;
`quizlib.readers._blocks` makes blocks of them, in the same way for every format.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from quizlib.model import Block, BlockKind, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Characters that nobody sees and that may harm a screen: the C0 and C1 controls that
#: are not white space, the soft hyphen, zero-width and directional marks, tags, and the
#: two noncharacters that XML forbids.
_UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
)
#: The joiners are spelling in some scripts and in emoji: they go only where no such
#: character stands before them.
_JOINER = "(?<![\u0300-\u1fff\u2190-\U0010ffff])[\u200c\u200d]"
_NOISE = re.compile(rf"(?:[\s{_UNSEEN}]|{_JOINER}){{2,}}|[{_UNSEEN}]|{_JOINER}")
_BLANK = re.compile(r"\s")
_LINE = re.compile(r"[^\S\n\r]*(\S(?:[^\n\r]*\S)?)")


class Stretch(NamedTuple):
    """`length` readable characters at `at` stand in a row in the original from `start`.

    `width` is given where they stand for another number of characters there.
    """

    at: int
    start: int
    length: int
    width: int = 0

    @property
    def end(self) -> int:
        return self.start + (self.width or self.length)


class Marked(NamedTuple):
    """Readable text, its line breaks still in it; `stretches` map all of it."""

    text: str
    stretches: tuple[Stretch, ...]

    @classmethod
    def plain(cls, text: str, start: int) -> Marked:
        """`text` as it stands in the original from `start`."""
        return cls(text, (Stretch(0, start, len(text)),) if text else ())

    @classmethod
    def joined(cls, pieces: Iterable[Marked]) -> Marked:
        """The pieces one after the other."""
        texts, stretches, length = [], list[Stretch](), 0
        for piece in pieces:
            texts.append(piece.text)
            stretches.extend(one._replace(at=one.at + length) for one in piece.stretches)
            length += len(piece.text)
        return cls("".join(texts), tuple(stretches))

    def read_as(self, text: str) -> Marked:
        """`text`, which stands for all of this."""
        start, end = self.stretches[0].start, self.stretches[-1].end
        return Marked(text, (Stretch(0, start, len(text), end - start),) if text else ())

    def cut(self, start: int, end: int | None = None) -> Marked:
        """The part `text[start:end]`, still mapped."""
        text = self.text[start:end]
        return Marked(text, tuple(_clipped(self.stretches, start, start + len(text), 0)))

    def line_spans(self) -> list[tuple[int, int]]:
        """(start, end) of each line that is not blank, without the blanks around it."""
        return [(found.start(1), found.end(1)) for found in _LINE.finditer(self.text)]

    def folded(self) -> Marked:
        """As a person reads it: white space folded to single blanks, unseen characters gone."""
        if _NOISE.search(self.text) is None and self.text == self.text.strip():
            return Marked(_BLANK.sub(" ", self.text), tuple(_joined(self.stretches)))
        texts: list[str] = []
        stretches: list[Stretch] = []
        length = 0
        for start, end in _kept(self.text):
            texts.append(_BLANK.sub(" ", self.text[start:end]))
            stretches.extend(_clipped(self.stretches, start, end, length))
            length += end - start
        return Marked("".join(texts), tuple(_joined(stretches)))


def _kept(text: str) -> Iterator[tuple[int, int]]:
    """The stretches, as (start, end), that stay when noise and outer blanks are gone."""
    position = len(text) - len(text.lstrip())
    stop = len(text.rstrip())
    blank: re.Match[str] | None = None
    begun = False
    while position < stop:
        noise = _NOISE.search(text, position, stop)
        start, end = noise.span() if noise else (stop, stop)
        if start > position:
            if blank and begun:
                yield blank.span()
            yield position, start
            begun, blank = True, None
        blank = blank or _BLANK.search(text, start, end)
        position = end


def _clipped(stretches: tuple[Stretch, ...], start: int, end: int, at: int) -> Iterator[Stretch]:
    """What lies between `start` and `end`, moved so that `start` comes to stand at `at`."""
    index = max(bisect_right(stretches, start, key=lambda found: found.at) - 1, 0)
    while index < len(stretches) and stretches[index].at < end:
        found = stretches[index]
        left, right = max(found.at, start), min(found.at + found.length, end)
        if left < right:
            skipped = 0 if found.width else left - found.at
            yield Stretch(at + left - start, found.start + skipped, right - left, found.width)
        index += 1


def _joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """The same mapping in as few stretches as possible."""
    last: Stretch | None = None
    for found in stretches:
        if last and not last.width and not found.width and last.end == found.start:
            last = last._replace(length=last.length + found.length)
            continue
        if last:
            yield last
        last = found
    if last:
        yield last


def readable(text: str) -> str:
    """`text` as a person reads it, on one line."""
    return Marked.plain(text, 0).folded().text


class Part(NamedTuple):
    """One part of a document as a reader found it; `level` as in a block."""

    kind: BlockKind
    text: Marked
    level: int = 0

    @property
    def words(self) -> str:
        """The text as a person reads it."""
        return self.text.folded().text

    def block(self) -> Block | None:
        """The part as a block, or None when there is nothing in it to read."""
        text, stretches = self.text.folded()
        if not text:
            return None
        same = len(stretches) == 1 and not stretches[0].width
        return Block(
            kind=self.kind,
            text=text,
            start=stretches[0].start,
            end=stretches[-1].end,
            level=self.level,
            runs=() if same else tuple(Run(**found._asdict()) for found in stretches),
        )

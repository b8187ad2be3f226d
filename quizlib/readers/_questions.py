"""Questions that the author asks and answers: headings and lines that end in "?".

A question inside a paragraph, or one that only leads from one thought to the next,
is left where it stands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from quizlib.model import BlockKind
from quizlib.readers import _shapes
from quizlib.readers._entries import question_mark
from quizlib.readers._marked import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

_FEW = 3
_MANY = 60  # words below a heading: a text, and no answer
_LOWEST = 6  # the level of a heading that was a term
_LONG = 2000  # no question has so many characters, whatever blanks are in it
#: What may stand between a question in bold and its answer: "**Where?** — In Bergen."
_LED = re.compile(r"\s*[:–—-]\s+")
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ENTRY})


class _Asking(NamedTuple):
    """A part, and where the question ends that is all of it or its first line; 0: none."""

    part: Part
    end: int

    @property
    def whole(self) -> bool:
        return self.end == len(self.part.text.text)

    @property
    def is_entry(self) -> bool:
        return self.part.kind == BlockKind.LIST_ENTRY


def answered(parts: list[Part]) -> Iterator[Part]:
    """The parts, with the author's questions and what answers them as such.

    An answered list entry keeps its level, so that a list can be told in an answer.
    """
    read = [_Asking(part, _question_end(part)) for part in _untermed(parts)]
    asked = _asked(read) if read else {}
    left = level = 0
    for index, (part, end) in enumerate(read):
        if index in asked:
            left, level = asked[index], part.level if read[index].is_entry else 0
            yield from _question(part, end)
        elif left and _answers(part, level - 1):
            left -= 1
            yield part._replace(kind=BlockKind.ANSWER)
        else:
            left = 0
            yield part


def _untermed(parts: list[Part]) -> list[Part]:
    """The parts, where terms that ask are headings, and what they mean answers them.

    A list of terms that mostly ask is a page's questions: "Bicycles" among them is no term.
    """
    terms = [part for part in parts if part.kind == BlockKind.TERM]
    asking = [part for part in terms if _shapes.ends_asking(part.words)]
    if not asking:
        return parts
    mostly = 2 * len(asking) > len(terms)
    read, within = list[Part](), False
    for part in parts:
        if part.kind == BlockKind.TERM:
            within = mostly or _shapes.ends_asking(part.words)
            read.append(part._replace(kind=BlockKind.HEADING, level=_LOWEST) if within else part)
        elif part.kind == BlockKind.DEFINITION and within:
            read.append(part._replace(kind=BlockKind.PARAGRAPH))
        else:
            read.append(part)
    return read


def _question(part: Part, end: int) -> Iterator[Part]:
    level = part.level if part.kind == BlockKind.HEADING else 0
    yield Part(BlockKind.QUESTION, part.text.cut(_counted(part), end), level)
    led = _LED.match(part.text.text, end)
    if part.text.text[end:].strip():
        yield Part(BlockKind.ANSWER, part.text.cut(led.end() if led else end))


def _counted(part: Part) -> int:
    """The length of the number or mark that a question begins with: "3.", "Q4."."""
    text = part.text.text
    return _shapes.number(text) or question_mark(text)


def _answers(part: Part, level: int) -> bool:
    """Whether `part` can answer: a paragraph, or an entry below this level of a list."""
    if part.kind == BlockKind.LIST_ENTRY:
        return part.level > level
    return part.kind == BlockKind.PARAGRAPH and not _shapes.closes(part.text.text.lstrip())


def _asked(read: list[_Asking]) -> dict[int, int]:
    """Which parts ask, and how many parts at most answer each."""
    found: dict[int, int] = {}
    headings = [i for i, one in enumerate(read) if one.part.kind == BlockKind.HEADING]
    title = _title(read, headings)
    starts = headings if headings[:1] == [0] else [0, *headings]
    for start, end in zip(starts, [*starts[1:], len(read)], strict=True):
        if start != title and _heading_asks(read, start):
            found[start] = end - start
        found.update(_asked_in(read, start, end))
    return found


def _title(read: list[_Asking], headings: list[int]) -> int | None:
    """The place of the heading that is the document's own, if it has one.

    It is of the first level, opens the document and is above all others; the only one
    heads three parts or many words, or it may be a question with its answer.
    """
    if headings[:1] != [0] or read[0].part.level != 1:
        return None
    if len(headings) == 1:
        words = sum(len(one.part.words.split()) for one in read[1:])
        return 0 if len(read) > _FEW or words > _MANY else None
    return 0 if all(read[i].part.level > 1 for i in headings[1:]) else None


def _heading_asks(read: list[_Asking], index: int) -> bool:
    following = read[index + 1 : index + 2]
    return (
        read[index].part.kind == BlockKind.HEADING
        and read[index].end > 0
        and any(_answers(one.part, 0) for one in following)
    )


def _asked_in(read: list[_Asking], start: int, end: int) -> dict[int, int]:
    """The questions among the lines of a section, and how many parts answer each.

    Two or more make a list of questions with answers. A single one counts when it
    stands alone and asks directly; unless it opens the section, the next part answers it.
    """
    first = start + (read[start].part.kind == BlockKind.HEADING)
    asking = [i for i in range(first, end) if read[i].end]
    found = [i for i in asking if _has_answer(read, i, end)]
    if any(read[i].is_entry for i in set(asking) - set(found)):
        found = [i for i in found if not read[i].is_entry]
    direct = [i for i in found if _shapes.asks_directly(read[i].part.words)]
    if len(direct) > 1:
        return dict.fromkeys(found, end - start)
    alone = [i for i in direct if read[i].whole and not _shapes.points_back(read[i].part.words)]
    return {i: end - start if i == first > start else 1 for i in alone}


def _has_answer(read: list[_Asking], index: int, end: int) -> bool:
    """Whether what answers the question follows: in its own part or in the next."""
    if not read[index].whole:
        return True
    following = read[index + 1 : min(index + 2, end)]
    level = read[index].part.level
    return any(not one.end and _answers(one.part, level) for one in following)


def _question_end(part: Part) -> int:
    if part.kind == BlockKind.HEADING:
        return len(part.text.text) if _shapes.ends_asking(part.words) else 0
    if part.kind not in _RUNNING:
        return 0
    if len(part.text.text) < _LONG and _shapes.asks(part.words):
        return len(part.text.text)
    if (marked := _marked_question(part)) > 0:
        return marked
    spans = part.text.line_spans()
    if len(spans) < 2:
        return 0
    (start, end), (following, _) = spans[:2]
    text = part.text.text
    return end if _shapes.asks(text[start:end]) and not text[following].islower() else 0


def _marked_question(part: Part) -> int:
    """The length of a question that opens the part and is set apart by a mark, as bold; 0: none."""
    if len(part.text.stretches) < 2:
        return 0
    first = part.text.stretches[0]
    asks = first.length < _LONG and _shapes.asks(part.text.text[: first.length])
    return first.length if asks else 0

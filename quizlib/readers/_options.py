"""Options that an author gave: list entries with a box, `[x]` for right and `[ ]` for wrong."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from quizlib.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizlib.readers._marked import Part

#: With or without the blanks that Markdown wants in it and behind it; a link is none.
_BOX = re.compile(r"\[[ \t]*([xX]?)[ \t]*\](?:\s+(?=\S)|(?=[^\s(\[:]))")
_BOXED = frozenset({BlockKind.LIST_ENTRY, BlockKind.ANSWER})


def with_options(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, with boxed entries right below a question as its answers and distractors.

    Where none is wrong, they are a list that answers. All boxes are left out.
    """
    options: set[int] = set()
    for place, part in enumerate(parts):
        if part.kind == BlockKind.QUESTION:
            below = list(takewhile(_box, parts[place + 1 :]))
            if not all(map(_right, below)):
                options.update(range(place + 1, place + 1 + len(below)))
        yield _read(part, option=place in options)


def _read(part: Part, *, option: bool) -> Part:
    box = _box(part)
    if box is None:
        return part
    plain = part._replace(text=part.text.cut(box.end()))
    if not option:
        return plain
    kind = BlockKind.ANSWER if _right(part) else BlockKind.DISTRACTOR
    return plain._replace(kind=kind, level=0)


def _box(part: Part) -> re.Match[str] | None:
    return _BOX.match(part.text.text) if part.kind in _BOXED else None


def _right(part: Part) -> bool:
    box = _box(part)
    return box is not None and box[1] != ""

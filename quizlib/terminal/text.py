"""Text made safe for a terminal, and wrapped by the width that it takes there.

Right-to-left text needs nothing more: each text stands in lines of its own, so that
a terminal that reorders it moves no other.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Invisible, but they join or part the letters of some scripts, and emoji.
JOINERS = "\u200c\u200d"

#: The space at which no line is broken.
TIE = "\u00a0"

#: What stands in for punctuation that an old encoding lacks.
ASCII = str.maketrans(
    {"“": '"', "”": '"', "\u2018": "'", "\u2019": "'", "…": "...", "·": "-", "─": "-", "→": "->"}
    | {"\u2013": "-", "\u2014": "-", TIE: " "}
)


def neutral(text: str) -> str:
    """`text` without anything that a terminal would obey.

    Control characters become visible escapes, white space becomes spaces, invisible
    ones (marks of direction among them) go.
    """
    return "".join(map(_neutral, text))


def _neutral(character: str) -> str:
    if character.isascii() and character.isprintable():
        return character
    if character.isspace():
        return character if character == TIE else " "
    category = unicodedata.category(character)
    if category == "Cf":
        return character if character in JOINERS else ""
    if category in {"Cc", "Cs"}:
        return character.encode("unicode_escape").decode("ascii")
    return character


def folded(text: str) -> str:
    """`text`, neutral, on one line with single spaces; ties stay."""
    return " ".join(word for word in neutral(text).split(" ") if word)


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """`text` in lines of at most `width` columns, `first` before the first line.

    The other lines begin with `rest`, or are indented as deep as `first`. At least
    one line comes back. Words wider than a line are broken.
    """
    from wcwidth import width as columns
    from wcwidth import wrap

    indent = " " * columns(first) if rest is None else rest
    room = max(width, columns(first) + 2)  # a wide character has to fit
    lines = wrap(
        folded(text), room, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False
    )
    return lines or [first]


def side_by_side(left: list[str], right: list[str], gap: int) -> list[str]:
    """Two columns of lines as one, the right one `gap` columns after the widest left line."""
    from wcwidth import ljust
    from wcwidth import width as columns

    at = max(map(columns, left), default=0) + gap
    height = max(len(left), len(right))
    pairs = zip(
        left + [""] * (height - len(left)), right + [""] * (height - len(right)), strict=True
    )
    return [f"{ljust(a, at)}{b}".rstrip() for a, b in pairs]


def shortened(text: str, words: int) -> str:
    """The first `words` words of `text`, with an ellipsis where more were left out."""
    every = text.split()
    return " ".join(every[:words]) + (" …" if len(every) > words else "")


def numbered(texts: Sequence[str]) -> str:
    """A few texts on one line, each behind its number."""
    return "; ".join(f"{number}{TIE}{text}" for number, text in enumerate(texts, 1))


def encodable(text: str, encoding: str) -> str:
    """`text` as `encoding` can hold it: plainer punctuation first, then "?"."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(ASCII).encode(encoding, "replace").decode(encoding)
    return text

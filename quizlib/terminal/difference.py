"""Where a typed answer and the right one differ, to be seen without colour."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from quizlib.terminal.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: Stands where the other text has more.
MISSING = "·"
#: From this similarity on, in [0, 1], a comparison letter by letter helps.
ALIKE = 0.7
#: The longest text compared, in characters: the time grows with its square.
LONGEST = 200


def differences(typed: str, accepted: Iterable[str]) -> tuple[str, str] | None:
    """`typed`, and the nearest of `accepted`, with what differs in [brackets].

    None where they are the same but for case, or have little in common.
    """
    mine = _letters(typed)
    found = [(_matcher(mine, right), right) for words in accepted if (right := _letters(words))]
    fitting = [pair for pair in found if max(len(mine), len(pair[1])) <= LONGEST]
    if not fitting or not mine:
        return None
    matcher, right = max(fitting, key=lambda pair: pair[0].ratio())
    return _marked(mine, right, matcher) if ALIKE <= matcher.ratio() < 1 else None


def _letters(text: str) -> list[str]:
    """What a reader sees as one letter each, with its accents."""
    from wcwidth import iter_graphemes

    return list(iter_graphemes(folded(text)))


def _matcher(mine: list[str], right: list[str]) -> SequenceMatcher[str]:
    a, b = ([letter.casefold() for letter in letters] for letters in (mine, right))
    return SequenceMatcher(a=a, b=b, autojunk=False)


def _marked(
    mine: Sequence[str], right: Sequence[str], matcher: SequenceMatcher[str]
) -> tuple[str, str]:
    first = second = ""
    for tag, start, end, begin, stop in matcher.get_opcodes():
        a, b = "".join(mine[start:end]), "".join(right[begin:stop])
        first += a if tag == "equal" else f"[{a or MISSING}]"
        second += b if tag == "equal" else f"[{b or MISSING}]"
    return first, second

"""Where an answer and the right one differ, to be seen without colour."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from quizlib.grading import movable, recorded
from quizlib.terminal.pages import marks
from quizlib.terminal.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizlib.learning import Presentation

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


def misplaced(typed: str, put: Presentation) -> tuple[str, str] | None:
    """The places that `typed` names, and the right ones, with what differs in [brackets].

    Of an order, "[2] [1] 3" and "[1] [2] 3", or a match, "1b 2[c]" and "1b 2[a]". None where
    no place is named.
    """
    named = dict(zip(put.options, marks(put), strict=False))
    key = movable(put.interaction)
    given = recorded(put.interaction, typed, put.shown)
    mine = [named.get(words or "", MISSING) for words in given]
    right = [named[words] for words in key[: len(mine)]]
    if not mine:
        return None
    pairs = list(zip(mine, right, strict=True))
    return _places(pairs), _places([(b, a) for a, b in pairs])


def _places(pairs: Iterable[tuple[str, str]]) -> str:
    """The first of each pair, in brackets where the second differs; behind a number, letters."""
    told = []
    for number, (mark, other) in enumerate(pairs, 1):
        left = f"{number}" if mark.isalpha() or other.isalpha() else ""
        told.append(f"{left}{mark}" if mark == other else f"{left}[{mark}]")
    return " ".join(told)

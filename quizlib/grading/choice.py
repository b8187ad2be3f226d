"""Choice: one option, or all that are right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.errors import InvalidResponse
from quizlib.grading.feedback import RIGHT, key_line, partly, told, unanswered
from quizlib.grading.positions import begun, positions, said
from quizlib.model import Choice, Score

if TYPE_CHECKING:
    from collections.abc import Sequence


def grade_choice(choice: Choice, response: object, shown: Sequence[int]) -> Score:
    """All or nothing for one right option; for several (right - wrong) / all right.

    The latter, floored at 0, is QTI 3.0's `map_response` with +1/n for each of n
    right options, -1/n for each wrong one and a lower bound of 0.
    """
    picked = chosen(choice, response, shown)
    key = key_line(choice)
    if picked is None:
        return Score(points=0, right=False, feedback=told("Wrong", key, str(response)))
    if not picked:
        return Score(points=0, right=False, feedback=unanswered(key))
    right = frozenset(choice.right)
    if picked == right or (not choice.multiple and len(picked) == 1 and picked < right):
        return Score(points=1, right=True, feedback=RIGHT)
    answer = "; ".join(choice.options[index] for index in sorted(picked))
    hits = len(picked & right)
    points = max(0, hits - len(picked - right)) / max(1, len(right)) if choice.multiple else 0
    if points:
        line = partly(hits, len(right), key, answer, "chosen")
    else:
        line = told("Wrong", key, answer, "chosen")
    return Score(points=points, right=False, feedback=line)


def chosen(choice: Choice, response: object, shown: Sequence[int]) -> frozenset[int] | None:
    """The indices of the options that `response` names; None when it names no option.

    An option's own words come first, then numbers and letters of places shown.
    Raises InvalidResponse for what is no text, number from 1, or list of these.
    """
    match response:
        case bool():
            pass
        case int() if 1 <= response <= len(shown):
            return frozenset({shown[response - 1]})
        case str():
            return _read(choice, response, shown)
        case list() | tuple() | set() | frozenset():
            parts = [chosen(choice, part, shown) for part in response]
            return None if None in parts else frozenset().union(*filter(None, parts))
    raise InvalidResponse(
        response, f"an option's words, its number from 1 to {len(shown)}, its letter, or several"
    )


def _read(choice: Choice, text: str, shown: Sequence[int]) -> frozenset[int] | None:
    if not text.strip():
        return frozenset()
    whole = said(text, choice.options, choice.right)
    if whole is not None:
        return frozenset({whole})
    places = positions(text, len(shown))
    if places and (choice.multiple or len(places) == 1):
        return frozenset(shown[place] for place in places)
    parts = [_words_of_one(choice, part) for part in re.split(r"[,;\n]", text)]
    return None if None in parts else frozenset(part for part in parts if part is not None)


def _words_of_one(choice: Choice, text: str) -> int | None:
    index = said(text, choice.options, choice.right)
    return begun(text, choice.options) if index is None else index

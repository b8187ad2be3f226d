"""Match: for every left side the right side that belongs to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.errors import InvalidResponse
from quizlib.grading.feedback import RIGHT, key_line, partly, told, unanswered
from quizlib.grading.positions import one, position, several
from quizlib.model import Match, Score

if TYPE_CHECKING:
    from collections.abc import Sequence

#: A left side's number and a right side's letter; "?" for none.
PAIR = re.compile(r"([0-9]+)[\s:=.)-]*([a-z?])")


def grade_match(match: Match, response: object, shown: Sequence[int]) -> Score:
    """The share of left sides that were given their right side; equal texts are alike."""
    answer = given(match, response, shown)
    key = key_line(match)
    if answer is None:
        return Score(points=0, right=False, feedback=told("Wrong", key, str(response)))
    if all(index is None for index in answer):
        return Score(points=0, right=False, feedback=unanswered(key))
    total = len(match.left)
    pairs = zip(answer, match.right, strict=False)
    hits = sum(index is not None and match.right[index] == right for index, right in pairs)
    if hits == total:
        return Score(points=1, right=True, feedback=RIGHT)
    line = partly(hits, total, key) if hits else told("Wrong", key)
    return Score(points=hits / total, right=False, feedback=line)


def given(match: Match, response: object, shown: Sequence[int]) -> list[int | None] | None:
    """For the left sides in turn the index of the right side answered, None for none."""
    if isinstance(response, str):
        return _read(match, response, shown)
    if isinstance(response, list | tuple) and len(response) <= len(match.left):
        sides = [one(part, match.right, shown) for part in response]
        if sides.count(None) == response.count(None):  # the rest has named a side each
            return sides
    raise InvalidResponse(
        response,
        f"for each of {len(match.left)} left sides a number from 1 to {len(shown)}, a letter,"
        " a right side's words or None, as list or text",
    )


def _read(match: Match, text: str, shown: Sequence[int]) -> list[int | None] | None:
    plain = text.casefold()
    pairs = PAIR.findall(plain)
    if pairs and not PAIR.sub("", plain).strip(" ,;."):
        return _paired(match, pairs, shown)
    found = several(text, match.right, shown)
    return list(found) if found is not None and len(found) <= len(match.left) else None


def _paired(
    match: Match, pairs: Sequence[tuple[str, str]], shown: Sequence[int]
) -> list[int | None] | None:
    sides: list[int | None] = [None] * len(match.left)
    for number, letter in pairs:
        left, right = position(number, len(match.left)), position(letter, len(shown))
        if left is None or (right is None and letter != "?"):
            return None
        sides[left] = None if right is None else shown[right]
    return sides

"""Reading the numbers and letters by which a learner names what is shown."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from quizlib.grading.wording import tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

MARK = re.compile(r"[0-9]+|[a-z]+")
BETWEEN = re.compile(r"(?:[\s,;.()/&+-]|\band\b)*")


def positions(text: str, count: int) -> list[int] | None:
    """The places, from 0, named in `text`; None when it holds anything else.

    Digits count from 1, letters from "a": "2 1 3", "b, a", "(a) and (c)". Marks may
    stand together ("213", "ba") where that is not itself the name of a place.
    """
    plain = re.sub(r"\band\b", " ", text.casefold())
    if BETWEEN.sub("", MARK.sub("", plain)):
        return None
    marks = MARK.findall(plain)
    if len(marks) == 1 and position(marks[0], count) is None:
        marks = list(marks[0])
    found = [position(mark, count) for mark in marks]
    named = [place for place in found if place is not None]
    return named if len(named) == len(found) else None


def position(mark: str, count: int) -> int | None:
    """The place, from 0, of one number or letter; None when there is no such place."""
    if mark.isascii() and mark.isdigit():
        place = int(mark[:9]) - 1  # the longest list is shorter, and int() has a limit
    else:
        place = ord(mark) - ord("a") if len(mark) == 1 else -1
    return place if 0 <= place < count else None


def said(text: str, texts: Sequence[str], prefer: Collection[int] = ()) -> int | None:
    """The index of the one of `texts` that `text` says; None when none.

    Exact words come before words that differ in case, accents or punctuation; of
    equal texts a preferred one is taken.
    """
    order = sorted(range(len(texts)), key=lambda index: index not in prefer)
    wanted = tokens(text)
    exact = (index for index in order if texts[index] == text)
    alike = (index for index in order if tokens(texts[index]) == wanted)
    return next(chain(exact, alike), None)


def begun(text: str, texts: Sequence[str]) -> int | None:
    """The index of the only one of `texts` that begins with `text`, as "t" for "True"."""
    start = text.strip().casefold()
    if not start.isalpha():  # part of a number is another number
        return None
    fitting = [index for index, words in enumerate(texts) if words.casefold().startswith(start)]
    return fitting[0] if len(fitting) == 1 else None


def one(part: object, texts: Sequence[str], shown: Sequence[int]) -> int | None:
    """The index of the one of `texts` named by its words, or by its number or letter as shown."""
    place = None
    if isinstance(part, str):
        index = said(part, texts)
        if index is not None:
            return index
        place = position(part.strip().casefold(), len(shown))
    elif isinstance(part, int) and not isinstance(part, bool):
        place = position(str(part), len(shown))
    return None if place is None else shown[place]


def several(text: str, texts: Sequence[str], shown: Sequence[int]) -> list[int] | None:
    """The indices of `texts` named one after another; None when any is not to be read."""
    places = positions(text, len(shown))
    if places is not None:
        return [shown[place] for place in places]
    parts = [said(part, texts) for part in re.split(r"[,;>→\n]", text)]
    found = [part for part in parts if part is not None]
    return found if len(found) == len(parts) else None

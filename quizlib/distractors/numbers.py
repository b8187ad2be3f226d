"""Neighbours of numbers and years: in the same unit, rounding and spelling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty
    """.split()

#: From here on, wrong numbers stand further off than one.
FAR = 21

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_A_YEAR = re.compile(r"\b\d{4}\b")
MONTHS = """
    January February March April May June July August September October November December
    """.split()
_A_DAY = re.compile(rf"(?P<month>{'|'.join(MONTHS)}) (?P<day>\d{{1,2}})\b")
_DAY_FIRST = re.compile(rf"\b(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)})\b")
#: Months and days away: near enough that none is told by the course of events.
_AWAY = ((0, 11), (1, -4), (2, 7), (-1, 5), (-2, -6), (3, 2))
_YEAR = re.compile(r"(?:1\d|20)\d\d")
#: No share is more than all of it.
_PERCENT, ALL = re.compile(r"^ ?(?:%|per ?cent)", re.IGNORECASE), 100


def neighbours(fact: Fact, turn: int, latest: int | None = None) -> Iterator[str]:
    """Plausible wrong values for a number or year, nearest first.

    `turn`, 0 to 3, says which side has more of them, so that the key does not stand
    in the middle of every list. No year is later than `latest`, that of the document.
    """
    answer = fact.answer
    if answer.lower() in WORDS:
        yield from (_like(answer, WORDS[n]) for n in _around(WORDS.index(answer.lower()), turn))
        return
    dated = fact.answer_type is AnswerType.DATE
    day = dated and (_A_DAY.search(answer) or _DAY_FIRST.search(answer))
    if day:
        yield from _days(answer, day, turn)
        return
    if dated and any(month in answer for month in MONTHS):
        return  # one month of several years: a list that looks made up
    found = (_A_YEAR.search(answer) if dated else None) or _DIGITS.search(answer)
    if found is None:
        return
    share = _PERCENT.search(answer[found.end() :]) is not None
    for value in _values(found.group(), turn, year=dated, latest=latest):
        if share and float(value.replace(",", "")) > ALL:
            continue
        yield answer[: found.start()] + value + answer[found.end() :]


def _days(answer: str, day: re.Match[str], turn: int) -> Iterator[str]:
    """Other days of the same year, written alike."""
    month, number = MONTHS.index(day["month"]), int(day["day"])
    for months, days in (*_AWAY[turn:], *_AWAY[:turn]):
        other, wrong = month + months, (number + days - 1) % 28 + 1  # a day of every month
        if 0 <= other < len(MONTHS):
            parts = {day["month"]: MONTHS[other], day["day"]: str(wrong)}
            said = " ".join(parts[word] for word in day.group().split())
            yield answer[: day.start()] + said + answer[day.end() :]


def _around(number: int, turn: int) -> list[int]:
    """Whole numbers near `number`, more of them above or below as `turn` says."""
    steps = ((1, 2, 3), (-1, 1, 2), (-2, -1, 1), (-1, 1, 2))[turn]
    near = [number + step for step in (*steps, 1, 2, 3, -1, -2, -3)]
    return [n for n in dict.fromkeys(near) if 2 <= n < len(WORDS)]


def _values(digits: str, turn: int, *, year: bool, latest: int | None) -> Iterator[str]:
    if year and _YEAR.fullmatch(digits):
        sides = ((3, 5, 8), (-2, 3, 5), (-5, -3, 2), (-8, -5, -2))
        last = sides[turn][-1] + int(digits)
        steps = sides[-1] if latest is not None and last > latest else sides[turn]
        yield from (str(int(digits) + step) for step in steps)
        return
    value = float(digits.replace(",", ""))
    places = len(digits.partition(".")[2])
    unit = _unit(digits)
    steps = ((1, 2, 3), (-1, 1, 2), (-2, -1, 1), (-3, -2, -1))[turn]
    for step in dict.fromkeys((*steps, 1, 2, 3)):
        other = value + step * unit
        if other > 0:
            yield f"{other:,.{places}f}" if "," in digits else f"{other:.{places}f}"


def _unit(digits: str) -> float:
    """The step that keeps the rounding: 80 -> 10, 1,500 -> 100, 2.5 -> 0.5, 7 -> 1, 48 -> 2."""
    plain = digits.replace(",", "")
    if "." in plain:
        return 5 * 10.0 ** -len(plain.partition(".")[2])
    zeros = len(plain) - len(plain.rstrip("0"))
    if not zeros and int(plain) >= FAR:
        return float(max(2, round(int(plain) / FAR)))  # 48 -> 2: 47 and 49 look made up
    return 10.0**zeros if len(plain) > zeros + 1 or zeros == 0 else 10.0 ** max(zeros, 1)


def _like(answer: str, word: str) -> str:
    return word.capitalize() if answer[:1].isupper() else word

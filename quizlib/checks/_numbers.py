"""Options that are numbers, dates or ranges of numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from quizlib.language.text import straight

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_ABOUT = r"(?:(?:about|around|some|nearly|almost|roughly|approximately|exactly|only|in|c\.|the) )?"
_MORE = r"(?:more than|over|above|at least|exceeding)"
_LESS = r"(?:less than|fewer than|under|below|up to|at most)"

_QUANTITY = re.compile(
    rf"(?:{_ABOUT}|{_MORE} |{_LESS} )[-+~<>]?[$€£¥]? ?{_NUMBER}(?:%|°|st|nd|rd|th|s|[a-z]{{1,2}})?"
    r"(?:\W+\w+){0,2}\W*",
    re.IGNORECASE,
)
#: Numbers in words, with what is counted, and dates that begin with their month.
_WORDED = re.compile(
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: \w+)?"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? [0-9]{1,4}(?:,? [0-9]{4})?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"(?:between |from )?(?P<low>{_NUMBER})\s*(?:-|–|—|to|and)\s*(?P<high>{_NUMBER})(?P<unit>.*)"
)
_OPEN = re.compile(rf"(?:(?P<more>{_MORE})|{_LESS}) (?P<end>{_NUMBER})(?P<unit>.*)", re.IGNORECASE)
_POINT = re.compile(rf"{_ABOUT}(?P<end>{_NUMBER})(?P<unit>.*)", re.IGNORECASE)
#: The unit of "1914–1918".
YEARS = "years"
_YEAR = re.compile(r"[12][0-9]{3}")
_HOW_MANY = re.compile(r"\bhow (?:many|much|far|high|deep|large|big|heavy)\b", re.IGNORECASE)
#: No year that is asked for is later.
LATEST = 2100


class Range(NamedTuple):
    """Numbers of one unit from `low` to `high`, both within unless `open`."""

    low: float
    high: float
    unit: str
    open: bool = False

    def meets(self, other: Range) -> bool:
        """Whether a number is in both; spans of years are answers, no classes to sort into."""
        if self.unit != other.unit or self.unit == YEARS:
            return False
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and self._holds(low) and other._holds(low))

    def _holds(self, number: float) -> bool:
        return self.low < number < self.high if self.open else self.low <= number <= self.high


def numeric(option: str) -> bool:
    """Whether the option is a number with its unit, or a date."""
    return bool(_QUANTITY.fullmatch(option.strip()) or _WORDED.fullmatch(option.strip()))


def spans_of(stem: str, options: Iterable[str]) -> list[Range | None]:
    """The numbers that each option speaks of; where they can be no years, as numbers."""
    found = [span(option) for option in options]
    late = any(one and not one.unit and one.high > LATEST for one in found)
    if not late and not _HOW_MANY.search(stem):
        return found
    return [one._replace(unit="") if one and one.unit == YEARS else one for one in found]


def span(option: str) -> Range | None:
    """The numbers that the option speaks of; None where it is no number, or has more to it."""
    text = straight(option).strip()
    if found := _BETWEEN.fullmatch(text):
        if _YEAR.fullmatch(found["low"]) and _YEAR.fullmatch(found["high"]):
            return Range(_value(found["low"]), _value(found["high"]), YEARS)
        return Range(_value(found["low"]), _value(found["high"]), _unit(found["unit"]))
    if found := _OPEN.fullmatch(text):
        end, unit = _value(found["end"]), _unit(found["unit"])
        ends = (end, float("inf")) if found["more"] else (float("-inf"), end)
        return Range(*ends, unit, open=True)
    if found := _POINT.fullmatch(text):
        end = _value(found["end"])
        return Range(end, end, _unit(found["unit"]))
    return None


def _value(digits: str) -> float:
    return float(digits.replace(",", ""))


def _unit(text: str) -> str:
    return text.strip().casefold().rstrip("s")

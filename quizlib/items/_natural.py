"""The natural order of options: dates by time, quantities by size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Place = tuple[str, tuple[float, ...]]  # what is counted, and where it stands

MONTHS = """
    january february march april may june july august september october november december
    """.split()
#: Larger numbers are written in digits.
_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

#: Before the common era, years count down.
_BACKWARDS = frozenset({"bc", "bce", "b.c.", "b.c.e."})

_MONTH = rf"(?P<month>{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in MONTHS)})\.?"
_YEAR = r"(?P<year>[0-9]{4})"
_DATES = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)? )?{_MONTH}(?:,? {_YEAR})?",
        rf"{_MONTH} (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?:,? {_YEAR})?",
    )
]
_QUANTITY = re.compile(r"(?P<before>[^0-9]*)(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<after>.*)")


def natural_order(options: Sequence[str]) -> tuple[str, ...] | None:
    """`options` by time or size; None where they are not all dates, or quantities of one unit."""
    for reading in (_date, _quantity):
        known = _all_read(reading, options)
        if len(known) == len(options) and len({counted for counted, _ in known}) == 1:
            ranked = sorted(zip(known, options, strict=True))
            return tuple(option for _, option in ranked)
    return None


def _all_read(reading: Callable[[str], Place | None], options: Sequence[str]) -> list[Place]:
    """Where the options stand, up to the first that cannot be read."""
    known = []
    for option in options:
        place = reading(option)
        if place is None:
            break
        known.append(place)
    return known


def _date(option: str) -> Place | None:
    found = next(filter(None, (form.fullmatch(option.strip()) for form in _DATES)), None)
    if found is None:
        return None
    starts = [name[:3] for name in MONTHS]
    month = starts.index(found["month"][:3].casefold())
    named = [part for part in ("year", "day") if found[part]]
    year, day = (float(found[part] or 0) for part in ("year", "day"))
    return " ".join(named[:1] if "year" in named else ["month"]), (year, month, day)


def _quantity(option: str) -> Place | None:
    first, space, rest = option.strip().partition(" ")
    if first.casefold() in _WORDS:
        option = f"{_WORDS.index(first.casefold())}{space}{rest}"
    found = _QUANTITY.fullmatch(option.strip())
    if found is None:
        return None
    value = float(found["digits"].replace(",", ""))
    scale, _, after = found["after"].strip().casefold().partition(" ")
    unit = after if scale in _SCALES else f"{scale} {after}"
    unit = unit.strip().rstrip("s")
    value *= _SCALES.get(scale, 1)
    return f"{found['before']}#{unit}", (-value if unit in _BACKWARDS else value,)

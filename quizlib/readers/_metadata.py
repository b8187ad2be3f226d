"""What a source says about itself: front matter, and lines such as "Published: 3 May 2019"."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import PurePosixPath
from typing import NamedTuple

from quizlib.readers import _shapes
from quizlib.readers._marked import readable

_MONTHS = (
    "january february march april may june july august september october november december".split()
)
#: "Nov.", "Sept 3": three letters and more of a name are enough.
_MONTH = rf"(?P<month>{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in _MONTHS)}|sept)\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_TIME = r"(?:(?:T|,?\s+(?:at\s+)?)\d{1,2}:\d{2}\S*(?:\s*(?:[ap]\.?m\.?|[A-Z]{2,4}))?)?"
_DATES = tuple(
    re.compile(_WEEKDAY + pattern + _TIME, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        rf"{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
    )
)
_DATED = re.compile(
    r"(?:date|dated|published|posted|issued|(?:last )?updated)(?:\s+on)?\s*(?::\s*|\s+)",
    re.IGNORECASE,
)
_TITLED = re.compile(r"title\s*:\s*(?=\S)", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:publisher|published by|publication|source)\s*:\s*(?=\S)", re.IGNORECASE
)
_WRITTEN = re.compile(
    r"(?:[Aa]uthors?|[Ww]ritten by|[Tt]ext)\s*:\s*\S.*|[Bb]y(?:\s+[A-Z][^\s,.]*\.?){1,4}"
)
_FRONT = re.compile(
    r"---[ \t]*(?:\r\n|\r|\n)(.*?)(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.DOTALL
)
_LONGEST = 20_000  # no front matter has so many characters
_SHORT = 200  # nor has a line that says something about its document
_FIELD = re.compile(r"([A-Za-z][\w-]*)[ \t]*:[ \t]+(\S.*)")


class Metadata(NamedTuple):
    """What is known of a document besides its words; empty where it does not say."""

    title: str = ""
    date: dt.date | None = None
    publisher: str = ""
    genre: str = ""
    language: str = ""

    def over(self, other: Metadata) -> Metadata:
        """This, with `other` where this is empty."""
        return Metadata(
            self.title or other.title,
            self.date or other.date,
            self.publisher or other.publisher,
            self.genre or other.genre,
            self.language or other.language,
        )


def leading_date(text: str) -> tuple[dt.date, int] | None:
    """The full date that `text` begins with, and where it ends.

    Month and day in figures are read only in the order of ISO 8601: 03/05/2019 is
    March in one country and May in another.
    """
    for pattern in _DATES:
        found = pattern.match(text)
        if found:
            try:
                day = dt.date(int(found["year"]), _month(found["month"]), int(found["day"]))
            except ValueError:
                continue
            return day, found.end()
    return None


def _month(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(text.lower()[:3]))


def front_matter(text: str) -> tuple[Metadata, int]:
    """What the block between `---` lines at the top says, and where it ends (0: there is none).

    It is read as YAML, all values as text. Where it is no good YAML (a colon in an
    unquoted title …) its lines of the form `name: value` are taken as they stand.
    """
    found = _FRONT.match(text, 0, _LONGEST)
    fields = _fields(found[1]) if found else {}
    if found is None or not fields:
        return Metadata(), 0
    date = leading_date(fields.get("date", ""))
    return Metadata(
        fields.get("title", ""),
        date[0] if date else None,
        fields.get("publisher", ""),
        fields.get("genre", ""),
        fields.get("language", ""),
    ), found.end()


def _fields(source: str) -> dict[str, str]:
    """The fields whose value is text, names in lower case; {} where `source` is no fields."""
    import yaml

    try:
        # This loader builds nothing but strings, lists and dictionaries.
        read = yaml.BaseLoader(source).get_single_data()
    except (yaml.YAMLError, RecursionError, ValueError):
        fields = filter(None, map(_FIELD.fullmatch, source.splitlines()))
        read = {field[1]: field[2].strip("\"' ") for field in fields}
    pairs = read.items() if isinstance(read, dict) else ()
    return {str(name).lower(): readable(value) for name, value in pairs if isinstance(value, str)}


class Said(NamedTuple):
    """What a line says about its document, and where in it anything else begins."""

    metadata: Metadata
    end: int


def said(line: str) -> Said | None:
    """What a line at the top of a document says about it, or None where it is no such line.

    "By …" lines are known, and tell nothing that a document keeps.
    """
    found = _DATED.match(line)
    date = leading_date(line[found.end() :]) if found else None
    if found and date:
        end = found.end() + date[1]
        rest = line[end:].strip()
        whole = not rest or _shapes.heading(rest) or _shapes.asks(rest)
        return Said(Metadata(date=date[0]), end) if whole else None
    date = leading_date(line)
    if date and date[1] == len(line):
        return Said(Metadata(date=date[0]), len(line))
    short = line if len(line) <= _SHORT else ""
    if found := _TITLED.match(short):
        return Said(Metadata(title=readable(line[found.end() :])), len(line))
    if found := _PUBLISHED.match(short):
        return Said(Metadata(publisher=readable(line[found.end() :])), len(line))
    return Said(Metadata(), len(line)) if _WRITTEN.fullmatch(line) else None


def title_of(name: str) -> str:
    """The file name in words: "notes/harbour_tax-1804.md" -> "Harbour tax 1804"."""
    words = readable(re.sub(r"[_-]+", " ", PurePosixPath(name).stem))
    return words[:1].upper() + words[1:] or "Untitled"

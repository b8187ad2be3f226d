"""Statistics as one page for a browser: no script, no network, pictures as SVG."""

from __future__ import annotations

import datetime as dt
from importlib.resources import files
from typing import TYPE_CHECKING

from quizlib.wording import counted

if TYPE_CHECKING:
    from quizlib.learning.statistics import Statistics

#: Weeks of the calendar.
WEEKS = 53
DAYS_OF_A_WEEK = 7
#: Shades of a day with reviews.
SHADES = 4


def page(told: Statistics) -> str:
    """The page; all text in it is escaped."""
    from jinja2 import Environment, StrictUndefined

    source = files("quizlib.learning").joinpath("statistics.html.jinja")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    template = environment.from_string(source.read_text(encoding="utf-8"))
    most = max((due.cards for due in told.forecast), default=0)
    return template.render(
        told=told,
        calendar=_calendar(told),
        months=_months(told.today),
        most=most,
        counted=counted,
        hours=_hours,
    )


def _hours(seconds: float) -> str:
    """A time in hours and minutes: "18:05"."""
    minutes = round(seconds / 60)
    return f"{minutes // 60}:{minutes % 60:02}"


def _first_day(today: dt.date) -> dt.date:
    """The Monday with which the calendar begins."""
    return today - dt.timedelta(days=today.weekday(), weeks=WEEKS - 1)


def _months(today: dt.date) -> list[tuple[int, str]]:
    """The weeks in which months begin, each with the month's name."""
    weeks = [_first_day(today) + dt.timedelta(weeks=n) for n in range(WEEKS)]
    return [(n, f"{day:%b}") for n, day in enumerate(weeks) if day.day <= DAYS_OF_A_WEEK]


def _calendar(told: Statistics) -> list[dict[str, object]]:
    """Every day of the last year: its place (week, weekday), shade and reviews."""
    reviews = {day.day: day.reviews for day in told.days}
    most = max(reviews.values(), default=1)
    monday = _first_day(told.today)
    days = [monday + dt.timedelta(days=n) for n in range((told.today - monday).days + 1)]
    return [
        {
            "week": n // DAYS_OF_A_WEEK,
            "weekday": n % DAYS_OF_A_WEEK,
            "day": day,
            "reviews": reviews.get(day, 0),
            "shade": -(-reviews.get(day, 0) * SHADES // most),
        }
        for n, day in enumerate(days)
    ]

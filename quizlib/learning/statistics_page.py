"""Statistics as one page for a browser: no script, no network, pictures as SVG."""

from __future__ import annotations

import datetime as dt
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizlib.learning.statistics import Statistics

#: Weeks of the calendar.
WEEKS = 53
#: Shades of a day with reviews.
SHADES = 4


def page(told: Statistics) -> str:
    """The page; all text in it is escaped."""
    from jinja2 import Environment, StrictUndefined

    source = files("quizlib.learning").joinpath("statistics.html.jinja")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    template = environment.from_string(source.read_text(encoding="utf-8"))
    most = max((due.cards for due in told.forecast), default=0)
    return template.render(told=told, calendar=_calendar(told), most=most)


def _calendar(told: Statistics) -> list[dict[str, object]]:
    """Every day of the last year: its place (week, weekday), shade and reviews."""
    reviews = {day.day: day.reviews for day in told.days}
    most = max(reviews.values(), default=1)
    monday = told.today - dt.timedelta(days=told.today.weekday(), weeks=WEEKS - 1)
    days = [monday + dt.timedelta(days=n) for n in range((told.today - monday).days + 1)]
    return [
        {
            "week": n // 7,
            "weekday": n % 7,
            "day": day,
            "reviews": reviews.get(day, 0),
            "shade": -(-reviews.get(day, 0) * SHADES // most),
        }
        for n, day in enumerate(days)
    ]

"""How long until a card comes back, and how long something took, as people say it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from quizlib.learning.days import learner_day
from quizlib.terminal.text import TIE

if TYPE_CHECKING:
    import datetime as dt

MINUTE, HOUR, DAY = 60, 60 * 60, 24 * 60 * 60
MONTH, YEAR = 365.25 * DAY / 12, 365.25 * DAY


def short(wait: dt.timedelta) -> str:
    """In a few characters, rounded up: "1m", "10m", "5h", "4d"; "2.3mo", "1.5y"."""
    seconds = max(1.0, wait.total_seconds())
    if seconds <= HOUR:
        return f"{ceil(seconds / MINUTE)}m"
    if seconds < MONTH:
        return f"{ceil(seconds / HOUR)}h" if seconds <= DAY - HOUR else f"{ceil(seconds / DAY)}d"
    return f"{seconds / MONTH:.1f}mo" if seconds < YEAR else f"{seconds / YEAR:.1f}y"


def until(due: dt.datetime, now: dt.datetime) -> str:
    """In words: "in 10 minutes", "tomorrow", "in 4 days, on 27 November"."""
    days = (learner_day(due) - learner_day(now)).days
    minutes = max(1, ceil((due - now).total_seconds() / MINUTE))
    if days <= 0 and minutes < 60:
        return "in a minute" if minutes == 1 else f"in {minutes} minutes"
    if days <= 0:
        return f"at {due:%H:%M}"
    if days == 1:
        return "tomorrow"
    year = f" {learner_day(due).year}" if days > 300 else ""
    return f"in {days} days, on {learner_day(due).day} {learner_day(due):%B}{year}"


def taken(seconds: float) -> str:
    """How long something took: "42 s", "3 min 5 s", "2 h 10 min"."""
    whole = round(seconds)
    if whole < MINUTE:
        return f"{whole}{TIE}s"
    if whole < HOUR:
        minutes, rest = divmod(whole, MINUTE)
        return f"{minutes}{TIE}min" + (f" {rest}{TIE}s" if rest else "")
    hours, minutes = divmod(round(whole / MINUTE), 60)
    return f"{hours}{TIE}h" + (f" {minutes}{TIE}min" if minutes else "")

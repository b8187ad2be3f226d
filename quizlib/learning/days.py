"""The learner's day: it ends in the small hours, as a night's rest does, not at midnight."""

from __future__ import annotations

import datetime as dt

#: Hours after midnight at which a new day begins, on the learner's own clock (as in Anki).
ROLLOVER = dt.timedelta(hours=4)


def learner_day(now: dt.datetime) -> dt.date:
    """The learner's day at `now`, whose time zone is the learner's. Raises ValueError without."""
    return (aware(now) - ROLLOVER).date()


def day_end(now: dt.datetime) -> dt.datetime:
    """When the learner's day at `now` ends."""
    midnight = dt.datetime.combine(learner_day(now), dt.time(), now.tzinfo)
    return midnight + dt.timedelta(days=1) + ROLLOVER


def aware(now: dt.datetime) -> dt.datetime:
    """`now` itself. Raises ValueError when it has no time zone."""
    if now.utcoffset() is None:
        raise ValueError("a time without a time zone: pass datetime.now().astimezone()")
    return now

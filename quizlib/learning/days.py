"""The learner's day: it ends in the small hours, as a night's rest does, not at midnight."""

from __future__ import annotations

import datetime as dt

from quizlib.arguments import expect

#: Hours after midnight at which a new day begins, on the learner's own clock (as in Anki).
ROLLOVER = dt.timedelta(hours=4)


def learner_day(now: dt.datetime) -> dt.date:
    """The learner's day at `now`, whose time zone is the learner's; InvalidArgument without one."""
    return (aware(now) - ROLLOVER).date()


def day_end(now: dt.datetime) -> dt.datetime:
    """When the learner's day at `now` ends."""
    midnight = dt.datetime.combine(learner_day(now), dt.time(), now.tzinfo)
    return midnight + dt.timedelta(days=1) + ROLLOVER


def aware(now: dt.datetime) -> dt.datetime:
    """`now` itself. Raises InvalidArgument when it has no time zone."""
    has_zone = isinstance(now, dt.datetime) and now.utcoffset() is not None
    expect(has_zone, "now", "time", now, "one with its zone, as datetime.now().astimezone()")
    return now

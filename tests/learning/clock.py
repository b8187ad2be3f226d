"""A clock for tests: it stands until it is told to go on."""

from __future__ import annotations

import datetime as dt

ZONE = dt.timezone(dt.timedelta(hours=2))
NOON = dt.datetime(2026, 7, 1, 12, tzinfo=ZONE)


class Clock:
    def __init__(self, now: dt.datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> dt.datetime:
        return self.now

    def pass_(self, **amount: float) -> None:
        self.now += dt.timedelta(**amount)

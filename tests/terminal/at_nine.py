"""`quizlib` on a day of July 2026 at nine; all but the clock is real.

The day is what the variable DAY says, the first if it says nothing.
"""

from __future__ import annotations

import datetime as dt
import os

from quizlib.cli import main, study
from tests.learning.clock import ZONE

NINE = dt.datetime(2026, 7, 1, 9, tzinfo=ZONE)

if __name__ == "__main__":
    later = dt.timedelta(days=int(os.environ.get("DAY", "1")) - 1)
    study._now = lambda: NINE + later
    main()

"""Quizzes and spaced repetition, as state machines without a screen; the learner's log.

Each name is loaded when it is first used: a quiz needs no store.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.lazy import loader

if TYPE_CHECKING:
    from quizlib.learning.cards import Card, history
    from quizlib.learning.entries import Entry, Flag, Review
    from quizlib.learning.plan import Plan
    from quizlib.learning.presentation import Presentation
    from quizlib.learning.question import Question
    from quizlib.learning.quiz import Quiz
    from quizlib.learning.record import Record
    from quizlib.learning.results import Result, Summary, Tally
    from quizlib.learning.scheduler import Memory, Phase, Rating, Scheduling, retrievability
    from quizlib.learning.session import Session, study
    from quizlib.learning.store import KnownBank, Merged, Store
    from quizlib.learning.suggestion import suggested
    from quizlib.learning.told import Asked, Counts, Info, Verdict

__all__ = [
    "Asked",
    "Card",
    "Counts",
    "Entry",
    "Flag",
    "Info",
    "KnownBank",
    "Memory",
    "Merged",
    "Phase",
    "Plan",
    "Presentation",
    "Question",
    "Quiz",
    "Rating",
    "Record",
    "Result",
    "Review",
    "Scheduling",
    "Session",
    "Store",
    "Summary",
    "Tally",
    "Verdict",
    "history",
    "retrievability",
    "study",
    "suggested",
]

_PLACES = {
    "Asked": ".told",
    "Card": ".cards",
    "Counts": ".told",
    "Entry": ".entries",
    "Flag": ".entries",
    "Info": ".told",
    "KnownBank": ".store",
    "Memory": ".scheduler",
    "Merged": ".store",
    "Phase": ".scheduler",
    "Plan": ".plan",
    "Presentation": ".presentation",
    "Question": ".question",
    "Quiz": ".quiz",
    "Rating": ".scheduler",
    "Record": ".record",
    "Result": ".results",
    "Review": ".entries",
    "Scheduling": ".scheduler",
    "Session": ".session",
    "Store": ".store",
    "Summary": ".results",
    "Tally": ".results",
    "Verdict": ".told",
    "history": ".cards",
    "retrievability": ".scheduler",
    "study": ".session",
    "suggested": ".suggestion",
}


if not TYPE_CHECKING:  # else a misspelt name would pass for any value
    __getattr__ = loader(__name__, _PLACES)

"""Reviewing a bank, as a state machine without a screen: keep, mend, throw out."""

from __future__ import annotations

from quizlib.review.findings import Learner, findings, of_item
from quizlib.review.form import fields, filled, form
from quizlib.review.keeping import Keeper
from quizlib.review.passage import Passage, passage
from quizlib.review.queue import FLAGGED, REVIEWED, UNDECIDED, queue, speaks_of
from quizlib.review.review import Review

__all__ = [
    "FLAGGED",
    "REVIEWED",
    "UNDECIDED",
    "Keeper",
    "Learner",
    "Passage",
    "Review",
    "fields",
    "filled",
    "findings",
    "form",
    "of_item",
    "passage",
    "queue",
    "speaks_of",
]

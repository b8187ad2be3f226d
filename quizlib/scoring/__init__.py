"""Scoring of filled sheets: a map of forms and what was answered, to results."""

from quizlib.scoring.form_map import Entry, FormMap, load_forms
from quizlib.scoring.marks import marks
from quizlib.scoring.responses import Filled, read_responses
from quizlib.scoring.results import Result, Results, Unscored, score

__all__ = [
    "Entry",
    "Filled",
    "FormMap",
    "Result",
    "Results",
    "Unscored",
    "load_forms",
    "marks",
    "read_responses",
    "score",
]

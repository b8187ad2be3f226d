"""Studying a bank, as state machines without a screen."""

from __future__ import annotations

from quizlib.study.presentation import Presentation
from quizlib.study.quiz import Quiz
from quizlib.study.results import Result, Summary, Tally

__all__ = ["Presentation", "Quiz", "Result", "Summary", "Tally"]

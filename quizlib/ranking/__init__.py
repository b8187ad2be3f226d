"""How sure an item is good, and which items a bank keeps."""

from quizlib.ranking.confidence import WRITTEN, confidence
from quizlib.ranking.difficulty import difficulty_of
from quizlib.ranking.selection import Dropped, Origins, Unasked, sections_without, select
from quizlib.ranking.wishes import Wishes

__all__ = [
    "WRITTEN",
    "Dropped",
    "Origins",
    "Unasked",
    "Wishes",
    "confidence",
    "difficulty_of",
    "sections_without",
    "select",
]

"""How sure an item is good, and which items a bank keeps."""

from quizlib.ranking.confidence import WRITTEN, confidence
from quizlib.ranking.selection import Dropped, select

__all__ = ["WRITTEN", "Dropped", "confidence", "select"]

"""How sure an item is good, and which items a bank keeps."""

from quizlib.ranking.confidence import confidence
from quizlib.ranking.selection import Dropped, select

__all__ = ["Dropped", "confidence", "select"]

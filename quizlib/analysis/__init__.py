"""Item analysis: what many learners' answers say of the items (docs/item-analysis.md)."""

from quizlib.analysis.analysis import Analysis, ItemAnalysis, OptionAnalysis, analyse
from quizlib.analysis.answers import Answer
from quizlib.analysis.findings import CODES
from quizlib.analysis.reading import read_answers
from quizlib.analysis.remarks import Remarks

__all__ = [
    "CODES",
    "Analysis",
    "Answer",
    "ItemAnalysis",
    "OptionAnalysis",
    "Remarks",
    "analyse",
    "read_answers",
]

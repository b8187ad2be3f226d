"""Item analysis: what many learners' answers say of the items (docs/item-analysis.md)."""

from quizlib.analysis.analysis import Analysis, ItemAnalysis, OptionAnalysis, analyse
from quizlib.analysis.answers import Answer
from quizlib.analysis.reading import read_answers

__all__ = ["Analysis", "Answer", "ItemAnalysis", "OptionAnalysis", "analyse", "read_answers"]

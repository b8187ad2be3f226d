"""The one door to the language model: sentences, clauses, names and questions."""

from quizlib.language.analysis import Analysis, Sentence, analyse, content_lemmas
from quizlib.language.clause import Clause, Part
from quizlib.language.clauses import clauses
from quizlib.language.mentions import mentions, told_of
from quizlib.language.model import DEFAULT_MODEL, installed, load

__all__ = [
    "DEFAULT_MODEL",
    "Analysis",
    "Clause",
    "Part",
    "Sentence",
    "analyse",
    "clauses",
    "content_lemmas",
    "installed",
    "load",
    "mentions",
    "told_of",
]

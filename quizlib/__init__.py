"""quizlib turns what people read into questions they can trust.

    documents = quizlib.read("sources/")
    bank = quizlib.build(documents, title="Biology", seed=7)
    bank.save("biology.json")

The names in `__all__` are the public surface; each is loaded when it is first
used, so that `import quizlib` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizlib.analysis import Analysis, analyse
    from quizlib.checks import check
    from quizlib.compose import build
    from quizlib.errors import QuizlibError
    from quizlib.exporters import export
    from quizlib.importers import import_bank
    from quizlib.learning import Plan, Quiz, Rating, Session, Store, study
    from quizlib.library import formats
    from quizlib.model import Bank, Document, Evidence, Fact, Item, Problem, Score
    from quizlib.readers import read
    from quizlib.storage import load

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Bank",
    "Document",
    "Evidence",
    "Fact",
    "Item",
    "Plan",
    "Problem",
    "Quiz",
    "QuizlibError",
    "Rating",
    "Score",
    "Session",
    "Store",
    "__version__",
    "analyse",
    "build",
    "check",
    "export",
    "formats",
    "import_bank",
    "load",
    "read",
    "study",
]

_PLACES = {
    "Analysis": "quizlib.analysis",
    "Bank": "quizlib.model",
    "Document": "quizlib.model",
    "Evidence": "quizlib.model",
    "Fact": "quizlib.model",
    "Item": "quizlib.model",
    "Plan": "quizlib.learning",
    "Problem": "quizlib.model",
    "Quiz": "quizlib.learning",
    "QuizlibError": "quizlib.errors",
    "Rating": "quizlib.learning",
    "Score": "quizlib.model",
    "Session": "quizlib.learning",
    "Store": "quizlib.learning",
    "analyse": "quizlib.analysis",
    "build": "quizlib.compose",
    "check": "quizlib.checks",
    "export": "quizlib.exporters",
    "formats": "quizlib.library",
    "import_bank": "quizlib.importers",
    "load": "quizlib.storage",
    "read": "quizlib.readers",
    "study": "quizlib.learning",
}


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_PLACES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

"""quizlib turns what people read into questions they can trust.

    documents = quizlib.read("sources/")
    bank = quizlib.build(documents, title="Biology", seed=7)
    bank.save("biology.json")

The names in `__all__` are the public surface; each is loaded when it is first
used, so that `import quizlib` costs next to nothing. What is promised of them is
told in docs/stability.md, what they raise in docs/errors.md.

Every name has an example, which is run by a test in a folder with two files. `salt.json`
is a bank, with all that has a confidence of 0.5; `salt-works.md` is the document that it
was made from:

    # Salt Works

    Q: When was the salt tax abolished?
    A: 1804

    ## Definitions

    - Pan house: a shed in which sea water is boiled down to salt
    - Brine: water that holds a lot of salt
    - Bittern: the bitter liquid that is left when the salt has been taken out

Examples:
    >>> import quizlib
    >>> documents = quizlib.read("salt-works.md")
    >>> quizlib.build(documents, title="Salt Works", seed=7).save("salt.json")

    `__version__` is the version that is installed:

    >>> quizlib.__version__.count(".")
    2
"""

from typing import TYPE_CHECKING

from quizlib.lazy import Deprecated, loader

if TYPE_CHECKING:
    from quizlib.analysis import Analysis, analyse
    from quizlib.authoring import new_bank, new_item
    from quizlib.checks import check
    from quizlib.compose import build
    from quizlib.errors import QuizlibError
    from quizlib.exporters import Export, export
    from quizlib.importers import import_bank
    from quizlib.learning import (
        Asked,
        Plan,
        Presentation,
        Question,
        Quiz,
        Rating,
        Session,
        Store,
        Summary,
        Verdict,
        study,
    )
    from quizlib.library import formats
    from quizlib.model import (
        Bank,
        Choice,
        Document,
        Evidence,
        ExtendedText,
        Fact,
        Interaction,
        Item,
        Match,
        Order,
        Problem,
        Score,
        Severity,
        Status,
        TextEntry,
    )
    from quizlib.readers import Documents, read, read_text
    from quizlib.storage import load

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Asked",
    "Bank",
    "Choice",
    "Document",
    "Documents",
    "Evidence",
    "Export",
    "ExtendedText",
    "Fact",
    "Interaction",
    "Item",
    "Match",
    "Order",
    "Plan",
    "Presentation",
    "Problem",
    "Question",
    "Quiz",
    "QuizlibError",
    "Rating",
    "Score",
    "Session",
    "Severity",
    "Status",
    "Store",
    "Summary",
    "TextEntry",
    "Verdict",
    "__version__",
    "analyse",
    "build",
    "check",
    "export",
    "formats",
    "import_bank",
    "load",
    "new_bank",
    "new_item",
    "read",
    "read_text",
    "study",
]

_PLACES = {
    "Analysis": "quizlib.analysis",
    "Asked": "quizlib.learning",
    "Bank": "quizlib.model",
    "Choice": "quizlib.model",
    "Document": "quizlib.model",
    "Documents": "quizlib.readers",
    "Evidence": "quizlib.model",
    "Export": "quizlib.exporters",
    "ExtendedText": "quizlib.model",
    "Fact": "quizlib.model",
    "Interaction": "quizlib.model",
    "Item": "quizlib.model",
    "Match": "quizlib.model",
    "Order": "quizlib.model",
    "Plan": "quizlib.learning",
    "Presentation": "quizlib.learning",
    "Problem": "quizlib.model",
    "Question": "quizlib.learning",
    "Quiz": "quizlib.learning",
    "QuizlibError": "quizlib.errors",
    "Rating": "quizlib.learning",
    "Score": "quizlib.model",
    "Session": "quizlib.learning",
    "Severity": "quizlib.model",
    "Status": "quizlib.model",
    "Store": "quizlib.learning",
    "Summary": "quizlib.learning",
    "TextEntry": "quizlib.model",
    "Verdict": "quizlib.learning",
    "analyse": "quizlib.analysis",
    "build": "quizlib.compose",
    "check": "quizlib.checks",
    "export": "quizlib.exporters",
    "formats": "quizlib.library",
    "import_bank": "quizlib.importers",
    "load": "quizlib.storage",
    "new_bank": "quizlib.authoring",
    "new_item": "quizlib.authoring",
    "read": "quizlib.readers",
    "read_text": "quizlib.readers",
    "study": "quizlib.learning",
}

#: Names that will go, as docs/stability.md has it: none so far.
_DEPRECATED: dict[str, Deprecated] = {}

if not TYPE_CHECKING:  # else a misspelt name would pass for any value
    __getattr__ = loader(__name__, _PLACES, _DEPRECATED)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

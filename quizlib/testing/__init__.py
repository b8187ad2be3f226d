"""Tests for plug-ins: what must hold of everything that can be added to quizlib.

Each function takes the name under which something is registered, finds it as every command
does, tries it out, and raises AssertionError with what is wrong. quizlib's own readers,
kinds, checks, exporters and importers are tested by them too.

Examples:
    >>> from quizlib.testing import assert_kind
    >>> {item.kind for item in assert_kind("short_answer")}
    {'short_answer'}
"""

from quizlib.testing._checks import assert_check
from quizlib.testing._exporters import assert_exporter
from quizlib.testing._importers import assert_importer
from quizlib.testing._kinds import assert_kind
from quizlib.testing._methods import assert_method
from quizlib.testing._readers import assert_reader
from quizlib.testing._samples import BANK, DOCUMENT, FACTS, HOSTILE, HOSTILE_BANK

__all__ = [
    "BANK",
    "DOCUMENT",
    "FACTS",
    "HOSTILE",
    "HOSTILE_BANK",
    "assert_check",
    "assert_exporter",
    "assert_importer",
    "assert_kind",
    "assert_method",
    "assert_reader",
]

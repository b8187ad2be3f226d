"""What plug-ins are made with: the protocols that they follow, and what these take and give.

A plug-in is an installed package that offers readers, extraction methods, kinds, checks,
exporters or importers through entry points; docs/extending.md builds one of each. The names
in `__all__` are promised as those of `quizlib` are. Each is loaded when it is first used.

    Reader, Method, Kind, Check, Exporter, Importer     the protocols
    decode, slug                                        for readers
    Analysis, Sentence                                  what a method is given
    AnswerType, Fact                                    what it finds
    Distractors, accepted, draft                        for kinds
    Flaw                                                what a check reports
    Export, Options, choice, show, Shown                for exporters
    Imported                                            what an importer gives
    digest                                              ids that are the same everywhere

Examples:
    >>> from quizlib.plugins import Kind
    >>> from quizlib.items import kinds
    >>> riddles: Kind = kinds.get("term")
    >>> riddles.instruction
    'Type the term.'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.lazy import loader

if TYPE_CHECKING:
    from quizlib.checks import Check
    from quizlib.checks._finding import Flaw
    from quizlib.distractors import Distractors
    from quizlib.errors import UnreadableDeck, UnreadableSource
    from quizlib.exporters import Export, Exporter, Options, choice
    from quizlib.exporters._view import Shown, show
    from quizlib.extract import Method
    from quizlib.files import digest
    from quizlib.importers import Imported, Importer
    from quizlib.items import Kind, accepted, draft
    from quizlib.language import Analysis, Sentence
    from quizlib.model import (
        GAP,
        AnswerType,
        Bank,
        Block,
        BlockKind,
        Choice,
        Document,
        DocumentRecord,
        Evidence,
        ExtendedText,
        Fact,
        Interaction,
        Item,
        Maker,
        Match,
        Order,
        Problem,
        Severity,
        TextEntry,
    )
    from quizlib.readers import Reader
    from quizlib.readers._blocks import slug
    from quizlib.readers._decode import decode

__all__ = [
    "GAP",
    "Analysis",
    "AnswerType",
    "Bank",
    "Block",
    "BlockKind",
    "Check",
    "Choice",
    "Distractors",
    "Document",
    "DocumentRecord",
    "Evidence",
    "Export",
    "Exporter",
    "ExtendedText",
    "Fact",
    "Flaw",
    "Imported",
    "Importer",
    "Interaction",
    "Item",
    "Kind",
    "Maker",
    "Match",
    "Method",
    "Options",
    "Order",
    "Problem",
    "Reader",
    "Sentence",
    "Severity",
    "Shown",
    "TextEntry",
    "UnreadableDeck",
    "UnreadableSource",
    "accepted",
    "choice",
    "decode",
    "digest",
    "draft",
    "show",
    "slug",
]

_NAMES = {
    "quizlib.checks": "Check",
    "quizlib.checks._finding": "Flaw",
    "quizlib.distractors": "Distractors",
    "quizlib.errors": "UnreadableDeck UnreadableSource",
    "quizlib.exporters": "Export Exporter Options choice",
    "quizlib.exporters._view": "Shown show",
    "quizlib.extract": "Method",
    "quizlib.files": "digest",
    "quizlib.importers": "Imported Importer",
    "quizlib.items": "Kind accepted draft",
    "quizlib.language": "Analysis Sentence",
    "quizlib.model": (
        "GAP AnswerType Bank Block BlockKind Choice Document DocumentRecord Evidence"
        " ExtendedText Fact Interaction Item Maker Match Order Problem Severity TextEntry"
    ),
    "quizlib.readers": "Reader",
    "quizlib.readers._blocks": "slug",
    "quizlib.readers._decode": "decode",
}

if not TYPE_CHECKING:  # else a misspelt name would pass for any value
    __getattr__ = loader(__name__, {n: m for m, names in _NAMES.items() for n in names.split()})

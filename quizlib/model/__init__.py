"""Frozen data that every stage shares; no stage's logic and no input or output."""

from quizlib.model.bank import FORMAT, Bank, DocumentRecord, Maker
from quizlib.model.base import Described, Frozen
from quizlib.model.document import Block, BlockKind, Document, Run
from quizlib.model.evidence import Evidence
from quizlib.model.fact import AnswerType, Fact
from quizlib.model.interaction import (
    Choice,
    ExtendedText,
    Interaction,
    InteractionName,
    Match,
    Order,
    Score,
    TextEntry,
)
from quizlib.model.item import GAP, LIVE, Item, Status, remark, says_more
from quizlib.model.package import Card, Media, Note, NoteType, Package, Review, Schedule, Template
from quizlib.model.problem import Problem, ProblemCode, Severity
from quizlib.model.results import AnswerRecord, BankName, ResultsFile, SittingRecord

__all__ = [
    "FORMAT",
    "GAP",
    "LIVE",
    "AnswerRecord",
    "AnswerType",
    "Bank",
    "BankName",
    "Block",
    "BlockKind",
    "Card",
    "Choice",
    "Described",
    "Document",
    "DocumentRecord",
    "Evidence",
    "ExtendedText",
    "Fact",
    "Frozen",
    "Interaction",
    "InteractionName",
    "Item",
    "Maker",
    "Match",
    "Media",
    "Note",
    "NoteType",
    "Order",
    "Package",
    "Problem",
    "ProblemCode",
    "ResultsFile",
    "Review",
    "Run",
    "Schedule",
    "Score",
    "Severity",
    "SittingRecord",
    "Status",
    "Template",
    "TextEntry",
    "remark",
    "says_more",
]

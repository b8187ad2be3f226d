"""What cannot go on: the exceptions of quizlib.

Wrong *content* is a `quizlib.model.Problem` and is collected; an exception means
that the work cannot continue. Every class builds its own message, which says
what happened, where, and what would be allowed.

    QuizlibError
    ├── SourceError
    │   ├── SourceNotFound      no such file or folder
    │   ├── UnreadableSource    a file that is no text of a known format
    │   └── NothingToRead       a folder, or a list, without one readable document
    ├── BankError
    │   ├── BankNotFound        no such bank
    │   ├── DamagedBank         not a bank, with line and column where known
    │   ├── NewerBank           written by a later version of the format
    │   ├── ChangedBank         written by somebody else while it was open here
    │   └── EmptyBank           no item to ask, print or export
    ├── UnreadableDeck          a deck of another program that cannot be imported
    ├── UnknownName             a reader, kind, target … that nobody offers
    ├── InvalidArgument         an argument of a kind that a function cannot take
    ├── InvalidOption           an option of an export that is unknown, or its value wrong
    ├── BrokenPlugin            a plug-in that cannot be loaded, or fails in use
    ├── LanguageModelError      the language model is missing or unusable
    ├── UnfitItem               an item whose fields do not fit its kind
    ├── InvalidEdit             a change that would leave no usable item
    ├── StoreError
    │   ├── DamagedStore        a file that holds no learner's data
    │   ├── NewerStore          written by a later version of the schema
    │   └── StoreTrouble        it cannot be read or written now
    ├── LogError
    │   ├── DamagedLog          a file that is no exported log
    │   └── NewerLog            an exported log of a later version of the format
    ├── ClockWentBack           a review that would lie before the last one
    ├── NothingAsked            a rating, a flag … while no card is asked
    ├── InvalidResponse         an answer of a shape that the interaction cannot take
    ├── MissingGlyph            a character that no font has, on paper
    ├── UnreadableForms         the map of a sheet's forms, or the answers to it
    ├── UnreadableResults       a file that holds no answers of learners
    ├── AnkiError
    │   ├── AnkiNotReached      no Anki with AnkiConnect answers
    │   └── AnkiRefused         Anki answers, and does not do what it is asked
    └── OutputError             a file that cannot be written
"""

from __future__ import annotations

from quizlib.errors.banks import (
    BankError,
    BankNotFound,
    ChangedBank,
    DamagedBank,
    EmptyBank,
    InvalidEdit,
    NewerBank,
    UnfitItem,
    UnreadableDeck,
)
from quizlib.errors.exits import AnkiError, AnkiNotReached, AnkiRefused, MissingGlyph, OutputError
from quizlib.errors.learning import (
    ClockWentBack,
    DamagedLog,
    DamagedStore,
    InvalidResponse,
    LogError,
    NewerLog,
    NewerStore,
    NothingAsked,
    StoreError,
    StoreTrouble,
    UnreadableForms,
    UnreadableResults,
)
from quizlib.errors.names import BrokenPlugin, InvalidArgument, InvalidOption, UnknownName
from quizlib.errors.root import QuizlibError, place, printable
from quizlib.errors.sources import (
    LanguageModelError,
    NothingToRead,
    SourceError,
    SourceNotFound,
    UnreadableSource,
)

__all__ = [
    "AnkiError",
    "AnkiNotReached",
    "AnkiRefused",
    "BankError",
    "BankNotFound",
    "BrokenPlugin",
    "ChangedBank",
    "ClockWentBack",
    "DamagedBank",
    "DamagedLog",
    "DamagedStore",
    "EmptyBank",
    "InvalidArgument",
    "InvalidEdit",
    "InvalidOption",
    "InvalidResponse",
    "LanguageModelError",
    "LogError",
    "MissingGlyph",
    "NewerBank",
    "NewerLog",
    "NewerStore",
    "NothingAsked",
    "NothingToRead",
    "OutputError",
    "QuizlibError",
    "SourceError",
    "SourceNotFound",
    "StoreError",
    "StoreTrouble",
    "UnfitItem",
    "UnknownName",
    "UnreadableDeck",
    "UnreadableForms",
    "UnreadableResults",
    "UnreadableSource",
    "place",
    "printable",
]

for _error in [each for each in globals().values() if isinstance(each, type)]:
    _error.__module__ = __name__  # tracebacks name them as they are imported

"""Problems that only the command line meets: what a build came to, which banks are there."""

from __future__ import annotations

from quizlib.model import ProblemCode, Severity

NO_QUESTION = ProblemCode(
    name="no-question",
    severity=Severity.WARNING,
    message="no question could be made: plain sentences that give reasons, definitions, roles or"
    " dates work best; lines such as Q: … and A: … always do",
    cause="The documents say nothing that the rules can ask for, or all of it was left out.",
    cure="`quizlib build --explain` tells what was left out, and why. Or write questions into the"
    " document, as the message says.",
    example={"where": "notes.json"},
)
SILENT = ProblemCode(
    name="silent-sentences",
    severity=Severity.NOTE,
    message="{silent} of {sentences} gave no question: {command} tells why",
    cause="A question is asked only where its answer is certain. In these sentences no rule found"
    " one; `quizlib build --explain` lists them, each with the reason as far as it can be known.",
    cure="None is needed. To have one asked all the same, write it into the document as Q: and A:,"
    " or as C: with a [gap].",
    example={
        "silent": 9,
        "sentences": "13 sentences",
        "command": "quizlib build longitude.md --explain",
    },
)
BANK_GONE = ProblemCode(
    name="bank-gone",
    severity=Severity.WARNING,
    message="not there any more; its cards wait until it is back, or is named at its new place"
    " ({command} stops asking for it)",
    cause="A bank that was studied before was moved, renamed or deleted.",
    cure="Name it once at its new place: `quizlib study` finds its cards' history. Or have it"
    " forgotten, as the message says; the history of its cards stays.",
    example={
        "where": "/notes/biology.json",
        "command": "quizlib study --forget /notes/biology.json",
    },
)
BANK_MOVED = ProblemCode(
    name="bank-moved",
    severity=Severity.NOTE,
    message="takes the place of {before}, which is not there any more",
    cause="A bank is studied that has the title of one that is gone: the same, at another place.",
    cure="Nothing: its cards go on where they were.",
    example={"where": "/decks/biology.json", "before": "/notes/biology.json"},
)

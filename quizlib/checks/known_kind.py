"""Every item is of a known kind and fits it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw
from quizlib.errors import UnfitItem, UnknownName
from quizlib.items import interaction, kinds
from quizlib.model import Bank, Document, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_STATEMENT = "The council abolished the salt tax in 1804."

UNKNOWN_KIND = Flaw(
    code="unknown-kind",
    severity=Severity.ERROR,
    cure="Install the plug-in that offers the kind, or correct the kind in the file.",
    bad=(example("essay", "Why did the council abolish the salt tax?", "smuggling"),),
    good=(example("flashcard", "Why did the council abolish the salt tax?", "smuggling"),),
)
MISSING_PLUG_IN = Flaw(
    code="missing-plug-in",
    severity=Severity.NOTE,
    cure="Install the plug-in that offers the kind; nothing is lost without it.",
    bad=(example("riddle", "What do smugglers hate?", "the salt tax", interaction="text_entry"),),
    good=(example("short_answer", "What do smugglers hate?", "the salt tax"),),
)
UNFIT_ITEM = Flaw(
    code="unfit-item",
    severity=Severity.ERROR,
    cure="Mend the fields that the message names.",
    bad=(example("true_false", _STATEMENT, "1804"), example("flashcard", "", "salt")),
    good=(example("true_false", _STATEMENT, "True"), example("flashcard", "What?", "salt")),
)


class KnownKind:
    summary = "the item's kind is known, and the item fits it"
    why = "Nothing can ask, print or grade such an item."
    flaws = (UNKNOWN_KIND, MISSING_PLUG_IN, UNFIT_ITEM)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item in bank.items:
            try:
                interaction(item)
            except UnknownName as error:
                yield UNKNOWN_KIND.of(bank, item, str(error))
            except UnfitItem as error:
                yield UNFIT_ITEM.of(bank, item, error.why)
            else:
                if not item.stem.strip() or not all(key.strip() for key in item.key):
                    yield UNFIT_ITEM.of(bank, item, "its stem or its key is empty")
                if item.kind not in kinds:
                    told = f"no plug-in for the kind {item.kind!r} is installed: asked as"
                    yield MISSING_PLUG_IN.of(bank, item, f"{told} {item.interaction}")


rule = KnownKind()

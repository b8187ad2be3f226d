"""Anki: a package to import, and to import again when the bank has changed.

Re-importing updates a note's text and keeps its reviews; docs/formats/anki.md says
what updates keep, docs/decisions/anki-identity.md why it works the way it does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.exporters import NOTHING, Export, Options
from quizlib.exporters._view import counted, show

if TYPE_CHECKING:
    from quizlib.model import Bank


class Anki:
    summary = "Anki package: import it; later imports update it and keep the reviews"
    suffixes = (".apkg",)
    options = Options

    def export(self, bank: Bank, options: Options = NOTHING) -> Export:
        from quizlib.exporters._anki.package import package

        shown, problems = show(bank)
        data, decks = package(bank, shown)
        # Every note type has one card.
        counts = [counted(len(shown), "note"), counted(len(shown), "card"), counted(decks, "deck")]
        return Export(data, ", ".join(counts), problems)


exporter = Anki()

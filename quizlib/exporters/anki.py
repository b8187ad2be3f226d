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
        made = package(bank, shown)
        counts = zip((made.notes, made.cards, made.decks), ("note", "card", "deck"), strict=True)
        told = ", ".join(counted(number, noun) for number, noun in counts)
        return Export(made.data, told, [*problems, *made.problems])


exporter = Anki()

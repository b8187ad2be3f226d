"""Anki: a package to import, and to import again when the bank has changed.

Re-importing updates a note's text and keeps its reviews; docs/formats/anki.md says
what updates keep, docs/decisions/0006-what-anki-knows-an-item-by.md why it works the way
it does.
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator

from quizlib.errors import EmptyBank
from quizlib.exporters import Export, Options, choice
from quizlib.exporters._anki.connect import ADDRESS, local, send
from quizlib.exporters._anki.names import Wanted  # noqa: TC001 - Pydantic reads it
from quizlib.model import Problem, ProblemCode, Severity
from quizlib.model.item import GONE
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quizlib.model import Bank


class AnkiOptions(Options):
    deck: str = choice("", "The deck, in place of the bank's title.", "NAME")
    decks: Wanted = choice(
        "auto", "How far decks part below it; auto: by sections of ten notes or more on average."
    )
    both_ways: bool = choice(False, "Ask questions with one answer the other way round too.")
    retired: bool = choice(False, "Rejected and retired items too, tagged and suspended.")
    overwrite: bool = choice(False, "Update notes that were edited or tagged in Anki too.")
    connect: bool = choice(False, "Have a running Anki import the file, by its add-on AnkiConnect.")
    connect_to: Annotated[str, AfterValidator(local)] = choice(
        ADDRESS, "Where AnkiConnect listens on this machine.", "ADDRESS"
    )
    connect_key: str = choice("", "AnkiConnect's key, where its settings have one.", "KEY")


#: No choice made.
PLAIN = AnkiOptions()


class Anki:
    summary = "Anki package: import it; later imports update it and keep the reviews"
    suffixes = (".apkg",)
    options = AnkiOptions

    def export(self, bank: Bank, options: AnkiOptions = PLAIN) -> Export:
        from quizlib.exporters._anki.package import package

        made = package(bank, options)
        if not made.notes:
            raise EmptyBank(bank.title, "no item to export")
        counts = zip((made.notes, made.cards, made.decks), ("note", "card", "deck"), strict=True)
        told = ", ".join(counted(number, noun) for number, noun in counts)
        problems = [*made.problems, *_left_out(bank, options)]
        deliver = partial(_deliver, options) if options.connect else None
        return Export(made.data, told, problems, deliver=deliver)


def _deliver(options: AnkiOptions, path: Path) -> str:
    send(path, options.connect_to, options.connect_key)
    return "imported into Anki"


RETIRED = ProblemCode(
    name="retired-left-out",
    severity=Severity.NOTE,
    message="{count} left out; if Anki has them already, --retired marks them there",
    cause="These items were rejected, or what proves them is gone from the documents. Who has had"
    " them in Anki goes on with questions that are wrong, or that nothing proves any more.",
    cure="Where they were exported before, export with `--retired`, search Anki for"
    " `tag:quizlib::retired`, and suspend them.",
    example={"where": "Biology", "count": "3 rejected and 2 retired items"},
)


def _left_out(bank: Bank, options: AnkiOptions) -> Iterator[Problem]:
    """A learner who has had them goes on with questions that are wrong, or that nothing proves."""
    from quizlib.exporters._anki.kept import imported

    if options.retired:
        return
    out = [item for item in bank.items if item.status in GONE]
    theirs = imported(bank) if out else set()  # notes of somebody else's stay as they are
    gone = Counter(item.status for item in out if item.origin not in theirs)
    if gone:
        told = " and ".join(f"{gone[status]} {status}" for status in sorted(gone))
        noun = "item" if gone.total() == 1 else "items"
        yield RETIRED.at(bank.title, count=f"{told} {noun}")


exporter = Anki()

"""Anki's text file: one note a line, of the note types Basic and Cloze that every Anki has.

Below the notes each item follows in a comment, which Anki passes over, so that the file read back
gives the same bank. Source of the header lines:
https://docs.ankiweb.net/importing/text-files.html.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, assert_never

from quizlib.exporters import NOTHING, Export, Options
from quizlib.exporters._view import show
from quizlib.model import GAP, Choice, ExtendedText, Match, Order, TextEntry
from quizlib.wording import counted

if TYPE_CHECKING:
    from quizlib.exporters._view import Shown
    from quizlib.model import Bank

HEADER = """\
#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:4
"""
#: How a line with an item begins; what follows is as in the spare field of a package.
ITEM = "#quizlib:"


class AnkiText:
    summary = "Anki's text file: one plain note a line, for Anki's Import File"
    suffixes = (".txt",)
    options = Options

    def export(self, bank: Bank, options: Options = NOTHING) -> Export:
        from quizlib.exporters._anki.fields import tags
        from quizlib.exporters._anki.names import deck_name, level, settled
        from quizlib.exporters._anki.original import Packing, seen

        shown, problems = show(bank)
        lines = io.StringIO(newline="")
        writer = csv.writer(lines, delimiter="\t", lineterminator="\n")
        packing, items = Packing(bank), list[str]()
        root, depth = level(bank.title), settled("auto", bank)
        for item in shown:
            kind = "Cloze" if _is_cloze(item) else "Basic"
            labels, fields = tags(item), [_front(item), _back(item)]
            place = (item.id, kind, deck_name(root, item, depth), " ".join(labels))
            writer.writerow([*place, *fields])
            items.append(f"{ITEM}{packing.packed(item.original, seen(fields, labels))}\n")
        data = f"{HEADER}{lines.getvalue()}{''.join(items)}".encode()
        return Export(data, counted(len(shown), "note"), problems)


def _is_cloze(item: Shown) -> bool:
    return isinstance(item.interaction, TextEntry) and item.stem.count(GAP) == 1


def _front(item: Shown) -> str:
    from quizlib.exporters._anki.fields import markup, stem

    asked = stem(item) if _is_cloze(item) else markup(item.stem)
    return "<br>".join(filter(None, [markup(item.context), asked, _options(item)]))


def _options(item: Shown) -> str:
    """What there is to choose from, in the order shown."""
    from quizlib.exporters._anki.fields import entries

    match item.interaction:
        case TextEntry() | ExtendedText():
            return ""
        case Match(left=left):
            return entries("ol", left) + entries("ul", item.options)
        case Choice() | Order():
            return entries("ul", item.options)
        case _:
            assert_never(item.interaction)


def _back(item: Shown) -> str:
    """The key, unless the cloze has it, and all that proves or explains it."""
    from quizlib.exporters._anki.fields import entries, markup

    key = entries("ol", item.key) if len(item.key) > 1 else markup(item.key[0])
    parts = [
        "" if _is_cloze(item) else key,
        markup(", ".join(item.accepted)),
        markup(item.explanation),
        "<br>".join(f"“{markup(quote.words)}”" for quote in item.quotes),
        markup(item.source_line),
    ]
    return "<br>".join(filter(None, parts))


exporter = AnkiText()

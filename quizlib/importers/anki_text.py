"""Anki's text files: one note a line, told by header lines such as `#separator:tab`.

Source: https://docs.ankiweb.net/importing/text-files.html. A text without such a line is a
source document, not a deck. The file holds fields only; which of them asks is Anki's
custom: the first one, or the gaps in it.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from quizlib.errors import UnreadableDeck
from quizlib.exporters.anki_text import ITEM
from quizlib.files import digest
from quizlib.model import NoteType, Package, ProblemCode, Severity, Template
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from quizlib.exporters._anki.original import Original
    from quizlib.importers import Imported
    from quizlib.model import Note, Problem

_HEADER = re.compile(
    r"#(separator|html|tags|columns|notetype|deck|if matches"
    r"|notetype column|deck column|tags column|guid column):(.*)"
)
_SEPARATORS = {
    "comma": ",",
    "semicolon": ";",
    "tab": "\t",
    "space": " ",
    "pipe": "|",
    "colon": ":",
}
#: How the tag begins that quizlib gives each of its notes.
_OWN = "quizlib::kind::"
#: The largest file that is read, in bytes.
MOST = 64 << 20


class AnkiText:
    summary = "Anki's text file: one note a line, below header lines such as #separator:tab"
    suffixes = (".txt", ".tsv", ".csv")

    def claims(self, head: bytes) -> bool:
        first = head.decode("utf-8-sig", "replace").partition("\n")[0]
        return _HEADER.fullmatch(first.strip()) is not None

    def read(self, path: Path, *, history: bool = False) -> Imported:
        from quizlib.importers._decks import Origin, imported

        if path.stat().st_size > MOST:
            raise UnreadableDeck(path, "it is larger than 64 MB")
        text = path.read_bytes().decode("utf-8-sig", "replace")
        headers, body = _headers(text)
        rows = list(_known(_rows(path, headers, body)))
        types = {row.note_type: _note_type(row) for row in reversed(rows)}
        for row in rows:  # the widest row of a type says how many fields it has
            if len(row.fields) > len(types[row.note_type].fields):
                types[row.note_type] = _note_type(row)
        package = Package(note_types=tuple(types[name] for name in sorted(types)))
        originals, problems = _originals(path, body, rows)
        notes = _notes(rows, types)
        return imported(package, notes, Origin(path, "anki_text"), problems, originals)


NOT_TAKEN = ProblemCode(
    name="edit-not-taken",
    severity=Severity.WARNING,
    message="{count} changed in the text: not taken, the items are as they were exported (first:"
    " {first})",
    cause="quizlib wrote the file, and its lines were edited. They run question and options, answer"
    " and quotes together, so that none of these can be told from them any more.",
    cure="Edit the bank with `quizlib review`, or a table (`quizlib export csv`), where they are"
    " apart; or import into Anki, edit there, and export a package (.apkg).",
    example={"where": "salt.txt", "count": "2 notes", "first": "3f2a9c41d0b7"},
)
FLATTENED = ProblemCode(
    name="items-lost",
    severity=Severity.WARNING,
    message="{count} made by quizlib, without the items that they were made of: taken as they are"
    " shown, as question and answer (first: {first})",
    cause="Anki's text export has no place for items: options, quotes and kinds are text there.",
    cure="In Anki, export the deck as a package (.apkg): that gives the items back as they were.",
    example={"where": "salt.txt", "count": "10 notes", "first": "3f2a9c41d0b7"},
)


def _originals(
    path: Path, body: str, rows: list[_Row]
) -> tuple[dict[str, Original], list[Problem]]:
    """The items that quizlib wrote below the notes, by GUID, and what there is to say of them."""
    from quizlib.exporters._anki.original import Unpacking, seen

    unpacking = Unpacking()
    found = map(unpacking.unpacked, re.findall(f"^{ITEM}(.*)$", body, re.MULTILINE))
    known = {each.item.id: each for each in found if each}
    there = [row for row in rows if row.guid in known]
    edited = [row.guid for row in there if known[row.guid].seen != seen(row.fields, row.tags)]
    own = [row.guid for row in rows if any(tag.startswith(_OWN) for tag in row.tags)]
    lost = [guid for guid in own if guid not in known]
    return known, [
        code.at(path.name, count=counted(len(guids), "note"), first=guids[0][:40])
        for code, guids in ((NOT_TAKEN, edited), (FLATTENED, lost))
        if guids
    ]


class _Row(NamedTuple):
    guid: str
    note_type: str
    deck: str
    tags: tuple[str, ...]
    fields: tuple[str, ...]


def _headers(text: str) -> tuple[dict[str, str], str]:
    """The header lines by name, and the text below them."""
    headers: dict[str, str] = {}
    while found := _HEADER.match(text):
        headers[found[1]] = found[2].strip("\r")
        text = text[found.end() :].removeprefix("\n")
    return headers, text


def _rows(path: Path, headers: dict[str, str], body: str) -> Iterator[_Row]:
    named = headers.get("separator", "tab")
    separator = _SEPARATORS.get(named.strip().lower(), named[:1] or "\t")
    special = {name: _column(headers, name) for name in ("notetype", "deck", "tags", "guid")}
    is_html = headers.get("html", "").strip().lower() == "true"
    try:
        for cells in csv.reader(io.StringIO(body), delimiter=separator):
            if not any(cells) or cells[0].startswith("#"):
                continue
            given = {n: cells[at] for n, at in special.items() if 0 <= at < len(cells)}
            rest = [cell for at, cell in enumerate(cells) if at not in special.values()]
            yield _Row(
                given.get("guid", "").strip(),
                given.get("notetype") or headers.get("notetype") or "Basic",
                given.get("deck") or headers.get("deck") or path.stem,
                (*headers.get("tags", "").split(), *given.get("tags", "").split()),
                tuple(cell if is_html else _escaped(cell) for cell in rest) or ("",),
            )
    except (csv.Error, TypeError) as error:
        raise UnreadableDeck(path, f"its lines are damaged: {error}") from error


def _known(rows: Iterable[_Row]) -> Iterator[_Row]:
    """The rows, those without a GUID known by note type and first field, as Anki knows them."""
    again = Counter[tuple[str, str]]()
    for row in rows:
        words = (row.note_type, row.fields[0])
        if row.guid:
            yield row
            continue
        again[words] += 1
        yield row._replace(guid=digest("line-1", *words, str(again[words]), size=6))


def _column(headers: dict[str, str], name: str) -> int:
    """The place of a special column, -1 where there is none."""
    given = headers.get(f"{name} column", "").strip()
    return int(given) - 1 if given.isascii() and given.isdigit() and len(given) < 5 else -1


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _note_type(row: _Row) -> NoteType:
    """A note type that asks for what follows the first field, or for its gaps."""
    from quizlib.importers._plain import id_of

    cloze = "{{c" in row.fields[0]
    names = tuple(f"Field {number + 1}" for number in range(max(2, len(row.fields))))
    front = f"{{{{cloze:{names[0]}}}}}" if cloze else f"{{{{{names[0]}}}}}"
    rest = "<br>".join(f"{{{{{name}}}}}" for name in names[1:])
    back = f"{front}<br>{rest}" if cloze else f"{{{{FrontSide}}}}<hr id=answer>{rest}"
    return NoteType(
        id=id_of("type", row.note_type, *names),
        name=row.note_type,
        fields=names,
        templates=(Template(name="Card 1", front=front, back=back),),
        cloze=cloze,
    )


def _notes(rows: list[_Row], types: dict[str, NoteType]) -> Iterator[Note]:
    from quizlib.importers._plain import Notes

    notes = Notes(types.values())
    for row in rows:
        yield notes.note(row.guid, types[row.note_type].id, row.fields, row.tags, row.deck)


importer = AnkiText()

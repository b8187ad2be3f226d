"""Reads exports back, each in the way its consumer does."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import sqlite3
import tempfile
import zipfile
from base64 import b64decode
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pypdfium2

#: HTML elements without an end tag (HTML Living Standard 13.1.2, "Void elements").
VOID = {"meta", "br", "hr", "img", "input", "link"}


def rows(data: bytes) -> list[dict[str, str]]:
    """The rows of a CSV export by column, as the file holds them."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def notes(data: bytes) -> list[dict[str, str]]:
    """The notes of a package: guid, mod, tags, and every field by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, tempfile.TemporaryDirectory() as folder:
        path = Path(archive.extract("collection.anki2", folder))
        with closing(sqlite3.connect(path)) as database:
            found = database.execute("select guid, mod, tags, flds, mid from notes order by id")
            return [_note(*row) for row in found]


def _note(guid: str, mod: int, tags: str, fields: str, mid: int) -> dict[str, str]:
    from quizlib.exporters._anki.note_types import FIELDS

    values = zip(FIELDS, fields.split("\x1f"), strict=True)
    return {"guid": guid, "mod": str(mod), "tags": tags, "mid": str(mid), **dict(values)}


class Page(HTMLParser):
    """Checks that elements nest and close, and gathers elements, attributes and text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.pieces: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), f"an attribute of <{tag}> is given twice"
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in {"style", "script"}:
            self.pieces.append(data)

    @property
    def text(self) -> str:
        """What a person reads, white space folded."""
        return folded("".join(self.pieces))


def folded(text: str) -> str:
    return " ".join(text.split())


def field_text(field: str) -> str:
    """The text of an Anki field: cloze marks, elements and entities resolved."""
    plain = re.sub(r"\{\{c1::(.*?)\}\}", r"\1", field)
    return html.unescape(re.sub(r"<[^>]*>", " ", plain))


def gift_text(content: str) -> str:
    """The text of GIFT without its comments, marks, formats and elements; an answer that is
    true or false as the learner reads it.
    """
    bare = re.sub(r"^//.*$", "", content, flags=re.MULTILINE)
    words = re.sub(r"\{(TRUE|FALSE)", lambda found: found[1].capitalize(), bare)
    words = re.sub(r"(?<!\\)[~={}]|####|%-?[\d.]+%(?=\[html\])|\[html\]|\[plain\]", " ", words)
    words = re.sub(r"\\n", "\n", re.sub(r"\\([~=#{}:])", r"\1", words))
    return html.unescape(re.sub(r"<(br|hr)>", " ", words)).replace("\\\\", "\\")


def web_data(data: bytes) -> dict[str, Any]:
    """What a web page holds for its script; `keys` as the script reads them."""
    [found] = re.findall('<script type="application/json" id="items">(.*?)</script>', data.decode())
    told: dict[str, Any] = json.loads(found)
    for name in ("keys", "formulas"):
        hidden = b64decode(told[name])
        plain = bytes(b ^ (n * 7 + 91) & 255 for n, b in enumerate(hidden))
        told[name] = json.loads(plain) if plain else ""
    return told


def strings(value: Any) -> list[str]:
    """Every text in what JSON held."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in strings(part)]


def text(target: str, data: bytes) -> str:
    """All that a person reads in an export, white space folded."""
    if data.startswith(b"%PDF"):
        return folded("\n".join(page.get_textpage().get_text_range() for page in pages(data)))
    if target == "csv":
        cells = (cell.removeprefix("'") for row in rows(data) for cell in row.values())
        return folded(" ".join(cells))
    if target == "anki":
        return folded(
            " ".join(field_text(field) for note in notes(data) for field in note.values())
        )
    if target == "anki_text":
        lines = data.decode().split("\n", 6)[6]
        cells = (cell for row in csv.reader(io.StringIO(lines), delimiter="\t") for cell in row)
        return folded(" ".join(map(field_text, cells)))
    if target == "gift":
        return folded(gift_text(data.decode()))
    if target == "crowdanki":
        return folded(" ".join(map(field_text, strings(json.loads(data)))))
    if target == "web":
        return folded(" ".join(strings(web_data(data))))
    return Page(data.decode()).text


def pages(data: bytes) -> pypdfium2.PdfDocument:
    """The pages of a PDF, as Chromium's own library reads them."""
    import pypdfium2

    return pypdfium2.PdfDocument(data)

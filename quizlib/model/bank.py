"""The bank: all items, with the documents that they come from."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

from pydantic import Field

from quizlib.files import write_whole
from quizlib.garbage import everything_kept
from quizlib.model.base import Frozen
from quizlib.model.item import LIVE, Item
from quizlib.model.package import Package

if TYPE_CHECKING:
    import os

    from quizlib.model.document import Document

FORMAT = 1


class Maker(Frozen):
    """A program or model that had a part in the bank, with its version."""

    name: str
    version: str


class DocumentRecord(Frozen):
    """What a bank keeps of a document: enough to cite it and to know it again.

    Attributes:
        id: The document's id, by which items quote it.
        title: Its title.
        name: The file's path relative to what was read.
        format: The name of the reader that read it.
        digest: SHA-256 of the file's bytes, in hexadecimal digits.
        words: How many it has.
        date: When it was published.
        publisher: Who published it.
        genre: What sort of text it says it is.
    """

    id: str
    title: str
    name: str
    format: str
    digest: str
    words: int
    date: dt.date | None = None
    publisher: str = ""
    genre: str = ""

    @property
    def credit(self) -> str:
        """Publisher and date, what is known of them."""
        day = f"{self.date.day} {self.date:%B %Y}" if self.date else ""
        return ", ".join(part for part in (self.publisher, day) if part)

    @property
    def source_line(self) -> str:
        """Title, publisher and date: shown with every item, everywhere."""
        return f"{self.title} · {self.credit}" if self.credit else self.title

    @classmethod
    def of(cls, document: Document) -> DocumentRecord:
        """The record of a document that was read."""
        shared = {name: getattr(document, name) for name in cls.model_fields if name != "words"}
        return cls(words=len(document.text.split()), **shared)


class Bank(Frozen):
    """All items of some documents; one JSON file, written for people too.

    Attributes:
        format: The version of the file's format.
        title: The bank's name.
        language: The language's code, as in ISO 639-1.
        generator: The program that made it.
        model: The language model that had a part in it.
        seed: That of the build.
        documents: Where the items come from.
        items: All items, those that are not asked among them.
        package: What an imported deck holds beyond its items, kept for the way back.

    Examples:
        >>> import quizlib
        >>> bank = quizlib.load("salt.json")
        >>> bank.title, bank.language, len(bank.live), bank.documents[0].source_line
        ('Salt Works', 'en', 8, 'Salt Works')
        >>> renamed = bank.model_copy(update={"title": "Harbour"})
        >>> renamed.save("harbour.json")
        >>> quizlib.load("harbour.json") == renamed
        True
    """

    format: int = FORMAT
    title: str
    language: str = "en"
    generator: Maker
    model: Maker | None = None
    seed: int = 0
    documents: tuple[DocumentRecord, ...] = ()
    items: tuple[Item, ...] = Field(default=())
    package: Package | None = None

    @property
    def live(self) -> tuple[Item, ...]:
        """The items that are asked, printed and exported, in the bank's order."""
        return tuple([item for item in self.items if item.status in LIVE])

    def document(self, id: str) -> DocumentRecord | None:
        """The record of the document with this id."""
        return next((record for record in self.documents if record.id == id), None)

    def source_line(self, item: Item) -> str:
        """The source line of an item's first document, and how many others say the same."""
        records = [record for record in map(self.document, item.sources) if record]
        more = len(records) - 1
        others = f" (and {more} more)" if more > 0 else ""
        return f"{records[0].source_line}{others}" if records else ""

    def without_history(self) -> Bank:
        """The bank without what its imported deck tells of a learner: schedule and reviews."""
        if self.package is None:
            return self
        package = self.package.without_history()
        empty = not package.notes and not package.media
        return self.model_copy(update={"package": None if empty else package})

    def to_json(self) -> str:
        """The bank as its file holds it: sorted keys, defaults left out, a last newline."""
        with everything_kept():
            data = self.model_dump(mode="json", exclude_defaults=True)
            data["format"] = self.format
            return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the bank to `path`, whole or not at all. Raises OutputError."""
        write_whole(path, self.to_json().encode("utf-8"))

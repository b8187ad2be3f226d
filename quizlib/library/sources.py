"""Sources as a bank knows them: how they are named, and which document is which."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizlib.model import Bank, Document


def default_title(documents: Sequence[Document], sources: Sequence[str]) -> str:
    """The title of a bank that nobody named: its document's, else its folder's in words."""
    if len(documents) == 1:
        return documents[0].title
    if len(sources) == 1:
        words = Path(sources[0]).resolve().name.replace("-", " ").replace("_", " ").split()
        if words:
            return " ".join(words)[:1].upper() + " ".join(words)[1:]
    return f"{documents[0].title} and {len(documents) - 1} more"


def slug(title: str) -> str:
    """`title` as a file name: lower case, letters and digits of any script, hyphens."""
    folded = unicodedata.normalize("NFC", title).lower()
    words = "".join(c if c.isalnum() else " " for c in folded).split()
    return "-".join(words)[:60].strip("-") or "bank"


def beside(bank: Bank, folder: Path) -> list[Document]:
    """Those of the bank's documents that lie in `folder` under their names, unchanged."""
    from quizlib.errors import QuizlibError
    from quizlib.readers import read, readers

    found: list[Document] = []
    for record in bank.documents:
        if record.format not in readers.names():  # an imported deck
            continue
        try:
            found += under_bank_ids(bank, read([str(folder / record.name)]))
        except QuizlibError:  # not there, or something else by now: nothing depends on it
            continue
    known = {record.digest for record in bank.documents}
    return [document for document in found if document.digest in known]


def under_bank_ids(bank: Bank, documents: Iterable[Document]) -> list[Document]:
    """Those of `documents` that `bank` was made from, each with the id it has there.

    A document's id follows from the folder that it was read from. One that was read
    from elsewhere this time is known by its content.
    """
    found = list(documents)
    by_id = {document.id: document for document in found}
    by_digest = {document.digest: document for document in found}
    pairs = (
        (record.id, by_digest.get(record.digest) or by_id.get(record.id))
        for record in bank.documents
    )
    return [document.model_copy(update={"id": id}) for id, document in pairs if document]

"""Sources as a bank knows them: how they are named, and which document is which."""

from __future__ import annotations

import unicodedata
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizlib.model import Bank, Document, DocumentRecord

#: Folders that are looked through near a bank, in it and beside it.
MOST = 100


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
    """Those of the bank's documents that lie unchanged, under their names, in or near `folder`.

    Near are the folders in it, and those beside it: a bank is often kept above its documents, or
    in a folder of banks.
    """
    from quizlib.errors import QuizlibError
    from quizlib.readers import read, readers

    found: list[Document] = []
    folders = _near(folder)
    for record in bank.documents:
        if record.format not in readers.names():  # an imported deck
            continue
        place = next((one for one in folders if _holds(one, record)), None)
        if place is None:
            continue
        folders.remove(place)
        folders.insert(0, place)  # where one is, others are
        try:
            found += under_bank_ids(bank, read([str(place / record.name)]))
        except QuizlibError:  # nothing depends on it
            continue
    return found


def _near(folder: Path) -> list[Path]:
    """`folder`, the folders in it, and those beside it: the first of many."""
    near = [folder]
    for parent in (folder, folder.resolve().parent):
        try:
            inside = sorted(one for one in parent.iterdir() if one.is_dir())
        except OSError:  # nobody may look there
            continue
        near += [one for one in inside if not one.name.startswith(".")][:MOST]
    return near


def _holds(folder: Path, record: DocumentRecord) -> bool:
    """Whether the document lies there as it was read."""
    path = folder / record.name
    try:
        return path.is_file() and sha256(path.read_bytes()).hexdigest() == record.digest
    except (OSError, ValueError):
        return False


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

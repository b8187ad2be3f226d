"""Banks that were built on the way, kept by the content that they were made of."""

from __future__ import annotations

from contextlib import suppress
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import quizlib
from quizlib import storage
from quizlib.errors import BankError, OutputError
from quizlib.files import digest
from quizlib.language.model import DEFAULT_MODEL, installed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from quizlib.model import Bank, Document

#: Entry points of these groups have a say in what a build makes.
GROUPS = ("quizlib.extract", "quizlib.items", "quizlib.checks")


def kept(folder: Path, key: str, make: Callable[[], Bank]) -> Bank:
    """The bank kept in `folder` under `key`; one that is not there, or damaged, is made.

    A folder that cannot be written costs time, no more.
    """
    path = folder / f"{key}.json"
    try:
        return storage.load(path)
    except BankError:
        bank = make()
    with suppress(OSError, OutputError):
        folder.mkdir(parents=True, exist_ok=True)
        bank.save(path)
    return bank


def cache_key(documents: Iterable[Document], *, title: str, seed: int) -> str:
    """The same only where a build would give the same bank."""
    model = installed(DEFAULT_MODEL)
    fields = [title, str(seed), DEFAULT_MODEL, model.version if model else ""]
    for document in documents:
        fields += [document.id, document.name, document.digest]
    return digest("built-1", *_code(), *fields)


def _code() -> Iterator[str]:
    """What tells one state of the program from another: versions and the files' times.

    The times matter where quizlib is run from a checkout, whose version stays the same.
    """
    yield quizlib.__version__
    yield metadata.version("spacy")
    home = Path(__file__).parent.parent
    for file in sorted(home.rglob("*.py")):
        yield f"{file.relative_to(home).as_posix()} {file.stat().st_mtime_ns}"
    for group in GROUPS:
        for entry in metadata.entry_points(group=group):
            version = entry.dist.version if entry.dist else ""
            yield f"{group} {entry.name} {entry.value} {version}"

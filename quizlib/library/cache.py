"""Banks that were built on the way, kept by the content that they were made of."""

from __future__ import annotations

import re
from contextlib import suppress
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import quizlib
from quizlib import storage
from quizlib.errors import BankError, OutputError
from quizlib.extract import methods
from quizlib.files import digest, write_whole
from quizlib.items import kinds
from quizlib.language.model import DEFAULT_MODEL, installed
from quizlib.readers import readers
from quizlib.registry import OWN, Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from quizlib.model import Bank, Document

#: What these offer has a say in what a build makes.
DECIDING: tuple[Registry[Any], ...] = (readers, methods, kinds)


class Built(NamedTuple):
    """A bank, and of how many of its documents' sentences, `silent`, nothing could be asked."""

    bank: Bank
    silent: int
    sentences: int


def kept(folder: Path, key: str, make: Callable[[], Built]) -> Built:
    """What is kept in `folder` under `key`; what is not there, or damaged, is made.

    A folder that cannot be written costs time, no more.
    """
    path, beside = folder / f"{key}.json", folder / f"{key}.counts"
    try:
        silent, sentences = map(int, beside.read_text(encoding="ascii").split())
        return Built(storage.load(path), silent, sentences)
    except (BankError, OSError, ValueError):
        built = make()
    with suppress(OSError, OutputError):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(beside, f"{built.silent} {built.sentences}\n".encode())
        built.bank.save(path)
    return built


def cache_key(documents: Iterable[Document], *, title: str, seed: int) -> str:
    """The same only where a build would give the same bank."""
    model = installed(DEFAULT_MODEL)
    fields = [title, str(seed), DEFAULT_MODEL, model.version if model else ""]
    for document in documents:
        fields += [document.id, document.name, document.digest]
    return digest("built-1", *_code(), *fields)


def _code() -> Iterator[str]:
    """What tells one state of the program, and of its plug-ins, from another.

    Versions, and the times of files: these matter for what is run from a checkout, whose
    version stays the same.
    """
    yield quizlib.__version__
    yield metadata.version("spacy")
    yield from _times(Path(__file__).parent.parent.rglob("*.py"))
    plugged = [one for registry in DECIDING for one in registry.offered() if one.origin != OWN]
    for place in plugged:
        yield f"{place.name} {place.target} {place.origin}"
    for package in sorted({re.split("[.:]", place.target)[0] for place in plugged}):
        yield from _times(_files_of(package))


def _times(files: Iterable[Path]) -> Iterator[str]:
    for file in sorted(files):
        yield f"{file} {file.stat().st_mtime_ns}"


def _files_of(package: str) -> list[Path]:
    """The program files of an installed package, or of one that is but a module."""
    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        return []
    if spec is None or spec.origin is None:
        return []
    folders = spec.submodule_search_locations or ()
    return [file for folder in folders for file in Path(folder).rglob("*.py")] or [
        Path(spec.origin)
    ]

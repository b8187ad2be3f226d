"""Anki's packages, .apkg and .colpkg, in all three formats of their database."""

from __future__ import annotations

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from quizlib.errors import UnreadableDeck
from quizlib.model import Package, Problem, Severity

if TYPE_CHECKING:
    from quizlib.importers import Imported
    from quizlib.importers._anki.archive import Archive
    from quizlib.importers._anki.collection import Collection

#: The version in the file `meta` -> the database's name.
_DATABASES = {1: "collection.anki2", 2: "collection.anki21", 3: "collection.anki21b"}
_LATEST = 3
#: How the note begins that stands in the old database beside a newer one.
_DUMMY = "Please update to the latest Anki version"


class Anki:
    summary = "Anki package: notes, decks, tags, media and, if asked, reviews"
    suffixes = (".apkg", ".colpkg")

    def claims(self, head: bytes) -> bool:
        return True  # what is wrong with a package is told best by reading it

    def read(self, path: Path, *, history: bool = False) -> Imported:
        from quizlib.importers._anki import archive as archives
        from quizlib.importers._anki.media import media
        from quizlib.importers._decks import Origin, imported

        with archives.opened(path) as archive:
            version = _version(archive, path)
            found = _collection(archive, path, version, history=history)
            files, problems = media(archive, path, latest=version == _LATEST)
        if not found.notes:
            raise UnreadableDeck(path, "it holds no note")
        package = Package(created=found.created if history else 0, media=files)
        package = package.model_copy(update={"note_types": found.note_types, "notes": found.notes})
        if found.lost:
            problems.append(_lost(found.lost))
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return imported(package, Origin(path.name, path.stem, "anki", digest), problems)


def _version(archive: Archive, path: Path) -> int:
    """Which database counts: what `meta` says; without it the newest that is there.

    A newer package also holds an old database, with one note that says to update Anki.
    """
    from quizlib.importers._anki import protobuf

    there = [version for version, name in _DATABASES.items() if name in archive.names]
    if "meta" not in archive.names:
        if not there:
            raise UnreadableDeck(path, "it holds no collection of Anki")
        return there[-1]
    try:
        version = protobuf.whole(protobuf.decode(archive.read("meta")), 1)
    except ValueError as error:
        raise UnreadableDeck(path, f"its file 'meta' is damaged: {error}") from error
    if version not in _DATABASES:
        raise UnreadableDeck(
            path,
            f"it is in package format {version}, this quizlib knows up to {_LATEST};"
            " export it from Anki with “Support older Anki versions”",
        )
    return version


def _collection(archive: Archive, path: Path, version: int, *, history: bool) -> Collection:
    from quizlib.importers._anki import collection, database

    with TemporaryDirectory(prefix="quizlib-") as folder:
        file = Path(folder) / "collection"
        with file.open("wb") as target:
            archive.copy(_DATABASES[version], target, zstd=version == _LATEST)
        with database.opened(path, file) as opened:
            found = collection.read(opened, path, latest=version == _LATEST, history=history)
    if len(found.notes) == 1 and found.notes[0].fields[0].startswith(_DUMMY):
        raise UnreadableDeck(path, "all it holds is a note that says to update Anki")
    return found


def _lost(count: int) -> Problem:
    return Problem(
        code="not-imported",
        severity=Severity.WARNING,
        message=f"{count} left out: the package lacks their note type",
        where="notes",
    )


importer = Anki()

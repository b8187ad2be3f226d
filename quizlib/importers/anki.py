"""Anki's packages, .apkg and .colpkg, in all three formats of their database."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from quizlib.errors import UnreadableDeck
from quizlib.model import Package

if TYPE_CHECKING:
    from quizlib.importers import Imported
    from quizlib.importers._anki.archive import Archive
    from quizlib.importers._anki.database import Database

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
        from quizlib.importers._anki import archive, collection, database
        from quizlib.importers._anki.media import media
        from quizlib.importers._decks import Origin, imported

        with archive.opened(path) as opened, TemporaryDirectory(prefix="quizlib-") as folder:
            version = _version(opened, path)
            latest = version == _LATEST
            file = Path(folder) / "collection"
            with file.open("wb") as target:
                opened.copy(_DATABASES[version], target, zstd=latest)
            files, problems = media(opened, path, latest=latest)
            with database.opened(path, file) as tables:
                found = collection.read(tables, path, latest=latest, history=history)
                _refuse_dummy(tables, path)
                package = Package(
                    created=found.created if history else 0,
                    note_types=found.note_types,
                    media=files,
                )
                return imported(package, found.notes, Origin(path, "anki"), problems)


def _refuse_dummy(tables: Database, path: Path) -> None:
    """Raise UnreadableDeck where the only note is the one that says to update Anki."""
    first = list(islice(tables.rows("select cast(flds as text) from notes limit 2"), 2))
    if len(first) == 1 and str(first[0][0]).startswith(_DUMMY):
        raise UnreadableDeck(path, "all it holds is a note that says to update Anki")


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


importer = Anki()

"""The media of a package: which file is which, and which names are no names of files."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from quizlib.errors import UnreadableDeck, printable
from quizlib.importers._anki import protobuf
from quizlib.model import Media, Problem, ProblemCode, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quizlib.importers._anki.archive import Archive

#: The media that a bank takes, in bytes; they are a third larger in its file.
MOST = 256 << 20

#: Folders, drives, streams, controls, and names that Windows gives a meaning of their own.
_REFUSED = re.compile(
    r'.*[/\\:*?"<>|\x00-\x1f\x7f].*|\.*|.*[. ]|(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?',
    re.IGNORECASE | re.DOTALL,
)
#: The longest name that file systems take, in bytes.
_LONGEST = 255


def media(archive: Archive, path: Path, *, latest: bool) -> tuple[tuple[Media, ...], list[Problem]]:
    """The media files in the order of their names, and what was left out of them."""
    found: dict[str, Media] = {}
    problems: list[Problem] = []
    room = MOST
    for member, name in _entries(archive, path, latest=latest):
        why = _unfit(member, name, archive, found)
        content = b"" if why else archive.read(member, zstd=latest)
        if not why and len(content) > room:
            why = "a bank holds at most 256 MB of pictures and sounds"
        if why:
            problems.append(left_out(name, why))
            continue
        room -= len(content)
        found[name] = Media.of(name, content)
    return tuple(found[name] for name in sorted(found)), problems


def _unfit(member: str, name: str, archive: Archive, found: dict[str, Media]) -> str:
    """Why the file cannot be taken, "" if it can."""
    if not usable(name):
        return "its name is no plain name of a file"
    if member not in archive.names:
        return "the package lacks it"
    return "another file has its name" if name in found else ""


def usable(name: str) -> bool:
    """Whether a file of this name can be written into a folder on any machine."""
    return not _REFUSED.fullmatch(name) and len(name.encode("utf-8", "replace")) <= _LONGEST


LEFT_OUT = ProblemCode(
    name="media-left-out",
    severity=Severity.WARNING,
    message="left out: {why}",
    cause="A picture or sound of the deck cannot be kept in a bank.",
    cure="In Anki: Tools > Check Media, and give the file a plain name; then export again.",
    example={"where": "map.png", "why": "the package lacks it"},
)


def left_out(name: str, why: str) -> Problem:
    """Why a file is not in the bank."""
    return LEFT_OUT.at(printable(name[:100]) or "a file without a name", why=why)


def _entries(archive: Archive, path: Path, *, latest: bool) -> Iterator[tuple[str, str]]:
    """Member of the archive -> name of the file, as the package's list says.

    The latest packages hold a message of entries (1: name), whose place is the member's
    name unless they give it (255); older ones an object of JSON, {"0": "name"}.
    """
    if "media" not in archive.names:
        return
    listed = archive.read("media", zstd=latest)
    try:
        if latest:
            for place, entry in enumerate(protobuf.decode(listed).get(1, [])):
                fields = protobuf.decode(entry if isinstance(entry, bytes) else b"")
                member = protobuf.whole(fields, 255) if 255 in fields else place
                yield str(member), protobuf.text(fields, 1)
        else:
            names = json.loads(listed)
            for member, name in names.items() if isinstance(names, dict) else ():
                yield member, str(name)
    except (ValueError, RecursionError) as error:
        raise UnreadableDeck(path, f"its list of media is damaged: {error}") from error

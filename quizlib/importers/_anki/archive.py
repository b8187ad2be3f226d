"""A package's files, unpacked within limits: nothing that a package says of itself is trusted."""

from __future__ import annotations

import io
import zipfile
import zlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from quizlib.errors import UnreadableDeck

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MIB = 1 << 20
#: A package may unpack to this many times its size; real collections are 5 to 20 times.
RATIO = 100
#: What even the smallest package may unpack to, and no package may exceed.
LEAST, MOST = 64 * MIB, 1024 * MIB
#: The largest window of a zstd stream that is decoded: the decoder's own memory.
WINDOW = 128 * MIB
_CHUNK = MIB // 4


class Archive:
    """The zip archive of a package."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._path = path
        self._archive = archive
        self._left = min(MOST, max(LEAST, RATIO * path.stat().st_size))
        self.names = frozenset(archive.namelist())

    def copy(self, name: str, target: IO[bytes], *, zstd: bool = False) -> int:
        """Write the file `name` to `target`; its size. `zstd`: it is compressed once more.

        Raises UnreadableDeck when the file is damaged, not there, or larger than what is left.
        """
        size = 0
        with self._damage(name), self._archive.open(name) as packed:
            for chunk in _chunks(packed, zstd=zstd):
                size += len(chunk)
                self._left -= len(chunk)
                if self._left < 0:
                    raise UnreadableDeck(self._path, "it unpacks to more than any deck needs")
                target.write(chunk)
        return size

    def read(self, name: str, *, zstd: bool = False) -> bytes:
        """The content of the file `name`, as `copy` gives it."""
        content = io.BytesIO()
        self.copy(name, content, zstd=zstd)
        return content.getvalue()

    @contextmanager
    def _damage(self, name: str) -> Iterator[None]:
        import zstandard

        try:
            yield
        except KeyError as error:
            raise UnreadableDeck(self._path, f"it lacks its file {name!r}") from error
        except (
            zipfile.BadZipFile,
            zlib.error,
            zstandard.ZstdError,
            EOFError,
            OSError,
            ValueError,
            RuntimeError,  # encrypted
            NotImplementedError,  # compressed in a way that Python does not know
        ) as error:
            raise UnreadableDeck(self._path, f"its file {name!r} is damaged: {error}") from error


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """The package at `path`. Raises UnreadableDeck when it is no zip archive."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise UnreadableDeck(path, f"it is no package ({error})") from error
    with archive:
        yield Archive(path, archive)


def _chunks(packed: IO[bytes], *, zstd: bool) -> Iterator[bytes]:
    import zstandard

    stream: IO[bytes] = packed
    if zstd:
        decoder = zstandard.ZstdDecompressor(max_window_size=WINDOW)
        stream = decoder.stream_reader(packed, read_across_frames=True)
    while chunk := stream.read(_CHUNK):
        yield chunk

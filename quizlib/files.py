"""Writing files whole or not at all, cells that no spreadsheet runs, and digests."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path

from quizlib.errors import OutputError

#: What a spreadsheet may run as a formula (OWASP, "CSV Injection": = + - @ and their
#: full-width forms, tab, carriage return), also after white space, which some drop; and
#: what is taken for the guard itself.
_GUARDED = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n']")


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Write `data` beside `path`, flush it to the disk, then rename it over `path`.

    What was there before stays until the new content is complete.
    Raises OutputError.
    """
    target = Path(path)
    beside: str | None = None
    try:
        _only_files(target)
        handle, beside = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(_mode(target))
        Path(beside).replace(target)
    except OSError as error:
        _discard(beside)
        raise OutputError(target, error.strerror or str(error)) from error
    except KeyboardInterrupt:
        _discard(beside)
        raise
    _sync_folder(target.parent)


def refuse_unwritable(path: str | os.PathLike[str]) -> None:
    """Raise OutputError where `write_whole` would, as far as that shows before the work is done."""
    target = Path(path)
    try:
        _only_files(target)
        with tempfile.TemporaryFile(dir=target.parent):
            pass
    except OSError as error:
        raise OutputError(target, error.strerror or str(error)) from error


def _discard(beside: str | None) -> None:
    if beside is not None:
        Path(beside).unlink(missing_ok=True)


def _only_files(target: Path) -> None:
    """A rename would put a file in the place of whatever stands there."""
    if target.is_dir():
        raise IsADirectoryError("it is a folder")
    if target.exists() and not target.is_file():
        raise OSError("it is a device, not a file")


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, else what the umask grants."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where the platform can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)


def guarded(cell: str) -> str:
    """`cell` with an apostrophe in front where a spreadsheet might run it.

    Undone by taking away one apostrophe at the start of a cell.
    """
    return f"'{cell}" if _GUARDED.match(cell) else cell


def digest(version: str, *fields: str | bytes, size: int = 16) -> str:
    """A hex digest of `size` bytes over length-delimited fields, a version in front.

    The lengths keep ("ab", "c") and ("a", "bc") apart.
    """
    total = hashlib.blake2b(digest_size=size)
    for field in (version, *fields):
        data = field.encode("utf-8", "surrogatepass") if isinstance(field, str) else field
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()

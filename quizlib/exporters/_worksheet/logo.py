"""The picture beside the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.errors import InvalidOption
from quizlib.model import Frozen

if TYPE_CHECKING:
    from pathlib import Path

#: The largest file, in bytes: a sheet is to be mailed and printed.
LARGEST = 2_000_000
#: How files of each format begin (ISO/IEC 15948; ISO/IEC 10918-1 annex B; SVG 2).
BEGINNINGS = {b"\x89PNG\r\n": "png", b"\xff\xd8\xff": "jpg", b"<svg": "svg", b"<?xml": "svg"}
MEDIA = {"png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}


class Picture(Frozen):
    """`format` is "png", "jpg" or "svg"."""

    format: str
    data: bytes

    @property
    def media_type(self) -> str:
        return MEDIA[self.format]


def picture(path: Path) -> Picture:
    """The picture in the file. Raises InvalidOption."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InvalidOption("worksheet", "logo", f"{path}: {error.strerror}") from error
    if len(data) > LARGEST:
        raise InvalidOption("worksheet", "logo", f"{path}: larger than {LARGEST // 10**6} MB")
    for beginning, format in BEGINNINGS.items():
        if data.lstrip().startswith(beginning):
            return Picture(format=format, data=data)
    raise InvalidOption("worksheet", "logo", f"{path}: neither PNG, JPEG nor SVG")

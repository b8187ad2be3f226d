"""Bytes -> text, whatever wrote them: the same bytes always give the same text."""

from __future__ import annotations

import codecs
import re
import string

from quizlib.errors import UnreadableSource

#: UTF-32's mark begins like UTF-16's, so the longer ones come first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: What helps with a document of another program.
_SAVE = "save it as text, Markdown or HTML"
#: How well-known formats begin that are no text, some of them without a control character.
#: Source: the formats' own specifications; a list is in the file(1) magic database.
_BINARIES = (
    (b"%PDF-", f"a PDF; {_SAVE}"),
    (b"PK\x03\x04", f"an office document or a ZIP archive; {_SAVE}"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", f"an old office document; {_SAVE}"),
    (b"{\\rtf", f"a Rich Text document; {_SAVE}"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
#: Encodings that a page may name and that say something, after the WHATWG standard
#: (https://encoding.spec.whatwg.org/#names-and-labels): there, too, Latin-1 is cp1252.
_NAMEABLE = re.compile(
    r"utf-?8|(?:us-)?ascii|latin-?1|(?:iso-?8859|windows|cp|koi8|euc|gb)[-_]?\w+|big5\w*|shift[-_]?jis|iso-2022-jp",
    re.IGNORECASE,
)
_LATIN_1 = re.compile(r"(?:us-)?ascii|latin-?1|iso-?8859[-_]?1", re.IGNORECASE)
_NOT_TEXT = "not a text file"
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
#: What texts in Western European languages hold beyond ASCII.
_WESTERN = re.compile(
    "[\u00c0-\u00d6\u00d8-\u00dd\u00df-\u00f6\u00f8-\u00fd\u00ffŒœŠšŽžŸ"
    "‘’‚“”„«»‹›–—…•·€£¢¥§©®™°½¼¾\u00a0¡¿ªº×\u00ad´\x00-\x7f]*"
)


def decode(data: bytes, name: str, declared: str = "") -> str:
    """The text in `data`, without its byte order mark.

    `declared` is the encoding that the document itself names, if any; one that no web
    page may name is not heeded. Few bytes that are no UTF-8 in a text that otherwise is
    become U+FFFD.
    Raises UnreadableSource when `data` is empty, blank or no text.
    """
    for start, what in _BINARIES:
        if data.startswith(start):
            raise UnreadableSource(name, f"{_NOT_TEXT} but {what}")
    text = _decoded(data, name, declared if _NAMEABLE.fullmatch(declared) else "")
    if _is_binary(text):
        raise UnreadableSource(name, _NOT_TEXT)
    if not text.strip("\0\ufeff\u200b" + string.whitespace + "\u00a0"):
        raise UnreadableSource(name, "the file is empty")
    return text


def _decoded(data: bytes, name: str, declared: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    named = "cp1252" if _LATIN_1.fullmatch(declared) else declared
    for encoding in (named, _unmarked_utf16(data), "utf-8"):
        text = _strictly(data, encoding)
        if text is not None:
            return text
    if _mostly_utf8(data):
        return data.decode("utf-8", "replace")
    return _legacy(data, name)


def _strictly(data: bytes, encoding: str) -> str | None:
    """`data` in this encoding, or None where that is unknown or does not fit."""
    try:
        return data.decode(encoding) if encoding else None
    except (UnicodeError, LookupError, ValueError):
        return None


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without its mark, told by the zero halves of its Latin letters, or ""."""
    sample = data[: 1 << 16]
    half = len(sample) // 2
    if half and len(data) % 2 == 0:
        for encoding, zeros, others in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
            if sample[zeros::2].count(0) > 0.6 * half and sample[others::2].count(0) < 0.1 * half:
                return encoding
    return ""


def _mostly_utf8(data: bytes) -> bool:
    """Whether more characters beyond ASCII are good UTF-8 than are bad."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(re.findall(r"[^\x00-\x7f\ufffd]", text))
    return good > bad


def _legacy(data: bytes, name: str) -> str:
    """Text of the time before Unicode: Western if it can be, else as charset-normalizer finds."""
    western = _strictly(data, "cp1252")
    share = len(_HIGH.findall(data)) / len(data)
    if western is not None and share < 0.4 and _WESTERN.fullmatch(western):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is not None:
        return str(best)
    if share < 0.2:
        return data.decode("cp1252", "replace")
    raise UnreadableSource(name, _NOT_TEXT)


def _is_binary(text: str) -> bool:
    """Whether there are more control characters than strayed into a text: 1 in 20."""
    return len(_CONTROLS.findall(text)) > 1 + len(text) / 20

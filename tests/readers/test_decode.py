"""Bytes to text, whatever wrote them."""

from __future__ import annotations

import pytest

from quizlib.errors import UnreadableSource
from quizlib.readers._decode import decode

ENGLISH = "It’s a “test” – the café’s owner said so; the council met in 1804."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        ("L’été dernier, la forêt était déjà à nous.", "cp1252"),
        ("Größe, Straße, Übung", "latin-1"),
        ("Король правил в городе много лет и был очень добрым человеком. " * 3, "cp1251"),
        ("Król rządził długo w Krakowie, a później był bardzo łagodny. " * 3, "cp1250"),
        ("これは日本語の文章です。漢字も含まれています。" * 3, "shift_jis"),
        ("A tab\tand a form feed\f and an escape \x1b[0m here.", "utf-8"),
        ("One stray NUL \0 in it.", "utf-8"),
        ("Ends in the middle of “", "utf-8"),
    ],
)
def test_text_is_found_again(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x") == text


def test_a_few_bad_bytes_do_not_spoil_a_text() -> None:
    data = ENGLISH.encode() + b" \xff" + ENGLISH.encode()[:-1] + "é".encode()[:1]
    assert decode(data, "x") == f"{ENGLISH} \ufffd{ENGLISH[:-1]}\ufffd"


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        ("windows-1251", "Соль"),
        ("koi8-r", "яНКЭ"),
        ("no-such-thing", "Ñîëü"),
        ("rot13", "Ñîëü"),
        ("utf-16", "Ñîëü"),
        ("utf-8", "Ñîëü"),
        ("", "Ñîëü"),
    ],
)
def test_a_declared_encoding_is_heeded_where_it_makes_sense(declared: str, text: str) -> None:
    assert decode(b"\xd1\xee\xeb\xfc" + b" and so on" * 3, "x", declared).split()[0] == text


@pytest.mark.parametrize("declared", ["latin-1", "iso-8859-1", "ISO8859-1"])
def test_latin_1_holds_curly_quotes_as_everywhere_on_the_web(declared: str) -> None:
    assert decode(b"\x93Salt\x94", "x", declared) == "“Salt”"


@pytest.mark.parametrize(
    "data",
    [
        b"GIF89a some words",
        b"{\\rtf1 words}",
        b"\x1f\x8b\x08\0",
        b"\x7fELF\2\1\1",
        b"SQLite format 3\0",
        bytes(range(0x80, 0x100)) * 4,
        b"some words, then " + bytes(range(32)) * 3,
        b"\xff\xfe" + b"\1\0\2\0" * 20,
    ],
)
def test_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableSource, match=r"^x: not a text file"):
        decode(data, "x")

"""What holds for every reader, those of other packages included."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings

from quizlib.errors import UnreadableSource
from quizlib.model import BlockKind, Document
from quizlib.readers import readers
from quizlib.testing import assert_reader
from tests.readers.hostile import BYTES, TEXTS, assert_evidence_holds

NAMES = readers.names()
every_reader = pytest.mark.parametrize("name", NAMES)

PARAGRAPH = "The harbour council abolished the salt tax in 1804, to everybody’s joy — at last."


def read(name: str, data: bytes | str) -> Document:
    raw = data if isinstance(data, bytes) else data.encode()
    return readers.get(name).read(raw, f"notes/salt{readers.get(name).suffixes[0]}")


def page(name: str, text: str) -> str:
    return f"<html><body><p>{text}</p></body></html>" if name == "html" else text


@every_reader
def test_what_is_promised_to_plug_ins_holds(name: str) -> None:
    assert_reader(name, page(name, PARAGRAPH).encode())


def test_no_suffix_belongs_to_two_readers() -> None:
    suffixes = [suffix for reader in readers.all() for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))


@every_reader
def test_a_paragraph_is_read_as_it_stands(name: str) -> None:
    data = page(name, PARAGRAPH).encode()
    document = readers.get(name).read(data, "Notes/Salt tax.x")
    assert [(block.kind, block.text) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, PARAGRAPH)
    ]
    assert document.id == "notes-salt-tax"
    assert document.name == "Notes/Salt tax.x"
    assert document.title == "Salt tax"
    assert document.format == name
    assert document.digest == hashlib.sha256(data).hexdigest()
    assert (document.date, document.publisher, document.genre) == (None, "", "")
    assert_evidence_holds(document)


@every_reader
@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf%b",
        b"%b",
        pytest.param("utf-16", id="utf-16"),
        pytest.param("utf-16-le", id="utf-16 without its mark"),
        pytest.param("utf-32", id="utf-32"),
        pytest.param("cp1252", id="cp1252"),
    ],
)
def test_encodings(name: str, data: bytes | str) -> None:
    text = page(name, PARAGRAPH)
    raw = text.encode(data) if isinstance(data, str) else data % text.encode()
    document = read(name, raw)
    assert document.blocks[-1].text == PARAGRAPH
    assert "\ufeff" not in document.text


@every_reader
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(name: str, end: str) -> None:
    text = page(name, f"The council met{end}on Monday.{end}{end}")
    document = read(name, text)
    assert [block.text for block in document.blocks] == ["The council met on Monday."]
    assert_evidence_holds(document)


@every_reader
def test_what_nobody_sees_is_not_in_the_blocks(name: str) -> None:
    document = read(name, page(name, "The \0council\u200b met\u202e on \x1bMonday, café\u00ad."))
    assert [block.text for block in document.blocks] == ["The council met on Monday, café."]
    assert_evidence_holds(document)


@every_reader
def test_joiners_stay_where_they_are_spelling(name: str) -> None:
    document = read(
        name, page(name, "The family 👩\u200d👩\u200d👧 met, says می\u200cگوید here\u200d.")
    )
    assert document.blocks[0].text == "The family 👩\u200d👩\u200d👧 met, says می\u200cگوید here."


@every_reader
@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\xc2\xa0\n"])
def test_nothing_in_it(name: str, data: bytes) -> None:
    with pytest.raises(UnreadableSource, match=r"^notes/salt\.\w+: the file is empty$"):
        read(name, data)


@every_reader
@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text file but a PNG image"),
        (b"%PDF-1.7\n1 0 obj", "not a text file but a PDF; save it as text, Markdown or HTML"),
        (
            b"PK\x03\x04docx",
            (
                "not a text file but an office document or a ZIP archive;"
                " save it as text, Markdown or HTML"
            ),
        ),
        (bytes(range(256)), "not a text file"),
        (bytes(200), "not a text file"),
        (b"\0\1\2\3", "not a text file"),
    ],
)
def test_a_binary_is_refused(name: str, data: bytes, what: str) -> None:
    with pytest.raises(UnreadableSource) as error:
        read(name, data)
    assert error.value.why == what


@every_reader
@settings(max_examples=150, deadline=None)
@given(data=BYTES)
def test_any_bytes_are_a_document_or_refused(name: str, data: bytes) -> None:
    try:
        document = read(name, data)
    except UnreadableSource:
        return
    assert document.blocks
    assert_evidence_holds(document)
    assert read(name, data) == document


@every_reader
@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_no_document_without_a_title_on_one_line(name: str, text: str) -> None:
    try:
        document = read(name, page(name, text + " The end.").encode("utf-8", "replace"))
    except UnreadableSource:
        return
    assert document.title
    assert document.title == " ".join(document.title.split())


@every_reader
@pytest.mark.parametrize(
    "text",
    [
        "The council met. " * 60_000,
        "word " * 200_000,
        "a" * 1_000_000,
        "*a " * 300_000,
        "[" * 100_000,
    ],
    ids=["sentences", "words", "one word", "stars", "brackets"],
)
def test_a_megabyte_on_one_line(name: str, text: str) -> None:
    document = read(name, page(name, text))
    assert len(document.blocks) == 1


@every_reader
def test_very_many_lines(name: str) -> None:
    text = "\n\n".join(f"The council met {number} times." for number in range(5_000))
    document = read(name, page(name, text.replace("\n\n", "</p><p>") if name == "html" else text))
    assert len(document.blocks) == 5_000

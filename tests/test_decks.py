"""The decks in the repository are what a build of sources/ makes of it."""

from __future__ import annotations

import sqlite3
import zipfile
from pathlib import Path

import pytest
from PIL import Image

import quizlib
from docs.deck_pictures import PICTURES, SHOWN, digest
from quizlib.storage import load

ROOT = Path(__file__).parent.parent
DECKS = ROOT / "decks"
BANK = DECKS / "north-korea-and-china.json"


@pytest.fixture(scope="module")
def documents():
    return quizlib.read(ROOT / "sources")


@pytest.fixture(scope="module")
def committed():
    return load(BANK)


def test_the_bank_is_built_anew_byte_for_byte(documents, committed):
    built = quizlib.build(documents, title=committed.title, seed=committed.seed)
    assert built.to_json().encode() == BANK.read_bytes(), "remove the bank, then run make decks"
    again = quizlib.build(documents, title=committed.title, seed=committed.seed, before=committed)
    assert again == committed


def test_the_bank_is_without_fault(documents, committed):
    assert [p for p in quizlib.check(committed, documents) if p.severity != "note"] == []
    assert {record.id for record in committed.documents} == {each.id for each in documents}


def test_the_bank_is_large_and_varied_enough(committed):
    assert len(committed.live) >= 200
    assert len({item.kind for item in committed.live}) >= 4


def test_the_worksheet_is_that_of_the_bank(committed, tmp_path):
    quizlib.export(committed, "worksheet", tmp_path / "sheet.html")
    made = (tmp_path / "sheet.html").read_text(encoding="utf-8")
    kept = DECKS / "north-korea-and-china-worksheet.html"
    assert kept.read_text(encoding="utf-8") == made, "run make decks"


@pytest.mark.parametrize("picture", SHOWN)
def test_the_pictures_in_the_readme_show_the_decks(picture):
    with Image.open(PICTURES / picture) as kept:
        assert kept.info["Source"] == digest(SHOWN[picture]), "run make pictures"


def test_the_printed_forms_are_those_of_the_bank(committed, tmp_path):
    quizlib.export(
        committed, "worksheet", tmp_path / "sheet.pdf", forms=("A", "B"), key="separate", count=20
    )
    for end in ("A.pdf", "B.pdf", "key.pdf"):
        kept = DECKS / f"north-korea-and-china-worksheet-{end}"
        assert kept.read_bytes() == (tmp_path / f"sheet-{end}").read_bytes(), "run make decks"


def test_the_page_is_that_of_the_bank(committed, tmp_path):
    quizlib.export(committed, "web", tmp_path / "page.html")
    kept = DECKS / "north-korea-and-china.html"
    assert kept.read_bytes() == (tmp_path / "page.html").read_bytes(), "run make decks"


def test_the_anki_package_is_that_of_the_bank(committed, tmp_path):
    quizlib.export(committed, "anki", tmp_path / "deck.apkg", decks="sections")
    kept = notes(DECKS / "north-korea-and-china.apkg", tmp_path)
    assert kept == notes(tmp_path / "deck.apkg", tmp_path), "run make decks"
    assert len(kept) == len(committed.live)


def notes(package, folder):
    """The notes of an Anki package: identity, fields and tags."""
    with zipfile.ZipFile(package) as archive:
        [name] = [name for name in archive.namelist() if name.startswith("collection.anki")]
        collection = archive.extract(name, folder)
    connection = sqlite3.connect(collection)
    try:
        return connection.execute(
            "select guid, mid, flds, tags from notes order by guid"
        ).fetchall()
    finally:
        connection.close()


def test_every_fact_of_the_sources_is_reached(documents, committed):
    everything = quizlib.build(documents, candidates=True, min_confidence=0)
    asked = _quoted(committed)
    missed = [words for place, words in _quoted(everything).items() if not _touched(place, asked)]
    assert missed == []


def _quoted(bank):
    """Where the items of a bank quote a document -> the words."""
    quotes = (quote for item in bank.items for quote in item.evidence)
    return {(each.document, each.start, each.end): each.quote for each in quotes}


def _touched(place, asked):
    document, start, end = place
    return any(other == document and begin < end and stop > start for other, begin, stop in asked)

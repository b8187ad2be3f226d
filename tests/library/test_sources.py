from __future__ import annotations

import pytest

from quizlib.library import beside, default_title, open_target, slug, under_bank_ids
from quizlib.model import Document, DocumentRecord
from quizlib.readers import read
from tests.banks import RECORD, bank


def document(id="a", digest="0", title="The Salt Tax"):
    return Document(
        id=id, title=title, name=f"{id}.txt", format="text", text="", blocks=(), digest=digest
    )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The Salt Tax", "the-salt-tax"),
        ("Größe: 100 % / «Ω»", "größe-100-ω"),
        ("漢字", "漢字"),
        ("../../etc/passwd", "etc-passwd"),
        ("?!", "bank"),
        ("x" * 300, "x" * 60),
    ],
)
def test_a_title_becomes_a_file_name(title, name):
    assert slug(title) == name


def test_one_document_gives_its_title():
    assert default_title([document()], ["notes/salt.txt"]) == "The Salt Tax"


def test_a_folder_gives_its_name_in_words(tmp_path):
    several = [document(), document("b")]
    assert default_title(several, [str(tmp_path / "harbour-history_2")]) == "Harbour history 2"


def test_several_sources_give_the_first_title():
    several = [document(), document("b", title="Tar"), document("c")]
    assert default_title(several, ["a.txt", "b.txt", "c.txt"]) == "The Salt Tax and 2 more"


def test_a_document_is_known_by_its_content_then_by_its_id():
    moved = document("elsewhere-salt", digest=RECORD.digest)
    mended = document("salt-tax", digest="mended")
    assert [d.id for d in under_bank_ids(bank(), [moved])] == ["salt-tax"]
    assert under_bank_ids(bank(), [mended]) == [mended]
    assert under_bank_ids(bank(), [mended, moved])[0].digest == RECORD.digest
    assert under_bank_ids(bank(), [document("stranger", digest="1")]) == []


@pytest.mark.parametrize("place", [".", "notes", "../sources", "../sources/deep"])
def test_the_documents_of_a_bank_are_found_near_it(tmp_path, place):
    home = tmp_path / "decks"
    folder = home / place
    folder.mkdir(parents=True)
    (folder / "salt.md").write_text("# Salt\n\nSalt was dear.\n")
    [document] = read(folder / "salt.md")
    asked = bank().model_copy(update={"documents": (DocumentRecord.of(document), RECORD)})
    near = [] if place.endswith("deep") else [document]
    assert beside(asked, home) == near
    asked.save(home / "salt.json")
    opened = open_target(str(home / "salt.json"))
    found = near[0] if near else None
    assert [opened.document(id) for id in ("salt", "salt")] == [found, found]
    assert opened.document(RECORD.id) is opened.document("none") is None
    (folder / "salt.md").write_text("# Salt\n\nSalt was cheap.\n")
    assert beside(asked, home) == []
    assert opened.document("salt") == found  # looked up once


def test_a_document_has_no_place_where_a_bank_has_none(tmp_path):
    assert open_target(None).document("only-ally") is None

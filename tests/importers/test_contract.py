"""What holds for every importer, those of other packages included."""

from __future__ import annotations

import pytest

import quizlib
from quizlib import import_bank
from quizlib.errors import QuizlibError, SourceNotFound, UnknownName, UnreadableDeck
from quizlib.exporters import exporters
from quizlib.importers import HEAD, importer_of, importers
from quizlib.testing import assert_importer
from tests.banks import bank

every = pytest.mark.parametrize("name", importers.names())


@every
def test_what_is_promised_to_plug_ins_holds(name, tmp_path):
    samples = []
    if name in exporters:
        quizlib.export(bank(), name, tmp_path / "deck")
        samples.append((tmp_path / "deck").read_bytes())
    assert_importer(name, *samples)


@every
@pytest.mark.parametrize("data", [b"", b"\0" * 50, b"{}", b"PK\x03\x04", b"\xff\xfe#", b"# notes"])
def test_what_is_no_deck_is_refused_in_one_line(name, data, tmp_path):
    importer = importers.get(name)
    path = tmp_path / f"bad{importer.suffixes[0].upper()}"
    path.write_bytes(data)
    claimed = importer.claims(data[:HEAD])
    assert (importer_of(path) is importer) == claimed
    with pytest.raises(UnreadableDeck if claimed else QuizlibError) as caught:
        import_bank(path)
    assert "\n" not in str(caught.value)
    assert "bad." in str(caught.value)


def test_what_cannot_be_imported_is_told(tmp_path):
    with pytest.raises(SourceNotFound, match=r"none\.apkg: no such file or folder$"):
        import_bank(tmp_path / "none.apkg")
    with pytest.raises(
        UnreadableDeck, match=r": not a usable deck: it is no file; quizlib build makes a"
    ):
        import_bank(tmp_path)
    (tmp_path / "a.pdf").write_bytes(b"x")
    with pytest.raises(UnknownName, match=r"^unknown ending of a deck '\.pdf'; known: \.apkg, "):
        import_bank(tmp_path / "a.pdf")

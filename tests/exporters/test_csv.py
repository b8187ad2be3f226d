from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.exporters import exporters
from quizlib.exporters._view import clean
from quizlib.exporters.csv import COLUMNS
from quizlib.files import guarded
from tests.banks import HOSTILE, bank, item
from tests.exporters.reading import rows

#: What spreadsheets take for the start of a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")

exporter = exporters.get("csv")


def row(*fields, **more):
    (only,) = rows(exporter.export(bank(item(*fields, **more))).data)
    return only


def test_one_row_for_every_item_with_the_columns_in_order():
    read = rows(exporter.export(bank()).data)
    assert [each["id"] for each in read] == [each.id for each in bank().items]
    assert tuple(read[0]) == COLUMNS
    assert read[1] == {
        "id": "choice1",
        "kind": "choice",
        "source_line": "The Salt Tax · Harbour Gazette, 3 May 2019",
        "context": "",
        "stem": "When did the harbour council abolish the salt tax?",
        "options": "1794\n1804\n1814\n1821",
        "key": "1804",
        "distractors": "1794\n1814\n1821",
        "explanation": "The harbour council abolished the salt tax in 1804.",
        "quote": "The harbour council abolished the salt tax in 1804"
        " because smuggling had made it worthless.",
        "document": "The Salt Tax",
        "line": "1",
        "tags": "statements",
        "status": "generated",
        "prompts": "",
    }


def test_the_key_comes_before_what_else_is_accepted():
    assert row("c", "cloze", "It took ______.", "thirty", "30")["key"] == "thirty\n30"


def test_a_match_pairs_left_and_right():
    read = row("m", "matching", "Match.", "x", "y", "z", prompts=("a", "b", "c"))
    assert read["key"] == "a — x\nb — y\nc — z"
    assert sorted(read["options"].split("\n")) == ["x", "y", "z"]
    assert read["prompts"] == "a\nb\nc"


def test_what_is_right_keeps_the_order_of_the_bank():
    read = row("s", "multiple_response", "Which?", "tar", "salt", "rope", distractors=("coal",))
    assert read["key"] == "tar\nsalt\nrope"


def test_the_file_is_utf_8_with_a_mark_and_crlf():
    data = exporter.export(bank(item("a", "short_answer", "Wer trägt 塩?", "Zoë\nB"))).data
    assert data.startswith(b"\xef\xbb\xbfid,kind,")
    assert data.count(b"\r\n") == 2
    assert "Wer trägt 塩?" in data.decode("utf-8-sig")


def test_line_ends_stay_in_texts_and_become_spaces_in_lists():
    read = row("a", "choice", "one\r\ntwo", "k\ney", distractors=("x\ny", "z"))
    assert read["stem"] == "one\ntwo"
    assert read["key"] == "k ey"
    assert read["distractors"] == "x y\nz"


def test_no_cell_starts_a_formula():
    hostile = [
        item(f"={n}", "short_answer", bad, bad, tags=(bad,)) for n, bad in enumerate(HOSTILE)
    ]
    cells = [cell for each in rows(exporter.export(bank(*hostile)).data) for cell in each.values()]
    assert [cell for cell in cells if cell.startswith(FORMULA_STARTS)] == []
    assert '\'=HYPERLINK("http://x","y")' in cells


@given(st.text(st.sampled_from("=+-@'\t\r\n \u00a0\uff1da1"), max_size=5))
@settings(max_examples=200, deadline=None)
def test_the_guard_holds_and_is_undone_by_one_apostrophe(cell):
    safe = guarded(cell)
    assert safe.removeprefix("'") == cell
    assert not safe.startswith(FORMULA_STARTS)
    assert not safe.lstrip().startswith(FORMULA_STARTS)


@given(stem=st.text(min_size=1), key=st.text(min_size=1), context=st.text())
@settings(max_examples=100, deadline=None)
def test_any_text_comes_back(stem, key, context):
    given = bank(item("a", "flashcard", f"Q {stem}", f"A {key}", context=context))
    (read,) = rows(exporter.export(given).data)
    assert read["stem"].removeprefix("'") == clean(f"Q {stem}")
    assert read["context"].removeprefix("'") == clean(context)


def test_the_summary_counts():
    assert exporter.export(bank()).summary == "10 rows"
    assert exporter.export(bank(bank().items[0])).summary == "1 row"

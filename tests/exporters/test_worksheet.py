from __future__ import annotations

import re

import pytest

from quizlib.exporters import exporters
from quizlib.exporters._view import show
from quizlib.exporters.worksheet import _letter, _question
from tests.banks import HOSTILE, RECORD, bank, item
from tests.exporters.reading import Page

exporter = exporters.get("worksheet")


def page(*items, **fields):
    return exporter.export(bank(*items, **fields)).data.decode()


def question(*fields, **more):
    return _question(show(bank(item(*fields, **more)))[0][0])


def sheet_and_key(*items):
    sheet, _, key = page(*items).partition('<section class="key">')
    return sheet, key


def test_the_page_is_well_formed_and_names_its_language():
    read = Page(page())
    assert page().startswith("<!DOCTYPE html>\n<html lang=")
    assert read.elements[0] == ("html", {"lang": "en"})
    assert [tag for tag, _ in read.elements].count("title") == 1


def test_nothing_is_loaded_and_nothing_runs():
    for given in (page(), page(*(item("a", "flashcard", bad, bad) for bad in HOSTILE))):
        read = Page(given)
        assert {tag for tag, _ in read.elements} & {
            "script",
            "link",
            "img",
            "iframe",
            "object",
        } == set()
        names = {name for _, attributes in read.elements for name in attributes}
        assert names <= {"lang", "charset", "name", "content", "class", "dir", "style"}
        assert re.search(r"url\(|@import|https?:", given.partition("</style>")[0]) is None


def test_head_and_points():
    read = Page(page()).text
    assert "Salt Name Class Date Points / 10 The Salt Tax · Harbour Gazette, 3 May 2019 1" in read


def test_the_sheet_does_not_tell_the_key():
    sheet, key = sheet_and_key()
    assert "smuggling had made it worthless" not in sheet
    assert "smuggling had made it worthless" in key
    assert "thirty kilograms</" not in sheet.replace("thirty kilograms of salt</", "")


def test_the_key_starts_a_page_and_no_item_breaks():
    style = page().partition("</style>")[0]
    assert re.search(r"\.key \{[^}]*break-before: page", style)
    assert re.search(r"article[^{}]*\{[^}]*break-inside: avoid", style)


def test_choices_have_letters_that_the_key_repeats():
    asked = question("several", "multiple_response", "Which?", "a", "b", distractors=("c", "d"))
    letters = {option.text: option.letter for option in asked.space.options}
    assert [option.letter for option in asked.space.options] == ["A", "B", "C", "D"]
    assert {(option.letter, option.text) for option in asked.key} == {
        (letters["a"], "a"),
        (letters["b"], "b"),
    }
    assert asked.space.form == "several"


def test_a_match_is_keyed_by_the_letter_of_the_right_side():
    asked = question(
        "m", "matching", "Match.", "x", "y", "z", prompts=("1", "2", "3"), distractors=("w",)
    )
    letters = {option.text: option.letter for option in asked.space.options}
    assert [(each.letter, each.text) for each in asked.key] == [
        (letters["x"], "1 — x"),
        (letters["y"], "2 — y"),
        (letters["z"], "3 — z"),
    ]
    assert "w" in letters


def test_an_order_is_keyed_by_numbers():
    asked = question("o", "ordering", "Order.", "x", "y", "z")
    assert [(each.letter, each.text) for each in asked.key] == [("1", "x"), ("2", "y"), ("3", "z")]


def test_a_gap_is_as_wide_as_its_word_needs_and_no_telltale():
    def width(key):
        return question("c", "cloze", "It took ______ of salt.", key).stem[1].gap

    assert width("a") == width("salt") == 20
    assert width("thirty kilograms") == 60
    assert width("x" * 500) == 170
    assert [part.text for part in question("c", "cloze", "______ it", "a").stem] == [
        "",
        "______",
        " it",
    ]


@pytest.mark.parametrize(("length", "lines"), [(1, 2), (53, 2), (54, 3), (200, 5), (10_000, 9)])
def test_long_answers_get_lines(length, lines):
    assert question("f", "flashcard", "Why?", "x" * length).space.lines == lines


def test_a_gap_needs_no_line_and_a_question_one():
    assert question("c", "cloze", "It took ______.", "salt").space.lines == 0
    assert question("s", "short_answer", "What?", "salt").space.lines == 1


def test_source_lines_head_the_items_they_belong_to():
    other = RECORD.model_copy(update={"id": "rope", "title": "Rope", "publisher": "", "date": None})
    first, second = bank().items[:2]
    moved = second.model_copy(
        update={"evidence": (second.evidence[0].model_copy(update={"document": "rope"}),)}
    )
    two = bank(first, moved, first.model_copy(update={"id": "again"}))
    two = two.model_copy(update={"documents": (RECORD, other)})
    sheet = exporter.export(two).data.decode().partition('<section class="key">')[0]
    assert re.findall("<h2.*?>(.*?)</h2>", sheet) == [
        "The Salt Tax · Harbour Gazette, 3 May 2019",
        "Rope",
        "The Salt Tax · Harbour Gazette, 3 May 2019",
    ]


def test_an_item_with_several_documents_stands_under_the_first():
    first, second = bank().items[:2]
    other = second.evidence[0].model_copy(update={"document": "rope"})
    both = second.model_copy(update={"evidence": (*second.evidence, other)})
    sheet, _ = sheet_and_key(first, both)
    assert re.findall("<h2.*?>(.*?)</h2>", sheet) == ["The Salt Tax · Harbour Gazette, 3 May 2019"]


def test_an_item_without_quotes_stands_under_nothing():
    sheet, key = sheet_and_key(item("bare", "flashcard", "Why?", "so", evidence=()))
    assert "<h2" not in sheet + key


def test_quotes_of_several_documents_name_them():
    one = bank().items[0]
    proofs = (one.evidence[0], one.evidence[0].model_copy(update={"document": "rope"}))
    _, key = sheet_and_key(one.model_copy(update={"evidence": proofs}))
    assert "worthless.” (The Salt Tax, line\N{NO-BREAK SPACE}1)" in key
    assert "worthless.” (rope, line\N{NO-BREAK SPACE}1)" in key


def test_letters_go_on_after_z():
    assert [_letter(place) for place in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        *("A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA")
    ]


def test_a_bank_without_a_title_still_has_one_on_paper():
    assert "<title>Questions</title>" in page(title=" \x07")

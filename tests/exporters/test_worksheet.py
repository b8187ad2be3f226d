"""The worksheet: what stands on it, whatever it is written as."""

from __future__ import annotations

import json
import re
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

import pytest

import quizlib
from quizlib.errors import EmptyBank, InvalidOption, MissingGlyph
from quizlib.exporters import exporters, named
from quizlib.exporters._view import show
from quizlib.exporters._worksheet.look import Look
from quizlib.exporters._worksheet.options import WorksheetOptions
from quizlib.exporters._worksheet.passages import passages
from quizlib.exporters._worksheet.sheet import letter, rows, sections
from quizlib.model import BlockKind, Choice
from quizlib.scoring import FormMap
from tests.banks import HOSTILE, PAN_HOUSE, RECORD, TEXT, apart, bank, item
from tests.exporters.reading import Page, pages, text

if TYPE_CHECKING:
    from quizlib.model import Bank

ROOT = Path(__file__).parent.parent.parent
exporter = exporters.get("worksheet")
ALL = apart(bank())
LOOK = Look.of(WorksheetOptions(), "en")


def export(given: Bank, **options: object):
    return exporter.export(given, WorksheetOptions.model_validate({"suffix": ".html", **options}))


def page(given: Bank, **options: object) -> str:
    return str(export(given, **options).data, "utf-8")


def sheet_and_key(given: Bank, **options: object) -> tuple[str, str]:
    sheet, _, key = page(given, **options).partition('<section class="part key">')
    return Page(sheet + "</body></html>").text, Page("<html><body><section>" + key).text


def question(*fields, inline=False, **more):
    shown = show(bank(item(*fields, **more)))[0]
    [section] = sections(shown, {fields[0]: ""}, LOOK, {}, inline=inline)
    return section.questions[0]


def plain(words) -> str:
    return "".join(getattr(part, "text", "______") for part in words.parts)


# What the sheet says


def test_the_page_is_well_formed_and_names_its_language():
    read = Page(page(ALL))
    assert page(ALL).startswith("<!DOCTYPE html>\n<html lang=")
    assert read.elements[0] == ("html", {"lang": "en"})
    assert [tag for tag, _ in read.elements].count("title") == 1


@pytest.mark.parametrize("options", [{}, {"flashcards": True}, {"crossword": True}], ids=str)
def test_nothing_is_loaded_and_nothing_runs(options):
    hostile = bank(*(item(f"a{n}", "term", bad, "abc", bad) for n, bad in enumerate(HOSTILE)))
    for given in (page(ALL, **options), page(apart(hostile), **options)):
        read = Page(given)
        tags = {tag for tag, _ in read.elements}
        assert tags & {"script", "link", "img", "iframe", "object"} == set()
        names = {name for _, attributes in read.elements for name in attributes}
        assert names <= {"lang", "charset", "name", "content", "class", "dir", "style"}
        assert re.search(r"url\(|@import|https?:", given.partition("</style>")[0]) is None


def test_head_and_points():
    assert (
        "Salt Name Class Date Points / 10 Answer every question on this sheet."
        " The Salt Tax · Harbour Gazette, 3 May 2019 1"
    ) in Page(page(ALL)).text


def test_the_sheet_does_not_tell_the_key():
    sheet, key = sheet_and_key(ALL)
    assert "smuggling had made it worthless" not in sheet
    assert "smuggling had made it worthless" in key
    assert "30 kg" not in sheet


def test_choices_have_letters_that_the_key_repeats():
    asked = question("several", "multiple_response", "Which?", "a", "b", distractors=("c", "d"))
    letters = {plain(option.text): option.letter for option in asked.space.options}
    assert [option.letter for option in asked.space.options] == ["A", "B", "C", "D"]
    assert {(each.letter, plain(each.text)) for each in asked.answers} == {
        (letters["a"], "a"),
        (letters["b"], "b"),
    }
    assert asked.space.form == "several"


def test_a_match_is_keyed_by_the_letter_of_the_right_side():
    fields = ("m", "matching", "Match.", "x", "y", "z")
    more = {"prompts": ("1", "2", "3"), "distractors": ("w",)}
    asked = question(*fields, **more)
    letters = {plain(option.text): option.letter for option in asked.space.options}
    assert [(each.letter, plain(each.text)) for each in asked.answers] == [
        (letters["x"], "1 — x"),
        (letters["y"], "2 — y"),
        (letters["z"], "3 — z"),
    ]
    assert "w" in letters
    filled = question(*fields, inline=True, **more).space.filled
    assert filled == (letters["x"], letters["y"], letters["z"])


def test_an_order_is_keyed_by_numbers():
    asked = question("o", "ordering", "Order.", "x", "y", "z", inline=True)
    keyed = [(each.letter, plain(each.text)) for each in asked.answers]
    assert keyed == [("1", "x"), ("2", "y"), ("3", "z")]
    entries = [plain(option.text) for option in asked.space.options]
    assert dict(zip(asked.space.filled, entries, strict=True)) == {"1": "x", "2": "y", "3": "z"}


def test_a_gap_is_as_wide_as_its_word_needs_and_no_telltale():
    def width(key):
        return question("c", "cloze", "It took ______ of salt.", key).stem.parts[1].width

    assert width("a") == width("salt") == 20
    assert width("thirty kilograms") == 60
    assert width("x" * 500) == LOOK.widest


@pytest.mark.parametrize(("length", "lines"), [(1, 1), (24, 1), (52, 2), (200, 5), (10_000, 8)])
def test_long_answers_get_half_a_line_more_than_they_need(length, lines):
    space = question("f", "flashcard", "Why?", "x" * length).space
    assert space.lines == lines
    told = "Write the answer." if lines == 1 else "Answer in your own words."
    assert space.instruction == told


def test_of_questions_answered_alike_the_first_says_how():
    alike = [item(f"s{n}", "short_answer", f"What {n}?", "sugar") for n in range(3)]
    sheet, _ = sheet_and_key(apart(bank(*alike, *bank().items[1:2], *alike[:1])), sections="none")
    assert "What 0? Write the answer. 2 What 1? 3 What 2? 4 When" in sheet
    assert sheet.count("Tick one.") == 1


def test_a_gap_needs_no_line_and_a_question_one():
    assert question("c", "cloze", "It took ______.", "salt").space.lines == 0
    assert question("s", "short_answer", "What?", "salt").space.lines == 1


def test_letters_go_on_after_z():
    assert [letter(place) for place in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        *("A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA")
    ]


def test_what_is_written_from_the_right_has_its_mark_on_that_side():
    options = item("c", "choice", "אילו?", "פריז הבירה של צרפת", distractors=("Rome", "רומא"))
    match = item("m", "matching", "התאימו.", "פריז", "רומא", prompts=("צרפת", "איטליה"))
    read = page(apart(bank(options, match)), key="none")
    assert re.findall(r'<li( dir="rtl")?><span class="ring">.*?<span dir="auto">(.)', read) == [
        *sorted(((' dir="rtl"', "פ"), ("", "R"), (' dir="rtl"', "ר")), key=lambda _: 0)
    ]
    assert '<div class="match" dir="rtl">' in read
    assert read.count('<li dir="rtl"><span class="blank">') == 2


def test_a_bank_without_a_title_still_has_one_on_paper():
    assert "<title>Questions</title>" in page(apart(bank(title=" \x07")))


def test_quotes_of_several_documents_name_them():
    one = bank().items[0]
    proofs = (one.evidence[0], one.evidence[0].model_copy(update={"document": "rope"}))
    _, key = sheet_and_key(bank(one.model_copy(update={"evidence": proofs})))
    assert "worthless.” (The Salt Tax)" in key
    assert "worthless.” (rope)" in key


# Which items, in what sections and order


def ids(given: Bank, **options: object) -> list[str]:
    made = export(given, answer_sheet=True, **options)
    entries = next(iter(FormMap.model_validate_json(made.beside["-map.json"]).forms.values()))
    return [entry.id for entry in entries]


def test_no_two_items_of_a_sheet_give_each_other_away():
    made = export(bank())
    kept = ids(bank())
    left_out = {problem.where: problem.message for problem in made.problems}
    assert sorted([*kept, *left_out]) == sorted(each.id for each in bank().items)
    spans = [(q.start, each.id) for each in bank().items if each.id in kept for q in each.evidence]
    assert len({start for start, _ in spans}) == len(spans)
    told = re.compile("left out; it and “(.*)” would give one another away")
    stems = {each.id: shorten(each.stem, 60, placeholder=" …") for each in bank().items}
    for message in left_out.values():
        [other] = told.findall(message)
        assert other in {stems[name] for name in kept}


def test_a_term_its_definition_and_its_match_are_one_entry():
    entry = [
        each for each in bank().items if each.evidence == (PAN_HOUSE,) or each.kind == "matching"
    ]
    assert len(ids(bank(*entry))) == 1


def test_cards_and_puzzles_may_hold_both():
    assert export(bank(), flashcards=True).summary == "10 cards"


def test_items_can_be_chosen():
    assert ids(ALL, kind="cloze,term") == ["cloze1", "term1"]
    assert len(ids(ALL, count=3)) == 3
    assert ids(ALL, count=3) == ids(ALL, count="3") != ids(ALL, count=3, seed=2)
    hard = ids(ALL, difficulty="hard")
    easy = ids(ALL, difficulty="0-0.54")
    assert sorted(hard + easy) == sorted(each.id for each in ALL.items)


def test_nothing_that_fits_is_told():
    with pytest.raises(EmptyBank, match=r"^Salt: no item of the kind and difficulty wished for$"):
        export(bank(bank().items[0]), kind="cloze")


def test_sections_by_source_by_kind_or_none():
    other = RECORD.model_copy(update={"id": "rope", "title": "Rope", "publisher": "", "date": None})
    first, second, third = ALL.items[:3]
    quote = second.evidence[0].model_copy(update={"document": "rope"})
    moved = second.model_copy(update={"evidence": (quote,)})
    two = bank(first, moved, third).model_copy(update={"documents": (RECORD, other)})

    def headings(**options):
        sheet = page(two, **options).partition('<section class="part key">')[0]
        return re.findall("<h2.*?>(.*?)</h2>", sheet)

    assert headings() == ["The Salt Tax · Harbour Gazette, 3 May 2019", "Rope"]
    assert headings(sections="kind") == ["In your own words", "Choose one", "Short answers"]
    assert headings(sections="none") == []
    assert ids(two) == [first.id, third.id, second.id]
    alone = RECORD.model_copy(update={"title": "Salt", "publisher": "", "date": None})
    two = bank(first, third).model_copy(update={"documents": (alone,)})
    assert headings() == []
    assert headings(title="Test") == ["Salt"]


def test_sections_by_kind_tell_how_to_answer():
    sheet, _ = sheet_and_key(ALL, sections="kind")
    for heading in (
        *("In your own words", "Choose one", "Short answers", "Fill the gaps", "True or false"),
        *("Choose all that apply", "Match", "Put in order"),
    ):
        assert re.search(rf" {heading} \d+ ", sheet), heading
    assert sheet.count("In your own words") == 1


def test_forms_differ_in_items_and_options_and_the_map_tells():
    made = export(ALL, forms="A,B,C", sections="none")
    forms = FormMap.model_validate_json(made.beside["-map.json"]).forms
    orders = [[entry.id for entry in entries] for entries in forms.values()]
    assert len({tuple(order) for order in orders}) == 3
    assert {tuple(sorted(order)) for order in orders} == {tuple(sorted(orders[0]))}
    places = [
        entry.places for entries in forms.values() for entry in entries if entry.id == "several1"
    ]
    assert len(set(places)) > 1
    assert [entry.number for entry in forms["A"]] == list(range(1, 11))
    assert Page(made.beside["-B.html"].decode()).text.startswith("Salt, Form B Salt Form B Name")


def test_forms_of_two_items_differ_too():
    two = bank(*ALL.items[:2])
    forms = FormMap.model_validate_json(export(two, forms="A,B").beside["-map.json"]).forms
    assert forms["A"][0].id != forms["B"][0].id


def test_the_map_tells_which_option_stands_where():
    made = export(ALL, forms="B")
    for entry in FormMap.model_validate_json(made.beside["-map.json"]).forms["B"]:
        if entry.id == "choice1":
            assert isinstance(entry.interaction, Choice)
            options = [entry.interaction.options[place] for place in entry.places]
            printed = Page(made.data.decode()).text
            assert " ".join(f"{letter(n)} {words}" for n, words in enumerate(options)) in printed


def test_years_stand_in_their_order_the_other_way_round_on_every_other_form():
    forms = FormMap.model_validate_json(export(ALL, forms="A,B,C").beside["-map.json"]).forms
    years = {
        form: [entry.interaction.options[place] for place in entry.places]
        for form, entries in forms.items()
        for entry in entries
        if entry.id == "choice1" and isinstance(entry.interaction, Choice)
    }
    assert years["A"] == years["C"] == ["1794", "1804", "1814", "1821"]
    assert years["B"] == ["1821", "1814", "1804", "1794"]


def test_options_that_have_an_order_keep_it_on_every_form():
    truth = export(bank(ALL.items[4]), forms="A,B,C")
    assert all(
        "A True B False" in Page(file.decode()).text
        for file in (truth.data, truth.beside["-C.html"])
    )


# Where the key goes


def test_the_files_of_an_export(tmp_path):
    made = quizlib.export(ALL, "worksheet", tmp_path / "s.html", forms=("A", "B"))
    files = ["s-A.html", "s-B.html", "s-key.html", "s-map.json", "s-answers.csv"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(files)
    assert [path.name for path in named("s.html", made)] == files
    assert "worthless" not in (tmp_path / "s-A.html").read_text()
    key = Page((tmp_path / "s-key.html").read_text()).text
    assert "Form A, key: Salt" in key
    assert "Form B, key: Salt" in key


def test_the_key_of_forms_is_apart_unless_it_is_said_where_it_goes():
    assert "-key.html" in export(ALL, forms="A").beside
    for place in ("after", "inline", "none"):
        assert "-key.html" not in export(ALL, forms="A,B", key=place).beside
    assert "-key.html" not in export(ALL).beside


def test_what_asks_what_the_text_says_wants_the_text(tmp_path):
    (tmp_path / "salt-tax.txt").write_text(TEXT)
    stem = "According to the text, why did the council abolish the tax?"
    asks = bank(ALL.items[0].model_copy(update={"stem": stem}), *ALL.items[1:])
    [told] = export(asks).problems
    assert told.code == "text-not-shown"
    assert told.message == (
        "“According to the text” stands in 1 item, and the text is not on the sheet;"
        " --sources DIR prints its passages"
    )
    assert export(ALL).problems == []
    with_text = [problem.code for problem in export(asks, sources=tmp_path).problems]
    assert "text-not-shown" not in with_text


def test_no_key_at_all():
    made = export(ALL, key="none")
    assert made.summary == "10 items without key"
    assert "worthless" not in made.data.decode()
    assert made.beside == {}


def test_the_key_in_place():
    read = page(ALL, key="inline")
    assert '<span class="gap filled" style="min-width: 60mm">thirty kilograms</span>' in read
    assert read.count('<span class="ring ticked">') == 2
    assert read.count('<span class="box ticked">') == 3
    assert "because smuggling had made it worthless" in read
    assert '<section class="part key">' not in read


# What else may be printed


def test_points_by_kind():
    read = Page(page(ALL, points="cloze=2,choice=0.5")).text
    assert "(2) Each barrel" in read
    assert "(0.5) When did" in read
    assert "Points / 10.5" in read
    assert "Points / 30" in Page(page(ALL, points=3)).text


def test_a_word_bank_holds_the_keys_of_the_gaps():
    two = apart(bank(*bank().items, item("c2", "cloze", "A ______.", "Flour")))
    assert "Words: Flour thirty kilograms 1" in Page(page(two, word_bank=True)).text


def test_bubbles():
    shown = show(ALL)[0]
    told = {row.label: "".join(row.letters) for row in rows(shown, LOOK)}
    assert told["2"] == "ABCD"
    assert told["5"] == "AB"
    assert told["9.1"] == told["9.3"] == "ABC"
    assert told["10.1"] == "123"
    assert told["1"] == ""
    read = Page(page(ALL, answer_sheet=True)).text
    assert "Mark your answers on the answer sheet." in read
    assert "Answers: Salt" in read
    assert "Form B, answers: Salt" in Page(page(ALL, answer_sheet=True, forms="B")).text


def test_with_an_answer_sheet_all_is_written_there():
    sheet, _, bubbles = page(ALL, answer_sheet=True).partition('<section class="part bubbles">')
    assert '<div class="line">' not in sheet
    lines = {row.label: row.lines for row in rows(show(ALL)[0], LOOK)}
    assert (lines["1"], lines["2"], lines["3"], lines["4"]) == (3, 0, 1, 1)
    assert bubbles.count('<div class="line">') == sum(lines.values())


def test_passages_come_from_the_sources(tmp_path):
    (tmp_path / "salt-tax.txt").write_text(TEXT.replace("\n", "\n\n"))
    documents = quizlib.read(tmp_path)
    quoted = documents[0].evidence(documents[0].blocks[1])
    asked = bank(item("a", "cloze", "Each barrel took ______.", "thirty", evidence=(quoted,)))
    record = RECORD.model_copy(update={"id": documents[0].id, "digest": documents[0].digest})
    given = asked.model_copy(update={"documents": (record,)})
    read, _ = sheet_and_key(given, sources=tmp_path)
    assert "Each barrel of herring took thirty kilograms of salt. 1" in read
    assert "abolished" not in read
    changed = given.model_copy(
        update={"documents": (RECORD.model_copy(update={"id": documents[0].id}),)}
    )
    [problem] = export(changed, sources=tmp_path).problems
    assert str(problem) == (
        "salt-tax.txt: not among the sources, or changed: its passages are not printed"
    )


def test_a_passage_keeps_definitions_together_and_leaves_short_answers_out(tmp_path):
    long = "The council did it because smuggling had made the tax worthless" + " in every port" * 6
    (tmp_path / "salt.md").write_text(
        f"Pan house\n: a shed\n\n# Questions\n\n## Why was it abolished?\n\n{long}.\n\n"
        "## When was it abolished?\n\nIn 1804.\n"
    )
    [document] = quizlib.read(tmp_path)
    blocks = (block for block in document.blocks if block.kind is not BlockKind.HEADING)
    quoted = tuple(map(document.evidence, blocks))
    record = RECORD.model_copy(update={"id": document.id, "digest": document.digest})
    asked = bank(item("a", "cloze", "It was ______.", "1804", evidence=quoted))
    given = asked.model_copy(update={"documents": (record,)})
    read, _ = sheet_and_key(given, sources=tmp_path)
    assert f"Pan house: a shed […] {long}. 1 It was" in read


SECTIONS = """# Salt

Zero stays out.

## First

One is quoted.

## Second

Two stays out.

### Below

Three stays out.

## Third

Four stays out.

### Deep

Five is quoted.

Six is quoted.

## Fourth

Seven stays out.
"""


def test_passages_stand_below_their_headings(tmp_path):
    (tmp_path / "salt.md").write_text(SECTIONS)
    [document] = quizlib.read(tmp_path)
    quoted = tuple(document.evidence(b) for b in document.blocks if "is quoted" in b.text)
    asked = item("a", "cloze", "It was ______.", "1804", evidence=quoted)
    told = [
        ("**" if each.heading else "") + plain(each.text)
        for each in passages([asked], {document.id: document})
    ]
    assert told == [
        *("**First", "One is quoted.", "[…]", "**Third", "[…]", "**Deep"),
        *("Five is quoted.", "Six is quoted."),
    ]
    record = RECORD.model_copy(update={"id": document.id, "digest": document.digest})
    given = bank(asked).model_copy(update={"documents": (record,)})
    read = page(given, sources=tmp_path)
    assert '<p class="heading" dir="auto">First</p>' in read
    printed = text("worksheet", exporter.export(given, WorksheetOptions(sources=tmp_path)).data)
    assert "Third […] Deep Five is quoted." in printed


def test_title_instructions_and_logo(tmp_path):
    (tmp_path / "l.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    )
    read = page(ALL, title="Test <1>", instructions="No books.", logo=tmp_path / "l.svg")
    assert "Test <1> Name" in Page(read).text
    assert "No books." in read
    assert '<img src="data:image/svg+xml;base64,' in read


def test_paper_columns_and_large_print():
    read = page(ALL, paper="letter", columns="2", large_print=True)
    assert "@page { size: letter; }" in read
    assert '<main class="columns">' in read
    assert '<body class="large stacked">' in read


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"forms": "A,A"}, "option forms: every form needs a name of its own"),
        ({"forms": "../x"}, "option forms: '../x' is no name for a form: up to 10 letters"),
        ({"forms": "2"}, "option forms: '2' would be the name of a single form; name each, as A,B"),
        ({"kind": "clozze"}, "option kind: unknown kind 'clozze' (did you mean cloze?); known: "),
        ({"kind": "hint"}, "option kind: unknown kind 'hint'; known: "),
        ({"points": "clozze=2"}, "option points: unknown kind 'clozze' (did you mean cloze?)"),
        ({"difficulty": "heavy"}, "option difficulty: unknown difficulty 'heavy'"),
        ({"points": "x"}, "option points: Input should be a valid number"),
        ({"points": "-1"}, "option points: Input should be greater than 0"),
        ({"columns": 3}, "option columns: Input should be less than or equal to 2"),
        ({"count": 0}, "option count: Input should be greater than or equal to 1"),
        ({"font": 'x"; }'}, "option font: a font family's name has letters, digits"),
        ({"flashcards": True, "crossword": True}, "choose one of flashcards, crossword"),
        ({"crossword": True, "forms": "A"}, "crossword has no forms"),
        ({"logo": "no.png"}, "option logo: no.png: No such file or directory"),
        ({"sources": "nowhere"}, "option sources: nowhere: no such file or folder"),
    ],
    ids=str,
)  # fmt: skip
def test_wrong_options_are_told(options, message, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InvalidOption) as caught:
        quizlib.export(ALL, "worksheet", tmp_path / "x.pdf", **options)
    assert str(caught.value).startswith(f"worksheet: {message}")
    assert list(tmp_path.iterdir()) == []


# Cards


def test_backs_lie_behind_their_fronts():
    read = page(ALL, flashcards=True)
    decks = read.split('<div class="deck')[1:]
    feet = [re.findall(r"<small>(\d+)</small>", deck) for deck in decks]
    assert feet == [list("12345678"), list("21436587"), ["9", "10"], ["10", "9"]]


def test_a_card_of_a_row_that_is_not_full_is_turned_too():
    read = page(bank(ALL.items[0]), flashcards=True)
    front, back = read.split('<div class="deck')[1:]
    assert front.index("<small>1") < front.index('<div class="card"></div>')
    assert back.index("<small>1") > back.index('<div class="card"></div>')


LONG = item("long", "flashcard", "Why? " * 500, "so")


def test_what_fits_no_card_is_told_and_others_take_its_place():
    made = export(bank(LONG, *bank().items[:4]), flashcards=True, count=4)
    assert made.summary == "4 cards"
    assert [str(problem) for problem in made.problems] == [
        "long: left out: it is too long for a card"
    ]


@pytest.mark.parametrize(
    ("option", "why"), [("flashcards", "on a card"), ("crossword", "a puzzle")], ids=str
)
def test_no_empty_page_is_printed(option, why):
    with pytest.raises(EmptyBank, match=rf"^Salt: no item fits {why}$"):
        export(bank(LONG), **{option: True})


# PDF


def test_a_pdf_holds_the_same_and_counts_its_pages():
    made = exporter.export(ALL)
    assert made.summary == f"10 items with key, {len(pages(made.data))} pages"
    read = text("worksheet", made.data)
    assert "Salt" in read


def test_sheet_answers_and_key_count_their_own_pages():
    many = [item(f"s{n}", "flashcard", f"Why {n}?", "because " * 9) for n in range(30)]
    made = exporter.export(apart(bank(*many)), WorksheetOptions(answer_sheet=True))
    feet = re.findall(r"Page \d of \d", text("worksheet", made.data))
    assert feet == [
        f"Page {page} of {count}" for count in (2, 3, 2) for page in range(1, count + 1)
    ]


def test_the_keys_of_all_forms_are_counted_together():
    many = [item(f"s{n}", "flashcard", f"Why {n}?", "because " * 90) for n in range(20)]
    options = WorksheetOptions(forms=("A", "B"), key="separate", suffix=".pdf")
    made = exporter.export(apart(bank(*many)), options)
    printed = [page.get_textpage().get_text_range() for page in pages(made.beside["-key.pdf"])]
    half = len(printed) // 2
    assert half > 1
    assert [re.findall(r"(Form .)\s+Page (\d+) of (\d+)", page) for page in printed] == [
        [(form, str(number), str(len(printed)))]
        for number, form in enumerate(["Form A"] * half + ["Form B"] * half, 1)
    ]


def test_each_form_names_itself_on_every_page():
    made = exporter.export(ALL, WorksheetOptions(forms=("A", "B"), suffix=".pdf"))
    printed = [page.get_textpage().get_text_range() for page in pages(made.beside["-B.pdf"])]
    assert all("Form B" in page for page in printed)
    head = printed[0].partition("Name")[0]
    assert re.sub(r"\s+", " ", head).strip() == "Salt Form B"


def test_a_formula_without_anything_small_is_set_as_one():
    given = bank(item("m", "short_answer", "For $z = 3$?", "yes"))
    assert "For 𝑧 = 3?" in text("worksheet", exporter.export(given).data)


@pytest.mark.parametrize("bad", ["\ue000", "\U00012000", "\ua000"])
def test_a_glyph_that_no_font_has_is_named_with_its_item(bad):
    given = bank(ALL.items[0], item("odd", "flashcard", f"What is {bad}?", "a sign", evidence=()))
    with pytest.raises(MissingGlyph) as caught:
        exporter.export(given)
    assert str(caught.value).startswith("odd: no font has a glyph for ")
    assert f"(U+{ord(bad):04X}" in str(caught.value)


def test_without_the_extra_for_east_asia_it_is_named(monkeypatch):
    from quizlib.exporters._worksheet import pdf

    monkeypatch.setattr(pdf, "CJK_FONTS", "no_such_package")
    pdf._fonts.cache_clear()
    try:
        with pytest.raises(MissingGlyph) as caught:
            exporter.export(bank(item("han", "flashcard", "漢字?", "so")))
    finally:
        pdf._fonts.cache_clear()
    assert str(caught.value) == (
        "han: no font has a glyph for '漢' (U+6F22 CJK UNIFIED IDEOGRAPH-6F22);"
        " pip install 'quizlib-bank[cjk]' brings a font for it"
    )


def test_an_unknown_font_lists_those_there_are():
    with pytest.raises(InvalidOption) as caught:
        exporter.export(ALL, WorksheetOptions(font="Comic Sans"))
    assert str(caught.value).startswith("worksheet: option font: no font 'Comic Sans'; known: ")
    assert "Noto Sans" in str(caught.value)


def test_a_logo_that_is_no_picture_is_told(tmp_path):
    (tmp_path / "l.png").write_bytes(b"\x89PNG\r\n broken")
    with pytest.raises(InvalidOption, match=r"^worksheet: option logo: "):
        exporter.export(ALL, WorksheetOptions(logo=tmp_path / "l.png"))


def test_the_map_is_readable_json():
    made = export(ALL, forms="A")
    told = json.loads(made.beside["-map.json"])
    assert list(told) == ["format", "title", "forms"]
    assert list(told["forms"]["A"][0]) == [
        *("number", "id", "kind", "stem", "points", "places", "interaction")
    ]

"""Filled sheets earn what a quiz would give for the same answers, whatever the form."""

from __future__ import annotations

import csv
import io
from typing import assert_never

import pytest

from quizlib.errors import UnreadableForms
from quizlib.exporters import exporters
from quizlib.exporters._view import show
from quizlib.exporters._worksheet.options import WorksheetOptions
from quizlib.exporters._worksheet.sheet import letter
from quizlib.model import Choice, ExtendedText, Match, Order, TextEntry
from quizlib.scoring import FormMap, Results, load_forms, marks, read_responses, score
from tests.banks import apart, bank

exporter = exporters.get("worksheet")
ALL = apart(bank())


def form_map(**options) -> FormMap:
    made = exporter.export(ALL, WorksheetOptions.model_validate({"suffix": ".html", **options}))
    return FormMap.model_validate_json(made.beside["-map.json"])


def right(entry) -> str:
    """What a learner who knows everything writes on the sheet."""
    asked, at = entry.interaction, entry.places.index
    match asked:
        case Choice(right=places):
            return " ".join(letter(at(place)) for place in places)
        case Match(left=left):
            return " ".join(letter(at(place)) for place in range(len(left)))
        case Order(entries=entries):
            numbers = [entry.places[place] + 1 for place in range(len(entries))]
            return " ".join(map(str, numbers))
        case TextEntry(accepted=accepted):
            return accepted[-1]
        case ExtendedText():
            return "right"
        case _:
            assert_never(asked)


def scored(tmp_path, forms, table):
    path = tmp_path / "r.csv"
    path.write_text(table, encoding="utf-8")
    return score(forms, read_responses(path, forms))


def table(*rows) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def test_who_knows_everything_earns_everything_on_every_form(tmp_path):
    forms = form_map(forms="A,B,C", points="cloze=2")
    head = ["learner", "form", *range(1, 11)]
    rows = [[f"L{name}", name, *map(right, entries)] for name, entries in forms.forms.items()]
    results, problems = scored(tmp_path, forms, table(head, *rows))
    assert problems == []
    assert [(total.name, total.points, total.of) for total in results.learners()] == [
        *(("LA", 11, 11), ("LB", 11, 11), ("LC", 11, 11))
    ]
    assert {total.share for total in results.items()} == {1}
    chosen = {each.options for each in results.results if each.item == "several1"}
    assert len(chosen) == 1


def test_the_map_and_the_key_agree():
    shown = {each.id: each for each in show(ALL, "B")[0]}
    for entry in form_map(forms="B").forms["B"]:
        assert entry.places == shown[entry.id].places


def test_wrong_blank_and_partly_right(tmp_path):
    forms = form_map(answer_sheet=True)
    numbers = {entry.id: entry.number for entry in forms.forms[""]}
    answers = {
        "several1": "",
        "match1": "",
        "flash1": "1/2",
        "define1": "0.25",
        "short1": "coucnil",
    }
    several = next(entry for entry in forms.forms[""] if entry.id == "several1")
    answers["several1"] = right(several).split()[0]
    head = ["Learner", *(numbers[id] for id in answers)]
    results, problems = scored(tmp_path, forms, table(head, ["Ann", *answers.values()]))
    assert [str(problem) for problem in problems] == [
        "line 1: no column for question 2, 4, 5, 7, 10: nobody earns anything there"
    ]
    shares = {each.item: each.share for each in results.results}
    assert shares["several1"] == pytest.approx(1 / 3)
    assert shares["flash1"] == 0.5
    assert shares["define1"] == 0.25
    assert shares["short1"] > 0
    assert shares["match1"] == shares["choice1"] == 0


def test_what_cannot_be_read_is_told_and_earns_nothing(tmp_path):
    forms = form_map(answer_sheet=True)
    rows = [
        ["learner", "2", "10", "1", "9", *map(str, range(3, 9))],
        ["Ann", "AB", "1 1 2", "maybe", "Z", *[""] * 6],
        ["ann", *[""] * 10],
    ]
    results, problems = scored(tmp_path, forms, table(*rows))
    assert [str(problem) for problem in problems] == [
        "line 2: question 1: not to be read: 'maybe'; right, wrong, a share such as 0.5, or 2/3",
        "line 2: question 2: not to be read: 'AB'; one letter, as A",
        "line 2: question 9: not to be read: 'Z'; 3 letters, as B A C",
        (
            "line 2: question 10: not to be read: '1 1 2';"
            " the numbers 1 to 3 from top to bottom, as 2 1 3"
        ),
        "line 3: another sheet of ann",
    ]
    assert all(each.share == 0 for each in results.results)
    assert {(each.learner, each.number) for each in results.results if each.unread} == {
        *(("Ann", number) for number in (1, 2, 9, 10))
    }
    told = results.to_csv().splitlines()
    assert sum(line.endswith(",yes") for line in told) == 4
    cells = marks(forms, results).splitlines()[1].split(",")
    assert cells[2:4] == ["?", "?"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Ann,C,x", "no form 'C'; known: A, B"),
        ("Ann,,x", "no form told; known: A, B"),
        ("Ann,A,x,y", "more cells than columns, with 'y'"),
        (",A,,y", "more cells than columns, with 'y'"),
    ],
)
def test_a_sheet_that_cannot_be_scored_is_told_and_all_others_are_scored(line, fault, tmp_path):
    forms = form_map(forms="A,B")
    given = f"learner,form,1\nBea,B,\n{line}\n,B, \nCid,a,,\n"
    results, problems = scored(tmp_path, forms, given)
    who = "Ann" if line.startswith("Ann") else "nobody"
    assert str(problems[1]) == f"line 3: {who} is not scored: {fault}"
    assert [problem.severity for problem in problems] == ["warning", "error"]
    assert [each.name for each in results.learners()] == ["Bea", "Cid"]
    [one] = results.unscored
    assert (one.learner, one.line, one.fault) == (line.partition(",")[0], 3, fault)
    *_, bea, cid, last = marks(forms, results).splitlines()
    assert (bea[:6], cid[:6]) == ("Bea,B,", "Cid,A,")
    assert last == ",".join([one.learner, one.form, *[""] * 13])
    assert Results.model_validate_json(results.to_json()) == results


def test_an_answer_beyond_the_last_question_of_a_form_is_told(tmp_path):
    forms = form_map(forms="A,B")
    short = forms.model_copy(update={"forms": {**forms.forms, "B": forms.forms["B"][:1]}})
    given = "learner,form,1,2\nAnn,B,,x\nBea,B,,\n"
    results, problems = scored(tmp_path, short, given)
    assert str(problems[1]) == "line 2: Ann is not scored: its form has no question 2"
    assert [each.name for each in results.learners()] == ["Bea"]


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_tables_of_every_program_are_read(between, tmp_path):
    forms = form_map(forms="A")
    path = tmp_path / "r.csv"
    text = f'learner{between}FORM{between}1\r\n"Ö, Ann"{between}a{between}x\r\n\r\n'
    path.write_bytes(text.encode("utf-8-sig"))
    [sheet] = read_responses(path, forms)
    assert (sheet.learner, sheet.form, sheet.answers) == ("Ö, Ann", "A", {1: "x"})


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("", "line 1: no column 'learner'"),
        ("name,1\n", "line 1: no column 'learner'"),
        ("learner,1\nAnn,x\n", "line 1: no column 'form', and the sheet has several forms"),
        ("learner,form,11\n", "line 1: column '11' is neither learner, form nor 1 to 10"),
        ("learner,form,1,1\n", "line 1: a column is given twice"),
        ("learner,form,1\n", "no sheet in it: a header line, then a line for each learner"),
        (
            "learner,form,1\n,,\n,B,\n",
            "no sheet in it: a header line, then a line for each learner",
        ),
        ('learner,form,1\nAnn,A,"x\n', "unexpected end of data"),
    ],
)
def test_a_table_that_cannot_be_read_is_told(given, message, tmp_path):
    with pytest.raises(UnreadableForms) as caught:
        scored(tmp_path, form_map(forms="A,B"), given)
    assert str(caught.value) == f"{tmp_path / 'r.csv'}: {message}"


def test_files_that_are_none_are_told(tmp_path):
    path = tmp_path / "m.json"
    with pytest.raises(UnreadableForms, match=r"m\.json: No such file or directory$"):
        load_forms(path)
    path.write_text('{"format": 1, "forms": {}}')
    with pytest.raises(UnreadableForms, match=r"m\.json: title: Field required$"):
        load_forms(path)
    wanted = "that is the …-map.json which quizlib export writes beside a worksheet"
    told = {
        b"{}": "not the map of a sheet's forms",
        bank().to_json().encode(): "it is a bank, not the map of a sheet's forms",
        b"\xff\xfe": "not the map of a sheet's forms",
    }
    for data, what in told.items():
        path.write_bytes(data)
        with pytest.raises(UnreadableForms) as caught:
            load_forms(path)
        assert str(caught.value) == f"{path}: {what}: {wanted}"
    with pytest.raises(UnreadableForms, match=r"it is no UTF-8 text$"):
        read_responses(path, form_map(forms="A"))
    with pytest.raises(UnreadableForms, match=r"no\.csv: No such file or directory$"):
        read_responses(tmp_path / "no.csv", form_map(forms="A"))


def test_results_as_csv_run_no_formula(tmp_path):
    forms = form_map(forms="A")
    results, _ = scored(tmp_path, forms, table(["learner", "1"], ["=1+1", "x"]))
    rows = list(csv.DictReader(io.StringIO(results.to_csv())))
    assert rows[0]["learner"] == "'=1+1"
    assert list(rows[0]) == [
        *("learner", "form", "number", "item", "response", "share", "points", "of", "options"),
        "unread",
    ]
    assert len(rows) == 10


def test_a_line_may_end_before_the_last_column(tmp_path):
    given = table(["learner", "form", *range(1, 11)], ["Ann", "A"])
    results, problems = scored(tmp_path, form_map(forms="A"), given)
    assert (len(results.results), problems) == (10, [])

from __future__ import annotations

import json
import re

from tests.banks import apart, bank


def test_sheets_are_scored(run, folder):
    apart(bank(*bank().items[1:5])).save("four.json")
    result = run("export", "worksheet", "four.json", "--forms", "A,B", "-o", "four.html")
    files = "four-A.html  four-B.html  four-key.html  four-map.json  four-answers.csv"
    assert result.stdout == f"{files}  4 items\n"
    forms = json.loads((folder / "four-map.json").read_text())["forms"]
    cloze = {
        form: next(e["number"] for e in es if e["kind"] == "cloze") for form, es in forms.items()
    }
    rows = ["learner,form,1,2,3,4"]
    for learner, form, words in (("Ann", "A", "30 kg"), ("Bob", "B", "herring")):
        cells = ["", "", "", ""]
        cells[cloze[form] - 1] = words
        rows.append(",".join([learner, form, *cells]))
    (folder / "r.csv").write_text("\n".join(rows))
    result = run("score", "four-map.json", "r.csv", "-o", "results.json")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout.startswith(
        "Salt: 2 sheets\n\nLearners\n  Ann  1 of 4 (25%)\n  Bob  0 of 4 (0%)\n\n"
        "Items, the hardest first\n"
    )
    places = f"A{cloze['A']} B{cloze['B']}"
    assert result.stdout.endswith(f"  {places}  50% Each barrel of herring took ______ of salt.\n")
    told = json.loads((folder / "results.json").read_text())
    assert told["results"][0]["learner"] == "Ann"
    assert run("score", "four-map.json", "r.csv", "-o", "r2.csv").exit_code == 0
    assert (folder / "r2.csv").read_bytes().startswith(b"learner,form,number,item,")
    assert run("score", "four-map.json", "r.csv", "--marks", "marks.csv").exit_code == 0
    head, ann, bob = (folder / "marks.csv").read_text().splitlines()
    assert head.startswith("learner,form,A1 B")
    assert head.endswith(",points,of,percent")
    assert sorted(ann.split(",")) == sorted(["Ann", "A", "0", "0", "0", "1", "1", "4", "25"])
    assert bob == "Bob,B,0,0,0,0,0,4,0"
    assert head.split(",")[ann.split(",").index("1")] == places


def test_what_cannot_be_scored_is_shown_and_the_exit_code_tells(run, folder):
    apart(bank(bank().items[1])).save("one.json")
    run("export", "worksheet", "one.json", "--forms", "A,B", "-o", "one.html")
    (folder / "r.csv").write_text("learner,form,1\nAnn,A,?\nBob,C,B\nCid,,\n,A,\n")
    result = run("score", "one-map.json", "r.csv", "-o", "r.json", "--marks", "marks.csv")
    assert result.exit_code == 1
    assert result.stderr == (
        "error: line 2: question 1: not to be read: '?'; one letter, as A\n"
        "error: line 3: Bob is not scored: no form 'C'; known: A, B\n"
        "error: line 4: Cid is not scored: no form told; known: A, B\n"
    )
    assert result.stdout == (
        "Salt: 3 sheets, 2 of them not scored\n\nLearners\n"
        "  Ann  0 of 1 (0%); not read: question 1\n"
        "  Bob  not scored: no form 'C'; known: A, B\n"
        "  Cid  not scored: no form told; known: A, B\n\n"
        "Items, the hardest first\n"
        "  A1 B1  0% When did the harbour council abolish the salt tax?\n"
    )
    assert (folder / "marks.csv").read_text().splitlines()[1:] == [
        *("Ann,A,?,0,1,0", "Bob,C,,,,", "Cid,,,,,")
    ]
    none = run("analyse", "r.json")
    assert "Ann" not in none.stdout
    (folder / "r.csv").write_text("learner,form,1\nBob,C,B\n")
    result = run("score", "one-map.json", "r.csv")
    assert result.exit_code == 1
    assert result.stdout == (
        "Salt: 1 sheet, 1 of them not scored\n\n"
        "Learners\n  Bob  not scored: no form 'C'; known: A, B\n"
    )


def test_results_of_another_format_are_not_promised(run, folder):
    result = run("score", "m.json", "r.csv", "-o", "r.xlsx")
    assert (result.exit_code, result.stderr) == (
        1,
        "error: r.xlsx: cannot write: results are .json or .csv files; give it that ending\n",
    )


def test_marks_are_a_table(run):
    result = run("score", "m.json", "r.csv", "--marks", "m.xlsx")
    told = "cannot write: a table for a mark book is a .csv file; give it that ending"
    assert (result.exit_code, result.stderr) == (1, f"error: m.xlsx: {told}\n")


def test_a_table_that_somebody_has_filled_in_is_never_written_over(run, folder):
    table = folder / "s-answers.csv"
    run("export", "worksheet", "salt.json", "--forms", "A,B", "-o", "s.html")
    blank = table.read_text()
    assert re.fullmatch("learner,form,1,2,3,4(,[0-9]+)*\n", blank)
    run("export", "worksheet", "salt.json", "--forms", "A,B", "--count", "2", "-o", "s.html")
    assert table.read_text() == "learner,form,1,2\n"
    table.write_text("learner,form,1,2\nAnn,A,x,y\n")
    again = run("export", "worksheet", "salt.json", "--forms", "A,B", "-o", "s.html")
    assert "note: s-answers.csv: kept as it is: somebody has written into it\n" in again.stderr
    assert table.read_text() == "learner,form,1,2\nAnn,A,x,y\n"


def test_notes_of_one_sort_are_counted_at_the_third(run):
    brief = run("export", "worksheet", "salt.json", "-o", "s.html").stderr.splitlines()
    every = run("export", "worksheet", "salt.json", "-o", "s.html", "--verbose").stderr.splitlines()
    assert all(
        line.startswith("note: “") and "would give one another away" in line for line in every
    )
    assert (len(brief), len(every)) == (3, 6)
    assert brief == [*every[:2], f"{every[2]} (and 3 more like this; --verbose tells all)"]

from __future__ import annotations

import json

from tests.banks import apart, bank


def test_sheets_are_scored(run, folder):
    apart(bank(*bank().items[1:5])).save("four.json")
    result = run("export", "worksheet", "four.json", "--forms", "A,B", "-o", "four.html")
    assert result.stdout == "four-A.html  four-B.html  four-map.json  4 items with key\n"
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
    assert result.stdout.endswith("  cloze1   50% Each barrel of herring took ______ of salt.\n")
    told = json.loads((folder / "results.json").read_text())
    assert told["results"][0]["learner"] == "Ann"
    assert run("score", "four-map.json", "r.csv", "-o", "r2.csv").exit_code == 0
    assert (folder / "r2.csv").read_bytes().startswith(b"learner,form,number,item,")


def test_results_of_another_format_are_not_promised(run, folder):
    result = run("score", "m.json", "r.csv", "-o", "r.xlsx")
    assert (result.exit_code, result.stderr) == (
        1,
        "error: r.xlsx: cannot write: results are .json or .csv files; give it that ending\n",
    )


def test_notes_of_one_sort_are_counted_after_the_third(run):
    result = run("export", "worksheet", "salt.json", "-o", "s.html")
    lines = result.stderr.splitlines()
    assert len(lines) == 4
    assert all("would give it away" in line for line in lines[:3])
    assert lines[-1] == "note: and 3 more like this"

"""`quizlib analyse` as a command."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.analysis.sittings import results


@pytest.fixture
def school(folder):
    """The results of twelve learners: the best third misses the choice, all know the term."""
    names = []
    for n in range(12):
        words = "1814" if n >= 8 else "1804"
        points = {"choice1": float(words == "1804"), "term1": 1.0, "cloze1": float(n >= 6)}
        name = f"L{n:02}.json"
        made = results("", points, {"choice1": [words]})
        (folder / name).write_text(made.model_dump_json())
        names.append(name)
    return names


def test_the_page_names_what_does_not_work(run, school):
    done = run("analyse", *school, "--bank", "salt.json")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == PAGE


PAGE = """\
12 learners, 3 items

Items, the hardest first
 right  discr  asked
   50%  -0.71     12  Each barrel of herring took ______ of salt.
   67%  -0.71     12  When did the harbour council abolish the salt tax?
  100%      -     12  What is a shed in which sea water is boiled down to salt
                      called?

To look at

  Each barrel of herring took ______ of salt. (cloze1)
    - the better learners missed it (discrimination -0.71)

  When did the harbour council abolish the salt tax? (choice1)
    - the better learners missed it (discrimination -0.71)
    - '1794' misleads nobody: nobody chose it
    - more of the best chose '1814' (4) than the key (2)
    - '1821' misleads nobody: nobody chose it
      1794: 0 of 12; best 0 of 6, last 0 of 6
    = 1804: 8 of 12; best 2 of 6, last 6 of 6
      1814: 4 of 12; best 4 of 6, last 0 of 6
      1821: 0 of 12; best 0 of 6, last 0 of 6

  What is a shed in which sea water is boiled down to salt called? (term1)
    - too easy: 100% right
"""


def test_without_a_bank_items_have_their_ids(run, school):
    shown = run("analyse", *school).stdout
    assert "   50%  -0.71     12  cloze1\n" in shown
    assert "1814" not in shown


def test_forty_columns_are_enough(run, school, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    shown = run("analyse", *school, "--bank", "salt.json").stdout
    assert max(map(len, shown.splitlines())) <= 40


def test_json_and_csv_hold_the_same(run, school):
    data = json.loads(run("analyse", *school, "--bank", "salt.json", "--json").stdout)
    rows = list(
        csv.DictReader(io.StringIO(run("analyse", *school, "--bank", "salt.json", "--csv").stdout))
    )
    assert data["learners"] == 12
    assert [item["item"] for item in data["items"]] == [row["item"] for row in rows]
    assert rows[1]["options"] == "1794 = 0; 1804 = 8; 1814 = 4; 1821 = 0"
    assert "negative-discrimination" in rows[1]["findings"]


def test_only_one_of_json_and_csv(run, school):
    assert run("analyse", *school, "--json", "--csv").exit_code == 2


def test_a_file_that_is_none_is_one_line(run, folder):
    (folder / "x.txt").write_text("hello")
    done = run("analyse", "x.txt")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        "error: x.txt: no results: no column learner, item, share; see quizlib analyse --help\n"
    )

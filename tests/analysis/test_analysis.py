"""Item analysis: figures against known ones, bounds, and what is named as unfit."""

from __future__ import annotations

import csv
import datetime as dt
import io
import math
import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quizlib
from quizlib.analysis import CODES, analyse
from quizlib.analysis.formulas import correlation, extremes
from quizlib.errors import SourceNotFound, UnreadableResults
from quizlib.learning import Rating, Store
from quizlib.learning.log_file import written
from quizlib.scoring import Results
from tests.analysis.sittings import AT, results
from tests.banks import HOSTILE, bank, item

ROOT = Path(quizlib.__file__).parent.parent

CHOICE = "choice1"


def by_id(found):
    return {one.item: one for one in found.items}


def codes(found, id):
    return [problem.code for problem in by_id(found)[id].findings]


def test_the_point_biserial_is_that_of_the_textbook():
    # r = (M1 - M0) / s * sqrt(p q): F. M. Lord and M. R. Novick, Statistical Theories of
    # Mental Test Scores (1968), section 15.5; s is that of the population.
    right, score = [1, 1, 1, 0, 0], [9.0, 7.0, 8.0, 4.0, 6.0]
    overall = sum(score) / 5
    s = math.sqrt(sum((x - overall) ** 2 for x in score) / 5)
    assert correlation(right, score) == pytest.approx((8 - 5) / s * math.sqrt(0.6 * 0.4))


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=0, max_size=30))
@settings(max_examples=100, deadline=None)
def test_a_correlation_is_bounded_and_blind_to_order(pairs):
    found = correlation([x for x, _ in pairs], [y for _, y in pairs])
    assert found is None or -1 <= found <= 1
    back = pairs[::-1]
    assert correlation([x for x, _ in back], [y for _, y in back]) == found
    assert correlation([y for _, y in pairs], [x for x, _ in pairs]) == pytest.approx(found)


@given(st.dictionaries(st.text(max_size=3), st.floats(0, 1), max_size=40))
@settings(max_examples=100, deadline=None)
def test_the_best_and_the_last_never_meet(scores):
    upper, lower = extremes(scores)
    assert not upper & lower
    assert bool(upper) == bool(lower)
    for best in upper:
        assert all(scores[best] > scores[last] for last in lower)
    assert dict(reversed(scores.items())) == scores
    assert extremes(dict(reversed(scores.items()))) == (upper, lower)


@given(st.lists(st.lists(st.sampled_from([0, 0.5, 1]), min_size=3, max_size=3), max_size=25))
@settings(max_examples=60, deadline=None)
def test_an_analysis_is_bounded_and_blind_to_the_order_of_learners(table):
    files = [results(f"L{n}", dict(zip("abc", row, strict=True))) for n, row in enumerate(table)]
    found = analyse(files)
    assert analyse(files[::-1]) == found
    assert found.learners == len(table)
    for one in found.items:
        assert 0 <= one.right <= one.points <= 1
        assert one.discrimination is None or -1 <= one.discrimination <= 1
        assert one.asked == len(table)
        assert one.points == pytest.approx(
            sum(row["abc".index(one.item)] for row in table) / len(table)
        )


def test_the_item_itself_does_not_count_in_what_it_is_held_against():
    rows = [{"a": 1, "b": 0, "c": 0}, {"a": 0, "b": 1, "c": 1}, {"a": 1, "b": 0, "c": 1}]
    found = by_id(analyse([results(f"L{n}", row) for n, row in enumerate(rows)]))
    assert found["a"].discrimination == pytest.approx(correlation([1, 0, 1], [0, 1, 0.5]))


def many(choose, number=40):
    """A class of learners, the better with more of ten other items right; `choose` gives what
    the n-th of them answers to the choice.
    """
    rng = random.Random(7)
    for n in range(number):
        others = {f"i{k}": float(rng.random() < (n + 1) / (number + 1)) for k in range(10)}
        words = choose(n / number)
        yield results(f"L{n:02}", {**others, CHOICE: float(words == "1804")}, {CHOICE: [words]})


def test_an_item_that_works_is_left_in_peace():
    rng = random.Random(1)
    wrong = ["1794", "1814", "1821"]
    found = analyse(many(lambda good: "1804" if rng.random() < good else rng.choice(wrong)), bank())
    one = by_id(found)[CHOICE]
    assert one.discrimination > 0.3
    assert one.findings == ()
    assert sum(option.chosen for option in one.options) == one.asked == 40
    assert [option.words for option in one.options if option.key] == ["1804"]


@pytest.mark.parametrize(
    ("choose", "expected"),
    [
        (
            lambda good: "1804",
            ["too-easy", "idle-distractor", "idle-distractor", "idle-distractor"],
        ),
        (
            lambda good: "1821",
            ["too-hard", "idle-distractor", "idle-distractor", "rival-among-best"],
        ),
        (
            lambda good: "1814" if good > 0.4 else "1804",
            ["negative-discrimination", "idle-distractor", "rival-among-best", "idle-distractor"],
        ),
    ],
)
def test_an_item_that_does_not_work_is_named_with_the_reason(choose, expected):
    found = analyse(many(choose), bank())
    assert sorted(codes(found, CHOICE)) == sorted(expected)
    assert CHOICE in [one.item for one in found.unfit]


def test_reasons_are_told_in_words():
    found = analyse(many(lambda good: "1814" if good > 0.4 else "1804"), bank())
    told = [str(problem) for problem in by_id(found)[CHOICE].findings]
    assert told[1:] == [
        "choice1: '1794' misleads nobody: nobody chose it",
        told[2],
        "choice1: '1821' misleads nobody: nobody chose it",
    ]
    assert told[0].startswith("choice1: the better learners missed it (discrimination -0.")
    assert told[2].startswith("choice1: more of the best chose '1814' (")


def test_few_learners_call_nothing_unfit():
    found = analyse(many(lambda good: "1821", number=9), bank())
    assert all(one.findings == () for one in found.items)
    assert str(found.problems[0]) == "9 learners: too few to call an item unfit; 10 are wanted"


def test_the_first_answer_counts_and_a_blank_is_wrong():
    once = results("Ada", {"a": 0, "b": 1}, {"a": []})
    later = results("Ada", {"a": 1, "b": 1}, day=2)
    for order in ([once, later], [later, once]):
        found = by_id(analyse(order))
        assert (found["a"].asked, found["a"].points, found["a"].omitted) == (1, 0, 1)


def test_an_option_of_an_older_revision_is_not_lost():
    given = [results(f"L{n}", {CHOICE: 0}, {CHOICE: ["1777"]}) for n in range(2)]
    assert [(o.words, o.chosen) for o in by_id(analyse(given, bank()))[CHOICE].options][-1] == (
        "1777",
        2,
    )


def test_what_is_not_in_the_bank_is_told():
    problems = analyse(results("Ada", {"gone": 1}), bank()).problems
    assert "gone: not in the bank: its stem and options are not known" in map(str, problems)


def scored(*rows):
    shared = {"form": "A", "number": 1, "item": CHOICE, "of": 2.0}
    return Results.model_validate({"title": "Salt", "results": [{**shared, **row} for row in rows]})


def test_all_sources_say_the_same(tmp_path):
    table = scored(
        {"learner": "=Ada", "response": "B", "options": [1], "share": 1},
        {"learner": "Bob", "response": "", "share": 0},
        {"learner": "Cy", "response": "C", "options": [2], "share": 0},
    )
    (tmp_path / "s.json").write_text(table.to_json())
    (tmp_path / "s.csv").write_text(table.to_csv())
    (tmp_path / "s2.csv").write_text(table.to_csv().replace(",", ";"))
    found = analyse(table, bank())
    assert {o.words: o.chosen for o in found.items[0].options} == {
        "1804": 1, "1794": 0, "1814": 1, "1821": 0
    }  # fmt: skip
    assert (found.items[0].asked, found.items[0].omitted, found.items[0].right) == (3, 1, 1 / 3)
    for name in ("s.json", "s.csv", "s2.csv"):
        assert quizlib.analyse(tmp_path / name, bank()) == found


def test_a_log_and_the_results_of_one_learner(tmp_path):
    with Store(tmp_path / "x.sqlite3") as store:
        store.review("a", Rating.AGAIN, lambda: AT)
        store.review("a", Rating.GOOD, lambda: AT + dt.timedelta(hours=1))
        store.review("b", Rating.GOOD, lambda: AT, points=0.5)
        (tmp_path / "Ada.jsonl").write_text(written(store.log()))
    (tmp_path / "Bob.json").write_text(results("", {"a": 1, "b": 1}).model_dump_json())
    found = by_id(analyse([tmp_path / "Ada.jsonl", str(tmp_path / "Bob.json")]))
    assert (found["a"].asked, found["a"].points, found["b"].points) == (2, 0.5, 0.75)


def test_two_sheets_of_one_name_are_told(tmp_path):
    row = {"learner": "Ada", "response": "A", "options": [0], "share": 1}
    [told, _] = analyse(scored(row, row)).problems
    assert str(told) == "Salt: more than one sheet of Ada: the first answer to each item counts"


ALLOWED = (
    "wanted are results of quizzes and web pages, scored worksheets, exported logs, or a table"
    " with the columns learner, item, share; the bank goes behind --bank"
)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "no results: no column learner, item, share; see quizlib analyse --help"),
        ("learner,item\n", "no results: no column share; see quizlib analyse --help"),
        (
            "learner,item,share\nAda,a,2\n",
            "line 2: share between 0 and 1 and options as 0 2 are wanted",
        ),
        (
            "learner,item,share\nAda,a,nan\n",
            "line 2: share between 0 and 1 and options as 0 2 are wanted",
        ),
        (
            '{"format": 1, "results": [{}], "title": ""}',
            "results.0.learner: Field required",
        ),
        ('{"results"', f"no results; {ALLOWED}"),
        (bank().to_json(), f"it is a bank; {ALLOWED}"),
        ('{"format": 1, "forms": {}}', f"it is the map of a sheet's forms; {ALLOWED}"),
        ("\x00\x1b", "no results: no column learner, item, share; see quizlib analyse --help"),
    ],
)
def test_a_file_of_another_sort_is_refused_in_one_line(tmp_path, content, message):
    path = tmp_path / "x.csv"
    path.write_text(content)
    with pytest.raises(UnreadableResults) as refused:
        analyse(path)
    assert str(refused.value) == f"{path}: {message}"


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(SourceNotFound):
        analyse(tmp_path / "none.csv")


def test_hostile_text_is_safe_in_a_spreadsheet():
    items = [item(text, "choice", text, text, distractors=("no",)) for text in HOSTILE]
    answers = {text: [text] for text in HOSTILE}
    found = analyse(results("Ada", dict.fromkeys(HOSTILE, 1), answers), bank(*items))
    rows = list(csv.reader(io.StringIO(found.to_csv(), newline="")))
    assert len(rows) == 1 + len(HOSTILE)
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)


def test_the_page_tells_every_finding():
    page = (ROOT / "docs/item-analysis.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([a-z-]+)`(?: \(note\))? \|", page, re.MULTILINE)) >= CODES


def test_a_folder_stands_for_the_files_in_it(tmp_path):
    head = "learner,item,share\n"
    (tmp_path / "b.csv").write_text(f"{head}Ben,a1,0\n")
    (tmp_path / "a.csv").write_text(f"{head}Ada,a1,1\nBen,a1,1\n")
    (tmp_path / "notes.txt").write_text("not read")
    [found] = analyse(tmp_path).items
    assert (found.asked, found.right) == (2, 1.0)


def test_a_folder_without_results_is_told(tmp_path):
    with pytest.raises(UnreadableResults) as raised:
        analyse([tmp_path])
    assert str(raised.value) == (
        f"{tmp_path}: no results: no file in it ends with .json, .jsonl, .csv"
    )


def test_who_judged_an_answer_that_was_not_written_down_has_not_left_it_out():
    read = results("Ada", {"i1": 1.0, "i2": 0.0}, {"i1": "", "i2": ""})
    [sitting] = read.sittings
    judged = tuple(a.model_copy(update={"rated": a.item == "i1"}) for a in sitting.answers)
    sitting = sitting.model_copy(update={"answers": judged})
    found = by_id(analyse(read.model_copy(update={"sittings": (sitting,)})))
    assert (found["i1"].omitted, found["i2"].omitted) == (0, 1)

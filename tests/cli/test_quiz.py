"""`quizlib quiz` as a command: what it takes, what it tells."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from quizlib.cli import app
from quizlib.cli._learner import learner_store
from quizlib.grading import grade
from quizlib.items import interaction
from quizlib.learning import Rating
from quizlib.learning.results import answers
from quizlib.model import BankName, ResultsFile
from tests.banks import bank, item

ROOT = Path(__file__).parent.parent.parent
SCHEMA = json.loads((ROOT / "docs/results.schema.json").read_text(encoding="utf-8"))
TYPED = "3 1 2\nthe harbor council\n2 3 5\n1c 2b 3a\n30 pounds\nworthless\ny\n\n\n2\npan house\nd\n"


def asked(result) -> list[str]:
    """The stems, in the order asked."""
    return re.findall(r"^      (\S.*[?.])\n", result.stdout, re.MULTILINE)


def test_a_bank_is_asked_and_the_end_of_input_ends_it(run):
    result = run("quiz", "salt.json")
    assert result.exit_code == 0
    assert "1/10  The Salt Tax · Harbour Gazette, 3 May 2019" in result.stdout
    assert "Nothing answered." in result.stdout
    assert result.stderr == ""


def test_the_seed_is_told_and_asks_the_same_again(run):
    first = run("quiz", "salt.json", "-n", "3")
    told = re.search(r"quizlib quiz salt.json -n 3 --seed (\d+) asks these again", first.stdout)
    assert told
    again = run("quiz", "salt.json", "-n", "3", "--seed", told[1])
    assert again.stdout == first.stdout


def test_without_a_seed_sittings_differ(run):
    assert len({run("quiz", "salt.json").stdout for _ in range(5)}) > 1


def test_kinds_and_number_are_kept_in_what_to_do_next(run):
    result = run("quiz", "salt.json", "--kind", "term", "--kind", "cloze", "-n", "1", "--seed", "4")
    assert "Salt: 1 question (" in result.stdout
    told = " ".join(result.stdout.split())
    assert "quizlib quiz salt.json -n 1 --kind term --kind cloze --seed 4 asks these" in told


def test_a_name_with_a_space_is_quoted_in_what_to_do_next(run, folder):
    bank().save(folder / "my bank.json")
    assert (
        "quizlib quiz 'my bank.json' --seed 1 asks"
        in run("quiz", "my bank.json", "--seed", "1").stdout
    )


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (
            ["none.json"],
            1,
            (
                "error: none.json: no such bank; name a bank (.json), a deck (.apkg),"
                " or a source file or folder\n"
            ),
        ),
        (
            ["salt.json", "--kind", "clozes"],
            1,
            "error: unknown kind 'clozes' (did you mean cloze?); known: ",
        ),
        (["one.json", "--kind", "term"], 1, "error: Salt: no item of kind term\n"),
        (["salt.json", "-n", "0"], 2, "invalid value for '-n'"),
        (["salt.json", "--seed", "x"], 2, "invalid value for '--seed'"),
    ],
)
def test_what_cannot_be_asked(run, folder, arguments, code, message):
    bank(item("a", "cloze", "______?", "b")).save(folder / "one.json")
    result = run("quiz", *arguments)
    assert result.exit_code == code
    assert message in result.stderr
    assert result.stdout == ""


def test_a_closed_input_is_the_end_of_input(folder):
    result = subprocess.run(
        ["sh", "-c", 'exec "$0" -m quizlib.cli quiz salt.json <&-', sys.executable],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert "Nothing answered." in result.stdout


def test_bytes_that_are_no_text_make_a_wrong_answer(folder):
    result = subprocess.run(
        [sys.executable, "-m", "quizlib.cli", "quiz", "salt.json", "--kind", "cloze"],
        input=b"\xff\xfe\x00kg\n",
        capture_output=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"0 of 1 right" in result.stdout


def test_an_encoding_without_the_characters_is_no_crash(folder):
    result = subprocess.run(
        [sys.executable, "-m", "quizlib.cli", "quiz", "salt.json", "--kind", "cloze"],
        input=b"30 kg\n",
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert b'"Each barrel of herring took thirty kilograms of salt." (line 2)' in result.stdout
    assert b"\\u" not in result.stdout


def answer(typed, *arguments):
    return CliRunner().invoke(app, ["quiz", "salt.json", *arguments], input=typed)


def test_the_score_is_told_by_kind_and_where_it_is_weak(folder):
    bank(
        *(item(f"t{n}", "term", f"Term {n}?", f"word{n}") for n in range(3)),
        *(item(f"c{n}", "cloze", f"______ {n}.", f"gap{n}", tags=("gaps",)) for n in range(3)),
    ).save(folder / "salt.json")
    shown = answer("word0\nword0\nword0\ngap0\ngap0\ngap0\n" * 2, "--seed", "1").stdout
    told = re.search(r"\nBy kind .*?(?=\n\n)", shown, re.DOTALL)
    assert told
    assert told[0].splitlines()[1:] == [
        "By kind     cloze 0 of 3; term 1 of 3",
        "By tag      gaps 0 of 3; statements 1 of 3",
        "Weak spots  kind cloze 0 of 3; tag gaps 0 of 3",
    ]


def test_what_was_missed_is_asked_until_it_is_right():
    done = answer("soup\n\npan house\n", "--kind", "term", "--until-right", "--seed", "1")
    assert done.stdout.count("Missed, so asked again: 1\n") == 2
    assert "0 of 1 right\n" in done.stdout
    assert "quizlib quiz salt.json --kind term --until-right --seed 1 asks" in done.stdout


def test_an_exam_tells_nothing_before_its_end():
    kinds = ("--kind", "term", "--kind", "flashcard", "--exam", "5", "--seed", "1")
    done = answer("pan house\nsmuggling\ny\n", *kinds)
    shown = done.stdout
    assert shown.count("5 min left\n") == 2
    assert shown.index("Was it right?") > shown.index("2/2")
    assert "Right" not in shown[: shown.index("2/2")]
    assert "2 of 2 right\n" in shown


def test_in_an_exam_what_is_not_answered_is_wrong():
    done = answer("soup\n", "--exam", "5", "--kind", "term", "--kind", "cloze")
    assert "0 of 2 right; 1 not answered\n" in done.stdout


def test_an_exam_asks_every_item_once(run):
    done = run("quiz", "salt.json", "--exam", "5", "--until-right")
    assert done.exit_code == 2
    assert "an exam asks every item once" in done.stderr


def test_logged_answers_come_back_in_study(tmp_path, folder):
    data = tmp_path / "data"
    done = answer("pan house\nsoup\n", "--kind", "term", "--log", "--data-dir", str(data))
    told = "".join(done.stdout.split())
    assert f"quizlibstudy--data-dir{data}askseachagainwhenitisdue." in told
    with learner_store(data_dir=data) as store:
        [review] = store.reviews()
        assert (review.card, review.during, review.bank) == ("term1", "quiz", "Salt")
        assert (review.rating, review.points) == (Rating.GOOD, 1)
        assert [known.place for known in store.banks()] == [str(folder / "salt.json")]


def test_every_answer_is_logged_the_first_one_is_a_result(tmp_path, folder):
    data = ["--log", "--data-dir", str(tmp_path / "data"), "--json", "r.json"]
    answer("soup\npan house\n", "--kind", "term", "--until-right", *data)
    results = ResultsFile.model_validate_json((folder / "r.json").read_bytes())
    [given] = results.sittings[0].answers
    assert (given.response, given.points, given.right) == ("soup", 0, False)
    with learner_store(data_dir=tmp_path / "data") as store:
        ratings = {entry.id: entry.rating for entry in store.reviews()}
        assert list(ratings.values()) == [Rating.AGAIN, Rating.GOOD]
        assert ratings[given.id] == Rating.AGAIN
    told = CliRunner().invoke(app, ["log", "import", "r.json", *data[1:3]]).stdout
    assert told == "0 entries added, 1 known already\n"


def test_results_are_those_of_the_web_page_and_add_up(folder):
    arguments = ("--seed", "3", "--json", "r.json", "--profile", "Ada")
    answer(TYPED, *arguments)
    answer("", "--exam", "1", *arguments)
    data = json.loads((folder / "r.json").read_text())
    Draft202012Validator(SCHEMA).validate(data)
    results = ResultsFile.model_validate(data)
    assert (results.learner, results.bank) == ("Ada", BankName.of(bank()))
    practice, exam = results.sittings
    assert (practice.mode, exam.mode) == ("practice", "exam")
    assert {given.item for given in exam.answers} == set(exam.asked)
    assert not any(given.response for given in exam.answers)
    items = {one.id: one for one in bank().items}
    for given in practice.answers:
        one = items[given.item]
        response = given.response if isinstance(given.response, str) else list(given.response)
        again = grade(interaction(one), response, stem=one.stem, others=answers(bank()))
        assert given.rated or again.points == given.points


def test_results_that_cannot_be_written_are_told_before_the_first_question(folder):
    done = answer(TYPED, "--json", "none/r.json")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "error: none/r.json: cannot write: No such file or directory\n"


@pytest.mark.parametrize("content", ["", "{}", "salt.json", "other learner"])
def test_another_file_is_not_written_over(folder, content):
    path = folder / "r.json"
    if content == "other learner":
        answer("", "--json", "r.json", "--profile", "Bob")
    else:
        path.write_text((folder / content).read_text() if content == "salt.json" else content)
    before = path.read_bytes()
    done = answer("", "--json", "r.json")
    assert (done.exit_code, done.stderr) == (
        1,
        (
            "error: r.json: cannot write: it is there, and holds no results of this learner with"
            " this bank; name another\n"
        ),
    )
    assert path.read_bytes() == before

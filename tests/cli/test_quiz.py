"""`quizlib quiz` as a command: what it takes, what it tells."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tests.banks import bank, item


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
        (["salt.json", "-n", "0"], 2, "Invalid value for '-n'"),
        (["salt.json", "--seed", "x"], 2, "Invalid value for '--seed'"),
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

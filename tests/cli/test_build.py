"""`quizlib build` with the real stages."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from quizlib import compose
from quizlib.errors import UnknownName
from quizlib.language.model import DEFAULT_MODEL, installed
from quizlib.model import Status
from quizlib.ranking.difficulty import LEVELS
from quizlib.storage import load

RANGE = "or a range such as 0.2-0.5"
ARTICLE = """\
---
title: The Salt Tax
---

# The Salt Tax

The harbour council abolished the salt tax in 1804 because smuggling had made it worthless.

## Definitions

- Pan house: a shed in which sea water is boiled down to salt
- Brine: water that holds a lot of salt
"""


@pytest.fixture
def article(folder):
    path = folder / "notes.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def items(path="the-salt-tax.json"):
    return {item.id: item for item in load(path).items}


def test_a_text_without_facts_is_told_what_would_help(run, folder):
    (folder / "notes.txt").write_text("Hello.", encoding="utf-8")
    result = run("build", "notes.txt")
    assert result.exit_code == 0
    assert result.stdout == "notes.json  0 items from 1 document\n"
    assert result.stderr == (
        "warning: notes.json: no question could be made: plain sentences that give reasons,"
        " definitions, roles or dates work best; lines such as Q: … and A: … always do\n"
        "note: 1 of 1 sentence gave no question: --explain tells why\n"
    )


def test_a_bank_is_no_source(run, folder):
    before = (folder / "salt.json").read_bytes()
    result = run("build", "salt.json")
    assert result.exit_code == 1
    assert result.stderr == (
        "error: salt.json: is a bank; build takes the documents that it was made from\n"
    )
    assert (folder / "salt.json").read_bytes() == before


def test_a_bank_is_named_after_the_title_and_summed_up(run, article):
    result = run("build", "notes.md")
    made = load("the-salt-tax.json")
    assert result.stdout.startswith(
        f"the-salt-tax.json  {len(made.live)} items from 1 document\n\nBy kind\n"
    )
    assert f" {len(made.live)}  The Salt Tax\n" in result.stdout
    assert made.title == "The Salt Tax"


def test_a_build_on_top_of_a_bank_tells_what_changed_and_keeps_decisions(run, article):
    run("build", "notes.md")
    made = load("the-salt-tax.json")
    first = made.items[0].model_copy(update={"status": Status.REJECTED})
    made.model_copy(update={"items": (first, *made.items[1:]), "title": "Mine"}).save(
        "the-salt-tax.json"
    )
    article.write_text(ARTICLE.replace("- Brine: water that holds a lot of salt\n", ""))
    result = run("build", "notes.md", "-o", "the-salt-tax.json")
    after = load("the-salt-tax.json")
    assert after.title == "Mine"
    assert items()[first.id].status is Status.REJECTED
    retired = [item for item in after.items if item.status is Status.RETIRED]
    assert retired
    assert f"Since the bank before: 0 new, {len(after.live)} kept, {len(retired)} retired\n" in (
        result.stdout
    )


def test_the_same_build_gives_the_same_bytes_on_any_day(article, folder):
    banks = set()
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-m", "quizlib.cli", "build", "notes.md", "-o", f"{seed}.json"],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC+{seed}"},
            check=True,
            capture_output=True,
        )
        banks.add((folder / f"{seed}.json").read_bytes())
    assert len(banks) == 1


def test_only_the_named_kinds_are_made(run, article):
    run("build", "notes.md", "-o", "x.json", "--kind", "term", "--kind", "definition")
    assert {item.kind for item in items("x.json").values()} == {"term", "definition"}


def test_title_and_seed_are_kept_in_the_bank(run, article, folder):
    run("build", "notes.md", "--title", "Salt", "--seed", "9", "-o", "new.json")
    data = json.loads((folder / "new.json").read_text(encoding="utf-8"))
    assert (data["title"], data["seed"]) == ("Salt", 9)


def test_a_rebuild_goes_on_with_the_seed_of_the_bank(run, article, folder):
    run("build", "notes.md", "--seed", "9", "-o", "new.json")
    before = (folder / "new.json").read_bytes()
    run("build", "notes.md", "-o", "new.json")
    assert (folder / "new.json").read_bytes() == before
    run("build", "notes.md", "--seed", "0", "-o", "new.json")
    assert load(folder / "new.json").seed == 0


def test_the_language_model_can_be_named(run, article, folder):
    assert run("build", "notes.md", "--model", DEFAULT_MODEL, "-o", "new.json").exit_code == 0
    assert load(folder / "new.json").model == installed()
    result = run("build", "notes.md", "--model", "en_none", "-o", "other.json")
    assert (result.exit_code, (folder / "other.json").exists()) == (1, False)
    assert result.stderr.endswith(
        "error: language model 'en_none': not installed;"
        f" the one quizlib is made for is {DEFAULT_MODEL}\n"
    )


def test_what_cannot_be_read_is_told(run, article, folder):
    (folder / "salt.json").unlink()
    (folder / "empty.txt").write_text("")
    result = run("build", ".", "-o", "x.json", "--title", "X")
    assert result.exit_code == 0
    assert result.stderr == "warning: empty.txt: the file is empty\n"


def test_check_finds_every_quote_again(run, article):
    run("build", "notes.md", "-o", "x.json")
    result = run("check", "x.json", "--sources", ".")
    assert result.exit_code == 0
    assert "not at hand" not in result.stdout
    article.write_text(ARTICLE.replace("boiled down", "cooked down"))
    result = run("check", "x.json", "--sources", ".")
    assert result.exit_code == 1
    assert "error: " in result.stdout


def test_a_source_will_do_where_a_bank_is_asked_for(run, article):
    shown = run("show", "notes.md")
    assert shown.stdout.startswith("The Salt Tax: ")
    assert run("check", "notes.md").exit_code == 0
    assert run("export", "csv", "notes.md").stdout.startswith("the-salt-tax.csv  ")


def test_ctrl_c_ends_a_build_and_leaves_the_bank_alone(run, article, folder, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(compose, "build", interrupted)
    before = (folder / "salt.json").read_bytes()
    result = run("build", "notes.md", "-o", "salt.json")
    assert (result.exit_code, result.output) == (130, "")
    assert (folder / "salt.json").read_bytes() == before


#: Doubtful items too.
ALL = ("--min-confidence", "0")


def test_what_was_left_out_is_told_on_demand(run, article):
    many = run("build", "notes.md", "-o", "x.json", "--max-per-1000-words", "1", *ALL)
    made = load("x.json")
    assert len(made.live) == 1
    left = int(many.stdout.splitlines()[-1].split()[0])
    assert many.stdout.endswith(
        f"{left} items left out; --explain tells which, and why; --candidates keeps them\n"
    )
    told = run(
        "build", "notes.md", "-o", "x.json", "--max-per-1000-words", "1", *ALL, "--explain"
    ).stdout
    assert f"\n\nLeft out: {left} items\n" in told
    assert told.count(": its document has enough other items\n") == left


DOUBTFUL = """# Harbours

Here is what they saw.

## The pier

Sailors from Norway visited three taverns.

## The crane

Merchants from Norway visited four boats.
"""


def test_a_section_without_an_item_is_told_and_asked_on_demand(run, folder):
    (folder / "harbours.md").write_text(DOUBTFUL, encoding="utf-8")
    few = run("build", "harbours.md", "-o", "h.json")
    assert few.stdout.splitlines()[-1] == (
        "2 sections without an item; --every-section asks the surest of each"
    )
    every = run("build", "harbours.md", "-o", "h.json", "--every-section")
    assert "--every-section" not in every.stdout
    assert {item.tags[1] for item in load("h.json").live} == {"The pier", "The crane"}


def test_facts_of_which_no_item_was_made_are_told_too(run, article, folder):
    told = run("build", "notes.md", "-o", "y.json", "--explain", "--kind", "term").stdout
    facts = told.partition("\n\nLeft out: ")[2].splitlines()
    assert facts[0].endswith(" facts")
    reasons = [line for line in facts if line.startswith("      fact, notes.md, line")]
    assert len(reasons) == int(facts[0].split()[0])
    assert all(line.endswith(": none of the kinds to be made fits it") for line in reasons)
    (folder / "pair.md").write_text("Q: Why?\nA: Because.\n")
    assert run("build", "pair.md", "--explain").stdout.endswith("\n\nNothing was left out\n")
    (folder / "torn.md").write_text(
        "# Holm\n\nHolm lost its trade due to imports from Spain."
        " Holm lost its trade due to a flood in the north.\n"
    )
    assert run("build", "torn.md", "--explain").stdout.endswith(
        """

Left out: 2 facts
  According to the text, why did Holm lose its trade? = due to imports from
  Spain
      fact, torn.md, line\xa03: a document answers its question in more than one
      way
  According to the text, why did Holm lose its trade? = due to a flood in the
  north
      fact, torn.md, line\xa03: a document answers its question in more than one
      way
"""
    )


def test_sentences_of_which_nothing_is_asked_are_told(run, folder):
    (folder / "sun.md").write_text(
        "# Sundials\n\nA sundial is a device that shows the time\n\n"
        "This casts a shadow. Why is that?\n\nQ: What is a gnomon?\nA: The part with the edge.\n"
    )
    assert run("build", "sun.md", "--explain").stdout.endswith(
        """
    1  Sundials

Nothing to ask was found in 3 sentences
    1  no full stop ends it
    1  it points to what neither it nor the sentence before names
    1  it asks
  “A sundial is a device that shows the time”
      sun.md, line\xa03: no full stop ends it
  “This casts a shadow.”
      sun.md, line\xa05: it points to what neither it nor the sentence before
      names: “This”
  “Why is that?”
      sun.md, line\xa05: it asks
To have one asked all the same, write it as Q: and A:, or as C: with a [gap].
"""
    )


def test_of_many_sentences_of_which_nothing_is_asked_some_are_listed(run, folder):
    notes = "".join(f"- Salt of the sort number {n}\n" for n in range(60))
    (folder / "salt.md").write_text(f"# Salt\n\n{notes}\nQ: What is brine?\nA: Salt water.\n")
    told = run("build", "salt.md", "--explain").stdout
    assert "Nothing to ask was found in 60 sentences\n   60  no full stop ends it\n" in told
    assert told.count("      salt.md, line") == 40
    assert "\n  … and 20 more\n" in told


def test_how_many_sentences_gave_no_question_is_told_in_a_line(run, folder):
    asked = "The harbour council abolished the salt tax in 1804 because smuggling had grown."
    (folder / "my salt.md").write_text(f"# Salt\n\nSalt was dear. Tar was dear. {asked}\n")
    told = "note: 2 of 3 sentences gave no question: {} tells why\n"
    assert run("build", "my salt.md", "-o", "x.json").stderr == told.format("--explain")
    assert run("build", "my salt.md", "-o", "x.json", "--explain").stderr == ""
    named = told.format("quizlib build 'my salt.md' --explain")
    for _ in range(2):  # fresh, then from the cache
        shown = run("show", "my salt.md", "--json")
        assert shown.stderr == named
        assert all(json.loads(line) for line in shown.stdout.splitlines())
    assert run("export", "csv", "my salt.md").stderr.startswith(named)
    assert run("study", "my salt.md").stderr == named
    assert run("study").stderr == run("stats").stderr == ""  # nobody named it now
    assert run("show", "x.json").stderr == run("show", "salt.json").stderr == ""


def test_nothing_is_said_where_every_sentence_is_asked(run, folder):
    (folder / "pair.md").write_text(
        "# Salt\n\n## Why\n\nQ: Why salt a ham?\nA: To keep it. Ask on.\n"
    )
    assert run("build", "pair.md").stderr == run("show", "pair.md").stderr == ""


def test_a_quiet_build_tells_its_bank_in_one_line(run, folder):
    (folder / "salt.md").write_text(
        "# Salt\n\nQ: Why salt a ham?\nA: To keep it.\n\nSalt was dear.\n"
    )
    for _ in range(2):
        result = run("build", "salt.md", "-o", "x.json", "--quiet")
        assert (result.stdout, result.stderr) == ("x.json  1 item from 1 document\n", "")


def test_candidates_wait_in_the_bank(run, article):
    result = run(
        "build", "notes.md", "-o", "x.json", "--candidates", "--max-per-1000-words", "1", *ALL
    )
    statuses = [item.status for item in load("x.json").items]
    aside = len(statuses) - 1
    assert statuses == ["generated", *["candidate"] * aside]
    assert result.stdout.startswith(
        f"x.json  1 item from 1 document\n{aside} candidates kept for quizlib review\n\n"
    )
    again = run("build", "notes.md", "-o", "x.json", *ALL).stdout
    assert f"Since the bank before: {aside} new, 1 kept, 0 retired\n" in again
    back = run("build", "notes.md", "-o", "x.json", "--candidates", "--min-confidence", "1").stdout
    assert f"Since the bank before: 0 new, 0 kept, 0 retired, {aside + 1} set aside\n" in back


def test_only_what_bears_on_the_topic(run, article):
    run("build", "notes.md", "-o", "x.json", "--about", "brine")
    assert items("x.json")
    assert all("rine" in str(item) for item in items("x.json").values())


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--about", "whales"], "error: whales: nothing that could be asked bears on it\n"),
        (
            ["--difficulty", "eazy"],
            f"error: {UnknownName('difficulty', 'eazy', [*LEVELS, RANGE])}\n",
        ),
        (
            ["--difficulty", "0.95-1"],
            "error: 0.95-1: no item of this difficulty could be made\n",
        ),
    ],
)
def test_wishes_that_leave_nothing_leave_the_bank_alone(run, article, folder, options, message):
    before = (folder / "salt.json").read_bytes()
    result = run("build", "notes.md", "-o", "salt.json", *options)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", message)
    assert (folder / "salt.json").read_bytes() == before


@pytest.mark.parametrize(
    "options", [["--min-confidence", "1.5"], ["--max-per-1000-words", "-1"], ["--difficulty"]]
)
def test_options_out_of_range_are_wrong_usage(run, article, options):
    assert run("build", "notes.md", *options).exit_code == 2


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("q.gift", "::Q:: Who? {=she ~he}", "is a deck; quizlib import makes a bank of it"),
        ("q.csv", "question,answer\na,b\n", "is a deck; quizlib import makes a bank of it"),
        ("q.tsv", "Hund\tdog\n", "not a usable deck: no deck begins like this .tsv file; known"),
    ],
)
def test_questions_of_another_program_are_not_built(run, folder, name, content, told):
    (folder / name).write_text(content)
    before = set(folder.iterdir())
    result = run("build", name)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"error: {name}: {told}")
    assert set(folder.iterdir()) == before

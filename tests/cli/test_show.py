from __future__ import annotations

import json
import re

import pytest
from wcwidth import width

from quizlib.model import Status
from tests.banks import HOSTILE, ITEMS, bank, item

FIELDS = [
    "id",
    "kind",
    "source_line",
    "context",
    "stem",
    "key",
    "distractors",
    "explanation",
    "evidence",
    "tags",
    "status",
]


def test_json_is_one_object_a_line_with_the_promised_fields(run):
    result = run("show", "salt.json", "--json")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [row["id"] for row in rows] == [item.id for item in ITEMS]
    assert all(list(row) == FIELDS for row in rows)
    assert rows[1] == {
        "id": "choice1",
        "kind": "choice",
        "source_line": "The Salt Tax · Harbour Gazette, 3 May 2019",
        "context": "",
        "stem": "When did the harbour council abolish the salt tax?",
        "key": ["1804"],
        "distractors": ["1794", "1814", "1821"],
        "explanation": "The harbour council abolished the salt tax in 1804.",
        "evidence": [
            {
                "document": "salt-tax",
                "quote": "The harbour council abolished the salt tax in 1804"
                " because smuggling had made it worthless.",
                "start": 0,
                "end": 91,
            }
        ],
        "tags": ["statements"],
        "status": "generated",
    }


def test_json_of_no_items_is_no_line(run):
    bank(item("a", "cloze", "?", "b")).save("one.json")
    assert run("show", "one.json", "--json", "--kind", "term").stdout == ""


@pytest.mark.parametrize("columns", [80, 40])
def test_the_listing_fits_the_terminal(columns, run, monkeypatch, golden):
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = run("show", "salt.json").stdout
    assert max(map(width, shown.splitlines())) <= columns
    golden.check(f"show-{columns}.txt", shown)


def test_kinds_and_sources_choose_items(run):
    shown = run(
        "show", "salt.json", "--kind", "term", "--kind", "cloze", "--source", "salt-tax.txt"
    )
    assert shown.stdout.startswith("Salt: 2 items\n\ncloze1  cloze\n")
    assert "\n\nterm1  term\n" in shown.stdout


def test_an_unknown_kind_or_source_lists_those_there_are(run):
    shown = run("show", "salt.json", "--kind", "chioce")
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert shown.stderr == (
        "error: unknown kind 'chioce' (did you mean choice?); known: choice, cloze, definition,"
        " flashcard, matching, multiple_response, ordering, short_answer, term, true_false\n"
    )
    shown = run("show", "salt.json", "--source", "salt")
    assert (
        shown.stderr == "error: unknown source 'salt' (did you mean salt-tax?); known: salt-tax\n"
    )


def test_what_became_of_an_item_is_shown(run):
    bank(item("a", "cloze", "?", "b", status=Status.REJECTED)).save("one.json")
    assert "a  cloze  rejected\n" in run("show", "one.json").stdout


def test_a_retired_item_is_shown_without_its_document(run, folder):
    old = ITEMS[0].model_copy(update={"status": Status.RETIRED})
    bank(old).model_copy(update={"documents": ()}).save(folder / "old.json")
    lines = run("show", "old.json").stdout.splitlines()
    assert lines[2] == f"{old.id}  {old.kind}  retired"
    assert lines[3].strip()


def test_no_control_character_reaches_the_terminal(run):
    hostile = (
        item(
            f"h{number}",
            "flashcard",
            text,
            text,
            context=text,
            explanation=text,
            distractors=(text,),
        )
        for number, text in enumerate(HOSTILE)
    )
    bank(*hostile, title=HOSTILE[4]).save("hostile.json")
    shown = run("show", "hostile.json").stdout
    shown = re.sub("[\n\u200d]", "", shown)  # lines, and what joins an emoji
    assert all(character.isprintable() for character in shown)


def test_statuses_choose_items(run):
    bank(
        item("a", "cloze", "______ ?", "b", status=Status.REJECTED, note="not\x1bthis"),
        item("c", "cloze", "______ !", "d", status=Status.CANDIDATE),
        item("e", "cloze", "______ .", "f"),
    ).save("one.json")
    shown = run("show", "one.json", "--status", "rejected", "--status", "retired").stdout
    assert shown.startswith("Salt: 1 item\n\na  cloze  rejected: not\\x1bthis\n")
    for given in ("rejected,retired", "rejected, retired,"):
        assert run("show", "one.json", "--status", given).stdout == shown
    assert "c  cloze  candidate\n" in run("show", "one.json", "--status", "candidate").stdout
    wrong = run("show", "one.json", "--status", "candidates")
    assert (wrong.exit_code, wrong.stdout) == (1, "")
    assert wrong.stderr.startswith(
        "error: unknown status 'candidates' (did you mean candidate?); known: accepted,"
    )
    assert run("show", "one.json", "--status", "rejected,candidates").stderr == wrong.stderr


@pytest.mark.parametrize("given", [["choice,cloze"], ["choice", "cloze"], ["choice, cloze,"]])
def test_kinds_are_named_at_once_or_one_by_one_in_every_command(run, folder, given):
    words = [word for one in given for word in ("--kind", one)]
    assert "Salt: 2 items" in run("show", "salt.json", *words).stdout
    assert "2 items to review" in run("review", "salt.json", *words).stdout
    assert "choice1" in run("show", "salt.json", "--json", *words).stdout
    bank(*bank().items[1:5]).save("four.json")
    sheet = run("export", "worksheet", "four.json", *words, "-o", "s.html")
    assert sheet.stdout == "s.html  2 items with key\n"
    asked = run("quiz", "four.json", "--seed", "1", *words)
    assert "1/2" in asked.stdout
    (folder / "a.md").write_text("C: Salt is [white].\n\nQ: Which?\n- [x] a\n- [ ] b\n- [ ] c\n")
    assert "2 items" in run("build", "a.md", "-o", "a.json", *words).stdout

"""What holds for every exporter, whatever its format."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import unicodedata
from functools import partial

import pytest

from quizlib.errors import EmptyBank, UnknownName
from quizlib.exporters import Export, export, exporters
from quizlib.items import kinds
from quizlib.model import GAP, Bank, Item, Status
from quizlib.testing import assert_exporter
from tests.banks import HOSTILE, ITEMS, apart, bank, item
from tests.exporters.reading import text

TARGETS = exporters.names()
KINDS = (
    "flashcard",
    "choice",
    "short_answer",
    "cloze",
    "multiple_response",
    "matching",
    "ordering",
)


def hostile(kind: str, number: int, bad: str) -> Item:
    """An item of `kind` with `bad` in every text of it."""
    keys = [f"{bad} {name}" for name in ("one", "two", "three")]
    lists = kind in {"multiple_response", "matching", "ordering"}
    return item(
        f"hostile-{kind}-{number}",
        kind,
        f"{bad} {GAP} {bad}" if kind == "cloze" else f"{bad} stem",
        *(keys if lists else keys[:1]),
        context=f"{bad} context",
        explanation=f"{bad} explanation",
        prompts=[f"{bad} {n}" for n in range(3)] if kind == "matching" else (),
        distractors=[f"{bad} wrong", f"{bad} false"]
        if "choice" in kind or "multiple" in kind
        else (),
        tags=(f"{bad} tag",),
    )


HOSTILE_BANK = apart(
    bank(
        *(hostile(kind, number, bad) for number, bad in enumerate(HOSTILE) for kind in KINDS),
        title=HOSTILE[0] + HOSTILE[4],
    )
)


#: Every target with every suffix that it writes.
FORMATS = [(target, suffix) for target in TARGETS for suffix in exporters.get(target).suffixes]


def made(target: str, suffix: str, given: Bank) -> Export:
    exporter = exporters.get(target)
    return exporter.export(given, exporter.options(suffix=suffix))


def test_all_three_targets_are_there():
    assert {"anki", "csv", "worksheet"} <= set(TARGETS)


@pytest.mark.parametrize("target", TARGETS)
def test_what_is_promised_to_plug_ins_holds(target):
    assert_exporter(target, partial(text, target), [apart(bank()), HOSTILE_BANK])


@pytest.mark.parametrize("target", TARGETS)
def test_an_empty_bank_is_refused(target, tmp_path):
    empty = bank(item("gone", "choice", "Gone?", "yes", status=Status.REJECTED), title="Old")
    with pytest.raises(EmptyBank, match=r"^Old: no item to export$"):
        export(empty, target, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("target", "suffix"), FORMATS)
def test_what_cannot_be_shown_is_named(target, suffix):
    given = apart(
        bank(
            item("odd", "riddle", "What am I?", "a riddle"),
            item("blank", "short_answer", "\x00\u200b", "a key"),
            item("empty", "short_answer", "Who?", " "),
            item("neither", "true_false", "It is so.", "Yes"),
            item("short", "matching", "Match.", "a key", prompts=("1", "2")),
            item("none", "matching", "Match.", "a key"),
            item("bell", "short_answer", "Who rings\x07?", "nobody"),
            *ITEMS,
        )
    )
    export = made(target, suffix, given)
    assert [str(problem) for problem in export.problems] == [
        "odd: left out: unknown kind 'riddle'; known: "
        + ", ".join(kinds.names())
        + " (any other needs its plug-in installed)",
        "blank: left out: its stem or key has no character that can be seen",
        "empty: left out: its stem or key has no character that can be seen",
        "neither: left out: its key 'Yes' is neither True nor False",
        "short: left out: it has not one key for each of its prompts",
        "none: left out: it has not one key for each of its prompts",
        "bell: control characters left out",
    ]
    assert "a key" not in text(target, export.data)
    assert "Who rings?" in text(target, export.data)


@pytest.mark.parametrize(("target", "suffix"), FORMATS)
def test_no_control_character_gets_through(target, suffix):
    read = text(target, made(target, suffix, HOSTILE_BANK).data)
    assert [c for c in read if unicodedata.category(c) == "Cc"] == []


@pytest.mark.parametrize("target", TARGETS)
def test_the_same_bank_gives_the_same_bytes_anywhere(target):
    code = (
        "import hashlib, sys, warnings\n"
        "from quizlib.exporters import exporters\n"
        "from tests.exporters.test_contract import HOSTILE_BANK\n"
        "print(hashlib.sha256(exporters.get(sys.argv[1]).export(HOSTILE_BANK).data).hexdigest())\n"
    )
    here = hashlib.sha256(exporters.get(target).export(HOSTILE_BANK).data).hexdigest()
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Los_Angeles")):
        there = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        made = subprocess.run(
            [sys.executable, "-c", code, target],
            env=there,
            capture_output=True,
            text=True,
            check=True,
        )
        assert made.stdout.strip() == here


def test_an_unknown_target_is_refused_with_the_valid_ones(tmp_path):
    with pytest.raises(
        UnknownName, match=r"^unknown export target 'ankii' \(did you mean anki\?\); known: anki, "
    ):
        export(bank(), "ankii", tmp_path / "out")


@pytest.mark.parametrize(("target", "suffix"), FORMATS)
def test_export_writes_what_the_exporter_made(target, suffix, tmp_path):
    path = tmp_path / f"salt{suffix}"
    written = export(bank(), target, path)
    assert path.read_bytes() == written.data == made(target, suffix, bank()).data
    assert written.summary

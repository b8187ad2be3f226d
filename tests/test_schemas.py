"""The published schemas and the programs that read the files agree on what is right and wrong.

The validator is jsonschema's, which knows nothing of how quizlib reads.
"""

from __future__ import annotations

import copy
import datetime as dt
import json
from itertools import count
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

import quizlib
from quizlib.errors import QuizlibError
from quizlib.learning import Record
from quizlib.learning.log_file import read_log, written
from quizlib.learning.page_results import read_results
from quizlib.model import Status
from tests.banks import bank

ROOT = Path(__file__).parent.parent
DECK = ROOT / "decks/north-korea-and-china.json"
NOON = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)


def schema(name):
    data = json.loads((ROOT / "docs" / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(data)
    return Draft202012Validator(data, format_checker=FormatChecker())


@pytest.fixture
def banks(tmp_path):
    """Banks of every sort: shipped, reviewed in every way, and imported with all that it had."""
    (tmp_path / "cards.txt").write_text("#separator:tab\n#html:true\nbrine\tsalt water\n")
    statuses = list(Status)
    reviewed = [
        item.model_copy(
            update={"status": statuses[n % 7], "note": "so", "changed": ("stem",), "revision": n}
        )
        for n, item in enumerate(bank().items)
    ]
    return {
        "shipped": quizlib.load(DECK),
        "reviewed": bank(*reviewed),
        "imported": quizlib.import_bank(tmp_path / "cards.txt"),
        "by hand": bank(),
    }


@pytest.fixture
def results():
    """What `quizlib quiz --json` writes."""
    sitting, ids = quizlib.Quiz(bank(), count=10), count()
    record = Record(sitting, lambda: NOON, lambda: f"answer-{next(ids)}")
    while (item := sitting.next()) is not None:
        record.add(item, item.key[0], sitting.answer(item, item.key[0]), 2.5)
    return json.loads(record.results("Ada").model_dump_json())


@pytest.fixture
def log():
    """The lines of a log with an entry of every sort."""
    with quizlib.Store(":memory:") as store:
        session = quizlib.study(bank(), store, now=lambda: NOON)
        for act in (session.bury, session.suspend, session.skip, lambda: session.flag("odd")):
            asked = session.next()
            assert asked is not None
            session.answer(asked.item.key[0])
            session.rate(quizlib.Rating.HARD)
            session.next()
            act()
        session.undo()
        session.unsuspend()
        return [json.loads(line) for line in written(store.log()).splitlines()]


def test_banks_fit(banks):
    for name, made in banks.items():
        schema("bank").validate(json.loads(made.to_json())), name
    assert banks["imported"].package is not None


def test_results_fit(results):
    assert len(results["sittings"][0]["answers"]) == 10
    schema("results").validate(results)


def test_logs_fit(log):
    assert {entry["type"] for entry in log} >= {"log", "review", "bury", "suspend", "flag", "undo"}
    for entry in log:
        schema("log").validate(entry)


def altered(data):
    """Copies of `data`, each with one thing wrong or merely other: what, and the copy.

    Of a list only the first entry is altered.
    """
    for path in paths(data):
        *holder, last = path
        now = at(data, path)
        numbers = [-1, 1.5] if isinstance(now, int | float) else []
        others: list[object] = [{"surprise": 1}, [[]], None, *numbers]
        for other in others:
            made = copy.deepcopy(data)
            at(made, holder)[last] = other
            yield f"{path} = {other}", made
        if isinstance(last, str):
            made = copy.deepcopy(data)
            del at(made, holder)[last]
            yield f"{path} missing", made
        if isinstance(now, dict):
            made = copy.deepcopy(data)
            at(made, path)["surprise"] = 1
            yield f"{path}.surprise", made
    yield "surprise", {**data, "surprise": 1}
    yield "newer", {**data, "format": 99}


def paths(data, path=()):
    inside = data.items() if isinstance(data, dict) else enumerate(data[:1])
    for key, value in inside:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from paths(value, (*path, key))


def at(data, path):
    for key in path:
        data = data[key]
    return data


def agree(validator, data, takes):
    """The schema and the reader refuse the same of all that is altered; how much that is."""
    refused = 0
    for what, other in altered(data):
        fits = validator.is_valid(other)
        assert takes(other) == fits, what
        refused += not fits
    return refused


@pytest.mark.parametrize("name", ["by hand", "reviewed", "imported"])
def test_wrong_banks_are_refused_by_the_schema_and_by_quizlib(banks, name, tmp_path):
    path = tmp_path / "altered.json"

    def takes(data):
        path.write_text(json.dumps(data))
        try:
            quizlib.load(path)
        except QuizlibError:
            return False
        return True

    assert agree(schema("bank"), json.loads(banks[name].to_json()), takes) > 100


def test_wrong_results_are_refused_by_the_schema_and_by_quizlib(results):
    def takes(data):
        try:
            return read_results(json.dumps(data).encode(), "x") is not None
        except QuizlibError:
            return False

    assert agree(schema("results"), results, takes) > 50


def test_wrong_entries_are_refused_by_the_schema_and_by_quizlib(log):
    def takes(entry):
        lines = [json.dumps(log[0]), json.dumps(entry)]
        try:
            return not read_log("\n".join(lines).encode(), "x")[1]
        except QuizlibError:
            return False

    sorts = {entry["type"]: entry for entry in log[1:]}
    for entry in sorts.values():
        assert agree(schema("log"), entry, takes) > 10

"""The log as a text file: nothing gets lost on the way, and what is no entry is told."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker

from quizlib.errors import DamagedLog, NewerLog
from quizlib.learning import Store
from quizlib.learning.entries import Undo
from quizlib.learning.log_file import read_log, schema, written
from tests.learning.clock import NOON
from tests.learning.test_store import logs, review

HEAD = '{"format":1,"type":"log"}\n'
LINE = Draft202012Validator(schema(), format_checker=FormatChecker())


@settings(max_examples=100, deadline=None)
@given(logs())
def test_what_is_written_is_read_and_fits_its_schema(log):
    text = written(log)
    entries, problems = read_log(text.encode(), "x")
    assert sorted(entries, key=lambda entry: entry.id) == sorted(log, key=lambda entry: entry.id)
    assert problems == []
    assert written(reversed(log)) == text
    for line in text.removesuffix("\n").split("\n"):
        LINE.validate(json.loads(line))


def test_two_machines_that_have_merged_write_the_same_file():
    with Store(":memory:") as one, Store(":memory:") as other:
        one.append(review("a"), review("c", days=2))
        other.append(review("b", days=1), Undo(id="d", at=NOON, target="c"))
        first, second = written(one.log()), written(other.log())
        one.merge(read_log(second.encode(), "second")[0])
        other.merge(read_log(first.encode(), "first")[0])
        assert written(one.log()) == written(other.log())
        assert one.card("card") == other.card("card")
        assert len(list(one.reviews())) == 2


def test_a_line_as_people_may_read_it():
    assert written([review("a")]) == HEAD + (
        '{"at":"2026-07-01T10:00:00Z","card":"card","day":"2026-07-01","id":"a",'
        '"rating":3,"type":"review"}\n'
    )


def test_files_put_together_are_read_as_one():
    both = written([review("a")]) + "\n" + written([review("b")])
    assert [entry.id for entry in read_log(b"\xef\xbb\xbf" + both.encode(), "x")[0]] == ["a", "b"]


REVIEW = '{"type":"review","id":"a","at":"2026-07-01T10:00:00Z","card":"c",'
DAMAGED = [
    ("{", "EOF while parsing"),
    ('{"type":"review"}', "id: Field required"),
    ('{"type":"dance","id":"a"}', "does not match any of the expected tags"),
    ('{"type":"undo","id":"a","at":"2026-07-01T10:00:00","target":"b"}', "at: Input should have"),
    ('{"type":"undo","id":"a","at":"9999-12-31T23:59:59Z","target":"b"}', "at: Input should be"),
    ('{"type":"undo","id":"","at":"2026-07-01T10:00:00Z","target":"b"}', "id: String should"),
    (REVIEW + '"rating":5,"day":"2026-07-01"}', "rating: Input should be 1, 2, 3 or 4"),
    (REVIEW + '"rating":3,"day":"0001-01-01"}', "day: 0001-01-01 is far from 2026-07-01"),
    (REVIEW + '"rating":3,"day":"2026-07-01","seconds":NaN}', "seconds: Input should be"),
    ("\xff", "Invalid JSON"),
]


@pytest.mark.parametrize(("line", "why"), DAMAGED)
def test_a_damaged_line_is_told_with_its_place_and_the_others_are_read(line, why):
    data = written([review("a")]).encode() + line.encode("latin-1") + b"\n"
    data += written([review("b")]).encode()
    entries, [problem] = read_log(data, "x.jsonl")
    assert [entry.id for entry in entries] == ["a", "b"]
    assert problem.where == "x.jsonl, line 3"
    assert why in problem.message
    assert problem.message.startswith("no entry of a log, left out: ")


def test_what_is_no_log_is_refused():
    with pytest.raises(DamagedLog, match="it is empty"):
        read_log(b"\n\n", "x")
    with pytest.raises(DamagedLog, match="it does not begin with a line such as"):
        read_log(b'{"format": 1}\n', "x")
    with pytest.raises(DamagedLog, match="it is a bank"):
        read_log(b'{"format": 1, "items": []}\n', "x")
    with pytest.raises(NewerLog, match="log format 2, this quizlib knows up to 1"):
        read_log(b'{"format":2,"type":"log","new":"field"}\n', "x")

"""Banks survive the way to the disk and back; damage is told, and does none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizlib import storage
from quizlib.errors import BankNotFound, DamagedBank, NewerBank
from quizlib.model import Bank, Evidence, Item, Maker, Status
from quizlib.storage import load
from tests.banks import HOSTILE, bank, item

if TYPE_CHECKING:
    from pathlib import Path

in_folder = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(HOSTILE)
several = st.lists(texts, max_size=3).map(tuple)
evidences = st.builds(
    Evidence,
    document=texts,
    quote=texts,
    start=st.integers(0, 10**6),
    end=st.integers(0, 10**6),
    line=st.integers(1, 10**4),
    readable=st.none() | texts,
)
items = st.builds(
    Item,
    id=texts,
    kind=texts,
    stem=texts,
    key=st.lists(texts, min_size=1, max_size=3).map(tuple),
    evidence=st.lists(evidences, max_size=2).map(tuple),
    context=texts,
    prompts=several,
    distractors=several,
    explanation=texts,
    tags=several,
    difficulty=st.floats(0, 1),
    confidence=st.floats(0, 1),
    status=st.sampled_from(Status),
    origin=texts,
    changed=several,
)
banks = st.builds(
    Bank,
    format=st.just(1),
    title=texts,
    generator=st.builds(Maker, name=texts, version=texts),
    model=st.none() | st.builds(Maker, name=texts, version=texts),
    seed=st.integers(),
    documents=st.just(bank().documents),
    items=st.lists(items, max_size=3, unique_by=lambda made: made.id).map(tuple),
)

WHOLE = bank().to_json()


def damage(folder: Path, content: str | bytes) -> str:
    """The message for a bank file of this content, without the path in front."""
    path = folder / "bank.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(DamagedBank) as caught:
        load(path)
    told = str(caught.value).removeprefix(str(path))
    assert told.isprintable()
    return told


@in_folder
@given(made=banks)
def test_what_is_saved_is_loaded_equal_and_saved_again_in_the_same_bytes(made, tmp_path):
    path = tmp_path / "bank.json"
    made.save(path)
    first = path.read_bytes()
    loaded = load(path)
    assert loaded == made
    loaded.save(path)
    assert path.read_bytes() == first


@in_folder
@given(banks)
def test_what_is_saved_is_read_the_quick_way_and_alike(made):
    data = made.to_json().encode()
    quick = storage._saved_here(data)
    assert quick in {None, storage._Text("bank.json", data.decode()).bank()}  # None: a text as ":"


def test_a_usual_bank_is_read_the_quick_way():
    assert storage._saved_here(WHOLE.encode()) == bank()


@pytest.mark.parametrize("again", ['"stem": "?"', '"stem" : "?"', '"stem"\n:"?"', '"stem":"?"'])
def test_a_key_given_twice_is_told_in_a_file_that_was_saved_here(again, tmp_path):
    stem = '"stem": "Which \\"salt\\": tax?"'
    whole = bank(item("one", "flashcard", 'Which "salt": tax?', "a")).to_json()
    assert whole.count(stem) == 1
    for twice in (f"{again},\n   {stem}", f"{stem}, {again}"):
        told = damage(tmp_path, whole.replace(stem, twice))
        assert told.endswith("not a usable bank: the key 'stem' is given twice in one object")


@in_folder
@given(
    at=st.integers(0, len(WHOLE)),
    length=st.integers(0, 40),
    instead=st.binary(max_size=8) | st.sampled_from([b'"', b"{", b"]", b"9", b"-", b"\\ud800"]),
)
def test_a_changed_file_is_refused_or_a_bank_and_stays_as_it_is(at, length, instead, tmp_path):
    path = tmp_path / "bank.json"
    whole = WHOLE.encode()
    content = whole[:at] + instead + whole[at + length :]
    path.write_bytes(content)
    try:
        loaded = load(path)
    except (DamagedBank, NewerBank):
        pass
    else:
        assert Bank.model_validate_json(loaded.to_json()) == loaded
    assert path.read_bytes() == content


@pytest.mark.parametrize("end", range(0, len(WHOLE) - 2, 97))
def test_a_file_that_was_cut_off_is_refused(end, tmp_path):
    damage(tmp_path, WHOLE[:end])


def test_a_byte_order_mark_is_no_damage(tmp_path):
    path = tmp_path / "bank.json"
    path.write_text("\ufeff" + WHOLE, encoding="utf-8")
    assert load(path) == bank()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", ": not a usable bank: the file is empty"),
        (" \n", ": not a usable bank: the file is empty"),
        (
            '{\n "format": 1 "title"}',
            ", line 2 column 14: not a usable bank: expecting ',' delimiter",
        ),
        ("{'a': 1}", ", line 1 column 2: not a usable bank: expecting property name"),
        ("[]", ": not a usable bank: it is no JSON object"),
        ("[" * 100_000, ": not a usable bank: it is nested too deeply"),
        (
            b"\x89PNG\r\n\x1a\n\x00",
            ", line 1 column 1: not a usable bank: it is not UTF-8 text",
        ),
        (b'{\n "t": "\xe4"}', ", line 2 column 8: not a usable bank: it is not UTF-8 text"),
        ("{}", ', line 1 column 1: not a usable bank: "format" is missing or no number'),
        (
            '{"format": "1"}',
            ', line 1 column 12: not a usable bank: "format" is missing or no number',
        ),
        (
            '{"format": 1}',
            ", line 1 column 1: not a usable bank: title: is missing (and 1 more)",
        ),
        ('{"format": 1, "forms": {}}', ": not a usable bank: it is the map of a sheet's forms"),
        (
            '{"format": 1, "format": 1}',
            ": not a usable bank: the key 'format' is given twice in one object",
        ),
        ('{"format": NaN}', ": not a usable bank: NaN is no number of JSON"),
        ('{"format": ' + "9" * 5000 + "}", ": not a usable bank: it has a number of too many"),
        ('{"a": "\\ud800"}', ": not a usable bank: it has an escape that stands for no character"),
    ],
)
def test_damage_is_told_with_its_place(content, told, tmp_path):
    assert damage(tmp_path, content).startswith(told)


def test_a_wrong_field_is_told_with_its_path_and_line(tmp_path):
    data = json.loads(WHOLE)
    data["items"][2]["difficulty"] = 7
    content = json.dumps(data, indent=1)
    line = content[: content.index('"difficulty"')].count("\n") + 1
    assert damage(tmp_path, content) == (
        f", line {line} column 18: not a usable bank:"
        " items[2].difficulty: input should be less than or equal to 1"
    )


def test_an_unknown_field_is_refused(tmp_path):
    data = json.loads(WHOLE)
    data["items"][0]["stemm"] = "?"
    told = damage(tmp_path, json.dumps(data))
    assert told.endswith("not a usable bank: items[0].stemm: is no field of a bank")


def test_an_id_stands_for_one_item_only(tmp_path):
    twice = bank(item("one", "flashcard", "?", "a"), item("one", "flashcard", "??", "b"))
    told = damage(tmp_path, twice.to_json())
    assert told.endswith("not a usable bank: items[1].id: 'one' is used twice")
    assert ", line " in told


def test_a_document_id_stands_for_one_document_only(tmp_path):
    twice = bank().model_copy(update={"documents": bank().documents * 2})
    told = damage(tmp_path, twice.to_json())
    assert told.endswith("not a usable bank: documents[1].id: 'salt-tax' is used twice")


def test_a_later_format_is_told_before_anything_else(tmp_path):
    path = tmp_path / "bank.json"
    path.write_text('{"format": 2, "everything": "else"}', encoding="utf-8")
    with pytest.raises(NewerBank) as caught:
        load(path)
    assert str(caught.value) == (
        f"{path}: written in bank format 2, this quizlib knows up to 1; update quizlib to open it"
    )


@pytest.mark.parametrize("path", ["none.json", "none/at/all.json", "nul\0.json"])
def test_a_bank_that_is_not_there(path, tmp_path):
    with pytest.raises(BankNotFound, match="no such bank; name a bank"):
        load(tmp_path / path)


def test_a_folder_is_no_bank(tmp_path):
    with pytest.raises(DamagedBank) as caught:
        load(tmp_path)
    assert str(caught.value) == f"{tmp_path}: not a usable bank: it is a folder"

"""The learner's store: what is in it stays, whoever writes, and whatever ends the program."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quizlib
from quizlib.errors import DamagedStore, NewerStore, OutputError, StoreTrouble
from quizlib.learning import Rating, Store, schema
from quizlib.learning.cards import history
from quizlib.learning.entries import (
    Bury,
    Flag,
    Review,
    Suspend,
    Undo,
    Unflag,
    Unsuspend,
    from_json,
    to_json,
)
from quizlib.learning.plan import Plan
from tests.banks import HOSTILE
from tests.learning.clock import NOON

ROOT = Path(quizlib.__file__).parent.parent

ids = st.uuids().map(lambda made: made.hex)
cards = st.sampled_from(["card", "other card", HOSTILE[0]])
moments = st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2027, 1, 1), timezones=st.just(dt.UTC))  # noqa: DTZ001 - bounds of times in UTC
days = st.dates(dt.date(2026, 1, 1), dt.date(2027, 1, 1))
texts = st.text(st.characters(codec="utf-8"), max_size=9)
card_entries = st.one_of(
    st.builds(
        lambda at, off, **fields: Review(at=at, day=at.date() + dt.timedelta(days=off), **fields),
        at=moments,
        off=st.integers(-2, 2),
        id=ids,
        card=cards,
        rating=st.sampled_from(Rating),
        seconds=st.none() | st.floats(0, 1e6),
        points=st.none() | st.floats(0, 1),
        bank=texts,
        during=st.sampled_from(["study", "quiz"]),
        scheduling=st.builds(Plan, retention=st.floats(0.7, 0.99)).map(
            lambda plan: plan.scheduling
        ),
    ),
    st.builds(Suspend, id=ids, at=moments, card=cards),
    st.builds(Unsuspend, id=ids, at=moments, card=cards),
    st.builds(Bury, id=ids, at=moments, card=cards, until=days),
    st.builds(Flag, id=ids, at=moments, card=cards, reason=texts, revision=st.integers(0, 9)),
    st.builds(Unflag, id=ids, at=moments, card=cards),
)


@st.composite
def logs(draw, most=12):
    """Entries of which some take others back."""
    entries = draw(st.lists(card_entries, max_size=most, unique_by=lambda entry: entry.id))
    undone = draw(st.lists(st.sampled_from(entries), unique=True)) if entries else []
    return [
        *entries,
        *(Undo(id=draw(ids), at=draw(moments), target=entry.id) for entry in undone),
    ]


def review(id, card="card", rating=Rating.GOOD, **passed):
    at = NOON + dt.timedelta(**passed)
    return Review(id=id, at=at, card=card, rating=rating, day=at.date())


def states(store):
    """All that follows from the log."""
    recalls = sorted(store.recalls(), key=lambda recall: recall.card)  # of a card: as they happened
    return list(store.cards()), sorted(store.standings().values()), recalls


@settings(max_examples=200, deadline=None)
@given(card_entries | st.builds(Undo, id=ids, at=moments, target=ids))
def test_entries_survive_as_text(entry):
    assert from_json(to_json(entry)) == entry
    assert len(to_json(entry).splitlines()) == 1


@settings(max_examples=60, deadline=None)
@given(logs(), st.data())
def test_logs_merge_alike_in_any_order_and_however_often(log, data):
    """Two machines share a part of a log, and go on; whatever is merged first, all is equal."""
    shuffled = data.draw(st.permutations(log))
    parts = data.draw(st.integers(0, len(log)))
    with Store(":memory:") as one, Store(":memory:") as other:
        first = one.merge(log)
        assert first == (len(log), 0)
        other.merge(shuffled[parts:])
        other.merge(shuffled)
        assert other.merge(one.log()) == (0, len(log))
        assert states(one) == states(other)
        assert {entry.id for entry in one.log()} == {entry.id for entry in other.log()}


@settings(max_examples=60, deadline=None)
@given(logs())
def test_states_follow_from_the_log_alone(log):
    with Store(":memory:") as store:
        for entry in log:
            store.append(entry)
        before = states(store)
        assert store.rebuild() == len(before[0])
        assert states(store) == before
        for card in before[0]:
            *_, (_, last) = history(card.id, reversed(store.entries(card.id)))
            assert last == card


@settings(max_examples=60, deadline=None)
@given(logs(most=8))
def test_what_is_all_taken_back_leaves_nothing(log):
    with Store(":memory:") as store:
        store.merge(log)
        for number, entry in enumerate(list(store.log())):
            store.append(Undo(id=f"undo {number}", at=NOON, target=entry.id))
        assert states(store) == ([], [], [])


def test_an_undo_may_come_before_what_it_takes_back(store):
    store.merge([Undo(id="b", at=NOON, target="a")])
    assert store.merge([review("a")]) == (1, 0)
    assert list(store.cards()) == []
    assert [entry.id for entry in store.log()] == ["b", "a"]
    assert store.reviewed(NOON.date()) == {}


def test_a_review_that_comes_late_takes_its_place_in_time(store):
    store.append(review("a"), review("c", days=9))
    late = review("b", days=3, rating=Rating.AGAIN)
    store.merge([late])
    with Store(":memory:") as other:
        other.append(review("a"), late, review("c", days=9))
        assert other.card("card") == store.card("card")


def test_the_log_is_only_added_to(store):
    store.append(review("a"))
    for statement in ("DELETE FROM log", "UPDATE log SET entry = ''"):
        with pytest.raises(sqlite3.IntegrityError, match="the log is only added to"):
            store._db.execute(statement)


def test_all_of_a_transaction_or_nothing(store):
    def stopped():
        with store.transaction():
            store.append(review("a"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert list(store.log()) == []
    store.append(review("a"))
    assert len(list(store.log())) == 1


def test_what_was_studied_is_remembered_on_this_machine(store):
    store.remember_bank("a.json", "Salt", NOON)
    store.remember_bank("b.json", "Fish", NOON + dt.timedelta(hours=1))
    store.remember_bank("a.json", "Salt again", NOON + dt.timedelta(hours=2))
    assert [(bank.place, bank.title) for bank in store.banks()] == [
        ("a.json", "Salt again"),
        ("b.json", "Fish"),
    ]
    assert store.banks()[1].opened == NOON + dt.timedelta(hours=1)
    store.forget_bank("a.json")
    assert [bank.place for bank in store.banks()] == ["b.json"]


def test_reviews_are_told_without_those_taken_back(store):
    store.append(review("a"), review("b", days=1), Suspend(id="c", at=NOON, card="card"))
    store.append(Undo(id="d", at=NOON, target="a"))
    assert [entry.id for entry in store.reviews()] == ["b"]
    assert store.since(2) == {"c": "card", "d": "card"}


# What the file may be


def test_folders_are_made(tmp_path):
    with Store(tmp_path / "new" / "folder" / "x.sqlite3") as store:
        store.append(review("a"))
    with Store(tmp_path / "new" / "folder" / "x.sqlite3") as store:
        assert len(list(store.log())) == 1


def test_a_newer_schema_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "x.sqlite3"
    Store(path).close()
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(NewerStore, match="schema 99"):
        Store(path)
    assert path.read_bytes() == before


def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "x.sqlite3"
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE recipes (name)")
    before = path.read_bytes()
    with pytest.raises(DamagedStore, match="it is the database of another program"):
        Store(path)
    assert path.read_bytes() == before


def test_what_is_no_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "x.sqlite3"
    path.write_bytes(b"Dear diary, " * 999)
    with pytest.raises(DamagedStore, match="not usable as a learner's data"):
        Store(path)
    assert path.read_bytes() == b"Dear diary, " * 999


def test_a_damaged_log_is_told(tmp_path):
    path = tmp_path / "x.sqlite3"
    with Store(path) as store:
        store.append(review("a"))
        store._db.execute("DROP TRIGGER log_keeps")
        store._db.execute("UPDATE log SET entry = '{}'")
        with pytest.raises(DamagedStore, match="its log holds"):
            list(store.log())


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError):
        Store(tmp_path / "file" / "x.sqlite3")
    with pytest.raises(StoreTrouble, match="cannot be used now"):
        Store(tmp_path)


def test_who_waits_too_long_for_another_program_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("quizlib.learning.store.PATIENCE", 0.05)
    path = tmp_path / "x.sqlite3"
    with Store(path) as one, Store(path) as other, one.transaction():
        one.append(review("a"))
        with pytest.raises(StoreTrouble, match="locked"):
            other.append(review("b"))
        assert other.card("card").memory is None  # reading goes on


def test_an_older_schema_is_brought_forward_with_a_copy_beside_it(tmp_path, monkeypatch):
    path = tmp_path / "x.sqlite3"
    with Store(path) as store:
        store.append(review("a"))

    def noted(connection):
        connection.execute("ALTER TABLE banks ADD COLUMN note TEXT")

    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, noted))
    with Store(path) as store:
        assert [entry.id for entry in store.log()] == ["a"]
        assert store._db.execute("SELECT note FROM banks").fetchall() == []
    monkeypatch.undo()
    with pytest.raises(NewerStore):
        Store(path)
    with Store(tmp_path / "x.sqlite3.schema-2") as copy:
        assert [entry.id for entry in copy.log()] == ["a"]


def test_recalls_are_counted_in_a_file_that_had_none(tmp_path):
    path = tmp_path / "x.sqlite3"
    with Store(path) as store:
        store.append(review("a"), review("b"))
        counted = store.recalls()
        assert [recall.card for recall in counted] == ["card", "card"]
        store._db.execute("DROP TABLE recalls")
        store._db.execute("PRAGMA user_version = 1")
    with Store(path) as store:
        assert store.recalls() == counted
    assert (tmp_path / "x.sqlite3.schema-1").exists()


def test_a_migration_that_fails_changes_nothing(tmp_path, monkeypatch):
    path = tmp_path / "x.sqlite3"
    with Store(path) as store:
        store.append(review("a"))

    def broken(connection):
        connection.execute("DROP TABLE banks")
        connection.execute("SELECT * FROM nowhere")

    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, broken))
    with pytest.raises(StoreTrouble, match="no such table: nowhere"):
        Store(path)
    monkeypatch.undo()
    with Store(path) as store:
        assert store.banks() == []
        assert [entry.id for entry in store.log()] == ["a"]


# Several programs, and sudden ends


def busy(path, name, number):
    """Open the store and review the same few cards, each time on the disk."""
    for count in range(number):
        with Store(path) as store:
            store.review(f"card {count % 3}", Rating.GOOD, lambda: dt.datetime.now(dt.UTC))
            store.append(Suspend(id=f"{name} {count}", at=NOON, card="card 0"))


def test_programs_at_once_lose_nothing(tmp_path):
    path = tmp_path / "x.sqlite3"
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as programs:
        done = [programs.submit(busy, path, f"program {n}", 25) for n in range(4)]
        for one in done:
            one.result()
    with Store(path) as store:
        assert len(list(store.log())) == 200
        assert len(list(store.reviews())) == 100
        before = states(store)
        store.rebuild()
        assert states(store) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the sessions are forked")
def test_a_killed_session_keeps_every_answer_that_it_told_of(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.learning.victim", str(tmp_path), "200", "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 200

"""Ids and revisions go on when a source changes, and when it changes back."""

from __future__ import annotations

import pytest

from quizlib.library import open_target
from quizlib.model import Status
from quizlib.model.item import edited
from tests.banks import item as made_item

BEFORE = "Q: What is brine?\nA: Salty water, as it comes from the sea.\n"
AFTER = BEFORE.replace("Salty", "Very salty")


@pytest.fixture
def opened(tmp_path):
    source = tmp_path / "notes.md"

    def open_with(text: str, name: str = "notes.md"):
        path = source.with_name(name)
        path.write_text(text, encoding="utf-8")
        folders = {"cache": tmp_path / "cache", "history": tmp_path / "history"}
        [item] = open_target(str(path), **folders).bank.live
        return item

    return open_with


def test_a_change_is_a_revision_of_the_same_item(opened):
    first, second = opened(BEFORE), opened(AFTER)
    assert second.id == first.id
    assert (first.revision, second.revision) == (0, 1)
    assert opened(AFTER) == second


def test_a_change_back_is_one_more_revision(opened):
    first = opened(BEFORE)
    opened(AFTER)
    third = opened(BEFORE)
    assert (third.id, third.key, third.revision) == (first.id, first.key, 2)


def test_another_source_has_a_history_of_its_own(opened):
    opened(BEFORE)
    opened(AFTER)
    assert opened(AFTER, "other.md").revision == 0


def test_a_damaged_history_costs_no_more_than_itself(opened, tmp_path):
    opened(BEFORE)
    [kept] = (tmp_path / "history").iterdir()
    kept.write_bytes(b"{")
    assert opened(AFTER).revision == 0
    assert opened(BEFORE).revision == 1


def test_one_file_is_kept_for_each_source(opened, tmp_path):
    for text in (BEFORE, AFTER, BEFORE):
        opened(text)
    assert len(list((tmp_path / "history").iterdir())) == 1


def test_a_folder_that_cannot_be_written_costs_the_history(opened, tmp_path):
    (tmp_path / "history").write_text("a file, no folder")
    assert opened(BEFORE).revision == 0
    assert opened(AFTER).revision == 0


def test_what_a_person_had_decided_and_is_asked_no_more_is_told(tmp_path):
    source, folders = tmp_path / "notes.md", {"history": tmp_path / "history"}
    source.write_text(BEFORE, encoding="utf-8")
    made = open_target(str(source), **folders)
    assert made.file is not None
    [item] = made.bank.items
    mine = edited(item, {"key": ("salty water",)})
    made.bank.model_copy(update={"items": (mine,)}).save(made.file)
    assert open_target(str(source), **folders).problems == []
    source.write_text(BEFORE.replace("Salty water, as", "What is boiled to salt, and"))
    now = open_target(str(source), **folders)
    [problem] = now.problems
    assert problem.code == "decided-unproven"
    assert f"(quizlib review {now.file} shows the new answer)" in problem.message
    assert [one.status for one in now.bank.items] == ["retired", "candidate"]


def test_a_set_that_was_accepted_stays_where_one_event_more_is_told(tmp_path):
    source, folders = tmp_path / "notes.md", {"history": tmp_path / "history"}
    events = (
        "The Salt Bank of Elmswick was founded by Frieda Huber in 1822. Anna Lang painted the mill"
        " of Elmswick in 1903. Otto Brandt closed the quarry of Elmswick in 1931."
    )
    source.write_text(events, encoding="utf-8")
    made = open_target(str(source), **folders)
    assert made.file is not None
    events_in_order = made_item(
        "aa",
        "ordering",
        "Put these events in order.",
        *("Frieda Huber founded the bank", "Anna Lang painted the mill"),
        evidence=tuple(
            dict.fromkeys(quote for one in made.bank.items for quote in one.evidence[:1])
        ),
        status=Status.ACCEPTED,
        origin="set",
    )
    items = (*made.bank.items, events_in_order)
    made.bank.model_copy(update={"items": items}).save(made.file)
    source.write_text(f"Hans Meier opened the mole of Elmswick in 1871. {events}")
    now = {one.id: one for one in open_target(str(source), **folders).bank.items}["aa"]
    assert (now.status, now.key) == (Status.ACCEPTED, events_in_order.key)
    source.write_text(events.replace(" in 1", " in about 1"))
    gone = {one.id: one for one in open_target(str(source), **folders).bank.items}["aa"]
    assert gone.status is Status.RETIRED

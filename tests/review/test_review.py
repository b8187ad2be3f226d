"""A review as a state machine: decisions are saved at once, and any number can be taken back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.errors import InvalidEdit, OutputError
from quizlib.model import Bank, Status
from quizlib.review import Review
from tests.banks import ITEMS, bank, item

CANDIDATE = item("cand", "cloze", "It cost ______.", "much", status=Status.CANDIDATE)


class Disk:
    """Keeps what was saved; full when told so."""

    def __init__(self) -> None:
        self.saved: list[Bank] = []
        self.full = False

    def __call__(self, found: Bank) -> None:
        if self.full:
            raise OutputError("salt.json", "no space left")
        self.saved.append(found)


def review(*items, disk=None):
    found = bank(*(items or ITEMS))
    return Review(found, [one.id for one in found.items], disk or Disk())


def only(walk: Review):
    [found] = walk.bank.items
    return found


def test_accepting_a_candidate_makes_it_live():
    disk = Disk()
    walk = review(CANDIDATE, disk=disk)
    walk.accept()
    assert only(walk) == CANDIDATE.model_copy(update={"status": Status.ACCEPTED})
    assert only(walk).live
    assert walk.item is None
    assert disk.saved == [walk.bank]


def test_a_rejection_keeps_its_reason():
    walk = review(CANDIDATE)
    walk.reject("  not worth\nasking ")
    assert (only(walk).status, only(walk).note) == (Status.REJECTED, "not worth asking")
    walk.back()
    walk.accept()
    assert (only(walk).status, only(walk).note) == (Status.ACCEPTED, "")


def test_an_edit_names_the_fields_and_stays_with_the_item():
    walk = review(CANDIDATE)
    assert walk.edit({"stem": " It took ______ to pay. ", "key": ("much", "", "a lot")})
    edited = only(walk)
    assert (edited.stem, edited.key) == ("It took ______ to pay.", ("much", "a lot"))
    assert (edited.status, edited.changed, edited.revision) == (
        Status.EDITED,
        ("stem", "key"),
        1,
    )
    assert walk.item == edited
    assert walk.edit({"context": "So it was."})
    assert (only(walk).changed, only(walk).revision) == (("stem", "key", "context"), 2)
    walk.accept()
    assert only(walk).status is Status.EDITED


def test_an_edit_that_changes_nothing_decides_nothing():
    disk = Disk()
    walk = review(CANDIDATE, disk=disk)
    assert not walk.edit({"stem": f" {CANDIDATE.stem} ", "tags": CANDIDATE.tags})
    assert disk.saved == []
    assert not walk.undo()


@pytest.mark.parametrize(
    ("kind", "changes", "why"),
    [
        ("cloze", {"stem": " "}, "not taken: an item needs a stem"),
        ("cloze", {"key": (" ",)}, "not taken: an item needs a key"),
        (
            "true_false",
            {"key": ("Maybe",)},
            "not taken: item truth1 is no true_false: its key 'Maybe' is neither True nor False",
        ),
        (
            "matching",
            {"prompts": ("a", "b", "c", "d")},
            "not taken: item match1 is no matching: it has not one key for each of its prompts",
        ),
        ("choice", {"distractors": ()}, "not taken: the item has nothing to choose from"),
        ("choice", {"distractors": ("1804", "1")}, "not taken: the item offers '1804' more"),
    ],
)
def test_what_could_not_be_asked_is_not_taken(kind, changes, why):
    [asked] = [one for one in ITEMS if one.kind == kind]
    disk = Disk()
    walk = review(asked, disk=disk)
    with pytest.raises(InvalidEdit) as error:
        walk.edit(changes)
    assert str(error.value).startswith(why)
    assert (only(walk), disk.saved) == (asked, [])


def test_an_item_with_an_error_can_be_mended_bit_by_bit():
    broken = item("a", "choice", "When?", "1804", distractors=("1804", "1804"))
    walk = review(broken)
    assert walk.edit({"stem": "When did Elmswick abolish the tax?"})
    assert "option-twice" in {problem.code for problem in walk.problems(only(walk))}
    assert walk.edit({"distractors": ("1794", "1814")})
    assert "option-twice" not in {problem.code for problem in walk.problems(only(walk))}


def test_halves_of_characters_are_no_trouble_for_the_file(tmp_path):
    found = bank(CANDIDATE)
    walk = Review(found, ["cand"], lambda state: state.save(tmp_path / "salt.json"))
    walk.edit({"context": "half \ud800 of one"})
    walk.reject("\udcff!")
    assert only(walk).note == "?!"


def test_a_decision_that_cannot_be_saved_does_not_count():
    disk = Disk()
    walk = review(disk=disk)
    walk.accept()
    before = (walk.bank, walk.place, walk.tally)
    disk.full = True
    for decide in (walk.accept, walk.reject, walk.undo, lambda: walk.edit({"stem": "Who?"})):
        with pytest.raises(OutputError):
            decide()
        assert (walk.bank, walk.place, walk.tally) == before
    disk.full = False
    assert walk.undo()


def test_undo_returns_to_where_the_decision_was_made():
    walk = review()
    walk.skip()
    walk.accept()
    walk.skip()
    assert walk.undo()
    assert walk.item == ITEMS[1]
    assert not walk.undo()


def test_back_stops_at_the_first_item():
    walk = review()
    walk.skip()
    assert walk.back()
    assert not walk.back()
    assert walk.item == ITEMS[0]


def test_the_tally_counts_items_by_what_stands():
    walk = review()
    walk.accept()
    walk.back()
    walk.reject()
    walk.edit({"stem": "Who?"})
    assert walk.tally == {Status.REJECTED: 1, Status.EDITED: 1}
    walk.undo()
    walk.undo()
    assert walk.tally == {Status.ACCEPTED: 1}


STEPS = st.lists(
    st.tuples(st.sampled_from("accept reject edit skip back undo".split()), st.text(max_size=5)),
    max_size=30,
)


@settings(max_examples=100, deadline=None)
@given(STEPS)
def test_undoing_everything_gives_the_bank_back_to_the_byte(steps):
    disk = Disk()
    walk = review(*ITEMS[:3], CANDIDATE, disk=disk)
    before = walk.bank.to_json()
    for name, text in steps:
        if name in {"skip", "back", "undo"}:
            getattr(walk, name)()
        elif walk.item is None:
            walk.back()
        elif name == "edit":
            walk.edit({"explanation": text})
        elif name == "reject":
            walk.reject(text)
        else:
            walk.accept()
        assert not disk.saved or disk.saved[-1] == walk.bank
        assert 0 <= walk.place <= len(walk.ids)
    while walk.undo():
        pass
    assert walk.bank.to_json() == before
    assert not disk.saved or disk.saved[-1] == walk.bank
    assert not walk.tally

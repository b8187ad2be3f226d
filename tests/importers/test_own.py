"""A package that quizlib wrote is read back as what it was made of."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib import export, import_bank
from quizlib.errors import UnreadableDeck
from quizlib.exporters import exporters
from quizlib.exporters._anki.fields import fields, tags, written
from quizlib.exporters._anki.original import PLACE, Packing, Unpacking
from quizlib.exporters._view import showing
from quizlib.items import interaction, kinds
from quizlib.library import renewed
from quizlib.merge import merge
from quizlib.model import GAP, Item, Status
from quizlib.model.item import edited
from tests.banks import HOSTILE, ITEMS, RECORD, SENTENCES, bank, item
from tests.exporters.test_contract import HOSTILE_BANK

TEXT = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20),
).map(lambda text: f"x{text}")  # something of it is visible
FIELDS = {
    "context": st.one_of(st.just(""), TEXT),
    "explanation": st.one_of(st.just(""), TEXT),
    "tags": st.lists(TEXT, max_size=3).map(tuple),
    "difficulty": st.floats(0, 1),
    "status": st.sampled_from([Status.GENERATED, Status.ACCEPTED, Status.EDITED]),
    "origin": st.text("0123456789abcdef#", max_size=8),
    "changed": st.sampled_from([(), ("stem",), ("key", "tags")]),
    "note": st.text(max_size=5),
    "revision": st.integers(0, 5),
    "evidence": st.lists(st.sampled_from(SENTENCES), max_size=3, unique=True).map(tuple),
}


@st.composite
def items(draw, number: int = 0) -> Item:
    kind = draw(st.sampled_from(kinds.names()))
    key = tuple(draw(st.lists(TEXT, min_size=3, max_size=3, unique=True)))
    wrong = tuple(draw(st.lists(TEXT, min_size=2, max_size=2, unique=True)))
    stem = draw(TEXT)
    return item(
        f"{kind}{number}",
        kind,
        f"{stem} {GAP}" if kind == "cloze" else stem,
        *(("True",) if kind == "true_false" else key),
        distractors=tuple(w for w in wrong if w not in key),
        prompts=("a", "b", "c") if kind == "matching" else (),
        **{name: draw(strategy) for name, strategy in FIELDS.items()},
    )


@settings(max_examples=60, deadline=None, report_multiple_bugs=False)
@given(
    made=st.integers(1, 4).flatmap(lambda n: st.tuples(*(items(number) for number in range(n)))),
    title=TEXT,
)
def test_bank_to_package_to_bank(made, title, tmp_path_factory):
    given = bank(*made, title=title)
    path = tmp_path_factory.getbasetemp() / "own.apkg"
    export(given, "anki", path)
    back = import_bank(path)
    assert back.items == given.items
    quoted = {quote.document for each in made for quote in each.evidence}
    assert back == given.model_copy(update={"documents": (RECORD,) if quoted else ()})


@pytest.mark.parametrize("given", [bank(), HOSTILE_BANK], ids=["plain", "hostile"])
def test_every_item_comes_back(given, tmp_path):
    export(given, "anki", tmp_path / "own.apkg")
    assert import_bank(tmp_path / "own.apkg") == given


def test_back_in_the_package_it_is_the_same_package(tmp_path):
    export(bank(), "anki", tmp_path / "own.apkg")
    again = exporters.get("anki").export(import_bank(tmp_path / "own.apkg"))
    assert again.data == (tmp_path / "own.apkg").read_bytes()


@pytest.mark.parametrize("history", [False, True])
def test_a_damaged_table_of_cards_is_refused(tmp_path, history):
    export(bank(), "anki", tmp_path / "own.apkg")
    with zipfile.ZipFile(tmp_path / "own.apkg") as package:
        package.extract("collection.anki2", tmp_path)
    with closing(sqlite3.connect(tmp_path / "collection.anki2")) as database:
        database.executescript("drop table cards; create table cards (id integer primary key)")
    with zipfile.ZipFile(tmp_path / "own.apkg", "w") as package:
        package.write(tmp_path / "collection.anki2", "collection.anki2")
    with pytest.raises(UnreadableDeck, match="no such column"):
        import_bank(tmp_path / "own.apkg", history=history)


def notes():
    """Fields and tags of the notes of a bank, as its package has them."""
    packing = Packing(bank())
    return [written(each, packing) for each in showing(bank(), [])]


@pytest.mark.parametrize(("fields", "tags"), notes())
def test_an_untouched_note_is_known_by_its_bytes(fields, tags):
    def known(fields, tags=tags):
        return Unpacking().untouched("\x1f".join(fields).encode(), f" {' '.join(tags)} ")

    assert known(fields) == Unpacking().unpacked(fields[PLACE])
    assert known(fields, tags[::-1]) == known(fields)
    for place, field in enumerate(fields):
        assert known([*fields[:place], f"{field}x", *fields[place + 1 :]]) is None
    assert known(fields, [*tags, "mine"]) is None
    assert known(fields, tags[1:]) is None
    assert known([*fields, ""]) is None
    assert known(["", *fields[:-1]]) is None  # the item in the field behind its own
    assert known(fields[: PLACE + 1]) is None
    assert known([]) is None


@pytest.mark.parametrize("text", HOSTILE)
def test_a_note_is_joined_as_its_fields_and_tags_are(text):
    hostile = [each.model_copy(update={"explanation": text, "tags": (text,)}) for each in ITEMS]
    packing = Packing(bank(*hostile))
    for each in showing(bank(*hostile), []):
        told = "\x1f".join(written(each, packing)[0]).encode()
        assert packing.joined(each.original, fields(each), tags(each)) == told


def test_importing_again_keeps_what_was_decided():
    deck = bank(*(each.model_copy(update={"source": "d", "evidence": ()}) for each in ITEMS[:4]))
    first, second, third, fourth = deck.items
    edited = {"stem": "Mine?", "changed": ("stem",), "status": Status.EDITED, "revision": 1}
    before = deck.model_copy(
        update={
            "title": "My title",
            "items": (
                first.model_copy(update=edited),
                second.model_copy(update={"status": Status.REJECTED, "note": "silly"}),
                third,
                fourth,
            ),
        }
    )
    newer = third.model_copy(update={"key": ("nobody",), "kind": "flashcard"})
    new = item("new", "flashcard", "New?", "yes", source="d", evidence=())
    after = renewed(before, deck.model_copy(update={"items": (first, second, newer, new)}))
    assert after is not None
    assert after.title == "My title"
    assert [(each.id, each.stem, each.status, each.revision) for each in after.items] == [
        ("flash1", "Mine?", "edited", 1),
        ("choice1", second.stem, "rejected", 0),
        ("short1", third.stem, "generated", 1),
        ("new", "New?", "generated", 0),
        ("cloze1", fourth.stem, "retired", 1),
    ]
    assert after.items[2].key == ("nobody",)
    assert renewed(bank(ITEMS[5]), deck) is None
    assert all(interaction(each) for each in after.items)


@pytest.mark.parametrize(
    ("decided", "status"),
    [
        ({}, "edited"),
        ({"status": Status.ACCEPTED}, "edited"),
        ({"status": Status.REJECTED}, "rejected"),
        ({"status": Status.EDITED, "changed": ("stem",), "stem": "Mine?"}, "edited"),
    ],
)
def test_what_was_edited_in_a_deck_stays_an_edit(decided, status):
    """It comes home into the bank that the deck was made of, and outlasts its next rebuild."""
    made = bank(ITEMS[0].model_copy(update={"origin": "fact"}))
    [old] = made.items
    before = made.model_copy(update={"items": (old.model_copy(update=decided),)})
    deck = made.model_copy(update={"items": (edited(old, {"stem": "Theirs?"}),)})
    home = renewed(before, deck)
    assert home is not None
    for after in (home, merge(home, made), merge(merge(home, bank()), made)):
        one = {item.id: item for item in after.items}[old.id]
        assert (one.stem, one.changed, one.status) == ("Theirs?", ("stem",), status)
        assert one.origin_stems == (old.stem,)


def test_of_two_edits_of_one_field_the_later_holds():
    [old] = bank(ITEMS[0]).items
    once = edited(old, {"stem": "First?"})
    twice = edited(once, {"stem": "Second?"})
    for before, deck in ((once, twice), (twice, once)):
        home = renewed(bank(before), bank(deck))
        assert home is not None
        assert home.items[0].stem == "Second?"

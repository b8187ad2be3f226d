"""A set that a person approved of stays as it is as long as its sentences stand."""

from __future__ import annotations

import pytest

from quizlib.compose import build
from quizlib.model import Bank, Item, Status
from quizlib.model.item import edited
from quizlib.standing import standing_sets
from tests.documents import document

SENTENCES = (
    "Frieda Huber designed the Elmswick pan house in 1822.",
    "Maria Keller founded the Elmswick bank in 1850.",
    "Anna Lang painted the Elmswick mill in 1903.",
    "Otto Brandt closed the Elmswick quarry in 1931.",
    "Paul Senn drained the Elmswick marsh in 1899.",
)
FIRST = " ".join(SENTENCES)
NEW = "Hans Meier opened the Elmswick mole in 1871."
ORDER = [SENTENCES[number].split(" in ")[0] for number in (0, 1, 4, 2, 3)]


def rebuilt(text: str, before: Bank | None = None) -> Bank:
    return build([document(text)], title="Elmswick", before=before, min_confidence=0.3)


def ordering(bank: Bank) -> list[Item]:
    return [one for one in bank.items if one.kind == "ordering"]


def approved(way: str = "accepted") -> Bank:
    """The bank of FIRST, with its ordering as a person leaves it."""
    bank = rebuilt(FIRST)
    [one] = ordering(bank)
    if way == "accepted":
        mine = one.model_copy(update={"status": Status.ACCEPTED})
    else:
        mine = edited(one, {"stem": "In which order?"})
    items = [mine if item is one else item for item in bank.items]
    return bank.model_copy(update={"items": tuple(items)})


@pytest.mark.parametrize("way", ["accepted", "edited"])
def test_one_event_more_leaves_the_set_as_it_is(way):
    before = approved(way)
    [old] = ordering(before)
    text = f"{NEW}\n\n{FIRST}"
    after = rebuilt(text, before)
    now, beside = ordering(after)
    kept = {"key", "stem", "status", "explanation", "revision"}
    assert now.model_dump(include=kept) == old.model_dump(include=kept)
    assert list(now.key) == ORDER
    source = document(text).text
    assert [source[quote.start : quote.end] for quote in now.evidence] == [
        quote.quote for quote in old.evidence
    ]
    assert beside.status is Status.CANDIDATE
    assert beside.note == f"most of its entries are asked by {old.id}"
    assert rebuilt(text, after) == after
    assert ordering(rebuilt(FIRST, after)) == [old]


def test_a_set_that_nobody_decided_about_takes_the_new_event():
    [old] = ordering(before := rebuilt(FIRST))
    [now] = ordering(rebuilt(f"{NEW}\n\n{FIRST}", before))
    assert (now.id, now.status) == (old.id, Status.GENERATED)
    assert NEW.split(" in ", maxsplit=1)[0] in now.key


def test_a_set_without_one_of_its_sentences_is_retired_and_comes_back():
    before = approved()
    [old] = ordering(before)
    gone = rebuilt(f"{NEW}\n\n{' '.join(SENTENCES[1:])}", before)
    waiting, now = sorted(ordering(gone), key=lambda one: one.id == old.id)
    assert (now.id, now.status, now.decision) == (old.id, "retired", "accepted")
    assert list(now.key) == ORDER
    assert waiting.status is Status.CANDIDATE
    assert waiting.note.startswith(f"in place of {old.id}")
    assert [(one.id, one.status, one.key) for one in ordering(rebuilt(FIRST, gone))] == [
        (old.id, "accepted", old.key)
    ]


def test_a_mended_name_is_mended_in_the_set():
    before = approved()
    [now] = ordering(rebuilt(FIRST.replace("Brandt", "Brant"), before))
    assert now.status is Status.ACCEPTED
    assert now.key == (*ORDER[:-1], "Otto Brant closed the Elmswick quarry")


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        (FIRST, True),
        (FIRST.replace(" Anna", "\n\nAnna"), True),
        (FIRST.replace("Anna Lang", "Anna Long"), False),
        (FIRST.replace("Anna", "Sister Anna"), False),
        (FIRST.replace("1903.", "1903"), False),
        ("Nothing is here.", False),
    ],
)
def test_a_set_stands_by_its_whole_sentences(text, stands):
    found = list(standing_sets(approved(), [document(text)]))
    assert bool(found) is stands
    for one in found:
        assert list(one.key) == ORDER


def test_only_sets_that_were_approved_of_are_looked_for():
    before = rebuilt(FIRST)
    assert not list(standing_sets(before, [document(FIRST)]))
    rejected = [one.model_copy(update={"status": Status.REJECTED}) for one in before.items]
    thrown = before.model_copy(update={"items": tuple(rejected)})
    assert not list(standing_sets(thrown, [document(FIRST)]))
    assert not list(standing_sets(approved(), [document(FIRST, name="other.md")]))

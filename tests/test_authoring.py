"""Items and banks that a program makes by itself."""

from __future__ import annotations

import pytest

import quizlib
from quizlib.errors import InvalidArgument, UnfitItem, UnknownName
from quizlib.items import interaction, kinds
from tests.banks import HOSTILE

#: One of every kind.
ITEMS = {
    "choice": quizlib.new_item("choice", "Where is Lyon?", "France", distractors=["Italy"]),
    "cloze": quizlib.new_item("cloze", "Lyon is in ______.", "France"),
    "definition": quizlib.new_item("definition", "What is brine?", "salt water"),
    "flashcard": quizlib.new_item("flashcard", "Why salt?", "It keeps."),
    "matching": quizlib.new_item("matching", "Match.", ["a", "b"], prompts=["x", "y"]),
    "multiple_response": quizlib.new_item(
        "multiple_response", "Which?", ["a", "b"], distractors=["c"]
    ),
    "ordering": quizlib.new_item("ordering", "Order.", ["one", "two", "three"]),
    "short_answer": quizlib.new_item("short_answer", "Capital?", ["Paris", "City of Light"]),
    "term": quizlib.new_item("term", "Which term means “salt water”?", "brine"),
    "true_false": quizlib.new_item("true_false", "Lyon is in France.", "True"),
}


def test_there_is_an_item_of_every_kind():
    assert set(ITEMS) == set(kinds.names())


@pytest.mark.parametrize("kind", ITEMS)
def test_every_kind_can_be_made_and_asked(kind):
    item = ITEMS[kind]
    quiz = quizlib.Quiz(quizlib.new_bank("Own", [item]))
    put = interaction(item)
    right = item.key if len(item.key) > 1 and put.type != "text_entry" else item.key[0]
    assert quiz.answer(item, right).right


def test_a_bank_of_ones_own_is_saved_checked_and_exported(tmp_path):
    bank = quizlib.new_bank("Own", ITEMS.values())
    bank.save(tmp_path / "own.json")
    assert quizlib.load(tmp_path / "own.json") == bank
    assert bank.source_line(bank.items[0]) == "Own"
    told = [problem for problem in quizlib.check(bank) if "quote" in problem.message]
    assert [str(problem) for problem in told] == [
        "bank: 10 items were imported or made without a source: no quote proves what is right"
    ]
    assert quizlib.export(bank, "anki", tmp_path / "own.apkg").summary.startswith("10 notes")


def test_ids_follow_from_what_is_asked():
    again = quizlib.new_item("choice", "Where is Lyon?", "France", distractors=["Spain"])
    assert again.id == ITEMS["choice"].id
    assert len({item.id for item in ITEMS.values()}) == len(ITEMS)
    assert quizlib.new_item("flashcard", "Why?", "So.", id="row-17").id == "row-17"


def test_an_item_may_quote_a_document():
    document = quizlib.read_text("Brine is salt water.", title="Salt")
    [block] = document.blocks
    item = quizlib.new_item(
        "short_answer", "What is brine?", "salt water", evidence=[document.evidence(block)]
    )
    bank = quizlib.new_bank("Own", [item], documents=document)
    assert [record.id for record in bank.documents] == ["salt"]
    assert quizlib.check(bank, [document]) == []


def test_a_bank_named_as_its_document_tells_the_two_apart():
    document = quizlib.read_text("Brine is salt water.", title="Own")
    bank = quizlib.new_bank("Own", ITEMS.values(), documents=[document])
    assert [record.id for record in bank.documents] == ["own", "own-by-hand"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_come_back_as_they_are(tmp_path, text):
    item = quizlib.new_item("flashcard", text, text, tags=[text])
    quizlib.new_bank(text, [item]).save(tmp_path / "own.json")
    assert quizlib.load(tmp_path / "own.json").items[0].stem == text


@pytest.mark.parametrize(
    ("given", "error", "told"),
    [
        (("chioce", "Q?", "a"), UnknownName, "unknown kind 'chioce' (did you mean choice?)"),
        (("true_false", "Q?", "Yes"), UnfitItem, "is no true_false: "),
        (("flashcard", "", "a"), InvalidArgument, "cannot take stem=''; allowed: a text"),
        (("flashcard", "Q?", []), InvalidArgument, "cannot take key=()"),
        (("flashcard", "Q?", ""), InvalidArgument, "cannot take key=''; allowed: a text, or"),
        (("ordering", "Q?", ["a", ""]), InvalidArgument, "cannot take key=['a', '']; allowed: a"),
        (("choice", "Q?", "a"), UnfitItem, "is no choice: it has nothing to choose from: give"),
        (("flashcard", "Q?", [1]), InvalidArgument, "cannot take key=[1]; allowed: a list of te"),
    ],
)
def test_what_is_no_item_is_told(given, error, told):
    with pytest.raises(error) as caught:
        quizlib.new_item(*given)
    assert told in str(caught.value)


def test_wrong_options_are_a_list():
    with pytest.raises(InvalidArgument, match="cannot take distractors='Italy'; allowed: a list"):
        quizlib.new_item("choice", "Where is Lyon?", "France", distractors="Italy")
    with pytest.raises(InvalidArgument, match="cannot take difficulty=2; allowed: less than"):
        quizlib.new_item("choice", "Where is Lyon?", "France", difficulty=2)


def test_what_is_no_bank_is_told():
    with pytest.raises(InvalidArgument, match="items='abc'; allowed: items, as new_item makes"):
        quizlib.new_bank("Own", "abc")  # type: ignore[arg-type]
    with pytest.raises(InvalidArgument, match="allowed: items of different ids"):
        quizlib.new_bank("Own", [ITEMS["choice"], ITEMS["choice"]])
    with pytest.raises(InvalidArgument, match="title=''; allowed: a text"):
        quizlib.new_bank("", [])

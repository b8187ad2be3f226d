"""The Aiken format."""

from __future__ import annotations

import pytest

from quizlib.errors import UnreadableDeck
from quizlib.importers import importer_of, importers, read_deck


@pytest.fixture
def aiken(tmp_path):
    def read(content):
        path = tmp_path / "quiz.txt"
        path.write_text(content, encoding="utf-8")
        return read_deck(path)

    return read


def test_questions_with_lettered_options(aiken):
    found = aiken(
        "\ufeffWhat is the capital of France?\r\nA. Lyon\r\nB. Paris\r\nC. Nice\r\n"
        "ANSWER: B\r\n\r\n"
        "Which of these\nlie by the sea?\n\na) Nice\nb) Madrid\nc) Rome: the old port\n"
        "Answer: A, c\n"
        "The sea is blue.\nA) True\nB) False\nANSWER:A\n"
    )
    assert [(i.kind, i.stem, i.key, i.distractors) for i in found.bank.items] == [
        ("choice", "What is the capital of France?", ("Paris",), ("Lyon", "Nice")),
        (
            "multiple_response",
            "Which of these lie by the sea?",
            ("Nice", "Rome: the old port"),
            ("Madrid",),
        ),
        ("true_false", "The sea is blue.", ("True",), ()),
    ]
    assert found.problems == []


def test_any_encoding(tmp_path):
    (tmp_path / "quiz.txt").write_bytes("Größe?\nA. groß\nB. klein\nANSWER: A\n".encode("utf-16"))
    assert read_deck(tmp_path / "quiz.txt").bank.items[0].stem == "Größe?"


def test_what_is_no_question_is_told_with_its_line(aiken):
    found = aiken(
        "Geography\n\nGood?\nA. yes\nB. no\nANSWER: A\n\nNo answer?\nA. yes\nB. no\n\n"
        "Elsewhere?\nA. yes\nB. no\nANSWER: D\n\nOne?\nA. yes\nANSWER: A\n\n"
        "A. yes\nB. no\nANSWER: B\n\nThe end\n"
    )
    assert [item.stem for item in found.bank.items] == ["Good?"]
    assert [str(problem) for problem in found.problems] == [
        "quiz.txt: 2 questions left out: it has no options (first: line 1)",
        "quiz.txt: 1 question left out: it has no line ANSWER: below its options (first: line 8)",
        "quiz.txt: 1 question left out: its line ANSWER: names no option of it (first: line 12)",
        "quiz.txt: 1 question left out: it has but one option (first: line 17)",
        "quiz.txt: 1 question left out: it has no question (first: line 21)",
    ]


@pytest.mark.parametrize(
    ("content", "claimed"),
    [
        ("Who?\nA. a\nB. b\nANSWER: A\n", True),
        ("Title\n\nWho?\n\nA) a\nB) b\n\nAnswer: B\n", True),
        ("Who?\nA. a\nANSWER: A\n", False),
        ("A. a\nB. b\n", False),
        ("one\ntwo\nthree\nfour\nfive\nWho?\nA. a\nB. b\nANSWER: A\n", False),
        (" \n" * 5000, False),
    ],
)
def test_a_text_is_aiken_if_it_begins_so(tmp_path, content, claimed):
    path = tmp_path / "a.txt"
    path.write_text(content)
    assert (importer_of(path) is importers.get("aiken")) == claimed


def test_all_that_is_left_out_leaves_an_empty_bank_with_the_reasons(aiken):
    found = aiken("Who?\nA. a\nB. b\nANSWER: C\n")
    assert found.bank.items == ()
    assert [problem.code for problem in found.problems] == ["question-left-out"]


def test_a_list_that_is_cut_before_its_first_question_is_no_deck(aiken):
    with pytest.raises(UnreadableDeck, match="no deck begins like this"):
        aiken("Who?\nA. a\n")

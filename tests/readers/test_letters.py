"""Lettered options, with the line that names the right one; questions with answers on one line."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quizlib
from quizlib.readers import readers
from tests.readers.hostile import assert_evidence_holds, read_as

CAPITAL = [
    ("question", "What is the capital of Spain?"),
    ("distractor", "Lisbon"),
    ("answer", "Madrid"),
    ("distractor", "Rome"),
]


def read(text, name="notes.md"):
    formats = {"txt": "text", "html": "html", "md": "markdown"}
    reader = readers.get(formats[name.rpartition(".")[2]])
    document = reader.read(dedent(text).encode(), name)
    assert_evidence_holds(document)
    return read_as(document)


@pytest.mark.parametrize("letters", ["A) B) C)", "A. B. C.", "(a) (b) (c)", "a) b) c)", "a. b. c."])
@pytest.mark.parametrize("named", ["Answer: B", "ANSWER: b.", "Correct answer: B) Madrid"])
@pytest.mark.parametrize("name", ["notes.md", "notes.txt"])
def test_the_line_below_names_the_right_one(letters, named, name):
    a, b, c = letters.split()
    below = f"{a} Lisbon\n{b} Madrid\n{c} Rome"
    for parted in (f"\n{below}\n{named}", f"\n\n{below}\n\n{named}\n\nSpain lies in the south."):
        found = read(f"What is the capital of Spain?{parted}", name)
        assert found == [*CAPITAL, ("paragraph", "Spain lies in the south.")][: len(found)]
        assert len(found) >= 4


@pytest.mark.parametrize(
    "question",
    [
        "Q: What is the capital of Spain?",
        "## What is the capital of Spain?",
        "1. What is the capital of Spain?",
        "Q1. What is the\n   capital of Spain?",
        "**What is the capital of Spain?**",
    ],
)
def test_a_question_may_have_any_form(question):
    assert read(f"{question}\n\n- A) Lisbon\n- B) Madrid\n- C) Rome\n\n**Answer: B**\n") == CAPITAL


def test_a_question_need_not_ask_where_the_answer_is_named():
    found = read("The capital of Spain is\n\nA) Lisbon\nB) Madrid\n\nAnswer: B\n")
    assert found[0] == ("question", "The capital of Spain is")


def test_several_may_be_right():
    for named in ("A, C", "A; C", "a and c", "A & C"):
        found = read(
            f"Q: Which lie by the sea?\nA) Lisbon\nB) Madrid\nC) Naples\nAnswers: {named}\n"
        )
        assert [kind for kind, _ in found] == ["question", "answer", "distractor", "answer"]


def test_an_option_goes_on_up_to_the_next():
    found = read("Q: Which?\nA) a town\n   by the sea\nB) a hill\n   of salt\nAnswer: A\n")
    assert found[1:] == [("answer", "a town by the sea"), ("distractor", "a hill of salt")]


def test_many_follow_each_other_without_a_blank_line():
    one = "Q: Who was it?\nA) she\nB) he\nAnswer: B\n"
    kinds = ["question", "distractor", "answer"]
    assert [
        kind for kind, _ in read(f"{one}{one}Where?\nA) here\nB) there\nAnswer: B\n")
    ] == kinds * 3


def test_lines_of_a_page_are_read_alike():
    page = "<p>Q: Who was it?<br>A) she<br>B) he<br>Answer: B</p>"
    assert read(page, "page.html")[1:] == [("distractor", "she"), ("answer", "he")]


@pytest.mark.parametrize("below", ["", "Answer: D", "Answer: unknown", "Everybody knows."])
def test_where_no_right_one_is_named_nothing_is_asked(below):
    problems: list[quizlib.Problem] = []
    text = f"# Spain\n\nQ: What is its capital?\n\nA) Lisbon\nB) Madrid\n\n{below}\n"
    document = quizlib.read_text(text, title="Spain", problems=problems)
    assert [block.kind.value for block in document.blocks][1:4] == [
        "question", "distractor", "distractor"
    ]  # fmt: skip
    [problem] = problems
    assert str(problem) == (
        "spain, line 5: the options A, B … make no question: it takes the question right above"
        " them, and right below them a line such as Answer: B"
    )
    assert quizlib.build(document).items == ()


def test_options_without_a_question_are_told_and_left():
    problems: list[quizlib.Problem] = []
    text = "# Spain\n\n---\n\nA. Lisbon\nB. Madrid\nANSWER: B\n"
    document = quizlib.read_text(text, title="Spain", problems=problems)
    assert [block.kind.value for block in document.blocks] == ["heading", "paragraph"]
    assert [problem.where for problem in problems] == ["spain, line 5"]


@pytest.mark.parametrize(
    "text",
    [
        "## What are the kinds of rock?\n\na) igneous\nb) sedimentary\n",
        "It rained.\n\nA) It was cold.\nB) It was late.\n",
        "Q: Who was it?\nA) she\n",
        "Q: Who was it?\nB) she\nC) he\nAnswer: B\n",
    ],
)
def test_what_is_no_choice_is_left_as_it_is(text):
    problems: list[quizlib.Problem] = []
    document = quizlib.read_text(text, title="Rock", format="markdown", problems=problems)
    assert not [block for block in document.blocks if block.kind == "distractor"]
    assert not [problem for problem in problems if "ANSWER" not in text.upper()]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "Q: What?|A: That.|A) a1|B) b1|C. c1|a) a2|(b) b2|Answer: A|Answer: A and B|- A) a3|"
            "- B) b3|## Why?|Salt is dear.|Who is it? A: She.||1. Where?|   A. a4|   B. b4".split(
                "|"
            )
        ),
        max_size=14,
    ),
    st.sampled_from(["notes.md", "notes.txt"]),
)
def test_nothing_is_lost(lines, name):
    told = " ".join(text for _, text in read("\n".join(["Salt.", "", *lines]), name))
    for line in lines:
        word = line.split(" ")[-1]
        assert word in told or line.startswith("Answer:") or word in {"", "A:"}


@pytest.mark.parametrize("name", ["notes.md", "notes.txt"])
@pytest.mark.parametrize(
    ("line", "question", "answer"),
    [
        ("Q: What is tar? A: Pitch.", "What is tar?", "Pitch."),
        ("Q1. Name a sea. A1: The Baltic", "Name a sea.", "The Baltic"),
        ("Question: Capital of France Answer: Paris", "Capital of France", "Paris"),
        ("- Q: Who said “why?” A: She did.", "Who said “why?”", "She did."),
        ("Q: What does vitamin A: do?\nA: Much.", "What does vitamin A: do?", "Much."),
        ("Q: What is\nit? A: Tar.", "What is it?", "Tar."),
    ],
)
def test_a_question_and_its_answer_may_stand_on_one_line(name, line, question, answer):
    found = read(f"Salt is dear.\n\n{line}\nQ: Who is it? A: She.\n", name)
    more = [("question", "Who is it?"), ("answer", "She.")]
    assert found[1:] == [("question", question), ("answer", answer), *more]

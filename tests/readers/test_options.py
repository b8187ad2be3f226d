"""Options that an author marked with boxes, below a question of any form."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.readers import readers
from tests.readers.hostile import assert_evidence_holds, read_as

OPTIONS = [("answer", "salty *water*"), ("distractor", "a pan")]


def read(text, name="salt.md"):
    reader = readers.get("text" if name.endswith(".txt") else "markdown")
    document = reader.read(dedent(text).encode(), name)
    assert_evidence_holds(document)
    return read_as(document)


@pytest.mark.parametrize("question", ["Q: What is brine?", "## What is brine?", "What is brine?"])
@pytest.mark.parametrize("boxes", ["- [x] salty \\*water\\*\n- [ ] a pan\n"])
def test_any_question_may_have_them(question, boxes):
    assert read(f"{question}\n\n{boxes}") == [("question", "What is brine?"), *OPTIONS]


@pytest.mark.parametrize("boxes", ["- [x]water\n- []a pan\n", "* [ X ] water\n* [  ]  a pan\n"])
def test_blanks_in_and_behind_a_box_do_not_matter(boxes):
    found = read(f"Q: What is brine?\n{boxes}")
    assert found[1:] == [("answer", "water"), ("distractor", "a pan")]


def test_a_link_is_no_box():
    found = read(
        "Q: What is needed?\n- [x](https://example.org/x)\n- [](https://example.org/y) b\n"
    )
    assert [kind for kind, _ in found] == ["question", "list_entry", "list_entry"]


def test_plain_text_may_have_them():
    found = read("Q: What is brine?\n- [X] salty *water*\n- [ ] a pan\n\nThe end.\n", "salt.txt")
    assert found == [("question", "What is brine?"), *OPTIONS, ("paragraph", "The end.")]


def test_the_options_end_where_the_boxes_end():
    found = read("Q: What is brine?\n- [ ] a pan\n- [x] water\n- a third\n")
    assert [kind for kind, _ in found] == ["question", "distractor", "answer", "list_entry"]


def test_a_list_without_a_wrong_entry_answers_as_a_whole():
    found = read("## What is needed?\n\n- [x] pans\n- [x] fire\n")
    assert found == [("question", "What is needed?"), ("answer", "pans"), ("answer", "fire")]


def test_boxes_elsewhere_are_tasks():
    found = read("# To do\n\n- [x] buy salt\n- [ ] sell herring\n")
    assert found[1:] == [("list_entry", "buy salt"), ("list_entry", "sell herring")]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Q: What?",
                "A: That.",
                "- [x] a",
                "- [ ] b",
                "- c",
                "## Why?",
                "[x] d",
                "- [ ]",
                "",
                "e",
            ]
        ),
        max_size=12,
    )
)
def test_nothing_is_lost(lines):
    document = readers.get("markdown").read("\n".join(["Salt.", "", *lines]).encode(), "salt.md")
    assert_evidence_holds(document)
    told = " ".join(block.text for block in document.blocks)
    for line in lines:
        word = line.split(" ")[-1]
        assert word in told or word in {"", "]"}

"""Pages of questions and answers as they are found: bold marks, numbers, bare answers."""

from __future__ import annotations

import quizlib


def read(text: str) -> list[tuple[str, str]]:
    document = quizlib.read_text(text)
    return [(str(block.kind), block.text) for block in document.blocks if block.kind != "heading"]


def test_bold_marks_without_marked_answers():
    text = (
        "# Salt\n\n**Q: What is brine?**\n\nIt is water with salt in it.\n\n- sea\n- spring\n\n"
        "**Q: Is it dear?**\n\nNo, it is cheap.\n"
    )
    assert read(text) == [
        ("question", "What is brine?"),
        ("answer", "It is water with salt in it."),
        ("answer", "sea"),
        ("answer", "spring"),
        ("question", "Is it dear?"),
        ("answer", "No, it is cheap."),
    ]


def test_a_card_without_an_answer_takes_no_paragraph_where_answers_are_marked():
    text = "Q: What is brine?\n\nIt rained all day.\n\nQ: Is it dear?\nA: No, it is cheap.\n"
    assert read(text) == [
        ("question", "What is brine?"),
        ("paragraph", "It rained all day."),
        ("question", "Is it dear?"),
        ("answer", "No, it is cheap."),
    ]


def test_marks_with_full_stops():
    text = "**Q.** What is brine?\n\n**A.** It is water with salt in it.\n"
    assert read(text) == [
        ("question", "What is brine?"),
        ("answer", "It is water with salt in it."),
    ]


def test_numbers_before_questions_are_left_out():
    text = (
        "# Salt\n\n## 1. What is brine?\n\nIt is salty water.\n\n### Q2. Is salt dear?\n\nNo, it"
        " is cheap.\n\n**3. Who sells salt in Holm?**\n\nShops do.\n\n"
        "**4) Who buys salt in Holm?**\n\nCooks do.\n"
    )
    assert [words for kind, words in read(text) if kind == "question"] == [
        "What is brine?",
        "Is salt dear?",
        "Who sells salt in Holm?",
        "Who buys salt in Holm?",
    ]


def test_a_marked_answer_makes_a_question_of_what_asks_above_it():
    text = (
        "# Salt\n\n1. What is brine?\n\nAnswer: It is salty water.\n\n## Is salt dear?\n\n"
        "A: No, it is cheap.\n"
    )
    assert read(text) == [
        ("question", "What is brine?"),
        ("answer", "It is salty water."),
        ("question", "Is salt dear?"),
        ("answer", "No, it is cheap."),
    ]

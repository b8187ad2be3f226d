"""The evaluation on development text: what it counts, and how it tells."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest

QUALITY = runpy.run_path(str(Path(__file__).parents[2] / "ranker" / "quality.py"))

ARTICLE = {
    "title": "Trade_of_Norway",
    "paragraphs": [
        {
            "context": "Anna Berg founded the first school of Bergen in 1840.  She taught there.",
            "qas": [
                {"question": "Who founded it?", "answers": [{"text": "Anna Berg"}]},
                {"question": "What did she do?", "answers": [{"text": "She taught"}]},
            ],
        },
        {"context": "Trade stopped in Oslo because ice closed every port.", "qas": []},
    ],
}


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "questions.json"
    path.write_text(json.dumps({"data": [ARTICLE]}), encoding="utf-8")
    return path


def test_questions_of_people_are_read_with_their_paragraphs(text):
    [document], answers = QUALITY["read"](text)
    assert document.title == "Trade of Norway"
    assert [block.text for block in document.blocks] == [
        "Anna Berg founded the first school of Bergen in 1840. She taught there.",
        "Trade stopped in Oslo because ice closed every port.",
    ]
    assert all(document.text[b.start : b.end] == b.text for b in document.blocks)
    assert answers == {document.id: ["Anna Berg", "She taught"]}


def test_what_is_told(text, capsys):
    assert QUALITY["main"]([str(text)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "words                       22"
    assert lines[-1].startswith("answers of people            2   ")


def test_a_text_without_questions_will_do(tmp_path, capsys):
    (tmp_path / "notes.txt").write_text(
        "Q: Why was tar taxed?\nA: It was dear.\n", encoding="utf-8"
    )
    assert QUALITY["main"]([str(tmp_path)]) == 0
    assert "answers of people" not in capsys.readouterr().out


def test_without_a_text_it_says_what_is_wanted(capsys):
    assert QUALITY["main"]([]) == 2
    assert capsys.readouterr().out.startswith("usage: make quality TEXT=path")

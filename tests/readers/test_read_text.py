"""Texts that are in no file."""

from __future__ import annotations

import pytest

import quizlib
from quizlib.errors import UnknownName, UnreadableSource
from tests.banks import HOSTILE

TEXT = "# Salt Works\n\nQ: When was the salt tax abolished?\nA: 1804\n"


def test_a_text_is_read_as_its_file_would_be(tmp_path):
    path = tmp_path / "salt.md"
    path.write_text(TEXT, encoding="utf-8")
    [of_file] = quizlib.read(path)
    of_text = quizlib.read_text(TEXT, name="salt.md")
    assert of_text.model_copy(update={"digest": of_file.digest}) == of_file


@pytest.mark.parametrize(
    ("given", "id", "title"),
    [
        ({}, "text", "Salt Works"),
        ({"title": "Vol. 2"}, "vol-2", "Vol. 2"),
        ({"title": "Salt / tax"}, "salt-tax", "Salt / tax"),
        ({"name": "articles/17"}, "articles-17", "Salt Works"),
        ({"name": "17", "title": "Salt"}, "17", "Salt"),
    ],
)
def test_id_and_title_come_from_what_is_given(given, id, title):
    document = quizlib.read_text(TEXT, **given)
    assert (document.id, document.title) == (id, title)


def test_a_text_of_another_format():
    html = '<meta charset="iso-8859-1"><p>Die Salzsteuer wurde für immer abgeschafft. – 1804</p>'
    document = quizlib.read_text(f"<html><body>{html}</body></html>", format="html")
    assert "für immer abgeschafft. –" in document.text


def test_what_cannot_be_read_is_told():
    with pytest.raises(UnreadableSource, match=r"^salt: .*empty"):
        quizlib.read_text(" \n", title="Salt")
    with pytest.raises(UnknownName, match="unknown source format 'pdf'"):
        quizlib.read_text(TEXT, format="pdf")


def test_questions_of_other_programs_are_told():
    lettered = "Where is Lyon?\nA. Italy\nB. France\nANSWER: B\n"
    found: list[quizlib.Problem] = []
    unnamed = lettered.replace("ANSWER: B", "That is all.")
    quizlib.read_text(f"# Geography\n\n{unnamed}", title="Geography", problems=found)
    assert [(problem.code, problem.where) for problem in found] == [
        ("lettered-options", "geography, line 4")
    ]
    with pytest.raises(UnreadableSource, match="holds questions in the format Aiken"):
        quizlib.read_text(lettered, format="text")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_read(text):
    document = quizlib.read_text(f"Q: {text}\nA: {text}", title=text)
    assert document.id
    assert document.title == text

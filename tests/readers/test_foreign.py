"""Lists of questions of other programs: named, never taken for prose."""

from __future__ import annotations

import pytest

from quizlib import read
from quizlib.errors import UnreadableDeck, UnreadableSource
from quizlib.library import open_target

AIKEN = "Who?\nA. she\nB. he\nANSWER: B\n"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        (
            "a.txt",
            AIKEN,
            "holds questions in the format Aiken; quizlib import makes a bank of them",
        ),
        (
            "b.txt",
            "::Q:: Who? {=she ~he}",
            "holds questions in the format GIFT; quizlib import makes a bank of them",
        ),
        ("c.xml", "<?xml version='1.0'?>\n<quiz/>", "is XML, which is not read"),
    ],
)
def test_what_is_to_be_imported_is_no_document(tmp_path, name, content, why):
    (tmp_path / name).write_text(content)
    with pytest.raises(UnreadableSource) as caught:
        read(tmp_path / name)
    assert str(caught.value) == f"{tmp_path / name}: {why}"
    (tmp_path / "bees.md").write_text("Bees make honey.")
    documents = read(tmp_path)
    assert [document.name for document in documents] == ["bees.md"]
    if name.endswith(".txt"):
        assert [str(problem) for problem in documents.problems] == [f"{name}: {why}"]


def test_lettered_options_without_a_right_one_are_warned_of(tmp_path):
    (tmp_path / "quiz.md").write_text(
        "# Geography\n\nCapitals of the world, and of its parts.\n\n1. Where is Rome?\n"
        "   A. Spain\n   B. Italy\n\n   Answer: the second\n\nMore of that is in the atlas.\n"
    )
    [document] = read(tmp_path / "quiz.md")
    [problem] = read(tmp_path / "quiz.md").problems
    assert document.blocks
    assert str(problem) == (
        "quiz.md, line 6: the options A, B … make no question: it takes the question right above"
        " them, and right below them a line such as Answer: B"
    )


def test_a_file_that_only_importers_could_read_is_not_built(tmp_path):
    (tmp_path / "words.tsv").write_text("Hund\tdog\nKatze\tcat\n")
    with pytest.raises(UnreadableDeck, match=r"no deck begins like this \.tsv file; known are: "):
        open_target(str(tmp_path / "words.tsv"))

"""GIFT for Moodle, read back by quizlib's own importer, which follows Moodle's."""

from __future__ import annotations

import pytest

from quizlib import export
from quizlib.exporters import exporters
from quizlib.exporters._view import clean
from quizlib.importers import read_deck
from quizlib.items import interaction
from quizlib.model import Choice, ExtendedText, Match, Order, TextEntry
from tests.banks import ITEMS, bank, item
from tests.exporters.test_contract import HOSTILE_BANK


def back(given, tmp_path):
    """The items of the bank as they come back, by their ids; and what was said of them."""
    made = export(given, "gift", tmp_path / "salt.gift")
    found = read_deck(tmp_path / "salt.gift")
    return {each.id: each for each in found.bank.items}, [*made.problems, *found.problems]


def told(text):
    """What of a text HTML keeps, a byte order mark left out."""
    lines = clean(text).replace("\ufeff", "").split("\n")
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def right(asked):
    """What is right, in no order where there is none."""
    match asked:
        case Choice():
            return {told(asked.options[place]) for place in asked.right}
        case TextEntry():
            return [" ".join(clean(answer).split()) for answer in asked.accepted]
        case ExtendedText():
            return told(asked.model_answer)
        case Match():
            return {told(a): told(b) for a, b in zip(asked.left, asked.right, strict=False)}
        case Order():
            return {str(n): told(entry) for n, entry in enumerate(asked.entries, 1)}


@pytest.mark.parametrize("given", [bank(), HOSTILE_BANK], ids=["plain", "hostile"])
def test_every_question_comes_back_with_its_key(given, tmp_path):
    found, problems = back(given, tmp_path)
    assert [problem for problem in problems if problem.code != "control-characters"] == []
    for each in given.items:
        again = found[each.id]
        assert told(again.stem) == told("\n".join(filter(None, [each.context, each.stem])))
        assert right(interaction(again)) == right(interaction(each)), each.id
        assert set(map(told, each.distractors)) <= set(map(told, again.distractors)), each.id
        assert [" ".join(tag.split()) for tag in again.tags] == [
            " ".join(clean(tag).split()) for tag in each.tags
        ]
        assert "The Salt Tax · Harbour Gazette, 3 May 2019" in again.explanation


def test_the_text_is_as_moodle_takes_it():
    made = exporters.get("gift").export(
        bank(
            item("c", "choice", "A -> b?\nSo: {x}", "100% ~ #1", distractors=("%50%half",)),
            item("m", "multiple_response", "Which?", "a", "b", "c", distractors=("d",)),
            item("t", "true_false", "So.", "True", tags=("a ] \\ b\nc",), evidence=()),
        )
    )
    source = (
        "\t####[html]“The harbour council abolished the salt tax in 1804 because smuggling had"
        " made it worthless.”<br>The Salt Tax · Harbour Gazette, 3 May 2019\n"
    )
    assert made.summary == "3 questions"
    first, second, third = made.data.decode().split("\n\n")
    assert first in {
        "// [id:c] [tag:statements]\n[html]A -&gt; b?<br>So\\: \\{x\\} {\n" + options + source + "}"
        for options in (
            "\t~[html]%50%half\n\t=[html]100% \\~ \\#1\n",
            "\t=[html]100% \\~ \\#1\n\t~[html]%50%half\n",
        )
    }
    assert second.count("~%33.33333%[html]") == 3
    assert second.count("~%-100%[html]d\n") == 1
    assert third == "// [id:t] [tag:a \\] \\\\ b c]\n[html]So. {TRUE}\n"


def test_an_arrow_among_several_answers_is_told(tmp_path):
    one = item("one", "short_answer", "From a to b?", "a -> b", evidence=())
    two = item("two", "short_answer", "From b to c?", "b -> c", "b to c *", evidence=())
    found, problems = back(bank(one, two), tmp_path)
    assert found["one"].key == ("a -> b",)
    assert found["two"].key == ("b -> c",)
    assert [str(problem) for problem in problems] == [
        "two: only its first answer is accepted there: GIFT takes “->” among several for a pair"
    ]
    star = item("star", "short_answer", "Times?", "2 * 3", "2*3", evidence=())
    assert back(bank(star), tmp_path)[0]["star"].key == ("2 * 3", "2*3")


def test_ids_last_so_that_moodle_knows_a_question_again(tmp_path):
    assert set(back(bank(), tmp_path)[0]) == {each.id for each in ITEMS}

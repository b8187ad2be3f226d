"""What is wished of a bank: topics, difficulties, and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlib.errors import EmptyBank, UnknownName
from quizlib.ranking import Wishes, difficulty_of
from quizlib.ranking.difficulty import LEVELS, difficulty_range
from quizlib.ranking.topic import Topic
from tests.banks import HOSTILE, ITEMS, RECORD, item

if TYPE_CHECKING:
    from quizlib.model import Item

BY_KIND = {one.kind: one for one in ITEMS}


def met(topic: str, **fields: object) -> bool:
    values = {"stem": "Who came?", "context": "", "tags": ("statements",), **fields}
    stem = str(values.pop("stem"))
    return Topic(topic).met(item("a", "short_answer", stem, "Anna", **values), "A Tale")


@pytest.mark.parametrize(
    "fields",
    [
        {"stem": "What do smugglers carry?"},
        {"stem": "Why did they come?", "context": "Smuggling was hard."},
        {"stem": "Why was the gang hanged?", "context": "The smugglers' gang was poor."},
        {"stem": "Why was the gang hanged?", "context": "The gang of young smugglers was poor."},
        {"explanation": "They smuggled."},
        {"tags": ("statements", "How to smuggle")},
    ],
)
def test_a_topic_is_met_in_any_part_and_form(fields):
    assert met("smuggling", **fields)


@pytest.mark.parametrize(
    "context", ["The salt bank was founded by Anna.", "Salt was dear when the war began."]
)
def test_a_topic_that_only_the_context_speaks_of_is_not_met(context):
    stem = "Why was wool sold to Flanders during the war?"
    assert not met("salt", stem=stem, context=context)
    assert met("wool", stem=stem, context=context)


@pytest.mark.parametrize("topic", ["", " ", "?!"])
def test_a_topic_without_a_word(topic):
    with pytest.raises(EmptyBank) as error:
        Wishes(topic, None, None).narrowed(ITEMS, [RECORD])
    assert str(error.value) == f"topic {topic!r}: it has no word to look for"


@pytest.mark.parametrize(
    ("topic", "yes"),
    [
        ("anna", True),
        ("the tale", True),
        ("tale of Anna", True),
        ("tale of Berta", False),
        ("statements", False),
        ("corn", False),
        ("of", False),
        ("", False),
        ("?!", False),
    ],
)
def test_every_word_of_a_topic_has_to_be_there(topic, yes):
    assert met(topic, stem="Who came to the corner?") is yes


def test_forms_of_irregular_words_and_parts_of_compounds_are_met():
    assert met("mouse", stem="Where are the mice?")
    assert met("tax", stem="What is the salt-tax?")
    assert met("ally", stem="Who are its allies?")


@pytest.mark.parametrize("topic", HOSTILE)
def test_any_text_is_a_topic(topic):
    assert met(topic, stem=topic) in {True, False}


def test_what_is_off_the_topic_is_told():
    kept, dropped = Wishes("barrel", None, None).narrowed(ITEMS, [RECORD])
    assert {one.id for one in kept} == {"cloze1", "match1", "order1"}
    assert {one.why for one in dropped} == {"it does not bear on 'barrel'"}
    assert len(kept) + len(dropped) == len(ITEMS)
    assert len(Wishes("salt tax", None, None).narrowed(ITEMS, [RECORD])[0]) == len(ITEMS)


def test_a_topic_that_nothing_bears_on():
    with pytest.raises(EmptyBank) as error:
        Wishes("whales", None, None).narrowed(ITEMS, [RECORD])
    assert str(error.value) == "whales: nothing that could be asked bears on it"
    assert Wishes("whales", None, None).narrowed([], []) == ([], [])


def test_to_recognise_is_easier_than_to_recall_and_a_word_than_a_sentence():
    order = ("true_false", "choice", "multiple_response", "term", "definition")
    shares = [difficulty_of(BY_KIND[kind]) for kind in order]
    assert shares == sorted(shares)
    assert len(set(shares)) == len(shares)


def test_figures_and_doubt_make_it_harder():
    def short(key: str, confidence: float = 0.8) -> float:
        return difficulty_of(item("a", "short_answer", "When?", key, confidence=confidence))

    assert short("1804") > short("spring")
    assert short("spring", 0.2) > short("spring")


def test_an_item_that_fits_no_kind_is_middling():
    assert difficulty_of(item("a", "unheard-of", "Why?", "Because.")) == 0.5


@given(
    st.sampled_from(sorted(BY_KIND)),
    st.lists(st.text(), min_size=1, max_size=9),
    st.floats(0, 1),
)
def test_difficulty_is_a_share_of_one_level(kind, keys, sure):
    asked = BY_KIND[kind].model_copy(update={"key": tuple(keys), "confidence": sure})
    found = difficulty_of(asked)
    assert 0 <= found <= 1
    assert sum(low <= found <= high for low, high in LEVELS.values()) == 1


@pytest.mark.parametrize(
    ("wanted", "range_"),
    [("easy", (0, 0.3)), ("0.2-0.5", (0.2, 0.5)), (" .2 – .5 ", (0.2, 0.5)), ("0-1", (0, 1))],
)
def test_levels_and_ranges(wanted, range_):
    assert difficulty_range(wanted) == range_


@pytest.mark.parametrize("wanted", ["eazy", "0.5-0.2", "0.5", "2-3", "", "-1-1"])
def test_what_is_no_difficulty(wanted):
    with pytest.raises(UnknownName, match="unknown difficulty") as error:
        Wishes(None, wanted, None)
    assert "easy, hard, medium, or a range such as 0.2-0.5" in str(error.value)


def test_items_of_a_difficulty():
    kept, dropped = Wishes(None, "easy", None).narrowed(ITEMS, [RECORD])
    assert {one.kind for one in kept} == {"true_false", "choice"}
    assert "its difficulty 0.52 is not within 0.00 and 0.30" in {one.why for one in dropped}
    with pytest.raises(EmptyBank) as error:
        Wishes(None, "0.95-1", None).narrowed(ITEMS, [RECORD])
    assert str(error.value) == "0.95-1: no item of this difficulty could be made"


def test_every_document_has_room_for_one_item():
    assert Wishes(None, None, None).room([RECORD]) == {}
    assert Wishes(None, None, 100).room([RECORD]) == {"salt-tax": RECORD.words // 10}
    assert Wishes(None, None, 0.1).room([RECORD]) == {"salt-tax": 1}


def narrowed(items: list[Item]) -> list[str]:
    return [one.id for one in Wishes("salt", "hard", None).narrowed(items, [RECORD])[0]]


def test_wishes_are_all_to_be_met():
    assert set(narrowed(list(ITEMS))) == {"flash1", "define1"}

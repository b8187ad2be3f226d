"""The point of an author's answer: who, how much or when, and no more than the words tell."""

from __future__ import annotations

import pytest

from tests.extract.test_pages_of_questions import entry, pairs


@pytest.mark.parametrize(
    ("question", "answer", "key"),
    [
        (
            "Who sells salt in Holm?",
            "Berg and Sons, founded in 1851, sells salt to all of Norway.",
            "Berg and Sons",
        ),
        ("Who founded the salt works?", "It was founded by Anna Berg in 1851.", "Anna Berg"),
        (
            "How long does a salt pan last?",
            "A good pan may remain in use for fifty years or more.",
            "fifty years or more",
        ),
        (
            "How long do the salt barrels last?",
            "They are used for between five and fourteen years, according to the wood.",
            "between five and fourteen years",
        ),
        (
            "How long are the salt accounts closed?",
            "The salt accounts are closed for a hundred years from the last entry.",
            "a hundred years",
        ),
        ("How many pans are there for salt?", "The salt works has about 24 pans.", "about 24 pans"),
        (
            "When was the salt pan house built?",
            "The pan house was built on 7 January 1721 by the council of Holm.",
            "on 7 January 1721",
        ),
    ],
)
def test_the_key_is_the_phrase_that_answers(question, answer, key):
    [found] = pairs(entry(question, answer))
    assert found[1] == key


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        # A guess, a promise of the author's, two figures, a figure of something else, two dates.
        ("How much salt can one man boil?", "A man who is strong might boil 20 barrels."),
        ("How many pans are there for salt?", "The works has 24 pans and 3 chimneys."),
        ("How long does a salt pan last?", "The best pan holds 40 barrels of brine."),
        ("When was the salt tax raised?", "It was raised in 1720, and again in 1731."),
        ("Who sold the salt works?", "It did not please Anna Berg to sell the salt works."),
    ],
)
def test_what_is_not_sure_stays_whole(question, answer):
    assert [key for _, key, _ in pairs(entry(question, answer))] in ([answer], [])


def test_who_does_it_are_all_who_do():
    answer = "Chile, New Zealand and Singapore signed it, by letter, in June 2020."
    [found] = pairs(entry("Who signed the salt treaty?", answer))
    assert found[1] == "Chile, New Zealand and Singapore"


def test_half_a_list_is_no_point():
    listed = "- bakers of Holm buy 40 barrels\n- smiths buy three\n"
    [found] = pairs(entry("How many barrels of salt are sold?", listed))
    assert found[1] == "bakers of Holm buy 40 barrels; smiths buy three"


@pytest.mark.parametrize(
    "question",
    [
        "Has my bag of salt been lost?",
        "Has anyone ever drowned in a pan?",
        "Why salt, and not pepper from the East?",
    ],
)
def test_what_only_its_page_explains_is_not_asked(question):
    assert pairs(entry(question, "No, it is in a locked room of the salt works.")) == []

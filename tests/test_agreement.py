"""What asks the same, and what says the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.agreement import agree, ask_the_same, asked, differ, grouped, unsourced

ABOLISHED = "In what year did the harbour council abolish the salt tax?"


def same(one: str, other: str) -> bool:
    assert ask_the_same(asked(one), asked(other)) == ask_the_same(asked(other), asked(one))
    return ask_the_same(asked(one), asked(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ABOLISHED, "In what year did a council abolish salt taxes?"),
        (ABOLISHED, "When did the harbour council abolish the unpopular salt tax?"),
        ("Who founded the museum in Holm?", "Who founded a small museum in Holm?"),
        ("Whom does the council pay?", "Who did the council pay?"),
        ("How many pans did the works fill?", "How many pans has the works filled?"),
        ("What country buys Norway’s salt?", "Which country buys Norway's salt?"),
        (ABOLISHED, "When was the salt tax abolished by the harbour council?"),
        ("When did Anna Lund build the mole?", "In what year was the mole built by Anna Lund?"),
        ("Why did Norway buy the mole?", "Why was the mole bought by Norway?"),
        ("What is the height of Holm's dune?", "What was the height of Holm's highest dune?"),
        ("What is the height of Holm's dune?", "According to the text, how high is Holm's dune?"),
        ("What is the population of Holm?", "How many inhabitants does Holm have?"),
        ("Who was the inventor of the salt pump?", "Who invented the salt pump?"),
        ("What was the cause of the fire?", "What was the fire due to?"),
        ("What caused the fire?", "What was the fire a direct result of?"),
        ("When was the Holm Museum founded?", "In what year did Anna found the Holm Museum?"),
        ("When was the Holm Museum founded by Bela?", "When did Anna found the Holm Museum?"),
        ("In what year was Anna Berg born in Holm?", "When was the poet Anna Berg born?"),
        ("When did Anna Berg die?", "In what year did Anna Berg die in Vell?"),
        ("Who was the discoverer of the Karo Spring?", "Who discovered the Karo Spring?"),
        ("When was Holm Bridge opened by Anna?", "In what year did Holm Bridge open?"),
        ("When did Lars discover the Karo Spring?", "When was the Karo Spring discovered?"),
        ("How many men did the fire kill?", "How many men were killed by the fire?"),
        ("How many towns does the pact have?", "How many towns does the pact consist of?"),
        ("What was the aim of the Land Act?", "What did the Land Act seek to do?"),
        ("What was the Land Act meant to do?", "What did the Land Act aim to do?"),
        ("When did the Salt War begin?", "In what year did the Salt War break out?"),
    ],
)
def test_articles_tense_and_closer_words_make_no_other_question(one, other):
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Who attacked the council?", "Who did the council attack?"),
        ("When did Anna beat Bela?", "When was Anna beaten by Bela?"),
        ("When did Anna sell Holm?", "When was Anna sold by Holm?"),
        ("Who founded the museum in Holm?", "Who founded the museum?"),
        ("Who founded the museum?", "Who founded the Holm museum?"),
        ("Who was the president?", "Who was the first president?"),
        ("Who ruled the north coast?", "Who ruled the coast?"),
        ("What did the council sell in 1804?", "What did the council sell in 1805?"),
        ("How many tests has Norway made?", "How many nuclear tests has Norway made?"),
        ("How many men left Holm?", "How many young men left Holm?"),
        ("What percentage of tests fail?", "What percentage of salt tests fail?"),
        ("When did the council abolish it?", "When will the council abolish it?"),
        ("Why was salt taxed?", "Why was salt not taxed?"),
        ("According to Anna, who paid?", "According to Bela, who paid?"),
        ("When did Anna build a mole?", "When did Bela build a mole?"),
        ("When did Anna found the school?", "When did Bela found the school?"),
        ("When did Anna Berg die?", "When was Anna Berg born?"),
        ("What is the height of the dune?", "What is the length of the dune?"),
        ("Where do salters live?", "Where do salters who boil live?"),
        ("", "Why?"),
        ("", ""),
    ],
)
def test_another_thing_place_time_or_number_makes_another_question(one, other):
    assert not same(one, other)


@pytest.mark.parametrize(
    ("stem", "plain"),
    [
        ("According to The Salt Tax (Gazette, 3 May 2019), when was it?", "when was it?"),
        ("According to Salt, Tar and Rope, in what year was it?", "in what year was it?"),
        ("As of May 2019, who leads Holm?", "who leads Holm?"),
        (
            "According to law, salt is taxed in ______.",
            "According to law, salt is taxed in ______.",
        ),
        ("Who, according to Anna, paid?", "Who, according to Anna, paid?"),
    ],
)
def test_a_source_is_taken_off(stem, plain):
    assert unsourced(stem) == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("by providing food", "by providing food and fuel"),
        ("the rival powers", "rival powers"),
        ("six", "6"),
        ("30 kg", "thirty kilograms"),
        ("7 January 1943", "January 7, 1943"),
        ("the U.S.", "the United States"),
        ("about 300", "300 workers"),
        ("a shed in which sea water is boiled", "a shed in which sea-water is boiled"),
    ],
)
def test_answers_that_say_the_same(one, other):
    assert agree(one, other)
    assert agree(other, one)
    assert not differ(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("7 January 1943", "9 January 1943"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Anna Lindqvist Berg", "Anna Lindqvist Borg"),
        ("300", "250"),
        ("30 kilometres", "30 miles"),
        ("able to pay", "not able to pay"),
        ("Norway", "Spain"),
        ("2.5 million", "2,500"),
    ],
)
def test_answers_that_differ(one, other):
    assert not agree(one, other)
    assert differ(one, other)
    assert differ(other, one)


def test_a_date_and_its_year_are_neither_the_same_nor_at_odds():
    assert not agree("1804", "3 May 1804")
    assert not differ("1804", "3 May 1804")
    assert differ("1806", "3 May 1804")


def test_what_is_said_in_ones_own_words_differs_by_its_figures():
    assert not differ("the harbour froze", "Spain sold cheaper salt", free=True)
    assert not differ("the harbour froze", "in 1804 the harbour froze", free=True)
    assert differ("the harbour froze for 3 months", "the harbour froze for 5 months", free=True)


QUESTIONS = st.lists(
    st.lists(
        st.sampled_from("Who did the council sell salt cheap new Holm in 1804 not".split()),
        max_size=6,
    ).map(" ".join),
    max_size=12,
)


@settings(max_examples=200, deadline=None)
@given(QUESTIONS)
def test_groups_hold_every_question_once_with_what_asks_the_same(questions):
    groups = grouped(questions)
    assert sorted(place for group in groups for place in group) == list(range(len(questions)))
    for first, *rest in groups:
        told = asked(questions[first])
        assert all(
            asked(questions[place]) == told or ask_the_same(told, asked(questions[place]))
            for place in rest
        )
    firsts = [asked(questions[group[0]]) for group in groups]
    assert not any(ask_the_same(one, other) for n, one in enumerate(firsts) for other in firsts[:n])


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_answers_are_compared_both_ways_alike(one, other):
    assert agree(one, one)
    assert agree(one, other) == agree(other, one)
    assert not (agree(one, other) and differ(one, other))
    assert differ(one, other) == differ(other, one)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlib.model import AnswerType, Fact, Item
from quizlib.ranking import Origins, confidence, select
from quizlib.ranking.salience import salience
from quizlib.ranking.selection import PER_KEY_LEAST, PER_SENTENCE
from tests.banks import ABOLISHED, BARREL, item
from tests.documents import analysed
from tests.documents import facts as found

EVIDENCE = (ABOLISHED,)


@given(
    st.sampled_from(["pair", "because", "object-phrase", "lead-to", "gap", "unheard-of"]),
    st.text(min_size=1),
    st.text(min_size=1),
    st.floats(0, 1),
    st.sampled_from(AnswerType),
)
def test_confidence_is_a_share(form, question, answer, salient, kind):
    fact = Fact(
        method="m",
        form=form,
        question=question,
        answer=answer,
        answer_type=kind,
        evidence=EVIDENCE,
        salience=salient,
    )
    assert 0 <= confidence(fact) <= 1


def test_what_an_author_wrote_is_surer_than_what_was_found():
    def sure(form: str) -> float:
        return confidence(
            Fact(
                method="m",
                form=form,
                question="Why did it happen?",
                answer="a reason",
                answer_type=AnswerType.TEXT,
                evidence=EVIDENCE,
            )
        )

    assert sure("by-hand") > sure("pair") > sure("object-phrase")


def test_salience_is_higher_for_what_the_document_comes_back_to():
    about = " ".join(f"The salt tax of Holm changed in 18{n:02}." for n in range(20))
    text = f"{about} Carl Lund founded the first pan house in Norway. Carl Lund left."
    central = found("dates", text)[0]
    stray = found("subjects", text)[-1]
    analysis = analysed(text)
    assert salience(central, analysis) > salience(stray, analysis)


def test_salience_says_nothing_of_a_short_document():
    text = "Holm lost its salt trade due to cheap imports from Spain."
    [fact] = found("reasons", text)
    assert salience(fact, analysed(text)) == 0.5


def sure(id: str, stem: str, key: str, confidence: float = 0.8, **fields: object) -> Item:
    return item(id, "short_answer", stem, key, confidence=confidence, **fields)


def reasons(*items: Item) -> list[str]:
    return [dropped.why for dropped in select(items, 0.5)[1]]


def test_doubtful_items_are_left_out():
    assert reasons(sure("a", "Who came?", "Anna", 0.3)) == ["confidence 0.30 is below 0.50"]


def test_one_question_is_asked_once():
    twice = (
        sure("a", "Who ended the salt tax?", "the council"),
        sure("b", "Who ended the salt tax?", "the council", evidence=(BARREL,)),
    )
    assert reasons(*twice) == ["another item asks the same"]


def apart(*told: tuple[str, str]) -> list[Item]:
    """Items that nothing but stem and key tells from others: each of a sentence of its own."""
    return [
        sure(str(n), stem, key, evidence=(ABOLISHED.model_copy(update={"start": n}),))
        for n, (stem, key) in enumerate(told)
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ("Which country was the largest member of the old League of Prizes?", "the UK"),
            ("Which country was the smallest member of the old League of Prizes?", "Norway"),
        ),
        (
            ("Which country was the largest member of the old League of Prizes?", "the UK"),
            ("Which country was the richest member of the old League of Prizes?", "the UK"),
        ),
        (
            ("In what year did Denmark join the League of old Prizes?", "1973"),
            ("In what year did Ireland join the League of old Prizes?", "1973"),
        ),
        (
            ("Who built the salt mole of Norden in the north?", "Anna"),
            ("Who burned the salt mole of Norden in the north?", "Otto"),
        ),
    ],
)
def test_what_asks_for_another_thing_is_asked_too(first, second):
    assert reasons(*apart(first, second)) == []
    assert reasons(*apart(second, first)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ("Who built the salt mole of Norden in the north?", "Anna Lund"),
            ("Who founded the salt mole of Norden in the north?", "Lund"),
        ),
        (
            ("Who built the salt mole of Norden in the north?", "Anna"),
            ("Who built the salt mole of Norden in the far north?", "Otto"),
        ),
    ],
)
def test_what_asks_the_same_in_nearly_the_same_words_is_asked_once(first, second):
    assert reasons(*apart(first, second)) == ["another item asks the same"]


def test_a_sentence_is_asked_about_so_often_and_no_more():
    many = [sure(str(n), f"Which thing number {n} is it?", f"key {n}") for n in range(4)]
    kept, dropped = select(many, 0.5)
    assert len(kept) == PER_SENTENCE
    assert {one.why for one in dropped} == {"its sentence has enough other items"}


def test_a_stem_gives_no_key_of_its_neighbour_away():
    pair = (
        sure("a", "How did Anna save the salt trade?", "by lowering the tax"),
        sure("b", "Who saved the salt trade by lowering the tax?", "Anna", 0.7),
    )
    assert reasons(*pair) == ["it gives away the answer of another item from its sentence"]


def test_no_key_answers_everything():
    did = ("sold a ship", "built two walls", "left at night", "wrote this law", "lost all money")
    many = [
        sure(doing, f"Who {doing}?", "Anna", evidence=(ABOLISHED.model_copy(update={"start": n}),))
        for n, doing in enumerate(did)
    ]
    kept, dropped = select(many, 0.5)
    assert len(kept) == PER_KEY_LEAST
    assert {one.why for one in dropped} == {"its key 'Anna' answers enough other items"}


def test_what_an_author_wrote_stays():
    doubtful = sure("a", "Why?", "Because.", 0.0)
    assert select([doubtful], 0.5, Origins(written=frozenset({"a"}))) == ([doubtful], [])


@given(st.lists(st.tuples(st.text(max_size=5), st.text(min_size=1, max_size=3), st.floats(0, 1))))
def test_every_item_is_kept_or_told_why_not(rows):
    items = [sure(str(n), f"{stem}?", key, sure_) for n, (stem, key, sure_) in enumerate(rows)]
    kept, dropped = select(items, 0.5)
    assert sorted(i.id for i in [*kept, *(one.item for one in dropped)]) == sorted(
        i.id for i in items
    )
    assert [i for i in items if i in kept] == kept
    assert all(one.why for one in dropped)


def test_what_the_author_asked_is_not_asked_in_other_words():
    pair = (
        sure("a", "Why did the tax end?", "Because smuggling grew", 0.8, tags=("faq",)),
        sure("b", "Why was the salt tax abolished?", "because smuggling grew fast", 0.7),
    )
    assert reasons(*pair) == ["another item asks the same"]

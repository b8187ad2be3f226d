"""Who answers an author's own question may be called by less than the whole name."""

from __future__ import annotations

import pytest

from quizlib.extract import by_surname
from quizlib.items import make
from quizlib.model import AnswerType
from tests.documents import facts


def card(question: str, answer: str, *others: str) -> tuple[str, ...]:
    """What is accepted for an author's card; `others` are answers to other questions."""
    more = "".join(f"\n\nQ: Who came to Holm in {year}?\nA: {o}" for year, o in enumerate(others))
    found = facts("faq", f"Q: {question}\nA: {answer}{more}", "Cards")
    [fact, *_] = by_surname(found, {})
    item = make("short_answer", fact, None)  # type: ignore[arg-type]
    assert item is not None
    assert item.key[0] == answer
    return item.key[1:]


@pytest.mark.parametrize(
    ("question", "answer", "accepted"),
    [
        ("Who wrote On the Origin of Species?", "Charles Darwin", ("Darwin",)),
        ("Who composed Fidelio?", "Ludwig van Beethoven", ("van Beethoven", "Beethoven")),
        ("Which queen ruled in 1850?", "Queen Victoria", ("Victoria",)),
        ("Who spoke?", "President Emmanuel Macron", ("Emmanuel Macron", "Macron")),
        ("By whom was Emma written?", "Jane Austen", ("Austen",)),
        ("Which English writer wrote Emma?", "Jane Austen", ("Austen",)),
        ("Which town lies at the sea?", "Port Stanley", ()),
        ("Who won the cup?", "Manchester United", ()),
        ("Who won the cup?", "West Germany", ()),
        ("Who was the king?", "Louis XVI", ()),
        ("Who keeps the peace?", "the United Nations (UN)", ("the United Nations", "UN")),
        ("What warms the air?", "carbon dioxide (CO2)", ("carbon dioxide", "CO2")),
        ("Which country is it?", "Myanmar", ("Burma", "Myanmar (Burma)")),
        ("Which virus is it?", "hepatitis (B)", ()),
    ],
)
def test_an_authors_answer_may_be_said_more_shortly(question, answer, accepted):
    assert card(question, answer) == accepted


def test_nobody_else_on_the_cards_has_the_surname():
    assert card("Who found radium?", "Marie Curie", "Jane Austen") == ("Curie",)
    assert card("Who found radium?", "Marie Curie", "Pierre Curie") == ()
    assert card("Who followed Nils Holm?", "Erik Holm") == ()


def test_nor_does_anybody_in_another_document():
    [fact] = facts("faq", "Q: Who found radium?\nA: Marie Curie", "Cards")
    names = {"other": {AnswerType.PERSON: ["Pierre Curie"]}}
    assert [each.accepted for each in by_surname([fact], names)] == [()]

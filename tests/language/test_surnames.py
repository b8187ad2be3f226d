"""Which part of a person's name is enough to name the person."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.extract import by_surname
from quizlib.grading import grade
from quizlib.language.surnames import surnames
from quizlib.model import AnswerType, Fact, TextEntry
from tests.banks import ABOLISHED, HOSTILE

ENOUGH = {
    "Joseph Priestley": ("Priestley",),
    "Jan Baptist van Helmont": ("van Helmont", "Helmont"),
    "Charles de Gaulle": ("de Gaulle", "Gaulle"),
    "Ursula von der Leyen": ("von der Leyen", "Leyen"),
    "Martin Van Buren": ("Van Buren", "Buren"),
    "Mohammed bin Salman": ("bin Salman",),
    "Dr. Jane Smith": ("Smith",),
    "Dr Smith": ("Smith",),
    "President Abraham Lincoln": ("Lincoln",),
    "Sir Isaac Newton": ("Newton",),
    "Martin Luther King Jr.": ("King",),
    "Sammy Davis, Jr.": ("Davis",),
    "J. R. R. Tolkien": ("Tolkien",),
    "Sinéad O’Connor": ("O’Connor",),
    "Daniel Day-Lewis": ("Day-Lewis",),
    "Jean-Paul Sartre": ("Sartre",),
}
IN_DOUBT = """
    Plato; Louis XVI; Elizabeth II; John Paul II; Mary, Queen of Scots; William of Orange;
    Alexander the Great; King Charles; Queen Anne Boleyn; Pope Francis; Saint Francis; Sir Isaac;
    Kim Jong Un; Xi Jinping; Prime Minister Li Keqiang; Moon Jae-in; Ho Chi Minh; Ban Ki-moon;
    Malcolm X; Priestley; Dr; Anna Jr.; Jr.; the king; Apollo 11; Marie and Pierre Curie
"""


@pytest.mark.parametrize("name", ENOUGH)
def test_the_surname_is_the_last_of_a_name(name):
    assert surnames(name) == ENOUGH[name]


@pytest.mark.parametrize("name", [name.strip() for name in IN_DOUBT.split(";")])
def test_where_the_form_leaves_it_in_doubt_there_is_none(name):
    assert surnames(name) == ()


@pytest.mark.parametrize(
    ("name", "others", "found"),
    [
        ("Marie Curie", ["Pierre Curie"], ()),
        ("Melvin Calvin", ["Calvin Harris"], ()),
        ("Marie Curie", ["Dr Marie Curie", "Marie Skłodowska Curie", "Ève Joliot"], ("Curie",)),
        ("Alexander von Humboldt", ["Wilhelm Humboldt"], ()),
    ],
)
def test_nobody_else_may_have_it(name, others, found):
    assert surnames(name, others) == found


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_is_too_odd(name):
    assert all(found in name for found in surnames(name))


NAMES = st.lists(
    st.sampled_from("Anna Carl Lund Berg van von der King Dr Sir Kim of II Jr. Holm-Berg".split()),
    min_size=1,
    max_size=5,
).map(" ".join)


@given(NAMES, st.lists(NAMES, max_size=4))
@settings(max_examples=200, deadline=None)
def test_a_surname_is_an_end_of_the_name_that_nobody_else_has(name, others):
    found = surnames(name, others)
    for part in found:
        assert name.replace(" Jr.", "").endswith(f" {part}")
    assert set(found) <= set(surnames(name))
    mine = {word.casefold() for word in name.split()} - {"dr", "jr.", "sir"}
    for other in others if found else ():
        theirs = {word.casefold() for word in other.split()} - {"dr", "jr.", "sir"}
        shared = found[-1].split()[-1].casefold() in theirs
        assert not shared or mine <= theirs or theirs <= mine


def fact(answer, question="Who ended the tax?", kind=AnswerType.PERSON, **fields):
    return Fact(
        method="m", form="f", question=question, answer=answer, answer_type=kind,
        evidence=(ABOLISHED,), **fields,
    )  # fmt: skip


def test_who_answers_a_question_may_be_called_by_the_surname():
    facts = [
        fact("Carl Lund"),
        fact("Anna Berg", accepted=("Berg",)),
        fact("Marie Curie"),
        fact("Erik Holm", "Who followed his brother Nils Holm?"),
        fact("Wide Sea", kind=AnswerType.PLACE),
    ]
    people = {"d": {AnswerType.PERSON: ["Pierre Curie", "Carl Lund"]}}
    told = by_surname(facts, people)
    assert [each.accepted for each in told] == [("Lund",), ("Berg",), (), (), ()]
    entry = TextEntry(accepted=(told[0].answer, *told[0].accepted))
    assert grade(entry, "lund").right
    assert not grade(entry, "Carl").right

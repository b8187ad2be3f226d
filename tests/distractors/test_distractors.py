"""Wrong options: of the key's sort, different from it, and never supported by a source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlib.distractors import Distractors
from quizlib.distractors.numbers import neighbours
from quizlib.distractors.reversal import reversed_statement
from quizlib.language.text import bare
from quizlib.model import AnswerType, Evidence, Fact


def fact(answer: str, kind: AnswerType, **fields: object) -> Fact:
    statement = str(fields.get("statement", ""))
    values = {
        "method": "subjects",
        "form": "subject",
        "question": "Which country bought the salt of Holm?",
        "answer": answer,
        "answer_type": kind,
        "answer_at": statement.find(answer),
        "evidence": (Evidence(document="d", quote=answer, start=0, end=len(answer), line=1),),
        **fields,
    }
    return Fact.model_validate(values)


NAMES = {
    "d": {AnswerType.COUNTRY: ["Norway", "Spain", "China", "the United States"]},
    "e": {AnswerType.COUNTRY: ["France", "Spain"]},
}


def of(*facts: Fact, sentences: tuple[str, ...] = ()) -> Distractors:
    return Distractors(facts, NAMES, sentences)


def test_names_of_the_own_document_come_first():
    asked = fact("Norway", AnswerType.COUNTRY)
    assert of(asked).wrong(asked) == ("Spain", "China", "the United States")


def test_a_country_is_not_its_own_alias():
    asked = fact("America", AnswerType.COUNTRY)
    assert "the United States" not in of(asked).wrong(asked)


def test_what_the_stem_names_is_no_option():
    asked = fact("Norway", AnswerType.COUNTRY, question="Which country bought salt from Spain?")
    assert of(asked).wrong(asked) == ("China", "the United States", "France")


def test_what_a_sentence_supports_is_no_option():
    asked = fact("Norway", AnswerType.COUNTRY)
    told = ("China is far from Holm.", "Later Spain bought salt in Holm.")
    assert of(asked, sentences=told).wrong(asked) == ("China", "the United States", "France")


PRIZE = "Which country won the Elmswick Prize in 1998?"
WON = "Norway won the Elmswick Prize in 1998."


def wrong_beside(*sentences: str, answer: str = "Norway") -> tuple[str, ...]:
    asked = fact(answer, AnswerType.COUNTRY, question=PRIZE, relation="win")
    return of(asked, sentences=(WON, *sentences)).wrong(asked)


@pytest.mark.parametrize(
    "sentence",
    [
        "The prize was shared with Spain.",
        "This great prize went to Spain too.",
        "Spain won it in 1998 as well.",
        "It was also given to Spain.",
        "So did Spain.",
        "Spain won.",
        "It was the winning year of Spain.",
        "The Spaniards shared it.",
        "The Spanish had a share of the prize.",
        "Spain sent runners. They won it too.",
        "Spain was its second winner.",
        "That year Spain tied with Norway.",
    ],
)
def test_what_a_sentence_may_say_of_an_option_in_other_words_rules_it_out(sentence):
    told = [f"{each}." for each in sentence.removesuffix(".").split(". ")]
    assert wrong_beside(*told) == ("China", "the United States", "France")


@pytest.mark.parametrize(
    "sentence",
    [
        "The prize went to the US as well.",
        "The U.S. won it too.",
        "America won.",
        "The American team shared the prize.",
    ],
)
def test_a_country_is_ruled_out_by_every_name_of_it(sentence):
    assert wrong_beside(sentence) == ("Spain", "China", "France")


def test_a_sentence_about_something_else_rules_nothing_out():
    away = ("It rained.", "It snowed.", "It was cold.")
    told = ("Spain lies in the south of Europe.", "Its king lives well.", "It told us of rain.")
    assert wrong_beside(*away, *told) == ("Spain", "China", "the United States")


def test_what_is_told_of_a_country_right_behind_may_be_about_the_matter():
    told = ("Half of the sum was paid to Spain.", "A team came from China.", "All was well.")
    assert wrong_beside(*told)[:2] == ("the United States", "France")


def test_a_part_of_a_country_has_wrong_options_too():
    asked = fact("Scotland", AnswerType.COUNTRY)
    wrong = Distractors([asked], {}, []).wrong(asked)
    assert len(wrong) == 3
    assert not {"England", "Wales", "the United Kingdom", "United Kingdom"} & set(wrong)


def test_a_person_is_ruled_out_by_the_surname():
    names = {"d": {AnswerType.PERSON: ["Anna Lang", "Otto Brandt", "Jan Kell"]}}
    asked = fact(
        "Anna Lang",
        AnswerType.PERSON,
        question="Who discovered the spring of Holm?",
        relation="discover",
    )
    told = ("Anna Lang discovered the spring of Holm.", "Brandt discovered it as well.")
    assert Distractors([asked], names, told).wrong(asked) == ("Jan Kell",)


@given(
    st.sampled_from(["Spain", "China", "the United States"]),
    st.sampled_from(["{} won it as well", "the prize was shared with {}", "it went to {} too"]),
    st.integers(0, 60),
)
def test_no_option_is_named_where_the_sentences_take_the_matter_up(name, said, seed):
    asked = fact("Norway", AnswerType.COUNTRY, question=PRIZE, relation="win")
    told = (WON, f"In that year {said.format(name)}.")
    assert name not in Distractors([asked], NAMES, told, seed).wrong(asked)


@pytest.mark.parametrize(
    ("key", "named"),
    [
        ("Great Britain", ["Scotland", "England", "Spain"]),
        ("Scotland", ["the United Kingdom", "Spain"]),
        ("Ukraine", ["the Soviet Union", "Spain"]),
        ("Denmark", ["Greenland", "Spain"]),
    ],
)
def test_no_country_is_an_option_beside_its_part(key, named):
    asked = fact(key, AnswerType.COUNTRY)
    wrong = Distractors([asked], {"d": {AnswerType.COUNTRY: named}}, []).wrong(asked)
    assert wrong[0] == "Spain"
    assert not set(named[:-1]) & set(wrong)


def test_wrong_options_are_no_part_of_each_other():
    names = {"d": {AnswerType.COUNTRY: ["the United Kingdom", "England", "Spain"]}}
    asked = fact("Norway", AnswerType.COUNTRY)
    wrong = Distractors([asked], names, []).wrong(asked)
    assert wrong[:2] == ("the United Kingdom", "Spain")


def test_terms_are_told_apart_by_terms_that_share_no_word():
    terms = [
        fact(
            name,
            AnswerType.TERM,
            form="term",
            subject=name,
            question=f"What is {meaning} {n} called?",
            pairs=((name, f"{meaning} {n}"),),
        )
        for n, (name, meaning) in enumerate(
            {
                "buffer zone": "a place between two sides",
                "buffer": "a place",
                "brine pit": "a place where sea water stands",
                "pan house": "a place where brine is boiled",
                "drying loft": "a place where salt is spread",
                "herring": "a fish",
            }.items()
        )
    ]
    wrong = of(*terms).wrong(terms[0])
    assert set(wrong) == {"brine pit", "pan house", "drying loft"}


def test_meanings_are_of_one_class():
    meanings = ["a shed that boils", "a shed that dries", "the rules of a guild"]
    facts = [
        fact(meaning, AnswerType.TEXT, form="definition", subject=meaning, question="What is it?")
        for meaning in meanings
    ]
    assert of(*facts).wrong(facts[0]) == ("a shed that dries",)


@pytest.mark.parametrize("turn", range(4))
def test_no_year_is_later_than_the_document(turn):
    years = list(neighbours(fact("2021", AnswerType.DATE), turn, 2022))
    assert len(years) == 3
    assert all(year < "2023" and year != "2021" for year in years)


def test_nothing_is_offered_where_it_cannot_be_known():
    asked = fact("cheap salt", AnswerType.PHRASE)
    assert of(asked).wrong(asked) == ()


@given(st.integers(2, 20), st.integers(0, 3))
def test_number_words_stay_words(number, turn):
    from quizlib.distractors.numbers import WORDS

    answer = WORDS[number]
    found = list(neighbours(fact(answer, AnswerType.NUMBER), turn))
    assert answer not in found
    assert set(found) <= set(WORDS)
    assert len(found) >= 3


@given(st.integers(1, 10**7), st.integers(0, 3), st.booleans())
def test_numbers_keep_their_spelling(number, turn, commas):
    answer = f"{number:,}" if commas else str(number)
    for other in neighbours(fact(f"{answer} kilograms", AnswerType.NUMBER), turn):
        value = other.removesuffix(" kilograms")
        assert other.endswith(" kilograms")
        assert value != answer
        assert int(value.replace(",", "")) > 0
        assert ("," in value) == ("," in answer and int(value.replace(",", "")) >= 1000)


@pytest.mark.parametrize(
    ("answer", "turn", "expected"),
    [
        ("80", 0, ["90", "100", "110"]),
        ("1,500", 1, ["1,400", "1,600", "1,700"]),
        ("2.5", 2, ["1.5", "2.0", "3.0"]),
        ("300", 3, ["100", "200", "400"]),
    ],
)
def test_numbers_keep_their_rounding(answer, turn, expected):
    assert list(neighbours(fact(answer, AnswerType.NUMBER), turn))[:3] == expected


def test_years_stay_near():
    assert list(neighbours(fact("1804", AnswerType.DATE), 1)) == ["1802", "1807", "1809"]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("February 6, 1862", ["March 2, 1862", "April 13, 1862", "January 11, 1862"]),
        ("21 December 1968", ["26 November 1968", "15 October 1968", "4 December 1968"]),
    ],
)
def test_wrong_days_are_days_of_the_same_year(answer, expected):
    assert list(neighbours(fact(answer, AnswerType.DATE), 1))[:3] == expected


def test_a_statement_is_turned_about():
    asked = fact(
        "China",
        AnswerType.COUNTRY,
        statement="China supplies Norway with cheap salt.",
    )
    assert of(asked).false_statement(asked) == "Norway supplies China with cheap salt."


@pytest.mark.parametrize(
    "statement",
    [
        "China is an ally of Norway.",  # holds both ways
        "China supplies Norway and Spain.",  # who is turned about with whom?
        "China supplies everybody.",
        "China supplies Norway, and Norway pays.",
    ],
)
def test_a_statement_that_cannot_be_turned_about(statement):
    asked = fact("China", AnswerType.COUNTRY, statement=statement)
    assert reversed_statement(asked, ["Norway", "Spain", "China"]) == ""


def test_a_figure_is_made_false_by_a_neighbour():
    asked = fact("Two", AnswerType.NUMBER, statement="Two ships came.")
    false = of(asked).false_statement(asked)
    assert false != asked.statement
    assert false.endswith(" ships came.")
    assert false[0].isupper()


@given(st.text(), st.integers(1, 9))
def test_a_turn_depends_on_nothing_but_the_fact_and_the_seed(question, count):
    asked = fact("Norway", AnswerType.COUNTRY, question=question)
    other = fact("Spain", AnswerType.COUNTRY)
    alone = Distractors([asked], {}, []).turn("kind", asked, count)
    assert alone == Distractors([other, asked], NAMES, ["a"]).turn("kind", asked, count)
    assert 0 <= alone < count


@given(st.sampled_from(["Norway", "the United States", "America", "China"]), st.integers(0, 9))
def test_no_option_is_the_key(answer, seed):
    asked = fact(answer, AnswerType.COUNTRY)
    wrong = Distractors([asked], NAMES, [], seed).wrong(asked)
    assert bare(answer) not in {bare(option) for option in wrong}
    assert len(set(wrong)) == len(wrong)

"""What several documents say: merged, asked with source or date, or not asked."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib import disagreement, sifting
from quizlib.agreement import agree
from quizlib.checks import check
from quizlib.compose import build
from quizlib.language.text import words
from quizlib.model import AnswerType, DocumentRecord, Evidence, Fact, Severity
from quizlib.ranking import Unasked
from quizlib.sifting import sifted
from tests.banks import HOSTILE
from tests.documents import document

FOUNDED = "Who founded the Salt Museum?"
EMPLOYS = "How many workers does the salt works employ?"
WHY = "Why did Holm lose its salt trade?"


def record(id: str, date: str = "", **fields: object) -> DocumentRecord:
    values = {
        "title": f"Paper {id.upper()}",
        "publisher": "Gazette",
        "date": dt.date.fromisoformat(date) if date else None,
        **fields,
    }
    told = {"id": id, "name": f"{id}.md", "format": "markdown", "digest": "0", "words": 100}
    return DocumentRecord.model_validate(told | values)


def fact(document: str, question: str, answer: str, **fields: object) -> Fact:
    start = len(question + answer) + int(fields.pop("start", 0))  # type: ignore[call-overload]
    quote = Evidence(document=document, quote=answer, start=start, end=start + 1, line=1)
    values = {
        "method": "test",
        "form": "test",
        "answer_type": AnswerType.PERSON,
        "evidence": (quote,),
        "statement": f"{question} {answer}.",
        "answer_at": len(question) + 1,
        **fields,
    }
    return Fact.model_validate({"question": question, "answer": answer, **values})


RECORDS = [record("a", "2019-05-03"), record("b", "2021-06-03"), record("c")]


def asked(*facts: Fact, records: list[DocumentRecord] = RECORDS) -> list[str]:
    """What is asked, each with its answer and documents."""
    return [
        f"{one.question} {one.answer} [{' '.join(quote.document for quote in one.evidence)}]"
        for one in sifted(facts, records)[0]
    ]


def why(*facts: Fact, records: list[DocumentRecord] = RECORDS) -> list[str]:
    return [one.why for one in sifted(facts, records)[1]]


def test_what_documents_say_alike_is_merged_though_the_wording_differs():
    facts = (
        fact("a", FOUNDED, "Anna Lund"),
        fact("b", "Who founded the small Salt Museum?", "Anna Lund"),
        fact("c", "Who founded a Salt Museum?", "Anna Lund"),
    )
    assert asked(*facts) == [f"{FOUNDED} Anna Lund [a b c]"]
    assert why(*facts) == [disagreement.MERGED] * 2


def test_what_happened_is_asked_with_its_source():
    facts = (fact("a", FOUNDED, "Anna Lund"), fact("b", FOUNDED, "Bela Roth"))
    assert asked(*facts) == [
        "According to Paper A (Gazette, 3 May 2019), who founded the Salt Museum? Anna Lund [a]",
        "According to Paper B (Gazette, 3 June 2021), who founded the Salt Museum? Bela Roth [b]",
    ]
    assert why(*facts) == []


def counted(past: int) -> dict[str, object]:
    return {"features": (("verb past", float(past)),), "answer_type": AnswerType.NUMBER}


def test_what_time_may_have_changed_is_asked_with_its_date():
    facts = (fact("a", EMPLOYS, "300", **counted(0)), fact("b", EMPLOYS, "250", **counted(0)))
    assert asked(*facts) == [
        "As of May 2019, how many workers does the salt works employ? 300 [a]",
        "As of June 2021, how many workers does the salt works employ? 250 [b]",
    ]


def test_without_a_date_it_is_not_asked():
    facts = (fact("a", EMPLOYS, "300", **counted(0)), fact("c", EMPLOYS, "250", **counted(0)))
    assert asked(*facts) == ["As of May 2019, how many workers does the salt works employ? 300 [a]"]
    assert why(*facts) == [disagreement.UNDATED]


def test_dates_of_one_month_are_told_apart_by_the_day():
    facts = (fact("a", EMPLOYS, "300", **counted(0)), fact("b", EMPLOYS, "250", **counted(0)))
    records = [record("a", "2019-05-03"), record("b", "2019-05-17")]
    assert [line[:17] for line in asked(*facts, records=records)] == [
        "As of 3 May 2019,",
        "As of 17 May 2019",
    ]


def test_papers_of_one_date_are_told_apart_by_their_names():
    facts = (fact("a", EMPLOYS, "300", **counted(0)), fact("b", EMPLOYS, "250", **counted(0)))
    records = [record("a", publisher=""), record("b", publisher="")]
    assert asked(*facts, records=records) == [
        "According to Paper A, how many workers does the salt works employ? 300 [a]",
        "According to Paper B, how many workers does the salt works employ? 250 [b]",
    ]


def test_who_agrees_against_another_speaks_together():
    facts = (
        fact("a", FOUNDED, "Anna Lund"),
        fact("b", FOUNDED, "Bela Roth"),
        fact("c", FOUNDED, "Anna Lund"),
    )
    assert [line[-12:] for line in asked(*facts)] == ["a Lund [a c]", "ela Roth [b]"]


def test_a_document_that_gives_two_answers_leaves_nothing_to_ask():
    facts = (
        fact("a", FOUNDED, "Anna Lund"),
        fact("a", FOUNDED, "Bela Roth", start=50),
        fact("b", FOUNDED, "Carl Voss"),
    )
    for few in (facts, facts[:2]):
        assert asked(*few) == []
        assert why(*few) == [disagreement.SEVERAL] * len(few)


def test_a_fuller_answer_is_no_other_answer():
    facts = (
        fact("a", "In what year did Holm fall?", "1804", answer_type=AnswerType.DATE),
        fact("b", "On what date did Holm fall?", "3 May 1804", answer_type=AnswerType.DATE),
    )
    assert asked(*facts) == ["On what date did Holm fall? 3 May 1804 [b]"]
    assert why(*facts) == [disagreement.EXACTER]


def test_reasons_that_differ_are_asked_with_their_source_whatever_the_tense():
    kind = {"answer_type": AnswerType.REASON, "features": (("verb past", 0.0),)}
    facts = (fact("a", WHY, "the harbour froze", **kind), fact("b", WHY, "salt is cheap", **kind))
    assert [line[:20] for line in asked(*facts)] == ["According to Paper A", "According to Paper B"]


def test_definitions_in_other_words_do_not_disagree():
    kind = {"answer_type": AnswerType.TEXT, "form": "definition"}
    facts = (
        fact("a", "What is brine?", "water full of salt", **kind),
        fact("b", "What is brine?", "a salty liquid", **kind),
    )
    assert asked(*facts) == ["What is brine? water full of salt [a]"]
    assert why(*facts) == [disagreement.ELSEWHERE]


def test_answers_that_an_author_wrote_disagree_by_their_figures():
    kind = {"answer_type": AnswerType.TEXT, "form": "pair", "verbatim": True}
    facts = (
        fact("a", "How high is the fee?", "It is 5 euros.", **kind),
        fact("b", "How high is the fee?", "The fee: 7 euros.", **kind),
    )
    assert len([line for line in asked(*facts) if line.startswith("According to Paper ")]) == 2


@pytest.mark.parametrize(
    ("question", "fields", "reason"),
    [
        ("Who founded the museum?", {"title": "A Museum and " * 9}, disagreement.LONG),
        ("Who founded the museum?", {"title": "Anna Lund and Bela Roth"}, disagreement.GIVEN),
        ("Who founded the museum?", {"title": "One"}, disagreement.UNTOLD),
        ("According to Eva Berg, who founded the museum?", {}, disagreement.TWICE),
    ],
)
def test_a_source_that_makes_no_good_stem(question, fields, reason):
    facts = (fact("a", question, "Anna Lund"), fact("b", question, "Bela Roth"))
    days = ["", ""] if reason == disagreement.UNTOLD else ["2019-05-03", "2021-06-03"]
    records = [record(id, day, **fields) for id, day in zip("ab", days, strict=True)]
    assert asked(*facts, records=records) == []
    assert why(*facts, records=records) == [reason] * 2


def test_what_takes_a_disputed_answer_for_granted_is_not_asked():
    told = {"statement": "The council fell in 1804.", "start": 0}
    facts = (
        fact("a", "When did it fall?", "1804", **told),
        fact("a", "Who fell in 1804?", "the council", **told),
        fact("b", "When did it fall?", "1806"),
    )
    level = [one.model_copy(update={"evidence": facts[0].evidence}) for one in facts[:2]]
    assert len(asked(*level, facts[2])) == 2
    assert why(*level, facts[2]) == [sifting.GRANTED]


def test_a_document_that_says_a_thing_in_two_ways_is_asked_once():
    aim = {"answer_type": AnswerType.PURPOSE}
    facts = (
        fact("a", "What was the aim of the Land Act?", "to help poor farmers", **aim),
        fact("a", "What was the Land Act designed to do?", "to help farmers", **aim),
        fact("a", "What did the Land Act seek to do?", "to raise taxes", **aim),
    )
    assert len(asked(*facts[:2])) == 1
    assert why(*facts[:2]) == [disagreement.MERGED]
    assert len(asked(*facts)) == 2


OPENED = "When did the {} guild of Holm open the large museum on the Vell?"


def test_what_may_be_asked_twice_in_other_words_is_asked_with_its_source():
    kind = {"answer_type": AnswerType.DATE, "relation": "open"}
    facts = (
        fact("a", OPENED.format("rich"), "1804", method="dates", subject="one", **kind),
        fact("b", OPENED.format("great"), "1806", method="dates", subject="other", **kind),
    )
    records = [record("a", publisher=""), record("b", publisher="")]
    assert asked(*facts, records=records) == [
        f"According to Paper A, when{OPENED.format('rich')[4:]} 1804 [a]",
        f"According to Paper B, when{OPENED.format('great')[4:]} 1806 [b]",
    ]
    sold = facts[1].model_copy(update={"relation": "sell"})
    assert asked(facts[0], sold, records=records) == [
        f"{OPENED.format('rich')} 1804 [a]",
        f"{OPENED.format('great')} 1806 [b]",
    ]


def test_documents_that_disagree_are_asked_with_one_confidence():
    facts = (
        fact("a", FOUNDED, "Anna Lund", confidence=0.4),
        fact("b", FOUNDED, "Bela Roth", confidence=0.8),
    )
    assert [one.confidence for one in sifted(facts, RECORDS)[0]] == [0.6, 0.6]


FACTS = st.lists(
    st.builds(
        fact,
        document=st.sampled_from("abc"),
        question=st.sampled_from([FOUNDED, "Who founded the small Salt Museum?", EMPLOYS, WHY]),
        answer=st.sampled_from(["Anna Lund", "Bela Roth", "300", "250 men", "300 men"]),
        answer_type=st.sampled_from([AnswerType.PERSON, AnswerType.NUMBER, AnswerType.REASON]),
        start=st.integers(0, 10_000),
    ),
    max_size=8,
)


@settings(max_examples=200, deadline=None)
@given(FACTS)
def test_every_fact_is_asked_merged_or_left_out_with_a_reason(facts):
    kept, left = sifted(facts, RECORDS)
    assert len(kept) + len(left) == len(facts)
    assert all(one.why for one in left)
    questions = [one.question for one in kept]
    assert len(questions) == len(set(questions))
    assert all(len(words(question)) <= 20 for question in questions)
    plain = [one for one in kept if one.question in {fact.question for fact in facts}]
    for one in plain:
        same = [fact.answer for fact in facts if fact.question == one.question]
        assert all(agree(one.answer, answer) for answer in same)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_titles_break_nothing(hostile):
    facts = (fact("a", FOUNDED, "Anna Lund"), fact("b", FOUNDED, "Bela Roth"))
    records = [record("a", title=hostile), record("b")]
    kept, left = sifted(facts, records)
    assert len(kept) + len(left) == 2
    assert all(isinstance(one, Unasked) for one in left)


def paper(id: str, date: str, text: str):
    update = {"id": id, "publisher": "Gazette", "date": dt.date.fromisoformat(date)}
    return document(text, title=f"Salt Paper {id.upper()}", name=f"{id}.md").model_copy(
        update=update
    )


def test_a_build_asks_what_documents_disagree_on_with_source_or_date_and_the_check_tells():
    papers = [
        paper(
            "a",
            "2019-05-03",
            "Anna Lund founded the Salt Museum. The salt works employs 300 workers in Holm.",
        ),
        paper(
            "b",
            "2021-06-03",
            "Bela Roth founded the Salt Museum. The salt works employs 250 workers in Holm.",
        ),
    ]
    bank = build(papers, min_confidence=0)
    assert {(item.stem, item.key[0]) for item in bank.live} == {
        (
            "According to Salt Paper A (Gazette, 3 May 2019), who founded the Salt Museum?",
            "Anna Lund",
        ),
        (
            "According to Salt Paper B (Gazette, 3 June 2021), who founded the Salt Museum?",
            "Bela Roth",
        ),
        ("As of May 2019, how many workers in Holm does the salt works employ?", "300"),
        ("As of June 2021, how many workers in Holm does the salt works employ?", "250"),
    }
    found = check(bank, papers)
    assert {(p.code, p.severity) for p in found} == {("disagreement", Severity.NOTE)}
    assert len(found) == 4


@pytest.mark.parametrize(
    ("first", "second", "stems"),
    [
        (
            "The Holm Museum was founded in 1804.",
            "Anna Lund founded the Holm Museum in 1806.",
            {"in what year was the Holm Museum founded?"},
        ),
        (
            "The poet Anna Berg died in 1880.",
            "In 1881, Anna Berg died in Holm.",
            {"in what year did Anna Berg die?"},
        ),
        (
            "Mount Vell is 2,400 metres high.",
            "The height of Mount Vell is 2,600 metres.",
            {"how high is Mount Vell?", "what is the height of Mount Vell?"},
        ),
        (
            "The Great Fire of Holm was due to a burning candle.",
            "The cause of the Great Fire of Holm was a falling lamp.",
            {"what caused the Great Fire of Holm?"},
        ),
        (
            "The capital of Norway is Holm.",
            "Vell is the capital of Norway.",
            {"what is the capital of Norway?"},
        ),
    ],
)
def test_documents_disagree_whatever_the_wording_of_the_question(first, second, stems):
    papers = [paper("a", "2019-05-03", first), paper("b", "2021-06-03", second)]
    bank = build(papers, min_confidence=0)
    told = {item.stem.partition("), ")[2] or item.stem.partition(", ")[2] for item in bank.live}
    assert stems <= told
    assert all(item.stem.startswith(("According to Salt Paper", "As of")) for item in bank.live)
    assert len(bank.live) == 2


def test_a_country_is_known_by_the_title_of_its_document():
    told = (
        ("A History of Kenya", "The country joined the League of Cities in 1971."),
        ("Kenya", "The country joined the League of Cities in 1972."),
        ("Norlandia", "Norlandia lies in the north. The country joined the Pact of Holm in 1971."),
        ("Pacts", "Norlandia joined the Pact of Holm in 1972."),
    )
    papers = [
        paper(str(number), "2019-05-03", text).model_copy(update={"title": title})
        for number, (title, text) in enumerate(told)
    ]
    bank = build(papers, min_confidence=0)
    stems = {item.stem.partition("), ")[2] for item in bank.live}
    assert {
        "in what year did Kenya join the League of Cities?",
        "in what year did Norlandia join the Pact of Holm?",
    } <= stems
    assert {item.key[0] for item in bank.live if "year" in item.stem} == {"1971", "1972"}


def test_the_country_of_a_text_with_other_places_is_left_open():
    text = "The port of Holm is in Spain. The country joined the League of Cities in 1971."
    one = paper("a", "2019-05-03", text).model_copy(update={"title": "Holm"})
    assert not any("Holm join" in item.stem for item in build([one], min_confidence=0).live)


MEANS = "Which term means “a building that turns wind into power”?"
TERM = {"form": "term", "answer_type": AnswerType.TERM, "relation": "mean", "verbatim": True}


@pytest.mark.parametrize("other", ["a", "b"])
def test_terms_with_one_meaning_are_all_right(other):
    terms = [fact("a", MEANS, "windmill", **TERM), fact(other, MEANS, "wind engine", **TERM)]
    [one], [left] = sifted(terms, RECORDS)
    assert (one.answer, one.accepted) == ("windmill", ("wind engine",))
    assert [quote.document for quote in one.evidence] == ["a", other]
    assert left.why == disagreement.MERGED


def test_terms_of_nearly_one_meaning_are_not():
    near = MEANS.replace("a building", "a tall building")
    terms = [fact("a", MEANS, "windmill", **TERM), fact("b", near, "wind tower", **TERM)]
    assert all(one.accepted == () for one in sifted(terms, RECORDS)[0])


def test_a_sentence_is_quoted_once():
    """The entry of a list of terms is the sentence that defines the term, without its end."""
    entries = (
        "**Firn** is {}.\n\n**Calving** is the breaking of ice.\n\n**Serac** is a block of ice.\n"
    )
    text = "# Ice\n\n" + entries.format("a kind of snow that has survived a summer")
    bank = build([document(text, "Ice")])
    [item] = [one for one in bank.live if one.stem == "What does “firn” mean?"]
    [quote] = item.evidence
    assert quote.words == "Firn is a kind of snow that has survived a summer"

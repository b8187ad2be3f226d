"""Every rule: what breaks it, what keeps it, and the words that say so."""

from __future__ import annotations

import pytest

from quizlib.checks import check
from quizlib.model import Document, Severity
from quizlib.readers import readers
from tests.banks import ABOLISHED, TEXT, bank, item

SOURCE: Document = (
    readers.get("text").read(TEXT.encode(), "salt-tax.txt").model_copy(update={"id": "salt-tax"})
)


def told(*items, documents=(SOURCE,)):
    return [(p.code, p.severity.value, str(p)) for p in check(bank(*items), documents)]


def one(
    kind="short_answer", stem="Who abolished the salt tax?", key="the harbour council", **fields
):
    return item("aa", kind, stem, key, **fields)


WHERE = "aa (salt-tax.txt:1)"


def test_a_sound_bank_breaks_no_rule():
    assert told(one()) == []


def test_an_unknown_kind():
    [(code, severity, message)] = told(one(kind="essay"))
    assert (code, severity) == ("unknown-kind", "error")
    assert message.startswith(f"{WHERE}: unknown kind 'essay'; known: choice, cloze, ")


def test_a_quote_that_is_not_there():
    quote = ABOLISHED.model_copy(update={"quote": "The harbour council sold it."})
    assert told(one(evidence=(quote,))) == [
        (
            "quote-not-found",
            "error",
            f"{WHERE}: its quote is not in salt-tax.txt: “The harbour council sold it.”",
        )
    ]


def test_a_quote_that_has_moved():
    quote = ABOLISHED.model_copy(update={"start": 5, "end": 5 + len(ABOLISHED.quote)})
    assert told(one(evidence=(quote,))) == [
        ("quote-moved", "warning", f"{WHERE}: its quote has moved to line 1; a rebuild mends it")
    ]


def test_a_document_that_the_bank_does_not_list():
    quote = ABOLISHED.model_copy(update={"document": "elsewhere"})
    assert told(one(evidence=(quote,))) == [
        (
            "unknown-document",
            "error",
            "aa: quotes document 'elsewhere', which the bank does not list",
        )
    ]


def test_quotes_are_not_looked_up_where_no_document_is_at_hand():
    quote = ABOLISHED.model_copy(update={"quote": "The harbour council sold it."})
    assert told(one(evidence=(quote,)), documents=()) == []


def test_an_item_without_a_quote():
    assert told(one(evidence=())) == [
        ("no-quote", "warning", "aa: has no quote that proves its key")
    ]


def test_a_quote_that_does_not_hold_the_key():
    assert told(one(key="the king of Norway")) == [
        (
            "key-not-in-quote",
            "warning",
            f"{WHERE}: its quote does not hold the key 'the king of Norway'",
        )
    ]


def test_one_wording_in_the_quote_is_enough():
    assert (
        told(item("aa", "short_answer", "Who abolished the salt tax?", "the town hall", "council"))
        == []
    )


def test_a_key_that_the_stem_tells():
    stem = "What did the harbour council do with the harbour council's salt tax?"
    assert told(one(stem=stem, key="the harbour council")) == [
        (
            "key-in-stem",
            "warning",
            f"{WHERE}: its stem or context gives the key 'the harbour council' away",
        )
    ]


def test_a_word_of_the_family_of_the_key():
    told_of = told(one(stem="What did the smugglers live by?", key="smuggling"))
    message = "'smugglers' in its stem or context nearly gives the key 'smuggling' away"
    assert ("key-in-stem", "warning", f"{WHERE}: {message}") in told_of


def test_options_that_say_the_same():
    twice = one("choice", distractors=("the king", "The harbour council"))
    assert told(twice) == [
        (
            "option-twice",
            "error",
            f"{WHERE}: offers 'the harbour council' more than once",
        )
    ]


def codes_of(key, *wrong, stem="Which of them did the council of Norden list in 1804?"):
    quoted = ABOLISHED.model_copy(update={"quote": f"{key} was listed."})
    each = one("choice", stem=stem, key=key, distractors=wrong, evidence=(quoted,))
    return [p.code for p in check(bank(each))]


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("6", ("six", "8")),
        ("Russia", ("the Russian Federation", "China")),
        ("Spain", ("the UK", "Great Britain")),
        ("Müller", ("Muller", "Scholz")),
        ("5 km", ("5 kilometres", "6 km")),
        ("50%", ("50 percent", "20%")),
    ],
)
def test_options_that_are_one_answer(key, wrong):
    assert "option-twice" in codes_of(key, *wrong)


def test_how_two_options_of_one_meaning_are_told():
    quoted = ABOLISHED.model_copy(update={"quote": "6 pans were listed."})
    twice = one("choice", "How many pans did Norden list?", "6", distractors=("six", "8"))
    assert told(twice.model_copy(update={"evidence": (quoted,)}), documents=()) == [
        ("option-twice", "error", f"{WHERE}: offers '6' and 'six', which say the same")
    ]


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("dog", ("dogs", "cat")),
        ("él", ("el", "la")),
        ("in time", ("on time", "at time")),
        ("a[0]", ("a(0)", "a{0}")),
        ("1/2", ("-1/2", "1/3")),
        ("5 km", ("5 miles", "6 km")),
        ("the first", ("one", "two")),
    ],
)
def test_options_that_only_look_like_one_answer(key, wrong):
    assert "option-twice" not in codes_of(key, *wrong)


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("1000 to 2000", ("1500 to 3000", "4000 to 5000")),
        ("about 5000", ("more than 3000", "1000-2000")),
        ("Scotland", ("the United Kingdom", "France")),
        ("Great Britain", ("England", "France")),
        ("Ukraine", ("the Soviet Union", "France")),
    ],
)
def test_options_of_which_one_is_in_the_other(key, wrong):
    assert "overlapping-options" in codes_of(key, *wrong)


def test_whether_years_or_numbers_are_meant_is_told_by_the_question():
    spans = ("1000 to 2000", "1500 to 1900", "400 to 500")
    assert "overlapping-options" in codes_of(*spans, stem="How many people lived in Norden?")
    assert "overlapping-options" not in codes_of(*spans)


def test_a_choice_without_a_choice():
    assert told(one("choice")) == [
        (
            "too-few-options",
            "error",
            f"{WHERE}: has nothing to choose from: give it distractors",
        )
    ]


def test_a_long_stem():
    stem = f"Who {'really ' * 16}abolished the salt tax?"
    assert told(one(stem=stem)) == [
        ("long-stem", "warning", f"{WHERE}: its stem has 21 words; 20 are enough")
    ]


def test_two_items_that_ask_the_same():
    again = one().model_copy(update={"id": "bb"})
    assert told(one(), again) == [
        ("duplicate", "warning", "bb (salt-tax.txt:1): asks the same as item aa")
    ]


def test_two_items_that_disagree():
    again = one(key="council, abolished").model_copy(update={"id": "bb"})
    assert told(one(), again) == [
        (
            "contradiction",
            "error",
            "bb (salt-tax.txt:1): has another key than, but the stem of, item aa",
        )
    ]


def rivals(first, second, stem="When was the mole of Norden built?", again=None):
    """The problems of two items, so far as they are about both."""
    both = [
        item(id, "short_answer", asks, key, evidence=())
        for id, asks, key in (("aa", stem, first), ("bb", again or stem, second))
    ]
    return [str(p) for p in check(bank(*both)) if p.code in {"duplicate", "contradiction"}]


@pytest.mark.parametrize(
    "keys", [("1170", "in 1170"), ("6", "six"), ("3 May 1804", "1804"), ("5 km", "5 kilometres")]
)
def test_keys_in_other_words_are_no_contradiction(keys):
    assert rivals(*keys) == ["bb: asks the same as item aa"]


def test_keys_of_questions_in_other_words_that_disagree():
    again = "In what year was the mole of Norden built?"
    message = "bb: asks in other words what item aa does, but has another key: '1804'"
    assert rivals("1804", "1904", again=again) == [message]
    assert rivals("1804", "1804", again=again) == []
    assert rivals("1804", "May 1804", again=again) == []
    assert rivals("1804", "1904", again="When was the mole of Emden built?") == []


def test_two_founders_that_are_told_at_length():
    long = "Maria Keller and her brother Jakob Keller, who had come from the old town of Bern"
    both = [
        item("aa", "flashcard", "Who founded Norden?", long, evidence=()),
        item("bb", "short_answer", "Who founded Norden?", "Otto Brandt", evidence=()),
    ]
    assert "contradiction" in [p.code for p in check(bank(*both))]
    both[1] = item("bb", "short_answer", "Who founded Norden?", "Jakob Keller", evidence=())
    assert "contradiction" not in [p.code for p in check(bank(*both))]


@pytest.mark.parametrize("status", ["rejected", "retired"])
def test_items_out_of_use_are_left_in_peace(status):
    assert told(one(evidence=(), status=status)) == []


def test_problems_come_in_the_order_of_the_items():
    first, second = one(evidence=()), one(evidence=()).model_copy(update={"id": "bb"})
    assert [p.where[:2] for p in check(bank(second, first))] == ["bb", "aa", "aa"]


def test_severities_are_known():
    assert {p.severity for p in check(bank(one(kind="essay")))} == {Severity.ERROR}


def test_an_item_that_does_not_fit_its_kind():
    assert told(one("true_false", key="Yes")) == [
        (
            "unfit-item",
            "error",
            f"{WHERE}: its key 'Yes' is neither True nor False",
        )
    ]

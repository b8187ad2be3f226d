"""What is asked of a page of questions: keys that end, stems that need no page, doubts."""

from __future__ import annotations

import pytest

import quizlib
from quizlib.compose import LEAST
from quizlib.extract._doubts import DOUBTED
from quizlib.extract.faq import method
from quizlib.language import analyse
from quizlib.ranking import confidence
from quizlib.readers import readers


def pairs(text: str, title: str = "Salt FAQ"):
    [analysis] = analyse([quizlib.read_text(f"# {title}\n\n{text}")], None)
    return [(fact.question, fact.answer, confidence(fact)) for fact in method.extract(analysis)]


def entry(question: str, answer: str) -> str:
    return f"## {question}\n\n{answer}\n\n"


@pytest.mark.parametrize(
    ("question", "answer", "key"),
    [
        (
            "When will the new salt pans come?",
            "In 2031, according to the plan. They will come by ship from Bergen to Holm harbour.",
            "In 2031, according to the plan.",
        ),
        (
            "How many bags of salt can I take?",
            "Five per household, and no more than ten in a year. Clubs have to ask the keeper.",
            "Five per household, and no more than ten in a year.",
        ),
        (
            "What does the boiling of salt involve?",
            "A slow fire under an iron pan. It takes about two days.",
            "A slow fire under an iron pan.",
        ),
        (
            "Who was the first to sell salt in the U.S. Army?",
            "A baker from the U.S. Army, named Olsen. He came to Holm in the spring of 1871.",
            "A baker from the U.S. Army, named Olsen.",
        ),
    ],
)
def test_a_phrase_that_answers_is_the_key(question, answer, key):
    [found] = pairs(entry(question, answer))
    assert found[1] == key
    assert "2031" not in key or found[2] >= LEAST


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How is the salt of Holm dried?", "In two ways. The sun dries it, or a fire does."),
        ("How many pans of salt are there?", "Several. The works has 24 pans for salt."),
        ("How long does salt keep?", "Longer than your dog. It can be eaten after 400 years."),
    ],
)
def test_what_only_counts_or_hedges_is_no_key(question, answer):
    [found] = pairs(entry(question, answer))
    assert found[1] == answer


def test_one_of_several_things_is_no_answer():
    text = entry("How long will salted things keep?", "Fish and eel: a year. Pork about three.")
    assert pairs(text) == []


def test_entries_of_a_list_are_told_together():
    listed = "- bakers of Holm\n- smiths\n- anyone who also fishes"
    [found] = pairs(entry("Who buys salt?", listed))
    assert found[1] == "bakers of Holm; smiths; anyone who also fishes"


def test_an_answer_below_an_entry_that_asks_is_no_list():
    text = "- Where is salt sold?\n  - In Bergen, near the harbour. Ships come there in May.\n"
    text += "- Who sells salt?\n  - Cooks do, in the market of Holm.\n"
    assert [key for _, key, _ in pairs(text)] == [
        "In Bergen, near the harbour.",
        "Cooks do, in the market of Holm.",
    ]


def test_the_sentence_with_the_list_answers():
    answer = (
        "About half of the pans show nothing at all. Others have rust, cracks, holes and a smell."
    )
    [found] = pairs(entry("What are the signs of a bad salt pan?", answer))
    assert found[1] == answer


@pytest.mark.parametrize(
    ("question", "answer", "kept"),
    [
        ("Why is the salt grey?", "Because ash falls into the pans.", True),
        ("Why is the salt sold on paper?", "The lists of 1900 had 24 pages and two maps.", False),
        (
            "How is salt made?",
            "The pans are filled at noon. A fire of oak and of peat burns below it.",
            False,
        ),
        ("Is salt dear?", "No. It costs less than bread because the sea is near.", True),
        ("Is salt dear?", "Certainly not. The guild has printed an atlas of Norway.", False),
        ("Has the tax on salt worked?", "Mostly. Two ships were built in Bergen.", False),
    ],
)
def test_a_key_that_turns_to_something_else_is_doubted(question, answer, kept):
    [found] = pairs(entry(question, answer) + entry("Who keeps salt?", "Cooks in Holm do."))[:1]
    assert (found[2] >= LEAST) is kept


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        (
            "No. It costs less than bread because the sea is near. Ask at the shop in Holm.",
            "No. It costs less than bread because the sea is near.",
        ),
        (
            "Yes, a heavy one of lead, made by the smiths of Holm.",
            "Yes, a heavy one of lead",
        ),
    ],
)
def test_a_yes_or_no_ends_with_its_reason(answer, key):
    [found] = pairs(entry("Is there a salt tax?", answer))
    assert found[1] == key


def test_the_first_of_several_is_not_all_of_them():
    answer = (
        "Rats above all! Rain, careless cooks, wet cellars and tidy people come a long way after."
    )
    [found] = pairs(entry("What harms salt?", answer))
    assert found[1:] == (answer, DOUBTED)


@pytest.mark.parametrize(
    "question",
    [
        "Can I give you salt instead?",
        "How else can I tell salt from sand?",
        "Who can have one at the salt works?",
        "Why is it dearer than the big Danish one?",
        "Is the salt works open that night?",
        "Do you take old salt pans?",
        "Is the salt works open on the 4th?",
    ],
)
def test_a_question_that_needs_its_page_is_not_asked(question):
    assert pairs(entry(question, "Yes, from four in the morning on, if the weather is dry.")) == []


@pytest.mark.parametrize(
    "answer",
    [
        "Yes. In Bergen, where the same iron bed was used, it fell by half.",
        "Because lamps are far brighter than the sky at these frequencies.",
        "Stones stand in the wood below the present dam of the town.",
        "Yes, with a sieve, and the list of those that fit is here.",
        "Yes, and this is why cooks love the salt of Holm.",
        "(most asked, every year) Salt is not sold to cooks.",
    ],
)
def test_a_key_that_needs_its_page_is_not_taken(answer):
    assert pairs(entry("Is the salt of Holm good?", answer)) == []


def test_what_is_named_before_may_be_pointed_to():
    [found] = pairs(entry("Which pans hold brine?", "Iron pans, for these pans do not rust soon."))
    assert found[1].startswith("Iron pans")


AGREEMENT = "Holm Salt Trade Agreement (HSTA): questions and answers"


@pytest.mark.parametrize(
    ("title", "question", "asked"),
    [
        (AGREEMENT, "Who belongs to it?", "Who belongs to HSTA?"),
        (AGREEMENT, "Is there help for cooks?", "HSTA: is there help for cooks?"),
        ("The Salt Peace Treaty: FAQ", "When did it end?", "When did the Salt Peace Treaty end?"),
        ("Salt – what cooks ask us", "Who is most at risk?", "Salt: who is most at risk?"),
        ("Making salt: what people ask", "Do I need a lawyer?", "Making salt: do I need a lawyer?"),
        ("Hedges FAQ", "When's the season?", "Hedges: when's the season?"),
    ],
)  # fmt: skip
def test_the_topic_stands_where_the_question_leans_on_it(title, question, asked):
    text = "Cooks told Holm that HSTA is good for salt.\n\n"
    found = pairs(text + entry(question, "Norway, Denmark and Holm in 1871."), title)
    assert found[-1][0] == asked


@pytest.mark.parametrize(
    ("title", "question"),
    [
        ("Keeping bees: FAQ", "May I sell it?"),
        ("Revised for the November election: FAQ", "How do I cure it?"),
        ("Ten questions about the guild and the language", "Was it rebuilt?"),
        ("Your questions, answered", "Do I need a lawyer?"),
        ("Your questions, answered", "How much is a ticket?"),
    ],
)
def test_no_topic_is_better_than_a_wrong_one(title, question):
    assert pairs(entry(question, "Yes, in spring, with a card."), title) == []


@pytest.mark.parametrize(
    ("title", "question", "asked"),
    [
        ("Heat pumps: FAQ", "Who can fit one?", ["Who can fit a heat pump?"]),
        ("Heat pumps: FAQ", "How much does one cost?", ["How much does a heat pump cost?"]),
        ("Heat pumps: FAQ", "Are they noisy?", ["Are heat pumps noisy?"]),
        (
            "Heat pumps: FAQ",
            "How many makers are there in Wales?",
            ["Heat pumps: how many makers are there in Wales?"],
        ),
        ("The Pump Guild: FAQ", "Was anyone punished for lacking one?", []),
    ],
)
def test_one_of_what_the_title_names(title, question, asked):
    text = "A heat pump is like a fridge.\n\n" + entry(question, "No, 24 smiths of Holm are.")
    assert [found[0] for found in pairs(text, title)] == asked


def test_it_may_be_what_the_question_above_asks_about():
    text = entry("Why did the dam fail?", "Because a pipe broke.") + entry(
        "Was it rebuilt?", "Yes, in 1875, of stone."
    )
    assert [asked for asked, *_ in pairs(text, "The Flood: FAQ")] == [
        "The Flood: why did the dam fail?"
    ]


def test_it_may_be_what_the_question_above_names():
    text = entry("Who built Forth Pier?", "A smith from Holm.") + entry(
        "How long is it?", "24 metres, with the steps."
    )
    assert [asked for asked, *_ in pairs(text, "Edinburgh: FAQ")] == ["Who built Forth Pier?"]


def test_my_school_is_whose_visit_it_is():
    [found] = pairs(entry("Should my school cancel its visit?", "No, visits are safe."))
    assert found[0] == "Salt: should my school cancel its visit?"


def test_capitals_are_written_small_where_the_text_shows_how():
    text = "Salt FAQ\n\n1. WHEN IS THE SALT BROWN?\nWhen rust is in the salt, which is brown.\n\n"
    text += "2. WHERE IS OSLO SALT SOLD?\nIn Norway and in Denmark.\n"
    document = readers.get("text").read(text.encode(), "salt.txt")
    [analysis] = analyse([document], None)
    assert [fact.question for fact in method.extract(analysis)] == ["When is the salt brown?"]


def test_its_owner_may_be_named_behind_a_verb():
    text = entry("How does Norway strengthen its trade?", "By selling salt to Holm.")
    assert [question for question, *_ in pairs(text)] == ["How does Norway strengthen its trade?"]

"""Pairs of question and answer that an author wrote: what is asked of them, and what is doubted."""

from __future__ import annotations

import pytest

import quizlib
from quizlib.compose import LEAST
from quizlib.extract._answering import answers, to_the_point
from quizlib.extract._standing import standing
from quizlib.extract._topics import topic
from quizlib.extract.faq import method
from quizlib.language import analyse
from quizlib.ranking import confidence


def pairs(text: str):
    [analysis] = analyse([quizlib.read_text(text)], None)
    return [(fact.question, fact.answer, confidence(fact)) for fact in method.extract(analysis)]


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Giving blood: your questions answered", "Giving blood"),
        ("What is OPEC, and can it still control the price of oil?", "OPEC"),
        ("Frequently asked questions about solar panels", "Solar panels"),
        ("Salt FAQ", "Salt"),
        ("The Electoral College", "The Electoral College"),
        ("Why interest rates matter", ""),
        ("Questions and answers", ""),
        ("All that you ever wanted to hear of salt", ""),
    ],
)
def test_a_title_names_the_topic(title, named):
    assert topic(title) == named


TOPIC = "Vaccines for children"


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Do vaccinated children feel ill?",) * 2,
        ("Who is Edward Jenner?",) * 2,
        ("What is varroa?",) * 2,
        ("Do some parents know their doctor?", f"{TOPIC}: do some parents know their doctor?"),
        ("Can a dose be kept if it is old?", f"{TOPIC}: can a dose be kept if it is old?"),
        ("Which illnesses do they prevent?", f"{TOPIC}: which illnesses do they prevent?"),
        ("Why do babies need them so early?", f"{TOPIC}: why do babies need them so early?"),
        ("Who belongs to their club?", f"{TOPIC}: who belongs to their club?"),
        ("Which was the first?", f"{TOPIC}: which was the first?"),
        ("How long does it take?", f"{TOPIC}: how long does it take?"),
        ("What did she find?", ""),
        ("What happens in 1973?", ""),
        ("Who are they?", ""),
        ("Why is this so?", ""),
        ("And afterwards?", ""),
        ("I am old. Can I still come?", ""),
    ],
)  # fmt: skip
def test_a_question_stands_by_itself_or_with_its_topic(question, asked):
    assert standing(question, f"{TOPIC}: questions that parents ask", "") == asked


@pytest.mark.parametrize(
    ("question", "answer", "listed", "so"),
    [
        ("Can I bring my dog?", "Pets are allowed in most parks.", True, True),
        ("Can I bring my dog?", "Pets are allowed in most parks.", False, False),
        ("Can I bring my dog?", "In most parks you can.", False, True),
        ("Is my roof suitable?", "The best roof faces the equator.", True, False),
        ("Is it cheap?", "In small amounts it is.", True, True),
        ("Are vaccines safe?", "Yes, they are.", False, True),
        ("Do I need a visa?", "That depends on your nationality.", True, False),
        ("What should I do with batteries?", "Never burn them.", True, False),
        ("What should I do with batteries?", "Take them to a shop.", True, True),
        ("When does the museum open?", "At nine every morning.", True, True),
        ("When does the museum open?", "Ask the keeper.", True, False),
        ("When is the best time to go?", "It is best in July.", True, True),
        ("Isn't it too much?", "No, it is not.", True, False),
        ("Can I bring my dog?", "Yes, we like dogs.", True, False),
        ("Do you lend e-books?", "Yes, we do.", True, False),
        ("How many parks are there?", "There are 63 parks.", True, True),
        ("How many parks are there?", "There are 430 places and 63 parks.", True, False),
        ("When is the best time to go?", "In July the park is crowded.", True, False),
        ("What is the difference between a pan and a pot?", "A pan is flat.", True, False),
        ("What is the difference between pans and pots?", "Pots are deep, pans flat.", False, True),
        ("Am I too old, or too ill?", "There is no limit.", True, False),
        ("What is brine?", "Many people ask that.", True, False),
        ("What is brine?", "Brine (salty water) is what the pans hold.", True, True),
        ("Who is a refugee?", "It is somebody who had to flee.", True, True),
    ],
)  # fmt: skip
def test_a_key_has_to_be_the_answer(question, answer, listed, so):
    assert answers(question, answer, listed=listed) is so


@pytest.mark.parametrize(
    ("question", "answer", "key"),
    [
        (
            "How many pans does the works have?",
            "The works has 24 pans, which are all of iron. Visitors may look into them.",
            "24 pans",
        ),
        (
            "Where does the salt go?",
            "Most of the salt goes to Bergen by ship. The rest is sold in the market of Holm.",
            "Most of the salt goes to Bergen by ship.",
        ),
        (
            "Why is the brine boiled?",
            "Boiling drives off the water and leaves the salt. You should keep away from the pans.",
            "Boiling drives off the water and leaves the salt.",
        ),
        (
            "What happens to the ash?",
            "Farmers near Holm spread it on their fields. Cabbages, for example, need much of it.",
            "Farmers near Holm spread it on their fields.",
        ),
        (
            "What should I bring to the works?",
            "Bring boots and a warm coat in winter. You can borrow a helmet.",
            "Bring boots and a warm coat in winter. You can borrow a helmet.",
        ),
    ],
)
def test_the_key_goes_as_far_as_the_question(question, answer, key):
    [found] = pairs(f"# Salt FAQ\n\n## {question}\n\n{answer}\n")
    assert found[1] == key


def test_the_topic_takes_the_place_of_the_word_that_stands_for_it():
    text = (
        "# The Guild of Holm\n\n## How did it begin?\n\nIn 1702 merchants founded the Guild of"
        " Holm.\n\n## Who leads it?\n\nA mayor, whom its members elect.\n\n"
        "## How long does it take?\n\nA year.\n"
    )
    assert [question for question, *_ in pairs(text)] == [
        "How did the Guild of Holm begin?",
        "Who leads the Guild of Holm?",
        "The Guild of Holm: how long does it take?",
    ]


def test_long_answers_behind_q_and_a_make_a_page_of_questions():
    long = " ".join(["The council met again and again in the old hall of Holm."] * 3)
    for answer, form in (("A shed.", "by-hand"), (long, "pair")):
        [analysis] = analyse([quizlib.read_text(f"# Holm\n\nQ: What is a pan house?\nA: {answer}")])
        assert [fact.form for fact in method.extract(analysis)] == [form]


def test_what_does_not_answer_is_doubted():
    text = (
        "# Salt: questions and answers\n\n## Is salt rare?\n\nMany people believe that.\n\n"
        "## Is salt white?\n\nNo, pure salt has no colour at all.\n"
    )
    (rare, *_, doubted), (white, *_, sure) = pairs(text)
    assert (rare, white) == ("Is salt rare?", "Is salt white?")
    assert doubted + 0.2 < sure


def test_both_things_are_told_where_their_difference_is_asked():
    text = (
        "# Pans: FAQ\n\n## What is the difference between a pan and a pot?\n\n"
        "A pan is a flat vessel of iron in which brine is boiled over a fire. A pot is a deep"
        " vessel of clay. Both were made in the harbour of Holm until 1804. The works closed in"
        " that year, and nobody makes any now.\n\n"
        "## Why is salt white?\n\nIts crystals scatter the light.\n"
    )
    assert pairs(text)[0][1] == (
        "A pan is a flat vessel of iron in which brine is boiled over a fire. A pot is a deep"
        " vessel of clay."
    )


@pytest.mark.parametrize(
    ("sentence", "so"),
    [
        ("Because the council of Holm feared a revolt.", True),
        ("A shift in the balance of power.", True),
        ("The dominance that Norway has long enjoyed.", True),
        ("A ship was lost.", False),
        ("The ship sank.", False),
    ],
)
def test_what_is_nothing_but_an_answer(sentence, so):
    assert to_the_point(sentence) is so


def test_a_yes_or_no_is_told_in_one_sentence():
    text = (
        "# Pans: FAQ\n\n## Can a pan be mended?\n\nYes, any smith in Holm can do that. Smiths take"
        " a day for it.\n\n"
        "## Is a pan heavy?\n\nNo. A child can carry it home.\n"
    )
    assert [key for _, key, _ in pairs(text)] == [
        "Yes, any smith in Holm can do that.",
        "No. A child can carry it home.",
    ]


def test_the_marks_of_a_page_of_questions_are_no_cards_of_ones_own():
    entry = "Q: Why is salt white?\nA: Its crystals scatter the light."
    for title, form in (("Salt", "by-hand"), ("Salt FAQ", "pair")):
        [analysis] = analyse([quizlib.read_text(f"# {title}\n\n{entry}")], None)
        assert [fact.form for fact in method.extract(analysis)] == [form]


def test_a_meaning_is_looked_for_below_its_question():
    text = (
        "# Refugees explained\n\n## Who is a refugee?\n\nThe word goes back to a treaty of 1951"
        " that was signed in Geneva. A refugee is a person who cannot return. Many try.\n\n"
        "## Who is a guest?\n\nMany people ask that, and nobody in Holm knows it for certain."
        " The inn is full.\n"
    )
    (*refugee, meant), (*guest, doubted) = pairs(text)
    assert refugee == ["Who is a refugee?", "a person who cannot return"]
    assert guest == [
        "Who is a guest?",
        "Many people ask that, and nobody in Holm knows it for certain.",
    ]
    assert doubted < meant


def test_a_heading_of_an_explainer_is_doubted():
    long = " ".join(["The council met again and again in the old hall of Holm."] * 6)
    text = (
        f"# The tax\n\n## Why was it founded?\n\n{long}\n\n## Who pays the tax?\n\nMerchants pay.\n"
    )
    assert pairs(text)[0][2] < LEAST

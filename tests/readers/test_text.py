"""Plain text, told by its shape: look-alikes of what people keep in .txt files."""

from __future__ import annotations

import datetime as dt
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from quizlib.readers.text import reader
from tests.readers.hostile import assert_evidence_holds, read_as

if TYPE_CHECKING:
    from quizlib.model import Document

LONG = (
    "The harbour council met on Monday to speak about the price of salt, which had risen again,"
    " and about the rope walk, which nobody had used since the storm."
)


def read(text: str, name: str = "harbour_tax.txt") -> Document:
    document = reader.read(dedent(text).encode(), name)
    assert_evidence_holds(document)
    return document


def test_questions_and_answers_between_dashes() -> None:
    document = read(
        """\
        -
        Why did the council abolish the tax?
        Smuggling had made it worthless. Nobody paid any more.
        -
        If I sell salt, whom do I pay?
        Nobody.
        """
    )
    assert document.title == "Harbour tax"
    assert read_as(document) == [
        ("question", "Why did the council abolish the tax?"),
        ("answer", "Smuggling had made it worthless. Nobody paid any more."),
        ("question", "If I sell salt, whom do I pay?"),
        ("answer", "Nobody."),
    ]


def test_an_article_with_date_title_questions_and_definitions() -> None:
    document = read(
        """\
         date 2019-05-03 Who abolished the tax?

        In the old days, every barrel was taxed. But who ended it?

        The council did.

        Why did the council abolish it?

        There were several reasons.

        The first was smuggling.

        What came of it?

        Trade grew.

        In conclusion, the tax was a bad tax.

        Definitions:

        – Brine: salty water; from the sea: mostly.

        – Pan house: a shed in which brine is boiled.
        """
    )
    assert document.title == "Who abolished the tax?"
    assert document.date == dt.date(2019, 5, 3)
    assert read_as(document) == [
        ("heading", "Who abolished the tax?"),
        ("paragraph", "In the old days, every barrel was taxed. But who ended it?"),
        ("paragraph", "The council did."),
        ("question", "Why did the council abolish it?"),
        ("answer", "There were several reasons."),
        ("answer", "The first was smuggling."),
        ("question", "What came of it?"),
        ("answer", "Trade grew."),
        ("paragraph", "In conclusion, the tax was a bad tax."),
        ("heading", "Definitions:"),
        ("term", "Brine"),
        ("definition", "salty water; from the sea: mostly."),
        ("term", "Pan house"),
        ("definition", "a shed in which brine is boiled."),
    ]


def test_a_news_report_whose_title_is_given_twice() -> None:
    document = read(f"Council Ends Salt Tax\nCouncil Ends Salt Tax\n\n{LONG}\n{LONG}\n")
    assert document.title == "Council Ends Salt Tax"
    assert read_as(document) == [
        ("heading", "Council Ends Salt Tax"),
        ("paragraph", LONG),
        ("paragraph", LONG),
    ]


def test_a_chatty_text_with_indented_headings() -> None:
    document = read(
        f"Hello, folks! Ever wondered about salt? {LONG}\n\n"
        f"    The Basics: What Salt Is\n\n    Right. {LONG}\n\n    And Then\n\n    {LONG}\n"
    )
    assert document.title == "The Basics: What Salt Is"
    assert [kind for kind, _ in read_as(document)] == [
        *("paragraph", "heading", "paragraph", "heading", "paragraph"),
    ]
    assert document.blocks[1].level == 2


def test_paragraphs_on_a_line_each() -> None:
    document = read(f"Is it over? {LONG}\n{LONG} Yes.\nNot long.\nThe end.\n")
    assert [text for _, text in read_as(document)] == [
        *(f"Is it over? {LONG}", f"{LONG} Yes.", "Not long.", "The end."),
    ]


def test_wrapped_paragraphs_are_joined() -> None:
    document = read(
        """\
        The tax fell hardest on fishing villages. Barrels of herring needed thirty
        kilograms of salt each, and the council took a tenth of that in coin, always.
        Smuggling followed, and it made the tax so worthless that nobody paid it any
        more. It ended.
        The next year was better for the fishermen, and for the merchants of the old
        town too.
        """
    )
    assert [text[:22] for _, text in read_as(document)] == [
        *("The tax fell hardest o", "The next year was bett"),
    ]
    assert document.blocks[0].runs == ()
    assert "\n" in document.text[document.blocks[0].start : document.blocks[0].end]


def test_headings_by_underline_number_and_blank_lines() -> None:
    document = read(
        """\
        =============
        The Salt Tax
        =============

        It was old.
        1. The council
        --------------
        It met.

        2. What came after

        Nobody mourned it.
        ---
        Why salt?
        ~~~~
        Because.
        """
    )
    assert [(b.kind.value, b.text, b.level) for b in document.blocks] == [
        ("heading", "The Salt Tax", 1),
        ("paragraph", "It was old.", 0),
        ("heading", "The council", 2),
        ("paragraph", "It met.", 0),
        ("heading", "What came after", 2),
        ("paragraph", "Nobody mourned it.", 0),
        ("question", "Why salt?", 2),
        ("answer", "Because.", 0),
    ]


def test_lists() -> None:
    document = read(
        """\
        The council had seven members:
        - a chair, who held the keys and
          the seal;
        - a clerk;
            • and his boy
        – five merchants.
        They sold salt.

        10. ten
        11. eleven
        """
    )
    assert [(b.kind.value, b.text, b.level) for b in document.blocks] == [
        ("paragraph", "The council had seven members:", 0),
        ("list_entry", "a chair, who held the keys and the seal;", 1),
        ("list_entry", "a clerk;", 1),
        ("list_entry", "and his boy", 2),
        ("list_entry", "five merchants.", 1),
        ("paragraph", "They sold salt.", 0),
        ("list_entry", "ten", 1),
        ("list_entry", "eleven", 1),
    ]


def test_numbered_questions() -> None:
    document = read(
        """\
        1. What is brine?

        Salty water.

        2) What is a pan house?
        A shed. It is made
        of wood.

        3. What did the council sell?

        It sold:
        - salt
        - rope
        """
    )
    assert read_as(document) == [
        ("question", "What is brine?"),
        ("answer", "Salty water."),
        ("question", "What is a pan house?"),
        ("answer", "A shed. It is made of wood."),
        ("question", "What did the council sell?"),
        ("answer", "It sold:"),
        ("answer", "salt"),
        ("answer", "rope"),
    ]


def test_lines_marked_by_hand() -> None:
    document = read(
        """\
        Q: Who kept the seal?
        A: The chair, who was
        always late.
        Q2. And the keys?

        Answer: The clerk.

        C: The tax ended in [1804].
        C: no gap here
        A: no question here
        """
    )
    assert read_as(document) == [
        ("question", "Who kept the seal?"),
        ("answer", "The chair, who was always late."),
        ("question", "And the keys?"),
        ("answer", "The clerk."),
        ("cloze", "The tax ended in [1804]."),
        ("paragraph", "C: no gap here"),
        ("paragraph", "A: no question here"),
    ]


@pytest.mark.parametrize(
    "entries",
    [
        "Brine: salty water\nPan house: a shed\n",
        "- Brine – salty water\n- Pan house – a shed\n",
        "Brine = salty water\n\nPan house - a shed\n",
        "* Brine — salty\n  water\n* Pan house: a shed\n",
    ],
)
@pytest.mark.parametrize("heading", ["Glossary", "KEY TERMS", "Definitions:", "Vocabulary of salt"])
def test_glossaries(heading: str, entries: str) -> None:
    document = reader.read(f"Salt: It is white.\n\n{heading}\n{entries}".encode(), "x.txt")
    assert read_as(document) == [
        ("paragraph", "Salt: It is white."),
        ("heading", heading),
        ("term", "Brine"),
        ("definition", "salty water"),
        ("term", "Pan house"),
        ("definition", "a shed"),
    ]


def test_a_colon_elsewhere_defines_nothing() -> None:
    document = read(f"Notes\n\nBrine: salty water.\n\nTerms of peace\n\nFirst: no salt.\n\n{LONG}")
    assert {kind for kind, _ in read_as(document)} == {"heading", "paragraph"}


def test_rhetorical_questions_stay_text() -> None:
    document = read(
        f"""\
        The tax

        Why salt? Because everyone needs it.

        {LONG}

        So what does this mean?

        {LONG}

        What about the rope?

        {LONG}
        """
    )
    assert {kind for kind, _ in read_as(document)} == {"heading", "paragraph"}


def test_a_question_on_a_line_of_its_own_is_answered_by_the_next_paragraph() -> None:
    document = read(f"{LONG}\n\nWhy did the council abolish the tax?\n\nNobody paid.\n\n{LONG}")
    assert [kind for kind, _ in read_as(document)] == [
        *("paragraph", "question", "answer", "paragraph"),
    ]


def test_a_question_as_title_of_an_article() -> None:
    document = read(f"Is salt good for you?\n\n{LONG}\n\n{LONG} No.\n\n{LONG} Yes.")
    assert document.title == "Is salt good for you?"
    assert [kind for kind, _ in read_as(document)] == ["heading", *["paragraph"] * 3]


@pytest.mark.parametrize(
    ("top", "title", "publisher"),
    [
        ("The Salt Tax\nBy Jane Doe\n3 May 2019\n", "The Salt Tax", ""),
        ("The Salt Tax\n\nPublished on Friday, May 3rd, 2019, at 10:30 GMT\n", "The Salt Tax", ""),
        ("Title: Salt Tax\nPublisher: Gazette\nDate: 2019-05-03\n", "Salt Tax", "Gazette"),
        ("---\ntitle: A: B\npublisher: Gazette\ndate: 3 May 2019\n---\n", "A: B", "Gazette"),
    ],
)
def test_what_a_text_says_about_itself(top: str, title: str, publisher: str) -> None:
    document = reader.read(f"{top}\n{LONG}\n".encode(), "x.txt")
    assert (document.title, document.publisher) == (title, publisher)
    assert document.date == dt.date(2019, 5, 3)
    assert read_as(document)[-1] == ("paragraph", LONG)
    assert len(document.blocks) <= 2


def test_dates_and_names_further_down_are_text() -> None:
    text = f"{LONG}\n\n3 May 2019\n\nBy Jane Doe\n\n{LONG}"
    document = read(text)
    assert document.date is None
    assert len(document.blocks) == 4


def test_a_heading_needs_something_below_it() -> None:
    assert read_as(read(f"{LONG}\n\nYours faithfully")) == [
        ("paragraph", LONG),
        ("paragraph", "Yours faithfully"),
    ]


def test_lines_in_capitals_are_headings_and_say_whose_page_it_is() -> None:
    document = read(
        """\
        CITY OF HOLM SALT OFFICE
        Salt and its colours: common questions
        Revised for the winter season
        -----------------------------

        1. WHY IS MY SALT BROWN?
        Rust has come into it, as it does in old pans of iron all over Holm.

        2. THERE WAS A SHRIMP IN MY SALT!
        It came in with the brine.
        """
    )
    assert document.title == "Salt and its colours: common questions"
    assert read_as(document)[3:] == [
        ("question", "WHY IS MY SALT BROWN?"),
        ("answer", "Rust has come into it, as it does in old pans of iron all over Holm."),
        ("heading", "THERE WAS A SHRIMP IN MY SALT!"),
        ("paragraph", "It came in with the brine."),
    ]


def test_a_title_in_capitals_stays_the_title() -> None:
    document = read("THE WOMAN WHO KEPT THE SALT\nReading text for beginners\n\nShe was old.\n")
    assert document.title == "THE WOMAN WHO KEPT THE SALT"

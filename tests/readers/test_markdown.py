"""Markdown, with the marks taken off and every word still traced to the source."""

from __future__ import annotations

import datetime as dt
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.errors import UnreadableSource
from quizlib.readers.markdown import reader
from tests.readers.hostile import assert_evidence_holds, read_as

if TYPE_CHECKING:
    from quizlib.model import Document


def read(text: str, name: str = "harbour-tax.md") -> Document:
    document = reader.read(dedent(text).encode(), name)
    assert_evidence_holds(document)
    return document


def words(text: str) -> str:
    """What is read of one paragraph."""
    (block,) = read(text).blocks
    return block.text


def test_front_matter() -> None:
    document = read(
        """\
        ---
        title: "The Salt Tax"   # a comment
        publisher: Harbour Gazette
        date: 2019-05-03
        genre: news
        language: de
        tags: [a, b]
        original: 1804
        ---

        It was old.
        """
    )
    assert document.title == "The Salt Tax"
    assert document.publisher == "Harbour Gazette"
    assert document.date == dt.date(2019, 5, 3)
    assert (document.genre, document.language) == ("news", "de")
    assert document.blocks[0].text == "It was old."
    assert document.line(document.blocks[0].start) == 11


@pytest.mark.parametrize(
    "date", ["3 May 2019", "May 3, 2019", "2019-05-03T10:00:00Z", '"2019-05-03"', "2019/5/3"]
)
def test_dates_in_front_matter(date: str) -> None:
    assert read(f"---\ndate: {date}\n---\nText.").date == dt.date(2019, 5, 3)


@pytest.mark.parametrize("date", ["03/05/2019", "2019-02-30", "May 2019", "soon", "[2019]", ""])
def test_no_date_is_guessed(date: str) -> None:
    assert read(f"---\ntitle: T\ndate: {date}\n---\nText.").date is None


def test_front_matter_that_is_no_yaml_is_read_line_by_line() -> None:
    document = read("---\ntitle: Salt: a history\ndate: '2019-05-03'\n\tx\n---\nText.")
    assert document.title == "Salt: a history"
    assert document.date == dt.date(2019, 5, 3)
    assert read_as(document) == [("paragraph", "Text.")]


@pytest.mark.parametrize("text", ["---\n\nText.\n\n---\n\nMore.", "---\nText.\n\nMore."])
def test_a_rule_at_the_top_is_no_front_matter(text: str) -> None:
    assert [block.text for block in read(text).blocks] == ["Text.", "More."]


def test_front_matter_is_clean_text() -> None:
    document = read('---\ntitle: "a\\e[31m\\u202e b\\n c"\npublisher: [a]\n---\nText.')
    assert document.title == "a[31m b c"
    assert document.publisher == ""


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Salt\n\nText.", "Salt"),
        ("Salt\n====\n\nText.", "Salt"),
        ("Intro.\n\n## Early days\n\nText.", "Early days"),
        ("Intro.\n\n## Part\n\nText.\n\n# Whole\n\nText.", "Whole"),
        ("Intro.\n\n## Definitions\n\n- a: b", "Harbour tax"),
        ("Intro.", "Harbour tax"),
        ("# What is salt?\n\nIntro.\n\n## Why tax it?\n\nMoney.", "What is salt?"),
        ("# What is salt?\n\nA mineral.", "Harbour tax"),
    ],
)
def test_title(text: str, title: str) -> None:
    assert read(text).title == title


@pytest.mark.parametrize(
    ("source", "read"),
    [
        (
            "**Salt** is *white*, __very__ _white_ and ***dry***.",
            "Salt is white, very white and dry.",
        ),
        ("A [link](http://x/a_(b) 'title') and <http://x/y> here.", "A link and http://x/y here."),
        ("A [link][ref], [ref][] and [ref].\n\n[ref]: http://x", "A link, ref and ref."),
        ("A [bracket] stays, [so] (does) this.", "A [bracket] stays, [so] (does) this."),
        ('No ![picture](x.png "t")here.', "No here."),
        ("No ![picture *of* [a](b) cat](x.png) here.", "No here."),
        ("`code` and ``co`de`` and `open.", "code and co`de and `open."),
        ("snake_case_name, 2 * 3 * 4, 5*6*7 and a_b.", "snake_case_name, 2 * 3 * 4, 567 and a_b."),
        (r"\*not\* \_this\_ \[or\](that) \# 1\.", "*not* _this_ [or](that) # 1."),
        (
            "Fish &amp; chips &#8212; caf&eacute; &nosuch; &copy;.",
            "Fish & chips — café &nosuch; ©.",
        ),
        ("~~Gone~~ and a <b>bold</b> <!-- secret --> tag<br>here.", "Gone and a bold tag here."),
        ("A note[^1] and one[^two].", "A note and one."),
        ("Two  \nlines\\\nand more.", "Two lines and more."),
        ("“Curly” ‘quotes’ – and — dashes…", "“Curly” ‘quotes’ – and — dashes…"),
        ("**Open and *closed* here.", "**Open and closed here."),
        ("1 < 2 and 3 > 2 & so on.", "1 < 2 and 3 > 2 & so on."),
    ],
)
def test_inline_marks(source: str, read: str) -> None:
    assert words(source) == read


def test_a_quote_keeps_the_marks_of_the_source() -> None:
    document = read("The **tax** fell on _caf&eacute;s_ and\n> nobody else, [they say](http://x).")
    block = document.blocks[0]
    assert block.text == "The tax fell on cafés and"
    start = block.text.index("tax")
    evidence = document.evidence(block, start, start + len("tax fell on cafés"))
    assert evidence.quote == "tax** fell on _caf&eacute;s"
    assert evidence.readable == "tax fell on cafés"


def test_entities_are_quoted_whole() -> None:
    document = read("Fish &amp; chips")
    (block,) = document.blocks
    assert document.evidence(block, 0, 6).quote == "Fish &amp;"
    assert document.evidence(block, 5, 6).quote == "&amp;"
    assert document.evidence(block, 5).quote == "&amp; chips"


def test_blocks() -> None:
    document = read(
        """\
        # Salt #

        A paragraph
        on two lines.

        > A quote
        > too.

        1. first
           - inner
             wrapped

           second paragraph
        2. [x] last

        | a | b |
        |---|---|
        | c | d |

            indented code

        ```
        fenced code
        ```

        <div>
        html
        </div>

        * * *

        [^1]: A note.

        The end.
        """
    )
    assert [(b.kind.value, b.text, b.level) for b in document.blocks] == [
        ("heading", "Salt", 1),
        ("paragraph", "A paragraph on two lines.", 0),
        ("paragraph", "A quote too.", 0),
        ("list_entry", "first", 1),
        ("list_entry", "inner wrapped", 2),
        ("paragraph", "second paragraph", 0),
        ("list_entry", "last", 1),
        ("paragraph", "The end.", 0),
    ]
    assert [document.line(block.start) for block in document.blocks] == [1, 3, 6, 9, 10, 13, 14, 34]


def test_question_headings() -> None:
    document = read(
        """\
        # Who ended the salt tax?

        The answer comes later.

        ## Why was it ended?

        There were two reasons:

        - smuggling
          - by night
        - rope

        And a third. Was it a good one? Yes.

        In conclusion, it was over.

        ## Is it back?

        ## How?
        ### By vote

        They voted.
        """
    )
    assert [(b.kind.value, b.text, b.level) for b in document.blocks] == [
        ("heading", "Who ended the salt tax?", 1),
        ("paragraph", "The answer comes later.", 0),
        ("question", "Why was it ended?", 2),
        ("answer", "There were two reasons:", 0),
        ("answer", "smuggling", 1),
        ("answer", "by night", 2),
        ("answer", "rope", 1),
        ("answer", "And a third. Was it a good one? Yes.", 0),
        ("paragraph", "In conclusion, it was over.", 0),
        ("heading", "Is it back?", 2),
        ("heading", "How?", 2),
        ("heading", "By vote", 3),
        ("paragraph", "They voted.", 0),
    ]


def test_question_lines() -> None:
    document = read(
        """\
        Some questions.

        **What is brine?**

        Salty water.

        **What is a pan house?**
        A shed.

        - What is rope?

          A cord.
        - What is tar?
          - black
        """
    )
    assert read_as(document) == [
        ("paragraph", "Some questions."),
        ("question", "What is brine?"),
        ("answer", "Salty water."),
        ("question", "What is a pan house?"),
        ("answer", "A shed."),
        ("question", "What is rope?"),
        ("answer", "A cord."),
        ("question", "What is tar?"),
        ("answer", "black"),
    ]


def test_a_list_of_questions_without_answers_is_a_list() -> None:
    document = read("To discuss:\n\n- What is brine?\n- What is tar?\n\nUntil Monday, then.")
    assert [kind for kind, _ in read_as(document)] == [
        *("paragraph", "list_entry", "list_entry", "paragraph"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "That is a lot, so what can be said for certain?",
        "What about the rope?",
        "What does this mean?",
        "Ready?",
        "Ready? Why wait any longer for it?",
    ],
)
def test_a_turn_of_talk_is_no_question(line: str) -> None:
    document = read(f"## Salt\n\nIt is old.\n\n{line}\n\nIt is white.\n")
    assert {kind for kind, _ in read_as(document)} == {"heading", "paragraph"}


def test_lines_marked_by_hand() -> None:
    document = read(
        """\
        Intro.
        **Q:** Who *kept* the seal?\u0020\u0020
        **A:** The chair.

        Question 2: And the keys?

        A: The clerk,
        always.

        C: The tax ended in [1804], not [1805](http://x).

        - Q: Who sold rope?
        - A: Nobody.
        """
    )
    assert read_as(document) == [
        ("paragraph", "Intro."),
        ("question", "Who kept the seal?"),
        ("answer", "The chair."),
        ("question", "And the keys?"),
        ("answer", "The clerk, always."),
        ("cloze", "The tax ended in [1804], not 1805."),
        ("question", "Who sold rope?"),
        ("answer", "Nobody."),
    ]


def test_definitions() -> None:
    document = read(
        """\
        Brine
        : Salty water
        : Also a *pickle*

        ## Key terms

        - **Pan house**: a shed
        - Rope – a cord: long
        - See also tar.

        ### More

        Tar: black stuff
        Pitch: the same

        ## Goods

        - Salt: white

        **Glossary**

        Salt: a mineral
        """
    )
    assert read_as(document) == [
        ("term", "Brine"),
        ("definition", "Salty water"),
        ("definition", "Also a pickle"),
        ("heading", "Key terms"),
        ("term", "Pan house"),
        ("definition", "a shed"),
        ("term", "Rope"),
        ("definition", "a cord: long"),
        ("list_entry", "See also tar."),
        ("heading", "More"),
        ("term", "Tar"),
        ("definition", "black stuff"),
        ("term", "Pitch"),
        ("definition", "the same"),
        ("heading", "Goods"),
        ("list_entry", "Salt: white"),
        ("heading", "Glossary"),
        ("term", "Salt"),
        ("definition", "a mineral"),
    ]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text("abc xyz,é漢", min_size=1, max_size=12).filter(str.strip).map(str.strip),
            st.sampled_from(
                ["{}", "**{}**", "*{}*", "`{}`", "[{}](http://x)", "<i>{}</i>", "~~{}~~"]
            ),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_marks_around_words_change_no_word(marked: list[tuple[str, str]]) -> None:
    source = " ".join(mark.format(text) for text, mark in marked)
    (block,) = read("Salt " + source).blocks
    assert block.text == "Salt " + " ".join(" ".join(text.split()) for text, _ in marked)


def test_deep_nesting() -> None:
    assert read("> " * 80 + "deep\n\nText.").blocks[-1].text == "Text."
    for deeper in (">" * 5_000, "- " * 5_000, "".join("  " * n + "- entry\n" for n in range(300))):
        with pytest.raises(UnreadableSource) as error:
            read(f"{deeper} deep\n\nText.")
        assert str(error.value) == "harbour-tax.md: its lists or quotes are nested too deeply"

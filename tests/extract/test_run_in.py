"""Terms in bold that open a paragraph: what is taken for a term with its meaning, and what not."""

from __future__ import annotations

import pytest

import quizlib
from quizlib.extract._run_in import run_in
from quizlib.language import analyse

CORE = "the centre of the Earth, made of iron"
SECOND = "**Metre.** A regular pattern of stressed syllables."


def entries(text: str, format: str = "markdown") -> list[tuple[str, str]]:
    [analysis] = analyse([quizlib.read_text(text, title="Notes", format=format)], None)
    found = run_in(analysis)
    for entry in found:
        quote = entry.evidence
        assert analysis.document.text[quote.start : quote.end] == quote.quote
    return [(entry.term, entry.meaning) for entry in found]


@pytest.mark.parametrize(
    ("paragraph", "entry"),
    [
        (
            "**Assonance.** The repetition of a vowel sound, as in slow and moan. Read on.",
            ("Assonance", "the repetition of a vowel sound"),
        ),
        ("**Stanza:** A group of lines.", ("Stanza", "a group of lines")),
        ("**Stanza** – a group of lines.", ("Stanza", "a group of lines")),
        ("__Stanza__: a group of lines.", ("Stanza", "a group of lines")),
        ("- **Statute.** A law passed by Parliament.", ("Statute", "a law passed by Parliament")),
        ("**Core.** The centre of the Earth, made of iron.", ("Core", CORE)),
    ],
)  # fmt: skip
def test_a_term_and_its_meaning(paragraph, entry):
    assert entry in entries(f"# Notes\n\n{paragraph}\n\n{SECOND}\n")


@pytest.mark.parametrize(
    "paragraph",
    [
        "**Background.** The war began in 1914 in Serbia.",
        "**Loss.** The last cruise, begun in May, added chemistry to the work of the ship.",
        "**High Court.** Hears the larger civil cases of the country.",
        "**Hot spot.** Not a boundary but a place in the middle of a plate.",
        "**Note.** A line of text that nobody reads twice.",
        "**Demand** is the quantity of a good that buyers want.",
        "Metre is a **pattern.** A regular one of stressed syllables.",
        "**Rhyme.** A sound.",
    ],
)
def test_what_is_none(paragraph):
    found = entries(f"# Notes\n\n{paragraph}\n\n{SECOND}\n\n{SECOND.replace('Metre', 'Rhythm')}\n")
    assert [term for term, _ in found] == ["Metre", "Rhythm"]


def test_one_is_no_list():
    assert entries(f"# Notes\n\n{SECOND}\n") == []


def test_where_nothing_is_bold_more_are_needed():
    words = ("Stanza", "Metre", "Rhyme scheme", "Couplet")
    lines = [f"<p>{word}. A group of lines that somebody wrote.</p>" for word in words]
    page = "<h1>Notes</h1>" + "".join(lines)
    assert [term for term, _ in entries(page, "html")] == list(words)
    assert entries(page.replace("Couplet.", "Couplets always rhyme at the end."), "html") == []


def test_a_term_with_a_line_to_itself():
    text = "**Apogee**\nThe point of an orbit that lies farthest away.\n\n"
    text += "**Perigee**\nThe point of an orbit that lies nearest.\n"
    assert entries(f"# Notes\n\n{text}") == [
        ("Apogee", "the point of an orbit that lies farthest away"),
        ("Perigee", "the point of an orbit that lies nearest"),
    ]


SAID = (
    "**Firn** is snow that has survived a summer. It is dense.\n\n"
    "**Calving** means the breaking away of blocks of ice.\n\n"
    "**Moraine** denotes a heap of debris left by ice.\n"
)


def test_a_term_that_a_verb_explains():
    assert entries(f"# Notes\n\n{SAID}") == [
        ("Firn", "snow that has survived a summer"),
        ("Calving", "the breaking away of blocks of ice"),
        ("Moraine", "a heap of debris left by ice"),
    ]


def test_two_of_them_are_no_list_and_what_is_said_of_a_thing_is_no_meaning():
    assert entries("# Notes\n\n" + SAID.rpartition("\n\n")[0]) == []
    told = "**Holm** is common in summer and much liked.\n\n"
    assert ("Holm", "common in summer and much liked") not in entries(f"# Notes\n\n{SAID}\n{told}")


def test_a_heading_that_leads_on_is_no_term():
    text = "**On tuning.** There is no tuning here.\n\n**Try.** Any two pieces of a day.\n\n"
    text += "**Mass death.** In May 2015 more than 200,000 animals, or most, died there.\n\n"
    text += "**Range.** In the last age of ice saigas lived from Britain to Alaska.\n"
    assert entries(f"# Notes\n\n{text}") == []


def test_two_of_many_that_might_be_terms_are_headings():
    heads = (
        "**Past.** Sailors of the early century steered by the stars of the north.",
        "**Build.** The hull was of oak.",
        "**Work.** The ship sailed for nine years.",
        "**End.** It burned in harbour in 1929.",
        SECOND,
    )
    assert entries("# Notes\n\n" + "\n\n".join(heads) + "\n") == []

"""What is asked of a list of terms: only what a term can mean, and only one right way round."""

from __future__ import annotations

import pytest

from tests.documents import asked, facts


def glossary(*entries: str) -> list[str]:
    listed = "\n".join(f"- {entry}" for entry in entries)
    return [one.partition(" = ")[0] for one in asked("glossary", f"## Glossary\n\n{listed}")]


@pytest.mark.parametrize(
    ("entry", "questions"),
    [
        (
            "Brine: salty water",
            ["What does “brine” mean?", "Which term means “salty water”?"],
        ),
        (
            "Slide: the entire snow cover slips on smooth ground",
            [
                "What is meant by “slide”?",
                "Which term is described as “the entire snow cover slips on smooth ground”?",
            ],
        ),
        ("Danger scale: five steps from low to high", []),
        (
            "PVA: white glue for paper",
            ["What is “PVA”?", "Which term means “white glue for paper”?"],
        ),
        (
            "MPS: moderate pan salt",
            ["What does “MPS” stand for?", "Which term means “moderate pan salt”?"],
        ),
        ("Tooling: pressing leather with hot brass tools", ["What does “tooling” mean?"]),
        (
            "Section: a few sheets folded together. Also signature, or gathering.",
            ["What does “section” mean?"],
        ),
        ("Gathering: see section", []),
        ("Rennet: what sets the milk", []),
        ("Late blowing: gas where you don't want it", []),
        ("Clean break: put a finger in and lift", []),
        ("Washed rind: one that's wiped with brine", []),
        (
            "Grain: the way in which the fibres of paper lie",
            [
                "What does “grain” mean?",
                "Which term means “the way in which the fibres of paper lie”?",
            ],
        ),
    ],
)
def test_a_meaning_is_asked_in_words_that_fit_it(entry, questions):
    assert glossary(entry) == questions


def test_what_gives_itself_away_is_not_to_be_matched():
    told = asked(
        "glossary",
        "## Glossary\n\n- Brine: salty water\n- Wind pan: a pan in the wind\n"
        "- Coping: the top of a wall\n- Quay: a place where ships land",
    )
    [matched] = [one for one in told if one.startswith("Match")]
    assert "pan in the wind" not in matched
    assert "top of a wall" in matched


def test_the_other_name_in_a_paragraph_is_right_too():
    text = (
        "**Mull** – open cotton cloth on the spine. Americans say super.\n\n"
        "**Foxing** – rusty brown spots on old paper.\n"
    )
    found = [one.partition(" = ")[0] for one in asked("glossary", text)]
    assert "What does “mull” mean?" in found
    assert not any("open cotton cloth" in question for question in found)
    assert "Which term means “rusty brown spots on old paper”?" in found


def test_an_entry_that_points_to_another_names_it_as_well():
    assert glossary("Quire: see section", "Section: a few sheets folded together") == [
        "What does “section” mean?"
    ]


LIST = """
## Definitions

- Turbine: a wheel that a river turns
- River engine: a wheel that a river turns
- Sluice: a gate that holds water back
- Weir: a low wall across a river
- Gate: a gate that holds water back.
"""


def test_every_term_of_a_meaning_is_right():
    found = [fact for fact in facts("glossary", LIST, "Words") if fact.form == "term"]
    assert {fact.answer: fact.accepted for fact in found} == {
        "turbine": ("river engine",),
        "sluice": ("gate",),
        "weir": (),
    }
    quotes = {fact.answer: [quote.quote for quote in fact.evidence] for fact in found}
    assert [quote.partition(":")[0] for quote in quotes["sluice"]] == ["Sluice", "Gate"]


def test_a_meaning_is_matched_once():
    [match] = [fact for fact in facts("glossary", LIST, "Words") if fact.form == "match"]
    assert [term for term, _ in match.pairs] == ["turbine", "sluice", "weir"]


def test_whose_words_they_are_is_shown_where_the_title_does_not_tell():
    above = "Handout for the bookbinding class of Holm."
    entries = [
        ("Awl", "a spike that makes holes in the fold of a book"),
        ("Grain", "the direction of the fibres in the paper of a book"),
        ("Spine", "the side at which a book is sewn"),
    ]
    listed = "\n\n".join(f"**{term}** – {meaning}. Ask about it." for term, meaning in entries)
    text = f"*{above} We will use most of these words.*\n\n{listed}"
    shown = {fact.context for fact in facts("glossary", text, "Words at the bench")}
    assert shown - {""} == {above}
    assert {fact.context for fact in facts("glossary", text, "Words of bookbinders")} == {""}


def test_the_list_at_the_end_of_an_article_is_of_its_words():
    article = "The cooks of Holm like salt. " * 30
    listed = "- Brine: salty water\n- Pan: a wide dish of salt water\n- Bittern: salty lye"
    found = facts("glossary", f"{article}\n\n## Glossary\n\n{listed}", "A harbour")
    assert {fact.context for fact in found} == {""}


@pytest.mark.parametrize(
    ("entry", "question"),
    [
        ("Endpapers: the double leaves at front and back", "What are “endpapers”?"),
        ("Ethics: the study of right and wrong", "What does “ethics” mean?"),
        ("Molniya orbit: a long path round the Earth", "What does “Molniya orbit” mean?"),
        ("Tyrosine crystals: small white grains in cheese", "What are “tyrosine crystals”?"),
        ("Thaw: The melting of ice", "What does “thaw” mean?"),
        ("Change of pans: a week in which salt is moved", "What does “change of pans” mean?"),
        ("Alternation of pans: the cycles of boiling", "What does “alternation of pans” mean?"),
        ("Nuc: short for nucleus, a small colony with its own queen", "What does “nuc” mean?"),
    ],
)
def test_a_term_is_asked_for_in_its_number_and_with_its_capitals(entry, question):
    assert question in glossary(entry)


def test_a_meaning_has_no_capital_within_the_question():
    assert "Which term means “the melting of ice”?" in glossary("Thaw: The melting of ice")


@pytest.mark.parametrize(
    "entry",
    [
        "Register: how one side meets the other. Also the ribbon that marks the place.",
        "Soft: under-fermented… or over, who knows",
    ],
)
def test_what_has_two_meanings_is_not_asked(entry):
    assert glossary(entry) == []


def test_a_word_of_the_meaning_gives_no_longer_word_away():
    asked_for = glossary("Acidification: the fall that an acid brings about")
    assert asked_for == ["What does “acidification” mean?"]


def test_a_name_in_a_term_keeps_the_capital_that_the_text_gives_it_in_bold():
    text = (
        "The difference is the **Pythagorean comma**.\n\n## Glossary\n\n"
        "- Pythagorean comma: the amount by which twelve fifths exceed seven octaves"
    )
    assert "What does “Pythagorean comma” mean?" in [
        one.question for one in facts("glossary", text)
    ]


def test_what_is_short_for_another_word_is_not_asked_for():
    entry = "Nuc: short for nucleus, a small colony with its own queen"
    assert glossary(entry) == ["What does “nuc” mean?"]

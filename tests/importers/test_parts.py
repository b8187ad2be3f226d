"""Text, cloze marks, templates, choices: what a field or a card says."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.checks import check
from quizlib.importers import as_choices, review_log
from quizlib.importers._cloze import gapped
from quizlib.importers._notes import Reading
from quizlib.importers._text import text
from quizlib.model import Card, Note, NoteType, Package, Review, Schedule, Template
from tests.banks import bank, item


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        ("plain\n text", "plain text"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<div>a</div><div><b>b</b></div>c", "a\nb\nc"),
        ("a&nbsp;&amp;&lt;b&gt;", "a &<b>"),
        ("<ul><li>a</li><li>b</li></ul>", "• a\n• b"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("H<sub>2</sub>O, x<sup>2n</sup>, y<sup>ab</sup>, z<sub>i</sub>", "H₂O, x²ⁿ, y^(ab), z_i"),
        ('<img src="map.png" onerror="alert(1)">', "[image: map.png]"),
        ('<img src="data:image/png;base64,xx" alt="a map">', "[image: a map]"),
        ("<script>alert(1)</script><style>b{}</style>a<!-- c -->", "a"),
        ('<a href="javascript:x">link</a>', "link"),
        ("<ruby>漢<rp>(</rp><rt>かん</rt></ruby>", "漢(かん)"),
        (r"\(x < y\) and \[a\]", r"\(x < y\) and \[a\]"),
        ("[$]x^2[/$] [$$]y[/$$] [latex]z[/latex]", r"\(x^2\) \[y\] [latex]z[/latex]"),
        ("<b>a < b</b>", "a < b"),
        ("a [sound:x.mp3]", "a [sound:x.mp3]"),
        ("<p", ""),
        ("", ""),
    ],
)
def test_markup_is_read_as_text(markup, read):
    assert text(markup) == read


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("<>&;/ abdivrpsuimgl=\"'!-#12{}[]$\n"), max_size=60))
def test_any_field_is_text_without_markup(markup):
    read = text(markup)
    assert read == "\n".join(" ".join(line.split()) for line in read.split("\n") if line.strip())
    assert "<script" not in read.lower() or "&lt;" in markup.lower() or "script" not in markup


@pytest.mark.parametrize(
    ("source", "number", "opened", "answers"),
    [
        ("a {{c1::b}} c", 1, "a ______ c", ("b",)),
        ("a {{c1::b::hint}} c", 1, "a ______ (hint) c", ("b",)),
        ("{{c1::a}} {{c2::b}}", 2, "a ______", ("b",)),
        ("{{c1::a}} {{c1::b}}", 1, "______ ______", ("a", "b")),
        ("{{c1::a {{c2::b}} c}}", 1, "______", ("a b c",)),
        ("{{c1::a {{c2::b}} c}}", 2, "a ______ c", ("b",)),
        ("{{c1::a {{c1::b}} c}}", 1, "______", ("a b c",)),
        ("{{c1,3::a}}", 3, "______", ("a",)),
        ("{{c1::a", 1, "{{c1::a", ()),
        ("a}} b", 1, "a}} b", ()),
        ("{{c1::}}", 1, "______", ("",)),
        ("{{c1::\\(a::b\\)}}", 1, "______ (b\\))", ("\\(a",)),
    ],
)
def test_cloze_marks(source, number, opened, answers):
    assert gapped(source, number) == (opened, answers)


def asked(front, back, *fields, names=("A", "B", "C"), cloze=False, number=0):
    kind = NoteType(
        id=1,
        name="T",
        fields=names,
        templates=(Template(name="C", front=front, back=back),),
        cloze=cloze,
    )
    values = (*fields, *[""] * (len(names) - len(fields)))
    note = Note(1, "g", 1, values, (), 0, (Card(1, number, "D"),))
    [question] = Reading(kind).questions(note)
    return question if isinstance(question, str) else tuple(question)


@pytest.mark.parametrize(
    ("front", "back", "fields", "told"),
    [
        ("{{A}}", "{{FrontSide}}<hr id=answer>{{B}}", ("q", "a"), ("short_answer", "q", "a", "")),
        ("{{A}}", "{{A}}<hr id=answer>{{B}}", ("q", "a"), ("short_answer", "q", "a", "")),
        ("{{A}}", "{{A}}<br>{{B}}", ("q", "a"), ("short_answer", "q", "a", "")),
        ("{{A}}", "{{FrontSide}}{{B}}<br>{{C}}", ("q", "a", "c"), ("short_answer", "q", "a", "c")),
        ("{{A}}", "{{FrontSide}}B: {{B}}", ("q", "a"), ("short_answer", "q", "B: a", "")),
        ("<p>What is {{A}}?</p>", "{{B}}", ("q", "a"), ("short_answer", "What is q?", "a", "")),
        ("{{A}}{{#C}} ({{C}}){{/C}}", "{{B}}", ("q", "a"), ("short_answer", "q", "a", "")),
        ("{{A}}{{#C}} ({{C}}){{/C}}", "{{B}}", ("q", "a", "c"), ("short_answer", "q (c)", "a", "")),
        ("{{A}}{{^C}} none{{/C}}", "{{B}}", ("q", "a"), ("short_answer", "q none", "a", "")),
        ("{{A}}\n{{type:B}}", "{{type:B}}", ("q", "[a]"), ("short_answer", "q", "[a]", "")),
        ("{{A}}{{hint:C}}", "{{B}}", ("q", "a", "c"), ("short_answer", "q", "a", "")),
        ("<img src='{{A}}'>", "{{B}}", ("q.png", "a"), ("short_answer", "[image: q.png]", "a", "")),
        ("{{A}} {{Nothing}}", "{{B}}", ("q", "a"), ("short_answer", "q", "a", "")),
        ("{{A}}", "{{B}}", ("q", "a [sound:x.mp3]"), ("short_answer", "q", "a", "")),
        ("{{A}}", "{{B}}", ("q", "[sound:x.mp3]"), ("flashcard", "q", "[sound:x.mp3]", "")),
        ("{{A}}", "{{B}}", ("", "a"), "its question has nothing that can be read"),
        ("{{A}}", "{{B}}", ("q", " "), "its answer has nothing that can be read"),
        ("{{A}}", "{{B}}", ("q", "x" * 30_000), "it is too long for a question"),
    ],
)  # fmt: skip
def test_templates(front, back, fields, told):
    assert asked(front, back, *fields) == told


@pytest.mark.parametrize(
    ("field", "number", "told"),
    [
        ("{{c1::a}} b", 0, ("cloze", "______ b", "a", "more")),
        ("{{c1::a}} b", 1, "its text has no gap for it"),
        ("{{c1::}} b", 0, "its text has no gap for it"),
        ("{{c1::one two three four five six seven eight nine}}", 0,
         ("flashcard", "______", "one two three four five six seven eight nine", "more")),
    ],
)  # fmt: skip
def test_cloze_cards(field, number, told):
    made = asked("{{cloze:A}}", "{{cloze:A}}<br>{{B}}", field, "more", cloze=True, number=number)
    assert made == told


CAPITALS = ["Paris", "Madrid", "Rome", "Vienna", "Berlin", "Oslo", "Bern", "Prague"]


def deck(*pairs, source="deck"):
    return bank(
        *(
            item(f"i{n}", "short_answer", stem, key, source=source, evidence=(), origin=f"g{n}#0")
            for n, (stem, key) in enumerate(pairs)
        )
    )


def test_cards_become_choices_of_their_own_sort():
    given = deck(*((f"Capital {n}?", city) for n, city in enumerate(CAPITALS)))
    made = as_choices(given)
    assert as_choices(given) == made
    for before, after in zip(given.items, made.items, strict=True):
        assert after.kind == "choice"
        assert (after.id, after.stem, after.key) == (before.id, before.stem, before.key)
        assert len(set(after.distractors)) == 3
        assert set(after.distractors) <= set(CAPITALS) - set(after.key)


def test_no_wrong_option_is_right_for_the_same_question():
    pairs = [("A river of France?", name) for name in ("Seine", "Loire", "Rhone")]
    made = as_choices(deck(*pairs, ("Of Spain?", "Ebro"), ("Of Italy?", "Po"), ("Again?", "PO.")))
    for each in made.items[:3]:
        assert set(each.distractors) == {"Ebro", "Po"}
    assert as_choices(deck(("A?", "one"), ("B?", "two"))).items[0].kind == "short_answer"


def test_no_option_says_what_another_or_the_key_does():
    legs = [("Legs of an ant?", "6"), ("Sides of a cube?", "six"), ("Legs of a crab?", "10")]
    arms = [("Arms of a squid?", "ten"), ("Arms of a star?", "5"), ("Days of a week?", "7")]
    made = {one.stem: one for one in as_choices(deck(*legs, *arms)).items}
    assert set(made["Legs of an ant?"].distractors) <= {"10", "ten", "5", "7"}
    for one in made.values():
        options = [*one.key, *one.distractors]
        assert not {"6", "six"} <= set(options)
        assert not {"10", "ten"} <= set(options)


def test_options_are_of_the_sort_of_the_key():
    pairs = [
        ("Who wrote Emma?", "Jane Austen"),
        ("Which country has the capital London?", "UK"),
        ("Which country has the capital Paris?", "France"),
        ("Which country won at Trafalgar?", "Great Britain"),
        ("Which country has the capital Edinburgh?", "Scotland"),
        ("Which country has the capital Oslo?", "Norway"),
        ("Legs of an ant?", "6"),
        ("When did it end?", "1804"),
    ]
    made = {one.stem: one for one in as_choices(deck(*pairs)).items}
    assert made["Who wrote Emma?"].kind == "short_answer"
    assert made["When did it end?"].kind == "short_answer"
    assert set(made["Which country won at Trafalgar?"].distractors) == {"France", "Norway"}
    assert set(made["Which country has the capital Oslo?"].distractors) <= {
        "France",
        "UK",
        "Great Britain",
        "Scotland",
    }


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["6", "six", "VI", "ten", "10", "UK", "Great Britain", "Wales", "Peru"]),
        min_size=3,
        max_size=9,
    )
)
def test_a_choice_never_has_its_key_twice(keys):
    made = as_choices(deck(*((f"Question {n}?", key) for n, key in enumerate(keys))))
    assert not {p.code for p in check(made)} & {"option-twice", "overlapping-options"}


def test_only_imported_items_become_choices():
    assert as_choices(bank()) == bank()


def test_reviews_become_entries_of_the_log():
    at = 1_700_000_000_123
    schedule = Schedule(2, -1, 5, 10, 2500, 1, 0, 0, 0)
    answers = (Review(at, 3, 10, 1, 2500, 4000, 1), Review(at + 1, 0, 5, 10, 0, 0, 4))
    card = Card(7, 0, "deck", schedule, answers)
    note = Note(6, "g0", 1, ("Q", "A"), (), 5, (card,))
    given = deck(("Q", "A")).model_copy(update={"package": Package(notes=(note,))})
    review, suspended = review_log(given, dt.timezone(dt.timedelta(hours=-20)))
    assert review.type == "review"
    assert (review.card, review.rating, review.seconds) == ("i0", 3, 4)
    assert review.at == dt.datetime(2023, 11, 14, 22, 13, 20, 123000, dt.UTC)
    assert review.day == dt.date(2023, 11, 13)
    assert suspended.type == "suspend"
    assert len({review.id, suspended.id}) == 2
    assert review_log(given.without_history(), dt.UTC) == []

"""Moodle's GIFT, as teachers write it and as Moodle exports it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.errors import UnreadableDeck
from quizlib.exporters._view import clean
from quizlib.importers import importer_of, importers, read_deck
from quizlib.model import GAP
from tests.banks import HOSTILE


@pytest.fixture
def gift(tmp_path):
    def read(content, name="week.gift"):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return read_deck(path)

    return read


def only(found):
    [item] = found.bank.items
    return item.kind, item.stem, item.key, item.distractors


def told(found):
    return [f"{problem.severity}: {problem}" for problem in found.problems]


@pytest.mark.parametrize(
    ("content", "asked"),
    [
        (
            "Who's buried there?{~Grant ~Jefferson =no one}",
            ("choice", "Who's buried there?", ("no one",), ("Grant", "Jefferson")),
        ),
        (
            "The holiday is on the {\n   ~second\n   =fourth\n} Thursday.",
            ("choice", f"The holiday is on the {GAP} Thursday.", ("fourth",), ("second",)),
        ),
        (
            "Which two? { ~%-50%No one ~%50%Grant ~%50%his wife }",
            ("multiple_response", "Which two?", ("Grant", "his wife"), ("No one",)),
        ),
        ("The sun rises.{TRUE}", ("true_false", "The sun rises.", ("True",), ())),
        ("It sets. {f#no#yes}", ("true_false", "It sets.", ("False",), ())),
        ("Who?{=no one =nobody}", ("short_answer", "Who?", ("no one", "nobody"), ())),
        ("Who? {nobody}", ("short_answer", "Who?", ("nobody",), ())),
        ("Two and two is {=four =4}.", ("cloze", f"Two and two is {GAP}.", ("four", "4"), ())),
        (
            "Born? {#1822:2}",
            ("short_answer", "Born?", ("1822", "1820", "1821", "1823", "1824"), ()),
        ),
        ("A digit? {#3..5}", ("short_answer", "A digit?", ("4", "3", "5"), ())),
        ("Pi? {#=3.14:0 =3.1416}", ("short_answer", "Pi?", ("3.14", "3.1416"), ())),
        ("Why? {####Because\\nso.}", ("flashcard", "Why?", ("Because\nso.",), ())),
        (
            "[html]<p>Is 2 &lt; 3<br>for <b>sure</b>?</p>{T}",
            ("true_false", "Is 2 < 3\nfor sure?", ("True",), ()),
        ),
        (
            "::Name:: Which\nis it\\: \\{a\\}? {=\\=5 ~\\#6}",
            ("choice", "Which is it: {a}?", ("=5",), ("#6",)),
        ),
        ("A \\\\ or \\~? {=\\\\n ~n}", ("choice", "A \\ or ~?", ("\\n",), ("n",))),
        ("[markdown]**Who?** {=a}", ("short_answer", "**Who?**", ("a",), ())),
    ],
)
def test_a_question_of_every_sort(gift, content, asked):
    found = gift(f"::x::{content}" if not content.startswith("::") else content)
    assert only(found) == asked
    assert told(found) == []


def test_pairs_to_match(gift):
    found = gift("Match. {=cat -> Katze =dog->Hund = -> Kuh}")
    [item] = found.bank.items
    assert (item.kind, item.prompts) == ("matching", ("cat", "dog"))
    assert (item.key, item.distractors) == (("Katze", "Hund"), ("Kuh",))


def test_feedback_becomes_the_explanation(gift):
    found = gift(
        "Q1? {~a#not a =b#yes, b ####In all.}\n\n"
        "Q2? {T#wrong#right}\n\n"
        "Q3? {=x#good =y#as good}\n\n"
        "Q4? {#4#four it is ~#no number}\n"
    )
    assert [item.explanation for item in found.bank.items] == [
        "In all.\nyes, b\na: not a",
        "right\nwrong",
        "good\ny: as good",
        "four it is\nno number",
    ]


def test_categories_ids_and_tags(gift):
    found = gift(
        "// A comment\n$CATEGORY: $course$/top/Geo/Rivers\n\n"
        "// question: 7 name: x\n// [id:seine-1] [tag:big \\] one] [tag:two]\n"
        "::x:: Which river? {=Seine ~Rhine}\n\n$CATEGORY: top\nNo category? {=a ~b}\n"
    )
    first, second = found.bank.items
    assert (first.id, first.tags) == ("seine-1", ("big ] one", "two", "Geo/Rivers"))
    assert second.tags == ()


def test_what_cannot_be_asked_is_told_with_its_line(gift):
    found = gift(
        "Good? {=yes ~no}\n\nA description.\n\nAn essay. {}\n\nBroken {=one\n\n"
        "Twice {=a} or {=b}\n\n"
        "Odd {one ~two =three}\n\nOne {=a ~}\n\nNone {~a ~b}\n\nRange {#3.141..3.142}\n\n"
        "Number {#four}\n\nPart {=%50%half}\n\nPairs {=a->b =c}\n\n{=who? ~what?}\n"
    )
    assert [item.stem for item in found.bank.items] == ["Good?"]
    assert [line.partition("left out: ")[2] for line in told(found)] == [
        "it is a description: it has no answers in braces (first: line 3)",
        "it is an essay without an answer to compare with (first: line 5)",
        "it has not one pair of braces (first: line 7)",
        "it has an answer without “=” or “~” (first: line 11)",
        "it has but one option (first: line 13)",
        "none of its options is right (first: line 15)",
        "a range of numbers has no one answer (first: line 17)",
        "its number is none (first: line 19)",
        "it has no answer that is wholly right (first: line 21)",
        "it has a pair without “->” (first: line 23)",
        "it has no question (first: line 25)",
    ]


def test_what_is_taken_simpler_is_told(gift):
    found = gift(
        "One? {~%50%half =whole ~none}\n\nTwo? {=a =b ~c}\n\nThree? {=*Paris* =Par\\\\*is =*}\n\n"
        "Four? {#3.14:0.01}\n\nFive? {=a =%50%b}\n"
    )
    assert [item.key for item in found.bank.items] == [
        *(("whole",), ("a", "b"), ("Paris", "Par*is")),
        *(("3.14",), ("a",)),
    ]
    assert told(found) == [
        (
            "note: week.gift: 2 questions taken without points for answers that are right in part"
            " (first: line 1)"
        ),
        (
            "note: week.gift: 1 question taken without the rule that one right option is enough:"
            " all are to be chosen (first: line 3)"
        ),
        (
            "note: week.gift: 1 question taken without the “*” that stands for any words in an"
            " answer (first: line 5)"
        ),
        (
            "note: week.gift: 1 question taken without the tolerance of a number: only the number"
            " itself is right (first: line 7)"
        ),
    ]


@pytest.mark.parametrize(
    ("content", "claimed"),
    [
        ("::Q1:: Who? {=a ~b}", True),
        ("// Moodle\n\n$CATEGORY: x\n", True),
        ("Grant is {~buried =entombed} there.", True),
        ("It is so. {T}", True),
        ("Born? {#1822:5}", True),
        ("// [id:x]\n[html]Who? {\n\t[plain]she\n}", True),
        ("[html] is a mark.", False),
        ("The set {a, b} has two elements.", False),
        ("An essay. {}", False),
        ("body { color: red } #a {x}", False),
        ("\\mathbf{T} and x^{=} and {# comment #}", False),
        ("{" * 5000, False),
        ("{=" * 5000, False),
    ],
)
def test_a_text_is_gift_if_it_asks_as_gift_does(tmp_path, content, claimed):
    path = tmp_path / "a.txt"
    path.write_text(content)
    assert (importer_of(path) is importers.get("gift")) == claimed


def test_an_empty_list_is_refused(gift):
    with pytest.raises(
        UnreadableDeck, match=r"week\.gift: not a usable deck: it holds no question$"
    ):
        gift("$CATEGORY: x\n")


SIGNS = {sign: f"\\{sign}" for sign in "~=#{}:\\"} | {"\n": "\\n"}


def escaped(text):
    return "".join(SIGNS.get(c, c) for c in text)


@given(st.text(st.sampled_from("~=#{}:\\n/%>-[]* a"), max_size=12), st.sampled_from(HOSTILE))
@settings(max_examples=150, deadline=None)
def test_what_is_escaped_comes_back(tmp_path_factory, odd, bad):
    texts = [*(f"x {odd} {each}" for each in ("stem?", "right", "wrong")), f"x {clean(bad)} y"]
    stem, right, wrong, told = ("[plain]" + escaped(text) for text in texts)
    path = tmp_path_factory.mktemp("gift") / "a.gift"
    path.write_text(f"::x::{stem} {{={right} ~{wrong} ####{told}}}", encoding="utf-8")
    [item] = read_deck(path).bank.items
    got = (item.stem, item.key[0], item.distractors[0], item.explanation)
    assert got == tuple(re.sub("[ \t]+", " ", text) for text in texts)

from __future__ import annotations

import pytest

from quizlib.exporters._view import clean, place, show
from quizlib.items import kinds
from quizlib.model import Choice, Match, Order
from quizlib.wording import counted
from tests.banks import HOSTILE, bank, item


def shown(*items):
    return show(bank(*items))[0]


def test_every_kind_is_shown():
    given = bank()
    assert {each.kind for each in given.items} == set(kinds.names())
    views, problems = show(given)
    assert [view.id for view in views] == [each.id for each in given.items]
    assert [view.number for view in views] == list(range(1, len(views) + 1))
    assert problems == []


@pytest.mark.parametrize("view", show(bank())[0], ids=lambda view: view.kind)
def test_right_points_at_the_key(view):
    right = [view.options[place] for place in view.right]
    match view.interaction:
        case Choice(options=options, right=places):
            assert sorted(view.options) == sorted(options)
            assert {options[place] for place in places} == set(right) == set(view.key)
        case Match(left=left, right=column):
            assert right == list(column[: len(left)])
            assert view.key == tuple(f"{a} — {b}" for a, b in zip(left, right, strict=True))
        case Order(entries=entries):
            assert right == list(entries) == list(view.key)
        case _:
            assert view.options == view.right == ()


def test_the_order_of_options_is_decided_by_the_item_alone():
    wrong = [f"wrong {n}" for n in range(5)]
    orders = {
        id: shown(item(id, "choice", "Which?", "right", distractors=wrong))[0].options
        for id in ("a", "b", "c", "d")
    }
    assert len(set(orders.values())) > 1
    fewer = shown(item("a", "choice", "Which?", "right", distractors=wrong[:4]))[0].options
    assert fewer == tuple(option for option in orders["a"] if option != "wrong 4")


def test_options_with_an_order_of_their_own_keep_it():
    assert shown(item("a", "choice", "How many?", "20", distractors=("3", "100")))[0].options == (
        "3",
        "20",
        "100",
    )
    assert shown(item("a", "true_false", "So?", "False"))[0].options == ("True", "False")


@pytest.mark.parametrize("number", range(40))
def test_order_and_match_never_stand_solved(number):
    keys = ("first", "second", "third")
    views = shown(
        item(f"o{number}", "ordering", "Order.", *keys),
        item(f"m{number}", "matching", "Match.", *keys, prompts=("1", "2", "3")),
    )
    assert [view for view in views if view.options == keys] == []


def test_a_match_never_stands_solved_where_options_are_left_over():
    fields = {"prompts": ("1", "2", "3"), "distractors": ("fourth", "fifth")}
    keys = ("first", "second", "third")
    views = shown(*(item(f"m{n}", "matching", "Match.", *keys, **fields) for n in range(400)))
    assert [view for view in views if view.options[:3] == keys] == []


def test_the_same_text_on_both_sides_of_a_match_is_told_apart():
    (view,) = shown(item("m", "matching", "Match.", "x", "x", "y", prompts=("1", "2", "3")))
    assert sorted(view.right) == [0, 1, 2]
    assert view.key == ("1 — x", "2 — x", "3 — y")


def test_quotes_carry_title_and_line():
    quote = shown(bank().items[3])[0].quotes[0]
    assert (quote.title, quote.line) == ("The Salt Tax", 2)
    assert quote.words == "Each barrel of herring took thirty kilograms of salt."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\x0bd", "a\nb\ncd"),
        ("e\u0301", "é"),
        ("\x1b[31mred\x07", "[31mred"),
        ("\ud800x\ufffe", "x"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_clean(text, expected):
    assert clean(text) == expected


@pytest.mark.parametrize("text", HOSTILE)
def test_clean_twice_is_clean_once(text):
    assert clean(clean(text)) == clean(text)


def test_counted():
    assert (counted(1, "note"), counted(0, "note"), counted(2, "note")) == (
        "1 note",
        "0 notes",
        "2 notes",
    )


def test_quotes_that_only_repeat_the_key_are_not_told_beside_others():
    one, other = bank().items[0].evidence[0], bank().items[3].evidence[0]
    repeated = other.model_copy(update={"quote": "Smuggling."})
    [told] = shown(item("a", "flashcard", "Why?", "smuggling", evidence=(one, repeated)))
    assert [quote.words for quote in told.quotes] == [one.quote, "Smuggling."]
    assert [quote.words for quote in told.telling] == [one.quote]
    [told] = shown(item("a", "flashcard", "Why?", "smuggling", evidence=(repeated,)))
    assert [quote.words for quote in told.telling] == ["Smuggling."]


@pytest.mark.parametrize(
    ("explanation", "told"),
    [
        ("The harbour council abolished the salt tax.", ""),
        ("the council abolished the salt tax in 1804, because", ""),
        ("In 1804 the harbour council abolished the salt tax.", "In 1804 the harbour council …"),
        ("The harbour council abolished the window tax.", "The harbour council …"),
        ("Nobody paid it.", "Nobody paid it."),
        ("", ""),
    ],
)
def test_an_explanation_that_the_quote_says_is_no_remark(explanation, told):
    [view] = shown(item("a", "flashcard", "Why?", "smuggling", explanation=explanation))
    assert view.remark.startswith(told.rstrip("…"))
    assert bool(view.remark) is bool(told)
    assert view.explanation == explanation


def test_a_heading_is_the_place_of_the_only_quote():
    one, other = bank().items[0].evidence[0], bank().items[3].evidence[0]
    given = {"tags": ("faq", "Taxes")}
    [told] = shown(item("a", "flashcard", "Why?", "smuggling", evidence=(one,), **given))
    assert place(told, told.quotes[0]) == "Taxes"
    [told] = shown(item("a", "flashcard", "Why?", "smuggling", evidence=(one, other), **given))
    assert place(told, told.quotes[0]) == ""

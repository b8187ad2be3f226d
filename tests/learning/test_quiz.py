"""A sitting: what it asks, in what order, and what it keeps."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.errors import EmptyBank, InvalidResponse, UnknownName
from quizlib.learning import Quiz, Tally
from quizlib.learning.selection import fact
from quizlib.model import Evidence, Item, Status
from tests.banks import ITEMS, bank, item


def sitting(quiz: Quiz) -> list[Item]:
    items = []
    while (asked := quiz.next()) is not None:
        items.append(asked)
    return items


def of(document: str, place: int) -> tuple[Evidence, ...]:
    end = place + 5
    return (Evidence(document=document, quote="quote", start=place, end=end, line=1),)


def test_every_item_is_asked_once_then_none():
    quiz = Quiz(bank(), count=20)
    assert sorted(item.id for item in sitting(quiz)) == sorted(item.id for item in ITEMS)
    assert quiz.next() is None


def test_the_same_bank_and_seed_give_the_same_sitting():
    first, second, other = (sitting(Quiz(bank(), seed=seed)) for seed in (1, 1, 2))
    assert first == second
    assert first != other


def test_the_order_of_the_bank_does_not_matter():
    assert sitting(Quiz(bank(*reversed(ITEMS)), count=4)) == sitting(Quiz(bank(), count=4))


def test_only_live_items_are_asked():
    gone = [ITEMS[0].model_copy(update={"status": status}) for status in ("rejected", "retired")]
    quiz = Quiz(bank(*gone, ITEMS[1]))
    assert [asked.id for asked in sitting(quiz)] == ["choice1"]


def test_only_the_kinds_asked_for():
    quiz = Quiz(bank(), kinds=["cloze", "term"])
    assert {asked.kind for asked in sitting(quiz)} == {"cloze", "term"}


def test_an_unknown_kind_is_refused():
    with pytest.raises(
        UnknownName, match=r"unknown kind 'clozes' \(did you mean cloze\?\); known: "
    ):
        Quiz(bank(), kinds=["clozes"])


def test_nothing_to_ask_is_refused():
    rejected = ITEMS[0].model_copy(update={"status": Status.REJECTED})
    with pytest.raises(EmptyBank) as raised:
        Quiz(bank(rejected))
    assert str(raised.value) == "Salt: no item left to ask"
    with pytest.raises(EmptyBank) as raised:
        Quiz(bank(ITEMS[0]), kinds=["cloze", "term"])
    assert str(raised.value) == "Salt: no item of kind cloze or term"


def test_a_sitting_is_spread_over_documents_and_kinds():
    items = [
        item(f"{document}{kind}{n}", kind, "Stem?", "key", evidence=of(document, 10 * n))
        for document, size in (("small", 2), ("large", 30))
        for kind in ("cloze", "term", "short_answer")
        for n in range(size)
    ]
    asked = sitting(Quiz(bank(*items), count=6))
    assert [one.evidence[0].document for one in asked].count("small") >= 2
    assert {one.kind for one in asked} == {"cloze", "term", "short_answer"}


def test_a_fact_is_not_asked_twice_while_others_are_left():
    items = [
        item(f"{kind}{n}", kind, "Stem?", "key", evidence=of("a", 10 * n))
        for kind in ("cloze", "term")
        for n in range(5)
    ]
    asked = sitting(Quiz(bank(*items), count=5))
    assert len({fact(one) for one in asked}) == 5


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=12), st.integers())
def test_one_fact_never_comes_twice_in_a_row_where_avoidable(places, seed):
    items = [
        item(f"item{n}", "cloze", "Stem?", "key", evidence=of("a", 10 * place))
        for n, place in enumerate(places)
    ]
    asked = [fact(one) for one in sitting(Quiz(bank(*items), count=12, seed=seed))]
    assert len(asked) == len(items)
    most = max(asked.count(one) for one in asked)
    neighbours = sum(a == b for a, b in pairwise(asked))
    assert neighbours == max(0, most - (len(asked) - most) - 1)


def test_a_thousand_items_are_arranged_quickly():
    items = [
        item(f"item{n}", "cloze", "Stem?", "key", evidence=of("a", n // 2)) for n in range(1000)
    ]
    assert len(sitting(Quiz(bank(*items), count=1000))) == 1000


def test_options_are_shuffled_by_seed_but_not_numbers_nor_true_and_false():
    quizzes = [Quiz(bank(), seed=seed) for seed in range(20)]
    shown = {
        id: {quiz.presented(asked).options for quiz in quizzes for asked in ITEMS if asked.id == id}
        for id in ("choice1", "truth1", "several1", "cloze1")
    }
    assert shown["choice1"] == {("1794", "1804", "1814", "1821")}
    assert shown["truth1"] == {("True", "False")}
    assert shown["cloze1"] == {()}
    assert len(shown["several1"]) > 10
    assert {tuple(sorted(options)) for options in shown["several1"]} == {
        ("coal", "herring", "rope", "salt", "tar")
    }


@pytest.mark.parametrize("kind", ["ordering", "matching"])
@pytest.mark.parametrize("distractors", [(), ("dries fish",)])
def test_entries_and_pairs_are_never_shown_in_the_order_of_the_key(kind, distractors):
    given = next(one for one in ITEMS if one.kind == kind)
    asked = given.model_copy(update={"distractors": distractors})
    orders = {Quiz(bank(asked), seed=seed).presented(asked).options[:3] for seed in range(100)}
    assert asked.key not in orders
    assert len(orders) >= 5


def test_of_two_entries_chance_decides_which_comes_first():
    asked = item("two", "ordering", "Order.", "first", "second")
    orders = [Quiz(bank(asked), seed=seed).presented(asked).options for seed in range(40)]
    assert 10 < orders.count(asked.key) < 30


def test_answers_are_graded_by_the_places_shown():
    for seed in range(10):
        quiz = Quiz(bank(), seed=seed, kinds=["multiple_response"])
        asked = quiz.items[0]
        options = quiz.presented(asked).options
        assert quiz.answer(asked, [options.index(key) + 1 for key in asked.key]).right
        assert quiz.answer(asked, " ".join(str(options.index(k) + 1) for k in asked.key)).right
        assert quiz.answer(asked, list(asked.key)).right


def test_a_slip_that_makes_another_answer_of_the_bank_is_wrong():
    quiz = Quiz(
        bank(
            item("a", "short_answer", "Who built it?", "Johnson"),
            item("b", "short_answer", "Who sold it?", "Johnston"),
        )
    )
    johnson = next(one for one in quiz.items if one.id == "a")
    assert not quiz.answer(johnson, "Johnston").right
    assert quiz.answer(johnson, "Jonhson").right


def test_the_summary_counts_what_was_answered():
    quiz = Quiz(bank(), count=10)
    for asked in sitting(quiz)[:8]:
        quiz.answer(asked, asked.key if asked.kind in {"ordering", "matching"} else asked.key[0])
    missed = next(one for one in quiz.items if one.kind == "multiple_response")
    quiz.answer(missed, [quiz.presented(missed).options.index("salt") + 1])
    total = quiz.summary.total
    assert (total.asked, total.right) == (len(quiz.results), len(quiz.results) - 1)
    assert total.points == pytest.approx(total.right + 1 / 3)
    assert [result.item.id for result in quiz.summary.missed] == ["several1"]
    assert quiz.summary.by_kind["multiple_response"] == Tally(asked=1, right=0, points=1 / 3)
    assert quiz.summary.by_document == {"salt-tax": total}


def test_an_item_passed_over_is_not_counted():
    quiz = Quiz(bank())
    quiz.next()
    assert quiz.results == ()
    assert quiz.summary.total == Tally()


def test_a_second_answer_replaces_the_first():
    quiz = Quiz(bank(), kinds=["choice"])
    asked = quiz.items[0]
    quiz.answer(asked, "1794")
    quiz.answer(asked, "1804")
    assert quiz.summary.total == Tally(asked=1, right=1, points=1)


def test_the_learner_has_the_last_word_on_own_words_only():
    quiz = Quiz(bank(), kinds=["flashcard", "choice"])
    flash, choice = sorted(quiz.items, key=lambda one: one.kind, reverse=True)
    with pytest.raises(InvalidResponse, match="allowed: a rating of an answer given"):
        quiz.rate(flash, right=True)
    assert not quiz.answer(flash, "no idea").right
    assert quiz.rate(flash, right=True).points == 1
    assert not quiz.rate(flash, right=False).right
    quiz.answer(choice, "1804")
    with pytest.raises(InvalidResponse):
        quiz.rate(choice, right=False)


def test_an_item_of_another_sitting_is_refused():
    quiz = Quiz(bank(ITEMS[0]))
    with pytest.raises(UnknownName, match="unknown item of this sitting 'choice1'; known: flash1"):
        quiz.answer(ITEMS[1], "1804")


def test_a_loop_with_typed_answers_alone_works():
    quiz = Quiz(bank())
    while (asked := quiz.next()) is not None:
        assert quiz.answer(asked, "whatever comes").feedback


def quote(place):
    return Evidence(document="salt-tax", quote="salt", start=place, end=place + 4, line=1)


OPENED = item(
    "when",
    "short_answer",
    "In what year was the first coffee house of London opened by Pasqua Rosée?",
    "1652",
    evidence=(quote(0),),
)
OPENER = item(
    "who",
    "short_answer",
    "Who opened the first coffee house of London?",
    "Pasqua Rosée",
    evidence=(quote(50),),
)


@pytest.mark.parametrize("seed", range(8))
def test_no_question_answers_another_while_there_are_others(seed):
    others = [
        item(f"other{n}", "short_answer", f"{word}?", "salt", evidence=(quote(n),))
        for n, word in ((100, "Brine"), (200, "Pan"), (300, "Tax"))
    ]
    asked = {one.id for one in Quiz(bank(OPENED, OPENER, *others), count=4, seed=seed).items}
    assert len(asked) == 4
    assert not {"when", "who"} <= asked


@pytest.mark.parametrize("seed", range(8))
def test_what_another_question_answers_is_asked_before_it(seed):
    quiz = Quiz(bank(OPENED, OPENER), seed=seed)
    assert [one.id for one in quiz.items] == ["who", "when"]

"""The page grades as the terminal does."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizlib.exporters import exporters
from quizlib.grading import grade
from quizlib.grading.wording import fold
from quizlib.model import Choice, ExtendedText, Match, Order, TextEntry
from tests.banks import HOSTILE, bank
from tests.grading.test_text_entry import RIGHT, WRONG

pytestmark = pytest.mark.consumer

#: Answers as people type them, and pieces that make numbers, dates, units and negations.
PIECES = (
    "one two five nine ten twelve thirteen twenty twenty-one forty ninety hundred thousand million"
    " billion bn second third fifth twentieth and minus negative ii iv xii 0 1 2 7 12 30 100 1804"
    " 1950 1,950 1.950 1,95 1.95 .5 -3 −3 +3 1'000 ½ ² m² km2 km/h mph kg kilograms kilos lb pounds"
    " £ $ € ¥ % percent °C degrees celsius years yr the a an of in on at or not no cannot isn't"
    " dont May march 3rd 4 Jan january sept salt Salts salt tax harbor harbour council councils"
    " database data base U.S. O'Neill Crane's Pyongyang Pyonyang separate seperate straße STRASSE"
    " Élysée elysee øre łódź ﬁnal ΣΊΣΥΦΟΣ σίσυφος İstanbul 漢字 ١٩٥٠ १९५० c++ c# a/b"
    " Johnson Johnston Michael Michel desert dessert refuge refugee theatre Theater oestrogen"
    " half thirds 1/3 quarters O- Cl-"
    " - – — & != ≠ ' ’ \u200bzero \u00ad x\u0301 _ ~ ^ ( ) , . ; : ? ! \t \n שָׁלוֹם سَلام"
).split(" ")


@pytest.fixture(scope="module")
def page(browser, tmp_path_factory):
    path = tmp_path_factory.mktemp("grading") / "page.html"
    path.write_bytes(exporters.get("web").export(bank()).data)
    page = browser.new_page()
    page.goto(path.as_uri())
    yield page
    page.close()


def told(page, item, response):
    found = page.evaluate("([item, response]) => grade(item, response)", [item, response])
    return found["verdict"], found["points"], found["right"]


def expected(score):
    verdict = score.feedback.removesuffix(".").partition(":")[0]
    return verdict, score.points, score.right


def same_text(page, accepted, response, stem="", others=()):
    item = {"type": "text_entry", "accepted": accepted, "stem": stem, "others": others}
    score = grade(TextEntry(accepted=accepted), response, stem=stem, others=others)
    assert told(page, item, response) == expected(score), (accepted, response, stem, others)


@pytest.mark.parametrize(("one", "other"), RIGHT + WRONG)
def test_the_vectors_of_the_terminal_hold(page, one, other):
    same_text(page, [one], other)
    same_text(page, [other], one)


@pytest.mark.parametrize("text", [*HOSTILE, "", " ", "\x00", "\ud83d\udc4d", "I\u0307", "ς Σ ß"])
def test_the_oddest_answers_are_graded_alike(page, text):
    for key in ("salt", "30", text or "x"):
        same_text(page, [key], text)


typed = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join)
run_together = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)
any_text = typed | run_together | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
quick = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@quick
@given(any_text, any_text, st.sampled_from(["", "What is the salt tax?", "More or less?"]))
def test_any_answer_is_graded_alike(page, key, response, stem):
    same_text(page, [key or "x", "the salt"], response, stem)
    same_text(page, [key or "x"], key)


@quick
@given(typed, st.integers(0, 30), st.sampled_from("aeiosmt x"), st.booleans())
def test_a_slip_is_forgiven_alike(page, key, place, letter, known):
    slipped = key[:place] + letter + key[place + 1 :]
    same_text(page, [key], slipped, others=[slipped] if known else [])
    same_text(page, [key], key[:place] + key[place + 1 :])
    same_text(page, [key.title()], key[:place] + key[place : place + 2][::-1] + key[place + 2 :])
    same_text(page, [key], key[:place] + key[place : place + 1] + key[place:])


@quick
@given(any_text)
def test_text_is_folded_alike(page, text):
    same = "([one, other]) => fold(one) === fold(other)"
    assert page.evaluate(same, [text, fold(text)]) == (fold(text) == fold(fold(text)))


@quick
@given(typed, typed)
def test_answers_in_own_words_are_suggested_alike(page, model, response):
    score = grade(ExtendedText(model_answer=model), response)
    for answer, graded in (
        (response, score),
        (model, grade(ExtendedText(model_answer=model), model)),
    ):
        found = told(page, {"type": "extended_text", "model": model}, answer)
        verdict = "Compare" if graded.self_rated else "Right"
        assert found == (verdict, pytest.approx(graded.points), graded.right) or not answer.strip()


dates = st.sampled_from(["14", "the 14th of", "July", "July of", "of", "1789", "May", "1790", "32"])


@quick
@given(st.lists(dates, min_size=1, max_size=4), st.lists(dates, min_size=1, max_size=4))
def test_parts_of_dates_are_graded_alike(page, key, response):
    answer = " ".join(response)
    same_text(page, [" ".join(key)], answer, others=[answer])
    same_text(page, [" ".join(key)], answer)


texts = st.lists(st.sampled_from(["salt", "rope", "tar", "coal", "oil"]), min_size=2, unique=True)


@quick
@given(texts, st.data())
def test_choices_orders_and_matches_are_graded_alike(page, options, data):
    places = st.sampled_from(range(len(options)))
    right = sorted(data.draw(st.sets(places, min_size=1)))
    picked = [options[place] for place in sorted(data.draw(st.sets(places)))]
    multiple = data.draw(st.booleans())
    choice = Choice(options=tuple(options), right=tuple(right), multiple=multiple)
    one = {"type": "choice", "options": options, "right": right, "multiple": multiple}
    if multiple or (len(right) == 1 and len(picked) < 2):
        assert told(page, one, picked) == expected(grade(choice, picked))
    given_order = data.draw(st.permutations(options) | st.just([]))
    listed = {"type": "order", "options": options, "right": list(range(len(options)))}
    order = Order(entries=tuple(options))
    assert told(page, listed, given_order) == expected(grade(order, given_order))
    left = [str(n) for n in range(len(options) - 1)]
    sides = [data.draw(st.sampled_from([None, *options])) for _ in left]
    pairs = {**listed, "type": "match", "left": left, "right": list(range(len(left)))}
    match = Match(left=tuple(left), right=tuple(options))
    assert told(page, pairs, sides) == expected(grade(match, sides))

"""What a review stands on: forms, queues, findings, passages, and the file."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.errors import ChangedBank, InvalidEdit, UnknownName
from quizlib.model import Problem, Severity, Status
from quizlib.review import Keeper, fields, filled, findings, form, of_item, passage, queue
from quizlib.review.form import EDITABLE
from quizlib.storage import load
from tests.banks import HOSTILE, ITEMS, bank, item
from tests.documents import document

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@pytest.mark.parametrize("asked", ITEMS, ids=lambda one: one.kind)
def test_a_form_says_what_the_item_says(asked):
    said = filled(form(asked, ["choice · The Salt\nTax", "another remark"]))
    assert said == {name: getattr(asked, name) for name in fields(asked)}
    assert list(said) == list(fields(asked))


def test_a_form_has_what_its_interaction_uses():
    by_kind = {one.kind: fields(one) for one in ITEMS}
    assert by_kind["cloze"] == ("stem", "context", "key", "explanation", "tags")
    assert set(by_kind["choice"]) - set(by_kind["cloze"]) == {"distractors"}
    assert set(by_kind["matching"]) - set(by_kind["choice"]) == {"prompts"}
    assert fields(item("a", "unheard-of", "Why?", "Because.")) == EDITABLE


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.lists(TEXTS, min_size=1, max_size=4), st.sampled_from(HOSTILE))
def test_any_text_goes_through_a_form(text, several, hostile):
    asked = item("a", "choice", text, *several, distractors=(hostile, text), context=hostile)
    assert filled(form(asked, [hostile, text])) == {
        name: getattr(asked, name) for name in fields(asked)
    }


@settings(max_examples=150, deadline=None)
@given(st.text())
def test_any_text_is_a_form_or_is_refused(text):
    with suppress(InvalidEdit):
        assert set(filled(text)) <= set(EDITABLE)


def test_everything_in_a_form_is_text():
    assert filled("stem: no\nkey: 1804\ntags: [1.50, 2019-05-03]\n") == {
        "stem": "no",
        "key": ("1804",),
        "tags": ("1.50", "2019-05-03"),
    }


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "{}"])
def test_an_empty_form_says_nothing(text):
    assert filled(text) == {}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "stem: 'open\n",
            "not taken: line 2 of the form: found unexpected end of stream",
        ),
        (
            "stm: Who?\n",
            f"not taken: 'stm' is no field that can be changed: {', '.join(EDITABLE)}",
        ),
        ("- Who?\n", "not taken: it is no form: each field begins with its name and a colon"),
        ("stem: [Who]\n", "not taken: stem is one text"),
        (
            "key: {a: b}\n",
            "not taken: key is a list of texts, each on a line that begins with a dash",
        ),
        ("stem: \x00\n", "not taken: the form: it cannot be read"),
        ("[" * 5000, "not taken: the form: it cannot be read"),
    ],
)
def test_what_is_no_form(text, why):
    with pytest.raises(InvalidEdit) as error:
        filled(text)
    assert str(error.value) == why


def out(asked, status=Status.CANDIDATE):
    return asked.model_copy(update={"status": status})


def test_a_candidate_is_looked_at_as_if_it_were_live():
    twin = ITEMS[2].model_copy(update={"id": "twin"})
    found = bank(ITEMS[2], out(twin))
    by_id = findings(found, found.items)
    assert by_id[ITEMS[2].id] == ()
    assert [problem.code for problem in by_id["twin"]] == ["duplicate"]
    assert of_item(found, out(twin)) == by_id["twin"]
    mended = twin.model_copy(update={"stem": "Which assembly met at Elmswick?"})
    assert "duplicate" not in {problem.code for problem in of_item(found, mended)}


def test_two_candidates_that_ask_the_same_are_told():
    twin = ITEMS[2].model_copy(update={"id": "twin"})
    found = bank(out(ITEMS[2]), out(twin))
    assert [problem.code for problem in findings(found, found.items)["twin"]] == ["duplicate"]


def test_what_needs_a_person_comes_first_and_the_surest_of_it():
    def sure(id, confidence, status=Status.GENERATED):
        return item(id, "cloze", "______?", "a", confidence=confidence, status=status)

    items = [
        sure("fine", 0.9),
        sure("better", 0.95),
        sure("aside", 0.4, Status.CANDIDATE),
        sure("faulty", 0.6),
    ]
    problem = Problem(code="duplicate", severity=Severity.WARNING, message="asks the same")
    problems = {"faulty": (problem,)}
    assert queue(items, problems) == ["faulty", "aside", "better", "fine"]
    assert queue(items, problems, ["duplicate"]) == ["faulty"]
    assert queue(items, problems, ["long-stem"]) == []
    with pytest.raises(UnknownName, match="unknown problem 'duplicat'"):
        queue(items, problems, ["duplicat"])


def around(text, quote, of=None):
    found = document(text)
    [block] = [block for block in found.blocks if quote in block.text]
    start = block.text.index(quote)
    told = passage(found.evidence(block, start, start + len(quote)), of or found)
    return told.before, told.quote, told.after


TEXT = 'The tax was high. Mr Lund wrote to the *council* in 1804. He asked "Why?" Nobody knew.'


@pytest.mark.parametrize(
    ("quote", "before", "after"),
    [
        ("wrote to the council", "Mr Lund", "in 1804."),
        ("Mr Lund wrote to the council in 1804.", "The tax was high.", 'He asked "Why?"'),
        ("The tax was high.", "", "Mr Lund wrote to the council in 1804."),
        ("Nobody knew.", 'He asked "Why?"', ""),
    ],
)
def test_a_quote_stands_in_its_sentence_or_between_its_neighbours(quote, before, after):
    assert around(TEXT, quote) == (before, quote, after)


def test_a_quote_without_its_document_stands_alone():
    other = document("Something else altogether, and much longer than that. " * 9)
    assert around(TEXT, "Nobody knew.", other) == ("", "Nobody knew.", "")
    assert passage(ITEMS[0].evidence[0], None).quote == ITEMS[0].evidence[0].quote


def test_a_keeper_saves_what_it_is_given(tmp_path):
    path = tmp_path / "salt.json"
    bank().save(path)
    keeper = Keeper(path)
    for title in ("one", "two"):
        keeper(keeper.bank.model_copy(update={"title": title}))
        assert load(path).title == title


def test_a_keeper_never_writes_over_the_work_of_others(tmp_path):
    path = tmp_path / "salt.json"
    bank().save(path)
    keeper = Keeper(path)
    bank(title="Theirs").save(path)
    with pytest.raises(ChangedBank):
        keeper(bank(title="Mine"))
    assert load(path).title == "Theirs"


def test_a_bank_that_was_deleted_is_written_again(tmp_path):
    path = tmp_path / "salt.json"
    bank().save(path)
    keeper = Keeper(path)
    path.unlink()
    keeper(bank(title="Mine"))
    assert load(path).title == "Mine"

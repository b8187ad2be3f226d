"""What holds for every rule."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.checks import check, checks
from quizlib.checks._examples import SOURCE, bank_of
from quizlib.items import kinds
from quizlib.model import GAP, Problem
from quizlib.testing import assert_check
from quizlib.testing._checks import hold_problems
from tests.banks import HOSTILE, bank, item
from tests.test_storage import banks, texts

RULES = {name: checks.get(name) for name in checks.names()}
FLAWS = [(name, flaw) for name, rule in RULES.items() for flaw in rule.flaws]
DOCUMENTS = {SOURCE.id: SOURCE}


def told(name, items) -> list[Problem]:
    return list(RULES[name].check(bank_of(items), DOCUMENTS))


@pytest.mark.parametrize("name", RULES)
def test_what_is_promised_to_plug_ins_holds(name):
    assert_check(name)
    assert re.fullmatch(r"[^A-Z\n].*[^.\n]", RULES[name].summary)
    assert re.fullmatch(r"[A-Z][^\n]*\.", RULES[name].why)


def test_codes_belong_to_one_rule():
    codes = [flaw.code for _, flaw in FLAWS]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize(("name", "flaw"), FLAWS, ids=[flaw.code for _, flaw in FLAWS])
def test_every_bad_item_is_bad_by_itself_where_one_can_be(name, flaw):
    alone = [one for one in flaw.bad if flaw.code in {p.code for p in told(name, [one])}]
    assert alone in ([], list(flaw.bad))


#: Items of every kind that have a chance of fitting it, with anything in their texts.
lines = texts | st.text("abcß d?._'’“”-0123456789,;:!()%$ \n", max_size=60)
sentences = st.lists(
    lines | st.sampled_from(["Why did", "he", "is it", "an", GAP, "this", "which of these", "not"]),
    max_size=6,
).map(" ".join)
fitting = st.builds(
    lambda kind, stem, key, wrong, context: item(
        "a1", kind, stem, *(["False"] if kind == "true_false" else key),
        distractors=wrong, context=context, prompts=["x"] if kind == "matching" else (),
    ),
    kind=st.sampled_from(kinds.names()),
    stem=sentences,
    key=st.lists(sentences, min_size=1, max_size=3),
    wrong=st.lists(sentences, max_size=3),
    context=st.just("") | sentences,
)  # fmt: skip
hostile = banks | st.lists(fitting, min_size=1, max_size=4).map(
    lambda items: bank(*(one.model_copy(update={"id": f"a{n}"}) for n, one in enumerate(items)))
)


@settings(max_examples=150, deadline=None)
@given(made=hostile)
def test_no_rule_stumbles_over_any_bank(made):
    for rule in RULES.values():
        hold_problems(rule, made)


@pytest.mark.parametrize("bad", HOSTILE)
def test_problems_of_hostile_items_come_in_order(bad):
    items = [item(f"{bad} {n}", "choice", bad, bad) for n in range(3)]
    found = [p.where for p in check(bank(*items)) if p.code == "too-few-options"]
    assert found == [f"{one.id} (salt-tax.txt:1)" for one in items]


def test_rules_of_english_leave_other_languages_alone():
    made = bank(item("a", "short_answer", "Was it?", "this")).model_copy(update={"language": "de"})
    assert check(made) == [p for p in check(made) if p.code == "key-not-in-quote"]

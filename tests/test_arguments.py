"""What a program hands in by mistake is told in one line, before anything is done."""

from __future__ import annotations

import datetime as dt

import pytest

import quizlib
from quizlib.errors import InvalidArgument, QuizlibError, UnknownName
from quizlib.learning import Plan, Quiz, Store, study
from tests.banks import ITEMS, bank
from tests.learning.clock import NOON

BANK = bank(*ITEMS)
A_TIME = dt.datetime(2026, 7, 1)  # noqa: DTZ001 - a time without its zone


def studying(tmp_path, **given):
    with Store(tmp_path / "x.sqlite3") as store:
        arguments = {"bank": BANK, "store": store, "now": lambda: NOON, "plan": Plan(), **given}
        study(arguments.pop("bank"), arguments.pop("store"), **arguments)


#: Each call, and what it says.
REFUSED = {
    "Quiz: cannot take bank='c3.json'; allowed: a Bank, as load gives": lambda: Quiz("c3.json"),  # type: ignore[arg-type]
    "Quiz: cannot take count=0; allowed: a number of items, 1 or more": lambda: Quiz(BANK, 0),
    "Quiz: cannot take kinds='term'; allowed: a list of names, such as ['term']": (
        lambda: Quiz(BANK, kinds="term")
    ),
    "Quiz: cannot take kinds=[1]; allowed: a list of names, such as ['term']": (
        lambda: Quiz(BANK, kinds=[1])  # type: ignore[list-item]
    ),
    "build: cannot take kinds='term'; allowed: a list of names, such as ['term']": (
        lambda: quizlib.build([], kinds="term")
    ),
    "build: cannot take documents='coffee.md'; allowed: what read or read_text gives": (
        lambda: quizlib.build("coffee.md")  # type: ignore[arg-type]
    ),
    "build: cannot take documents=None; allowed: what read or read_text gives": (
        lambda: quizlib.build(None)  # type: ignore[arg-type]
    ),
    "check: cannot take bank='c3.json'; allowed: a Bank, as load gives": (
        lambda: quizlib.check("c3.json")  # type: ignore[arg-type]
    ),
    "export: cannot take bank='c3.json'; allowed: a Bank, as load gives": (
        lambda: quizlib.export("c3.json", "csv", "c3.csv")  # type: ignore[arg-type]
    ),
    "read_text: cannot take text=b'x'; allowed: a text": lambda: quizlib.read_text(b"x"),  # type: ignore[arg-type]
    "Plan: cannot take new_per_day=-1; allowed: greater than or equal to 0": (
        lambda: Plan(new_per_day=-1)
    ),
    "Plan: cannot take kinds='term'; allowed: a list of texts": (lambda: Plan(kinds="term")),
    "Plan: cannot take order='late'; allowed: 'due', 'random' or 'hard'": (
        lambda: Plan(order="late")  # type: ignore[arg-type]
    ),
}


@pytest.mark.parametrize("told", REFUSED)
def test_what_cannot_be_taken_is_told(told):
    with pytest.raises(InvalidArgument) as caught:
        REFUSED[told]()
    assert str(caught.value) == told


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"store": "x.sqlite3"}, "store='x.sqlite3'; allowed: a Store, as Store(path) opens"),
        ({"bank": "c3.json"}, "bank='c3.json'; allowed: a Bank, as load gives, or several"),
        ({"bank": None}, "bank=None; allowed: a Bank, as load gives, or several"),
        ({"now": 7}, "now=7; allowed: a function, as lambda: datetime.now().astimezone()"),
        ({"plan": {"hard": True}}, "plan={'hard': True}; allowed: a Plan"),
    ],
    ids=lambda one: next(iter(one)) if isinstance(one, dict) else "",
)
def test_what_study_cannot_take_is_told(tmp_path, given, told):
    with pytest.raises(InvalidArgument) as caught:
        studying(tmp_path, **given)
    assert str(caught.value) == f"study: cannot take {told}"


def test_a_time_without_its_zone_is_told(tmp_path):
    with pytest.raises(InvalidArgument, match=r"^now: cannot take time=.*allowed: one with its zo"):
        studying(tmp_path, now=lambda: A_TIME)


def test_an_unknown_wish_is_told_with_the_nearest():
    with pytest.raises(UnknownName, match=r"unknown argument of Plan 'new_a_day' \(did you mean n"):
        Plan(new_a_day=3)  # type: ignore[call-arg]


def test_every_refusal_is_an_error_of_quizlib():
    assert issubclass(InvalidArgument, QuizlibError)


def test_a_plan_takes_lists_and_keeps_them_from_being_changed():
    kinds = ["term"]
    plan = Plan(kinds=kinds, tags=["a"])
    kinds.append("choice")
    assert (plan.kinds, plan.tags) == (("term",), ("a",))
    assert Plan.model_validate_json(plan.model_dump_json()) == plan


def test_one_document_is_enough():
    document = quizlib.read_text("Q: When was the salt tax abolished?\nA: 1804", title="Salt")
    assert quizlib.build(document) == quizlib.build([document])


def test_documents_of_one_id_are_refused():
    documents = [quizlib.read_text(f"Q: {n}?\nA: salt", title="Salt") for n in range(2)]
    with pytest.raises(InvalidArgument, match="documents='salt'; allowed: documents of different"):
        quizlib.build(documents)

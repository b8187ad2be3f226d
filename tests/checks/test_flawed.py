"""Every flaw is caught, and none is seen where it is not."""

from __future__ import annotations

import pytest

from quizlib.checks import check, checks
from tests.banks import bank
from tests.checks.flawed import TWINS

CODES = {flaw.code for rule in checks.all() for flaw in rule.flaws}

#: They take a document or a long bank to show; test_checks.py has them.
ELSEWHERE = {"quote-moved", "quote-not-found", "longest-keys"}

#: Told of items only beside others: some twins ask the same as twins of other flaws.
AMONG_OTHERS = {"duplicate", "contradiction", "near-duplicate", "frequent-key"}


@pytest.mark.parametrize("twins", TWINS, ids=lambda twins: f"{twins.code}: {twins.flawed[0].stem}")
def test_the_flaw_is_reported_alone_and_the_twin_is_sound(twins):
    assert {p.code for p in check(bank(*twins.flawed))} == {twins.code}
    assert check(bank(*twins.sound)) == []


def test_every_flaw_has_its_twins():
    assert len(TWINS) >= 50
    assert {twins.code for twins in TWINS} == CODES - ELSEWHERE


def test_sound_items_are_sound_in_any_company():
    items = [
        one.model_copy(update={"id": f"{number}-{one.id}"})
        for number, twins in enumerate(TWINS)
        for one in twins.sound
    ]
    assert {p.code for p in check(bank(*items))} <= AMONG_OTHERS

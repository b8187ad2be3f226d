"""What must hold of every check."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.checks import checks
from quizlib.checks._examples import SOURCE, bank_of
from quizlib.checks._finding import WHOLE_BANK
from quizlib.testing._holding import hold, hold_line
from quizlib.testing._samples import BANK, HOSTILE_BANK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizlib.checks import Check
    from quizlib.model import Bank, Item, Problem

_CODE = re.compile(r"[a-z]+(-[a-z]+)*")


def assert_check(name: str) -> None:
    """The check reports its bad examples and no good one, and bears any bank."""
    rule = checks.get(name)
    hold_line(rule.summary, "the summary")
    hold_line(rule.why, "the reason why")
    for flaw in rule.flaws:
        hold(_CODE.fullmatch(flaw.code), f"a code is words with hyphens, unlike {flaw.code!r}")
        told = [problem.code for problem in _told(rule, flaw.bad)]
        hold(flaw.code in told, f"{flaw.code} is not reported for its bad example")
        hold(not _told(rule, flaw.good), f"{flaw.code}: something is reported for the good one")
    for bank in (BANK, HOSTILE_BANK, BANK.model_copy(update={"items": ()})):
        hold_problems(rule, bank)


def _told(rule: Check, items: Sequence[Item]) -> list[Problem]:
    return hold_problems(rule, bank_of(items))


def hold_problems(rule: Check, bank: Bank) -> list[Problem]:
    """What the rule reports; raises AssertionError where that is not one of its flaws, placed."""
    ids = {item.id for item in bank.items}
    severities = {flaw.code: flaw.severity for flaw in rule.flaws}
    found = list(rule.check(bank, {SOURCE.id: SOURCE}))
    for problem in found:
        hold(severities.get(problem.code) == problem.severity, f"no flaw of it: {problem!r}")
        hold(problem.message, f"nothing is said: {problem!r}")
        placed = problem.where == WHOLE_BANK or any(id in problem.where for id in ids)
        hold(placed, f"neither an item nor the bank is named: {problem!r}")
    return found

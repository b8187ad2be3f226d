"""One file per rule of good items: bank -> problems."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quizlib.arguments import expect
from quizlib.checks._finding import place
from quizlib.errors import BrokenPlugin
from quizlib.faults import problem
from quizlib.model import Bank, Problem
from quizlib.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quizlib.checks._finding import Flaw
    from quizlib.model import Document


class Check(Protocol):
    """One rule."""

    @property
    def summary(self) -> str:
        """The rule in one line."""
        ...

    @property
    def why(self) -> str:
        """What breaking it does to a learner or a score, and who says so."""
        ...

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        """All that it can report."""
        ...

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        """What breaks the rule. `documents` (by id) may lack some or all of the bank's."""
        ...


checks: Registry[Check] = Registry("check", __name__, "rule", Check)


def check(bank: Bank, documents: Iterable[Document] = ()) -> list[Problem]:
    """Every problem of `bank`: those of the bank as a whole, then in the order of its items.

    With `documents`, every quote is looked up again in its document too. A check of a
    plug-in that cannot be used is a problem itself.

    Examples:
        >>> import quizlib
        >>> bank = quizlib.load("salt.json")
        >>> item = bank.items[0].model_copy(update={"key": ("1805",)})
        >>> wrong = bank.model_copy(update={"items": (item,)})
        >>> for problem in quizlib.check(wrong, quizlib.read("salt-works.md")):
        ...     print(f"{problem.severity}: {problem}")
        warning: 81891acfe3e4 (salt-works.md:4): its quote does not hold the key '1805'
    """
    expect(isinstance(bank, Bank), "check", "bank", bank, "a Bank, as load gives")
    known = {document.id: document for document in documents}
    found = [each for name in checks.usable() for each in _found(name, bank, known)]
    found += checks.problems()
    records = {record.id: record for record in bank.documents}
    rank = {
        place(item, records.get(item.evidence[0].document) if item.evidence else None): number
        for number, item in enumerate(bank.items)
    }
    return sorted(found, key=lambda p: (rank.get(p.where, -1), p.code, p.message))


def _found(name: str, bank: Bank, documents: Mapping[str, Document]) -> list[Problem]:
    """What the check `name` reports; that it fails, where it does."""
    rule = checks.get(name)
    try:
        with checks.guarded(name):
            found = list(rule.check(bank, documents))
            if not all(isinstance(one, Problem) for one in found):
                raise checks.fault(name, "it reports what is no problem")
    except BrokenPlugin as error:
        return [problem(error)]
    return found

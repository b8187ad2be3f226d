"""No item asks what another asks already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.checks._finding import finding
from quizlib.language.text import bare
from quizlib.model import Bank, Document, Item, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Duplicates:
    summary = "no two items ask the same"

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        seen: dict[tuple[str, ...], Item] = {}
        for item in bank.live:
            asked = (bare(item.stem), bare(item.context), *map(bare, item.prompts))
            first = seen.setdefault(asked, item)
            if first is not item:
                same = {bare(key) for key in first.key} & {bare(key) for key in item.key}
                told = "asks the same as" if same else "has another key than, but the stem of,"
                severity = Severity.WARNING if same else Severity.ERROR
                message = f"{told} item {first.id}"
                yield finding(bank, item, "duplicate", severity, message)


rule = Duplicates()

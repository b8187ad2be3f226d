"""A page to answer the items on: one HTML file that runs in any browser, without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quizlib.exporters import Export, Options, choice
from quizlib.exporters._view import show
from quizlib.wording import counted

if TYPE_CHECKING:
    from quizlib.model import Bank


class WebOptions(Options):
    mode: Literal["both", "practice", "exam"] = choice(
        "both",
        "Answers after every question, at the end only, or as the learner wishes.",
    )

    @property
    def modes(self) -> tuple[str, ...]:
        """What the learner may choose from, the usual one first."""
        return ("practice", "exam") if self.mode == "both" else (self.mode,)


#: No choice made.
ANY_MODE = WebOptions()


class Web:
    summary = "one page to answer the items on, in any browser, without a network"
    suffixes = (".html",)
    options = WebOptions

    def export(self, bank: Bank, options: WebOptions = ANY_MODE) -> Export:
        from quizlib.exporters._web.page import page

        shown, problems = show(bank)
        text = page(bank, shown, options.modes)
        return Export(text.encode(), counted(len(shown), "item"), problems)


exporter = Web()

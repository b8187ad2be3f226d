"""A page to answer the items on: one HTML file that runs in any browser, without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quizlib.exporters import Export
from quizlib.exporters._options import Options, choice
from quizlib.exporters._view import show
from quizlib.exporters._worksheet.options import Count, Kinds
from quizlib.model import ExtendedText, ProblemCode, Severity
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizlib.exporters._view import Shown
    from quizlib.model import Bank, Problem


class WebOptions(Options):
    mode: Literal["both", "practice", "exam"] = choice(
        "both",
        "Answers after every question, at the end only, or as the learner wishes; exam alone is"
        " a test: all questions of the page, and a name.",
    )
    count: Count | None = choice(None, "How many items at most.", "N")
    kind: Kinds = choice((), "Only items of these kinds.", "K,…")
    topic: str = choice(
        "", "Only items on this topic, as the page names it: a document, heading or tag.", "TEXT"
    )
    seed: int = choice(0, "Another seed chooses differently.", "N")

    @property
    def fixed(self) -> bool:
        """Whether it is a test, of which the learner chooses nothing."""
        return self.mode == "exam"

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
        from quizlib.exporters._web.choosing import choose
        from quizlib.exporters._web.page import page

        chosen, left_out = choose(bank, options)
        shown, problems = show(chosen)
        text = page(bank, shown, options.modes)
        told = [*problems, *left_out, *(_judged(shown) if options.fixed else ())]
        return Export(text.encode(), counted(len(shown), "item"), told)


SELF_JUDGED = ProblemCode(
    name="self-judged",
    severity=Severity.NOTE,
    message="{judged} of {items} are judged by the learners themselves; --kind leaves them out",
    cause="A test asks for answers in sentences: the page shows the model"
    " answer, and the learner says whether the own one was right.",
    cure="Export with `--kind` and kinds that are marked, as choice and short_answer; or mark those"
    " answers yourself, which are in the results.",
    example={"judged": 3, "items": "9 items"},
)


def _judged(shown: Sequence[Shown]) -> Iterator[Problem]:
    """A note on the items of which the learner has the last word."""
    judged = sum(isinstance(item.interaction, ExtendedText) for item in shown)
    if judged:
        yield SELF_JUDGED.at(judged=judged, items=counted(len(shown), "item"))


exporter = Web()

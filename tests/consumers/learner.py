"""A learner at a page: answers what the screen asks, by mouse or by keyboard alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

from quizlib.items import interaction
from quizlib.model import Choice, ExtendedText, Match, Order, ResultsFile, TextEntry

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from quizlib.model import Bank, Item

#: Of the results that a page offers for download, as it is published.
SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[2] / "docs/results.schema.json").read_text(encoding="utf-8"))
)


class Learner:
    """Knows every answer; `wrong` items are answered with something else."""

    def __init__(self, page: Page, bank: Bank, wrong: tuple[str, ...] = ()) -> None:
        self.page = page
        self.items = {item.id: item for item in bank.live}
        self.wrong = wrong

    @property
    def item(self) -> Item:
        """The item on the screen."""
        id = self.page.evaluate("itemsOf(new Kept().current)[new Kept().current.at].id")
        return self.items[id]

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def start(self, mode: str = "Practice", count: str = "All") -> None:
        """Begin a sitting."""
        self.page.get_by_role("radio", name=count).check()
        self.page.get_by_role("radio", name=mode).check()
        self.button("Start").click()

    def answer(self) -> None:
        """Answer the item on the screen with the mouse, without handing the answer in."""
        right = self.item.id not in self.wrong
        match interaction(self.item):
            case Choice(options=options, right=places):
                for place, option in enumerate(options):
                    if (place in places) == right:
                        self.page.locator("label.option", has_text=option).first.click()
                        if not right:
                            break
            case TextEntry(accepted=accepted):
                self.page.get_by_label("Your answer").fill(accepted[0] if right else "rubbish")
            case ExtendedText(model_answer=answer):
                own = f"{answer}, I think"  # the very words would be graded like any typed answer
                self.page.get_by_label("Your answer").fill(own if right else "rubbish")
            case Order(entries=entries):
                self._arrange(list(entries) if right else [*entries[1:], entries[0]])
            case Match(left=left, right=sides):
                for n, prompt in enumerate(left):
                    side = sides[n] if right else sides[(n + 1) % len(left)]
                    box = self.page.get_by_role("combobox", name=prompt, exact=True)
                    box.select_option(box.locator("option", has_text=side).get_attribute("value"))

    def _arrange(self, wanted: list[str]) -> None:
        def shown() -> list[str]:
            return self.page.locator(".order .text").all_inner_texts()

        first = self.page.locator(".move").first
        first.click()  # even an order that is left as it is has been answered then
        for place, text in enumerate(wanted):
            while shown().index(text) > place:
                self.page.get_by_role("button", name=f"Move up: {text}").click()

    def go_on(self) -> None:
        self.page.locator(".question button.main").click()

    def play(self) -> None:
        """Answer every item of a practice, from the one on the screen on."""
        while self.page.locator(".question").count():
            self.answer()
            self.go_on()
            self.page.locator(".feedback").wait_for()
            self.go_on()

    def results(self, folder: Path) -> ResultsFile:
        """The results as downloaded."""
        with self.page.expect_download() as found:
            self.button("Download results").click()
        path = folder / found.value.suggested_filename
        found.value.save_as(path)
        SCHEMA.validate(json.loads(path.read_bytes()))
        return ResultsFile.model_validate_json(path.read_bytes())

    @property
    def kept(self) -> Any:
        """What the browser keeps for the page."""
        return json.loads(self.page.evaluate("JSON.stringify({...localStorage})"))

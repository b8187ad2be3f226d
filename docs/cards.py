"""Makes the pictures of Anki cards: `make pictures`, which writes docs/pictures/cards-*.png.

A bank with every interaction goes through the exporter into a collection of Anki's own library,
which renders the cards. Chromium shows both sides of each as Anki's window does, on a phone and
on a desktop, by day and by night; options are tapped and words typed as a learner would.
Needs the tools for development and Debian's Chromium.
"""

from __future__ import annotations

import io
import re
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from anki.collection import Collection, ImportAnkiPackageRequest
from PIL import Image
from playwright.sync_api import sync_playwright

from quizlib import export
from tests.banks import bank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from anki.cards import Card
    from playwright.sync_api import Browser, Page

PICTURES = Path(__file__).parent / "pictures"
GAP = 8  # pixels between two sides


class Look(NamedTuple):
    """Where cards are shown: `width` in pixels, how many cards stand beside each other."""

    name: str
    width: int
    abreast: int
    night: str = ""


class Answer(NamedTuple):
    """The item that is answered, by the option that is tapped or the words that are typed."""

    id: str
    tapped: str = ""
    typed: str = ""


LOOKS = (
    Look("phone-light", 360, 3),
    Look("phone-dark", 360, 3, "nightMode night_mode"),
    Look("desktop-light", 720, 1),
    Look("desktop-dark", 720, 1, "nightMode night_mode"),
)
ANSWERS = (
    Answer("choice1", tapped="1794"),
    Answer("short1", typed="the harbor council"),
    Answer("cloze1", typed="thirty kilograms"),
    Answer("flash1"),
    Answer("match1"),
    Answer("order1"),
)
#: The window of Anki around a card, as far as a card's style sees it.
WINDOW = """<!doctype html><html><head><meta charset="utf-8"><title>Card</title>
<meta name="viewport" content="width=device-width"><style>{css}</style></head>
<body class="card card1 {night}"><div id="qa">{side}</div></body></html>"""
BOX = '<input type="text" id="typeans">'
TURN = """html => document.getElementById("qa").replaceChildren(
    document.createRange().createContextualFragment(html))"""
#: Options are shuffled at each review; in the pictures always alike.
ALIKE = "let last = 7; Math.random = () => (last = last * 16807 % 2147483647) / 2147483647"


def main() -> int:
    """Write all pictures."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        collection = taken(Path(folder))
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for look in LOOKS:
            sheet(photographed(browser, collection, look), look)
        browser.close()
        collection.close()
    return 0


def taken(folder: Path) -> Collection:
    """A collection that has imported the bank's package."""
    export(bank(), "anki", folder / "deck.apkg")
    collection = Collection(str(folder / "collection.anki2"))
    request = ImportAnkiPackageRequest(package_path=str(folder / "deck.apkg"))
    collection.import_anki_package(request)
    return collection


def photographed(browser: Browser, collection: Collection, look: Look) -> list[Image.Image]:
    """Front and back of every card in turn."""
    page = browser.new_page(viewport={"width": look.width, "height": 100})
    page.add_init_script(ALIKE)
    pictures = []
    for answer in ANSWERS:
        (note,) = collection.find_notes(f"Id:{answer.id}")
        pictures += sides(page, collection.get_note(note).cards()[0], answer, look)
    page.close()
    return pictures


def sides(page: Page, card: Card, answer: Answer, look: Look) -> list[Image.Image]:
    """The front as it comes, and the back after the learner's answer."""
    shown = card.render_output()
    front = re.sub(r"\[\[type:[^]]*\]\]", BOX, shown.question_text)
    page.goto("about:blank")
    page.set_content(WINDOW.format(css=shown.css, night=look.night, side=front))
    before = photo(page)
    if answer.tapped:
        page.locator("li", has_text=answer.tapped).click()
    page.evaluate(TURN, compared(card, shown.answer_text, answer.typed))
    return [before, photo(page)]


def compared(card: Card, back: str, typed: str) -> str:
    """`back` with what Anki says of the typed words, in the place that they are marked with."""
    note = card.note()
    right = card.col.extract_cloze_for_typing(note["Stem"], 1) or note["Key"]
    return re.sub(r"\[\[type:[^]]*\]\]", lambda _: card.col.compare_answer(right, typed), back)


def photo(page: Page) -> Image.Image:
    """All of the page, however long."""
    return Image.open(io.BytesIO(page.screenshot(full_page=True)))


def sheet(pictures: Sequence[Image.Image], look: Look) -> None:
    """Write `pictures` side by side, as one."""
    columns = 2 * look.abreast
    rows = [pictures[start : start + columns] for start in range(0, len(pictures), columns)]
    heights = [max(each.height for each in row) for row in rows]
    size = columns * (look.width + GAP) - GAP, sum(heights) + GAP * (len(rows) - 1)
    whole = Image.new("RGB", size, "#808890")
    top = 0
    for row, height in zip(rows, heights, strict=True):
        for place, each in enumerate(row):
            left = place * (look.width + GAP)
            paper = each.crop((0, each.height - 1, look.width, each.height))
            whole.paste(paper.resize((look.width, height)), (left, top))
            whole.paste(each, (left, top))
        top += height + GAP
    target = PICTURES / f"cards-{look.name}.png"
    whole.convert("P", palette=Image.Palette.ADAPTIVE, colors=256).save(target, optimize=True)


if __name__ == "__main__":
    sys.exit(main())

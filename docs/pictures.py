"""Makes the pictures of the documentation: `make pictures`.

They show the shipped deck as people meet it: the first page of the printed worksheet and of
its key, and the page for the browser on a phone.
Needs the tools for development and Debian's Chromium.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent
DECK = ROOT / "decks" / "north-korea-and-china"
PICTURES = ROOT / "docs" / "pictures"
PAPER_WIDTH = 620  # pixels
PHONE = {"width": 390, "height": 560}


def main() -> int:
    """Write all pictures."""
    PICTURES.mkdir(exist_ok=True)
    paper("A", "worksheet.png")
    paper("key", "key.png")
    page()
    return 0


def paper(form: str, name: str) -> None:
    """The first page of a printed form."""
    document = pypdfium2.PdfDocument(f"{DECK}-worksheet-{form}.pdf")
    sheet = document[0]
    picture = sheet.render(scale=PAPER_WIDTH / sheet.get_width()).to_pil()
    picture.convert("P", palette=1, colors=64).save(PICTURES / name, optimize=True)


def page() -> None:
    """The page for the browser, as a phone shows it at night: a question with options."""
    chromium = shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        sittings = (_sitting(browser, number) for number in range(256))
        window = next(each for each in sittings if each.get_by_role("radio").count())
        window.screenshot(path=PICTURES / "phone.png")
        browser.close()


def _sitting(browser: Browser, number: int) -> Page:
    """The first question of the sitting that `number` stands for: chance is taken out."""
    window = browser.new_page(viewport=PHONE, color_scheme="dark")
    window.add_init_script(f"crypto.getRandomValues = (bytes) => bytes.fill({number})")
    window.goto(f"file://{DECK}.html")
    window.get_by_role("button", name="Start").first.click()
    window.wait_for_timeout(300)
    return window


if __name__ == "__main__":
    sys.exit(main())

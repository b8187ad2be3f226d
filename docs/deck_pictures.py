"""Makes the pictures of the documentation: `make pictures`.

They show the shipped deck as people meet it: the first page of the printed worksheet and of
its key, and the page for the browser on a phone.
Each keeps, as its text "Source", the digest of the file that it shows: a test sees when that has
changed. Needs the tools for development and Debian's Chromium.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import sys
from pathlib import Path

import pypdfium2
from PIL import Image, PngImagePlugin
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
DECKS = ROOT / "decks"
#: Picture -> the file that it shows.
SHOWN = {
    "worksheet.png": "north-korea-and-china-worksheet-A.pdf",
    "key.png": "north-korea-and-china-worksheet-key.pdf",
    "phone.png": "north-korea-and-china.html",
}
PICTURES = ROOT / "docs" / "pictures"
PAPER_WIDTH = 620  # pixels
PHONE = {"width": 390, "height": 560}
#: Which byte, as the number of a sitting of ten, soonest asks a question with options.
SOONEST = """() => {
  const place = (byte) => {
    const id = byte.toString(16).padStart(2, "0").repeat(16);
    const found = chosen([...ITEMS.values()], 10, id).findIndex((item) => item.type === "choice");
    return found < 0 ? 10 : found;
  };
  return [...Array(256).keys()].sort((one, other) => place(one) - place(other))[0];
}"""


def main() -> int:
    """Write all pictures."""
    PICTURES.mkdir(exist_ok=True)
    for name, shown in SHOWN.items():
        show = paper if shown.endswith(".pdf") else page
        source = PngImagePlugin.PngInfo()
        source.add_text("Source", digest(shown))
        show(DECKS / shown).save(PICTURES / name, optimize=True, pnginfo=source)
    return 0


def digest(shown: str) -> str:
    """The SHA-256 of a file in decks/, in hexadecimal digits."""
    return hashlib.sha256((DECKS / shown).read_bytes()).hexdigest()


def paper(path: Path) -> Image.Image:
    """The first page of a printed form."""
    sheet = pypdfium2.PdfDocument(path)[0]
    picture = sheet.render(scale=PAPER_WIDTH / sheet.get_width()).to_pil()
    return picture.convert("P", palette=1, colors=64)


def page(path: Path) -> Image.Image:
    """The page for the browser, as a phone shows it at night: a question with options."""
    chromium = shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        window = browser.new_page(viewport=PHONE, color_scheme="dark")
        window.goto(path.as_uri())
        # Chance is taken out: the first of these sittings whose questions have options soon.
        number = window.evaluate(SOONEST)
        window.evaluate(f"() => {{ crypto.getRandomValues = (bytes) => bytes.fill({number}); }}")
        window.get_by_role("button", name="Start").first.click()
        for _ in range(20):  # Check and Next, for each question before it
            if not window.get_by_role("radio").count():
                window.locator("button.main").click()
        window.wait_for_timeout(300)
        picture = window.screenshot()
        browser.close()
    return Image.open(io.BytesIO(picture))


if __name__ == "__main__":
    sys.exit(main())

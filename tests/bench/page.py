"""How long a web page of 1,000 items takes until its first question stands there."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from quizlib.exporters import export
from quizlib.storage import load

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BANK = Path(__file__).parent.parent.parent / "decks/north-korea-and-china.json"

#: Milliseconds: the page read and its script run, then a sitting of all items begun.
READY = """() => {
  const [loading] = performance.getEntriesByType("navigation");
  const before = performance.now();
  document.querySelector("[name=count]:not(:checked)").form.elements.count.value = "1000";
  document.forms[0].querySelector("button").click();
  document.querySelector(".question").getBoundingClientRect();
  return loading.domInteractive + performance.now() - before;
}"""


def ready() -> float:
    """Seconds in a window of its own; the browser itself has been started before."""
    page = _browser().new_page()
    page.goto(_page().as_uri())
    taken = float(page.evaluate(READY))
    page.close()
    return taken / 1000


@cache
def _browser() -> Browser:
    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    return playwright.chromium.launch(
        executable_path=shutil.which("chromium"), args=["--no-sandbox"]
    )


@cache
def _page() -> Path:
    """The page, of the deck's items over and over, until the program ends."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    deck = load(BANK)
    items = (deck.live[n % len(deck.live)] for n in range(1000))
    many = tuple(item.model_copy(update={"id": f"{n}"}) for n, item in enumerate(items))
    path = Path(folder) / "page.html"
    export(deck.model_copy(update={"items": many}), "web", path)
    return path

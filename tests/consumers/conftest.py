"""Debian's Chromium, driven by Playwright, for pages as a person meets them."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a run; on a developer's machine without one they are skipped."""
    if CHROMIUM is None:
        missing = "no Chromium found: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # As root, in CI, Chromium has no sandbox of its own.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Opened(NamedTuple):
    """A page with what it asked for from outside, and what went wrong in it."""

    page: Page
    requests: list[str]
    errors: list[str]


class Opener:
    """Opens files in windows of their own."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser = browser
        self.folder = folder
        self.opened: list[Opened] = []

    def __call__(
        self, data: bytes, *, width: int = 1280, scheme: str = "light", **options: object
    ) -> Opened:
        """`data` as a page in a window `width` pixels wide; `options` are Playwright's."""
        path = self.folder / f"page-{len(self.opened)}.html"
        path.write_bytes(data)
        context = self.browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,  # type: ignore[arg-type]
            **options,  # type: ignore[arg-type]
        )
        context.set_default_timeout(5000)
        opened = Opened(context.new_page(), [], [])
        context.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("pageerror", lambda error: opened.errors.append(str(error)))
        opened.page.on("console", lambda told: opened.errors.append(told.text))
        opened.page.on("dialog", lambda dialog: opened.errors.append(dialog.message))
        opened.page.goto(path.as_uri())
        self.opened.append(opened)
        return opened


@pytest.fixture
def window(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens pages; in the end none of them may have had trouble or asked for anything."""
    opener = Opener(browser, tmp_path)
    yield opener
    for opened in opener.opened:
        opened.page.context.close()
        assert opened.errors == []
        assert [url for url in opened.requests if not url.startswith(("file:", "blob:"))] == []

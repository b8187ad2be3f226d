"""The site of the documentation is built whole, and needs no network."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import quizlib

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The built site. A warning is an error: a dead link, an unknown name, a page left out."""
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return folder


def test_every_page_is_in_the_site(site):
    for page in ROOT.glob("docs/**/*.md"):
        assert (site / page.relative_to(ROOT / "docs").with_suffix(".html")).is_file()


def test_every_public_name_is_in_the_reference(site):
    page = (site / "reference.html").read_text(encoding="utf-8")
    described = set(re.findall(r'id="quizlib\.(\w+)"', page))
    assert set(quizlib.__all__) - {"__version__"} <= described


def test_every_block_is_shown_as_one(site):
    for page in site.glob("**/*.html"):
        assert "<p>```" not in page.read_text(encoding="utf-8"), page


def test_nothing_is_loaded_from_a_network(site):
    for page in site.glob("**/*.html"):
        for element in re.findall(r"<(?:script|link|img|iframe)\b[^>]*>", page.read_text("utf-8")):
            assert not re.search(r"(?:src|href)=\"?(?:https?:)?//", element), (page, element)
    for style in site.glob("**/*.css"):
        assert not re.search(r"url\([\"']?(?:https?:)?//", style.read_text("utf-8")), style


@pytest.mark.consumer
@pytest.mark.parametrize("width", [360, 1280])
def test_a_browser_shows_and_searches_it_from_a_folder(site, browser, width):
    context = browser.new_context(viewport={"width": width, "height": 800}, offline=True)
    context.set_default_timeout(5000)
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda told: errors.append(told.text))
    page.goto((site / "tutorial.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("/")
    page.keyboard.type("stability retrievability")
    page.locator(".md-search-result__link", has_text="Glossary").first.click()
    page.wait_for_url("**/glossary.html*")
    context.close()
    assert errors == []

"""The page of `quizlib stats --html` in a real browser, without scripts of its own."""

from __future__ import annotations

import datetime as dt

import pytest
from axe_playwright_python.sync_playwright import Axe

from quizlib.learning import Rating, Store
from quizlib.learning.statistics import statistics
from quizlib.learning.statistics_page import page
from tests.banks import bank

START = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)


@pytest.mark.consumer
@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_it_fits_is_accessible_and_shows_each_picture(window, tmp_path, width, scheme):
    with Store(tmp_path / "s.sqlite3") as store:
        for item in bank().items:
            store.review(item.id, Rating.EASY, lambda: START, seconds=5, bank="Salt")
        later = START + dt.timedelta(days=9)
        store.review("term1", Rating.GOOD, lambda: later, seconds=5, bank="Salt")
        told = statistics(store, later, [bank()])
    opened = window(page(told).encode(), width=width, scheme=scheme).page
    found = Axe().run(opened)
    assert found.violations_count == 0, found.generate_report()
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.get_by_role("img").count() == 3
    assert opened.locator("circle").count() == 1
    calendar = opened.get_by_role("img").first
    assert calendar.locator("text").all_text_contents()[-5:] == ["Jul", "Mon", "Wed", "Fri", "Sun"]

"""The pages that teach are run, and what they show is what happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.walkthrough import Walkthrough

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    "name",
    [
        "docs/tutorial.md",
        "docs/howto-review.md",
        "docs/howto-study.md",
        "docs/howto-study-in-your-program.md",
        "docs/howto-see-where-you-stand.md",
        "docs/howto-two-machines.md",
        "docs/item-analysis.md",
        "docs/formats/log.md",
        "README.md",
    ],
)
def test_the_page_shows_what_happens(name, tmp_path, request):
    path = ROOT / name
    page = path.read_text(encoding="utf-8")
    true_page = Walkthrough(page, tmp_path).true_page()
    if request.config.getoption("--update-golden"):
        path.write_text(true_page, encoding="utf-8")
    else:
        assert page == true_page, f"pytest --update-golden rewrites {name}"

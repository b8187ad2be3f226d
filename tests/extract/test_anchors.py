"""What ties a question to its text is counted."""

from __future__ import annotations

import pytest

from tests.documents import facts


def counted(text: str, title: str = "The crane") -> dict[str, float]:
    """The counts of the one question for a date."""
    [fact] = facts("dates", text, title)
    return {name: number for name, number in fact.features if name.startswith("stem ")}


@pytest.mark.parametrize(
    ("text", "home", "rare"),
    [
        ("In 1840 Anna Berg of Norway sold the crane.", 1, 1),  # crane; Berg
        ("In 1840 Anna Berg sold taverns to Norway.", 0, 2),  # Berg, taverns
    ],
)
def test_words_of_the_title_and_rare_ones_are_anchors(text, home, rare):
    told = counted(text)
    assert (told["stem words home"], told["stem words rare"]) == (home, rare)
    assert told["stem anchors"] == home + rare
    assert not told["stem unanchored"]


def test_the_march_points_where_no_title_names_it():
    text = "In 1840 Anna Berg of Norway led the long march."
    assert counted(text, "The crane")["stem pointing"] == 1
    assert counted(text, "The long march")["stem pointing"] == 0


def test_a_text_that_names_years_is_a_history():
    [fact] = facts("dates", "Sailors left Norway in 1840. They weigh 1500 kg. They rest.")
    assert dict(fact.features)["text dated"] == pytest.approx(0.33)

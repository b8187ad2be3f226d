"""What "it" stands for below a question that speaks of its page's topic."""

from __future__ import annotations

import pytest

from tests.documents import asked

OPENED = "opened in 1902, and was widened with iron gates in 1911."


@pytest.mark.parametrize("question", ["Who runs it?", "Who runs the harbour?"])
def test_the_doer_is_not_what_it_stands_for(question):
    text = f"## {question}\n\nHolm University manages the pans for several cities. It {OPENED}"
    told = " ".join(asked("dates", text, "The Harbour: questions and answers"))
    assert "Holm University" not in told


def test_the_topic_is():
    text = f"## Who owns it?\n\nThe Harbour belongs to a guild of merchants. It {OPENED}"
    told = asked("dates", text, "The Harbour: questions and answers")
    assert told[0] == "In what year did the Harbour open? = 1902"


def test_elsewhere_a_subject_is_taken_up():
    text = f"Holm University manages the pans for several cities. It {OPENED}"
    assert any("Holm University" in one for one in asked("dates", text, "The Harbour"))

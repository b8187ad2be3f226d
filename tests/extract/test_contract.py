"""What every extraction method owes: grounded facts, the same every time, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.extract import methods
from quizlib.language import analyse
from quizlib.testing import assert_method
from tests.documents import document
from tests.extract.test_methods import ASKED

DATED = (
    "Holm founded a guild in 1702. The council of Holm built a harbour in 1688."
    " Fire destroyed the market of Holm on 3 May 1761. The guild sold a mill."
)

TEXT = "\n\n".join(text for texts in ASKED.values() for text in texts)

SENTENCES = st.lists(
    st.sampled_from(
        [
            *TEXT.split("\n\n"),
            "“Curly” quotes – and dashes — don’t harm.",
            "Anna (b. 1790), the mayor, and Peter: both left; neither returned …",
            "In the the end,,, nothing of of it.",
            "WHO? What! 1804 1805 1806.",
            "A",
            "¿Qué? 漢字かな。 שלום",
            "If if because because in order to by being.",
        ]
    ),
    min_size=1,
    max_size=8,
)


@pytest.mark.parametrize("name", methods.names())
def test_what_is_promised_to_plug_ins_holds(name):
    assert_method(name, TEXT, DATED)


@settings(max_examples=25, deadline=None)
@given(SENTENCES)
def test_no_text_breaks_a_method(sentences):
    analysis = next(iter(analyse([document(" ".join(sentences))])))
    for method in methods.all():
        first = list(method.extract(analysis))
        assert first == list(method.extract(analysis))
        for fact in first:
            assert all(quote.quote in analysis.document.text for quote in fact.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "For a little over a century, a community of miners in Norway governed itself.",
        "Since 1840 Holm.",
        "Using salt",
        "By 1840, so",
        "It, so",
        "Due",
    ],
)
def test_what_stands_at_the_edge_of_a_text_breaks_no_method(text):
    analysis = next(iter(analyse([document(text)])))
    for method in methods.all():
        assert list(method.extract(analysis)) == list(method.extract(analysis))

"""Formulas in stems: TeX between dollar signs, and prices that are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.exporters._worksheet.html import mathml
from quizlib.exporters._worksheet.mathematics import ELEMENTS, Node, formula
from quizlib.exporters._worksheet.text import Words, text
from tests.banks import HOSTILE


def kinds(plain: str) -> list[str]:
    return [part.kind for part in text(plain).parts]


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        ("x^2", "<mrow><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></mrow>"),
        (
            r"\frac{a}{b}",
            "<mrow><mrow><mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac></mrow></mrow>",
        ),
        ("a<b", "<mrow><mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow></mrow>"),
    ],
)
def test_a_formula_is_mathml(tex, shown):
    found = formula(tex)
    assert found is not None
    assert mathml(found) == shown


@pytest.mark.parametrize(
    "plain",
    [
        "It costs $5 or $10.",
        "From $5-$10 each",
        "US$ 5 and $ 6",
        r"\$x$",
        "$5 in the shop and 6$",
        "a $ b $ c",
        r"$\nosuchcommand{x}$",
        r"$\frac{a$",
        "$" + "x" * 600 + "$",
        "$" + "{" * 400 + "x" + "}" * 400 + "$",
    ],
)
def test_what_is_no_formula_stays_as_it_is(plain):
    assert text(plain).parts == (Words(text=plain),)


def test_a_formula_among_words():
    assert kinds(r"If $x^2=4$, what is $\sqrt{x}$? $$y$$") == [
        *("words", "formula", "words", "formula", "words", "formula")
    ]


def test_a_hostile_formula_carries_nothing_along():
    for tex in (r"\href{javascript:alert(1)}{x}", r"\color{red}{x}", r"\text{<script>}"):
        found = formula(tex)
        if found is not None:
            assert "javascript" not in mathml(found)
            assert "<script" not in mathml(found)


def tags(node: Node) -> set[str]:
    return {node.tag}.union(*map(tags, node.children))


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=r"\{}^_&xya1 frcsqt()+<>", max_size=30) | st.sampled_from(HOSTILE))
def test_no_text_breaks_the_converter(tex):
    found = formula(tex)
    if found is not None:
        assert tags(found) <= set(ELEMENTS)

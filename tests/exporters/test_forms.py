"""Forms of a sheet: neighbours find other questions under the same number."""

from __future__ import annotations

from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.exporters._worksheet.choosing import section
from quizlib.exporters._worksheet.forms import forms
from quizlib.exporters._worksheet.options import WorksheetOptions
from tests.banks import bank, item

NAMES = tuple("ABCDEFGH")
#: Kinds whose sections have names of their own.
KINDS = ("true_false", "term", "flashcard")


def sheet(sizes):
    """A bank with so many items of each kind."""
    made = [
        item(f"{kind}{n}", kind, "What is white?", "True")
        for kind, size in zip(KINDS, sizes, strict=True)
        for n in range(size)
    ]
    return bank(*made)


def runs(order, given):
    """How many items stand under one heading, one heading after another."""
    headings = groupby(order, key=lambda each: section(each, given, "kind"))
    return [len([*group]) for _, group in headings]


@given(
    st.tuples(*[st.integers(0, 7)] * len(KINDS)).filter(any),
    st.integers(1, len(NAMES)),
    st.integers(0, 10**6),
)
@settings(max_examples=200, deadline=None)
def test_of_n_items_none_keeps_its_number_on_n_forms_in_a_row(sizes, count, seed):
    given = sheet(sizes)
    options = WorksheetOptions(forms=NAMES[:count], seed=seed, sections="kind")
    made = forms(given, options)
    assert made == forms(given, options)
    orders = [each.items for each in made.values()]
    for order in orders:
        assert sorted(each.id for each in order) == sorted(each.id for each in given.items)
        assert runs(order, given) == [size for size in sizes if size]
    start = 0
    for size in filter(None, sizes):
        for first in range(count):
            together = orders[first : first + size]
            for place in range(start, start + size):
                assert len({order[place].id for order in together}) == len(together)
        start += size


def test_a_form_keeps_its_order_whatever_forms_come_behind_it():
    given = sheet((9, 4, 1))
    few, many = (forms(given, WorksheetOptions(forms=NAMES[:count])) for count in (2, 8))
    assert {name: many[name] for name in few} == few


def test_many_items_are_ordered_at_once():
    given = sheet((3000, 0, 0))
    made = forms(given, WorksheetOptions(forms=("A", "B", "C")))
    for items in zip(*(each.items for each in made.values()), strict=True):
        assert len({each.id for each in items}) == 3

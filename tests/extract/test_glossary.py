"""Terms with one meaning: each of them is right, and none is matched with the other's meaning."""

from __future__ import annotations

from tests.documents import facts

LIST = """
## Definitions

- Windmill: a building that turns wind into power
- Wind engine: a building that turns wind into power
- Sluice: a gate that holds water back
- Weir: a low wall across a river
- Gate: a gate that holds water back.
"""


def test_every_term_of_a_meaning_is_right():
    found = [fact for fact in facts("glossary", LIST, "Words") if fact.form == "term"]
    assert {fact.answer: fact.accepted for fact in found} == {
        "windmill": ("wind engine",),
        "sluice": ("gate",),
        "weir": (),
    }
    quotes = {fact.answer: [quote.quote for quote in fact.evidence] for fact in found}
    assert [quote.partition(":")[0] for quote in quotes["sluice"]] == ["Sluice", "Gate"]


def test_a_meaning_is_matched_once():
    [match] = [fact for fact in facts("glossary", LIST, "Words") if fact.form == "match"]
    assert [term for term, _ in match.pairs] == ["windmill", "sluice", "weir"]

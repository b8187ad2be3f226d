"""What documents disagree on, as the check tells it of any bank."""

from __future__ import annotations

import pytest

from quizlib.checks import check
from tests.banks import RECORD, bank, item
from tests.checks.flawed import quoting

ABOLISHED = "When did the council abolish the salt tax?"
OTHER = RECORD.model_copy(update={"id": "history", "name": "history.md", "title": "A History"})


def one(id: str, document: str, stem: str, *key: str, kind: str = "short_answer", **fields: object):
    return item(id, kind, stem, *key, evidence=(quoting("; ".join(key), document),), **fields)


def told(*items):
    made = bank(*items).model_copy(update={"documents": (RECORD, OTHER)})
    return [(p.code, p.severity.value, str(p)) for p in check(made) if "disagree" in p.code]


def test_both_items_say_what_the_documents_say():
    first = one("aa", "salt-tax", ABOLISHED, "1804")
    second = one("bb", "history", "When has a council abolished the heavy salt tax?", "1806")
    own, other = "salt-tax.txt says '1804'", "history.md says '1806'"
    assert told(first, second) == [
        (
            "unsourced-disagreement",
            "warning",
            f"aa (salt-tax.txt:1): documents disagree: {own}, {other} (item bb)",
        ),
        (
            "unsourced-disagreement",
            "warning",
            f"bb (history.md:1): documents disagree: {other}, {own} (item aa)",
        ),
    ]


def test_items_that_name_source_or_date_are_noted():
    first = one("aa", "salt-tax", f"According to The Salt Tax, {ABOLISHED.lower()}", "1804")
    second = one("bb", "history", f"As of May 2019, {ABOLISHED.lower()}", "1806")
    plain = one("bb", "history", ABOLISHED, "1806")
    assert [code for code, _, _ in told(first, second)] == ["disagreement"] * 2
    assert [code for code, _, _ in told(first, plain)] == ["disagreement", "unsourced-disagreement"]


def test_stems_that_are_equal_contradict_each_other_and_say_whose_key_is_whose():
    found = check(
        bank(
            one("aa", "salt-tax", ABOLISHED, "1804"), one("bb", "history", ABOLISHED, "1806")
        ).model_copy(update={"documents": (RECORD, OTHER)})
    )
    why = "history.md says '1806', salt-tax.txt says '1804'"
    assert [str(p) for p in found] == [
        f"bb (history.md:1): has another key than, but the stem of, item aa: {why}"
    ]


def test_names_on_cards_disagree_as_short_answers_do():
    stem = "what is the longest river in Norland?"
    first = one("aa", "salt-tax", f"According to Tax, {stem}", "the Vell", kind="flashcard")
    second = one("bb", "history", f"According to History, {stem}", "the Karo", kind="flashcard")
    assert [code for code, _, _ in told(first, second)] == ["disagreement"] * 2


def test_cards_that_name_their_sources_disagree_on_what_but_not_on_why():
    stems = "what causes the blue colour of ice?", "why is old ice blue?"
    codes = []
    for stem in stems:
        first = one("aa", "salt-tax", f"According to Tax, {stem}", "pressure", kind="flashcard")
        second = one("bb", "history", f"According to History, {stem}", "bubbles", kind="flashcard")
        codes.append([code for code, _, _ in told(first, second)])
    assert codes == [["disagreement"] * 2, []]


HEAVY = ABOLISHED.replace("salt", "heavy salt")


@pytest.mark.parametrize(
    "other",
    [
        one("bb", "salt-tax", HEAVY, "1806"),
        one("bb", "history", HEAVY, "in 1804"),
        one("bb", "history", HEAVY, "3 May 1804"),
        one("bb", "history", "When did the council abolish the malt tax?", "1806"),
        one("bb", "history", HEAVY, "it was worthless", kind="flashcard"),
        one("bb", "history", HEAVY, "False", kind="true_false"),
        one("bb", "history", HEAVY, "1806", status="rejected"),
        item("bb", "short_answer", HEAVY, "1806", evidence=()),
    ],
)
def test_what_is_no_disagreement(other):
    assert told(one("aa", "salt-tax", ABOLISHED, "1804"), other) == []

"""A rebuild keeps what a person decided, and the ids that review history hangs on."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.compose import build
from quizlib.merge import merge
from quizlib.model import Bank, Item, Status
from tests.banks import ABOLISHED, bank, item
from tests.documents import document
from tests.test_compose import DOCUMENT, TEXT

BUILT = build([DOCUMENT], title="Salt")
DECIDED = (Status.ACCEPTED, Status.EDITED, Status.REJECTED)
LINES = TEXT.strip().splitlines()


def decided(before: Bank, decisions: list[Status]) -> Bank:
    """`before` with a decision on its first items; an edit changes the stem."""
    items = list(before.items)
    for number, status in enumerate(decisions[: len(items)]):
        changes: dict[str, object] = {"status": status}
        if status is Status.EDITED:
            changes |= {"stem": f"Edited {number}?", "changed": ("stem",)}
        items[number] = items[number].model_copy(update=changes)
    return before.model_copy(update={"items": tuple(items)})


def by_id(found: Bank) -> dict[str, Item]:
    return {item.id: item for item in found.items}


def test_a_rebuild_of_the_same_changes_nothing():
    assert merge(BUILT, BUILT) == BUILT
    assert build([DOCUMENT], title="Salt", before=BUILT).to_json() == BUILT.to_json()


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from(DECIDED), max_size=12),
    st.sets(st.integers(0, len(LINES) - 1), max_size=4),
    st.integers(0, 3),
)
def test_no_decision_is_lost_whatever_happens_to_the_source(decisions, cut, seed):
    before = decided(BUILT, decisions)
    text = "\n".join(line for number, line in enumerate(LINES) if number not in cut)
    after = build([document(text)], title="Salt", seed=seed, before=before)
    kept = by_id(after)
    assert len(kept) == len(after.items)
    for old in before.items:
        new = kept[old.id]
        assert new.revision >= old.revision
        if old.status is Status.REJECTED:
            assert new.status is Status.REJECTED
        elif old.status in DECIDED:
            assert new.status in (old.status, Status.RETIRED)
        if "stem" in old.changed:
            assert (new.stem, new.changed) == (old.stem, old.changed)


def test_what_has_left_the_source_is_retired_and_comes_back_under_its_id():
    gone = build([document("Nothing is here.")], title="Salt", before=BUILT)
    assert {item.status for item in gone.items} == {Status.RETIRED}
    assert {item.id for item in gone.items} == {item.id for item in BUILT.items}
    back = build([DOCUMENT], title="Salt", before=gone)
    assert {item.id for item in back.live} == {item.id for item in BUILT.items}
    assert all(item.revision == 2 for item in back.items)


def test_a_typo_mended_in_the_source_keeps_the_id():
    text = TEXT.replace("employed 300 workers", "employed some 300 workers").replace(
        "Smuggling had made it worthless.", "Smuggling had made the tax worthless."
    )
    after = build([document(text)], title="Salt", before=BUILT)
    old = next(i for i in BUILT.items if i.stem == "Why did Holm abolish the salt tax?")
    new = by_id(after)[old.id]
    assert new.live
    assert new.key != old.key
    assert new.revision == old.revision + 1


def test_a_rejected_item_stays_rejected_when_its_source_returns():
    rejected = decided(BUILT, [Status.REJECTED])
    gone = build([document("Nothing is here.")], title="Salt", before=rejected)
    back = build([DOCUMENT], title="Salt", before=gone)
    assert by_id(back)[BUILT.items[0].id].status is Status.REJECTED


def test_a_new_item_never_takes_an_id_that_was_given():
    old = item("aa", "short_answer", "Who came?", "Anna", origin="x")
    new = item("aa", "short_answer", "Who left?", "Carl", origin="y")
    after = merge(bank(old), bank(new))
    assert [i.id for i in after.items if i.live] != ["aa"]
    assert by_id(after)["aa"].status is Status.RETIRED


def test_the_same_key_and_nearly_the_same_quote_are_the_same_item():
    quote = ABOLISHED.model_copy(update={"quote": ABOLISHED.quote.replace("salt tax", "salt duty")})
    old = item("aa", "short_answer", "Who ended the tax?", "the council", origin="x")
    new = item("bb", "short_answer", "Who ended the duty?", "council", origin="y").model_copy(
        update={"evidence": (quote,)}
    )
    [after] = merge(bank(old), bank(new)).items
    assert (after.id, after.stem, after.revision) == ("aa", "Who ended the duty?", 1)

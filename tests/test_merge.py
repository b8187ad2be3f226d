"""A rebuild keeps what a person decided, and the ids that review history hangs on."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.compose import build
from quizlib.items import kinds
from quizlib.merge import merge
from quizlib.model import Bank, Item, Status
from quizlib.ranking import Dropped, Unasked
from tests.banks import ABOLISHED, bank, item
from tests.documents import document
from tests.test_compose import DOCUMENT, TEXT

BUILT = build([DOCUMENT], title="Salt")
SURE = 0.75  # what some of the items lack
ENOUGH = 0.3  # what most questions for a date have
WITH_CANDIDATES = build([DOCUMENT], title="Salt", min_confidence=SURE, candidates=True)
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


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from([*DECIDED, Status.CANDIDATE]), max_size=20),
    st.sets(st.integers(0, len(LINES) - 1), max_size=4),
    st.integers(0, 3),
    st.booleans(),
)
def test_no_decision_is_lost_whatever_happens_to_the_source(decisions, cut, seed, candidates):
    before = decided(WITH_CANDIDATES, decisions)
    text = "\n".join(line for number, line in enumerate(LINES) if number not in cut)

    def rebuilt(text, bank):
        return build(
            [document(text)],
            title="Salt",
            seed=seed,
            before=bank,
            min_confidence=SURE,
            candidates=candidates,
        )

    after = rebuilt(text, before)
    back = rebuilt(TEXT, after)
    for found in (after, back):
        assert len(by_id(found)) == len(found.items)
        assert candidates or Status.CANDIDATE not in {one.status for one in found.items}
    for old in before.items:
        if old.status not in DECIDED:
            continue
        new, again = by_id(after)[old.id], by_id(back)[old.id]
        if new.status is not old.status:
            assert (new.status, new.decision) == (Status.RETIRED, old.status)
        assert again.status is old.status
        assert new.revision >= old.revision
        if old.changed:
            assert (again.stem, again.changed) == (old.stem, old.changed)


DATED = document(
    "Belgium bought the Lenz Canal in May 1927. The Lenz Canal was opened in 1930. Hungary joined"
    " the Lenz Treaty in 1926. The Lenz Treaty was ended by Spain in 1939. Peter Lang designed the"
    " Lenz Tower in 1933. The Lenz Tower was destroyed by a fire in 1944."
)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from(DECIDED), min_size=1, max_size=6),
    st.lists(st.integers(0, 4), min_size=2, max_size=4),
)
def test_no_decision_is_lost_whatever_the_seeds_before_and_behind(decisions, seeds):
    """A fact with a date is asked with options or without, as the seed has it."""
    first, *later = seeds
    made = partial(build, [DATED], title="Salt", min_confidence=ENOUGH)
    before = made(before=made(), seed=first)
    found = before = decided(before, decisions)
    thrown = {old.origin for old in before.items if old.status is Status.REJECTED}
    for seed in later:
        found = made(before=found, seed=seed)
        assert not thrown & {one.origin for one in found.live}
    for old in before.items:
        if old.status in DECIDED:
            assert (by_id(found)[old.id].status, by_id(found)[old.id].stem) == (
                old.status,
                old.stem,
            )


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


def built(*items: Item, status: Status = Status.GENERATED) -> Bank:
    return bank(*(one.model_copy(update={"status": status}) for one in items))


WHO = item("aa", "short_answer", "Who ended the tax?", "the council", origin="x", note="good")
WHEN = item("bb", "short_answer", "When did the tax end?", "1804", origin="y")


def test_a_candidate_keeps_its_id_whatever_becomes_of_it():
    renamed = WHO.model_copy(update={"id": "cc"})
    [kept] = merge(built(WHO, status=Status.CANDIDATE), built(renamed)).items
    assert (kept.id, kept.status) == ("aa", Status.GENERATED)
    [aside] = merge(built(WHO), built(renamed, status=Status.CANDIDATE)).items
    assert (aside.id, aside.status) == ("aa", Status.CANDIDATE)


def test_the_answers_after_which_an_item_was_decided_are_remembered():
    decided = WHO.model_copy(update={"status": Status.ACCEPTED, "settled": "a1b2"})
    [kept] = merge(bank(decided), bank(WHO)).items
    assert kept == decided
    [other] = merge(bank(decided), bank(WHO.model_copy(update={"kind": "flashcard"}))).items
    assert other.settled == "a1b2"
    assert merge(bank(decided), bank(WHEN)).items[1].settled == "a1b2"


@pytest.mark.parametrize("turn", [("flashcard", "short_answer"), ("short_answer", "flashcard")])
def test_what_is_answered_in_words_stays_typed_or_said(turn):
    before, fresh = (WHO.model_copy(update={"kind": kind}) for kind in turn)
    mended = {"id": "cc", "origin": "xx", "stem": "Who ended the salt tax?"}
    [kept] = merge(built(before), built(fresh.model_copy(update=mended))).items
    assert (kept.id, kept.kind, kept.stem) == ("aa", turn[0], "Who ended the salt tax?")
    assert kept.revision == before.revision + 1


def test_a_candidate_that_is_not_made_again_goes():
    assert [one.id for one in merge(built(WHO, status=Status.CANDIDATE), built(WHEN)).items] == [
        "bb"
    ]


def test_what_selection_drops_is_retired_unless_a_person_decided():
    assert merge(built(WHO), built(WHEN), [WHO]).items[1].status is Status.RETIRED
    for status in DECIDED:
        after = merge(built(WHO, status=status), built(WHEN), [WHO])
        assert [(one.id, one.status, one.note) for one in after.items] == [
            ("bb", Status.GENERATED, ""),
            ("aa", status, "good"),
        ]


def test_candidates_stand_behind_everything_else():
    fresh = bank(WHEN.model_copy(update={"status": Status.CANDIDATE}), WHO)
    assert [one.id for one in merge(built(ABOUT), fresh).items] == ["aa", "dd", "bb"]


ABOUT = item("dd", "short_answer", "What did the council end?", "the salt tax", origin="z")


def test_a_decision_holds_when_the_fact_is_asked_in_another_kind():
    choice = WHO.model_copy(update={"id": "cc", "kind": "choice", "distractors": ("a", "b")})
    for status in DECIDED:
        assert merge(built(WHO, status=status), built(choice)).items == (
            WHO.model_copy(update={"status": status}),
        )
    undecided = merge(built(WHO), built(choice)).items
    assert [(one.id, one.status) for one in undecided] == [
        ("cc", Status.GENERATED),
        ("aa", Status.RETIRED),
    ]


@pytest.mark.parametrize("decision", DECIDED)
def test_a_decision_holds_beside_a_retired_item_of_the_same_fact(decision):
    """As other seeds leave it, which ask the fact as one kind or the other."""
    choice = WHO.model_copy(update={"id": "cc", "kind": "choice", "distractors": ("a", "b")})
    before = merge(built(choice), built(WHO))
    assert [(one.id, one.status) for one in before.items] == [
        ("aa", Status.GENERATED),
        ("cc", Status.RETIRED),
    ]
    before = decided(before, [decision])
    after = merge(before, built(choice))
    assert [(one.id, one.status) for one in after.items] == [("aa", decision), ("cc", "retired")]
    assert after.items[0].stem == before.items[0].stem


def test_a_question_that_was_rejected_does_not_come_back_with_a_retired_item_that_asked_it():
    result = helmont("result", "choice", distractors=("1645", "1650"))
    retired = helmont("result", "short_answer", id="bbbb00000002", status=Status.RETIRED)
    before = bank(result.model_copy(update={"status": Status.REJECTED}), retired)
    after = merge(before, bank(helmont("outcome", "short_answer", id="cccc00000003")))
    assert not after.live
    assert {one.id for one in after.items} == {"aaaa00000001", "bbbb00000002"}


HELMONT = "In what year did Jan van Helmont publish the {} of his experiment?"
TOLD = "Jan van Helmont published the {} of his experiment in 1648."


def helmont(word, kind, **fields):
    quote = quoted(TOLD.format(word))
    made = item("aaaa00000001", kind, HELMONT.format(word), "1648", evidence=quote)
    return made.model_copy(update={"origin": f"fact of {word}", **fields})


def quoted(words):
    return (ABOLISHED.model_copy(update={"quote": words}),)


@pytest.mark.parametrize(
    "decision",
    [
        {"status": Status.REJECTED},
        {"status": Status.ACCEPTED},
        {"status": Status.EDITED, "stem": "When?", "changed": ("stem", "distractors")},
        {"status": Status.EDITED, "key": ("in 1648",), "changed": ("key",)},
        {"status": Status.EDITED, "stem": "When?", "key": ("x",), "changed": ("key", "stem")},
    ],
)
def test_a_decision_holds_when_a_changed_word_makes_it_another_kind(decision):
    before = bank(helmont("result", "choice", distractors=("1645", "1650"), **decision))
    fresh = bank(helmont("outcome", "short_answer", id="bbbb00000002"))
    [merged] = merge(before, fresh).items
    [old] = before.items
    assert (merged.id, merged.status, merged.stem) == (old.id, old.status, old.stem)
    assert [quote.quote for quote in merged.evidence] == [TOLD.format("outcome")]


def test_a_decision_about_another_question_is_no_decision_about_this_one():
    before = bank(helmont("result", "choice", status=Status.REJECTED))
    other = {"origin": "other", "stem": "In what year did it rain?"}
    fresh = bank(helmont("result", "short_answer", id="bbbb00000002", **other))
    assert {one.id: one.status for one in merge(before, fresh).items} == {
        "aaaa00000001": Status.REJECTED,
        "bbbb00000002": Status.GENERATED,
    }


def test_a_decision_outlasts_retirement():
    for status in (Status.ACCEPTED, Status.EDITED):
        gone = merge(built(WHO, status=status), built(WHEN))
        assert (gone.items[1].status, gone.items[1].decision) == (Status.RETIRED, status)
        back = merge(merge(gone, built(WHEN)), built(WHEN, WHO))
        assert (back.items[1].status, back.items[1].decision) == (status, None)


def test_a_rebuild_with_other_wishes_keeps_what_was_accepted():
    accepted = decided(BUILT, [Status.ACCEPTED] * len(BUILT.items))
    after = build([DOCUMENT], title="Salt", before=accepted, about="workers")
    assert {one.id for one in after.live} == {one.id for one in BUILT.items}


@pytest.mark.parametrize("kind", kinds.names())
def test_a_rebuild_of_one_kind_keeps_what_a_person_decided(kind):
    for status in DECIDED:
        before = decided(BUILT, [status] * len(BUILT.items))
        after = build([DOCUMENT], title="Salt", before=before, kinds=[kind])
        assert {(one.id, one.stem, one.status) for one in after.items} == {
            (one.id, one.stem, one.status) for one in before.items
        }
    undecided = build([DOCUMENT], title="Salt", before=BUILT, kinds=[kind])
    assert {one.kind for one in undecided.live} <= {kind}


def test_what_is_kept_though_its_kind_is_not_wanted_is_not_told_as_left_out():
    before = decided(BUILT, [Status.ACCEPTED] * len(BUILT.items))
    dropped: list[Dropped | Unasked] = []
    build([DOCUMENT], title="Salt", before=before, kinds=["ordering"], dropped=dropped)
    kept = {one.stem for one in before.items}
    assert not [one for one in dropped if isinstance(one, Unasked) and one.fact.question in kept]
    build([DOCUMENT], title="Salt", before=BUILT, kinds=["ordering"], dropped=dropped)
    assert [one for one in dropped if isinstance(one, Unasked) and one.fact.question in kept]


def test_candidates_are_kept_on_demand_only():
    aside = [one for one in WITH_CANDIDATES.items if not one.live]
    assert aside
    assert {one.status for one in aside} == {Status.CANDIDATE}
    assert all("below 0.75" in one.note for one in aside if one.confidence < SURE)
    assert not any(one.note for one in WITH_CANDIDATES.live)
    assert WITH_CANDIDATES.items == (*WITH_CANDIDATES.live, *aside)
    rebuild = partial(build, [DOCUMENT], title="Salt", min_confidence=SURE)
    assert rebuild(before=WITH_CANDIDATES) == rebuild()
    assert rebuild(before=WITH_CANDIDATES, candidates=True) == WITH_CANDIDATES
    narrowed = rebuild(before=BUILT, candidates=True)
    assert {one.id for one in BUILT.items} <= {one.id for one in narrowed.items}
    assert Status.RETIRED not in {one.status for one in narrowed.items}

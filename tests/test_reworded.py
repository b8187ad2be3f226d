"""A question that a person has decided about is known when its answer is reworded."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.agreement import asked
from quizlib.compose import build
from quizlib.merge import merge
from quizlib.model import Bank, Item, Status
from quizlib.model.item import edited
from quizlib.reworded import asks_again, holds
from tests.banks import ABOLISHED, bank, item
from tests.documents import document
from tests.test_compose import DOCUMENT, TEXT

#: What stands in the text, and what it is reworded to.
REWORDED = {
    "cheap imports from Spain": "a long and ruinous war with all of its northern neighbours",
    "in order to keep smugglers out of Holm": "in order to give its fishing boats shelter",
    "employed 300 workers": "employed 450 workers",
    "Smuggling had made it worthless": "Its fishermen had refused to pay any of it",
    "water that holds a great deal of salt": "what is left of the sea when some of it has boiled",
    "a round vessel of wood with flat ends": "a measure of volume for herring and for beer",
}
BUILT = build([DOCUMENT], title="Salt")
OF_ONES_OWN = {"stem": ("stem",), "key": ("key",), "both": ("stem", "key"), "mine": ("key",)}


def told(changes: set[str]) -> str:
    text = TEXT
    for words in changes:
        assert words in text
        text = text.replace(words, REWORDED[words])
    return text


def decided(one: Item, what: str) -> Item:
    """`one` as a person leaves it who accepts or rejects it, or changes some of its fields."""
    if what in set(Status):
        return one.model_copy(update={"status": Status(what), "note": "why"})
    mine = tuple(f"mine {number}" for number, _ in enumerate(one.key))
    values = {"stem": f"{one.stem} Say it.", "key": mine if what == "mine" else one.key}
    return edited(one, {name: values[name] for name in OF_ONES_OWN[what]})


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.sampled_from(["", "accepted", "rejected", *OF_ONES_OWN]), max_size=20),
    st.lists(st.sets(st.sampled_from(sorted(REWORDED))), min_size=1, max_size=3),
)
def test_no_decision_is_lost_when_answers_are_reworded(decisions, versions):
    items = list(BUILT.items)
    for number, what in enumerate(decisions[: len(items)]):
        items[number] = decided(items[number], what) if what else items[number]
    before = BUILT.model_copy(update={"items": tuple(items)})
    found = before
    for changes in (*versions, set()):
        text = told(changes)
        found = build([document(text)], title="Salt", before=found)
        assert build([document(text)], title="Salt", before=found) == found
        for old in before.items:
            if old.status is not Status.GENERATED:
                holds_still(old, found)
    for old in before.items:  # the words are those of the beginning
        again = {one.id: one for one in found.items}[old.id]
        assert (again.status, again.stem) == (old.status, old.stem)
        if "key" in old.changed:
            assert again.key == old.key


def holds_still(old: Item, found: Bank) -> None:
    """What a person decided about `old` is kept, and nothing else asks its question."""
    [now] = [one for one in found.items if one.id == old.id]
    if now.status is not old.status:
        assert old.status is not Status.REJECTED
        assert (now.status, now.decision) == (Status.RETIRED, old.status)
    for name in old.changed:
        assert getattr(now, name) == getattr(old, name)
    if old.status is Status.REJECTED:
        assert now.note == old.note
    stem = (*old.origin_stems, old.stem)[0]
    others = [one for one in found.live if one.id != old.id]
    assert asked(stem) not in [asked(one.stem) for one in others]


WHY = "Why did a crowd storm the Bastille?"
FIRST = "A crowd stormed the Bastille because it was looking for gunpowder."
LATER = "A crowd stormed the Bastille because it needed something to fire from the king's muskets."


def why(id: str, key: str, quote: str, stem: str = WHY, kind: str = "flashcard") -> Item:
    evidence = (ABOLISHED.model_copy(update={"quote": quote}),)
    return item(id, kind, stem, key, evidence=evidence, origin=f"fact {key}")


HERE = {ABOLISHED.document}
GUNPOWDER = why("aa", "it was looking for gunpowder", FIRST)
MUSKETS = why("bb", "it needed something to fire from the king's muskets", LATER)


def test_a_rejected_question_stays_out_with_its_reason():
    rejected = GUNPOWDER.model_copy(update={"status": Status.REJECTED, "note": "silly"})
    for fresh in (MUSKETS, why("bb", MUSKETS.key[0], LATER, "Why did the crowds storm Bastille?")):
        [now] = merge(bank(rejected), bank(fresh)).items
        assert (now.id, now.status, now.note, now.key) == ("aa", "rejected", "silly", MUSKETS.key)


def test_a_rejected_question_stays_out_when_it_is_back_in_its_first_words():
    steps = ["the old king", "the king of old", "the king of France"]
    quotes = [f"A crowd came to {one}'s prison for powder and for freedom." for one in steps]
    made = [
        why(f"{n}", "powder", quote, f"Why did a crowd come to {one}'s prison that day?")
        for n, (one, quote) in enumerate(zip(steps, quotes, strict=True))
    ]
    found = bank(made[0].model_copy(update={"status": Status.REJECTED}))
    for one in (made[1], made[2], made[0], made[1]):
        found = merge(found, bank(one))
        assert {each.status for each in found.items} == {"rejected"}
        assert merge(found, bank(one)) == found


def test_a_rejected_question_stays_out_as_another_kind_and_beside_its_old_self():
    rejected = GUNPOWDER.model_copy(update={"status": Status.REJECTED, "note": "silly"})
    other = MUSKETS.model_copy(update={"kind": "short_answer"})
    after = merge(bank(rejected), bank(GUNPOWDER, other))
    assert [(one.id, one.status, one.note) for one in after.items] == [
        ("aa", "rejected", "silly"),
        ("bb", "rejected", "silly"),
    ]
    assert merge(after, bank(GUNPOWDER, other)) == after


@pytest.mark.parametrize(
    "fresh",
    [
        MUSKETS.model_copy(update={"stem": "Why did a crowd storm the Tuileries?"}),
        MUSKETS.model_copy(update={"context": "It stood in the east of the city."}),
    ],
)
def test_another_question_is_asked(fresh):
    rejected = GUNPOWDER.model_copy(update={"status": Status.REJECTED})
    assert [one.id for one in merge(bank(rejected), bank(fresh)).live] == ["bb"]


def test_another_document_may_ask_the_same_but_for_one_that_has_another_name_now():
    rejected = GUNPOWDER.model_copy(update={"status": Status.REJECTED})
    elsewhere = (ABOLISHED.model_copy(update={"document": "another", "quote": LATER}),)
    fresh = bank(MUSKETS.model_copy(update={"evidence": elsewhere}))
    assert [one.id for one in merge(bank(rejected), fresh).live] == ["bb"]
    [record] = fresh.documents
    renamed = {"documents": (record.model_copy(update={"id": "another"}),)}
    assert merge(bank(rejected), fresh.model_copy(update=renamed)).live == ()


def test_of_two_that_ask_the_same_the_one_kept_goes_on():
    """Rejecting one of two duplicates is no rejection of the question."""
    twin = why("cc", "it was after powder", FIRST)
    rejected = GUNPOWDER.model_copy(update={"status": Status.REJECTED})
    assert [one.id for one in merge(bank(rejected, twin), bank(MUSKETS)).live] == ["bb"]
    accepted = twin.model_copy(update={"status": Status.ACCEPTED})
    [one] = merge(bank(rejected, accepted), bank(MUSKETS)).live
    assert (one.id, one.status, one.key) == ("cc", "accepted", MUSKETS.key)


def test_an_accepted_question_takes_the_answer_that_the_document_gives_now():
    accepted = GUNPOWDER.model_copy(update={"status": Status.ACCEPTED})
    [now] = merge(bank(accepted), bank(MUSKETS)).items
    assert (now.id, now.status, now.key, now.revision) == ("aa", "accepted", MUSKETS.key, 1)


def test_a_stem_of_ones_own_takes_it_too():
    mine = edited(GUNPOWDER, {"stem": "What did the people want?"})
    [now] = merge(bank(mine), bank(MUSKETS)).items
    assert (now.id, now.status, now.stem) == ("aa", "edited", "What did the people want?")
    assert now.key == MUSKETS.key
    [again] = merge(bank(now), bank(GUNPOWDER)).items
    assert (again.id, again.stem, again.key) == ("aa", mine.stem, GUNPOWDER.key)


def test_a_key_of_ones_own_holds_as_long_as_the_quote_says_it():
    mine = edited(GUNPOWDER, {"key": ("Gunpowder", "powder")})
    still = why("bb", "it wanted the gunpowder of the king for the muskets it had", LATER)
    quote = ABOLISHED.model_copy(update={"quote": f"A crowd came: {still.key[0]}."})
    still = still.model_copy(update={"evidence": (quote,)})
    [now] = merge(bank(mine), bank(still)).items
    assert (now.id, now.status, now.key) == ("aa", "edited", mine.key)
    assert now.evidence == still.evidence


def test_where_the_quote_does_not_say_it_the_new_wording_waits_for_a_person():
    mine = edited(GUNPOWDER, {"key": ("gunpowder",)})
    after = merge(bank(mine), bank(MUSKETS))
    gone, waiting = after.items
    assert (gone.id, gone.status, gone.decision, gone.key) == ("aa", "retired", "edited", mine.key)
    assert (waiting.id, waiting.status) == ("bb", "candidate")
    assert waiting.note == "in place of aa, whose answer the document does not give any more"
    assert merge(after, bank(MUSKETS)) == after
    taken = waiting.model_copy(update={"status": Status.ACCEPTED, "note": ""})
    kept = merge(bank(gone, taken), bank(MUSKETS))
    assert [(one.id, one.status) for one in kept.items] == [("bb", "accepted"), ("aa", "retired")]
    [back] = merge(after, bank(GUNPOWDER)).items
    assert (back.id, back.status, back.key) == ("aa", "edited", mine.key)


def test_a_wrong_option_that_has_become_right_is_no_option():
    old = why("aa", "gunpowder", FIRST, kind="choice").model_copy(
        update={"distractors": ("x", "y")}
    )
    mine = edited(old, {"distractors": ("muskets", "bread")})
    new = why("bb", "muskets", LATER, kind="choice").model_copy(update={"distractors": ("x", "y")})
    assert not holds(mine, new)
    assert merge(bank(mine), bank(new)).live == ()
    assert holds(mine, new.model_copy(update={"key": ("powder",)}))
    wrong_before = mine.model_copy(update={"key": ("bread",)})
    assert holds(wrong_before, new)


def test_a_key_that_no_longer_stands_in_nearly_the_same_quote_is_not_asked():
    old = why("aa", "1804", "The council of Holm abolished the tax in May 1804.", "When?")
    mine = edited(old, {"key": ("May 1804",)})
    new = why("bb", "1804", "The council of Holm abolished the tax in June 1804.", "When?")
    assert [one.status for one in merge(bank(mine), bank(new)).items] == ["retired", "candidate"]
    paraphrased = edited(old, {"key": ("in spring",)})
    assert [one.key for one in merge(bank(paraphrased), bank(new)).live] == [("in spring",)]


def test_sets_are_the_same_by_their_entries():
    def ordered(id, *entries):
        made = item(id, "ordering", "Put these events in order.", *entries, origin=id)
        return made.model_copy(update={"evidence": MUSKETS.evidence})

    old = ordered("aa", "storm", "oath", "terror")
    assert asks_again(ordered("bb", "storm", "oath", "directory"), old, HERE)
    assert not asks_again(ordered("bb", "storm", "directory", "consulate"), old, HERE)
    mine = edited(old, {"key": old.key[::-1]})
    assert not asks_again(ordered("bb", "storm", "oath", "x"), mine, HERE)


def test_what_was_made_is_known_only_where_it_was_kept():
    changes = {"stem": "What for?", "changed": ("stem",), "status": Status.EDITED}
    mine = GUNPOWDER.model_copy(update=changes)
    assert not asks_again(MUSKETS, mine, HERE)
    [again] = merge(bank(mine), bank(GUNPOWDER)).items
    assert (again.stem, again.origin_stems) == ("What for?", (WHY,))
    assert asks_again(MUSKETS, again, HERE)

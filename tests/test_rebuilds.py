"""A rebuild after any edits of the source leaves each decision with its own question."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.compose import build
from quizlib.model import Bank, Item, Status
from quizlib.model.item import edited
from tests.documents import document

#: A sentence each, with the places that questions ask for, and what may stand there; a
#: misspelt name is mended, a number put right, a word put in.
SENTENCES: tuple[tuple[str, dict[str, tuple[str, ...]]], ...] = (
    (
        "{who} designed the Elmswick {what} in {when}.",
        {
            "who": ("Frieda Huber", "Fireda Huber", "Frieda Hubert"),
            "what": ("pan house", "old pan house"),
            "when": ("1822", "1823", "1882"),
        },
    ),
    (
        "{who} produced {many} doses of penicillin in {when}.",
        {
            "who": ("The United States", "The United Kingdom"),
            "many": ("2.3 million", "2.5 million"),
            "when": ("1944", "1945"),
        },
    ),
    (
        "The Elmswick {what} was founded by {who} in {when}.",
        {
            "what": ("granary", "new granary"),
            "who": ("Maria Keller", "Marai Keller", "Maria Kellner"),
            "when": ("1850", "1851"),
        },
    ),
    (
        "{who} painted the Elmswick {what} in {when}.",
        {
            "who": ("Anna Lang", "Anna Long"),
            "what": ("mill", "wind mill"),
            "when": ("1903", "1906"),
        },
    ),
    (
        "{who} closed the Elmswick {what} in {when}.",
        {"who": ("Otto Brandt",), "what": ("quarry",), "when": ("1931", "1932")},
    ),
)
#: A word of each by which an event is known, whatever stands in its places.
EVENTS = ("designed", "produced", "founded", "painted", "closed", "opened", "drained")
MORE = (
    "Hans Meier opened the Elmswick mole in 1871.",
    "Nobody remembers why.",
    "Paul Senn drained the Elmswick marsh in 1899.",
)
FIRST = tuple({name: values[0] for name, values in places.items()} for _, places in SENTENCES)
CHANGES = [
    (number, name, value)
    for number, (_, places) in enumerate(SENTENCES)
    for name, values in places.items()
    for value in values
]
WAYS = ("", "accepted", "rejected", "stem", "key", "context")


def told(slots: tuple[dict[str, str], ...], order: list[int], more: set[int], cut: set[int]) -> str:
    said = [SENTENCES[number][0].format(**slots[number]) for number in order if number not in cut]
    for number in sorted(more):
        said.insert(number, MORE[number])
    return " ".join(said)


def rebuilt(text: str, before: Bank | None = None, seed: int = 0) -> Bank:
    return build(
        [document(text)],
        title="Elmswick",
        before=before,
        seed=seed,
        min_confidence=0.3,
        candidates=True,
    )


BUILT = rebuilt(told(FIRST, [*range(5)], set(), set()))


def place(item: Item) -> tuple[int, str]:
    """The number of the sentence that an item of BUILT asks about, and the place in it."""
    quote = item.evidence[0].quote
    number = next(n for n, slots in enumerate(FIRST) if SENTENCES[n][0].format(**slots) == quote)
    key = item.key[0].casefold()
    [name] = [name for name, value in FIRST[number].items() if value.casefold() in key]
    return number, name


def events(item: Item) -> set[str]:
    return {event for event in EVENTS for entry in item.key if event in entry}


def decided(item: Item, way: str) -> Item:
    """`item` as a person leaves it."""
    if way in ("accepted", "rejected"):
        return item.model_copy(update={"status": Status(way), "note": "why"})
    if way == "stem":
        return edited(item, {"stem": f"Say: {item.stem}"})
    if way == "key" and item.kind != "ordering":
        return edited(item, {"key": (*item.key, f"mine {item.id}")})
    return edited(item, {"explanation": "Mine."}) if way else item


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(WAYS), min_size=len(BUILT.items), max_size=len(BUILT.items)),
    st.lists(
        st.tuples(
            st.lists(st.sampled_from(CHANGES), max_size=4),
            st.permutations(range(5)),
            st.sets(st.integers(0, 2), max_size=2),
            st.sets(st.integers(0, 4), max_size=1),
        ),
        min_size=1,
        max_size=3,
    ),
    st.integers(0, 3),
)
def test_each_decision_stays_with_its_question_and_its_answer(ways, versions, seed):
    before = BUILT.model_copy(
        update={
            "items": tuple(decided(one, way) for one, way in zip(BUILT.items, ways, strict=True))
        }
    )
    found, slots = before, FIRST
    for changes, order, more, cut in versions:
        for number, name, value in changes:
            slots = tuple(
                {**one, name: value} if place == number else one for place, one in enumerate(slots)
            )
        found = rebuilt(told(slots, order, more, cut), found, seed)
        assert len({one.id for one in found.items}) == len(found.items)
        for start, old, way in zip(BUILT.items, before.items, ways, strict=True):
            if way:
                [now] = [one for one in found.items if one.id == old.id]
                keeps(start, old, now, slots)
    found = rebuilt(told(FIRST, [*range(5)], set(), set()), found)
    for old, way in zip(before.items, ways, strict=True):
        if way:
            [again] = [one for one in found.items if one.id == old.id]
            assert (again.status, again.note) == (old.status, old.note)
            assert way == "rejected" or (again.stem, again.key) == (old.stem, old.key)


def keeps(start: Item, old: Item, now: Item, slots: tuple[dict[str, str], ...]) -> None:
    """What a person decided holds, and what is asked is what was asked, with today's answer."""
    assert now.status is old.status or (now.status, now.decision) == ("retired", old.status)
    for name in old.changed:
        assert getattr(now, name) == getattr(old, name)
    if not now.live:
        return
    if old.kind == "ordering":
        assert events(now) == events(start)
        return
    number, name = place(start)
    answer = slots[number][name].removeprefix("The ")
    if "key" not in old.changed:
        assert answer in now.key[0]
    if "stem" not in old.changed:
        assert answer not in now.stem
        assert EVENTS[number][:3] in now.stem

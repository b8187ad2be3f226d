"""Selection: every section first, so many of a document, every item kept or told why not."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.ranking import Origins, sections_without, select
from quizlib.ranking.selection import PER_PARAGRAPH
from tests.banks import ABOLISHED, item

if TYPE_CHECKING:
    from quizlib.model import Item

ROOM = "its document has enough other items"


def found(id: str, section: str, confidence: float, document: str = "salt-tax") -> Item:
    """An item that nothing but its section, confidence and document tells from others."""
    place = {"document": document, "start": int(id) * 100}
    return item(
        id,
        "short_answer",
        " ".join(f"word{id}{letter}" for letter in "abcdef"),
        f"key {id}",
        evidence=(ABOLISHED.model_copy(update=place),),
        tags=("statements", section),
        confidence=confidence,
    )


def test_a_poor_section_has_its_item_before_a_rich_one_has_a_third():
    rich = [found(str(number), "rich", 0.9) for number in range(5)]
    poor = [found("7", "poor", 0.6), found("8", "poor", 0.55)]
    kept, dropped = select([*rich, *poor], 0.5, room={"salt-tax": 4})
    assert [one.id for one in kept] == ["0", "1", "7", "8"]
    assert {one.why for one in dropped} == {ROOM}
    assert [one.id for one in select([*rich, *poor], 0.5, room={"salt-tax": 2})[0]] == ["0", "7"]


def test_without_limits_everything_sure_stays():
    many = [found(str(number), "one", 0.9) for number in range(9)]
    assert select(many, 0.5) == (many, [])


def test_doubt_keeps_a_section_empty():
    kept, dropped = select([found("1", "sure", 0.9), found("2", "doubtful", 0.4)], 0.5)
    assert [one.id for one in kept] == ["1"]
    assert [one.why for one in dropped] == ["confidence 0.40 is below 0.50"]


def test_every_section_may_have_its_surest():
    rows = [
        found("1", "sure", 0.9),
        found("2", "doubtful", 0.2),
        found("3", "doubtful", 0.3),
        found("4", "sure", 0.4),
    ]
    kept, dropped = select(rows, 0.5, every_section=True)
    assert [one.id for one in kept] == ["1", "3"]
    assert [one.item.id for one in dropped] == ["2", "4"]
    assert sections_without(*select(rows, 0.5)) == 1
    assert sections_without(kept, dropped) == 0


def test_no_section_is_filled_by_what_has_no_room():
    rows = [found("1", "sure", 0.9), found("2", "doubtful", 0.3)]
    kept, dropped = select(rows, 0.5, room={"salt-tax": 1}, every_section=True)
    assert [one.id for one in kept] == ["1"]
    assert [one.why for one in dropped] == [ROOM]


def test_of_two_doubtful_items_of_one_id_one_fills_its_section():
    twins = [found("1", "a", 0.2), found("1", "a", 0.2)]
    kept, dropped = select(twins, 0.5, every_section=True)
    assert (len(kept), len(dropped)) == (1, 1)


def test_two_items_of_one_id_are_one():
    one = found("1", "a", 0.9)
    twin = found("1", "b", 0.8)
    kept, dropped = select([one, twin], 0.5, Origins(written=frozenset({"1"})))
    assert kept == [one]
    assert [left.why for left in dropped] == ["another item asks the same"]


ROWS = st.lists(
    st.tuples(st.sampled_from("abcd"), st.integers(30, 99), st.sampled_from(("one", "two"))),
    max_size=30,
)


@settings(max_examples=150, deadline=None)
@given(ROWS, st.integers(1, 12))
def test_sections_are_served_in_turn(rows, most):
    items = [
        found(str(number), section, sure / 100, document)
        for number, (section, sure, document) in enumerate(rows)
    ]
    kept, dropped = select(items, 0.5, room={"one": most, "two": most})
    assert Counter(map(id, [*kept, *(left.item for left in dropped)])) == Counter(map(id, items))
    assert [one for one in items if one in kept] == kept
    for document in ("one", "two"):
        of_document = [one for one in kept if one.evidence[0].document == document]
        assert len(of_document) <= most
        share = Counter(one.tags[1] for one in of_document)
        waiting = defaultdict(list)
        for left in dropped:
            if left.item.evidence[0].document == document and left.why == ROOM:
                waiting[left.item.tags[1]].append(left.item.confidence)
        if max(share.values(), default=0) > 2:
            assert all(share[section] >= 2 for section in waiting)
        if max(share.values(), default=0) > 1:
            assert all(share[section] >= 1 for section in waiting)
        for section, doubts in waiting.items():
            surest = [one.confidence for one in of_document if one.tags[1] == section]
            assert min(surest, default=1) >= max(doubts)


def test_who_did_it_is_asked_rather_than_when_if_it_is_nearly_as_sure():
    when = found("1", "one", 0.7)
    who = found("2", "one", 0.6).model_copy(update={"tags": ("subjects", "one")})
    doubtful = who.model_copy(update={"confidence": 0.5})
    same = Origins(events={"1": "the salt tax", "2": "the salt tax"})
    assert [one.id for one in select([when, who], 0.5, same)[0]] == ["2"]
    assert [one.id for one in select([when, doubtful], 0.5, same)[0]] == ["1"]
    asked = [
        (who, when, "another question asks about the same event: who did it"),
        (when, doubtful, "a surer question asks about the same event"),
    ]
    for kept, left, why in asked:
        assert [one.why for one in select([kept, left], 0.5, same)[1]] == [why]


def test_a_question_that_is_less_sure_is_called_no_surer():
    written = found("1", "one", 0.6)
    sure = found("2", "one", 0.9)
    same = Origins(authored=frozenset({"1"}), events={"1": "the salt tax", "2": "the salt tax"})
    [left] = select([sure, written], 0.5, same)[1]
    assert left.item == sure
    assert left.why == "another question asks about the same event"


def test_a_paragraph_has_so_many_items_and_no_more():
    many = [found(str(number), "one", 0.9 - number / 100) for number in range(9)]
    together = Origins(paragraphs={one.id: ("salt-tax", 1) for one in many})
    kept, dropped = select(many, 0.5, together)
    assert kept == many[:PER_PARAGRAPH]
    assert {one.why for one in dropped} == {"its paragraph has enough other items"}
    own = Origins(paragraphs=together.paragraphs, authored=frozenset(one.id for one in many))
    assert select(many, 0.5, own)[0] == many


def test_a_paragraph_asks_but_once_when_something_was():
    dated = [
        found(str(number), "one", 0.9 - number / 100).model_copy(update={"tags": ("dates", "one")})
        for number in range(3)
    ]
    together = Origins(paragraphs={one.id: ("salt-tax", 1) for one in dated})
    kept, dropped = select(dated, 0.5, together)
    assert kept == dated[:1]
    assert {one.why for one in dropped} == {"its paragraph has enough questions for a date"}


def test_another_document_with_another_answer_asks_about_another_thing():
    stem = "In what year did the old town of {} join the League of Cities?"
    holm = found("1", "a", 0.9).model_copy(update={"stem": stem.format("Holm"), "key": ("1804",)})
    vell = found("2", "b", 0.8, "other").model_copy(
        update={"stem": stem.format("Vell"), "key": ("1806",)}
    )
    assert select([holm, vell], 0.5)[1] == []
    stem = "In what year did the town of Holm join the League of Cities?"
    same = vell.model_copy(update={"stem": stem, "key": ("1804",)})
    assert [left.why for left in select([holm, same], 0.5)[1]] == ["another item asks the same"]

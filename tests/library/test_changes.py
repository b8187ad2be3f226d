from __future__ import annotations

from quizlib.library import Changes, compare
from quizlib.model import Status
from tests.banks import ITEMS, bank


def with_status(item, status):
    return item.model_copy(update={"status": status})


def test_every_item_is_told_once():
    one, two, three, four, five, six = ITEMS[:6]
    before = bank(one, two, three, with_status(four, Status.RETIRED), five)
    after = bank(
        one,
        two.model_copy(update={"revision": 1}),
        with_status(three, Status.RETIRED),
        four,
        six,
    )
    assert compare(before, after) == Changes(
        new=(six.id,),
        kept=(one.id,),
        changed=(two.id,),
        retired=(three.id,),
        restored=(four.id,),
        gone=(five.id,),
    )


def test_what_nobody_sees_changes_nothing():
    before = bank(ITEMS[0])
    after = bank(ITEMS[0].model_copy(update={"confidence": 0.9, "tags": ("new",)}))
    assert compare(before, after) == Changes(kept=(ITEMS[0].id,))


def test_what_was_thrown_out_and_stays_out_is_no_change():
    out = bank(with_status(ITEMS[0], Status.REJECTED))
    assert compare(out, out) == Changes()


def test_candidates_are_told_when_they_come_to_be_asked_or_cease_to():
    aside = bank(*(with_status(one, Status.CANDIDATE) for one in ITEMS[:2]))
    live = bank(ITEMS[0])
    assert compare(aside, live) == Changes(new=(ITEMS[0].id,))
    assert compare(live, aside) == Changes(set_aside=(ITEMS[0].id,))
    assert compare(bank(ITEMS[2]), aside) == Changes(gone=(ITEMS[2].id,))

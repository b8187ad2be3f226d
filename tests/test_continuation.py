"""What an item continues is found by an index, and is what comparing each with each finds."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.fuzz import ratio

from quizlib import continuation
from quizlib.continuation import decision, partners, stands, unused
from quizlib.language.text import bare
from quizlib.model import Status
from quizlib.reworded import NEARLY, quotes
from tests.banks import SENTENCES, item

QUOTES = (
    "",
    "Holm abolished the salt tax in 1804.",
    "Holm abolished the salt taxes in 1804.",
    "Holm has abolished the salt tax in 1804.",
    "Holm has abolished the salt tax in 1805.",
    "The works at Holm employed 300 workers.",
)
STEMS = ("When was the tax abolished?", "Who worked there?", "Why was it?")
KEYS = ("1804", "The 1804.", "300")
CHANGED = ((), (), (), ("stem",), ("key",), ("key", "stem"))
STATUSES = (Status.GENERATED, Status.ACCEPTED, Status.REJECTED, Status.RETIRED, Status.CANDIDATE)


def items(prefix):
    """Two to eight items that are much alike."""
    drawn = st.tuples(
        st.sampled_from(("short_answer", "flashcard")),
        st.sampled_from(STEMS),
        st.sampled_from(KEYS),
        st.sampled_from(QUOTES),
        st.sampled_from(CHANGED),
        st.sampled_from(STATUSES),
        st.sampled_from(("", "", "f")),
    )
    return st.lists(drawn.map(lambda values: made(*values)), min_size=2, max_size=8).map(
        lambda made: [one.model_copy(update={"id": f"{prefix}{n}"}) for n, one in enumerate(made)]
    )


def made(kind, stem, key, quote, changed, status, origin):
    quoted = (SENTENCES[0].model_copy(update={"quote": quote}),) if quote else ()
    kept = Status.ACCEPTED if status is Status.RETIRED and changed else None
    told = {"evidence": quoted, "changed": changed, "status": status, "origin": origin}
    return item("x", kind, stem, key).model_copy(update={**told, "decision": kept})


class Plain(continuation._Free):
    """Compares each with each."""

    def nearest(self, item, *, decided, retired=False):
        asks = {("key", bare(item.key[0])), ("stem", bare(item.stem))}

        def known(old):
            asked = {("key", bare(old.key[0])), ("stem", bare(old.stem))}
            return old.kind == item.kind and ({"key", "stem"} & set(old.changed) or asks & asked)

        def likeness(old):
            return ratio(quotes(item), quotes(old))

        same = [old for old in self._left.values() if known(old) and stands(old, item)]
        same = [old for old in same if decision(old) is not None or not decided]
        same = [old for old in same if retired or not unused(old)]
        best = max(same, key=lambda old: (likeness(old), old.id), default=None)
        return best if best is not None and likeness(best) >= NEARLY else None

    def decided_otherwise(self, new):
        pairs = [
            (item, old)
            for old in self._left.values()
            for item in new
            if decision(old) is not None and nearly(item, old) and stands(old, item)
        ]
        return sorted(pairs, key=lambda pair: (-ratio(pair[0].stem, pair[1].stem), *ids(pair)))


def nearly(item, old):
    return (
        ("key" in old.changed or bare(item.key[0]) == bare(old.key[0]))
        and ("stem" in old.changed or ratio(item.stem, old.stem) >= NEARLY)
        and ratio(quotes(item), quotes(old)) >= NEARLY
    )


def ids(pair):
    return pair[1].id, pair[0].id


@settings(max_examples=200, deadline=None)
@given(items("old"), items("new"), items("spare"))
def test_the_index_finds_what_comparing_each_with_each_does(old, fresh, spare):
    found = partners(old, fresh, spare)
    with patch.object(continuation, "_Free", Plain):
        assert partners(old, fresh, spare) == found

"""Questions whose answer was reworded in the documents: who asked them before, whose answer holds.

Such an item has another fact and may have quite another quote. It is known by its question
alone; so this serves what a person has decided about, and nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from quizlib.agreement import MARK, MORE, ask_the_same, asked
from quizlib.errors import QuizlibError
from quizlib.items import interaction
from quizlib.language.text import bare
from quizlib.model import Item, Order

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

#: Two texts this alike (0 to 100, rapidfuzz's ratio) are nearly the same.
NEARLY = 85
#: A question of so many words, small ones left out, says by itself what it asks.
TELLING = 6
#: The share of its entries by which a set, to be matched or put in order, is the same.
SAME_SET = 0.5


class Questions:
    """Old items, to be found by what they ask; `documents` are the ids of those there are now."""

    def __init__(self, items: Iterable[Item], documents: Collection[str]) -> None:
        self._documents = documents
        self._by_mark: dict[tuple[str, ...], list[Item]] = defaultdict(list)
        for item in items:
            for mark in _marks(item):
                self._by_mark[mark].append(item)

    def alike(self, item: Item) -> list[Item]:
        """Those that ask what `item` asks, most alike first."""
        from rapidfuzz.fuzz import ratio

        near = {old.id: old for mark in _marks(item) for old in self._by_mark.get(mark, ())}
        same = [old for old in near.values() if asks_again(item, old, self._documents)]
        return sorted(same, key=lambda old: (-ratio(item.stem, made_stem(old)), old.id))


def _marks(item: Item) -> Iterator[tuple[str, ...]]:
    """By what one may be found that asks the same.

    Of two with one key the shorter begins with one of the first words of the longer.
    """
    for stem in made_stems(item):
        told = asked(stem)
        yield ("stem", *told)
        for word in told[: MORE + 1]:
            yield ("key", bare(item.key[0]), word)


def made_stems(item: Item) -> tuple[str, ...]:
    """The stems that were made for the item, as far as they are known, the latest last."""
    return item.origin_stems if "stem" in item.changed else (*item.origin_stems, item.stem)


def made_stem(item: Item) -> str:
    """The latest stem as it was made; "" where a person has changed it and nobody knows it."""
    return next(iter(made_stems(item)[::-1]), "")


def asks_again(item: Item, old: Item, documents: Collection[str]) -> bool:
    """Whether `item` asks the question that `old` asked, of the same document.

    Where that is not among `documents`, the ids of those there are now, it may have any name.
    The stems are the same but for articles, tense and number; with the same key, one may
    describe a thing closer. What a person has changed of `old` does not count.
    """
    here = set(old.sources).intersection(documents)
    if (here and not here.intersection(item.sources)) or not _same_context(item, old):
        return False
    return any(_same_question(item, old, stem) for stem in made_stems(old))


def _same_question(item: Item, old: Item, stem: str) -> bool:
    """Whether `item` asks what `old` does, or did, with `stem`."""
    one, other = asked(item.stem), asked(stem)
    if not one or one != other:
        same_key = "key" not in old.changed and bare(item.key[0]) == bare(old.key[0])
        return bare(item.stem) == bare(stem) or (same_key and ask_the_same(one, other))
    return _same_set(item, old)


def _same_context(item: Item, old: Item) -> bool:
    """Whether what is shown is nearly the same, or the question says by itself what it asks."""
    from rapidfuzz.fuzz import ratio

    by_itself = len(asked(item.stem)) >= TELLING
    return "context" in old.changed or by_itself or ratio(item.context, old.context) >= NEARLY


def _same_set(item: Item, old: Item) -> bool:
    """Whether two sets have entries enough in common; an item that asks for no set is its own."""
    field = set_field(item) or set_field(old)
    if not field:
        return True
    one, other = ({bare(text) for text in getattr(each, field)} for each in (item, old))
    return field not in old.changed and len(one & other) > SAME_SET * max(len(one), len(other))


def set_field(item: Item) -> str:
    """The field with the entries of a set, to be put in order or matched; "" for no set."""
    if _ordered(item):
        return "key"
    return "prompts" if item.prompts else ""


def _same_entries(old: Item, item: Item) -> bool:
    """Whether each entry of a set is one of the other's, in nearly the same words.

    What a person approved of as a whole is no longer that with another entry in it.
    """
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extractOne

    field = set_field(item)
    if not field or field in old.changed:
        return True
    left = [bare(text) for text in getattr(item, field)]
    for entry in getattr(old, field):
        found = extractOne(bare(entry), left, scorer=ratio, score_cutoff=NEARLY)
        if found is None:
            return False
        left.remove(found[0])
    return not left


def _ordered(item: Item) -> bool:
    try:
        return len(item.key) > 1 and isinstance(interaction(item), Order)
    except QuizlibError:
        return False


def holds(old: Item, item: Item) -> bool:
    """Whether what a person made of `old` is right for `item`, which asks the same today.

    An answer that is taken from `item` is. One of the person's own is as long as all that
    the quotes proved of it stands in the quotes of `item`; where they proved nothing of it,
    as long as they are nearly the same. And the whole can still be asked, if it could. A set
    has the same entries.
    """
    if old.kind == item.kind:
        if not _same_entries(old, item):
            return False
        if not old.changed:
            return True
        own = {name: getattr(old, name) for name in old.changed}
        if _sound(old) and not _sound(item.model_copy(update=own)):
            return False
        if "key" not in old.changed:
            return True
    return _proven(old, item)


def _sound(mixed: Item) -> bool:
    """Whether the item can be asked, and offers nothing wrong that is right."""
    try:
        interaction(mixed)
    except QuizlibError:
        return False
    right = {bare(text) for text in mixed.key}
    return bool(mixed.prompts) or not any(bare(text) in right for text in mixed.distractors)


def _proven(old: Item, item: Item) -> bool:
    from rapidfuzz.fuzz import ratio

    before, now = quotes(old), quotes(item)
    proved = said(" ".join(old.key)) & said(before)
    return proved <= said(now) and (bool(proved) or ratio(before, now) >= NEARLY)


def said(text: str) -> set[str]:
    """The telling words of a text, for comparing."""
    return {word.removeprefix("'") for word in asked(text)} - {MARK}


def quotes(item: Item) -> str:
    """All that is quoted for the item."""
    return " ".join(evidence.words for evidence in item.evidence)

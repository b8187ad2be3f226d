"""Items and banks that a program makes by itself: from a database, a form, a language model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pydantic import ValidationError

import quizlib
from quizlib.arguments import expect, refused, texts
from quizlib.errors import UnfitItem
from quizlib.files import digest
from quizlib.items import interaction, known, portable
from quizlib.model import Bank, Choice, Document, DocumentRecord, Item, Maker, Status
from quizlib.readers._blocks import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizlib.model import Evidence

#: The format of the document that stands for a bank's own items.
BY_HAND = "by-hand"

#: Options that leave something to choose.
FEWEST = 2


def new_item(  # noqa: PLR0913 - what an item is, all of it by name
    kind: str,
    stem: str,
    key: str | Sequence[str],
    *,
    prompts: Sequence[str] = (),
    distractors: Sequence[str] = (),
    context: str = "",
    explanation: str = "",
    tags: Sequence[str] = (),
    difficulty: float = 0.5,
    evidence: Sequence[Evidence] = (),
    id: str = "",
) -> Item:
    """An item of the `kind` that `quizlib.formats()` lists, which counts as accepted by a person.

    `key` is what is right: the answer with other accepted wordings (short_answer, term), all
    right options (choice, multiple_response), "True" or "False" (true_false), the entries in order
    (ordering), or what each of `prompts` belongs to (matching). `distractors` are wrong options.
    `evidence`, where a `Document` has it, proves the key. The `id` is made of kind, context, stem,
    prompts and key; pass one of your own where these may be mended and a learner's history
    is to stay.

    Raises UnknownName for a kind that nobody offers, UnfitItem where the rest does not fit the
    kind, InvalidArgument.

    Examples:
        >>> import quizlib
        >>> item = quizlib.new_item("choice", "Where is Lyon?", "France", distractors=["Italy"])
        >>> item.key, item.distractors, item.status.value
        (('France',), ('Italy',), 'accepted')
    """
    for name, value in (("kind", kind), ("stem", stem)):
        expect(isinstance(value, str) and value != "", "new_item", name, value, "a text")
    known([kind])
    keys = (key,) if isinstance(key, str) else tuple(texts("new_item", "key", key))
    expect(all(keys), "new_item", "key", key, "a text, or several, none of them empty")
    given = tuple(texts("new_item", "prompts", prompts))
    try:
        item = Item(
            id=id or digest("written-1", kind, context, stem, *given, "", *keys, size=6),
            kind=kind,
            stem=stem,
            key=keys,
            prompts=given,
            distractors=tuple(texts("new_item", "distractors", distractors)),
            context=context,
            explanation=explanation,
            tags=tuple(texts("new_item", "tags", tags)),
            difficulty=difficulty,
            confidence=1,
            evidence=tuple(evidence),
            status=Status.ACCEPTED,
        )
    except ValidationError as error:
        raise refused("new_item", error, Item.model_fields) from None
    put = interaction(item)
    if isinstance(put, Choice) and len(put.options) < FEWEST:
        raise UnfitItem(item.id, kind, "it has nothing to choose from: give it distractors")
    return portable(item)


def new_bank(
    title: str,
    items: Iterable[Item],
    *,
    documents: Document | Iterable[Document] = (),
    language: str = "en",
) -> Bank:
    """A bank of `items`, as `new_item` makes them or another bank has them.

    `documents` are those that the items quote. An item that quotes none has the bank's `title` as
    its source line, and `check` notes that nothing proves it. Raises InvalidArgument for two
    items of one id.

    Examples:
        >>> import quizlib
        >>> items = [
        ...     quizlib.new_item("short_answer", "What is the capital of France?", "Paris"),
        ...     quizlib.new_item("true_false", "Lyon is in France.", "True"),
        ... ]
        >>> bank = quizlib.new_bank("Geography", items)
        >>> bank.save("geography.json")
        >>> quizlib.Quiz(bank, kinds=["short_answer"]).next().stem
        'What is the capital of France?'
    """
    expect(isinstance(title, str) and title != "", "new_bank", "title", title, "a text")
    listed = list(items) if isinstance(items, Iterable) else []
    fits = isinstance(items, Iterable) and all(isinstance(one, Item) for one in listed)
    expect(fits, "new_bank", "items", items, "items, as new_item makes them")
    twice = next((id for id, n in Counter(item.id for item in listed).items() if n > 1), "")
    expect(not twice, "new_bank", "items", twice, "items of different ids")
    quoted = [documents] if isinstance(documents, Document) else list(documents)
    records = [DocumentRecord.of(document) for document in quoted]
    own = _own(title, listed, {record.id for record in records})
    return Bank(
        title=title,
        language=language,
        generator=Maker(name="quizlib", version=quizlib.__version__),
        documents=(*records, own) if any(not item.sources for item in listed) else tuple(records),
        items=tuple(
            item if item.sources else item.model_copy(update={"source": own.id}) for item in listed
        ),
    )


def _own(title: str, items: Sequence[Item], taken: set[str]) -> DocumentRecord:
    """The record that stands for what the bank says without a document."""
    id = slug(f"{title}.md")
    words = sum(len(f"{item.context} {item.stem} {' '.join(item.key)}".split()) for item in items)
    return DocumentRecord(
        id=id if id not in taken else f"{id}-by-hand",
        title=title,
        name=title,
        format=BY_HAND,
        digest=digest("written-1", *(item.id for item in items)),
        words=words,
    )

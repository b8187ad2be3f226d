"""Facts and the bank before become a bank: the one place where a build happens."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizlib.arguments import expect
from quizlib.arguments import kinds as names_of_kinds
from quizlib.distractors import Distractors
from quizlib.extract import Silent, by_surname, extracted, methods, silences
from quizlib.faults import Faults
from quizlib.garbage import all_before_kept
from quizlib.items import kinds as known_kinds
from quizlib.items import make
from quizlib.language.model import DEFAULT_MODEL, installed
from quizlib.merge import merge
from quizlib.model import (
    AnswerType,
    Bank,
    BlockKind,
    Document,
    DocumentRecord,
    Fact,
    Item,
    Maker,
    Status,
)
from quizlib.ranking import (
    WRITTEN,
    Dropped,
    Origins,
    Unasked,
    Wishes,
    confidence,
    difficulty_of,
    select,
)
from quizlib.sifting import event, sifted
from quizlib.standing import standing_sets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quizlib.language import Analysis
    from quizlib.model import Problem

#: The lowest confidence that goes into a bank.
LEAST = 0.45

#: What a sort of answer is asked as, in turn; the first that fits from there is taken.
ASKED_AS = {
    "definition": ("definition",),
    "topic": ("definition",),
    "gloss": ("definition",),
    "term": ("choice", "term"),
    "match": ("matching",),
    "sequence": ("ordering",),
    "gap": ("cloze",),
    "by-hand": ("short_answer",),  # a flashcard where the answer is long, or tells why
    "options": ("choice", "multiple_response"),
    # Raters passed the same questions far more often without options: countries beside the
    # one that is meant are seldom likely, numbers next to one another give nothing to know,
    # people of the same text are known for other things.
    AnswerType.COUNTRY: ("short_answer",),
    AnswerType.NUMBER: ("short_answer",),
    AnswerType.PERSON: ("short_answer",),
    AnswerType.DATE: ("short_answer", "choice", "short_answer", "short_answer"),
    AnswerType.LIST: ("multiple_response",),
}
USUAL = ("flashcard", "short_answer", "choice")

UNFIT = "none of the kinds to be made fits it"
UNANSWERED = "no answer stands below it"
UNMARKED = "no option is marked as right"


@dataclass
class Corpus:
    """What is kept of the documents once they have been read: no parse."""

    records: list[DocumentRecord] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    names: dict[str, dict[AnswerType, list[str]]] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)  # the same, with whom their pronouns may mean
    blocks: dict[str, list[int]] = field(default_factory=dict)  # where those of a document start


def build(  # noqa: PLR0913 - one verb with its options, all by keyword
    documents: Document | Iterable[Document],
    *,
    title: str | None = None,
    seed: int = 0,
    kinds: Sequence[str] | None = None,
    before: Bank | None = None,
    model: str | None = None,
    progress: Callable[[int, int], object] | None = None,
    min_confidence: float = LEAST,
    max_per_1000_words: float | None = None,
    difficulty: str | None = None,
    about: str | None = None,
    every_section: bool = False,
    candidates: bool = False,
    dropped: list[Dropped | Unasked] | None = None,
    silent: list[Silent] | None = None,
    sentences: list[str] | None = None,
    problems: list[Problem] | None = None,
) -> Bank:
    """A bank of items made from `documents`, of which one will do.

    The same documents and options give the same bank. `before` is the bank that this one
    replaces: its ids, and all that a person decided in it, are kept. `progress` is called
    with the number of documents done and of all.

    Of what can be asked go in: `kinds` only, where given; items with a confidence of at
    least `min_confidence`, in [0, 1]; at most `max_per_1000_words` of a document; those
    of a `difficulty` ("easy", "medium", "hard", or a range of the share answered wrong,
    as "0.2-0.5"); those that bear on the topic `about`. With `every_section`, a section that
    would have no item has its surest, however unsure that is. With `candidates`, what was left
    out for doubt, number or likeness stays in the bank as candidates, which are not asked. All
    that was left out, items and facts of which none was made, is added to `dropped`, with
    the reason; sentences in which nothing to ask was found are added to `silent`, likewise,
    and all that were looked through to `sentences`. What plug-ins failed at, and were left out
    of, is added to `problems`.

    Raises UnknownName for an unknown kind or difficulty, EmptyBank when nothing is of
    the difficulty or bears on the topic, InvalidArgument for a path or a text in place of
    documents (`read` and `read_text` make them), LanguageModelError.

    Examples:
        >>> import quizlib
        >>> documents = quizlib.read("salt-works.md")
        >>> bank = quizlib.build(documents, title="Salt Works", seed=7, kinds=["term"])
        >>> [item.key[0] for item in bank.live]
        ['pan house', 'brine', 'bittern']
        >>> again = quizlib.build(documents, seed=7, before=bank)  # keeps ids, and what was edited
        >>> {item.id for item in bank.items} <= {item.id for item in again.items}
        True
    """
    listed = _listed(documents)
    named = known_kinds.usable() if kinds is None else names_of_kinds("build", kinds)
    wanted = list(dict.fromkeys(named))
    for name in wanted:
        known_kinds.get(name)
    faults = Faults()
    wishes = Wishes(about, difficulty, max_per_1000_words)
    others = [] if before is None else [one for one in known_kinds.usable() if one not in wanted]
    with all_before_kept():
        corpus = _corpus(listed, model, progress, faults, silent)
        made, told, unasked, unwished = _made(corpus, seed, wanted, faults, others)
    passed, unwanted = wishes.narrowed(made, corpus.records)
    kept, left = select(
        passed, min_confidence, told, wishes.room(corpus.records), every_section=every_section
    )
    spare = [*left, *unwanted]
    fresh = Bank(
        title=title or _title(listed),
        language=listed[0].language if listed else "en",
        generator=_generator(),
        model=installed(model or DEFAULT_MODEL),
        seed=seed,
        documents=tuple(corpus.records),
        items=(*kept, *(_candidates(kept, left) if candidates else ())),
    )
    bank = fresh
    if before is not None:
        sets = standing_sets(before, listed)
        bank = merge(before, fresh, [*(one.item for one in spare), *unwished, *sets])
    if dropped is not None:
        live = {item.id for item in bank.live}
        facts = {item.origin for item in bank.live}
        dropped.extend(one for one in spare if one.item.id not in live)
        dropped.extend(one for one in unasked if one.fact.fingerprint not in facts)
    if sentences is not None:
        sentences.extend(corpus.sentences)
    if problems is not None:
        problems.extend([*methods.problems(), *known_kinds.problems(), *faults.problems()])
    return bank


def _listed(documents: Document | Iterable[Document]) -> list[Document]:
    if isinstance(documents, Document):
        return [documents]
    listed = list(documents) if isinstance(documents, Iterable) else [documents]
    read = all(isinstance(one, Document) for one in listed)
    expect(read, "build", "documents", documents, "what read or read_text gives")
    ids = Counter(one.id for one in listed)
    twice = next((id for id, times in ids.items() if times > 1), "")
    allowed = "documents of different ids: read_text makes them of the name, or of the title"
    expect(not twice, "build", "documents", twice, allowed)
    return listed


def _made(
    corpus: Corpus, seed: int, wanted: Sequence[str], faults: Faults, others: Sequence[str]
) -> tuple[list[Item], Origins, list[Unasked], list[Item]]:
    """Every item that could be asked, what is known of where they come from, the other facts.

    Last come items of those that no wanted kind fits, of the kinds `others`: a person may have
    decided about one when more kinds were wanted.
    """
    facts, unasked = sifted(corpus.facts, corpus.records)
    facts = by_surname(facts, corpus.names)
    written = {record.id: record.date.year for record in corpus.records if record.date}
    distractors = Distractors(facts, corpus.names, corpus.told, seed, written)
    made = [(fact, _item(fact, distractors, wanted, faults)) for fact in facts]
    unasked += [Unasked(fact, _unfit(fact)) for fact, item in made if item is None]
    asked = [(fact, item) for fact, item in made if item is not None]
    by_hand = {item.id for fact, item in asked if fact.form in WRITTEN}
    origins = Origins(
        written=frozenset(by_hand),
        authored=frozenset(by_hand | {item.id for fact, item in asked if fact.verbatim}),
        events={item.id: event(fact) for fact, item in asked},
        paragraphs={item.id: _paragraph(item, corpus) for _, item in asked},
    )
    unfit = [fact for fact, item in made if item is None] if others else []
    unwished = [_item(fact, distractors, others, faults) for fact in unfit]
    return [item for _, item in asked], origins, unasked, [one for one in unwished if one]


def _paragraph(item: Item, corpus: Corpus) -> tuple[str, int]:
    """The document and the number of the block that proves an item."""
    if not item.evidence:
        return "", 0
    quote = item.evidence[0]
    return quote.document, bisect(corpus.blocks.get(quote.document, []), quote.start)


def _unfit(fact: Fact) -> str:
    if fact.answer:
        return UNFIT
    return UNMARKED if fact.distractors else UNANSWERED


def _candidates(kept: Iterable[Item], left: Iterable[Dropped]) -> list[Item]:
    """What selection left out, as candidates; an item that is there already is none."""
    there = {item.id for item in kept}
    new = {one.item.id: one for one in left if one.item.id not in there}
    return [
        one.item.model_copy(update={"status": Status.CANDIDATE, "note": one.why})
        for one in new.values()
    ]


def _generator() -> Maker:
    from quizlib import __version__

    return Maker(name="quizlib", version=__version__)


def _title(documents: Sequence[Document]) -> str:
    if not documents:
        return "Empty"
    more = f" and {len(documents) - 1} more" if len(documents) > 1 else ""
    return documents[0].title + more


def _corpus(
    documents: Sequence[Document],
    model: str | None,
    progress: Callable[[int, int], object] | None,
    faults: Faults,
    silent: list[Silent] | None,
) -> Corpus:
    from quizlib.language import analyse, mentions, told_of

    corpus = Corpus()
    for number, analysis in enumerate(analyse(documents, model), 1):
        corpus.records.append(DocumentRecord.of(analysis.document))
        facts = _facts(analysis, faults)
        corpus.facts.extend(facts)
        if silent is not None:
            silent.extend(silences(analysis, facts))
        corpus.names[analysis.document.id] = mentions(analysis)
        blocks = analysis.document.blocks
        corpus.blocks[analysis.document.id] = sorted(block.start for block in blocks)
        corpus.sentences.extend(sentence.text for sentence in analysis.sentences)
        corpus.sentences.extend(
            block.text for block in analysis.document.blocks if block.kind is BlockKind.QUESTION
        )
        corpus.told.extend(told_of(analysis))
        if progress is not None:
            progress(number, len(documents))
    return corpus


def _facts(analysis: Analysis, faults: Faults) -> list[Fact]:
    """Every fact of a document with its salience, in the order of the document."""
    from quizlib.ranking.salience import salience

    found: list[Fact] = []
    for name in methods.usable():
        with faults.noted(analysis.document.name):
            found.extend(extracted(name, analysis))
    told = [fact.model_copy(update={"salience": salience(fact, analysis)}) for fact in found]
    return sorted(told, key=lambda fact: (fact.evidence[0].start, fact.method, fact.question))


def _item(
    fact: Fact, distractors: Distractors, wanted: Sequence[str], faults: Faults
) -> Item | None:
    """The item that asks for the fact: of the first kind in its turn that fits.

    Kinds of plug-ins come last, so that installing one changes no item that is asked already.
    """
    order = ASKED_AS.get(fact.form) or ASKED_AS.get(fact.answer_type) or USUAL
    turn = distractors.turn("kind", fact, len(order)) if order is not USUAL else 0
    rest = [name for name in wanted if not known_kinds.own(name)]
    for name in dict.fromkeys([*order[turn:], *order[:turn], *USUAL, *rest]):
        item = None
        if name in wanted:
            with faults.noted(fact.question or fact.statement):
                item = make(name, fact, distractors)
            if item is not None:
                sure = item.model_copy(update={"confidence": confidence(fact)})
                return sure.model_copy(update={"difficulty": difficulty_of(sure)})
    return None

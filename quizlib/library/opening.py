"""Whatever holds questions becomes a bank: a bank file, a deck, a source, or nothing at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from quizlib import storage
from quizlib.contents import written_here
from quizlib.errors import BankNotFound, SourceNotFound
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quizlib.extract import Silent
    from quizlib.library.cache import Built
    from quizlib.model import Bank, Document, Problem

#: The deck that is opened when none is named; it travels inside the package.
SHIPPED = "shipped/north-korea-and-china.json"
#: Where it lies in a checkout, which is not built into a wheel.
IN_CHECKOUT = "../decks/north-korea-and-china.json"
#: Of a text that gives fewer items, the less sure are asked too, down to this confidence.
FEW, LEAST_SURE = 5, 0.25
#: How often the progress of a long build is told.
TOLD = 10


@dataclass(frozen=True)
class Opened:
    """A bank; where it was made on the way, its documents and the trouble in making it.

    `file` is where the bank is kept, and changes can be saved; None where there is no such file.
    Of a source, `sentences` is how many it has, `silent` of how many of them nothing to ask was
    found.
    """

    bank: Bank
    documents: Sequence[Document] = ()
    problems: Sequence[Problem] = ()
    file: Path | None = None
    silent: int = 0
    sentences: int = 0
    _found: dict[str, Document | None] = field(default_factory=dict, init=False, compare=False)

    def document(self, id: str) -> Document | None:
        """The document that the bank knows by `id`; None where it is not at hand.

        That of a bank in a file is read when it is first asked for, and has to lie beside it,
        unchanged.
        """
        if id not in self._found:
            self._found[id] = self._look_up(id)
        return self._found[id]

    def _look_up(self, id: str) -> Document | None:
        from quizlib.library.sources import beside, under_bank_ids

        record = self.bank.document(id)
        if record is None or not (self.documents or self.file):
            return None
        one = self.bank.model_copy(update={"documents": (record,)})
        found = under_bank_ids(one, self.documents)
        if not self.documents and self.file:
            found = beside(one, self.file.parent)
        return found[0] if found else None


def is_bank(target: str) -> bool:
    """Whether `target` names a bank: a .json file is one, all else is a source."""
    return target.lower().endswith(".json") and not Path(target).is_dir()


def is_deck(target: str) -> bool:
    """Whether `target` is a deck of another program, which can be imported."""
    if not Path(target).is_file() or (is_bank(target) and written_here(target)):
        return False
    from quizlib.importers import importer_of

    return importer_of(target) is not None


def open_bank(
    target: str | None,
    progress: Callable[[str], None] | None = None,
    *,
    cache: Path | None = None,
) -> Bank:
    """The bank that `target` holds, as `open_target`; trouble is told through `progress`."""
    opened = open_target(target, progress, cache=cache)
    if progress is not None:
        for problem in opened.problems:
            progress(str(problem))
    return opened.bank


def open_target(
    target: str | None,
    progress: Callable[[str], None] | None = None,
    *,
    cache: Path | None = None,
    history: Path | None = None,
) -> Opened:
    """Open the shipped deck (None), a bank (.json), another program's deck, or a source.

    A source is read and built. With a `cache` folder the bank is kept there, so that
    the same content is built once; with a `history` folder, ids and revisions go on
    from the last bank of the same source. `progress` is given a line now and then.
    Raises BankError, UnreadableDeck, SourceError, and LanguageModelError where a build
    needs the model.
    """
    if target is None:
        return Opened(_shipped())
    if is_deck(target):
        from quizlib.importers import read_deck

        imported = read_deck(target)
        return Opened(imported.bank, problems=imported.problems)
    if is_bank(target):
        return Opened(storage.load(target), file=Path(target))
    if Path(target).is_file():
        from quizlib.importers import refuse_unclaimed

        refuse_unclaimed(target)
    return _from_source(target, progress or _silent, cache, history)


def _silent(line: str) -> None:
    """What is said to nobody."""


def _shipped() -> Bank:
    from importlib import resources

    package = resources.files("quizlib")
    for place in (SHIPPED, IN_CHECKOUT):
        path = Path(str(package.joinpath(place)))
        if path.is_file():
            return storage.load(path)
    raise BankNotFound(SHIPPED)


def _from_source(
    target: str, tell: Callable[[str], None], cache: Path | None, history: Path | None
) -> Opened:
    from quizlib.library.cache import cache_key, kept
    from quizlib.library.history import continued
    from quizlib.library.sources import default_title
    from quizlib.readers import read

    try:
        documents = read(target)
    except SourceNotFound as error:
        raise BankNotFound(target) from error
    title = default_title(documents, [target])

    problems = list(documents.problems)

    def make() -> Built:
        return _build(documents, title, target, tell, problems)

    key = cache_key(documents, title=title, seed=0)
    built = make() if cache is None else kept(cache, key, make)
    bank, file = built.bank, None
    if history is not None:
        bank, file = continued(history, target, key, (bank, documents), problems)
    return Opened(bank, documents, problems, file, built.silent, built.sentences)


def _build(
    documents: Sequence[Document],
    title: str,
    target: str,
    tell: Callable[[str], None],
    problems: list[Problem],
) -> Built:
    from quizlib.compose import build
    from quizlib.library.cache import Built

    def count(done: int, total: int) -> None:
        if total > TOLD and done * TOLD // total > (done - 1) * TOLD // total:
            tell(f"{done} of {total} documents")

    tell(f"Reading {target} …")
    silent: list[Silent] = []
    sentences: list[str] = []
    made = build(
        documents,
        title=title,
        progress=count,
        candidates=True,
        silent=silent,
        sentences=sentences,
        problems=problems,
    )
    bank = _with_less_sure(made)
    doubtful = len(bank.live) - len(made.live)
    less = f", {doubtful} of them less sure than a bank keeps" if doubtful else ""
    tell(f"{counted(len(bank.live), 'question')} from {target}{less}")
    return Built(bank, len(silent), len(sentences))


def _with_less_sure(bank: Bank) -> Bank:
    """The bank without its candidates; where few are left, with the surest of those.

    Who opens a short article wants to be asked something, and sees the quote with each verdict.
    """
    from quizlib.model import Status
    from quizlib.ranking import select

    sure = {item.id for item in bank.live}
    spare = [item for item in bank.items if item.status is Status.CANDIDATE]
    taken: set[str] = set()
    if len(sure) < FEW and spare:
        kept, _ = select([*bank.live, *spare], LEAST_SURE)
        others = sorted((i for i in kept if i.id not in sure), key=lambda i: -i.confidence)
        taken = {item.id for item in others[: FEW - len(sure)]}
    items = (
        item.model_copy(update={"status": Status.GENERATED, "note": ""})
        if item.id in taken
        else item
        for item in bank.items
        if item.id in taken or item.status is not Status.CANDIDATE
    )
    return bank.model_copy(update={"items": tuple(items)})

"""Questions as people write them down in files -> a bank: the same for every such format."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

import quizlib
from quizlib.errors import QuizlibError, UnreadableDeck, UnreadableSource
from quizlib.files import digest
from quizlib.importers import Imported
from quizlib.importers._notes import short
from quizlib.items import interaction, portable
from quizlib.model import (
    GAP,
    Bank,
    DocumentRecord,
    Item,
    Maker,
    Problem,
    ProblemCode,
    Severity,
    Status,
)
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from quizlib.importers._decks import Origin

#: The largest file that is read, in bytes.
MOST = 64 << 20
#: A gap as people type it.
_GAP = re.compile(r"_{2,}")
#: How the two options of a statement are written.
TRUTH = {"true": "True", "t": "True", "false": "False", "f": "False"}


class Written(NamedTuple):
    """A question as a file has it, standing at `line`.

    `kind` is a kind's name, "" where the file does not tell; `id` as well. `source` is the
    title of what the question is from, "" for the file itself. `lost` says why it is none.
    """

    line: int
    stem: str = ""
    key: tuple[str, ...] = ()
    kind: str = ""
    distractors: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    explanation: str = ""
    context: str = ""
    tags: tuple[str, ...] = ()
    id: str = ""
    source: str = ""
    status: str = ""
    lost: str = ""


LEFT_OUT = ProblemCode(
    name="question-left-out",
    severity=Severity.WARNING,
    message="{count} left out: {why} (first: line {line})",
    cause="What stands there is no question that can be asked: its answer is missing, or its parts"
    " do not fit together.",
    cure="Mend the lines in the file, and import it again.",
    example={
        "where": "biology.csv",
        "count": "2 questions",
        "why": "it has no answer",
        "line": 14,
    },
)


def beginning(head: bytes) -> str:
    """The text of a file's beginning, whose last character may be cut."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(encoding, "replace")
    return head.decode("utf-8-sig", "replace")


def decoded(path: Path) -> str:
    """The text of the file, in whatever encoding. Raises UnreadableDeck."""
    from quizlib.readers._decode import decode

    if path.stat().st_size > MOST:
        raise UnreadableDeck(path, "it is larger than 64 MB")
    try:
        return decode(path.read_bytes(), path.name)
    except UnreadableSource as error:
        raise UnreadableDeck(path, error.why) from error


def bank_of(
    written: Iterable[Written], origin: Origin, problems: Iterable[Problem] = ()
) -> Imported:
    """The bank of these questions; those that cannot be asked are told.

    Raises UnreadableDeck where there is none at all.
    """
    making = _Making(origin)
    items = tuple(making.items(written))
    if not making.asked:
        raise UnreadableDeck(origin.path, "it holds no question")
    bank = Bank(
        title=making.title(),
        generator=Maker(name="quizlib", version=quizlib.__version__),
        documents=making.documents(),
        items=items,
    )
    return Imported(bank, [*problems, *making.problems()])


class _Making:
    """A bank in the making."""

    def __init__(self, origin: Origin) -> None:
        self._origin = origin
        self._ids: set[str] = set()
        self._sources: dict[str, str] = {}
        self._words: dict[str, int] = defaultdict(int)
        self._lost: dict[str, list[int]] = defaultdict(list)
        self.asked = 0

    def items(self, written: Iterable[Written]) -> Iterator[Item]:
        for question in written:
            self.asked += 1
            why = question.lost or _lacking(question)
            made = why or self._item(question)
            if isinstance(made, str):
                self._lost[made].append(question.line)
            else:
                yield made

    def _item(self, question: Written) -> Item | str:
        """The item, or why it cannot be asked."""
        fields = _asked(question)
        item = Item(
            id=self._id(question),
            evidence=(),
            explanation=question.explanation,
            context=question.context,
            tags=question.tags,
            prompts=question.prompts,
            source=self._source(question.source or self._origin.path.stem),
            status=Status(question.status) if question.status else Status.GENERATED,
            **fields,
        )
        try:
            interaction(item)
        except QuizlibError as error:
            return getattr(error, "why", str(error))
        self._words[item.source] += len(item.stem.split()) + len(item.key[0].split())
        return portable(item)

    def _id(self, question: Written) -> str:
        """The question's own id where it will do, else one that follows from its words."""
        from quizlib.importers._decks import PLAIN_ID

        id, number = question.id, 0
        if not PLAIN_ID.fullmatch(id):
            id = digest("question-1", question.id or question.stem, size=6)
        while id in self._ids:
            number += 1
            id = digest("question-1", question.id or question.stem, str(number), size=6)
        self._ids.add(id)
        return id

    def _source(self, title: str) -> str:
        """The id of the document that stands for where the question is from."""
        from quizlib.importers._decks import free

        title = " ".join(title.split())
        if title not in self._sources:
            plain = "-".join(re.findall(r"\w+", title.casefold())) or "questions"
            self._sources[title] = free(plain, set(self._sources.values()))
        return self._sources[title]

    def documents(self) -> tuple[DocumentRecord, ...]:
        return tuple(
            DocumentRecord(
                id=id,
                title=title,
                name=self._origin.path.name,
                format=self._origin.format,
                digest=self._origin.digest,
                words=self._words[id],
            )
            for title, id in sorted(self._sources.items())
        )

    def title(self) -> str:
        """That of what all questions are from, else the file's name."""
        return next(iter(self._sources)) if len(self._sources) == 1 else self._origin.path.stem

    def problems(self) -> Iterator[Problem]:
        for why, lines in self._lost.items():
            count = counted(len(lines), "question")
            yield LEFT_OUT.at(self._origin.path.name, count=count, why=why, line=lines[0])


def _lacking(question: Written) -> str:
    """Why there is nothing to ask, "" where there is."""
    if not _visible(question.stem):
        return "it has no question"
    if not question.key or not all(map(_visible, question.key)):
        return "it has no answer"
    return ""


def _visible(text: str) -> bool:
    return any(c.isprintable() and not c.isspace() for c in text)


def _asked(question: Written) -> dict[str, Any]:
    """Kind, stem, key and distractors of the item that asks for it."""
    key = question.key
    wrong = tuple(text for text in dict.fromkeys(question.distractors) if text not in key)
    kind, stem = question.kind, question.stem
    if not kind or (kind == "choice" and not wrong):
        kind = _kind(stem, key, wrong, question.prompts)
    if kind == "true_false":
        key, wrong = tuple(TRUTH.get(each.casefold(), each) for each in key), ()
    elif kind == "choice" and len(key) > 1:
        kind = "multiple_response"
    elif kind == "cloze" and GAP not in stem:
        stem = _GAP.sub(GAP, stem)
    return {"kind": kind, "stem": stem, "key": key, "distractors": wrong}


def _kind(stem: str, key: tuple[str, ...], wrong: tuple[str, ...], prompts: tuple[str, ...]) -> str:
    """The kind of a question whose file does not tell it."""
    if prompts:
        return "matching"
    if {each.casefold() for each in (*key, *wrong)} <= {"true", "false"} and len(key) == 1:
        return "true_false"
    if wrong:
        return "choice" if len(key) == 1 else "multiple_response"
    if not short(key[0]):
        return "flashcard"
    return "cloze" if len(_GAP.findall(stem)) == 1 else "short_answer"

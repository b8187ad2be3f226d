"""Files and folders -> documents, whatever their formats."""

from __future__ import annotations

import os
import stat
from codecs import BOM_UTF8
from pathlib import Path
from typing import TYPE_CHECKING

from quizlib.arguments import expect
from quizlib.contents import written_here
from quizlib.errors import BrokenPlugin, NothingToRead, SourceNotFound, UnreadableSource, printable
from quizlib.model import Document, Problem, ProblemCode, Severity
from quizlib.readers import _foreign as foreign
from quizlib.readers._blocks import slug
from quizlib.readers._protocol import by_suffix, made, overruled, readers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: What quizlib writes beside sources, as banks and logs: passed over without a word.
OWN = (".json", ".jsonl")

PathLike = str | os.PathLike[str]

UNREADABLE = ProblemCode(
    name="unreadable-source",
    severity=Severity.WARNING,
    message="{why}",
    cause="A file or folder in a folder that is read cannot be; the rest of the folder was read.",
    cure="Mend the file, or its permissions, by what the message says; or move it elsewhere.",
    example={"where": "old/minutes.md", "why": "it is empty"},
)
PASSED_OVER = ProblemCode(
    name="passed-over",
    severity=Severity.NOTE,
    message="passed over: no format that can be read",
    cause="Files in a folder that is read have endings that no reader knows.",
    cure="Nothing, if no questions are wanted of them. Else save them as one of the formats that"
    " `quizlib formats` lists; a file that is named itself is read as plain text.",
    example={"where": "logo.png, budget.xlsx"},
)


class Documents(list[Document]):
    """The documents that were read, and the problems with files that could not be.

    Examples:
        >>> import quizlib
        >>> documents = quizlib.read(["salt-works.md"])
        >>> [document.title for document in documents], documents.problems
        (['Salt Works'], [])
    """

    def __init__(
        self, documents: Iterable[Document] = (), problems: Iterable[Problem] = ()
    ) -> None:
        super().__init__(documents)
        self.problems = list(problems)


def read(path: PathLike | Sequence[PathLike]) -> Documents:
    """The documents in a file, a folder with all its folders, or several of these.

    A folder is read in the order of its names; hidden files, and those whose ending no
    reader knows, are passed over. What cannot be read in it is told in `.problems`.
    A file that is named itself is read as plain text when its ending is not known.
    Raises SourceNotFound, UnreadableSource, NothingToRead.

    Examples:
        >>> import quizlib
        >>> [document] = quizlib.read("salt-works.md")
        >>> document.title, document.format, len(document.blocks)
        ('Salt Works', 'markdown', 10)
    """
    paths = [path] if isinstance(path, str | os.PathLike) else path
    collection = _Collection()
    for one in paths:
        place = Path(one)
        if _is_folder(one):
            collection.add_folder(place)
        else:
            collection.add_file(place, _name(place, place.parent))
    if not collection.found:
        raise NothingToRead("no source", collection.known)
    problems = [*readers.problems(), *overruled(), *collection.problems]
    return Documents(_told_apart(collection.found.values()), problems)


def read_text(
    text: str,
    *,
    title: str = "",
    format: str = "markdown",
    name: str = "",
    problems: list[Problem] | None = None,
) -> Document:
    r"""The document in a text that is in memory, as of a database, and not in a file.

    `format` is a source format that `quizlib.formats()` lists. The `title`, where given, counts
    more than what the text says. `name` is what a file's name would be, by which problems
    are told and the document's id is made; else it is made of the title. Two texts of one bank
    need two names. Questions in it that are not understood are told in `problems`. Raises
    UnreadableSource, UnknownName for a format, InvalidArgument.

    Examples:
        >>> import quizlib
        >>> text = "Q: When was the salt tax abolished?\nA: 1804"
        >>> document = quizlib.read_text(text, title="The Salt Tax")
        >>> document.id, document.title
        ('the-salt-tax', 'The Salt Tax')
        >>> [item.key[0] for item in quizlib.build(document).items]
        ['1804']
    """
    for argument, value in (("text", text), ("title", title), ("name", name)):
        expect(isinstance(value, str), "read_text", argument, value, "a text")
    data = BOM_UTF8 + text.removeprefix("\ufeff").encode("utf-8", "replace")  # whatever it declares
    document = made(format, data, name or (slug(f"{title}.md") if title else "text"))
    foreign.refuse(document)
    if problems is not None:
        problems.extend(foreign.problems(document))
    return document.model_copy(update={"title": title}) if title else document


class _Collection:
    """What was read so far."""

    def __init__(self) -> None:
        self.known = by_suffix()
        self.found: dict[str, Document] = {}  # by the file's real place: none is read twice
        self.problems: list[Problem] = []

    def add_file(self, path: Path, name: str) -> None:
        """Read one file, unless it was. Raises UnreadableSource."""
        place = os.path.realpath(path)
        if place not in self.found:
            reader = self.known.get(path.suffix.lower(), "text")
            document = _document(reader, path, name)
            self.found[place] = document
            self.problems += foreign.problems(document)

    def add_folder(self, folder: Path) -> None:
        """Read what can be read in `folder`.

        Raises NothingToRead when that is nothing, UnreadableSource when it cannot be listed.
        """
        failed: list[Problem] = []
        passed: list[str] = []
        any_read = False
        for path in _files(folder, failed):
            if path.suffix.lower() not in self.known:
                if not (path.suffix.lower() in OWN and written_here(path)):
                    passed.append(_name(path, folder))
            else:
                name = _name(path, folder)
                try:
                    self.add_file(path, name)
                    any_read = True
                except UnreadableSource as error:
                    failed.append(_problem(name, error.why))
        if not any_read:
            raise NothingToRead(folder, self.known, [str(problem) for problem in failed])
        self.problems.extend([*failed, *_passed_over(passed)])


def _passed_over(names: list[str]) -> list[Problem]:
    """One note for all files of other formats: to name each would hide the rest."""
    shown = ", ".join(names[:3])
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return [PASSED_OVER.at(f"{shown}{more}")] if names else []


def _files(folder: Path, failed: list[Problem]) -> Iterator[Path]:
    """The files below `folder` in the order of their names, each folder entered once.

    Folders that cannot be listed are added to `failed`.
    """
    waiting, entered = [folder], set[str]()
    while waiting:
        path = waiting.pop()
        if not path.is_dir():
            if path.is_file() or path.is_symlink():
                yield path
            continue
        place = os.path.realpath(path)
        if place in entered:
            continue
        entered.add(place)
        try:
            inside = [one for one in path.iterdir() if not one.name.startswith(".")]
        except OSError as error:
            failed.append(_problem(_name(path, folder), _reason(error)))
            continue
        waiting.extend(sorted(inside, reverse=True))


def _document(reader: str, path: Path, name: str) -> Document:
    try:
        document = made(reader, path.read_bytes(), name)
        foreign.refuse(document)
    except BrokenPlugin as error:
        raise UnreadableSource(path, f"{error.where}: {error.why}") from error
    except OSError as error:
        raise UnreadableSource(path, _reason(error)) from error
    except UnreadableSource as error:
        raise UnreadableSource(path, error.why) from error
    return document


def _is_folder(path: PathLike) -> bool:
    """Raises SourceNotFound, or UnreadableSource where one may not even look."""
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116 - Path("") would be the current folder
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise SourceNotFound(path) from error
    except OSError as error:
        raise UnreadableSource(path, _reason(error)) from error


def _name(path: Path, folder: Path) -> str:
    """The path below `folder`; bytes of a file name that are no text become "?"."""
    return path.relative_to(folder).as_posix().encode("utf-8", "replace").decode("utf-8")


def _problem(name: str, why: str) -> Problem:
    return UNREADABLE.at(printable(name), why=why)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _told_apart(documents: Iterable[Document]) -> Iterator[Document]:
    """The documents, with a number after an id that another has taken before."""
    taken: set[str] = set()
    for document in documents:
        id, number = document.id, 1
        while id in taken:
            number += 1
            id = f"{document.id}-{number}"
        taken.add(id)
        yield document if id == document.id else document.model_copy(update={"id": id})

"""Reading files and folders, with everything that lies about in them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import quizlib
from quizlib.errors import NothingToRead, SourceNotFound, UnreadableSource
from quizlib.readers import Documents, read
from tests.banks import bank

SUFFIXES = ".htm, .html, .markdown, .md, .mdown, .mkd, .text, .txt, .xhtml"


def fill(folder: Path, *names: str, text: str = "The council met.") -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def names(documents: Documents) -> list[str]:
    return [document.name for document in documents]


def test_a_file(tmp_path: Path) -> None:
    documents = read(fill(tmp_path, "Salt Tax.MD") / "Salt Tax.MD")
    assert isinstance(documents, list)
    assert [(d.id, d.name, d.format) for d in documents] == [
        ("salt-tax", "Salt Tax.MD", "markdown")
    ]
    assert documents.problems == []
    assert quizlib.read is read


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    fill(tmp_path, "b.md", "a/z.html", "a/c/y.txt", "B.txt", "c.csv", ".hidden.md", ".git/x.md")
    documents = read(str(tmp_path))
    assert names(documents) == ["B.txt", "a/c/y.txt", "a/z.html", "b.md"]
    assert [document.id for document in documents] == ["b", "a-c-y", "a-z", "b-2"]
    assert [str(problem) for problem in documents.problems] == [
        "c.csv: passed over: no format that can be read"
    ]


def test_what_quizlib_wrote_beside_the_sources_is_passed_over_silently(tmp_path: Path) -> None:
    fill(tmp_path, "b.md", "other.json")
    bank().save(tmp_path / "salt.json")
    (tmp_path / "log.jsonl").write_text('{"format":1,"type":"log"}\n')
    assert [problem.where for problem in read(tmp_path).problems] == ["other.json"]


def test_ids_stay_when_files_are_added(tmp_path: Path) -> None:
    fill(tmp_path, "salt.md", "notes/rope.txt")
    before = {document.name: document.id for document in read(tmp_path)}
    fill(tmp_path, "alum.md", "notes/salt.md", "tar.html")
    after = {document.name: document.id for document in read(tmp_path)}
    assert before.items() <= after.items()
    assert len(set(after.values())) == 5


@pytest.mark.parametrize(
    ("name", "id"),
    [("Über uns.md", "uber-uns"), ("a_b--c.1.md", "a-b-c-1"), ("北京.md", "document"), ("x", "x")],
)
def test_ids_are_plain(tmp_path: Path, name: str, id: str) -> None:
    (document,) = read(fill(tmp_path, name) / name)
    assert document.id == id


def test_several_paths_and_no_file_twice(tmp_path: Path) -> None:
    fill(tmp_path, "one/a.md", "one/b.md", "two/a.md")
    documents = read([tmp_path / "one" / "b.md", tmp_path / "one", tmp_path / "two"])
    assert names(documents) == ["b.md", "a.md", "a.md"]
    assert [document.id for document in documents] == ["b", "a", "a-2"]


def test_what_cannot_be_read_in_a_folder_is_a_problem(tmp_path: Path) -> None:
    fill(tmp_path, "good.md")
    fill(tmp_path, "sub/empty.md", "blank.txt", text=" \n")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "gone.md").symlink_to("nowhere.md")
    documents = read(tmp_path)
    assert names(documents) == ["good.md"]
    assert [str(problem) for problem in documents.problems] == [
        "blank.txt: the file is empty",
        "gone.md: no such file or directory",
        "image.txt: not a text file but a PNG image",
        "sub/empty.md: the file is empty",
    ]
    assert {(p.code, p.severity) for p in documents.problems} == {("unreadable-source", "warning")}


def test_a_file_that_is_named_is_read_whatever_its_ending(tmp_path: Path) -> None:
    fill(tmp_path, "README", "notes.rst")
    assert [
        document.format for document in read([tmp_path / "README", tmp_path / "notes.rst"])
    ] == [
        *("text", "text"),
    ]


def test_links_in_circles_and_the_same_folder_twice(tmp_path: Path) -> None:
    fill(tmp_path, "a/x.md", "y.md")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "self").symlink_to("self")
    assert names(read(tmp_path)) == ["a/x.md", "y.md"]


def test_very_deep_folders(tmp_path: Path) -> None:
    deep = tmp_path / "/".join(["d"] * 500)
    deep.mkdir(parents=True)
    fill(deep, "x.md")
    assert len(read(tmp_path)) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the platform has no pipes with names")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(read(fill(tmp_path, "x.md"))) == ["x.md"]


def test_names_that_are_no_text(tmp_path: Path) -> None:
    try:
        fill(tmp_path, os.fsdecode(b"caf\xe9.md"))
    except OSError:
        pytest.skip("the file system has no such names")
    (document,) = read(tmp_path)
    assert document.name == "caf?.md"
    assert document.title == "Caf?"


@pytest.mark.parametrize("path", ["no/such/file.md", "x\0y", ""])
def test_not_found(path: str) -> None:
    with pytest.raises(SourceNotFound) as error:
        read(path)
    assert str(error.value) == f"{path}: no such file or folder".replace("\0", "\\x00")


def test_a_file_taken_for_a_folder(tmp_path: Path) -> None:
    path = fill(tmp_path, "a.md") / "a.md" / "b.md"
    with pytest.raises(SourceNotFound):
        read(path)


@pytest.mark.parametrize(
    ("data", "why"), [(b"", "the file is empty"), (b"\0\1\2\3", "not a text file")]
)
def test_a_named_file_that_is_no_good(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "sub" / "x.md"
    path.parent.mkdir()
    path.write_bytes(data)
    with pytest.raises(UnreadableSource) as error:
        read(path)
    assert str(error.value) == f"{path}: {why}"


def test_what_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The superuser may read everything, so the refusal is made here."""

    def refuse(path: Path) -> bytes:
        if path.name == "x.md":
            raise PermissionError(13, "Permission denied")
        return b"The council met."

    monkeypatch.setattr(Path, "read_bytes", refuse)
    fill(tmp_path, "x.md", "y.md")
    assert [str(problem) for problem in read(tmp_path).problems] == ["x.md: permission denied"]
    with pytest.raises(UnreadableSource) as error:
        read(tmp_path / "x.md")
    assert str(error.value) == f"{tmp_path / 'x.md'}: permission denied"


def test_folders_that_may_not_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, "closed/x.md", "y.md")
    listed = Path.iterdir

    def refuse(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert [str(problem) for problem in read(tmp_path).problems] == ["closed: permission denied"]


def test_a_folder_with_nothing_to_read(tmp_path: Path) -> None:
    fill(tmp_path, "data.csv")
    with pytest.raises(NothingToRead) as error:
        read(tmp_path)
    assert str(error.value) == f"{tmp_path}: nothing to read here; readable are {SUFFIXES}"


def test_a_folder_with_nothing_but_trouble_tells_it(tmp_path: Path) -> None:
    fill(tmp_path, "a.md", "b.md", "c.md", "d.md", "e.md", text="")
    with pytest.raises(NothingToRead) as error:
        read(tmp_path)
    assert str(error.value) == (
        f"{tmp_path}: nothing to read here; readable are {SUFFIXES}; a.md: the file is empty;"
        " b.md: the file is empty; c.md: the file is empty; and 2 more"
    )


def test_no_path_at_all() -> None:
    with pytest.raises(NothingToRead):
        read([])

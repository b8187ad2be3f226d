"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlib.errors import OutputError
from quizlib.files import digest, refuse_unwritable, write_whole


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "bank.json"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_permissions_stay(tmp_path):
    path = tmp_path / "bank.json"
    write_whole(path, b"one")
    path.chmod(0o640)
    write_whole(path, b"two")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_gets_what_the_umask_grants(tmp_path):
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "new", b"")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


def test_what_was_there_stays_when_writing_fails(tmp_path, monkeypatch):
    path = tmp_path / "bank.json"
    path.write_bytes(b"precious")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError) as error:
        write_whole(path, b"new")
    assert str(error.value) == f"{path}: cannot write: No space left on device"
    assert path.read_bytes() == b"precious"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_is_told_before_there_is_anything_to_write(tmp_path):
    refuse_unwritable(tmp_path / "new.json")
    (tmp_path / "old.json").write_text("{}")
    refuse_unwritable(tmp_path / "old.json")
    assert [path.name for path in tmp_path.iterdir()] == ["old.json"]
    for path in (tmp_path, tmp_path / "none" / "new.json"):
        with pytest.raises(OutputError) as early:
            refuse_unwritable(path)
        with pytest.raises(OutputError) as late:
            write_whole(path, b"")
        assert str(early.value) == str(late.value)


def test_an_interrupted_write_leaves_nothing_lying_about(tmp_path, monkeypatch):
    path = tmp_path / "bank.json"
    path.write_bytes(b"precious")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"new")
    assert path.read_bytes() == b"precious"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("where", "why"),
    [
        ("missing/bank.json", "No such file or directory"),
        (".", "it is a folder"),
    ],
)
def test_places_that_cannot_be_written(tmp_path, where, why):
    path = tmp_path / where
    with pytest.raises(OutputError) as error:
        write_whole(path, b"")
    assert str(error.value) == f"{path}: cannot write: {why}"


def test_a_link_is_replaced_by_the_file(tmp_path: Path):
    (tmp_path / "real").write_bytes(b"real")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real")
    write_whole(link, b"new")
    assert link.read_bytes() == b"new"


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_digests_tell_fields_apart(one, other):
    assert (digest("v", *one) == digest("v", *other)) == (one == other)


def test_a_digest_is_the_same_everywhere():
    assert digest("v", "ab", "c", size=8) == "398c540dbafc146d"
    assert digest("v", "a") != digest("w", "a")


def test_a_device_is_never_replaced():
    with pytest.raises(OutputError) as error:
        write_whole(os.devnull, b"data")
    assert str(error.value) == f"{os.devnull}: cannot write: it is a device, not a file"
    assert not Path(os.devnull).is_file()

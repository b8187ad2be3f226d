"""Bad input gets one line that says what is wrong, and harms nothing on the disk."""

from __future__ import annotations

import json

import pytest

from tests.banks import bank

#: Commands that ask for a BANK, with the arguments before and after it.
ASK_FOR_A_BANK = {
    "show": (["show"], []),
    "show --json": (["show", "--json"], []),
    "check": (["check"], []),
    "export": (["export", "csv"], ["-o", "out.csv"]),
    "quiz": (["quiz"], ["--seed", "1"]),
}
NOT_THERE = "no such bank; name a bank (.json), a deck (.apkg), or a source file or folder"


@pytest.fixture(params=ASK_FOR_A_BANK)
def ask(request, run):
    """Run one of the commands on a BANK."""
    before, after = ASK_FOR_A_BANK[request.param]
    return lambda target: run(*before, target, *after)


class Refused:
    """Asserts that a result is one line on stderr and that the disk is as it was."""

    def __init__(self, folder):
        self.folder = folder
        self.before: dict[str, bytes] = {}

    def remember(self):
        self.before = contents(self.folder)

    def __call__(self, result, message):
        assert result.stderr == f"error: {message}\n"
        assert (result.exit_code, result.stdout) == (1, "")
        assert contents(self.folder) == self.before


@pytest.fixture
def refused(folder):
    return Refused(folder)


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def suffixes():
    from quizlib.readers import readers

    return ", ".join(sorted(suffix for reader in readers.all() for suffix in reader.suffixes))


@pytest.mark.parametrize("name", ["none.json", "none.md", "none", "no/such/folder/"])
def test_a_bank_that_is_not_there(name, ask, refused):
    refused.remember()
    refused(ask(name), f"{name}: {NOT_THERE}")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.json", b"", "empty.json: not a usable bank: the file is empty"),
        ("empty.md", b"", "empty.md: the file is empty"),
        ("blank.txt", b" \n\n", "blank.txt: the file is empty"),
        (
            "cut.json",
            b'{"format": 1,\n "title": "Sal',
            "cut.json, line 2 column 11: not a usable bank: unterminated string starting at",
        ),
        (
            "newer.json",
            b'{"format": 99}',
            (
                "newer.json: written in bank format 99, this quizlib knows up to 1;"
                " update quizlib to open it"
            ),
        ),
    ],
)
def test_a_file_without_a_bank(name, content, message, ask, refused, folder):
    (folder / name).write_bytes(content)
    refused.remember()
    refused(ask(name), message)


@pytest.mark.parametrize("name", ["picture.txt", "picture", "picture.md", "picture.html"])
def test_a_binary_is_no_source(name, ask, refused, folder):
    (folder / name).write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8)
    refused.remember()
    result = ask(name)
    assert result.stderr.startswith(f"error: {name}: not a text file")
    refused(result, result.stderr.removeprefix("error: ").rstrip("\n"))


def test_a_folder_with_nothing_readable(ask, refused, folder):
    (folder / "photos").mkdir()
    (folder / "photos" / "a.jpg").write_bytes(b"\xff\xd8\xff")
    refused.remember()
    refused(ask("photos"), f"photos: nothing to read here; readable are {suffixes()}")


def test_hostile_names_are_shown_safely(ask, refused):
    refused.remember()
    refused(ask("\x1b[31mred.json"), f"\\x1b[31mred.json: {NOT_THERE}")


def test_a_build_without_sources_writes_no_bank(run, refused, folder):
    (folder / "empty").mkdir()
    refused.remember()
    refused(
        run("build", "empty", "-o", "new.json"),
        f"empty: nothing to read here; readable are {suffixes()}",
    )
    refused(run("build", "none.md"), "none.md: no such file or folder")


def test_a_build_never_replaces_what_is_no_bank(run, refused, folder):
    (folder / "notes.txt").write_text("Tar was taxed in 1804 because tar was dear.\n")
    (folder / "letter.json").write_text('{"dear": "reader"}')
    refused.remember()
    refused(
        run("build", "notes.txt", "-o", "letter.json"),
        'letter.json, line 1 column 1: not a usable bank: "format" is missing or no number',
    )
    refused(
        run("build", "notes.txt", "-o", "notes.txt"),
        "notes.txt: cannot write: a bank is a .json file; give it that ending",
    )


def test_an_unknown_kind_is_refused_before_anything_is_read(run, refused):
    refused.remember()
    for arguments in (["build", "none.md"], ["quiz", "salt.json"], ["show", "salt.json"]):
        result = run(*arguments, "--kind", "essay")
        assert result.stderr.startswith("error: unknown kind 'essay'; known: choice, cloze, ")
        assert result.exit_code == 1


def test_an_unwritable_bank_stays_as_it_was(run, folder):
    (folder / "notes.txt").write_text("Tar was taxed in 1804 because tar was dear.\n")
    result = run("build", "notes.txt", "-o", "no/such/bank.json")
    assert result.exit_code == 1
    assert result.stderr.endswith(
        "error: no/such/bank.json: cannot write: No such file or directory\n"
    )


@pytest.mark.parametrize(("key", "why"), [([], "has too few entries"), (5, "should be a list")])
def test_a_wrong_field_is_told_with_its_place(key, why, ask, refused, folder):
    data = json.loads(bank().to_json())
    data["items"][1]["key"] = key
    (folder / "wrong.json").write_text(json.dumps(data, indent=1))
    line = json.dumps(data, indent=1).split(f'"key": {key}')[0].count("\n") + 1
    refused.remember()
    refused(
        ask("wrong.json"),
        f"wrong.json, line {line} column 11: not a usable bank: items[1].key: {why}",
    )

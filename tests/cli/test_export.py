from __future__ import annotations

import pytest

from quizlib.exporters import Export, exporters
from quizlib.model import Problem, Severity, Status
from tests.banks import bank, item


class Plain:
    summary = "one stem a line"
    suffix = ".txt"

    def export(self, made):
        lines = "".join(f"{item.stem}\n" for item in made.live)
        problem = Problem(
            code="lost", severity=Severity.NOTE, message="no pictures", where="choice1"
        )
        return Export(lines.encode(), f"{len(made.live)} lines", [problem])


@pytest.fixture(autouse=True)
def plain(monkeypatch):
    monkeypatch.setattr(exporters, "_places", {"plain": "tests:plain"})
    monkeypatch.setattr(exporters, "_loaded", {"plain": Plain()})


def test_the_file_is_named_after_the_bank(run, folder):
    bank(title="Salt & Herring: Größe").save("x.json")
    result = run("export", "plain", "x.json")
    assert result.stdout == "salt-herring-größe.txt  10 lines\n"
    assert result.stderr == "note: choice1: no pictures\n"
    assert (folder / "salt-herring-größe.txt").read_text().count("\n") == 10


def test_the_file_can_be_named(run, folder):
    assert run("export", "plain", "salt.json", "-o", "a.txt").stdout == "a.txt  10 lines\n"
    assert (folder / "a.txt").is_file()
    assert run("export", "plain", "salt.json", "-o", "b").stdout == "b  10 lines\n"


def test_a_file_of_another_format_is_not_promised(run, folder):
    result = run("export", "plain", "salt.json", "-o", "a.pdf")
    assert result.exit_code == 1
    assert result.stderr == (
        "error: a.pdf: cannot write: plain makes .txt files; give it that ending\n"
    )
    assert not (folder / "a.pdf").exists()


def test_an_unknown_target_lists_those_there_are(run):
    result = run("export", "plane", "salt.json")
    assert result.exit_code == 1
    assert result.stderr == (
        "error: unknown export target 'plane' (did you mean plain?); known: plain\n"
    )


def test_a_bank_without_live_items_is_not_exported(run, folder):
    bank(item("a", "cloze", "?", "b", status=Status.REJECTED)).save("none.json")
    result = run("export", "plain", "none.json", "-o", "a.txt")
    assert (result.exit_code, result.stderr) == (1, "error: Salt: no item to export\n")
    assert not (folder / "a.txt").exists()


def test_an_output_that_cannot_be_written_harms_nothing(run, folder):
    (folder / "taken").mkdir()
    result = run("export", "plain", "salt.json", "-o", "taken")
    assert (result.exit_code, result.stderr) == (
        1,
        "error: taken: cannot write: it is a folder\n",
    )
    result = run("export", "plain", "salt.json", "-o", "no/such/folder.txt")
    assert result.stderr == ("error: no/such/folder.txt: cannot write: No such file or directory\n")
    assert sorted(path.name for path in folder.iterdir()) == ["salt.json", "taken"]

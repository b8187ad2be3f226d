from __future__ import annotations

import json
from typing import Literal

import pytest

import quizlib
from quizlib.errors import InvalidOption
from quizlib.exporters import Export, Options, choice, exporters
from quizlib.model import Problem, Severity, Status
from tests.banks import bank, item
from tests.plugins import only, plug_in_at


class PlainOptions(Options):
    most: int | None = choice(None, "How many stems.")
    mark: Literal["none", "dash"] = choice("none", "What stands before a stem.")
    all_upper: bool = choice(default=False, help="In capitals.")
    title: str = choice("", "A line above.", "WORDS")


class Plain:
    summary = "one stem a line"
    suffixes = (".txt", ".text")
    options = PlainOptions

    def export(self, made, options):
        stems = [item.stem for item in made.live][: options.most]
        lines = "".join("- " * (options.mark == "dash") + f"{stem}\n" for stem in stems)
        text = (f"{options.title}\n" if options.title else "") + lines
        problem = Problem(
            code="lost", severity=Severity.NOTE, message="no pictures", where="choice1"
        )
        data = (text.upper() if options.all_upper else text).encode()
        beside = {"-key.text": b"key"} if options.suffix == ".text" else {}
        return Export(data, f"{len(stems)} lines", [problem], "-A" if beside else "", beside)


@pytest.fixture(autouse=True)
def plain(monkeypatch):
    only(monkeypatch, exporters, "plain", Plain())


def test_the_file_is_named_after_the_bank(run, folder):
    bank(title="Salt & Herring: Größe").save("x.json")
    result = run("export", "plain", "x.json")
    assert result.stdout == "salt-herring-größe.txt  10 lines\n"
    stem = "When did the harbour council abolish the salt tax?"
    assert result.stderr == f"note: “{stem}”: no pictures\n"
    assert (folder / "salt-herring-größe.txt").read_text().count("\n") == 10


def test_the_file_can_be_named(run, folder):
    assert run("export", "plain", "salt.json", "-o", "a.txt").stdout == "a.txt  10 lines\n"
    assert (folder / "a.txt").is_file()
    assert run("export", "plain", "salt.json", "-o", "b").stdout == "b.txt  10 lines\n"


def test_a_file_of_another_format_is_not_promised(run, folder):
    result = run("export", "plain", "salt.json", "-o", "a.pdf")
    assert result.exit_code == 1
    assert result.stderr == (
        "error: a.pdf: cannot write: plain makes .txt or .text files; give it that ending\n"
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


def test_a_target_has_options_of_its_own(run, folder):
    run(
        *("export", "plain", "--most", "1", "--mark", "dash", "--all-upper", "salt.json"),
        *("-o", "a.txt", "--title", "x"),
    )
    assert (folder / "a.txt").read_text() == (
        "X\n- WHY DID THE HARBOUR COUNCIL ABOLISH THE SALT TAX?\n"
    )


def test_the_library_takes_the_same_options(folder):
    quizlib.export(bank(), "plain", "a.txt", most=1, mark="dash", title="x")
    assert (folder / "a.txt").read_text() == (
        "x\n- Why did the harbour council abolish the salt tax?\n"
    )


def test_the_suffix_decides_and_several_files_are_all_named(run, folder):
    result = run("export", "plain", "salt.json", "-o", "a.text")
    assert result.stdout == "a-A.text  a-key.text  10 lines\n"
    assert sorted(path.name for path in folder.iterdir()) == [
        "a-A.text",
        "a-key.text",
        "salt.json",
    ]


def test_help_and_formats_list_the_options(run):
    help = " ".join(run("export", "plain", "--help").stdout.split())
    assert "--most N How many stems." in help
    assert "--mark none|dash What stands before a stem. [default: none]" in help
    assert "--all-upper In capitals." in help
    assert "--title WORDS A line above." in help
    listed = "plain one stem a line; --most, --mark, --all-upper, --title"
    assert listed in " ".join(run("export", "--help").stdout.split())
    shown = " ".join(run("formats").stdout.split())
    assert "(.txt .text); options: --most --mark --all-upper --title [quizlib]" in shown
    [offer] = json.loads(run("formats", "--json").stdout)["exporters"]
    assert [option["name"] for option in offer["options"]] == ["most", "mark", "all_upper", "title"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"mots": 1},
            (
                "plain: option mots: no such option (did you mean most?);"
                " known: most, mark, all_upper, title"
            ),
        ),
        ({"mark": "star"}, "plain: option mark: Input should be 'none' or 'dash'"),
        (
            {"suffix": ".x"},
            "plain: option suffix: no such option; known: most, mark, all_upper, title",
        ),
    ],
)
def test_a_wrong_option_is_told(options, message, folder):
    with pytest.raises(InvalidOption) as caught:
        quizlib.export(bank(), "plain", "a.txt", **options)
    assert str(caught.value) == message
    assert not (folder / "a.txt").exists()


def test_a_wrong_option_is_told_on_the_command_line(run):
    result = run("export", "plain", "salt.json", "--mots", "1")
    assert result.exit_code == 2
    assert "no such option: --mots" in result.stderr
    result = run("export", "plain", "salt.json", "--mark", "star")
    assert (result.exit_code, result.stderr) == (
        1,
        "error: plain: option mark: Input should be 'none' or 'dash'\n",
    )


def test_a_broken_target_does_not_hide_the_others(run, monkeypatch):
    plug_in_at(monkeypatch, exporters, "bad", "nowhere:exporter")
    shown = run("export", "--help")
    assert shown.exit_code == 0
    assert "nowhere" in shown.stdout
    assert "one stem a line" in shown.stdout


def test_no_file_is_replaced_by_the_questions_that_are_made_of_it(run, folder):
    source = folder / "tide.txt"
    source.write_text("Q: What drives the mill?\nA: The tide\n")
    told = "tide.txt: cannot write: the questions are made from this file; name another one with -o"
    for options in ((), ("-o", "tide.txt")):
        done = run("export", "plain", "tide.txt", *options)
        assert (done.exit_code, done.stderr.splitlines()[-1]) == (1, f"error: {told}")
    assert source.read_text() == "Q: What drives the mill?\nA: The tide\n"
    assert run("export", "plain", "tide.txt", "-o", "other.txt").exit_code == 0
    assert run("export", "plain", "tide.txt", "-o", "other.txt").exit_code == 0


def test_a_bank_does_not_replace_the_document_that_it_names_by_chance(run, folder):
    (folder / "tide.txt").write_text("Q: What drives the mill?\nA: The tide\n")
    assert run("build", "tide.txt", "-o", "mills.json", "--title", "Tide").exit_code == 0
    done = run("export", "plain", "mills.json")
    assert done.exit_code == 1
    assert done.stderr.endswith("name another one with -o\n")
    assert run("export", "plain", "mills.json", "-o", "tide.txt").exit_code == 0

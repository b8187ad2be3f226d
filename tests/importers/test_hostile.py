"""Packages made to do harm: one clear line, within bounds, nothing written."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
import zstandard

from quizlib.errors import UnreadableDeck
from quizlib.importers import read_deck
from quizlib.importers._anki import database as databases
from quizlib.importers._anki import media as medias
from quizlib.importers._anki import protobuf
from tests.importers.decks import WAYS, made
from tests.importers.fuzz import packed, run

MODELS = {
    "1": {
        "name": "Basic",
        "type": 0,
        "flds": [{"name": "Front"}, {"name": "Back"}],
        "tmpls": [
            {"name": "Card", "qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr id=answer>{{Back}}"}
        ],
        "css": "",
    }
}
DECKS = {"1": {"name": "Default"}}


def collection(*statements, notes=(("Q?", "A"),), models=MODELS, decks=DECKS):
    """A small collection.anki21, changed by `statements`."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(
            "create table col (crt, models, decks);"
            "create table notes (id integer primary key, guid, mid, mod, tags, flds);"
            "create table cards (id integer primary key, nid, did, ord, odid, odue);"
        )
        models, decks = (d if isinstance(d, str) else json.dumps(d) for d in (models, decks))
        database.execute("insert into col values (0, ?, ?)", (models, decks))
        for id, fields in enumerate(notes, start=1):
            row = (id, f"guid{id}", 1, 0, " tag ", "\x1f".join(fields))
            database.execute("insert into notes values (?,?,?,?,?,?)", row)
            database.execute("insert into cards values (?,?,1,0,0,0)", (id, id))
        for statement in statements:
            database.execute(statement)
        database.commit()
        return database.serialize()


@pytest.fixture
def package(tmp_path):
    """Write a package of these members."""

    def write(members):
        path = tmp_path / "bad.apkg"
        path.write_bytes(packed(members))
        return path

    return write


def refused(path):
    with pytest.raises(UnreadableDeck) as caught:
        read_deck(path)
    assert str(caught.value) == f"{path}: not a usable deck: {caught.value.why}"
    return caught.value.why


def test_the_small_collection_is_a_deck(package):
    bank = read_deck(package({"collection.anki21": collection()})).bank
    assert [(item.stem, item.key, item.tags) for item in bank.items] == [("Q?", ("A",), ("tag",))]


OLD, NEW = "collection.anki2", "collection.anki21"
VIEWED = ("drop table cards", "create view cards as select 1")
LISTS = "its note types or decks are damaged: "


@pytest.mark.parametrize(
    ("members", "why"),
    [
        ({}, "it holds no collection of Anki"),
        ({OLD: b""}, "its database lacks cards, col, notes"),
        ({OLD: b"garbage" * 200}, "its database is damaged: file is not a database"),
        ({f"{NEW}b": b"x", "meta": b"\x08\x03"}, f"its file '{NEW}b' is damaged: "),
        ({OLD: b"", "meta": b"\x08\x02"}, f"it lacks its file '{NEW}'"),
        ({OLD: b"", "meta": b"\xff"}, "its file 'meta' is damaged: a number ends too early"),
        (
            {OLD: b"", "meta": b"\x08\x04"},
            "it is in package format 4, this quizlib knows up to 3; ",
        ),
        ({NEW: collection("drop table cards")}, "its database lacks cards"),
        ({NEW: collection(*VIEWED)}, "its database lacks cards"),
        ({NEW: collection(models="{")}, LISTS),
        ({NEW: collection(models="[" * 100_000)}, LISTS),
        ({NEW: collection(decks='{"x": 1}')}, LISTS),
        ({NEW: collection("delete from col")}, f"{LISTS}there are none"),
        ({NEW: collection("delete from notes")}, "it holds no note"),
        ({NEW: collection(), "media": b"{"}, "its list of media is damaged: "),
    ],
)
def test_what_is_wrong_is_told_in_one_line(package, members, why):
    told = refused(package(members))
    assert told.startswith(why) if why.endswith(" ") else told == why


def test_what_is_no_archive_is_refused(tmp_path):
    path = tmp_path / "bad.apkg"
    for data in (b"", b"x", packed({"collection.anki21": collection()})[:-30]):
        path.write_bytes(data)
        assert refused(path).startswith("it is no package (")


@pytest.mark.parametrize("zstd", [False, True])
def test_a_bomb_is_refused_before_it_fills_the_disk(tmp_path, zstd):
    path = tmp_path / "bomb.apkg"
    size = 300 << 20
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        if zstd:
            archive.writestr("collection.anki21b", zstandard.compress(bytes(size)))
        else:
            with archive.open("collection.anki21", "w") as member:
                for _ in range(size >> 20):
                    member.write(bytes(1 << 20))
    start = time.monotonic()
    assert refused(path) == "it unpacks to more than any deck needs"
    assert time.monotonic() - start < 5
    assert list(tmp_path.iterdir()) == [path]


def test_media_count_towards_what_is_unpacked(package):
    names = {str(n): f"{n}.png" for n in range(100)}
    bombs = {str(n): bytes(1 << 20) for n in range(100)}
    members = {"collection.anki21": collection(), "media": json.dumps(names).encode(), **bombs}
    assert refused(package(members)) == "it unpacks to more than any deck needs"


@pytest.mark.parametrize(
    "name",
    [
        *("../up.png", "a/b.png", "a\\b.png", "c:x.png", "..", "", ".", "a\0b", "a\nb.png", "x."),
        *("nul", "COM1.txt", "a" * 300, "a?b.png", "/etc/passwd", "x "),
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(package, name):
    members = {
        "collection.anki21": collection(),
        "media": json.dumps({"0": name, "1": "fine.png"}).encode(),
        "0": b"x",
        "1": b"y",
    }
    found = read_deck(package(members))
    assert found.bank.package
    assert [each.name for each in found.bank.package.media] == ["fine.png"]
    [problem] = found.problems
    assert problem.code == "media-left-out"
    assert problem.message == "left out: its name is no plain name of a file"
    assert "\n" not in str(problem)


def test_media_that_lie_are_named(package):
    names = {"0": "a.png", "1": "a.png", "2": "gone.png"}
    members = {"collection.anki21": collection(), "media": json.dumps(names).encode()}
    found = read_deck(package({**members, "0": b"x", "1": b"y"}))
    assert [str(problem) for problem in found.problems] == [
        "a.png: left out: another file has its name",
        "gone.png: left out: the package lacks it",
    ]


def test_more_media_than_a_bank_holds_stay_out(package, monkeypatch):
    monkeypatch.setattr(medias, "MOST", 10)
    members = {
        "collection.anki21": collection(),
        "media": b'{"0": "a.png", "1": "b.png"}',
        "0": b"12345678",
        "1": b"123",
    }
    [problem] = read_deck(package(members)).problems
    assert str(problem).startswith("b.png: left out: a bank holds at most")


def test_triggers_do_not_fire_and_views_are_not_read(package, tmp_path):
    trigger = (
        "create trigger bad after update on notes begin"
        " update notes set flds = 'owned' where id = new.id; end"
    )
    bank = read_deck(package({"collection.anki21": collection(trigger)})).bank
    assert bank.items[0].stem == "Q?"


def test_a_query_that_never_ends_is_given_up(package, monkeypatch):
    """A generated column can be made slow; a view, which could never end, is not read."""
    monkeypatch.setattr(databases, "STEPS", 200_000)
    monkeypatch.setattr(databases, "_COUNTED", 1_000)
    many = [("Q", "A")] * 60_000
    why = refused(package({"collection.anki21": collection(notes=many)}))
    assert why == "its database is damaged: interrupted"


def test_a_huge_field_is_refused(package, monkeypatch):
    monkeypatch.setattr(databases, "LONGEST", 1 << 20)
    data = collection(notes=[("Q", "x" * (2 << 20))])
    why = refused(package({"collection.anki21": data}))
    assert why == "its database is damaged: string or blob too big"


def test_a_long_field_is_kept_and_not_asked(package):
    data = collection(notes=[("Q", "x" * 30_000), ("Q{{", "{{" * 5_000), ("Q?", "A")])
    found = read_deck(package({"collection.anki21": data}))
    assert [item.stem for item in found.bank.items] == ["Q{{", "Q?"]
    assert str(found.problems[0]) == (
        "Basic: 1 card or note kept as they are: it is too long for a question (first: 'guid1')"
    )


@pytest.mark.parametrize(
    "field",
    [
        "<div>" * 300_000,
        "<b" * 300_000,
        "&" * 1_000_000,
        "{{c1::" * 150_000,
        "[$]" * 300_000,
        "<sup>1" * 150_000,
        "<table><tr><td>" * 50_000,
        '<img src="' * 100_000,
        "<!--" * 200_000,
    ],
    ids=lambda field: field[:12],
)
def test_a_megabyte_of_marks_is_read_in_time(package, field):
    cloze = {"1": {**MODELS["1"], "type": 1, "tmpls": [{"name": "C", "qfmt": "{{cloze:Front}}"}]}}
    for models in (MODELS, cloze):
        data = collection(notes=[(field, "A"), ("Q", field)], models=models)
        start = time.monotonic()
        found = read_deck(package({"collection.anki21": data}))
        assert time.monotonic() - start < 10
        assert found.bank.package
        assert len(found.bank.package.notes) == 2


def test_a_template_that_repeats_its_field_does_not_blow_up(package):
    template = {"name": "C", "qfmt": "{{Front}}" * 20_000, "afmt": "{{Back}}"}
    models = {"1": {**MODELS["1"], "tmpls": [template] * 50}}
    data = collection(notes=[("x" * 15_000, "A")] * 20, models=models)
    start = time.monotonic()
    found = read_deck(package({"collection.anki21": data}))
    assert time.monotonic() - start < 5
    assert found.bank.items == ()


def test_text_that_is_no_utf_8_is_read_all_the_same(package):
    data = collection("update notes set flds = cast(x'51ff1f41' as text)")
    assert read_deck(package({"collection.anki21": data})).bank.items[0].stem == "Q\ufffd"


@pytest.mark.parametrize("order", ["le", "be"])
def test_a_database_in_utf_16_is_read(package, order):
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"pragma encoding = 'utf-16{order}'")
        with closing(sqlite3.connect(":memory:")) as other:
            other.deserialize(collection(notes=[("Where’s Øresund?", "Čechy 🌍")]))
            database.executescript("\n".join(other.iterdump()))
        data = database.serialize()
    [item] = read_deck(package({"collection.anki21": data})).bank.items
    assert (item.id, item.stem, item.key) == ("guid1", "Where’s Øresund?", ("Čechy 🌍",))


def test_notes_without_a_note_type_are_counted(package):
    data = collection("insert into notes values (9, 'g', 5, 0, '', 'x')")
    found = read_deck(package({"collection.anki21": data}))
    assert [str(problem) for problem in found.problems] == [
        "notes: 1 left out: the package lacks their note type"
    ]


def test_one_guid_twice_makes_two_items(package):
    data = collection("update notes set guid = 'same'", notes=[("Q1", "A"), ("Q2", "B")])
    bank = read_deck(package({"collection.anki21": data})).bank
    assert len({item.id for item in bank.items}) == 2


@pytest.mark.parametrize(
    "data", [b"\x0a", b"\x0a\xff", b"\xff" * 11, b"\x0b", b"\x09abc", b"\x0a\x05abc"]
)
def test_a_message_that_is_none_is_refused(data):
    with pytest.raises(ValueError):  # noqa: PT011 - several wordings, none for a person
        protobuf.decode(data)


@pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="only Linux tells the peak")
def test_memory_stays_within_bounds(tmp_path, package):
    """The process that meets a bomb may take a quarter of a gigabyte, and needs no more."""
    path = package({"collection.anki21": bytes(250 << 20)})
    code = (
        "import sys; from pathlib import Path; from quizlib.errors import QuizlibError;"
        "from quizlib.importers import read_deck\n"
        "try: read_deck(sys.argv[1])\n"
        "except QuizlibError as error: print(error)\n"
        # The peak of this program alone: getrusage counts what it was forked from.
        "status = Path('/proc/self/status').read_text().splitlines()\n"
        "print(next(line.split()[1] for line in status if line.startswith('VmHWM')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    told, peak = done.stdout.splitlines()
    assert told.endswith("it unpacks to more than any deck needs")
    assert int(peak) < 256 << 10  # kilobytes


def test_damaged_packages_are_imported_or_refused(tmp_path):
    packages = [made(tmp_path, *way) for way in WAYS]
    taken, longest = run(packages, 300, 7, tmp_path)
    assert 0 < taken < 300
    assert longest < 10


def test_nothing_is_written_when_a_package_is_refused(tmp_path, monkeypatch):
    from typer.testing import CliRunner

    from quizlib.cli import app

    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.apkg").write_bytes(b"x")
    done = CliRunner().invoke(app, ["import", "bad.apkg"], prog_name="quizlib")
    assert done.exit_code == 1
    assert done.stderr == (
        "error: bad.apkg: not a usable deck: it is no package (File is not a zip file)\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["bad.apkg"]

from __future__ import annotations

import io
import re
import sqlite3
import zipfile

import pytest

from quizlib.errors import OutputError
from quizlib.exporters import exporters
from quizlib.exporters._anki import collection, note_types, package
from quizlib.exporters._anki.fields import fields, markup
from quizlib.exporters._anki.note_types import CSS, FIELDS, NOTE_TYPES, RENDERING
from quizlib.exporters._view import show
from quizlib.files import digest
from quizlib.model import Status
from tests.banks import HOSTILE, ITEMS, bank, item
from tests.exporters.reading import notes

exporter = exporters.get("anki")

#: What every rendering looked like, by digest. A change of templates, style, script or
#: fields gets a new number in `RENDERING` and a new line here; lines once released stay.
RENDERED = {
    1: "7d155e7f74120c10",
    2: "7d155e7f74120c10",  # the item in Spare1
    3: "f428f5b35a6df33d",  # cards both ways
}


def note(*items):
    """The fields of the only note of a bank of one item, by name."""
    (view,) = show(bank(*items))[0]
    return dict(zip(FIELDS, fields(view), strict=True))


def test_what_anki_remembers_is_frozen():
    assert {kind.name: kind.id for kind in NOTE_TYPES} == {
        "quizlib choice": 1795000000001,
        "quizlib text entry": 1795000000002,
        "quizlib cloze": 1795000000003,
        "quizlib extended text": 1795000000004,
        "quizlib match": 1795000000005,
        "quizlib order": 1795000000006,
    }
    assert (
        *("Stem", "Key", "Accepted", "Options", "Right", "Several", "Instruction", "Context"),
        *("Explanation", "Quote", "Source", "Id", "Image", "Audio", "Reversed"),
        *("Spare1", "Spare2", "Spare3"),
    ) == FIELDS


def test_a_new_look_has_a_new_number():
    sides = [
        text
        for kind in NOTE_TYPES
        for each in kind.templates
        for text in (kind.name, each.name, each.front, each.back)
    ]
    values = [value for view in show(bank())[0] for value in fields(view)]
    assert RENDERED[RENDERING] == digest("rendering", CSS, *sides, *values, size=8)


def test_every_field_that_a_template_names_exists():
    for kind in NOTE_TYPES:
        text = "".join(each.front + each.back for each in kind.templates)
        named = re.findall(r"\{\{([^}]*)\}\}", text)
        assert {name.lstrip("#^/").split(":")[-1] for name in named} <= set(FIELDS)
        assert "[[" not in text


def test_the_guid_is_the_items_id_and_time_counts_its_revisions():
    items = [each.model_copy(update={"revision": n}) for n, each in enumerate(bank().items)]
    read = notes(exporter.export(bank(*items)).data)
    assert [each["guid"] for each in read] == [each.id for each in items]
    assert [int(each["mod"]) - package.MODIFIED for each in read] == list(range(len(items)))


def test_an_item_is_written_the_same_whatever_stands_beside_it():
    alone = notes(exporter.export(bank(bank().items[3])).data)
    among = notes(exporter.export(bank()).data)
    assert alone[0] == among[3]


def test_a_gap_becomes_a_cloze():
    cloze = note(item("c", "cloze", "It took ______ of salt.", "30 kg", "thirty kilograms"))
    assert cloze["Stem"] == "It took {{c1::30 kg}} of salt."
    assert cloze["Accepted"] == "thirty kilograms"


def test_two_gaps_stay_gaps():
    two = note(item("c", "cloze", "______ and ______.", "salt"))
    assert two["Stem"] == "______ and ______."
    (view,) = show(bank(item("c", "cloze", "______ and ______.", "salt")))[0]
    assert note_types.note_type(view) is note_types.TEXT_ENTRY


def test_a_cloze_holds_any_key():
    stem = note(item("c", "cloze", "It took {{x}} ______.", "a::b}} {{c1::c"))["Stem"]
    assert stem.count("{{") == stem.count("}}") == 1
    assert stem.count("::") == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_shows_the_text_and_nothing_else(text):
    made = markup(text)
    assert re.sub("<br>", "", made).translate({ord(c): None for c in "<>{}[]\"'"}) == re.sub(
        "<br>", "", made
    )


def test_choices_say_which_are_right():
    several = note(item("s", "multiple_response", "Which?", "a", "b", distractors=("c", "d")))
    options = re.findall('<li dir="auto">(.*?)</li>', several["Options"])
    assert {options[int(number) - 1] for number in several["Right"].split()} == {"a", "b"}
    assert several["Several"] == "1"
    one = note(item("s", "choice", "Which?", "a", distractors=("c", "d")))
    assert one["Several"] == ""
    assert one["Key"] == "a"


def test_only_what_may_be_shuffled_is():
    free = note(item("s", "choice", "Which?", "a", distractors=("c", "d")))
    fixed = note(item("s", "true_false", "So.", "True"))
    assert free["Options"].startswith('<ol class="shuffle">')
    assert fixed["Options"].startswith("<ol><li")


def test_the_zip_holds_two_deflated_files_of_no_date():
    data = exporter.export(bank()).data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        members = archive.infolist()
    assert [member.filename for member in members] == ["collection.anki2", "media"]
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    assert members[0].compress_size * 4 < members[0].file_size


def test_the_summary_counts():
    assert exporter.export(bank()).summary == "10 notes, 10 cards, 1 deck"
    assert exporter.export(bank(bank().items[0], title="The Salt Tax")).summary == (
        "1 note, 1 card, 1 deck"
    )


def test_no_room_for_the_database_is_told(monkeypatch):
    full = "database or disk is full"

    def write(*_):
        raise sqlite3.OperationalError(full)

    monkeypatch.setattr(collection.Collection, "write", write)
    with pytest.raises(OutputError, match=f"cannot write: {full}$"):
        exporter.export(bank())


def test_what_is_asked_no_more_is_told_of():
    def told(*statuses, **options):
        gone = (ITEMS[n].model_copy(update={"status": one}) for n, one in enumerate(statuses))
        made = exporter.export(bank(*gone, ITEMS[-1]), exporter.options(**options))
        return [str(problem) for problem in made.problems]

    marks = "left out; if Anki has them already, --retired marks them there"
    assert told() == []
    assert told(Status.REJECTED) == [f"Salt: 1 rejected item {marks}"]
    both = (Status.RETIRED, Status.REJECTED, Status.RETIRED, Status.CANDIDATE)
    assert told(*both) == [f"Salt: 1 rejected and 2 retired items {marks}"]
    assert told(*both, retired=True) == []

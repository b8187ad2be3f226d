"""The formats beside Anki's packages: its text files, and CrowdAnki's JSON."""

from __future__ import annotations

import contextlib
import json

import pytest

from quizlib import export, import_bank
from quizlib.errors import UnreadableDeck
from quizlib.importers import importer_of, read_deck
from quizlib.library import open_target
from tests.banks import ITEMS, RECORD, bank, item
from tests.exporters.test_contract import HOSTILE_BANK
from tests.importers.decks import WAYS, collection, contents, made, take


def text(tmp_path, content):
    path = tmp_path / "words.txt"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def asked(given):
    return [(item.id, item.kind, item.stem, item.key, item.tags) for item in given.items]


def test_a_text_file_with_every_header(tmp_path):
    found = import_bank(
        text(
            tmp_path,
            "\ufeff#separator:Semicolon\r\n#html:true\r\n#guid column:1\r\n#notetype column:2\r\n"
            "#deck column:3\r\n#tags column:6\r\n#tags:all\r\n"
            'g1;Basic;D::E;Q <b>1</b>?;"A; ""one""";t1 t2\r\n'
            "g2;Cloze;D;The {{c1::sea}} is {{c2::blue}};more;\r\n"
            "# a comment\r\n"
            "g3;Other;D;a;b;;c\r\n",
        )
    )
    assert asked(found) == [
        ("g1", "short_answer", "Q 1?", ('A; "one"',), ("all", "t1", "t2")),
        ("g2", "cloze", "The ______ is blue", ("sea",), ("all",)),
        ("g2-2", "cloze", "The sea is ______", ("blue",), ("all",)),
        ("g3", "short_answer", "a", ("b",), ("all",)),
    ]
    assert [record.title for record in found.documents] == ["D", "D::E"]
    assert found.items[1].explanation == "more"
    assert found.items[3].explanation == "c"


def test_plain_text_is_no_html(tmp_path):
    found = import_bank(text(tmp_path, "#separator:tab\na < b & c?\t<yes>\n\n"))
    assert [each[1:] for each in asked(found)] == [("short_answer", "a < b & c?", ("<yes>",), ())]
    assert found.title == "words"


def test_a_line_is_known_by_its_first_field_wherever_it_stands(tmp_path):
    before = import_bank(text(tmp_path, "#separator:tab\nHund\tdog\nKatze\tcat\nHund\thound\n"))
    after = import_bank(text(tmp_path, "#separator:tab\nKuh\tcow\nKatze\ta cat\nHund\tdog\n"))
    assert len({item.id for item in before.items}) == 3
    assert [item.id for item in after.items][1:] == [before.items[1].id, before.items[0].id]


def test_a_text_without_a_header_is_a_source(tmp_path):
    assert importer_of(text(tmp_path, "# A heading\nfront\tback\n")) is None
    assert importer_of(text(tmp_path, "#hashtag: not ours\n")) is None
    with pytest.raises(UnreadableDeck) as caught:
        import_bank(text(tmp_path, "front\tback\n"))
    assert str(caught.value).endswith(
        "no deck begins like this .txt file; quizlib build makes a bank of a source"
    )
    (tmp_path / "bees.md").write_text("Bees make honey.")
    with pytest.raises(UnreadableDeck) as caught:
        import_bank(tmp_path / "bees.md")
    assert str(caught.value).endswith("it is a source; quizlib build makes a bank of a source")


@pytest.mark.parametrize(
    "content",
    [
        "#separator:\n",
        "#separator:tab\n",
        '#separator:tab\n"' + "x" * 200_000,
        b"#separator:tab\n\xff\xfe\t\x00\n",
        "#separator:tab\n#guid column:99999999999999999999\na\tb\n",
        "#separator:tab\n#deck column:0\na\tb\n",
        "#html:true\n" + "{{c1::" * 3_000 + "\n",
    ],
)
def test_odd_text_files_are_read_or_refused(tmp_path, content):
    with contextlib.suppress(UnreadableDeck):
        assert import_bank(text(tmp_path, content)).package


@pytest.mark.parametrize("given", [bank(), HOSTILE_BANK], ids=["plain", "hostile"])
def test_a_text_file_of_ours_is_the_same_bank(given, tmp_path):
    export(given, "anki_text", tmp_path / "salt.txt")
    found = read_deck(tmp_path / "salt.txt")
    assert (found.bank, found.problems) == (given, [])


def test_a_text_file_of_ours_that_was_edited_says_what_is_not_taken(tmp_path):
    export(bank(), "anki_text", tmp_path / "salt.txt")
    lines = (tmp_path / "salt.txt").read_text().splitlines()
    gone = next(line for line in lines if line.startswith("truth1\t"))
    kept = [line.replace("\tWhat is a pan", "\tWhat is the pan") for line in lines if line != gone]
    found = read_deck(
        text(tmp_path, "\n".join([*kept[:7], "new1\tBasic\tSalt\t\tQ?\tA", *kept[7:]]))
    )
    expected = [item for item in ITEMS if item.id != "truth1"]
    assert [item for item in found.bank.items if item.id != "new1"] == expected
    assert asked(found.bank)[1][:4] == ("new1", "short_answer", "Q?", ("A",))
    assert [str(problem) for problem in found.problems] == [
        (
            "words.txt: 1 note changed in the text: not taken, the items are as they were exported"
            " (first: define1)"
        )
    ]


def test_what_of_ours_comes_without_its_items_is_told(tmp_path):
    export(bank(), "anki_text", tmp_path / "salt.txt")
    lines = (tmp_path / "salt.txt").read_text().splitlines()
    found = read_deck(text(tmp_path, "\n".join(line for line in lines if "#quizlib" not in line)))
    assert len(found.bank.items) == len(ITEMS)
    assert [str(problem) for problem in found.problems] == [
        (
            "words.txt: 10 notes made by quizlib, without the items that they were made of: taken"
            " as they are shown, as question and answer (first: flash1)"
        )
    ]


@pytest.mark.consumer
def test_anki_takes_the_text_file(tmp_path):
    from anki.collection import ImportCsvRequest

    export(bank(), "anki_text", tmp_path / "salt.txt")
    with collection(tmp_path / "c") as anki:
        path = str(tmp_path / "salt.txt")
        metadata = anki.get_csv_metadata(path=path, delimiter=None)
        log = anki.import_csv(ImportCsvRequest(path=path, metadata=metadata)).log
        assert len(log.new) == len(ITEMS)
        notes = contents(anki)[0]
        assert set(notes) == {item.id for item in ITEMS}
        assert notes["cloze1"][:2] == (
            "Cloze",
            (
                "Each barrel of herring took {{c1::thirty kilograms}} of salt.",
                (
                    "30 kg<br>“Each barrel of herring took thirty kilograms of salt.”"
                    "<br>The Salt Tax · Harbour Gazette, 3 May 2019"
                ),
            ),
        )
        assert anki.decks.id_for_name("Salt::The Salt Tax")
        assert anki.fix_integrity() == ("Database rebuilt and optimized.", True)


@pytest.mark.consumer
def test_what_anki_writes_as_text_is_read(tmp_path):
    path = tmp_path / "out.txt"
    with collection(tmp_path / "c") as anki:
        from tests.importers.decks import fill

        fill(anki)
        anki.export_note_csv(
            out_path=str(path),
            limit=None,
            with_html=True,
            with_tags=True,
            with_deck=True,
            with_notetype=True,
            with_guid=True,
        )
    found = import_bank(path)
    stems = [item.stem for item in found.items]
    assert "Capital of France?" in stems
    assert "The ______ flows through Paris and \\(x^2\\)." in stems
    assert {record.title for record in found.documents} == {"World", "World::Asia", "World::Europe"}


def test_crowdanki_counts_the_notes_of_all_decks(tmp_path):
    given = bank(*ITEMS, item("top", "short_answer", "Who?", "nobody", evidence=()))
    assert export(given, "crowdanki", tmp_path / "deck.json").summary == "11 notes"


@pytest.mark.parametrize("given", [bank(), HOSTILE_BANK], ids=["plain", "hostile"])
def test_crowdanki_and_back_is_the_same_bank(given, tmp_path):
    export(given, "crowdanki", tmp_path / "deck.json")
    assert import_bank(tmp_path / "deck.json") == given
    assert open_target(str(tmp_path / "deck.json")).bank.documents == (RECORD,)


def crowd(tmp_path, **changes):
    model = {
        "crowdanki_uuid": "u1",
        "name": "Both",
        "flds": [{"name": "Front"}, {"name": "Back"}],
        "tmpls": [
            {"qfmt": "{{Front}}", "afmt": "{{Back}}", "name": "1"},
            {"qfmt": "{{#Back}}{{Back}}{{/Back}}", "afmt": "{{Front}}", "name": "2"},
        ],
    }
    notes = [
        {"guid": "g1", "note_model_uuid": "u1", "fields": ["<i>Hund</i>", "dog"], "tags": ["t"]},
        {"guid": "g2", "note_model_uuid": "u1", "fields": ["Only this"]},
        {"guid": "g3", "note_model_uuid": "gone", "fields": ["x"]},
    ]
    deck = {
        "__type__": "Deck",
        "name": "German",
        "children": [{"name": "Sub", "notes": notes[:1]}],
        "note_models": [model],
        "notes": notes[1:],
        "media_files": ["a.png", "gone.png", "../b.png"],
        **changes,
    }
    (tmp_path / "media").mkdir(exist_ok=True)
    (tmp_path / "media/a.png").write_bytes(b"a")
    (tmp_path / "b.png").write_bytes(b"b")
    path = tmp_path / "deck.json"
    path.write_text(json.dumps(deck), encoding="utf-8")
    return path


def test_crowdankis_decks_media_and_cards(tmp_path):
    found = read_deck(crowd(tmp_path))
    assert asked(found.bank) == [
        ("g1", "short_answer", "Hund", ("dog",), ("t",)),
        ("g1-2", "short_answer", "dog", ("Hund",), ("t",)),
    ]
    assert found.bank.source_line(found.bank.items[0]) == "German::Sub"
    assert found.bank.package
    assert [each.name for each in found.bank.package.media] == ["a.png"]
    assert [str(problem) for problem in found.problems] == [
        "../b.png: left out: its name is no plain name of a file",
        "gone.png: left out: it is not in the folder media beside the deck",
        "notes: 1 left out: the package lacks their note type",
        (
            "Both: 1 card or note kept as they are: its answer has nothing that can be read"
            " (first: 'g2')"
        ),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"notes": 3},
        {"note_models": [{"crowdanki_uuid": "u", "name": "x", "flds": [], "tmpls": []}]},
        {"name": None},
        {"notes": [], "children": []},
    ],
)
def test_a_damaged_deck_is_refused_in_one_line(tmp_path, changes):
    with pytest.raises(UnreadableDeck) as caught:
        import_bank(crowd(tmp_path, **changes))
    assert "\n" not in str(caught.value)


def test_what_is_missing_in_a_deck_is_told_with_its_place(tmp_path):
    with pytest.raises(UnreadableDeck, match=r"not a usable deck: notes\[0\]\.guid: is missing$"):
        import_bank(crowd(tmp_path, notes=[{"fields": [], "note_model_uuid": "u1"}]))


def test_a_bank_is_no_deck_of_crowdanki(tmp_path):
    bank().save(tmp_path / "salt.json")
    assert importer_of(tmp_path / "salt.json") is None
    with pytest.raises(UnreadableDeck, match=r"it is a bank, and no deck of another program$"):
        import_bank(tmp_path / "salt.json")
    assert open_target(str(tmp_path / "salt.json")).bank == bank()
    (tmp_path / "deep.json").write_text('{"__type__": "Deck", "children": ' + "[" * 100_000)
    with pytest.raises(UnreadableDeck, match="it is no JSON"):
        import_bank(tmp_path / "deep.json")


@pytest.mark.consumer
def test_a_deck_goes_through_crowdanki_into_anki(tmp_path):
    """Package, bank, deck.json, bank, package: the same notes and decks in Anki."""
    friend = made(tmp_path, *WAYS[0])
    export(import_bank(friend), "crowdanki", tmp_path / "deck.json")
    export(import_bank(tmp_path / "deck.json"), "anki", tmp_path / "back.apkg")
    with collection(tmp_path / "a") as given, collection(tmp_path / "b") as back:
        take(given, friend)
        take(back, tmp_path / "back.apkg")
        before, after = contents(given), contents(back)
        for guid, (_, fields, tags) in before[0].items():
            if "image-occlusion" not in fields[0]:
                assert after[0][guid][1:] == (fields, tags)
        assert set(after[1]) == set(before[1])
        assert {place: card[0] for place, card in after[1].items()} == {
            place: card[0] for place, card in before[1].items()
        }

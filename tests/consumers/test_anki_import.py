"""Decks as Anki itself writes them, read; and taken back by Anki as they were."""

from __future__ import annotations

import pytest

from quizlib import export, import_bank, load
from quizlib.importers import read_deck
from quizlib.model import Problem, Status
from tests.importers.decks import (
    PNG,
    WAYS,
    add,
    collection,
    contents,
    fill,
    made,
    note_type,
    review,
    take,
)
from tests.importers.decks import (
    export as anki_export,
)

pytestmark = pytest.mark.consumer


@pytest.fixture(scope="module")
def friends(tmp_path_factory):
    """The same deck written in every way."""
    folder = tmp_path_factory.mktemp("decks")
    return {way: made(folder, *way) for way in WAYS}


@pytest.fixture(params=WAYS, ids=lambda way: f"{way[0]}{'-old' if way[1] else ''}")
def friend(request, friends):
    return friends[request.param]


def asked(bank):
    return [(item.kind, item.stem, *item.key, item.explanation) for item in bank.items]


ASKED = [
    ("short_answer", "Capital of France?", "Paris", ""),
    ("short_answer", "Capital of Spain?\n(today)", "Madrid", ""),
    ("short_answer", "Which? [image: map.png]", "Japan & more", ""),
    ("flashcard", "Wien", "Vienna, the capital of Austria", ""),
    ("short_answer", "Vienna, the capital of Austria", "Wien", ""),
    ("short_answer", "The river of Paris?", "the river Seine, of course", ""),
    ("cloze", "The ______ flows through Paris and \\(x^2\\).", "Seine", "More on rivers"),
    ("cloze", "The Seine flows through ______ (city) and \\(x^2\\).", "Paris", "More on rivers"),
    ("flashcard", "______, ______ and three four", "One\ntwo", ""),
    ("cloze", "One, two and ______", "three four", ""),
    ("cloze", "One, two and three ______", "four", ""),
]


def test_every_way_of_writing_it_gives_the_same_items(friend):
    problems: list[Problem] = []
    bank = import_bank(friend, problems=problems)
    assert bank.package
    assert asked(bank) == ASKED
    assert [str(problem) for problem in problems if problem.code == "not-asked"] == [
        (
            "Image Occlusion: 1 card or note kept as they are: pictures with covered parts"
            f" cannot be asked here (first: {bank.package.notes[-1].guid!r})"
        )
    ]
    assert bank.items[0].tags == ("a::b", "geo")
    assert {record.title for record in bank.documents} == {"World", "World::Asia", "World::Europe"}
    assert bank.source_line(bank.items[0]) == "World::Europe"
    assert {each.name: each.data for each in bank.package.media} == {
        "map.png": PNG,
        "a.mp3": b"sound",
    }
    assert not any(card.schedule for note in bank.package.notes for card in note.cards)


def test_a_bank_in_its_file_has_all_of_it(friend, tmp_path):
    bank = import_bank(friend, history=True)
    bank.save(tmp_path / "friend.json")
    assert load(tmp_path / "friend.json") == bank


def test_what_comes_back_to_anki_is_what_it_gave(friend, tmp_path):
    """Notes, fields, tags, decks, schedule, reviews and media, through a bank in its file."""
    import_bank(friend, history=True).save(tmp_path / "friend.json")
    export(load(tmp_path / "friend.json"), "anki", tmp_path / "back.apkg")
    with collection(tmp_path / "given") as given, collection(tmp_path / "back") as back:
        if friend.suffix == ".apkg":
            take(given, friend)
        else:
            fill_from(given, friend)
        take(back, tmp_path / "back.apkg")
        assert contents(back) == contents(given)
        assert back.fix_integrity() == ("Database rebuilt and optimized.", True)
        media = back.media.check()
        assert list(media.missing) == list(media.unused) == []


def fill_from(anki, path):
    """Take a whole collection's package by way of one that can be imported."""
    from anki.collection import Collection

    folder = path.parent / f"{path.name}.collection"
    source = Collection(str(folder / "collection.anki2"))
    try:
        take(anki, anki_export(source, path.with_suffix(".again.apkg"), legacy=False))
    finally:
        source.close()


def test_anki_takes_it_for_what_it_has_already(friend, tmp_path):
    """In the collection that the deck came from, nothing is new and nothing is updated."""
    import_bank(friend).save(tmp_path / "friend.json")
    export(load(tmp_path / "friend.json"), "anki", tmp_path / "back.apkg")
    with collection(tmp_path / "given") as anki:
        fill_from(anki, friend) if friend.suffix == ".colpkg" else take(anki, friend)
        before = contents(anki)
        take(anki, tmp_path / "back.apkg")
        assert contents(anki) == before


def test_a_mended_card_is_mended_in_anki_and_keeps_its_reviews(friends, tmp_path):
    friend = friends[WAYS[0]]
    bank = import_bank(friend)
    first = bank.items[0].model_copy(
        update={
            "stem": "The capital of <France>?",
            "key": ("Paris!",),
            "status": Status.EDITED,
            "changed": ("stem", "key"),
            "revision": 1,
        }
    )
    thrown = bank.items[1].model_copy(update={"status": Status.REJECTED})
    bank = bank.model_copy(update={"items": (first, thrown, *bank.items[2:])})
    told = export(bank, "anki", tmp_path / "back.apkg")
    assert told.problems == []
    with collection(tmp_path / "given") as anki:
        take(anki, friend)
        before = contents(anki)
        take(anki, tmp_path / "back.apkg")
        after = contents(anki)
    assert before[0].pop(first.id)[1:] == (("Capital of <b>France</b>?", "Paris"), ("a::b", "geo"))
    assert after[0].pop(first.id)[1:] == (
        ("The capital of &#60;France&#62;?", "Paris!"),
        ("a::b", "geo"),
    )
    assert after == before


def test_a_change_that_no_field_can_take_is_told(friends, tmp_path):
    bank = import_bank(friends[WAYS[0]])
    changed = [
        item.model_copy(update={"stem": f"{item.stem}!", "changed": ("stem",), "revision": 1})
        if item.kind == "cloze"
        else item
        for item in bank.items
    ]
    made = export(bank.model_copy(update={"items": tuple(changed)}), "anki", tmp_path / "a.apkg")
    assert [problem.message for problem in made.problems][:1] == [
        "its stem was changed here; the note keeps its own, which is not one field"
    ]


TEMPLATES = (
    ("{{Word}}", "{{FrontSide}}<hr id=answer>{{Meaning}}<br>{{Extra}}"),
    ("{{#Extra}}Example: {{Extra}}{{/Extra}}", "{{Word}} means {{Meaning}}"),
    ("{{Meaning}}", "{{Meaning}}<hr id='answer'><div>{{type:Word}}</div>"),
    ("{{Word}} <script>document.write('{{Meaning}}')</script>", "{{FrontSide}} {{Meaning}}"),
)


def exotic(anki):
    note_type(anki, "Words", ("Word", "Meaning", "Extra"), *TEMPLATES)
    add(anki, "Words", "W", "<div>Hund</div>", "dog", "Der Hund&nbsp;bellt. [$]x[/$]")


def test_templates_of_ones_own(tmp_path):
    found = read_deck(made(tmp_path, ".apkg", False, exotic))
    assert asked(found.bank) == [
        ("short_answer", "Hund", "dog", "Der Hund bellt. \\(x\\)"),
        ("short_answer", "Example: Der Hund bellt. \\(x\\)", "Hund means dog", ""),
        ("short_answer", "dog", "Hund", ""),
        ("short_answer", "Hund", "dog", ""),
    ]
    assert [str(problem) for problem in found.problems] == [
        (
            "Words: a script has a part in its cards, which does not run here; its questions may"
            " lack something"
        )
    ]


def test_an_empty_collection_is_no_deck(tmp_path):
    from quizlib.errors import UnreadableDeck

    path = made(tmp_path, ".colpkg", False, lambda anki: None)
    with pytest.raises(
        UnreadableDeck, match=r"friend.colpkg: not a usable deck: it holds no note$"
    ):
        import_bank(path)


def test_the_note_that_says_to_update_is_no_content(friends, tmp_path):
    """Both newer formats hold an old database beside the real one."""
    import zipfile

    from quizlib.errors import UnreadableDeck

    for way in WAYS[:2]:
        with zipfile.ZipFile(friends[way]) as archive:
            old = archive.read("collection.anki2")
            meta = archive.read("meta")
        path = tmp_path / "old.apkg"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("collection.anki2", old)
        with pytest.raises(UnreadableDeck, match="a note that says to update Anki"):
            import_bank(path)
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr("meta", meta)
        with pytest.raises(UnreadableDeck, match=r"lacks its file 'collection\.anki21"):
            import_bank(path)


def test_reviews_of_our_own_cards_come_back(tmp_path):
    from tests.banks import bank

    export(bank(), "anki", tmp_path / "ours.apkg")
    with collection(tmp_path / "studied") as anki:
        take(anki, tmp_path / "ours.apkg")
        review(anki, "Salt", 3)
        studied = contents(anki)
        anki_export(anki, tmp_path / "studied.apkg", legacy=False)
    back = import_bank(tmp_path / "studied.apkg", history=True)
    assert back.items == bank().items
    export(back, "anki", tmp_path / "back.apkg")
    with collection(tmp_path / "again") as anki:
        take(anki, tmp_path / "back.apkg")
        assert contents(anki) == studied


def test_what_was_edited_in_anki_is_an_edit_here(tmp_path):
    from tests.banks import bank

    export(bank(), "anki", tmp_path / "ours.apkg")
    with collection(tmp_path / "studied") as anki:
        take(anki, tmp_path / "ours.apkg")
        for guid, field, text in (
            ("flash1", "Key", "smuggling &amp; <b>nothing</b> else"),
            ("cloze1", "Stem", "A barrel took {{c1::30 kilos}} of salt."),
            ("choice1", "Explanation", "It was 1804."),
        ):
            [id] = anki.db.list("select id from notes where guid = ?", guid)
            note = anki.get_note(id)
            note[field] = text
            note.add_tag("leech")
            anki.update_note(note)
        anki_export(anki, tmp_path / "edited.apkg", legacy=True)
    found = read_deck(tmp_path / "edited.apkg")
    items = {item.id: item for item in found.bank.items}
    assert items["flash1"].key == ("smuggling & nothing else",)
    assert items["cloze1"].stem == "A barrel took ______ of salt."
    assert items["cloze1"].key == ("30 kilos", "30 kg")
    assert items["choice1"].explanation == "It was 1804."
    assert items["choice1"].distractors == ("1794", "1814", "1821")
    assert items["choice1"].tags == ("statements", "leech")
    assert items["flash1"].status is Status.EDITED
    assert [str(problem) for problem in found.problems] == [
        "flash1: edited in Anki: key",
        "choice1: edited in Anki: explanation",
        "cloze1: edited in Anki: stem, key",
    ]
    assert [item for item in bank().items if items[item.id] != item] == [
        item for item in bank().items if item.id in ("flash1", "choice1", "cloze1")
    ]


def test_fill_is_whole(tmp_path):
    with collection(tmp_path / "c") as anki:
        fill(anki)
        assert anki.fix_integrity()[1]

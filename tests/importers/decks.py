"""Decks for tests, made by Anki itself."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path

from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)

PNG = b"\x89PNG\r\n\x1a\n picture"

#: The ways in which Anki writes decks: file ending and whether for older versions.
WAYS = ((".apkg", True), (".apkg", False), (".colpkg", True), (".colpkg", False))


@contextmanager
def collection(folder: Path):
    """A new, empty collection of Anki in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    opened = Collection(str(folder / "collection.anki2"))
    try:
        yield opened
    finally:
        opened.close()


def add(anki, note_type, deck, *fields, tags=()):
    """A new note; its id."""
    note = anki.new_note(anki.models.by_name(note_type))
    note.fields[: len(fields)] = list(fields)
    note.tags = list(tags)
    anki.add_note(note, anki.decks.id(deck))
    return note.id


def note_type(anki, name, fields, *templates, css=".card {}", cloze=False):
    """A new note type; each template is its front and back."""
    made = anki.models.new(name)
    made["type"] = int(cloze)
    for field in fields:
        anki.models.add_field(made, anki.models.new_field(field))
    for number, (front, back) in enumerate(templates):
        template = anki.models.new_template(f"Card {number + 1}")
        template["qfmt"], template["afmt"] = front, back
        anki.models.add_template(made, template)
    made["css"] = css
    anki.models.add(made)


def fill(anki):
    """Notes of every sort, tags, decks, a picture, and some reviews."""
    add(anki, "Basic", "World::Europe", "Capital of <b>France</b>?", "Paris", tags=["geo", "a::b"])
    add(anki, "Basic", "World::Europe", "Capital of Spain?<br>(today)", "Madrid")
    add(anki, "Basic", "World::Asia", 'Which?<img src="map.png">', "Japan &amp; more [sound:a.mp3]")
    add(anki, "Basic (and reversed card)", "World", "Wien", "Vienna, the capital of Austria")
    add(
        anki,
        "Basic (type in the answer)",
        "World",
        "The river of Paris?",
        "the river Seine, of course",
    )
    text = "The {{c1::Seine}} flows through {{c2::Paris::city}} and \\(x^2\\)."
    add(anki, "Cloze", "World", text, "More on <i>rivers</i>")
    add(anki, "Cloze", "World", "{{c1::One}}, {{c1::two}} and {{c2::three {{c3::four}}}}")
    occlusion = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2}}"
    add(anki, "Image Occlusion", "World", occlusion, '<img src="map.png">', "Header")
    anki.media.write_data("map.png", PNG)
    anki.media.write_data("a.mp3", b"sound")
    review(anki, "World", 4)


def review(anki, deck, count):
    """Answer the first `count` cards of a deck as Easy.

    Anki dates answers of one millisecond in the log one after another. Where that passes into
    the next second, its check of the collection dates the card anew; so it is made here.
    """
    anki.decks.select(anki.decks.id(deck))
    for _ in range(count):
        card = anki.sched.getCard()
        card.start_timer()
        anki.sched.answerCard(card, 4)
    anki.fix_integrity()


def export(anki, path: Path, legacy: bool) -> Path:
    """Write all of the collection; a .colpkg closes it."""
    if path.suffix == ".colpkg":
        anki.export_collection_package(str(path), include_media=True, legacy=legacy)
        anki.reopen()
    else:
        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy
        )
        anki.export_anki_package(out_path=str(path), options=options, limit=None)
    return path


def made(folder: Path, suffix: str, legacy: bool, filling=fill) -> Path:
    """A package with what `filling` puts into a new collection."""
    path = folder / f"friend{'-old' if legacy else ''}{suffix}"
    with collection(folder / f"{path.name}.collection") as anki:
        filling(anki)
        return export(anki, path, legacy)


def take(anki, path: Path) -> None:
    """Import a package with its reviews."""
    options = ImportAnkiPackageOptions(with_scheduling=True)
    anki.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options))


def contents(anki):
    """What a learner has: notes, cards with their decks and state, reviews, media."""
    guids = dict(anki.db.all("select id, guid from notes"))
    notes = {}
    for id, guid in guids.items():
        note = anki.get_note(id)
        notes[guid] = (note.note_type()["name"], tuple(note.fields), tuple(sorted(note.tags)))
    cards, reviews = {}, []
    for id in anki.find_cards(""):
        card = anki.get_card(id)
        place = (guids[card.nid], card.ord)
        state = (card.type, card.queue, card.due, card.ivl, card.factor, card.reps, card.lapses)
        cards[place] = (anki.decks.name(card.did), *state)
        logged = "select id, ease, ivl, lastIvl, factor, time, type from revlog where cid = ?"
        reviews += [(place, *row) for row in anki.db.all(logged, id)]
    folder = Path(anki.media.dir())
    media = {path.name: path.read_bytes() for path in folder.iterdir()}
    return notes, cards, sorted(reviews), media

from __future__ import annotations

import pytest

from quizlib import export, load
from quizlib.library import open_bank
from quizlib.model import (
    Bank,
    Card,
    Maker,
    Note,
    NoteType,
    Package,
    Review,
    Schedule,
    Status,
    Template,
)
from tests.banks import bank, item

TYPE = NoteType(
    id=1_400_000_000_000,
    name="Capitals",
    fields=("Front", "Back"),
    templates=(Template(name="C", front="{{Front}}", back="{{FrontSide}}<hr id=answer>{{Back}}"),),
)
CITIES = ("Paris", "Madrid", "Rome", "Vienna", "Berlin")


@pytest.fixture(autouse=True)
def friend(folder):
    """An Anki package of five cards, one of them reviewed."""
    notes = []
    for number, city in enumerate(CITIES):
        id = 1_400_000_000_001 + number
        reviews = (Review(1_700_000_000_000, 3, 10, 1, 2500, 4000, 1),) if not number else ()
        card = Card(id, 0, "World", Schedule(2, 2, 5, 10, 2500, 1, 0, 0, 0), reviews)
        fields = (f"Capital {number}?", city)
        notes.append(Note(id, f"g{number}", TYPE.id, fields, ("geo",), 1_600_000_000, (card,)))
    package = Package(created=1_500_000_000, note_types=(TYPE,), notes=tuple(notes))
    asked = [
        item(f"g{n}", "short_answer", f"Capital {n}?", city, evidence=(), origin=f"g{n}#0")
        for n, city in enumerate(CITIES)
    ]
    made = Bank(
        title="World",
        generator=Maker(name="quizlib", version="0.1.0"),
        items=tuple(asked),
        package=package,
    )
    export(made, "anki", folder / "friend.apkg")


def test_a_deck_becomes_a_bank_named_after_it(run, folder):
    result = run("import", "friend.apkg")
    assert (result.stdout, result.stderr) == ("world.json  5 items from 1 deck\n", "")
    made = load(folder / "world.json")
    assert [each.key[0] for each in made.items] == list(CITIES)
    assert made.package
    assert not any(card.schedule for note in made.package.notes for card in note.cards)


def test_the_history_is_kept_if_asked(run, folder):
    told = run("import", "friend.apkg", "--history").stdout
    assert told == "world.json  5 items from 1 deck, 1 review\n"
    made = load(folder / "world.json")
    assert made.package
    assert made.package.notes[0].cards[0].reviews


def test_the_reviews_go_into_the_learners_log_once(run, folder):
    assert run("import", "friend.apkg", "--log", "reviews.jsonl").exit_code == 0
    assert '"card":"g0"' in (folder / "reviews.jsonl").read_text()
    made = load(folder / "world.json")
    assert made == made.without_history()
    first = run("log", "import", "reviews.jsonl")
    assert first.exit_code == 0, first.stderr
    run("log", "import", "reviews.jsonl")
    assert run("log", "export", "-o", "out.jsonl").exit_code == 0
    assert (folder / "out.jsonl").read_text().count('"review"') == 1


def test_importing_again_keeps_what_was_decided(run, folder):
    run("import", "friend.apkg")
    made = load(folder / "world.json")
    changed = made.items[0].model_copy(update={"status": Status.REJECTED})
    made.model_copy(update={"items": (changed, *made.items[1:])}).save(folder / "world.json")
    assert run("import", "friend.apkg").stdout == "world.json  4 items from 1 deck\n"
    assert load(folder / "world.json").items[0].status == "rejected"


def test_another_bank_is_not_written_over(run, folder):
    before = (folder / "salt.json").read_bytes()
    result = run("import", "friend.apkg", "-o", "salt.json")
    assert result.stderr == (
        "error: salt.json: cannot write: it is a bank of something else; name another file\n"
    )
    assert (folder / "salt.json").read_bytes() == before


def test_cards_as_multiple_choice(run, folder):
    run("import", "friend.apkg", "--choices")
    assert {each.kind for each in load(folder / "world.json").items} == {"choice"}
    asked = run("quiz", "friend.apkg", "--choices", "--seed", "1", "-n", "1")
    assert "Choose one." in asked.stdout


def test_a_deck_is_good_wherever_a_bank_is(run, folder):
    assert open_bank("friend.apkg").title == "World"
    assert "Capital 0?" in run("show", "friend.apkg").stdout
    for target, name in (("worksheet", "w.html"), ("csv", "c.csv"), ("anki", "a.apkg")):
        assert run("export", target, "friend.apkg", "-o", name).exit_code == 0
        assert (folder / name).stat().st_size
    checked = run("check", "friend.apkg")
    assert (
        "5 items were imported or made without a source: no quote proves what is right"
        in checked.stdout
    )
    assert "not at hand" not in checked.stdout
    result = run("build", "friend.apkg")
    assert result.stderr == "error: friend.apkg: is a deck; quizlib import makes a bank of it\n"


def test_a_deck_of_ours_gives_its_bank_back(run, folder):
    run("export", "anki", "salt.json", "-o", "salt.apkg")
    assert run("import", "salt.apkg", "-o", "back.json").exit_code == 0
    assert load(folder / "back.json") == bank()


def test_nothing_is_written_where_there_is_no_question(run, folder):
    (folder / "empty.txt").write_text("Who?\nA. a\nB. b\nANSWER: C\n")
    before = set(folder.iterdir())
    result = run("import", "empty.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "warning: empty.txt: 1 question left out: its line ANSWER: names no option of it"
        " (first: line 1)\n"
        "error: empty.txt: not a usable deck: no question can be made of it; nothing was written\n"
    )
    assert set(folder.iterdir()) == before


def test_a_bank_without_an_ending_gets_one(run, folder):
    assert run("import", "friend.apkg", "-o", "mine").stdout == "mine.json  5 items from 1 deck\n"
    (folder / "world").mkdir()
    assert run("import", "friend.apkg").stdout == "world.json  5 items from 1 deck\n"
    assert run("export", "anki", "world.json").stdout.startswith("world.apkg  ")


def test_a_table_of_a_bank_is_edited_and_comes_home(run, folder):
    before = load(folder / "salt.json")
    run("export", "csv", "salt.json", "-o", "salt.csv")
    assert run("import", "salt.csv", "-o", "salt.json").exit_code == 0
    assert load(folder / "salt.json") == before


def test_a_bank_is_not_made_poorer(run, folder):
    before = (folder / "salt.json").read_bytes()
    run("export", "gift", "salt.json", "-o", "salt.gift")
    result = run("import", "salt.gift", "-o", "salt.json")
    assert result.stderr == (
        "error: salt.json: cannot write: it holds more than the file tells; name another file\n"
    )
    assert (folder / "salt.json").read_bytes() == before

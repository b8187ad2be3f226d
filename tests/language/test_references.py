"""Words that point outside a sentence."""

from __future__ import annotations

import pytest

from quizlib.language.references import dangling, loose, own, personal
from tests.documents import analysed


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They built a bridge as well.", "well"),
        ("The port is closed now.", "now"),
        ("The ferry sails on Sunday.", "sunday"),
        ("The harbour was deepened too.", "too"),
        ("The figures below show the trade.", "below"),
        ("The mill opens next week.", "next"),
        ("The coming flood worries Holm.", "coming"),
        ("Another paid the tax.", "another"),
        ("Norway sold salt and wool.", ""),
        ("The port froze as well as the river.", ""),
    ],
)
def test_what_ties_a_sentence_to_a_moment_or_a_text(text, word):
    [sentence] = analysed(text).sentences
    found = loose(sentence.tokens)
    assert (found.lower_ if found is not None else "") == word


@pytest.mark.parametrize(
    ("text", "of_the_author", "theirs"),
    [
        ("I saw the mill burn.", True, True),
        ("We recommend a visit to the mill.", True, False),
        ("Elizabeth I taxed salt.", False, False),
        ("The US taxed salt.", False, False),
    ],
)
def test_an_author_who_speaks_of_themselves(text, of_the_author, theirs):
    [sentence] = analysed(text).sentences
    assert personal(sentence.tokens) is of_the_author
    assert own(sentence) is theirs


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The visit pleased Norway.", ["visit"]),
        ("A visit pleased Norway.", []),
        ("This tax hurt Holm.", ["This"]),
        ("They sold salt.", ["They"]),
        ("Both froze.", ["Both"]),
    ],
)
def test_what_points_to_something_that_is_not_told(text, words):
    [sentence] = analysed(text).sentences
    assert [token.text for token in dangling(sentence.tokens, ())] == words


def test_no_words_point_nowhere():
    assert dangling((), ()) == []

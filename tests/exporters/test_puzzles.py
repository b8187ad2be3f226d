"""Crosswords and word searches: every word is there, once, and nothing else is."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizlib.exporters import exporters
from quizlib.exporters._view import show
from quizlib.exporters._worksheet.crossword import WIDEST, crossword
from quizlib.exporters._worksheet.options import WorksheetOptions
from quizlib.exporters._worksheet.terms import Term, letters, terms
from quizlib.exporters._worksheet.wordsearch import DIRECTIONS, wordsearch
from tests.banks import bank, item
from tests.exporters.reading import Page

words = st.text("abcdeinrst", min_size=3, max_size=9)
term_lists = st.lists(words, min_size=1, max_size=14, unique=True).map(lambda found: some(*found))


def runs(rows):
    """Every row and column of a crossword as the words that stand in it."""
    grid = [[square.letter if square else " " for square in row] for row in rows]
    for line in (*grid, *zip(*grid, strict=True)):
        yield from (word for word in "".join(line).split() if len(word) > 1)


def some(*words):
    return [Term(letters(word), word, f"What is {word[0]}?", word) for word in words]


@settings(max_examples=80, deadline=None)
@given(given=term_lists, seed=st.integers(0, 3))
@example(given=some("aaa", "aab", "aaaa", "abab", "cabc"), seed=0)  # one within another
def test_a_crossword_holds_its_words_and_no_other(given, seed):
    puzzle, problems = crossword(given, seed)
    laid = [clue.answer for clue in (*puzzle.across, *puzzle.down)]
    assert sorted(runs(puzzle.rows)) == sorted(word.upper() for word in laid)
    assert sorted([*laid, *(problem.where for problem in problems)]) == sorted(
        term.words for term in given
    )
    assert max(len(puzzle.rows), *map(len, puzzle.rows)) <= WIDEST
    numbers = [square.number for row in puzzle.rows for square in row if square and square.number]
    assert numbers == [str(number + 1) for number in range(len(numbers))]
    for clue in puzzle.across:
        row = next(r for r in puzzle.rows for s in r if s and s.number == str(clue.number))
        start = next(n for n, s in enumerate(row) if s and s.number == str(clue.number))
        across = [square.letter for square in row[start : start + int(clue.lengths)] if square]
        assert "".join(across) == clue.answer.upper()


@settings(max_examples=50, deadline=None)
@given(given=term_lists, seed=st.integers(0, 3))
def test_a_word_search_hides_its_words(given, seed):
    puzzle, problems = wordsearch(given, seed)
    assert sorted([*puzzle.words, *(p.where for p in problems)]) == sorted(t.words for t in given)
    grid = {(r, c): cell for r, row in enumerate(puzzle.rows) for c, cell in enumerate(row)}
    assert len(puzzle.rows) == len(puzzle.rows[0])
    for word in puzzle.words:
        places = [
            [(row + n * down, column + n * right) for n in range(len(word))]
            for row, column in grid
            for down, right in DIRECTIONS
        ]
        found = [
            each
            for each in places
            if each[-1] in grid and "".join(grid[p].letter for p in each) == word.upper()
        ]
        assert found
        assert any(all(grid[place].hidden for place in each) for each in found)


def test_a_clue_tells_how_long_each_word_is():
    puzzle, _ = crossword(some("The United States", "Jean-Luc at Ur"), 0)
    assert {clue.answer: clue.lengths for clue in (*puzzle.across, *puzzle.down)} == {
        "The United States": "3,6,6",
        "Jean-Luc at Ur": "7,2,2",
    }


def test_a_puzzle_takes_as_many_items_as_are_wished_for():
    odd = [item(f"o{n}", "flashcard", f"Why {n}?", "because of the weather") for n in range(9)]
    even = [item(f"t{n}", "term", f"Which {n}?", word) for n, word in enumerate(("salt", "tax"))]
    for option in ("crossword", "wordsearch"):
        wanted = WorksheetOptions.model_validate({option: True, "count": 2, "suffix": ".html"})
        assert exporters.get("worksheet").export(bank(*odd, *even), wanted).summary == "2 words"


def test_terms_and_names_make_a_puzzle():
    assert letters("Kim Jong-un") == tuple("KIMJONGUN")
    assert letters("Größe") == tuple("GRÖSSE")
    assert letters("москва") == tuple("МОСКВА")
    for none in ("1804", "True", "a b", "of the same sort of", "x" * 20, "नई दिल्ली", "café\u0327!"):
        assert letters(none) == ()


def test_terms_come_from_every_interaction_that_has_some():
    found, problems = terms(show(bank())[0])
    assert [(term.words, term.clue) for term in found] == [
        ("thirty kilograms", "Each barrel of herring took ______ of salt."),
        ("pan house", "What is a shed in which sea water is boiled down to salt called?"),
        ("salt tax", "abolished in 1804"),
        ("barrel of herring", "thirty kilograms of salt"),
    ]
    assert {problem.where for problem in problems} == {
        *("flash1", "choice1", "short1", "truth1", "define1", "several1", "order1")
    }
    assert str(problems[0]) == "flash1: left out: its key is no term or name for a puzzle"


def test_a_puzzle_is_printed_with_its_key():
    exporter = exporters.get("worksheet")
    given = bank(item("a", "term", "A grain?", "salt"), item("b", "term", "A fee?", "tax"))
    for option in ("crossword", "wordsearch"):
        made = exporter.export(
            given, WorksheetOptions.model_validate({option: True, "suffix": ".html"})
        )
        assert made.summary == "2 words"
        assert "Key: Salt" in Page(made.data.decode()).text
        separate = WorksheetOptions.model_validate(
            {option: True, "suffix": ".html", "key": "separate"}
        )
        made = exporter.export(given, separate)
        assert "Key: Salt" not in Page(made.data.decode()).text
        assert "Key: Salt" in Page(made.beside["-key.html"].decode()).text
    assert (
        "A grain? (4)"
        in Page(
            exporter.export(given, WorksheetOptions(crossword=True, suffix=".html")).data.decode()
        ).text
    )

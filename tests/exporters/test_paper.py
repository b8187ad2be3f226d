"""Worksheets of random banks, read back from the PDF: all there, nothing cut or overlapping.

`make paper` tries 500 banks (QUIZLIB_BANKS), the suite a few.
"""

from __future__ import annotations

import hashlib
import os
import re
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from quizlib.exporters import exporters
from quizlib.exporters._view import show
from quizlib.exporters._worksheet.look import MARGIN, MM_PER_POINT, PAPERS
from quizlib.exporters._worksheet.options import WorksheetOptions
from quizlib.model import GAP, Bank, Item
from quizlib.testing._exporters import letters
from tests.banks import apart, bank, item
from tests.exporters.reading import pages

if TYPE_CHECKING:
    from collections.abc import Iterator

exporter = exporters.get("worksheet")

WORDS = (
    "salt tax harbour the of in a herring smuggling abolished W MMMM Größe naïve ñandú Крым Россия"
    ' Ελλάδα 漢字 北京市 かな 한국어 #hash *star* [x] @at \\back ~ = {brace} 50% <b> & "q" 3.14'
    " Donaudampfschifffahrtsgesellschaft https://example.org/a/very/long/path?with=query&more=1"
    " internationalisation 1804 ______x — … ½"
).split()
LONG = "".join(WORDS) * 2

words = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join),
    st.lists(st.sampled_from(WORDS), min_size=30, max_size=90).map(" ".join),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map("\n".join),
    st.sampled_from(LONG).map(lambda character: character * 70),
)
short = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
several = st.lists(words, min_size=3, max_size=7, unique=True)
KINDS = (
    *("choice", "multiple_response", "true_false", "short_answer", "cloze", "flashcard"),
    *("matching", "ordering"),
)


@st.composite
def items(draw: st.DrawFn) -> Item:
    kind = draw(st.sampled_from(KINDS))
    parts = draw(several)
    keys, prompts, wrong = parts[:1], [], parts[1:]
    if kind == "true_false":
        keys, wrong = ["True"], []
    elif kind in {"matching", "ordering"}:
        keys, wrong = parts, []
        prompts = [f"{n} {draw(short)}" for n in range(len(parts))] if kind == "matching" else []
    elif kind == "multiple_response":
        keys, wrong = parts[:2], parts[2:]
    elif "choice" not in kind:
        wrong = []
    stem = draw(words)
    return item(
        "x",
        kind,
        f"{stem} {GAP} {draw(short)}." if kind == "cloze" else stem,
        *keys,
        context=draw(st.one_of(st.just(""), words)),
        prompts=prompts,
        distractors=wrong,
        explanation=draw(st.one_of(st.just(""), words)),
    )


@st.composite
def banks(draw: st.DrawFn) -> Bank:
    drawn = draw(st.lists(items(), min_size=1, max_size=7))
    named = [each.model_copy(update={"id": f"item{n}"}) for n, each in enumerate(drawn)]
    return apart(bank(*named, title=draw(short)))


looks = st.fixed_dictionaries(
    {
        "paper": st.sampled_from(["a4", "letter"]),
        "columns": st.sampled_from([1, 2]),
        "large_print": st.booleans(),
        "key": st.sampled_from(["after", "inline", "none"]),
        "word_bank": st.booleans(),
        "answer_sheet": st.booleans(),
        "forms": st.sampled_from([(), ("B",)]),
        "points": st.sampled_from([None, 2]),
    }
)


@settings(
    max_examples=int(os.environ.get("QUIZLIB_BANKS", "25")),
    phases=[Phase.generate],  # making a failing bank small takes minutes and tells little more
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(given=banks(), options=looks)
def test_a_sheet_holds_everything_whole(given, options):
    made = exporter.export(given, WorksheetOptions.model_validate({**options, "suffix": ".pdf"}))
    document = pages(made.data)
    read = "".join(map(body, document))
    left_out = {problem.where for problem in made.problems}  # others would give them away
    for shown in (each for each in show(given)[0] if each.id not in left_out):
        left = getattr(shown.interaction, "left", ())
        keys = shown.key if options["key"] == "after" else ()
        for text in (shown.context, *shown.stem.split(GAP), *shown.options, *left, *keys):
            assert unbroken(text) in read or in_pieces(text, read)
    width, height = PAPERS[options["paper"]]
    for page in document:
        for box in characters(page):
            assert_inside(box, width, height)
        for one, other in combinations(lines(page), 2):
            assert not overlap(one, other)


def test_no_run_of_one_character_runs_over_the_edge():
    entries = [sign * 80 for sign in "&#%@WMQGm0<+~"]
    given = apart(
        bank(
            *(
                item(f"item{n}", "ordering", f"Order {n}.", entry, "ash", "peat")
                for n, entry in enumerate(entries)
            )
        )
    )
    options = WorksheetOptions(suffix=".pdf", columns=1, key="none")
    for page in pages(exporter.export(given, options).data):
        for box in characters(page):
            assert_inside(box, *PAPERS["a4"])


def body(page) -> str:
    """What is printed on a page, without its foot and the points beside stems."""
    return re.sub(r"Page\d+of\d+|\(2\)", "", unbroken(page.get_textpage().get_text_range()))


def unbroken(text: str) -> str:
    """What is printed, without gaps and the hyphens that end lines."""
    return letters(text).translate({ord(c): None for c in "-\N{SOFT HYPHEN}\ufffe\x02_"})


def in_pieces(text: str, read: str) -> bool:
    """Whether its words are there, as where a match goes on, side by side, on the next page."""
    words = (unbroken(word) for word in text.split())
    pieces = (word[start : start + 8] for word in words for start in range(0, len(word), 8))
    return all(piece in read for piece in pieces)


Box = tuple[float, float, float, float]  # left, bottom, right, top in millimetres


def characters(page) -> Iterator[Box]:
    """Where each character that can be seen stands on the page."""
    text = page.get_textpage()
    for place, character in enumerate(text.get_text_range()[: text.count_chars()]):
        if letters(character):
            yield tuple(side * MM_PER_POINT for side in text.get_charbox(place))


def lines(page) -> list[Box]:
    """Where each run of letters stands on the page."""
    text = page.get_textpage()
    boxes = (text.get_rect(n) for n in range(text.count_rects()))
    return [tuple(side * MM_PER_POINT for side in box) for box in boxes]


def assert_inside(box: Box, width: float, height: float) -> None:
    left, bottom, right, top = box
    assert left >= MARGIN - 1
    assert right <= width - MARGIN + 1
    assert bottom >= 5
    assert top <= height - 12


def overlap(one: Box, other: Box) -> bool:
    """Whether they stand on each other.

    A run of letters ends with the space behind it, so that two of one line may touch.
    """
    across = min(one[2], other[2]) - max(one[0], other[0])
    along = min(one[3], other[3]) - max(one[1], other[1])
    one_line = abs((one[1] + one[3]) - (other[1] + other[3])) < 2
    return along > 1 and across > (3 if one_line else 1)


SHEETS = {
    "plain": {},
    "forms": {"answer_sheet": True, "word_bank": True, "points": 2, "columns": 2},
    "large": {"large_print": True, "paper": "letter", "key": "inline"},
    "cards": {"flashcards": True},
    "crossword": {"crossword": True},
    "wordsearch": {"wordsearch": True},
}
SCRIPTS = apart(
    bank(
        *bank().items,
        item("ar", "choice", "ما هي عاصمة مصر؟", "القاهرة", distractors=("دمشق", "بغداد")),
        item("he", "cloze", "______ היא בירת ישראל.", "ירושלים"),
        item("zh", "short_answer", "中国的首都是什么?", "北京"),
        item("hi", "short_answer", "भारत की राजधानी क्या है?", "नई दिल्ली"),
        item("em", "flashcard", "Which animal is 🐮?", "a cow"),
        item("tex", "short_answer", r"What is $\frac{a}{b}+x^2$ for $\sqrt{x}\le 2$?", "$5$"),
        title="All scripts",
    )
)


@pytest.mark.consumer
@pytest.mark.parametrize("options", SHEETS.values(), ids=SHEETS)
def test_pdf_ua_passes(options, tmp_path):
    """PDF/UA-1 (ISO 14289-1), as outloud checks it: no error, and the title is told."""
    import outloud

    path = tmp_path / "scripts.pdf"
    path.write_bytes(exporter.export(SCRIPTS, WorksheetOptions.model_validate(options)).data)
    result = outloud.check(str(path), layers=["conformance"])
    assert result.error is None
    found = [finding for finding in result.findings if finding.severity == "error"]
    assert found == []
    assert result.stats["tagged"]


def test_every_script_prints_in_its_own_direction():
    made = exporter.export(SCRIPTS)
    read = unbroken("".join(page.get_textpage().get_text_range() for page in pages(made.data)))
    for each in SCRIPTS.items:
        if each.id not in {"tex", "ar"}:
            assert all(unbroken(part) in read for part in each.stem.split(GAP))
    # A ligature comes back as its letters in the order in which it looks.
    assert all(letter in read for letter in "القاهرةدمشق")
    assert "frac" not in read
    assert "$" not in read


def test_options_choose_the_bytes_and_nothing_else_does():
    def digest(**options):
        made = exporter.export(SCRIPTS, WorksheetOptions.model_validate(options))
        return hashlib.sha256(made.data + b"".join(made.beside.values())).hexdigest()

    assert digest(forms="A,B") == digest(forms="A,B")
    assert digest(forms="A,B") != digest(forms="A,B", seed=1)

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.language import parsing
from quizlib.language.model import load
from quizlib.language.parsing import BATCH, PIECE, _batches, _cut, parsed
from tests.documents import document


@settings(max_examples=200)
@given(st.text(alphabet="ab. \n", max_size=3 * PIECE), st.integers(0, 3))
def test_pieces_cover_the_text_and_fit_the_parser(text, times):
    text = text + "x" * times * PIECE
    spans = list(_cut(text))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(end - start <= PIECE for start, end in spans)


@given(st.lists(st.integers(0, BATCH + 2), max_size=8))
def test_a_batch_holds_what_fits_and_at_least_one_text(sizes):
    texts = ["x" * size for size in sizes]
    batches = list(_batches(texts))
    assert [text for batch in batches for text in batch] == texts
    assert all(len(batch) == 1 or sum(map(len, batch)) <= BATCH for batch in batches)


def test_every_document_gets_its_own_parses_however_they_are_batched(monkeypatch):
    documents = [
        document("One sells salt. Two buys it.\n\nThree has none.", "First"),
        document("# Nothing", "Empty"),
        document("# Four\n\nFour makes bread. Five eats it.", "Second"),
    ]
    for size in (1, 40, BATCH):
        monkeypatch.setattr(parsing, "BATCH", size)
        found = [
            (one.document, one.title.text, [parse.text for parse in one.parses])
            for one in parsed(documents, load())
        ]
        assert found == [
            (documents[0], "First", ["One sells salt. Two buys it.", "Three has none."]),
            (documents[1], "Empty", []),
            (documents[2], "Second", ["Four makes bread. Five eats it."]),
        ]

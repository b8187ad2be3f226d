"""Whatever stands in a file of questions: it is imported, or refused in one line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.errors import UnreadableDeck
from quizlib.importers import importers
from quizlib.items import interaction
from quizlib.model import Bank

#: Importer -> the ending of its files, how one begins, and the signs that mean something in it.
SIGNS = {
    "gift": (".gift", "::a:: b? {", "{ } = ~ # ## #### -> : % %50% %-1e9% 1e999 .. \\ \\\\ \\n"),
    "aiken": (".txt", "Who?\nA. a\n", "A. B) ANSWER: Answer:A ANSWER:Z a b ?"),
    "csv": (
        ".csv",
        "question,answer,a,b,id,kind,left,status\n",
        ', ,, " "" \' A ; | a,b -> matching true_false ordering cloze ___ = \t',
    ),
}
SHARED = ["\n", "\n\n", " ", "T", "1", "é", "\x00", "\r", "// [id:x]", "$CATEGORY:", "[html]", "<b"]


@pytest.mark.parametrize("name", SIGNS)
@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_any_file_is_imported_or_refused(name, data, tmp_path_factory):
    suffix, begin, signs = SIGNS[name]
    pieces = data.draw(st.lists(st.sampled_from([*signs.split(" "), *SHARED]), max_size=40))
    path = tmp_path_factory.mktemp("any") / f"any{suffix}"
    path.write_text(begin + "".join(pieces), encoding="utf-8")
    try:
        found = importers.get(name).read(path)
    except UnreadableDeck as error:
        told = str(error)
        assert told.splitlines() == [told]
        return
    assert len({item.id for item in found.bank.items}) == len(found.bank.items)
    for item in found.bank.items:
        interaction(item)
        assert item.stem.strip()
    assert all("\n" not in str(problem) for problem in found.problems)
    assert Bank.model_validate_json(found.bank.to_json()) == found.bank

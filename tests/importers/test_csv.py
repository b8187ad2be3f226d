"""Tables of questions: those of other people, and quizlib's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib import export, import_bank
from quizlib.errors import UnreadableDeck
from quizlib.exporters._view import clean
from quizlib.importers import importer_of, importers, read_deck
from quizlib.importers._columns import NAMES, fields
from quizlib.library import renewed
from quizlib.model import GAP, Bank, Status
from tests.banks import HOSTILE, ITEMS, RECORD, bank, item
from tests.exporters.test_contract import HOSTILE_BANK


@pytest.fixture
def table(tmp_path):
    def read(content, name="q.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_deck(path)

    return read


def asked(found):
    return [(i.kind, i.stem, i.key, i.distractors) for i in found.bank.items]


def told(found):
    return [f"{problem.severity}: {problem}" for problem in found.problems]


def test_a_question_its_answer_and_its_options(table):
    found = table(
        "question,answer,option1,option2,option3\n"
        "Capital of France?,Paris,Paris,Lyon,Nice\n"
        "Who wrote Hamlet?,William Shakespeare,,,\n"
        "It took ___ days.,seven,,,\n"
        "The sea is blue.,true,,,\n"
        'Why?,"because it is so, and has always been",,,\n'
    )
    assert asked(found) == [
        ("choice", "Capital of France?", ("Paris",), ("Lyon", "Nice")),
        ("short_answer", "Who wrote Hamlet?", ("William Shakespeare",), ()),
        ("cloze", f"It took {GAP} days.", ("seven",), ()),
        ("true_false", "The sea is blue.", ("True",), ()),
        ("flashcard", "Why?", ("because it is so, and has always been",), ()),
    ]
    assert told(found) == []
    assert (found.bank.title, found.bank.documents[0].title) == ("q", "q")


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ("Madrid", ("Madrid",)),
        ("madrid", ("Madrid",)),
        ("B", ("Madrid",)),
        ("b)", ("Madrid",)),
        ("Option 2", ("Madrid",)),
        ("2", ("Madrid",)),
        ("A;C", ("Lyon", "Rome")),
        ("1, 3", ("Lyon", "Rome")),
        ("Lyon|Rome", ("Lyon", "Rome")),
    ],
)
def test_an_answer_names_its_option(table, answer, right):
    found = table(f'Frage;Question;A;B;C;Answer\n1;Which?;Lyon;Madrid;Rome;"{answer}"\n')
    assert found.bank.items[0].key == right
    assert told(found) == ["warning: q.csv: 1 column left out, no column of a question: Frage"]


def test_numbers_among_the_options_are_no_places(table):
    found = table("question\tanswer\toptions\n2+2?\t4\t2|3|4\n1+1?\t1\t2|3|4\n", "q.tsv")
    assert asked(found) == [
        ("choice", "2+2?", ("4",), ("2", "3")),
        ("choice", "1+1?", ("1",), ("2", "3", "4")),
    ]
    assert told(found) == [
        (
            "note: q.tsv: 1 question with an answer that is none of the options: these were taken"
            " as wrong ones (first: line 3)"
        )
    ]


def test_all_that_a_table_can_tell(table):
    found = table(
        "sep=;\r\n"
        "ID;Type;Front;Back;Wrong 1;Wrong 2;Also accepted;Feedback;Tags;Chapter;Deck;Status\r\n"
        "g-1;MCQ;Capital?;Paris;Lyon;Nice;;It is.;a, b;Cities: big;World;accepted\r\n"
        "g-2;short answer;Tax?;salt tax;;;the tax;;;;World;draft\r\n"
        "g-1;hotspot;Twice?;yes;;;;;;;;\r\n"
        "ü;matching;Pairs?;a -> x|b -> y;;;;;;;;\r\n"
        "o;order;Steps?;one;two;;;;;;;\r\n"
    )
    first, second, third, fourth, fifth = found.bank.items
    assert (first.id, first.kind, first.key, first.distractors) == (
        *("g-1", "choice", ("Paris",)),
        ("Lyon", "Nice"),
    )
    assert (first.explanation, first.tags) == ("It is.", ("a", "b", "Cities: big"))
    assert (first.status, found.bank.source_line(first)) == (Status.ACCEPTED, "World")
    assert second.key == ("salt tax", "the tax")
    assert third.id != "g-1"
    assert found.bank.source_line(third) == "q"
    assert (fourth.prompts, fourth.key) == (("a", "b"), ("x", "y"))
    assert fourth.id.isascii()
    assert fifth.kind == "ordering"
    assert told(found) == [
        "note: q.csv: 1 question of status 'draft', which is not known: left out (first: line 4)",
        "note: q.csv: 1 question of kind 'hotspot', which is not known: left out (first: line 5)",
    ]


def test_what_is_no_question_is_told_with_its_line(table):
    found = table(
        "question,answer,week\n"
        'one,1,\n"two\nlines",2,3\nthree,,\n,4,\n\nfive,5,,6\nsix,\u200b,\nseven,7,8\n'
    )
    assert [i.key for i in found.bank.items] == [("1",), ("2",), ("7",)]
    assert told(found) == [
        "warning: q.csv: 1 column left out, no column of a question: week",
        "warning: q.csv: 2 questions left out: it has no answer (first: line 5)",
        "warning: q.csv: 1 question left out: it has no question (first: line 6)",
        (
            "warning: q.csv: 1 question left out: it has more cells than there are columns"
            " (first: line 8)"
        ),
    ]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("question,answer\n", "it holds no question"),
        ("question,points\na,b\n", "no column has the answers: name it answer"),
        (
            'question,answer\na,b\nc,"d\ne,f\n',
            (
                "the row at line 2 or the next is damaged, most often by a quotation mark:"
                " unexpected end of data"
            ),
        ),
        (b"question,answer\n" + bytes(range(32)) * 9, "not a text file"),
        (
            "Hund,dog\n",
            (
                "no deck begins like this .csv file; known are: Anki's text file: one note a line,"
                " below header lines such as #separator:tab; a table, CSV or TSV, whose first line"
                " names columns such as question and answer"
            ),
        ),
    ],
)
def test_what_is_no_table_of_questions_is_refused(table, content, why):
    with pytest.raises(UnreadableDeck) as caught:
        table(content)
    assert str(caught.value).endswith(f"q.csv: not a usable deck: {why}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding_and_any_first_line_end(table, encoding):
    found = table("Question,Answer\rWas heißt sea?,See\r".encode(encoding))
    assert asked(found) == [("short_answer", "Was heißt sea?", ("See",), ())]


def test_the_page_has_every_name_of_a_column():
    page = (Path(__file__).parents[2] / "docs/formats/csv.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [a-z]+ \| (`[^|]*) \|", page, re.MULTILINE)
    shown = {name.replace(" ", "") for row in rows for name in re.findall(r"`([^`]+)`", row)}
    own = {"quote", "quotes", "document", "line"}
    assert {name for names in NAMES.values() for name in names.split()} - own <= shown
    assert all(fields([name, "a", "b"])[0] for name in shown)


def test_a_table_of_anki_is_ankis(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("#separator:comma\nquestion,answer\n")
    assert importer_of(path) is importers.get("anki_text")


def test_ids_follow_the_words_not_the_place(table):
    before = table("question,answer\none,1\ntwo,2\n").bank
    after = table("answer,question\n0,zero\n1,one\n3,two\n").bank
    assert [i.id for i in after.items[1:]] == [i.id for i in before.items]


def test_an_apostrophe_goes_only_where_it_guards(table):
    found = table("question,answer\n'=1+1?,''\n'Twas when?,'-2\n")
    assert [(i.stem, i.key[0]) for i in found.bank.items] == [("=1+1?", "'"), ("'Twas when?", "-2")]


def test_hostile_cells_stay_text(table):
    quoted = [text.replace('"', '""') for text in HOSTILE]
    found = table("question,answer\n" + "".join(f'"{text} ?","{text} !"\n' for text in quoted))
    assert [i.stem for i in found.bank.items] == [f"{text} ?" for text in HOSTILE]


def line(text):
    """What CSV holds of an entry of a list."""
    return " ".join(clean(text).splitlines())


def held(given, *, source):
    """What CSV holds of an item."""

    def listed(texts):
        return tuple(map(line, texts))

    quotes = [quote.words for quote in given.evidence]
    beside = "\n".join([given.remark, *(f"“{words}”" for words in quotes)])
    return item(
        given.id,
        given.kind,
        clean(given.stem),
        *listed(given.key),
        context=clean(given.context),
        prompts=listed(given.prompts),
        distractors=listed(given.distractors),
        tags=listed(given.tags),
        explanation=clean(beside if given.remark and quotes else given.remark or " ".join(quotes)),
        status=given.status,
        evidence=(),
        source=source,
    )


@pytest.mark.parametrize("given", [bank(), HOSTILE_BANK], ids=["plain", "hostile"])
def test_our_own_table_comes_back_as_far_as_it_holds_the_bank(given, tmp_path):
    export(given, "csv", tmp_path / "salt.csv")
    found = read_deck(tmp_path / "salt.csv")
    source = "the-salt-tax-harbour-gazette-3-may-2019"
    assert found.bank.items == tuple(held(each, source=source) for each in given.items)
    assert {found.bank.source_line(each) for each in found.bank.items} == {RECORD.source_line}
    assert found.problems == []
    export(found.bank, "csv", tmp_path / "again.csv")
    assert import_bank(tmp_path / "again.csv").items == found.bank.items


words = st.text(min_size=1, max_size=20).map(lambda text: f"{text}x")


@given(stem=words, key=words, wrong=st.lists(words, min_size=1, max_size=3, unique_by=line))
@settings(max_examples=100, deadline=None)
def test_any_choice_comes_back(tmp_path_factory, stem, key, wrong):
    made = item("a", "choice", stem, f"{key}y", distractors=wrong, evidence=(), source="salt-tax")
    path = tmp_path_factory.mktemp("any") / "any.csv"
    export(bank(made), "csv", path)
    [back] = import_bank(path).items
    assert back == held(made, source=back.source)


def test_brought_home_a_bank_is_what_it_was_with_the_edits(tmp_path):
    gone = item("gone", "choice", "Gone?", "yes", distractors=("no",), status=Status.REJECTED)
    kept = item("kept", "choice", "Kept?", "yes", distractors=("no",), status=Status.CANDIDATE)
    before = bank(*ITEMS, gone, kept)
    export(before, "csv", tmp_path / "salt.csv")
    assert renewed(before, import_bank(tmp_path / "salt.csv")) == before
    edited = (tmp_path / "salt.csv").read_bytes().replace(b"\r\nshort1", b"\r\nnew1")
    (tmp_path / "salt.csv").write_bytes(edited.replace(b"a pan house?", b"a pan-house?"))
    after = renewed(before, import_bank(tmp_path / "salt.csv"))
    assert after
    found = {each.id: each for each in after.items}
    assert found["short1"].status is Status.RETIRED
    assert found["new1"].status is Status.GENERATED
    assert after.source_line(found["new1"]) == RECORD.source_line
    define = next(each for each in ITEMS if each.id == "define1")
    assert found["define1"] == define.model_copy(
        update={
            "stem": "What is a pan-house?",
            "changed": ("stem",),
            "status": Status.EDITED,
            "revision": 1,
        }
    )
    assert found["gone"] == gone
    assert found["kept"] == kept
    assert Bank.model_validate_json(after.to_json()) == after

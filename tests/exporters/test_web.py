"""The page as a file; what it does in a browser is in tests/consumers/test_web.py."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256

import pytest

from quizlib.errors import EmptyBank, InvalidOption
from quizlib.exporters import export, exporters
from quizlib.exporters._web.rules import javascript
from quizlib.exporters.web import WebOptions
from quizlib.grading import wording
from tests.banks import apart, bank, item
from tests.exporters.reading import Page, web_data
from tests.exporters.test_contract import HOSTILE_BANK

exporter = exporters.get("web")


def page(*items, **fields):
    return exporter.export(bank(*items, **fields)).data.decode()


def part(text, tag):
    """The content of the last `tag` element."""
    return re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)[-1]


def test_the_page_is_well_formed_and_names_its_title():
    read = Page(page(title="Salt & <rope>"))
    assert read.elements[0] == ("html", {"lang": "en"})
    assert [tag for tag, _ in read.elements].count("title") == 1
    assert "<title>Salt &amp; &lt;rope&gt;</title>" in page(title="Salt & <rope>")
    assert "<title>Questions</title>" in page(title=" \x07")


def test_only_its_own_style_and_script_may_run():
    for text in (page(), exporter.export(HOSTILE_BANK).data.decode()):
        [policy] = [
            attributes["content"] or ""
            for tag, attributes in Page(text).elements
            if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
        ]
        for tag in ("style", "script"):
            told = b64encode(sha256(part(text, tag).encode()).digest()).decode()
            assert f"{tag}-src 'sha256-{told}'" in policy
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy


def test_nothing_is_named_that_could_be_loaded():
    read = Page(page())
    assert {tag for tag, _ in read.elements} & {"link", "img", "iframe", "object"} == set()
    names = {name for _, attributes in read.elements for name in attributes}
    assert names & {"src", "href", "srcset", "onclick", "style"} == set()
    text = page().replace("http://www.w3.org/1998/Math/MathML", "")  # a name, not an address
    assert re.search(r"url\(|@import|https?:|innerHTML|eval\(", text) is None


def test_no_item_can_end_the_script_that_holds_it():
    text = exporter.export(HOSTILE_BANK).data.decode()
    assert text.count("<script") == text.count("</script") == 3
    assert "<script>alert" not in text
    stems = [each["stem"] for each in web_data(text.encode())["items"]]
    assert sum("<script>alert(1)</script>" in stem for stem in stems) == 7


def test_what_is_right_cannot_be_read_at_a_glance():
    text = page(
        item("who", "short_answer", "Who?", "Zanzibar", explanation="Zanzibar it was."),
        item("which", "choice", "Which?", "b", distractors=("a", "c")),
        item("why", "flashcard", "Why?", "because of Zanzibar"),
    )
    assert "Zanzibar" not in text
    told = web_data(text.encode())
    assert [sorted(key) for key in told["keys"]] == [
        ["accepted", "explanation", "quotes"],
        ["explanation", "quotes", "right"],
        ["explanation", "model", "quotes"],
    ]
    assert "right" not in told["items"][1]
    assert "Zanzibar" in told["keys"][0]["explanation"]


def test_quotes_have_their_heading_and_among_several_documents_the_title():
    one = bank().items[0].model_copy(update={"tags": ("subjects", "How it ended")})
    proofs = (one.evidence[0], one.evidence[0].model_copy(update={"document": "rope"}))
    text = page(one, one.model_copy(update={"id": "two", "evidence": proofs}))
    first, second = web_data(text.encode())["keys"]
    assert [place for _, place in first["quotes"]] == ["How it ended"]
    assert [place for _, place in second["quotes"]] == ["The Salt Tax", "rope"]


def test_a_document_that_the_page_is_named_after_is_not_named_again():
    assert web_data(page().encode())["sources"] == ["The Salt Tax · Harbour Gazette, 3 May 2019"]
    alone = bank().documents[0].model_copy(update={"title": "Salt", "publisher": "", "date": None})
    made = exporter.export(bank().model_copy(update={"documents": (alone,)}))
    assert web_data(made.data)["sources"] == []


def test_items_that_rest_on_one_quote_share_a_fact():
    facts = {each["id"]: each["fact"] for each in web_data(page().encode())["items"]}
    assert facts["define1"] == facts["term1"] != facts["choice1"] == facts["flash1"]


def test_formulas_come_along_unreadable_at_a_glance():
    text = page(item("a", "choice", "Is it $a_1$ or $5?", "$x^2$", distractors=("$y$", "$\\no{$")))
    told = web_data(text.encode())
    assert told["formulas"] == {
        "a_1": ["mrow", [["mrow", [["msub", [["mi", "a"], ["mn", "1"]]]]]]],
        "x^2": ["mrow", [["mrow", [["msup", [["mi", "x"], ["mn", "2"]]]]]]],
        "y": ["mrow", [["mrow", [["mi", "y"]]]]],
    }
    assert "msup" not in text
    assert web_data(page().encode())["formulas"] == ""


def topics(*items):
    told = web_data(page(*items).encode())
    counted = Counter(place for each in told["items"] for place in each["topics"])
    assert [count for _, count in told["topics"]] == [counted[n] for n in range(len(counted))]
    return [[told["topics"][place][0] for place in each["topics"]] for each in told["items"]]


def test_topics_are_headings_and_own_tags_never_how_an_item_was_found():
    given = item("a", "flashcard", "?", "a", tags=("faq", "Taxes", "hard"))
    plain = item("b", "flashcard", "?", "b", tags=("faq",))
    written = item("c", "flashcard", "?", "c", tags=("faq", "rope"), evidence=())
    assert topics(given, plain, written) == [["Taxes", "hard"], [], ["faq", "rope"]]


def test_the_entries_of_a_glossary_are_a_topic():
    loose = item("a", "term", "Which term means “b”?", "a", tags=("glossary",))
    headed = item("b", "term", "Which term means “c”?", "b", tags=("glossary", "Key words"))
    taken = item("c", "term", "Which term means “d”?", "c", tags=("glossary",), evidence=())
    assert topics(loose, taken) == [["Terms"], ["glossary"]]
    assert topics(headed) == [["Key words"]]


def test_among_several_documents_their_titles_are_the_topics():
    one = item("a", "flashcard", "?", "a", tags=("faq", "Taxes", "hard"))
    quote = one.evidence[0].model_copy(update={"document": "rope"})
    other = item("b", "flashcard", "?", "b", tags=("faq", "Taxes"), evidence=(quote,))
    quotes = (*one.evidence, quote)
    both = item("c", "matching", "?", "c", "e", prompts=("d", "f"), tags=("faq",), evidence=quotes)
    told = topics(one, other, both)
    assert told == [["The Salt Tax", "hard"], ["rope"], ["The Salt Tax", "rope"]]


def test_the_page_is_small():
    """Under 73 kB, and for every item little more than its texts."""
    empty = len(page(item("a", "flashcard", "?", "a", evidence=(), tags=())))
    assert empty < 73_000
    one = bank().items[0]
    texts = len(one.model_dump_json())
    assert (len(page(one, one.model_copy(update={"id": "b"}))) - len(page(one))) < 1.5 * texts


def chosen(given=None, **options):
    """The ids of the items on the page, and what is told of the export."""
    made = exporter.export(given or apart(bank()), WebOptions.model_validate(options))
    return [each["id"] for each in web_data(made.data)["items"]], made.problems


def test_the_items_of_a_page_can_be_chosen():
    assert chosen(kind="choice,term")[0] == ["choice1", "term1"]
    assert len(chosen(count=3)[0]) == len(chosen(count="3", seed=2)[0]) == 3
    assert chosen(count=3)[0] != chosen(count=3, seed=2)[0]
    told = bank().items[0].model_copy(update={"tags": ("subjects", "How it ended", "week 3")})
    given = bank(told, *bank().items[1:])
    assert chosen(given, topic="how it ended")[0] == chosen(given, topic="week 3")[0] == ["flash1"]
    with pytest.raises(EmptyBank, match=r"^Salt: no item of the kind and topic wished for$"):
        chosen(given, topic="week 3", kind="cloze")
    with pytest.raises(
        InvalidOption, match=r"^web: option topic: unknown topic 'week 4' \(did you"
    ):
        chosen(given, topic="week 4")
    with pytest.raises(InvalidOption, match=r"^web: option kind: unknown kind 'clozze' \(did you "):
        chosen(kind="clozze")


def test_a_test_says_who_judges_and_holds_nothing_that_answers_another():
    ids, problems = chosen(mode="exam")
    assert len(ids) == 10
    assert [str(problem) for problem in problems] == [
        "2 of 10 items are judged by the learners themselves; --kind leaves them out"
    ]
    assert chosen(mode="exam", kind="choice")[1] == chosen()[1] == []
    ids, problems = chosen(bank(), mode="exam")
    assert sorted([*ids, *(problem.where for problem in problems if problem.where)]) == sorted(
        each.id for each in bank().items
    )
    assert len(ids) < 10


def test_the_learner_chooses_the_mode_unless_it_is_given(tmp_path):
    for chosen, modes in (("both", ["practice", "exam"]), ("exam", ["exam"])):
        export(bank(), "web", tmp_path / "page.html", mode=chosen)
        assert web_data((tmp_path / "page.html").read_bytes())["modes"] == modes
    with pytest.raises(InvalidOption, match=r"^web: option mode: Input should be 'both', "):
        export(bank(), "web", tmp_path / "page.html", mode="test")


def test_the_page_is_known_by_title_and_documents_so_that_a_new_one_goes_on():
    one = web_data(page().encode())["id"]
    assert one == web_data(page(*bank().items[:2]).encode())["id"]
    assert one != web_data(page(title="Rope").encode())["id"]


def test_revisions_come_along_for_the_results():
    told = web_data(page(item("a", "flashcard", "?", "a", revision=3)).encode())
    assert told["items"][0]["revision"] == 3
    assert web_data(page().encode())["items"][0]["revision"] == 0


def test_patterns_keep_nothing_that_javascript_reads_otherwise():
    patterns = [wording.PIECE, wording.ACCENT, wording.SUPERSCRIPT]
    for pattern in [*patterns, *(pattern for pattern, _ in wording.PHRASES)]:
        assert not re.search(r"\\[bBwWAZ]|\(\?P|\\[ #]|\(\?[aimsux]", javascript(pattern))

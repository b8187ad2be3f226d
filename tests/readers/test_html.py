"""HTML: the main text of the pages that people save, and nothing else."""

from __future__ import annotations

import datetime as dt

import pytest

from quizlib.errors import UnreadableSource
from quizlib.exporters import export
from quizlib.readers import read
from quizlib.readers.html import reader
from tests.banks import bank
from tests.readers.hostile import assert_evidence_holds, read_as

LONG = " ".join(
    f"The harbour council met for the {n}th time and spoke of salt, rope and tar." for n in range(9)
)

PAGE = f"""<!doctype html>
<html lang="en-GB">
<head>
<title>The Salt Tax | Harbour Gazette</title>
<meta property="og:site_name" content="Harbour Gazette">
<meta property="article:published_time" content="2019-05-03T10:00:00Z">
<style>p {{ color: red }}</style><script>var secret = "scripted";</script>
</head>
<body>
<nav><ul><li><a href="/">Home page</a></li><li><a href="/about">About us</a></li></ul></nav>
<article>
<h1>The Salt Tax</h1>
<p>The tax fell <b>hardest</b> on
   <a href="/x">fishing&nbsp;villages</a> &amp; caf&eacute;s.<!-- secret comment --> {LONG}</p>
<p hidden>A hidden paragraph of many words that nobody sees on the page.</p>
<p style="display: none">Another hidden paragraph that nobody sees on the page.</p>
<template><p>A template paragraph that nobody sees on the page.</p></template>
<h2>Why was it abolished?</h2>
<p>Smuggling had made it worthless.</p>
<ul><li>by night<ul><li>by boat</li></ul></li><li><p>by day</p><p>and openly</p></li></ul>
<h2>Glossary</h2>
<dl><dt>Brine</dt><dd>salty water</dd><dt>Pan house</dt><dd>a <em>shed</em></dd></dl>
<ul><li><b>Tar</b>: black stuff</li></ul>
<h2>More</h2>
<p>Q: Who kept the seal?<br>A: The chair.</p>
<details><summary>What is rope?</summary><p>A cord.</p></details>
<pre>code()</pre>
<table><tr><td>cell</td></tr></table>
</article>
<aside><h3>Related stories</h3><p><a href="/rope">The rope walk is falling down</a></p></aside>
<footer>Copyright 2024 Harbour Gazette. All rights reserved.</footer>
</body></html>
"""


def test_a_page_is_read_for_its_main_text() -> None:
    document = reader.read(PAGE.encode(), "salt.html")
    assert_evidence_holds(document)
    assert document.title == "The Salt Tax"
    assert document.publisher == "Harbour Gazette"
    assert document.date == dt.date(2019, 5, 3)
    assert document.language == "en"
    assert [(b.kind.value, b.text, b.level) for b in document.blocks] == [
        ("heading", "The Salt Tax", 1),
        ("paragraph", f"The tax fell hardest on fishing villages & cafés. {LONG}", 0),
        ("question", "Why was it abolished?", 2),
        ("answer", "Smuggling had made it worthless.", 0),
        ("answer", "by night", 1),
        ("answer", "by boat", 2),
        ("answer", "by day", 1),
        ("answer", "and openly", 0),
        ("heading", "Glossary", 2),
        ("term", "Brine", 0),
        ("definition", "salty water", 0),
        ("term", "Pan house", 0),
        ("definition", "a shed", 0),
        ("term", "Tar", 0),
        ("definition", "black stuff", 0),
        ("heading", "More", 2),
        ("question", "Who kept the seal?", 0),
        ("answer", "The chair.", 0),
        ("question", "What is rope?", 6),
        ("answer", "A cord.", 0),
    ]


def test_the_text_is_the_blocks_with_blank_lines_between() -> None:
    document = reader.read(b"<h1>Salt</h1><p>It is\nwhite.<br>It is dry.</p><p>Yes.", "x.html")
    assert document.text == "Salt\n\nIt is white.\nIt is dry.\n\nYes."
    assert [document.line(block.start) for block in document.blocks] == [1, 3, 6]


def test_a_short_page_keeps_its_structure() -> None:
    document = reader.read(
        b"<html><body><nav>Home</nav><h1>FAQ</h1><h2>What is salt?</h2><p>A mineral.</p>"
        b"<h2>Why tax it?</h2>Everyone needs it.<footer>Imprint</footer></body></html>",
        "x.html",
    )
    assert read_as(document) == [
        ("heading", "FAQ"),
        ("question", "What is salt?"),
        ("answer", "A mineral."),
        ("question", "Why tax it?"),
        ("answer", "Everyone needs it."),
    ]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (b"Just words", "Just words"),
        (b"<p>Not <b>closed <i>well</b> formed", "Not closed well formed"),
        (b"<p>a < b & c > d</p>", "a < b & c > d"),
        (b"<?xml version='1.0' encoding='latin-1'?><p>Caf\xe9 &#169;</p>", "Café ©"),
        (b'<!DOCTYPE x [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;">]><p>ha &m; ha</p>', "ha &m; ha"),
        (b"<meta charset=windows-1251><p>\xd1\xee\xeb\xfc", "Соль"),
        (b"<meta charset=iso-8859-1><p>\x93Salt\x94", "“Salt”"),
        (b"<meta charset=utf-16><p>Salt &amp; tar ", "Salt & tar"),
        (b"<meta charset=rot13><p>Salt", "Salt"),
        (b"<p>A" + b"<!--x-->" * 3 + b"B</p>", "AB"),
        (b"<div>" * 300 + b"deep" + b"</div>" * 300, "deep"),
    ],
)
def test_odd_pages(page: bytes, text: str) -> None:
    assert [block.text for block in reader.read(page, "x.html").blocks] == [text]


@pytest.mark.parametrize(
    "page",
    [
        b"<html></html>",
        b"<!-- nothing -->",
        b"<script>var a = 1</script>",
        b"<p hidden>Secret</p>",
        b"<p><img src=x.png></p>",
        b"<p>&#173;&#8203;</p>",
        b"<div>" * 100_000 + b"too deep",
    ],
)
def test_pages_without_text(page: bytes) -> None:
    with pytest.raises(UnreadableSource, match=r"^x\.html: there is no readable text in it$"):
        reader.read(page, "x.html")


def test_the_day_of_reading_dates_nothing() -> None:
    for dated in ("<p>Copyright 2024.", "<p>Today is Friday, says everyone here in 2024.", ""):
        page = f"<html><body><article><h1>Salt</h1><p>{LONG}</p>{dated}</article></body></html>"
        assert reader.read(page.encode(), "x.html").date is None
    page = f'<meta name="date" content="2038-01-19"><article><p>{LONG}</p></article>'
    assert reader.read(page.encode(), "x.html").date == dt.date(2038, 1, 19)


def test_nothing_is_logged(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnreadableSource):
        reader.read(b"<html><body><script></html>", "x.html")
    assert capfd.readouterr() == ("", "")


def test_a_page_that_quizlib_made_is_no_source(tmp_path):
    export(bank(), "worksheet", tmp_path / "sheet.html")
    with pytest.raises(UnreadableSource) as error:
        read(tmp_path / "sheet.html")
    assert str(error.value).endswith("quizlib made this page; its questions are no source")
    (tmp_path / "notes.txt").write_text("Salt is cheap in Norway.", encoding="utf-8")
    found = read(tmp_path)
    assert [document.name for document in found] == ["notes.txt"]
    assert [problem.where for problem in found.problems] == ["sheet.html"]


def test_questions_that_the_main_text_lost_are_read() -> None:
    asked = "".join(
        f"<h3>{question}</h3><p>{answer} {LONG}</p>"
        for question, answer in (
            ("How far ahead can I book?", "Berths go on sale in March, on a Thursday."),
            ("What is brine?", "Brine is water with a great deal of salt in it."),
            ("May I board early?", "Not before ten in the evening, as the crew has to rest."),
        )
    )
    page = f"<body><header><p>Home &gt; Help</p></header><h1>Travelling</h1>{asked}</body>"
    found = reader.read(page.encode(), "x.html").blocks
    assert [block.text for block in found if block.kind.value == "question"] == [
        "How far ahead can I book?",
        "What is brine?",
        "May I board early?",
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "<h3><button>What is brine?</button></h3><p>Salty water.</p>",
        "<button><span>What is brine?</span></button><div><p>Salty water.</p></div>",
        "<button>Print</button><h2>What is brine?</h2><p>Salty water.</p>",
        "<details><summary>What is brine?</summary><p>Salty water.</p></details>",
        "<dl><dt><b>What is brine?</b></dt><dd>Salty water.</dd></dl>",
        "<p class='question'>What is brine?</p><p>Salty water.</p>",
    ],
)
def test_questions_in_all_that_opens_an_answer(entry: str) -> None:
    page = f"<body><h1>Salt FAQ</h1>{entry}</body>"
    assert read_as(reader.read(page.encode(), "x.html")) == [
        ("heading", "Salt FAQ"),
        ("question", "What is brine?"),
        ("answer", "Salty water."),
    ]


def test_terms_that_ask_are_questions() -> None:
    page = (
        b"<h1>Salt</h1><dl><dt>What's it cost?</dt><dd>A crown.</dd><dt>Bicycles</dt>"
        b"<dd>Six spaces.</dd><dt>When's the season?</dt><dd>May.</dd></dl>"
    )
    assert read_as(reader.read(page, "x.html")) == [
        ("heading", "Salt"),
        ("question", "What's it cost?"),
        ("answer", "A crown."),
        ("heading", "Bicycles"),
        ("paragraph", "Six spaces."),
        ("question", "When's the season?"),
        ("answer", "May."),
    ]


def test_a_list_of_terms_keeps_its_terms() -> None:
    page = (
        b"<h1>Salt</h1><dl><dt>Brine</dt><dd>salty water</dd><dt>Tar</dt><dd>black stuff</dd>"
        b"<dt>Why salt?</dt><dd>It keeps fish.</dd></dl>"
    )
    assert read_as(reader.read(page, "x.html"))[1:] == [
        ("term", "Brine"),
        ("definition", "salty water"),
        ("term", "Tar"),
        ("definition", "black stuff"),
        ("question", "Why salt?"),
        ("answer", "It keeps fish."),
    ]

"""What every reader has to bear, and what must hold of every document that it makes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category

from hypothesis import strategies as st

if TYPE_CHECKING:
    from quizlib.model import Document

#: Pieces that texts of all formats are made of, so that chance meets their rules.
PIECES = (
    *("# ", "## ", "- ", "* ", "1. ", "> ", "  ", "    ", "\t", "\n", "\n\n", "\r\n", "\r"),
    *(
        "word",
        "A sentence here.",
        "What is it",
        "?",
        "!",
        ".",
        ": ",
        "–",
        "’",
        "é",
        "漢字",
        "👩‍👩‍👧",
    ),
    *("Q: ", "A: ", "C: ", "[gap]", "Definitions\n\n", "Term: meaning\n", "Brine\n: salty water\n"),
    *(
        "*",
        "**",
        "_",
        "`",
        "``",
        "~~",
        "[",
        "](",
        "![",
        ")",
        "\\",
        "|",
        "&amp;",
        "&eacute;",
        "&#0;",
    ),
    *("---\n", "===\n", "title: x\n", "date: 2020-01-02\n", "By Jane Doe\n", "Date: 3 May 2019 "),
    *("<b>", "</b>", "<!--", "-->", "<br>", "<p>", "<li>", "<dl><dt>", "<dd>", "<h2>", "<script>"),
    *("\0", "\x1b[31m", "\u200b", "\u200d", "\u202e", "\u00a0", "\ufeff", "&#x202e;", "[^1]"),
)

TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.text(max_size=80),
)

BYTES = st.one_of(
    TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")),
    TEXTS.map(lambda text: text.encode("utf-16", "surrogatepass")),
    TEXTS.map(lambda text: text.encode("cp1252", "replace")),
    st.binary(max_size=60),
)


def _shown(character: str) -> bool:
    """Whether it shows, joins letters, or is none that this Python knows."""
    joins = character in "\u200c\u200d" or ord(character) > 0x7FF
    return character.isprintable() or joins or category(character) == "Cn"


def assert_evidence_holds(document: Document) -> None:
    """Blocks read cleanly, and what they say is found in the document, slice by slice."""
    last = 0
    for block in document.blocks:
        assert block.text == " ".join(block.text.split()) != ""
        assert all(map(_shown, block.text))
        assert last <= block.start < block.end <= len(document.text)
        last = block.start
        middle = len(block.text) // 2
        for start, end in ((0, None), (0, 1), (middle, middle + 1), (middle, None), (0, middle)):
            words = block.text[start:end]
            if words:
                evidence = document.evidence(block, start, end)
                assert evidence.quote == document.text[evidence.start : evidence.end]
                assert evidence.words == " ".join(words.split())
                assert block.start <= evidence.start <= evidence.end <= block.end
                before = re.findall(r"\r\n|\r|\n", document.text[: evidence.start])
                assert evidence.line == len(before) + 1


def read_as(document: Document) -> list[tuple[str, str]]:
    """The kind and the text of every block."""
    return [(block.kind.value, block.text) for block in document.blocks]

"""HTML: the main text of a page, without what surrounds it."""

from __future__ import annotations

import logging
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from quizlib.errors import UnreadableSource
from quizlib.model import BlockKind, Document
from quizlib.readers._blocks import Source, document
from quizlib.readers._decode import decode
from quizlib.readers._marked import Marked, Part, readable
from quizlib.readers._metadata import Metadata, leading_date
from quizlib.readers._shapes import ends_asking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]*charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_PROLOGUE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype[^>\[]*(?:\[[^\]]*\]\s*)?>)?", re.IGNORECASE
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
#: What nobody reads on the page, and what is no running text.
_UNREAD = (
    "//script | //style | //template | //noscript | //pre | //svg | //math | //iframe"
    " | //*[@hidden] | //*[@aria-hidden='true']"
    " | //*[contains(translate(@style, ' ', ''), 'display:none')]"
)
_AROUND = (
    "//nav | //header | //footer | //aside | //form | //table | //figure"
    # A question that opens its answer by a click is a button, or stands in one.
    " | //button[not(contains(., '?') or ancestor::h2 or ancestor::h3 or ancestor::h4)]"
)
#: The mark of pages that quizlib writes: to read them would ask questions about questions.
_OWN = "//meta[@name='generator' and starts-with(@content, 'quizlib')]"
_LITTLE = 400  # characters: pages with less are taken whole, for there is little to leave out
#: So many questions that head an answer, missing from the main text, show that it was cut badly.
_MANY_LOST = 3
_OPENING = 40  # characters of an answer, by which it is known again
#: Elements that stand as blocks of their own: HTML's, and those that trafilatura puts
#: in their place (after TEI: head, list, item, quote).
_BLOCKS = frozenset(
    "address article aside blockquote body button center dd details div dl dt fieldset figcaption"
    " h1 h2 h3 h4 h5 h6 head hr item li list main ol p quote section summary ul".split()
)
_LISTS = frozenset({"list", "ol", "ul"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head", "summary", "button"})
_LEVEL = re.compile(r"h([1-6])")
_BLANKS = re.compile(r"\s+")
_ENTRIES = frozenset({"item", "li"})
_BREAKS = frozenset({"br", "lb"})
_SIDE_HEADING = 6  # the level of a heading that the page gives none: a summary
#: No date is guessed from the page's text, and none depends on the day of reading.
_DATING = {"original_date": True, "extensive_search": False, "max_date": "2999-12-31"}


class HtmlReader:
    summary = "HTML, the main text only"
    suffixes = (".html", ".htm", ".xhtml")

    def read(self, data: bytes, name: str) -> Document:
        """The document in `data`, whose `text` is the main text. Raises UnreadableSource."""
        declared = _CHARSET.search(data, 0, 4096)
        page = decode(data, name, declared[1].decode("ascii") if declared else "")
        tree = _tree(_CONTROLS.sub("", _PROLOGUE.sub("", page, count=1)))
        if tree is None:
            raise UnreadableSource(name, "there is no readable text in it")
        if tree.xpath(_OWN):
            raise UnreadableSource(name, "quizlib made this page; its questions are no source")
        known = _metadata(tree)
        text, parts = _laid_out(_main(tree))
        return document(Source(data, name, "html", text), parts, known)


reader = HtmlReader()


def _tree(page: str) -> HtmlElement | None:
    """The page as a tree, whatever its markup is like; None when nothing is in it."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        return document_fromstring(
            page, parser=HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
        )
    except (etree.LxmlError, ValueError):
        return None


def _metadata(tree: HtmlElement) -> Metadata:
    from trafilatura import extract_metadata

    _be_quiet()
    found = extract_metadata(tree, date_config=_DATING)
    date = leading_date(found.date or "")
    language = (tree.get("lang") or "").partition("-")[0].strip().lower()
    return Metadata(
        readable(found.title or ""),
        date[0] if date else None,
        readable(found.sitename or ""),
        language=language if language.isalpha() else "",
    )


def _main(tree: HtmlElement) -> HtmlElement:
    """The element with the main text: trafilatura's choice, or the page's body if that fails.

    It fails where little is left, and where it kept answers and took their questions for
    something beside the text, as it does with short headings.
    """
    from trafilatura import bare_extraction

    _drop(tree, _UNREAD)
    found = bare_extraction(tree, include_comments=False, include_tables=False)
    _drop(tree, _AROUND)
    inner = tree.find("body")
    body = tree if inner is None else inner
    # It gives a dictionary only where asked to, which its types cannot say.
    if found and not isinstance(found, dict) and len("".join(found.body.itertext())) >= _LITTLE:
        return body if _lost_questions(found.body, body) else found.body
    return body


def _lost_questions(main: HtmlElement, body: HtmlElement) -> bool:
    """Whether many questions of the page are missing at the head of answers that are there."""
    kept = _headed_by_questions(main)
    parts = " ".join("".join(main.itertext()).split())
    lost = [
        answer
        for question, answer in _headed_by_questions(body).items()
        if question not in kept and answer[:_OPENING] in parts
    ]
    return len(lost) >= _MANY_LOST


def _headed_by_questions(main: HtmlElement) -> dict[str, str]:
    """What stands below each heading or term that asks."""
    blocks = [(kind, " ".join(words.split())) for kind, _, words in _blocks(main)]
    return {
        words: below
        for (kind, words), (_, below) in pairwise(blocks)
        if kind in (BlockKind.HEADING, BlockKind.TERM) and ends_asking(words)
    }


def _be_quiet() -> None:
    """Keep what the libraries have to say about bad markup from standard error."""
    for logger in map(logging.getLogger, ("trafilatura", "htmldate")):
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _drop(tree: HtmlElement, path: str) -> None:
    """Take out what `path` (XPath) finds; the text behind each element stays."""
    for element in tree.xpath(path):
        if element.getparent() is not None:
            element.drop_tree()


def _laid_out(main: HtmlElement) -> tuple[str, list[Part]]:
    """The text of `main`, its blocks parted by blank lines, and the parts that map into it."""
    texts, parts, at = [], list[Part](), 0
    for kind, level, words in _blocks(main):
        lines = "\n".join(filter(None, map(readable, words.split("\n"))))
        if lines:
            parts.append(Part(kind, Marked.plain(lines, at), level))
            texts.append(lines)
            at += len(lines) + 2
    return "\n\n".join(texts), parts


class _Context:
    """What the words are that stand in the block that is open; a list entry's first only."""

    def __init__(self, kind: BlockKind, level: int = 0) -> None:
        self.kind = kind
        self.level = level

    def take(self, words: list[str]) -> Iterator[tuple[BlockKind, int, str]]:
        """Yield the words gathered so far, if any, and forget them."""
        if not words:
            return
        text = "".join(words)
        words.clear()
        if text.strip():
            yield self.kind, self.level, text
            if self.kind == BlockKind.LIST_ENTRY:
                self.kind, self.level = BlockKind.PARAGRAPH, 0


def _blocks(main: HtmlElement) -> Iterator[tuple[BlockKind, int, str]]:
    """(kind, level, words) of what stands between the edges of blocks; breaks are line breaks."""
    from lxml.etree import iterwalk

    words: list[str] = []
    contexts = [_Context(BlockKind.PARAGRAPH)]
    depth = 0
    for event, element in iterwalk(main, events=("start", "end")):
        tag = str(element.tag)
        depth += (tag in _LISTS) * (1 if event == "start" else -1)
        if tag in _BLOCKS:
            yield from contexts[-1].take(words)
            if event == "start":
                contexts.append(_context(element, contexts[-1], depth))
            else:
                contexts.pop()
        if tag in _BREAKS and event == "end":
            words.append("\n")
        words.append(_BLANKS.sub(" ", (element.text if event == "start" else element.tail) or ""))
    yield from contexts[-1].take(words)


def _context(element: HtmlElement, outer: _Context, depth: int) -> _Context:
    """What the words directly in a block are; in a plain one, what they are around it."""
    tag, manner = str(element.tag), element.get("rend") or ""
    if tag == "button" and outer.kind in (BlockKind.HEADING, BlockKind.TERM):
        return outer
    if tag in _HEADINGS:
        given = _LEVEL.fullmatch(manner or tag)
        return _Context(BlockKind.HEADING, int(given[1]) if given else _SIDE_HEADING)
    if tag == "dt" or (tag == "item" and manner.startswith("dt")):
        return _Context(BlockKind.TERM)
    if tag == "dd" or (tag == "item" and manner.startswith("dd")):
        return _Context(BlockKind.DEFINITION)
    if tag in _ENTRIES:
        return _Context(BlockKind.LIST_ENTRY, max(depth, 1))
    return _Context(BlockKind.PARAGRAPH) if tag in _LISTS else outer

"""Markdown: CommonMark with tables and definition lists, and front matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.errors import UnreadableSource
from quizlib.model import BlockKind, Document
from quizlib.readers._blocks import Source, document
from quizlib.readers._decode import decode
from quizlib.readers._inline import pieces
from quizlib.readers._marked import Marked, Part
from quizlib.readers._metadata import front_matter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]:")
_TASK = re.compile(r"\[[ xX]\]\s+")
_NESTING = 100  # of lists and quotes in each other: the parser drops what is deeper


class MarkdownReader:
    summary = "Markdown, with front matter and definition lists"
    suffixes = (".md", ".markdown", ".mdown", ".mkd")

    def read(self, data: bytes, name: str) -> Document:
        """The document in `data`. Raises UnreadableSource."""
        text = decode(data, name)
        known, begin = front_matter(text)
        source = Source(data, name, "markdown", text)
        return document(source, _parts(source, begin), known)


reader = MarkdownReader()


def _parser() -> MarkdownIt:
    """A parser for the blocks alone: it knows no places inside a line, `_inline` does."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin

    parser = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table")
    return parser.use(deflist_plugin).disable("inline")


def _parts(source: Source, begin: int) -> Iterator[Part]:
    from markdown_it.common.utils import normalizeReference

    text = source.text
    environment: dict[str, dict[str, object]] = {}
    tokens = _parser().parse(text[begin:], environment)
    if any(token.nesting > 0 and token.level >= _NESTING - 1 for token in tokens):
        raise UnreadableSource(source.name, "its lists or quotes are nested too deeply")
    references = environment.get("references", {})
    lines = [found.span(1) for found in _LINE.finditer(text, begin)]
    for token, kind, level in _readable(tokens):
        marked = _source(token, text, lines)
        if _FOOTNOTE.match(marked.text):
            continue
        words = _words(marked, lambda label: normalizeReference(label) in references)
        yield Part(kind, words, level)


def _readable(tokens: list[Token]) -> Iterator[tuple[Token, BlockKind, int]]:
    """The tokens that hold words, with the kind and level of the part that each makes.

    Tables, code and HTML are passed over.
    """
    depth, fresh, defining, opener = 0, False, False, ""
    for token in tokens:
        if token.type.endswith("_list_open") or token.type.endswith("_list_close"):
            depth += token.nesting
        elif token.type in ("dd_open", "dd_close"):
            defining = token.nesting > 0
        elif token.type == "list_item_open":
            fresh = True
        elif token.type == "inline" and opener not in ("th", "td"):
            entry = fresh and opener == "p"
            yield token, _kind(opener, entry, defining), _level(opener, depth if entry else 0)
            fresh = False
        if token.nesting > 0:
            opener = token.tag


def _kind(tag: str, entry: bool, defining: bool) -> BlockKind:
    """The kind of a part in an element `tag`, the first of a list entry or not."""
    if tag.startswith("h"):
        return BlockKind.HEADING
    if tag == "dt":
        return BlockKind.TERM
    if entry:
        return BlockKind.LIST_ENTRY
    return BlockKind.DEFINITION if defining else BlockKind.PARAGRAPH


def _level(tag: str, depth: int) -> int:
    return int(tag[1]) if tag.startswith("h") else depth


def _source(token: Token, text: str, lines: list[tuple[int, int]]) -> Marked:
    """The lines of a token's content as they stand in the original.

    The parser has taken off what stands before them (indentation, list and quote
    marks) and behind them; what is left is the last of its like on the line.
    """
    first = token.map[0] if token.map else 0
    contents = token.content.split("\n")
    found = []
    for number, content in enumerate(contents):
        start, end = lines[first + number]
        line, words = text[start:end].replace("\0", "\ufffd"), content.strip()
        start += max(line.rfind(words), 0)
        last = number + 1 == len(contents)
        found.append(Marked.plain(text[start : start + len(words) if last else end + 1], start))
    return Marked.joined(found)


def _words(source: Marked, defined: Callable[[str], bool]) -> Marked:
    """What a person reads of `source`; a box at its begin stays, for it may mark an option."""
    task = _TASK.match(source.text)
    box, rest = source.cut(0, task.end() if task else 0), source.cut(task.end() if task else 0)
    words = (
        rest.cut(start, end) if rest.text[start:end] == read else rest.cut(start, end).read_as(read)
        for read, start, end in pieces(rest.text, defined)
    )
    return Marked.joined((box, *words))

"""Terms that open a paragraph, in bold mostly, with their meaning behind: "Metre. A pattern …"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from quizlib.model import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.tokens import Token

    from quizlib.language import Analysis, Sentence
    from quizlib.model import Document, Evidence

LONGEST_TERM, SHORTEST_MEANING, LONGEST_MEANING = 5, 4, 40  # words
#: Fewer such paragraphs are no list of terms; where nothing shows what was bold, more are needed.
FEWEST, FEWEST_PLAIN, FEWEST_SAID = 2, 4, 3
SURE = 4
#: A word or two before a full stop, where a format does not say what was bold.
_PLAIN = re.compile(r"[A-Z][\w'’-]+(?: [\w'’-]+){0,2}\.(?= [A-Z])")
_BOLD = ("**", "__")
#: What parts term and meaning: a full stop or colon in the bold words, or a mark behind them.
_ENDING = re.compile(r"[.:]$")
_PARTING = re.compile(r"\s*(?::|\s[-–—])\s+")
#: Or a verb that says what the term means: "**Esker** is a long ridge …".
_SAYING = re.compile(
    r"\s+(?:(?:is|are) (?:a|the) (?:word|term|name) for|is|are|means?|denotes?|refers? to) "
)
#: Heads of paragraphs that are no terms.
_NO_TERM = re.compile(
    r"(?:note|notes|example|examples|tip|warning|important|remember|answer|question|summary"
    r"|on|about|in|at|for|from|with|to|try|see|read|listen|watch"
    r"|step|part|week|lesson|exercise|activity|homework|hint|source|date|time|place|location"
    r"|[QA]|\d.*)\b",
    re.IGNORECASE,
)
#: "Who uses it", "How it works": heads of parts.
_ASKING = re.compile(r"(?:who|whom|whose|what|which|where|when|why|how)\b", re.IGNORECASE)
#: What opens an example behind a meaning.
_EXAMPLE = re.compile(
    r",? (?:as in|as when|for instance|for example|e\.g\.)[ ,:].*$|[:;] .*$", re.DOTALL
)
_A_THING = re.compile(r"(?:an?|when|where|any) ", re.IGNORECASE)
#: "Hears most claims", "It is …": what a thing does, and no name for it.
_NO_NAMING = frozenset({"VBZ", "VBD", "VBP", "VBN", "MD", "PRP"})
_BEING = frozenset("is are was were has have had".split())


class Entry(NamedTuple):
    """A term, its meaning, the quote of both, and what is said behind them."""

    term: str
    meaning: str
    evidence: Evidence
    rest: str = ""


def run_in(analysis: Analysis) -> list[Entry]:
    """The terms that open paragraphs or list entries of a document; none where there is one."""
    told: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in analysis.sentences:
        told[id(sentence.block)].append(sentence)
    document = analysis.document
    kinds = (BlockKind.PARAGRAPH, BlockKind.LIST_ENTRY)
    blocks = [block for block in document.blocks if block.kind in kinds and id(block) in told]
    for opening, parted, fewest in _WAYS:
        headed = [block for block in blocks if opening(document, block)]
        found = [
            entry
            for block in headed
            for entry in _entry(document, block, told[id(block)], opening, parted)
        ]
        # Where only a few of many are terms, all of them are headings.
        sure = len(found) >= SURE or len(found) * 2 > len(headed)
        if len(found) >= fewest and sure:
            return found
    return []


def _entry(
    document: Document,
    block: Block,
    sentences: Sequence[Sentence],
    opening: Callable[[Document, Block], int],
    parted: re.Pattern[str],
) -> Iterator[Entry]:
    bold = opening(document, block)
    term = _ENDING.sub("", block.text[:bold].strip())
    no_term = _NO_TERM.fullmatch(term) or _ASKING.match(term) or term.endswith("?")
    if not term or len(term.split()) > LONGEST_TERM or no_term:
        return
    ended = _ENDING.search(block.text[:bold].strip()) is not None
    parting = parted.match(block.text, bold)
    if not (ended or parting or (opening is _bold and _ends_line(document, block))):
        return
    start = (
        parting.end()
        if parting
        else bold + len(block.text[bold:]) - len(block.text[bold:].lstrip())
    )
    inside = [(_places(s), s) for s in sentences]
    sentence = next((s for (_, end), s in inside if end > start), None)
    if sentence is None:
        return
    first = sentence.offset + sentence.span.start_char
    words = [t for t in sentence.tokens if sentence.offset + t.idx >= start]
    meaning = _EXAMPLE.sub("", block.text[start : first + len(sentence.span.text)].rstrip(" .;"))
    fits = SHORTEST_MEANING <= len(meaning.split()) <= LONGEST_MEANING
    if parted is _SAYING and not _things(words):
        return
    if fits and _names(meaning, words):
        end = start + len(meaning)
        quote, rest = document.evidence(block, 0, end), block.text[end:]
        yield Entry(term, meaning[:1].lower() + meaning[1:], quote, rest)


def _places(sentence: Sentence) -> tuple[int, int]:
    """Where a sentence starts and ends in the text of its block."""
    return sentence.offset + sentence.span.start_char, sentence.offset + sentence.span.end_char


def _bold(document: Document, block: Block) -> int:
    """How many characters at the head of a block are bold in the original."""
    if not block.runs:
        return 0
    head = block.runs[0]
    end = head.start + (head.width or head.length)
    before, after = document.text[max(0, head.start - 2) : head.start], document.text[end : end + 2]
    return head.length if before.endswith(_BOLD) and after in _BOLD else 0


def _ends_line(document: Document, block: Block) -> bool:
    """Whether the bold words at the head of a block have a line to themselves."""
    head = block.runs[0]
    end = head.start + (head.width or head.length) + len(_BOLD[0])
    return document.text[end : end + 1] == "\n"


def _short(document: Document, block: Block) -> int:
    """How many characters of a block are a word or two before its first full stop."""
    found = _PLAIN.match(block.text) if document.format != "markdown" else None
    return found.end() if found else 0


def _finite(verb: Token) -> bool:
    """Whether it is a finite verb, by itself or by what stands before it: "were raised"."""
    forms = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") or t.lower_ in _BEING for t in forms)


def _things(words: Sequence[Token]) -> bool:
    """Whether they tell of a thing by a noun: no "is common in summer", "is found in bogs"."""
    own = {token.i for token in words}
    heads = [token for token in words if token.head.i not in own]
    return bool(heads) and heads[0].pos_ in ("NOUN", "PROPN")


def _names(meaning: str, words: Sequence[Token]) -> bool:
    """Whether it is no sentence but says what a thing is: "A law passed by Parliament"."""
    own = {token.i for token in words}
    heads = [t for t in words if t.head.i not in own or t.head == t]
    finite = [t for t in heads if _finite(t)]
    told = [t for t in finite if any(c.dep_.startswith("nsubj") for c in t.children)]
    if not heads or words[0].tag_ in _NO_NAMING or words[0].lower_ in ("not", "no"):
        return False
    if words[0].pos_ == "ADP":
        return False  # "**Mass mortality.** In May 2015 …": a heading
    # "A law passed by …", "The centre of the Earth, made of …": no law passed anything.
    some = _A_THING.match(meaning) is not None
    said = [t for t in told if t.tag_ != "VBD" or t.lower_ in _BEING]
    # "**Loss.** The last cruise, begun in May, added …" did something: a heading.
    doing = [t for t in told if not some and any(c.dep_ == "dobj" for c in t.children)]
    parted = all(some or t.doc[max(0, t.i - 1)].text == "," for t in told)
    return not said and not doing and parted


#: How the terms of a list are told: what opens a block, what parts it from the meaning, and how
#: many blocks make a list.
_WAYS = (
    (_bold, _PARTING, FEWEST),
    (_short, _PARTING, FEWEST_PLAIN),
    (_bold, _SAYING, FEWEST_SAID),
)

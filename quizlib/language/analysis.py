"""A document parsed: its sentences with their parse, place and section."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from quizlib.language.asked import below_pronouns, forget_others
from quizlib.language.corrections import corrected
from quizlib.language.humans import single
from quizlib.language.later_mentions import note_later_mentions
from quizlib.language.model import load
from quizlib.language.names import country
from quizlib.language.parsing import parsed
from quizlib.language.plainly import ONCE
from quizlib.language.pronouns import LOWER, RENAMED, Protagonist, resolve
from quizlib.language.text import neighbor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Span, Token

    from quizlib.model import Block, Document, Evidence

#: Mentions that make a word or a single name known.
OFTEN = 4
#: Sentences that make "the treaty" known, whichever it is.
CENTRAL = 5

#: Key of a parse's user data: the words that have a capital inside a sentence.
UPPER = "upper"
#: Months that are forenames as well.
_FORENAMES = frozenset({"April", "May", "June", "August"})

#: Nouns that do not say what they stand for, however often they come.
UNTELLING = frozenset(
    """
    group member people person man woman number part time year day way case form example thing
    area place name kind type side end side term work system family territory
    film book novel song album robot region war
    """.split()
)

#: Parts of speech that tell something.
_HELD = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
#: A year or a decade, and no measure.
_A_YEAR = re.compile(
    r"(?<![\d.,$£€])\b(?:1\d|20)\d\ds?\b(?![,.]\d)(?! ?(?:k?g|[ckm]?m|l|t|ml|rpm|°C?|per"
    r"|kilo\w+|gram\w*|tons?|tonnes?|met(?:re|er)s?|miles?|feet|ft|lit(?:re|er)s?|volts?|watts?"
    r"|people|pounds?|degrees?|hours?|kronor|euros?|dollars?)\b)"
)
#: What a full name may hold beside letters.
_INITIALS = re.compile(r"[ .]")


@dataclass(frozen=True)
class Sentence:
    """One parsed sentence: `span` is spaCy's, `offset` where its piece starts in `block`."""

    span: Span
    block: Block
    offset: int
    section: str
    number: int  # within its block, from 0

    def said(self, tokens: Sequence[Token], *, verbatim: bool = False) -> str:
        """`tokens` in the block's own characters, with the white space between them.

        One space stands where something was taken out; a comma between two words that
        stay is no part of what was taken out. What stands for a name is told by the name,
        unless the words are wanted `verbatim`.
        """
        renamed: dict[int, str] = {} if verbatim else self.span.doc.user_data.get(RENAMED, {})
        if tokens and _in_a_row(tokens) and not (renamed and any(t.i in renamed for t in tokens)):
            start, last = self.offset + tokens[0].idx, tokens[-1]
            return self.block.text[start : self.offset + last.idx + len(last)].strip()
        told: list[str] = []
        for token, following in zip(tokens, [*tokens[1:], None], strict=False):
            place = token.i
            start = self.offset + token.idx
            told.append(renamed.get(place, self.block.text[start : start + len(token)]))
            if following is None or following.i == place + 1:
                told.append(token.whitespace_)
            else:
                comma = following.i == place + 2 and neighbor(token).text == ","
                told.append(", " if comma else " ")
        return "".join(told).strip()

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the sentence; spaCy makes each of them anew whenever a span is read."""
        return tuple(self.span)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words in small letters: by them one knows what there is to look for."""
        return frozenset([token.lower_ for token in self.tokens])

    @cached_property
    def brackets(self) -> bool:
        """Whether brackets stand in it, or near it."""
        return any(mark in self.block.text for mark in "()[]")

    @cached_property
    def root(self) -> Token:
        """The word on which all others hang."""
        return self.span.root

    @cached_property
    def subject(self) -> Token | None:
        """What the root is said of, where that is one thing."""
        found = [child for child in self.root.children if child.dep_.startswith("nsubj")]
        return found[0] if len(found) == 1 else None

    @cached_property
    def people(self) -> tuple[Span, ...]:
        """What the model tags as people; spaCy reads the whole parse for the names of a span."""
        if "PERSON" not in {token.ent_type_ for token in self.tokens}:
            return ()
        return tuple(entity for entity in self.span.ents if entity.label_ == "PERSON")

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """Where semicolons and colons stand, as places of tokens."""
        if ";" not in self.text and ":" not in self.text:
            return ()
        return tuple([token.i for token in self.tokens if token.text in (";", ":")])

    @cached_property
    def text(self) -> str:
        """The sentence in the block's own characters."""
        start, end = self.span.start_char, self.span.end_char
        return self.block.text[self.offset + start : self.offset + end].strip()


@dataclass(frozen=True, eq=False)
class Analysis:
    """A document with the parse of its sentences.

    `title_lemmas` are the words of the title, in lower case and as lemmas.
    """

    document: Document
    sentences: Sequence[Sentence]
    parses: Sequence[Doc] = field(repr=False)
    title_lemmas: frozenset[str]

    def evidence(self, sentence: Sentence) -> Evidence:
        """The whole sentence as the proof of what it says."""
        text = sentence.text
        start = sentence.block.text.index(text, sentence.offset + sentence.span.start_char)
        return self.document.evidence(sentence.block, start, start + len(text))

    @cached_property
    def places(self) -> dict[int, int]:
        """The `id` of every sentence -> where it stands among all."""
        return {id(sentence): place for place, sentence in enumerate(self.sentences)}

    @cached_property
    def below_pronouns(self) -> frozenset[int]:
        """The `id` of each block that answers a question about "it" or "them"."""
        return below_pronouns(self.document.blocks)

    @cached_property
    def lemmas(self) -> Counter[str]:
        """How many sentences hold each content lemma."""
        return Counter(
            lemma for sentence in self.sentences for lemma in content_lemmas(sentence.tokens)
        )

    @cached_property
    def dated(self) -> float:
        """The share of its sentences that name a year: much of a history, little of a manual."""
        years = sum(_A_YEAR.search(sentence.text) is not None for sentence in self.sentences)
        return years / max(1, len(self.sentences))

    @cached_property
    def highest(self) -> int:
        """How many sentences hold the lemma that most of them hold; 0 without lemmas."""
        return max(self.lemmas.values(), default=0)

    @cached_property
    def known(self) -> frozenset[str]:
        """The lemmas that a reader of the source line takes as given.

        They are the words of the title, and what the document keeps coming back to.
        """
        least = max(CENTRAL, len(self.sentences) / 6)
        often = {lemma for lemma, n in self.lemmas.items() if n >= least}
        return self.title_lemmas | (often - UNTELLING)

    @cached_property
    def labels(self) -> dict[str, Counter[str]]:
        """Every entity's text -> how often the model gave it which label."""
        counted: dict[str, Counter[str]] = {}
        for parse in self.parses:
            for entity in parse.ents:
                name = entity[1:] if _dated(entity) else entity
                counted.setdefault(name.text, Counter())[entity.label_] += 1
        return counted

    def is_person(self, text: str) -> bool:
        """Whether most mentions of `text` are tagged as a person (at least 60%)."""
        counted = self.labels.get(text)
        return counted is not None and counted["PERSON"] >= 0.6 * counted.total()

    def is_place(self, text: str) -> bool:
        """Whether most mentions of `text` are tagged as a place, and no person has the name."""
        counted = self.labels.get(text)
        if (
            counted is None
            or counted["GPE"] + counted["LOC"] + counted["FAC"] < 0.6 * counted.total()
        ):
            return False
        return text not in self._bearers

    def known_person(self, text: str) -> bool:
        """Whether `text` is a person's full name, part of just one such name, or known well."""
        if not self.is_person(text):
            return bool(self.full_name(text))
        return " " in text or bool(self.full_name(text)) or self._often(text)

    def _often(self, name: str) -> bool:
        """Whether a single name is written so often that its tag can be believed."""
        return name.isalpha() and self.labels[name].total() >= OFTEN and self._of_people

    @cached_property
    def _of_people(self) -> bool:
        """Whether the text speaks of a "he" or "she" at all."""
        told = (token.lower_ for parse in self.parses for token in parse)
        return sum(word in ("he", "she", "his", "her", "him") for word in told) >= OFTEN

    @cached_property
    def _bearers(self) -> dict[str, list[str]]:
        """Every word of a person's name -> the names that have it, in the order of the text."""
        found: dict[str, list[str]] = {}
        for name in filter(self.is_person, self.labels):
            for word in dict.fromkeys(name.split()):
                found.setdefault(word, []).append(name)
        return found

    def full_name(self, part: str) -> str:
        """The one full name of a person that the document has for `part`, or "".

        A country's name stands for the country, or who knows for which: "Jordan".
        """
        full = self._full_names(part)
        return full[0] if len(full) == 1 and country(part) is None else ""

    def has_namesake(self, name: str) -> bool:
        """Whether `name` is that of a country and a part of a person's in the document."""
        return country(name) is not None and bool(self._full_names(name))

    def _full_names(self, part: str) -> list[str]:
        names = self._bearers.get(part, ())
        return [name for name in names if " " in name and _INITIALS.sub("", name).isalpha()]


def _in_a_row(tokens: Sequence[Token]) -> bool:
    start = tokens[0].i
    return [token.i for token in tokens] == [*range(start, start + len(tokens))]


def _dated(name: Span) -> bool:
    """Whether a month was taken for a forename: "In April Lenin came home"."""
    month = name.label_ == "PERSON" and len(name) > 1 and name[0].text in _FORENAMES
    return (
        month and name.start > 0 and neighbor(name[0], -1).lower_ in ("in", "by", "since", "late")
    )


def content_lemmas(tokens: Iterable[Token]) -> set[str]:
    """The lemmas of nouns, names, verbs, adjectives and numbers, in lower case."""
    return {t.lemma_.lower() for t in tokens if not t.is_stop and t.pos_ in _HELD and len(t) > 1}


def analyse(documents: Iterable[Document], model: str | None = None) -> Iterator[Analysis]:
    """Each document with its parse, one after the other. Raises LanguageModelError."""
    for document, title, pieces, parses in parsed(documents, load(model)):
        corrected(parses)
        _note_words(parses)
        sentences = [
            Sentence(span, piece.block, piece.start, piece.section, number)
            for piece, parse in zip(pieces, parses, strict=True)
            for number, span in enumerate(parse.sents)
        ]
        words = frozenset({token.lower_ for token in title} | content_lemmas(title))
        analysis = Analysis(document, sentences, parses, words)
        resolve(sentences, analysis.known_person, _protagonist(title, analysis), words)
        for piece, parse in zip(pieces, parses, strict=True):
            if id(piece.block) in analysis.below_pronouns:
                forget_others(parse, words)
        note_later_mentions(sentences, title)
        yield analysis


def _protagonist(title: Doc, analysis: Analysis) -> Protagonist | None:
    """The person whom the title names in full and the text calls by a part of that name."""
    words = list(takewhile(lambda token: token.pos_ == "PROPN" or token.lower_ == "of", title))
    words = words or next((list(e) for e in title.ents if e.label_ == "PERSON" and len(e) > 1), [])
    names = [token for token in words if token.pos_ == "PROPN"]
    whole = len(words) == len(title)
    if not names or (not whole and (len(names) < 2 or len(words) > len(names))):
        return None
    full = " ".join(token.text for token in words)
    wanted = "|".join(re.escape(token.text) for token in names)
    told = Counter(re.findall(rf"\b(?:{wanted}|[Hh]e|[Ss]he)\b", analysis.document.text))
    often = max((token.text for token in names), key=lambda name: told[name])
    he, she = (told[word] + told[word.capitalize()] for word in ("he", "she"))
    tagged = all(token.ent_type_ == "PERSON" for token in names)
    person = tagged or analysis.is_person(full) or (whole and _introduced(analysis, often))
    if not person or told[often] < 2 or he + she < OFTEN:
        return None
    return Protagonist(full, often, "he" if he >= she else "she")


def _introduced(analysis: Analysis, name: str) -> bool:
    """Whether the text begins with who it is: "Hildegard of Bingen was an abbess …"."""
    if not analysis.sentences:
        return False
    root = analysis.sentences[0].span.root
    subjects = [c for c in root.children if c.dep_ == "nsubj"]
    named = any(token.text == name for c in subjects for token in c.subtree)
    told = [list(c.subtree) for c in root.children if c.dep_ == "attr"]
    what = [token for words in told for token in takewhile(lambda t: t.pos_ != "ADP", words)]
    return named and any(single(token) for token in what)


def _note_words(parses: Sequence[Doc]) -> None:
    """Tell every parse which words the document writes small inside a sentence, and which once."""
    small: list[str] = []
    large: list[str] = []
    common: list[int] = []  # by their numbers: the text of a lemma is read once
    for parse in parses:
        for token in parse:
            if token.is_lower:
                small.append(token.text)
            elif token.is_title and not token.is_sent_start:
                large.append(token.lower_)
            if token.pos_ == "NOUN":
                common.append(token.lemma)
    lower, upper, nouns = Counter(small), Counter(large), Counter[str]()
    for lemma, count in Counter(common).items():
        nouns[parses[0].vocab.strings[lemma].lower()] += count
    once = frozenset(lemma for lemma, count in nouns.items() if count == 1)
    seen = frozenset(word for word, count in lower.items() if count >= upper[word])
    named = frozenset(word for word, count in upper.items() if count > lower[word])
    for parse in parses:
        parse.user_data[LOWER], parse.user_data[UPPER] = seen, named
        parse.user_data[ONCE] = once

"""What happens when: "When X, Y." told of what is always so; asked with "What happens when X?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.extract._claims import LONGEST, sound
from quizlib.extract._gates import LONGEST_STEM
from quizlib.language.context import context_for
from quizlib.language.references import dangling, loose, personal
from quizlib.language.text import THE_TEXT, neighbor
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from quizlib.language import Analysis, Sentence

SHORTEST_KEY, LONGEST_KEY = 3, 22  # words
SHORTEST_CONDITION = 4  # words, with its "when"
_OPENERS = frozenset({"when", "if", "whenever", "once"})
_PRESENT, _PAST = frozenset({"VBZ", "VBP"}), frozenset({"VBD"})
#: What may open a clause of its own.
_SUBJECTS = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"})
#: What ends what happens.
_END = re.compile(r"; |, (?:which|so|as|because|though|although|while|whereas)\b| [–—] |: ")
#: What only may be, or should.
_UNSURE = frozenset("may might could would should must".split())
#: "It is hard to say", "there are others": nothing happens.
_EMPTY = frozenset({"be", "have"})


class Happenings:
    summary = "“When X, Y” of what is always so, asked with “What happens when X?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for sentence in analysis.sentences:
            opens = sentence.text.split(maxsplit=1)[0].casefold() in _OPENERS
            if opens and (sound(sentence) or _only_misread(sentence)):
                yield from _happening(analysis, sentence)


def _only_misread(sentence: Sentence) -> bool:
    """Whether just the parser keeps it from being a plain statement: the words tell enough."""
    text = sentence.text
    plain = text.endswith(".") and not any(mark in text for mark in "!?()[]\n")
    return plain and text[0].isupper() and len(text.split()) <= LONGEST and text.count('"') == 0


def _happening(analysis: Analysis, sentence: Sentence) -> Iterator[Fact]:
    words = [token for token in sentence.tokens if not token.is_space]
    comma = _comma(words)
    if comma is None:
        return
    condition, told = words[: comma.i - words[0].i], words[comma.i - words[0].i + 1 :]
    if not _always(condition) or not _happens(told) or len(condition) < SHORTEST_CONDITION:
        return
    key = _key(sentence, told)
    asked = sentence.said(condition)
    question = f"What happens {asked[:1].lower()}{asked[1:]}?"
    if len(question.split()) + len(THE_TEXT.split()) <= LONGEST_STEM:
        question = f"{THE_TEXT}, w{question[1:]}"
    if not SHORTEST_KEY <= len(key.split()) <= LONGEST_KEY or _untellable(words):
        return
    pointers = _pointers(analysis, condition, told)
    context = context_for(analysis, sentence, pointers) if pointers else ""
    if context is None or len(question.split()) > LONGEST_STEM:
        return
    evidence = analysis.evidence(sentence)
    yield Fact(
        method="happenings",
        form="happens",
        question=question,
        answer=key,
        answer_type=AnswerType.CLAUSE,
        evidence=(evidence,),
        statement=sentence.text,
        answer_at=-1,
        context=context,
        section=sentence.section,
    )


def _pointers(analysis: Analysis, condition: Sequence[Token], told: Sequence[Token]) -> list[Token]:
    """What the condition leaves open, and what the rest takes up from before it."""
    known, lemmas = analysis.title_lemmas, analysis.lemmas
    behind = [t for t in dangling([*condition, *told], known) if t in told]
    again = [t for t in behind if lemmas.get(t.lemma_.lower(), 0) > 1]
    stand_ins = [t for t in behind if t.tag_ in ("PRP", "PRP$", "DT")]
    lost = [t for t in stand_ins if not _taken_up(t, condition)]
    return [*dangling(condition, known), *again, *(t for t in lost if t not in again)]


def _taken_up(pronoun: Token, condition: Sequence[Token]) -> bool:
    """Whether the condition has just one thing of its number: "When a ray …, it …"."""
    several = pronoun.lower_ in ("they", "them", "their")
    subjects = [t for t in condition if t.dep_ in ("nsubj", "nsubjpass", "advcl", "dobj")]
    nouns = [t for t in subjects if t.pos_ in ("NOUN", "PROPN")]
    return any((t.tag_ in ("NNS", "NNPS")) is several for t in nouns)


def _comma(words: Sequence[Token]) -> Token | None:
    """The comma between the condition and what happens: a finite clause stands on each side."""
    for token in words[2:-2]:
        if token.text != ",":
            continue
        before, following = words[: token.i - words[0].i], neighbor(token)
        relative = following.tag_ in ("WDT", "WP") or following.lower_ in ("and", "or")
        if any(map(_finite, before)) and following.pos_ in _SUBJECTS and not relative:
            return token
    return None


def _finite(token: Token) -> bool:
    """Whether it may be a verb in the present: "passes" too, which the tagger takes for a noun."""
    from lemminflect import getInflection

    if token.tag_ in _PRESENT:
        return True
    low = token.lower_
    forms = (low.removesuffix("s"), low.removesuffix("es"))
    return token.tag_ == "NNS" and any(
        low in getInflection(form, tag="VBZ")  # type: ignore[no-untyped-call]
        for form in forms
    )


def _always(words: Sequence[Token]) -> bool:
    """Whether it tells in the present, and of no "it" that only the rest names."""
    tags = {token.tag_ for token in words}
    return not tags & (_PAST | {"MD"}) and words[1].tag_ != "PRP"


def _happens(words: Sequence[Token]) -> bool:
    """Whether something happens, for certain, and is not denied."""
    finite = [token for token in words if token.tag_ in _PRESENT | {"MD"}]
    past = any(token.tag_ in _PAST for token in words)
    unsure = any(token.lower_ in _UNSURE for token in words)
    denied = any(token.dep_ == "neg" or token.lower_ in ("no", "never") for token in words)
    if not finite or past or unsure or denied:
        return False
    first = finite[0]
    passive = first.lemma_ == "be" and any(t.tag_ in ("VBN", "VBG") for t in words[1:])
    return first.lemma_ not in _EMPTY or passive


def _key(sentence: Sentence, told: Sequence[Token]) -> str:
    text = sentence.said(list(told), verbatim=True).rstrip(".")
    end = _END.search(text)
    return text[: end.start()] if end else text


def _untellable(words: Sequence[Token]) -> bool:
    return loose(words) is not None or personal(words)


method = Happenings()

"""The context that is shown with a stem: what resolves the words of it that point elsewhere.

A stem is shown with the source line and, at most, one or two verbatim sentences.
Whatever it points to must be found there or in the stem itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.language.pronouns import RENAMED
from quizlib.language.references import bare_definite, dangling, loose, personal, plural

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from spacy.tokens import Span, Token

    from quizlib.language.analysis import Analysis, Sentence

#: The longest context shown, in words and in sentences (QUALITY: 45).
LONGEST_CONTEXT, MOST_SHOWN = 45, 2

#: Of fewer words, a sentence tells nothing by itself: "Poaching goes on regardless."
SHORTEST_SHOWN = 6

#: The longest sentence shown only to say when something was, in words.
LONGEST_OCCASION = 30


def context_for(analysis: Analysis, sentence: Sentence, pointers: Collection[Token]) -> str | None:
    """One or two sentences before `sentence` that name what `pointers` point to, verbatim.

    A noun is named by the same noun; "he", "it" and "they" by the subject of the sentence
    just before, where it is a person, a thing, or several: whoever reads on from there
    takes it so. None where nothing says it within LONGEST_CONTEXT words.
    """
    before = _before(analysis, sentence)
    for size in range(1, MOST_SHOWN + 1):
        shown = before[-size:]
        if len(shown) < size:
            return None
        if id(sentence.block) in analysis.below_pronouns and _standing_in(pointers):
            return None
        text = " ".join(s.text for s in shown)
        if len(text.split()) <= LONGEST_CONTEXT and _names_all(analysis, shown, pointers):
            firm = not dangling(shown[0].tokens, analysis.known) and not _unread(shown)
            clean = not any(personal(s.tokens) or loose(s.tokens) or _elliptic(s) for s in shown)
            return text if firm and clean else None
    return None


def _standing_in(pointers: Collection[Token]) -> bool:
    """Whether "it" or "they" is among them: below a question about "it", no sentence says what."""
    return any(_STANDS_FOR.get(pointer.lower_) in ("thing", "several") for pointer in pointers)


def _elliptic(sentence: Sentence) -> bool:
    """Whether it leans on a question before it, as "GPS does not." does."""
    root = sentence.root
    return root.lemma_ == "do" and not any(child.dep_ == "dobj" for child in root.children)


def _unread(shown: Collection[Sentence]) -> bool:
    """Whether a pronoun that a reader of these sentences alone cannot resolve stands in them."""
    return any(
        token.i in sentence.span.doc.user_data.get(RENAMED, {}) and token.pos_ == "PRON"
        for sentence in list(shown)[:1]
        for token in sentence.tokens
    )


def settings(analysis: Analysis, sentence: Sentence, stem: Collection[Token]) -> Iterator[str]:
    """Sentences that tell what `sentence` is about, the most telling first.

    What stands right before it, where it shares a noun with the stem or names the topic; the
    sentence that opens the document, where that names its topic; else what stands before.
    """
    before, opening = _lead_in(analysis, sentence), _opening(analysis, sentence)
    told = {t.lemma_.lower() for t in stem if t.pos_ in _SAYING and not t.is_stop}
    near = [t for s in before for t in s.tokens if t.pos_ in _SAYING and not t.is_stop]
    linked = any(t.lemma_.lower() in told | analysis.title_lemmas for t in near)
    text = " ".join(s.text for s in before)
    yield from (text, opening) if linked else (opening, text)


_SAYING = frozenset({"NOUN", "PROPN"})


def _lead_in(analysis: Analysis, sentence: Sentence) -> list[Sentence]:
    """The sentence before, or the two, where they stand by themselves."""
    before = _before(analysis, sentence)
    for size in range(1, min(MOST_SHOWN, len(before)) + 1):
        shown = before[-size:]
        if _stands_alone(analysis, shown[0]) and not any(map(_leans, shown)):
            fits = sum(len(s.text.split()) for s in shown) <= LONGEST_CONTEXT
            return shown if fits else []
    return []


def _opening(analysis: Analysis, sentence: Sentence) -> str:
    """The sentence that opens the text, where it names what the title does; "" where none does."""
    told = (t.lemma_.lower() for t in analysis.sentences[0].tokens if not t.is_stop)
    topical = any(lemma in analysis.title_lemmas for lemma in told)
    return lead(analysis, sentence) if topical else ""


def lead(analysis: Analysis, sentence: Sentence) -> str:
    """The sentence that opens the text; "" where it is `sentence`, or leans on others itself.

    It may be tied to a day, as news are: it says what the text is about, and not when.
    """
    first = analysis.sentences[0]
    if first is sentence or not _stands_alone(analysis, first):
        return ""
    told = not (personal(first.tokens) or _elliptic(first))
    return first.text if told and len(first.text.split()) <= LONGEST_CONTEXT else ""


def led_in(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[str, frozenset[str]]]:
    """The sentence that opens the text, without and with the one right before `sentence`.

    Each with the nouns of it that say themselves what they mean, as lemmas.
    """
    opening, before = lead(analysis, sentence), _before(analysis, sentence)[-1:]
    if not opening:
        return
    first = analysis.sentences[0]
    for shown in ([first], [first, *(s for s in before if s is not first)]):
        text = " ".join(s.text for s in shown)
        if len(text.split()) <= LONGEST_CONTEXT:
            named = (t for s in shown for t in s.tokens if t.pos_ in _SAYING)
            yield text, frozenset(t.lemma_.lower() for t in named if not bare_definite(t))


def introduction(analysis: Analysis, sentence: Sentence, name: str) -> str:
    """The sentence before that first has a name; "" where it leans on others itself."""
    first = next((s for s in analysis.sentences if any(t.text == name for t in s.tokens)), None)
    if first is None or first is sentence:
        return ""
    fits = len(first.text.split()) <= LONGEST_CONTEXT
    return first.text if fits and _stands_alone(analysis, first) and not _leans(first) else ""


def _stands_alone(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether it says something, and points to nothing before it that the title does not name."""
    if len(sentence.text.split()) < SHORTEST_SHOWN or sentence.root.pos_ not in ("VERB", "AUX"):
        return False
    subjects = [child for child in sentence.root.children if child.dep_.startswith("nsubj")]
    if any(subject.pos_ not in ("NOUN", "PROPN") for subject in subjects):
        return False  # "The first is …"
    return not dangling(sentence.tokens, analysis.title_lemmas) and not _unread([sentence])


def _leans(sentence: Sentence) -> bool:
    """Whether it is told by or to somebody, tied to a moment, or cut short."""
    return bool(personal(sentence.tokens) or loose(sentence.tokens) or _elliptic(sentence))


def occasion(analysis: Analysis, sentence: Sentence) -> str:
    """The sentence before, where it is short, dated, and stands by itself; else ""."""
    before = _before(analysis, sentence)
    if not before or len(before[-1].text.split()) > LONGEST_OCCASION:
        return ""
    span = before[-1].span
    dated = any(entity.label_ in ("DATE", "EVENT") for entity in span.ents)
    alone = (
        not dangling(list(span), analysis.known)
        and not personal(span)
        and not loose(list(span))
        and span[0].pos_ != "PRON"
    )
    return before[-1].text if dated and alone else ""


def _names_all(
    analysis: Analysis, shown: Collection[Sentence], pointers: Collection[Token]
) -> bool:
    named = {t.lemma_.lower() for s in shown for t in s.tokens if _names_it(t)}
    last = list(shown)[-1].span
    for pointer in pointers:
        if pointer.pos_ == "NOUN":
            found = pointer.lemma_.lower() in named
        elif pointer.tag_ == "DT":
            found = pointer.dep_ == "det" and pointer.head.lemma_.lower() in named
        else:
            found = _carries_on(analysis, pointer.lower_, last)
        if not found:
            return False
    return True


#: Pronouns of the third person -> what the sentence before has to be about.
_STANDS_FOR = (
    dict.fromkeys("he him his himself she her hers herself".split(), "person")
    | dict.fromkeys("it its itself".split(), "thing")
    | dict.fromkeys("they them their theirs themselves".split(), "several")
)


def _carries_on(analysis: Analysis, pronoun: str, before: Span) -> bool:
    """Whether `pronoun` stands for the subject of the sentence `before` it."""
    subjects = [child for child in before.root.children if child.dep_.startswith("nsubj")]
    if len(subjects) != 1 or subjects[0].pos_ not in ("NOUN", "PROPN"):
        return False
    head = subjects[0]
    people = {e.text for e in before.ents if analysis.is_person(e.text)}
    if _STANDS_FOR.get(pronoun) == "person":
        # Only a person is "he"; of two in the sentence, either may be meant.
        others = [name for name in people if head.text not in name.split()]
        return head.pos_ == "PROPN" and not others and not plural(head)
    person = head.pos_ == "PROPN" and any(head.text in name.split() for name in people)
    sort = "person" if person else "several" if plural(head) else "thing"
    return _STANDS_FOR.get(pronoun) == sort


def _before(analysis: Analysis, sentence: Sentence) -> list[Sentence]:
    """The sentences of the same block right before it, as many as may be shown."""
    place = analysis.places[id(sentence)]
    nearest = analysis.sentences[max(0, place - MOST_SHOWN) : place]
    return [s for s in nearest if s.block is sentence.block]


def _names_it(token: Token) -> bool:
    return token.pos_ == "NOUN" and not bare_definite(token)

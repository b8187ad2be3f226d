"""Words that point outside a sentence, and the context that resolves them.

A stem is shown with the source line and, at most, one or two verbatim sentences.
Whatever it points to must be found there or in the stem itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from spacy.tokens import Token

    from quizlib.language.analysis import Analysis, Sentence
from quizlib.language.pronouns import RENAMED

#: The longest context shown, in words (QUALITY: 45).
LONGEST_CONTEXT = 45

_POINTERS = frozenset(
    """
    this these those such another latter former same aforementioned
    """.split()
)
_PERSONAL = frozenset(
    """
    i me my mine myself we us our ours ourselves you your yours
    """.split()
)
_LOOSE_WORDS = frozenset(
    """
    also too instead again then here there now today tonight yesterday tomorrow currently
    recently nowadays lately soon ago meanwhile elsewhere otherwise so else still already
    yet earlier later monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
_RELATIVE = frozenset(
    """
    next last past coming upcoming recent current previous earlier
    """.split()
)
_PERIODS = frozenset(
    """
    week month year day decade century weekend season morning night
    """.split()
)
#: Adjectives that do not say which.
_UNTELLING = frozenset(
    """
    whole entire new main only same other first second third fourth fifth sixth seventh
    eighth last final next
    """.split()
)
#: There is only one of each, or everybody knows which is meant.
_UNIQUE = frozenset(
    """
    world north south east west sun moon earth coast countryside public law weather climate
    sky internet public future past present environment universe
    government economy population
    """.split()
)


def personal(tokens: Iterable[Token]) -> bool:
    """Whether the author speaks of themselves or to the reader."""
    return any(
        token.lower_ in _PERSONAL and not (token.text == "US" or token.pos_ == "PROPN")
        for token in tokens
    )


def loose(tokens: Collection[Token]) -> Token | None:
    """A word that ties the tokens to a moment or a text that nobody sees."""
    for token in tokens:
        if token.lower_ in _LOOSE_WORDS and token.dep_ in ("advmod", "npadvmod", "pobj", "dep"):
            return token
        if token.lower_ in _RELATIVE and token.head.lemma_ in _PERIODS:
            return token
        if token.lower_ in ("coming", "upcoming", "forthcoming") and token.dep_ == "amod":
            return token
        if token.lower_ in ("another", "other") and token.dep_ in ("nsubj", "dobj", "pobj"):
            return token
    return None


def dangling(tokens: Collection[Token], known: Collection[str]) -> list[Token]:
    """What in `tokens` points to something that neither they nor `known` lemmas name."""
    own = {token.i for token in tokens}
    found = []
    for token in sorted(tokens, key=lambda token: token.i):
        pointing = (
            (token.tag_ in ("PRP", "PRP$") and not _named(token, own))
            or (token.lower_ in _POINTERS and not _such_as(token))
            or (token.lower_ == "that" and token.dep_ in ("det", "nsubj", "dobj", "pobj")
                and token.tag_ == "DT" and token.head.dep_ != "relcl")
            or (token.lower_ == "both" and token.dep_ != "preconj")
            or (_bare_definite(token) and not _resolved(token, own, known))
        )  # fmt: skip
        if pointing:
            found.append(token)
    return found


def _named(pronoun: Token, own: Collection[int]) -> bool:
    """Whether the reader sees who is meant: by name, or by a noun before the pronoun."""
    renamed = pronoun.doc.user_data.get(RENAMED, {})
    if pronoun.i in renamed or _has_antecedent(pronoun, own):
        return True
    mine = pronoun.lower_ in ("his", "her", "him", "himself", "herself")
    return mine and any(i in renamed for i in own if i < pronoun.i)


def _such_as(token: Token) -> bool:
    """The "such" of "such as", which points at nothing."""
    following = token.doc[token.i + 1 : token.i + 2]
    return token.lower_ == "such" and following.text.lower() == "as"


def _has_antecedent(pronoun: Token, own: Collection[int]) -> bool:
    """A noun before the pronoun, of its number, among the words that are shown."""
    if pronoun.lower_ in ("it", "there") and pronoun.dep_ == "expl":
        return True
    plural = pronoun.lower_ in ("they", "them", "their", "theirs", "themselves")
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    nouns = [t for t in before if t.i in own and t.pos_ in ("NOUN", "PROPN") and _head(t)]
    if plural:
        return any(_plural(t) for t in nouns)
    return any(not _plural(t) for t in nouns)


def _head(token: Token) -> bool:
    return token.dep_ not in ("compound", "amod", "nmod")


def _plural(token: Token) -> bool:
    joined = any(child.dep_ == "conj" for child in token.children) or token.dep_ == "conj"
    return token.tag_ in ("NNS", "NNPS") or joined


def _bare_definite(token: Token) -> bool:
    """A noun with "the" and nothing that says which: "the visit"."""
    if token.pos_ != "NOUN":
        return False
    marks = [child for child in token.children if child.dep_ not in ("cc", "conj", "punct")]
    article = [c for c in marks if c.lower_ == "the"]
    if not article:
        return False
    telling = [c for c in marks if c.lower_ != "the" and not (c.dep_ == "prep" and c.i < token.i)]
    return all(c.dep_ == "nummod" or c.lower_ in _UNTELLING for c in telling)


def _resolved(noun: Token, own: Collection[int], known: Collection[str]) -> bool:
    if noun.lemma_.lower() in known or noun.lemma_.lower() in _UNIQUE:
        return True
    before = noun.doc[noun.sent.start : noun.i]
    if noun.lemma_.lower() == "country" and any(
        t.ent_type_ == "GPE" and t.i in own for t in before
    ):
        return True
    return any(t.lemma_ == noun.lemma_ and t.i in own for t in before)


def context_for(
    analysis: Analysis, sentence: Sentence, pointers: Collection[Token]
) -> tuple[str, frozenset[str]] | None:
    """One or two sentences before `sentence` that name what `pointers` point to.

    Only nouns are looked up, never pronouns: who "he" is would be a guess. Returns
    the sentences, verbatim, and the lemmas that they make known; None where none do.
    """
    if any(token.pos_ != "NOUN" for token in pointers):
        return None
    wanted = {token.lemma_.lower() for token in pointers}
    before = _before(analysis, sentence)
    for size in (1, 2):
        shown = before[-size:]
        if len(shown) < size:
            return None
        named = {t.lemma_.lower() for s in shown for t in s.span if _names_it(t)}
        text = " ".join(s.text for s in shown)
        if wanted <= named and len(text.split()) <= LONGEST_CONTEXT:
            firm = not dangling(list(shown[0].span), analysis.title_lemmas)
            clean = not any(personal(s.span) or loose(list(s.span)) for s in shown)
            return (text, frozenset(named)) if firm and clean else None
    return None


def _before(analysis: Analysis, sentence: Sentence) -> list[Sentence]:
    same = [s for s in analysis.sentences if s.block is sentence.block]
    return same[: next(n for n, s in enumerate(same) if s is sentence)]


def _names_it(token: Token) -> bool:
    return token.pos_ == "NOUN" and not _bare_definite(token)

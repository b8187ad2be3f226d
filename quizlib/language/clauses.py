"""A sentence taken apart: its clauses, and their parts in the order of the words.

A clause is a finite verb with its subject and everything that depends on the verb.
What can be left out without changing the claim (appositions, non-restrictive
relative clauses, remarks in parentheses, words like "however") is taken out.
Dependency labels are those of spaCy's English models (ClearNLP).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from quizlib.language.analysis import Sentence

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})

#: Words that tie a sentence to the one before; without them it says the same.
_CONNECTIVES = frozenset(
    """
    however therefore thus furthermore moreover additionally also besides nevertheless
    nonetheless consequently hence meanwhile instead too similarly likewise indeed finally
    firstly secondly thirdly lastly basically overall ultimately
    """.split()
)
_CONNECTIVE_PHRASES = frozenset(
    """in short|in addition|in fact|in other words|of course|after all|in conclusion|in turn
    |in return|as a result|for example|for instance|on the other hand|at the same time|in general
    |by the way|in particular""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_REMOVABLE = frozenset({"appos", "parataxis", "meta", "intj"})


@dataclass(frozen=True, slots=True)
class Part:
    """What depends on the clause's verb by one word: a run of tokens with its role.

    `role` is spaCy's label of the run's head; `head` that word.
    """

    role: str
    head: Token
    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        return self.tokens[0].i


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite clause: subject, auxiliaries, verb and the other parts.

    `before` stands in front of the subject, `after` behind the verb, both in the
    order of the words; `inner` are adverbs between subject and verb.
    """

    sentence: Sentence
    verb: Token
    subject: Part
    auxiliaries: tuple[Token, ...]
    negation: Token | None
    inner: tuple[Token, ...]
    before: tuple[Part, ...]
    after: tuple[Part, ...]

    def said(self, tokens: Sequence[Token]) -> str:
        """`tokens` as the source writes them, tidied where something was taken out."""
        return tidy(self.sentence.said(sorted(tokens, key=lambda token: token.i)))

    @property
    def parts(self) -> tuple[Part, ...]:
        return (*self.before, *self.after)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Every word of the clause, in order."""
        runs = [part.tokens for part in (*self.before, self.subject, *self.after)]
        words = [token for run in runs for token in run]
        words += [*self.auxiliaries, *self.inner, self.verb]
        words += [self.negation] if self.negation is not None else []
        return tuple(sorted(words, key=lambda token: token.i))


def tidy(text: str) -> str:
    """Mend the punctuation around what was taken out."""
    text = " ".join(text.split())
    for wrong, right in ((" ,", ","), (",,", ","), (" .", "."), ("( ", "("), (" )", ")")):
        text = text.replace(wrong, right)
    return text.strip(" ,;:-–—")


def clauses(sentence: Sentence) -> Iterator[Clause]:
    """The main clause, and those joined to it by "and", "but" or "or"."""
    root = sentence.span.root
    main = _clause(sentence, root, None)
    if main is None:
        return
    yield main
    for verb in _joined(root):
        other = _clause(sentence, verb, main)
        if other is not None:
            yield other


def _joined(root: Token) -> Iterator[Token]:
    """Finite verbs coordinated with the root."""
    for child in root.children:
        if child.dep_ == "conj" and _finite(child):
            yield child
            yield from _joined(child)


def _finite(verb: Token) -> bool:
    if verb.tag_ in _FINITE:
        return True
    return any(c.dep_ in _AUXILIARIES and c.tag_ in _FINITE for c in verb.children)


def _clause(sentence: Sentence, verb: Token, main: Clause | None) -> Clause | None:
    if verb.pos_ not in ("VERB", "AUX") or not _finite(verb):
        return None
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    subject = _part(own[0]) if own else (main.subject if main else None)
    if subject is None or len(own) > 1:
        return None
    sorts: dict[str, list[Token]] = {name: [] for name in _SORTS}
    for child in verb.children:
        sorts[_sort(child, verb, subject)].append(child)
    if sorts["refused"]:
        return None
    found = Clause(
        sentence=sentence,
        verb=verb,
        subject=subject,
        auxiliaries=tuple(sorts["auxiliary"]),
        negation=next(iter(sorts["negation"]), None),
        inner=tuple(sorts["inner"]),
        before=tuple(map(_part, sorts["before"])),
        after=tuple(map(_part, sorts["after"])),
    )
    return found if _sane(found) else None


_SORTS = ("left out", "refused", "auxiliary", "negation", "inner", "before", "after")


def _sort(child: Token, verb: Token, subject: Part) -> str:
    """Where a word that depends on the verb belongs, by the names of _SORTS."""
    if child.dep_ in SUBJECTS or child.dep_ in ("punct", "cc", "preconj"):
        return "left out"
    if child.dep_ in _AUXILIARIES:
        return "auxiliary"
    if child.dep_ == "neg":
        return "negation"
    if (child.dep_ == "conj" and _finite(child)) or _removable(child):
        return "left out"
    if child.dep_ == "advmod" and subject.start < child.i < verb.i and child.n_lefts == 0:
        return "inner"
    if child.dep_ in ("csubj", "csubjpass", "ccomp") and child.i < verb.i:
        return "refused"
    return "before" if child.i < verb.i else "after"


def _part(head: Token) -> Part:
    return Part(head.dep_, head, tuple(_kept(head)))


def _kept(head: Token) -> Iterator[Token]:
    """The subtree of `head` without what can be left out, in the order of the words."""
    dropped = {
        token.i for child in head.subtree if _left_out(child, head) for token in child.subtree
    }
    dropped |= {t.i for t in head.subtree if t.text in "()[],–—" and _beside(t, dropped)}
    words = [token for token in head.subtree if token.i not in dropped]
    while words and words[-1].dep_ == "punct" and words[-1].text in ",;:-–—":
        words.pop()
    while words and words[0].dep_ == "punct" and words[0].text in ",;:-–—":
        words.pop(0)
    yield from words


def _beside(mark: Token, dropped: set[int]) -> bool:
    """A mark that only set off what is gone; a comma after it stays in a list of three."""
    return mark.i - 1 in dropped or mark.i + 1 in dropped


def _left_out(token: Token, head: Token) -> bool:
    """Appositions and non-restrictive clauses inside a part: set off by a comma or bracket.

    What looks like an apposition but goes on with "and" is the rest of a list.
    """
    if token.i == head.i or token.dep_ not in ("appos", "relcl", "acl"):
        return False
    listed = any(child.dep_ in ("cc", "conj") for child in token.children) or token.pos_ == "NUM"
    if token.dep_ == "appos" and listed:
        return False
    return _set_off(token)


def _set_off(token: Token) -> bool:
    edge = token.left_edge.i
    return edge > 0 and token.doc[edge - 1].text in (",", "(", "-", "–", "—")


def _removable(token: Token) -> bool:
    if token.dep_ in _REMOVABLE:
        return True
    if token.dep_ in ("advmod", "cc") and token.lower_ in _CONNECTIVES:
        return True
    if token.dep_ == "advcl" and _participial(token):
        return True
    words = " ".join(t.lower_ for t in token.subtree if not t.is_punct)
    return token.dep_ in ("prep", "advmod") and words in _CONNECTIVE_PHRASES


def _participial(token: Token) -> bool:
    """A remark behind a comma: "…, sending a clear message"."""
    marked = any(child.dep_ in ("mark", "nsubj", "aux") for child in token.children)
    return token.tag_ in ("VBG", "VBN") and not marked and _set_off(token)


def _sane(clause: Clause) -> bool:
    """Parts in a row, no gap within a part, the subject before the verb."""
    if clause.subject.start > clause.verb.i:
        return False
    if any(part.start < clause.subject.start for part in clause.after):
        return False
    if any(part.start > clause.subject.start for part in clause.before):
        return False
    # A conjunction that joins no finite verb joins parts which the parser took apart.
    loose = [c for c in clause.verb.children if c.dep_ == "cc" and c.lower_ not in _CONNECTIVES]
    joined = [c for c in clause.verb.children if c.dep_ == "conj" and _finite(c)]
    return len(loose) <= len(joined)

"""A sentence taken apart: its clauses, and their parts in the order of the words.

A clause is a finite verb with its subject and everything that depends on the verb.
What can be left out without changing the claim (appositions, non-restrictive
relative clauses, remarks in parentheses, words like "however") is taken out.
Dependency labels are those of spaCy's English models (ClearNLP).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.language.asides import (
    AUXILIARIES,
    CONNECTIVES,
    SUBJECTS,
    kept,
    removable,
    set_off,
)
from quizlib.language.clause import Clause, Part
from quizlib.language.text import neighbor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from quizlib.language.analysis import Sentence

#: What a relative clause opens with that can be told by itself.
_WHICH = frozenset({"which", "who"})
_OPENING = _WHICH | {"that"}
_OF_CLAUSES = AUXILIARIES | SUBJECTS
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


def clauses(sentence: Sentence) -> Iterator[Clause]:
    """The main clause, those joined to it by "and", "but" or "or", and its relative ones.

    A relative clause is one that is set off by a comma and whose subject is "which" or
    "who": it says of the noun before it what a sentence of its own could say.
    """
    root = sentence.root
    main = _clause(sentence, root, None)
    if main is not None:
        yield main
        for verb in _joined(root):
            other = _clause(sentence, verb, main.subject)
            lent = other is not None and other.subject is main.subject
            if other is not None and (not lent or _agree(main.subject.head, verb)):
                yield other
    for child in root.children:
        if (
            child.i != root.i
            and child.dep_ in ("ccomp", "parataxis", "advcl")
            and _apart(sentence, child, root)
        ):
            other = _clause(sentence, child, None)
            if other is not None:
                yield other
    if not _OPENING.isdisjoint(sentence.words):
        yield from _relatives(sentence, main)


def inner_clause(sentence: Sentence, verb: Token) -> Clause | None:
    """The clause of any finite verb of the sentence that has a subject of its own."""
    return _clause(sentence, verb, None)


def reported(sentence: Sentence) -> Iterator[tuple[Clause, Clause]]:
    """Who says it, and what: "Hobson argued | that reforms could cure the disease"."""
    root = sentence.root
    told = _clause(sentence, root, None) if root.lemma_.lower() in SAYING else None
    if told is None or told.negation is not None:
        return
    for child in told.verb.children:
        if child.dep_ == "ccomp" and child.i > told.verb.i:
            said = _clause(sentence, child, None)
            if said is not None and said.negation is None:
                yield told, said


#: Verbs that give a thing its name.
NAMING = frozenset("call name term dub title nickname".split())

#: Verbs that report what somebody holds or has found.
SAYING = frozenset(
    """
    argue claim suggest say believe find show state propose note report think estimate conclude
    indicate maintain contend hold observe assert warn predict expect demonstrate reveal
    """.split()
)


def _relatives(sentence: Sentence, main: Clause | None) -> Iterator[Clause]:
    for token in sentence.tokens:
        if token.dep_ == "relcl":
            said = _relative(sentence, token) if set_off(token) else _told(sentence, token, main)
            if said is not None:
                yield said


def _told(sentence: Sentence, verb: Token, main: Clause | None) -> Clause | None:
    """What a relative clause tells of the subject: "Olms are salamanders that | live in caves"."""
    noun = verb.head
    said = noun.head if noun.dep_ == "conj" else noun  # "a chemist and writer who …"
    if main is None or said.dep_ != "attr" or said.head != main.verb or main.negation is not None:
        return None
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    opening = len(own) == 1 and own[0].i == verb.left_edge.i == noun.i + 1
    if not opening or own[0].lower_ not in _OPENING:
        return None
    if main.verb.lemma_ != "be" or any(child.dep_ == "conj" for child in noun.children):
        return None
    one = any(child.lower_ in ("a", "an") for child in said.children) or said.tag_ == "NNS"
    return _clause(sentence, verb, main.subject) if one and _agree(noun, verb) else None


def _relative(sentence: Sentence, verb: Token) -> Clause | None:
    """The relative clause with the noun that it belongs to as its subject."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if len(own) != 1 or own[0].lower_ not in _WHICH or own[0].i != verb.left_edge.i:
        return None
    noun = verb.head
    if (own[0].lower_ == "who") != (noun.ent_type_ in ("PERSON", "NORP", "ORG")):
        return None
    beside = noun.right_edge.i >= verb.left_edge.i and noun.i < verb.left_edge.i
    if own[0].lower_ == "which" and noun.dep_ == "pobj" and noun.head.lower_ == "of":
        return None  # "a symbol of Russia, which …"
    if not beside or not _agree(noun, verb) or not (noun.pos_ == "PROPN" or _alone(noun, verb)):
        return None  # a common noun there is as often the wrong one
    subject = Part(own[0].dep_, noun, tuple(kept(noun)))
    return _clause(sentence, verb, subject)


def _alone(noun: Token, verb: Token) -> bool:
    """Whether a common noun ends its part right before the comma, and no other can be meant."""
    last = verb.left_edge.i - 2 == noun.i
    return last and noun.pos_ == "NOUN" and noun.dep_ in ("attr", "dobj", "nsubj", "nsubjpass")


def _agree(noun: Token, verb: Token) -> bool:
    """Whether noun and finite verb agree in number, as far as their forms tell."""
    finite = next((c for c in verb.children if c.dep_ in AUXILIARIES), verb)
    several = noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in noun.children)
    if finite.tag_ == "VBZ" or finite.lower_ == "was":
        return not several
    return several if finite.tag_ == "VBP" or finite.lower_ == "were" else True


def _joined(root: Token) -> Iterator[Token]:
    """Finite verbs coordinated with the root, and those that share its "was"."""
    for child in root.children:
        if child.dep_ == "conj" and (_finite(child) or _sharing(child)):
            yield child
            yield from _joined(child)


#: What is done to something, or the parser has taken "was checked and kept" for a deed.
_DONE_TO = frozenset("keep hold bring put set make build use send sell".split())


def _sharing(verb: Token) -> bool:
    """Whether a participle shares what stands before another: "was built and opened"."""
    return _lender(verb) is not None


def _lender(verb: Token) -> Token | None:
    """The passive verb whose "was" a participle shares; None where it shares none."""
    told = {child.dep_ for child in verb.children}
    if verb.tag_ not in ("VBN", "VBD") or not told.isdisjoint(_OF_CLAUSES):
        return None
    first = verb
    while first.dep_ == "conj" and first.head.tag_ in ("VBN", "VBD"):
        first = first.head
        if any(child.dep_ == "auxpass" for child in first.children):
            modal = any(child.tag_ == "MD" for child in first.children)  # no past follows "will"
            done = (modal or verb.lemma_ in _DONE_TO) and told.isdisjoint(("dobj", "xcomp"))
            return first if verb.tag_ == "VBN" or done else None
    return None


def _finite(verb: Token) -> bool:
    if verb.tag_ in _FINITE:
        return True
    return any(c.dep_ in AUXILIARIES and c.tag_ in _FINITE for c in verb.children)


def _clause(sentence: Sentence, verb: Token, lent: Part | None) -> Clause | None:
    """The clause of a finite verb; `lent` is its subject where it has none of its own."""
    if verb.pos_ not in ("VERB", "AUX") or not (_finite(verb) or _sharing(verb)):
        return None
    children = list(verb.children)
    own = [child for child in children if child.dep_ in SUBJECTS or _gerund(child)]
    relative = verb.dep_ == "relcl"
    subject = _part(own[0]) if own and not relative else lent
    if subject is None or not subject.tokens or len(own) > 1:
        return None
    sorts: dict[str, list[Token]] = {name: [] for name in _SORTS}
    for child in children:
        sorts[_sort(sentence, child, verb, subject)].append(child)
    if sorts["refused"]:
        return None
    if (lender := _lender(verb)) is not None:
        sorts["auxiliary"] = [c for c in lender.children if c.dep_ in AUXILIARIES]
    before, after = ([_part(head) for head in sorts[side]] for side in ("before", "after"))
    subject, before = _with_next(subject, before)
    found = Clause(
        sentence=sentence,
        verb=verb,
        subject=subject,
        auxiliaries=tuple(sorts["auxiliary"]),
        negation=next(iter(sorts["negation"]), None),
        inner=tuple(sorts["inner"]),
        before=tuple(part for part in before if part.tokens),
        after=tuple(part for part in after if part.tokens),
    )
    return found if _sane(found) else None


def _gerund(child: Token) -> bool:
    """A subject that is something done: "Cutting down a forest means faster runoff"."""
    return child.dep_ == "csubj" and child.tag_ == "VBG" and child.left_edge == child


def _with_next(subject: Part, before: list[Part]) -> tuple[Part, list[Part]]:
    """The subject with the adverbials right behind it, and the others.

    "The invasion of Japan | in 1281 | failed": the parser gives the year to the verb, the
    words keep it with the noun.
    """
    rest = []
    for part in before:
        if part.role == "prep" and part.tokens and part.start == subject.tokens[-1].i + 1:
            subject = Part(subject.role, subject.head, (*subject.tokens, *part.tokens))
        else:
            rest.append(part)
    return subject, rest


def _apart(sentence: Sentence, child: Token, verb: Token) -> bool:
    """Whether a semicolon, a colon or ", so" keeps what depends on the verb from it."""
    link = _consequence(sentence, verb)
    if link is not None and child.i < verb.i and child.dep_ == "ccomp":
        return child.right_edge.i < link.i
    if child.dep_ == "advcl":
        return _consequence(sentence, child) is not None
    if child.i < verb.i:
        return any(child.right_edge.i < place < verb.i for place in sentence.breaks)
    return any(verb.i <= place < child.left_edge.i for place in sentence.breaks)


def _consequence(sentence: Sentence, verb: Token) -> Token | None:
    """The "so" behind a comma that opens what the verb tells, of what stands before it."""
    if ", so " not in sentence.text:
        return None
    opening = [child for child in verb.children if child.i < verb.i]
    opening += [c for child in opening if child.dep_ in SUBJECTS for c in child.children]
    for child in opening:
        if child.lower_ == "so" and child.i > verb.sent.start + 1:
            that = neighbor(child).lower_ in ("that", "as")
            if neighbor(child, -1).text == "," and not that and child.n_lefts + child.n_rights == 0:
                return child
    return None


def consequences(sentence: Sentence) -> Iterator[tuple[Clause, Clause]]:
    """What follows from what: "The leaf is broad, so | it catches light", the cause first."""
    if ", so " not in sentence.text:
        return
    root = sentence.root
    told = {clause.verb.i: clause for clause in clauses(sentence)}
    for effect in told.values():
        if _consequence(sentence, effect.verb) is None:
            continue
        causes = [c for c in effect.verb.children if c.dep_ == "ccomp" and c.i < effect.verb.i]
        above = effect.verb.head if effect.verb.i != root.i else None
        cause = causes[0] if causes else above
        if cause is not None and cause.i in told and _consequence(sentence, cause) is None:
            yield told[cause.i], effect


_SORTS = ("left out", "refused", "auxiliary", "negation", "inner", "before", "after")


def _sort(sentence: Sentence, child: Token, verb: Token, subject: Part) -> str:
    """Where a word that depends on the verb belongs, by the names of _SORTS."""
    joining = child.dep_ == "mark" and verb.dep_ == "ccomp"
    told = child.dep_ in SUBJECTS or _gerund(child)
    if joining or told or child.dep_ in ("punct", "cc", "preconj"):
        return "left out"
    if _apart(sentence, child, verb) or (sentence.brackets and _in_brackets(child)):
        return "left out"
    if child.lower_ == "so" and child == _consequence(sentence, verb):
        return "left out"
    if child.dep_ in AUXILIARIES:
        return "auxiliary"
    if child.dep_ == "neg":
        return "negation"
    if (child.dep_ == "conj" and _told_apart(child)) or removable(child):
        return "left out"
    if child.dep_ == "advmod" and subject.start < child.i < verb.i and child.n_lefts == 0:
        return "inner"
    if child.dep_ in ("csubj", "csubjpass", "ccomp") and child.i < verb.i:
        return "refused"
    return "before" if child.i < verb.i else "after"


def _trailing(child: Token) -> bool:
    """What a passive clause that is whole without it is joined to at its end."""
    verb = child.head
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    last = all(c.i < child.i for c in verb.children if c.dep_ not in ("punct", "conj", "cc"))
    return child.dep_ == "conj" and child.pos_ == "NOUN" and passive and last


def _told_apart(joined: Token) -> bool:
    """Whether what is joined to a verb is a claim of its own, or one too many."""
    return _finite(joined) or _sharing(joined) or _trailing(joined)


def _in_brackets(head: Token) -> bool:
    """Whether the words that hang on `head` open a bracket or stand right behind one."""
    edge = head.left_edge
    return edge.i > 0 and neighbor(edge, -1).text in ("(", "[")


def _part(head: Token) -> Part:
    words = list(kept(head))
    after = words[-1].i + 1 if words else 0
    quotes = sum(token.is_quote and token.text == '"' for token in words)
    if quotes % 2 and head.doc[after : after + 1].text == '"':
        words.append(head.doc[after])  # the parser gives the closing mark to the verb
    return Part(head.dep_, head, tuple(words))


def _between_commas(part: Part) -> bool:
    last = part.tokens[-1]
    return set_off(part.head) and part.start > 0 and neighbor(last).text == ","


def _sane(clause: Clause) -> bool:
    """Parts in a row, no gap within a part, the subject before the verb."""
    if clause.subject.start > clause.verb.i:
        return False
    if any(part.start < clause.subject.start for part in clause.after):
        return False
    behind = [part for part in clause.before if part.start > clause.subject.start]
    if not all(part.role == "prep" and _between_commas(part) for part in behind):
        return False  # "Semper, at the request of Cole, made …" may stay
    breaks = clause.sentence.breaks
    if breaks and any(token.i in breaks for token in clause.tokens):
        return False
    # "X, Y's son and successor, ruled" is no list of three, though it is read as one.
    apposed = [t for t in clause.subject.tokens if t.dep_ == "appos" and set_off(t)]
    if apposed and neighbor(clause.subject.tokens[-1]).text == ",":
        return False
    # A conjunction that joins no finite verb joins parts which the parser took apart.
    joining = list(clause.verb.children)
    loose = [c for c in joining if c.dep_ == "cc" and c.lower_ not in CONNECTIVES]
    if not loose:
        return True
    joined = [c for c in joining if c.dep_ == "conj" and _told_apart(c)]
    return len(loose) <= len(joined)

"""Words that point outside a sentence: to what stands before it, to a moment, to its author."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.language.asides import SUBJECTS
from quizlib.language.plainly import plainly
from quizlib.language.pronouns import FORMS, RENAMED
from quizlib.language.text import in_order, neighbor

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from spacy.tokens import Token

    from quizlib.language.analysis import Sentence


_NOUNS = frozenset({"NOUN", "PROPN"})
_POINTERS = frozenset(
    """
    this these those such another latter former same aforementioned fellow similar further
    additional
    """.split()
)
#: Entities that no "his" stands for.
_NOBODY = frozenset({"GPE", "LOC", "FAC", "ORG", "EVENT", "LAW", "WORK_OF_ART", "DATE"})
_OWN = frozenset("i me my mine myself".split())
#: Words by which an author speaks of themselves or to the reader.
PERSONAL = _OWN | frozenset("we us our ours ourselves you your yours yourself".split())
_LOOSE_WORDS = frozenset(
    """
    also too instead again then here there now today tonight yesterday tomorrow currently
    recently nowadays lately soon ago meanwhile elsewhere otherwise so still already
    yet earlier later therein thereby respectively
    """.split()
)
#: These tie in some uses only.
_SOMETIMES_LOOSE = frozenset(
    "so too below above well now coming upcoming forthcoming another other".split()
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_RELATIVE = frozenset(
    """
    next last past coming upcoming recent current previous earlier following
    """.split()
)
#: Words that tie to a moment or a text that nobody sees, or may do so.
LOOSE = _LOOSE_WORDS | _SOMETIMES_LOOSE | _WEEKDAYS | _RELATIVE
_PERIODS = frozenset(
    """
    minute hour week month year day decade century weekend season morning night
    """.split()
)
#: Where "then" and "here" stand: "since then" too.
_ADVERBIAL = frozenset({"advmod", "npadvmod", "pobj", "pcomp", "dep", "poss"})
#: What stands beside a noun and marks nothing.
_JOINED = frozenset({"cc", "conj", "punct", "case"})
#: Adjectives that do not say which.
_UNTELLING = frozenset(
    """
    whole entire new main only same other first second third fourth fifth sixth seventh
    eighth last final next old young large small big great early late original current various
    proposed resulting said mentioned remaining corresponding respective necessary above
    full usual normal present complete ensuing subsequent
    """.split()
)
#: Names that many have: "the Principality" is no name of one.
_GENERIC = frozenset(
    """
    principality foundation institute republic committee commission assembly council institution
    university college school academy company corporation society association league agency
    department ministry court party kingdom empire treaty act convention declaration province
    union club museum church authority federation
    """.split()
)
#: There is only one of each, or everybody knows which is meant.
UNIQUE = frozenset(
    """
    world north south east west sun moon earth coast countryside public law weather climate
    sky internet public future past present environment universe time sea ocean ground body air
    land soil wind shore
    government economy population equator horizon state
    """.split()
)


def personal(tokens: Iterable[Token]) -> bool:
    """Whether the author speaks of themselves or to the reader."""
    return _said(tokens, PERSONAL)


def own(sentence: Sentence) -> bool:
    """Whether the author speaks of what is theirs alone: what "I" saw or think."""
    return not _OWN.isdisjoint(sentence.words) and _said(sentence.tokens, _OWN)


def _said(tokens: Iterable[Token], words: Collection[str]) -> bool:
    return any(
        token.lower_ in words
        and not (token.text == "US" or token.pos_ in ("PROPN", "NOUN") or _numeral(token))
        for token in tokens
    )


def _numeral(token: Token) -> bool:
    """Whether it counts kings: "Elizabeth I"."""
    return token.text == "I" and token.i > 0 and neighbor(token, -1).pos_ == "PROPN"


def loose(tokens: Collection[Token]) -> Token | None:
    """A word that ties the tokens to a moment or a text that nobody sees."""
    return next((t for t in tokens if t.lower_ in LOOSE and _loose(t, t.lower_)), None)


def _loose(token: Token, word: str) -> bool:
    if word in ("so", "too") and token.head.pos_ in ("ADJ", "ADV") and token.i < token.head.i:
        return False  # "too little light" says how much
    if word in _WEEKDAYS or (word in ("below", "above") and token.dep_ == "advmod"):
        return True
    if word == "well" and token.i and neighbor(token, -1).lower_ == "as":
        following = token.doc[token.i + 1 : token.i + 2].text.lower()
        return following != "as"  # "trouble as well": beside what?
    if word == "now" and any(t.tag_ == "VBD" for t in (token.head, *token.ancestors)):
        return False  # in what is past it is the moment that is told of
    if word in _LOOSE_WORDS and token.dep_ in _ADVERBIAL:
        return token.head.lower_ != "than"
    if word in _RELATIVE and token.head.lemma_ in _PERIODS:
        return True
    if word in ("coming", "upcoming", "forthcoming") and token.dep_ == "amod":
        return True
    if word in ("another", "other") and token.dep_ in ("nsubj", "dobj", "pobj"):
        return not any(child.lower_ == "each" for child in token.children)
    return False


def dangling(tokens: Collection[Token], known: Collection[str]) -> list[Token]:
    """What in `tokens` points to something that neither they nor `known` lemmas name."""
    if not tokens:
        return []
    ordered = sorted(tokens, key=in_order)
    own = {token.i for token in ordered}
    renamed = ordered[0].doc.user_data.get(RENAMED, {})
    words = [token.lower_ for token in ordered]
    the = "the" in words
    found = []
    for token, word in zip(ordered, words, strict=True):
        sort = token.pos_
        noun = sort in _NOUNS
        if noun and token.i in renamed:
            continue  # told by its name
        pointing = (
            (word in _POINTERS and not _such_as(token))
            or (word == "that" and token.dep_ in ("det", "nsubj", "dobj", "pobj")
                and token.tag_ == "DT" and token.head.dep_ != "relcl")
            or (word == "both" and token.dep_ != "preconj" and not _paired(token))
            or (sort == "NUM" and any(c.lower_ == "the" for c in token.children))
            or (word in ("one", "ones") and _bare_one(token))
            or (noun and the and bare_definite(token, own) and not _resolved(token, own, known))
            or (token.tag_ in ("PRP", "PRP$") and not _named(token, own))
        )  # fmt: skip
        if pointing:
            found.append(token)
    return found


def _bare_one(token: Token) -> bool:
    """Whether it stands for a noun: "they found one", and no "one of them", "one who …"."""
    alone = all(child.dep_ == "amod" for child in token.children)  # "extra ones"
    return alone and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "attr")


#: Endings of nouns for people: "his" may be the leader's, never the time's.
_PERSONS = re.compile(r"(?:[^aeiou]er|or|ist|ian|man|king|queen|chief)$", re.IGNORECASE)


def _named(pronoun: Token, own: Collection[int]) -> bool:
    """Whether the reader sees who is meant: by name, or by a noun before the pronoun."""
    renamed = pronoun.doc.user_data.get(RENAMED, {})
    if pronoun.i in renamed:
        return True
    if _told_before(pronoun, own) or _same_person(pronoun, own, renamed):
        return True
    if pronoun.tag_ == "PRP" and _main(pronoun.head):
        # "It saw two phases", "X replaced him": who that is stands in another sentence.
        return pronoun.dep_ == "expl" or pronoun.lower_.endswith(("self", "selves"))
    if _has_antecedent(pronoun, own):
        return True
    mine = pronoun.tag_ == "PRP$" or pronoun.lower_ in ("himself", "herself")
    return mine and any(i in renamed for i in own if i < pronoun.i)


def _same_person(pronoun: Token, own: Collection[int], renamed: Collection[int]) -> bool:
    """Whether the clause has the person's name: "When he was ten, he won …", told of Louis."""
    form = FORMS.get(pronoun.lower_)
    return form is not None and any(
        i in renamed and FORMS.get(pronoun.doc[i].lower_) == form for i in own
    )


def _paired(both: Token) -> bool:
    """Whether it is said of what there are two of anyway: "both ends"."""
    return both.dep_ == "det" and both.head.lemma_ in ("end", "hand", "eye", "leg", "ear")


def _main(verb: Token) -> bool:
    """Whether it is the verb of a main clause, one before a semicolon too."""
    return verb.dep_ == "ROOT" or (verb.dep_ in ("ccomp", "parataxis") and verb.i < verb.head.i)


def _told_before(pronoun: Token, own: Collection[int]) -> bool:
    """Whether it takes up the subject of a clause in front: "When iron rusts, it …"."""
    if pronoun.dep_ not in SUBJECTS or pronoun.lower_ not in ("it", "they"):
        return False
    clauses = [
        c
        for c in pronoun.head.children
        if c.dep_ == "advcl" and c.i < pronoun.i and c.left_edge.lower_ in ("if", "when")
    ]
    subjects = [t for c in clauses for t in c.children if t.dep_ in SUBJECTS and t.i in own]
    several = pronoun.lower_ == "they"
    return any(t.pos_ in ("NOUN", "PROPN") and plural(t) is several for t in subjects)


def _such_as(token: Token) -> bool:
    """The "such" of "such as", which points at nothing."""
    following = token.doc[token.i + 1 : token.i + 2]
    return token.lower_ == "such" and following.text.lower() == "as"


def _has_antecedent(pronoun: Token, own: Collection[int]) -> bool:
    """A noun before the pronoun, of its number, among the words that are shown."""
    if pronoun.lower_ in ("it", "there") and pronoun.dep_ == "expl":
        return True
    if pronoun.lower_ == "it" and pronoun.dep_ == "nsubj" and pronoun.head.pos_ == "ADJ":
        return True  # "makes it easier to …" stands for what follows
    several = pronoun.lower_ in ("they", "them", "their", "theirs", "themselves")
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    around = set(_around(pronoun))
    if pronoun.lower_ == "its":
        if any(t.lower_ == "it" and t.i in own for t in before):
            return True
        around |= {t.i for t in before if _no_owner(t, around)}
    nouns = [t for t in before if t.i in own and t.pos_ in ("NOUN", "PROPN") and _head(t)]
    nouns = [t for t in nouns if t.i not in around]
    if pronoun.tag_ == "PRP" and not pronoun.lower_.endswith(("self", "selves")):
        # "Thetis put him on a fire": he is not Thetis.
        verbs = [t for t in pronoun.ancestors if t.pos_ in ("VERB", "AUX")]
        own_verb = next((t for t in verbs if any(c.dep_ in SUBJECTS for c in t.children)), pronoun)
        nouns = [
            t
            for t in nouns
            if not (t.dep_ in SUBJECTS and t.head == own_verb) or pronoun.dep_ in SUBJECTS
        ]
    if several:
        return any(plural(t) for t in nouns)
    if pronoun.lower_ in ("his", "her", "he", "she", "him"):
        return any(
            t.ent_type_ == "PERSON" or _PERSONS.search(t.lemma_) or _doer(t, pronoun) for t in nouns
        )
    return any(not plural(t) and t.ent_type_ != "NORP" and not _who_says(t, pronoun) for t in nouns)


def _who_says(noun: Token, pronoun: Token) -> bool:
    """Whether it says, and is not what is told of: "Colombia confirmed that it had arrived"."""
    told = pronoun.dep_ in SUBJECTS and pronoun.head.dep_ == "ccomp"
    return told and noun.dep_ in SUBJECTS and noun.head == pronoun.head.head


def _no_owner(noun: Token, around: Collection[int]) -> bool:
    """Whether "its" is hardly of this noun: "In winter water in its body …", "lava … its side".

    At Zweisimmen, "its carriages" are not the town's.
    """
    within = any(token.i in around for token in noun.ancestors if token.pos_ == "NOUN")
    bare = noun.tag_ == "NN" and not any(c.i < noun.i for c in noun.children)
    did = noun.dep_ in SUBJECTS and noun.sent.root.tag_ == "VBD"
    when = noun.dep_ == "pobj" and noun.i < noun.sent.root.i
    where = when and noun.pos_ == "PROPN" and noun.head.lower_ in ("at", "near")
    timed = noun.ent_type_ in ("DATE", "TIME")
    return within or timed or where or (bare and (did or when))


def _around(pronoun: Token) -> Iterator[int]:
    """Where the nouns stand that the pronoun is a part of: of "the peak of its power" no peak."""
    token = pronoun
    while token.head != token and token.dep_ != "conj":
        token = token.head
        yield token.i


def _doer(noun: Token, pronoun: Token) -> bool:
    """A name that does what is done to "his" thing: whatever it is, it is somebody."""
    own = noun.dep_ in SUBJECTS and noun.head in pronoun.ancestors
    return own and noun.pos_ == "PROPN" and noun.ent_type_ not in _NOBODY and not plural(noun)


def _head(token: Token) -> bool:
    return token.dep_ not in ("compound", "amod", "nmod")


def plural(token: Token) -> bool:
    joined = any(child.dep_ == "conj" for child in token.children) or token.dep_ == "conj"
    return token.tag_ in ("NNS", "NNPS") or joined


def bare_definite(token: Token, own: Collection[int] | None = None) -> bool:
    """A noun with "the" and nothing that says which, of the words `own`: "the visit"."""
    generic = token.pos_ == "PROPN" and token.lower_ in _GENERIC
    if token.pos_ != "NOUN" and not generic:
        return False
    marks = [c for c in token.children if c.dep_ not in _JOINED]
    marks = [c for c in marks if own is None or c.i in own]
    if not any(c.lower_ == "the" for c in marks) or _first_time(token):
        return False
    if token.text[0].isdigit():
        return False  # "the early 1970s" says which
    telling = [c for c in marks if c.lower_ != "the" and not (c.dep_ == "prep" and c.i < token.i)]
    return all(c.dep_ in ("nummod", "advmod") or c.lower_ in _UNTELLING for c in telling)


def _first_time(token: Token) -> bool:
    """Whether "for the first time" ends here."""
    if token.lower_ != "time":
        return False
    return token.doc[max(0, token.i - 3) : token.i + 1].text.lower() == "for the first time"


def _resolved(noun: Token, own: Collection[int], known: Collection[str]) -> bool:
    if noun.lemma_.lower() in known or noun.lemma_.lower() in UNIQUE:
        return True
    before = noun.doc[noun.sent.start : noun.i]
    if noun.lemma_.lower() == "country" and any(
        t.ent_type_ == "GPE" and t.i in own for t in before
    ):
        return True
    if any(t.lemma_ == noun.lemma_ and t.i in own for t in before):
        return True
    return plainly(noun)

"""Who "he" is, and what "it" is: subject pronouns, resolved only where nothing else can be meant.

"He" or "she" stands for the person who is the subject of the sentence before it in the
same paragraph, if no other person has been named since; in a text about one person, for
that one from the paragraph's beginning until another person is named, and so does a "his"
or "her" that opens a sentence. "It" or "they" at the head of a sentence stands for the
subject of the one before, if that is a name, what the title says, or a thing told of as it
always is, and no other is told of beside it; in a second clause of a sentence it stands for
the one thing of its number in the first. All else would be a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizlib.language.dictionary import ordinary
from quizlib.language.text import neighbor

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from spacy.tokens import Token

    from quizlib.language.analysis import Sentence

#: Forms of "he" and "she" -> the one that stands for a subject.
FORMS = dict.fromkeys("he him his himself".split(), "he") | dict.fromkeys(
    "she her hers herself".split(), "she"
)
#: Key of a parse's user data: the words that the document writes small inside a sentence.
LOWER = "lower"
#: Key of a parse's user data: token index -> the name that a pronoun stands for.
RENAMED = "renamed"

LONGEST = 6  # words in a name that a pronoun stands for
#: What a name is made of, beside its own words.
_WITHIN = frozenset({"DET", "ADP"})
_REPORTING = frozenset("say tell report announce state add claim warn confirm insist".split())
#: What shows that "it" stands for a clause, or for nothing.
_EMPTY_IT = frozenset({"ccomp", "csubj", "csubjpass", "xcomp", "acomp"})


class Protagonist(NamedTuple):
    """Whom a text is about: as its title names them, as it calls them, and "he" or "she"."""

    full: str
    name: str
    pronoun: str


class Topic(NamedTuple):
    """The words, in lower case and as lemmas, of a title that names a thing or a sort of things."""

    title: frozenset[str]

    def names(self, words: Sequence[Token]) -> bool:
        """Whether these words say the title's thing: "the aardvark", "volcanoes"."""
        told = [token for token in words if token.pos_ != "DET"]
        return bool(told) and all(
            token.pos_ in ("NOUN", "PROPN", "ADJ")
            and (token.lemma_.lower() in self.title or token.lower_ in self.title)
            for token in told
        )

    def said(self, name: str) -> bool:
        """Whether a name that was noted is the title's."""
        told = [word for word in name.lower().split() if word not in ("a", "an", "the")]
        return bool(told) and all(word in self.title for word in told)

    def several(self, name: str) -> str:
        """The name, where it is that of several things."""
        return name if name.endswith("s") and not name.startswith(("a ", "an ")) else ""


def resolve(
    sentences: Sequence[Sentence],
    is_person: Callable[[str], bool],
    about: Protagonist | None = None,
    title: Collection[str] = (),
) -> None:
    """Note in the user data of each parse what its subject pronouns stand for."""
    first = about.name if about else ""
    topic = Topic(frozenset(title))
    person, thing, titled = first, "", ""
    for sentence in sentences:
        if sentence.span.start == 0:
            person, thing = first, titled  # a new paragraph
            sentence.span.doc.user_data[RENAMED] = {}
        _owned_by_thing(sentence, thing, topic)
        thing = _thing(sentence, thing, is_person, topic)
        titled = titled or (thing if topic.said(thing) else "")
        person = _person(sentence, person, is_person, about)
        _carry_on(sentence)


def _person(
    sentence: Sentence, current: str, is_person: Callable[[str], bool], about: Protagonist | None
) -> str:
    """The person that the sentence is about; a pronoun for them is noted on the way."""
    subject = sentence.subject
    _owned(sentence, current, about)
    people = {entity.text for entity in sentence.people}
    lead = about is not None and current == about.name
    others = _others(people, about.full if about and lead else current)
    kept = current if lead and not others else ""
    if subject is None:
        return kept
    if subject.lower_ in ("he", "she") and current:
        if about and lead and subject.lower_ != about.pronoun:
            return ""
        sentence.span.doc.user_data[RENAMED][subject.i] = current
        return "" if others else current
    if not about and subject.pos_ != "PROPN":
        return kept
    words = _name(subject)
    name = " ".join(token.text for token in words)
    if about and name == about.full:
        return "" if _others(people, name) else about.name
    other = about is not None and not {*name.split()} & {*about.full.split(), about.name}
    if about and other and any(FORMS.get(word) == about.pronoun for word in sentence.words):
        return ""  # "Bodichon helped to pay for her studies. She …": whose, and who?
    alone = bool(words) and all(token.pos_ == "PROPN" for token in words)
    known = is_person(name) or all(token.ent_type_ == "PERSON" for token in words)
    return name if alone and known and not _others(people, name) else kept


def _owned(sentence: Sentence, current: str, about: Protagonist | None) -> None:
    """Note whose it is that a sentence opens with "His" or "Her", where its text is about one."""
    first = sentence.tokens[0]
    own = {"he": "his", "she": "her"}[about.pronoun] if about else ""
    if about and current == about.name and first.tag_ == "PRP$" and first.lower_ == own:
        sentence.span.doc.user_data[RENAMED][first.i] = f"{current}'s"


def _owned_by_thing(sentence: Sentence, current: str, topic: Topic) -> None:
    """Note whose part it is that a sentence opens with "Its", where its text is about the thing."""
    first = sentence.tokens[0]
    if first.tag_ == "PRP$" and first.lower_ in ("its", "their") and topic.said(current):
        owner = current if first.lower_ == "its" else topic.several(current)
        if owner:
            sentence.span.doc.user_data[RENAMED][first.i] = (
                f"{owner}{_APOSTROPHE[owner.endswith('s')]}"
            )


_APOSTROPHE = {True: "'", False: "'s"}


def _thing(sentence: Sentence, current: str, is_person: Callable[[str], bool], topic: Topic) -> str:
    """The named thing that the sentence is about; an "it" for it is noted on the way."""
    subject = sentence.subject
    if subject is None:
        return ""
    if subject.lower_ in ("it", "they") and (
        _opens(sentence, subject) or (topic.said(current) and _within(sentence, subject))
    ):
        return current if _taken_up(sentence, subject, current, topic) else ""
    if sentence.root.lemma_ in _REPORTING:
        return ""  # who said it is not what it was about
    words = _name(subject)
    if words[0].i in sentence.span.doc.user_data[RENAMED] and words[0].tag_ == "PRP$":
        return current  # a part of it: the text goes on about it
    if topic.names(words):
        return lowered(words)
    if (identified := _identified(sentence)) is not None:
        return identified
    if _plain_thing(sentence, subject, words):
        return lowered(words)
    named = subject.tag_ == "NNP" and subject.ent_type_ not in ("PERSON", "NORP", "DATE")
    plain = all(token.pos_ in ("PROPN", *_WITHIN) for token in words) or (
        len(words) == 2 and words[1].tag_ == "CD"  # "Voyager 2"
    )
    if not named or not plain or not 0 < len(words) <= LONGEST or _rivals(sentence, subject):
        return ""
    if any(is_person(token.text) for token in words):
        return ""  # the tagger takes a surname for a company now and then
    first, *rest = [token.text for token in words]
    return " ".join([first.lower() if words[0].pos_ == "DET" else first, *rest])


_SUBJECTS = ("nsubj", "nsubjpass")


def _taken_up(sentence: Sentence, pronoun: Token, current: str, topic: Topic) -> bool:
    """Note that "it" or "they" stands for the current thing; whether it does."""
    meant = current if pronoun.lower_ == "it" else topic.several(current)
    if not meant or _EMPTY_IT & {child.dep_ for child in sentence.root.children}:
        return False
    sentence.span.doc.user_data[RENAMED][pronoun.i] = meant
    return True


def _opens(sentence: Sentence, pronoun: Token) -> bool:
    """Whether nothing that it may stand for is before it: "In 1920 it …", "On most days it …"."""
    several = pronoun.lower_ == "they"
    return not any(
        token.pos_ in ("VERB", "AUX", "SCONJ", "PRON")
        or (
            token.pos_ in ("NOUN", "PROPN")
            and token.ent_type_ != "DATE"
            and _many(token) is several
        )
        for token in sentence.tokens
        if token.i < pronoun.i
    )


def _within(sentence: Sentence, pronoun: Token) -> bool:
    """Whether only phrases stand before it, and no other clause: "After a war, it …"."""
    before = [token for token in sentence.tokens if token.i < pronoun.i]
    return not any(token.pos_ in ("VERB", "AUX", "SCONJ", "PRON") for token in before)


def _identified(sentence: Sentence) -> str | None:
    """The thing that a sentence names: "The first great road was the Via Appia"."""
    root = sentence.root
    if root.lemma_ != "be":
        return None
    attrs = [c for c in root.children if c.dep_ == "attr" and c.i > root.i]
    if len(attrs) != 1 or attrs[0].tag_ != "NNP":
        return None
    subject = sentence.subject
    words = _name(attrs[0])
    plain = all(token.pos_ in ("PROPN", *_WITHIN) for token in words) and len(words) <= LONGEST
    if subject is None or subject.tag_ != "NN" or not plain or attrs[0].ent_type_ == "PERSON":
        return None
    return lowered(words)


def _plain_thing(sentence: Sentence, subject: Token, words: Sequence[Token]) -> bool:
    """Whether the subject is one thing of a sort, told of as it always is, and alone there."""
    if subject.tag_ != "NN" or subject.dep_ not in _SUBJECTS or subject.ent_type_:
        return False
    present = sentence.root.tag_ in ("VBZ", "VBP") or any(
        child.tag_ in ("VBZ", "VBP") for child in sentence.root.children if child.dep_ == "auxpass"
    )
    opening = words[0].pos_ == "DET" and words[0].lower_ in ("a", "an", "the")
    generic = opening or words[0] == subject or words[0].pos_ == "ADJ"
    short = len(words) <= LONGEST and not any(t.pos_ in ("PRON", "NUM") for t in words)
    if not (present and generic and short) or subject.lower_ in _NO_THINGS:
        return False
    return not any(
        token.tag_ in ("NN", "NNP")
        and not _same(token)
        and token.dep_ in ("dobj", "attr", "nsubj", "nsubjpass", "agent", "conj")
        and token != subject
        for token in sentence.tokens
    )


def _same(noun: Token) -> bool:
    """Whether it says what the subject is: "A pack is a family"."""
    said = noun.dep_ == "attr" and noun.head.lemma_ == "be"
    return said and any(child.lower_ in ("a", "an") for child in noun.children)


#: What "it" hardly ever stands for.
_NO_THINGS = frozenset("part one thing reason result way person man woman rest most number".split())


def _carry_on(sentence: Sentence) -> None:
    """Note an "it" or "they" that opens a second clause and stands for the first one's subject.

    "The leaf is broad, so it catches light", "If the Lords change the bill, it returns": only
    where the first clause has no other noun of that number that did, or was done, something.
    """
    if _CARRIED.isdisjoint(sentence.words):
        return
    told: dict[int, str] = sentence.span.doc.user_data[RENAMED]
    for token in sentence.tokens:
        if token.lower_ not in _CARRIED or token.dep_ not in _SUBJECTS or token.i in told:
            continue
        first = _first_clause(token)
        if first is None:
            continue
        nouns = _doers(first, several=token.lower_ == "they")
        if len(nouns) == 1 and nouns[0].i < token.i and _thing_like(nouns[0]):
            told[token.i] = lowered(_name(nouns[0]))


_CARRIED = frozenset({"it", "they"})
#: What opens a clause whose subject the next one takes up.
_FIRST = frozenset(
    "if when as once because although though while whenever until since before after".split()
)
#: What stands between two clauses of a sentence.
_LINKS = frozenset({"so", "and", "but", "or"})


def _first_clause(pronoun: Token) -> Token | None:
    """The verb of the clause that stands before the pronoun's own, joined to it."""
    verb = pronoun.head
    before = [c for c in verb.children if c.dep_ in ("ccomp", "advcl") and c.i < pronoun.i]
    if before:
        conditional = before[-1].dep_ == "advcl"
        linked = (
            neighbor(pronoun, -1).text == ","
            if conditional
            else neighbor(pronoun, -1).lower_ == "so"
        )
        opens = before[-1].left_edge.lower_ in _FIRST or not conditional
        return before[-1] if linked and opens else None
    joined = verb.dep_ in ("conj", "advcl") and verb.head.i < verb.i
    return verb.head if joined and neighbor(pronoun, -1).lower_ in _LINKS else None


def _doers(verb: Token, *, several: bool) -> list[Token]:
    """The nouns of that number that did something in the verb's clause, or were done to."""
    return [
        token
        for token in verb.subtree
        if token.dep_ in (*_SUBJECTS, "dobj", "attr")
        and token.head == verb
        and token.pos_ in ("NOUN", "PROPN", "PRON")
        and _many(token) is several
    ]


def _many(noun: Token) -> bool:
    joined = any(child.dep_ == "conj" for child in noun.children)
    return noun.tag_ in ("NNS", "NNPS") or joined or noun.lower_ in ("they", "them")


def _thing_like(noun: Token) -> bool:
    owned = any(token.tag_ == "PRP$" for token in noun.subtree)  # "their edges": whose?
    return noun.pos_ != "PRON" and noun.ent_type_ != "PERSON" and not owned


def lowered(words: Sequence[Token]) -> str:
    """The words as they stand inside a sentence; "a leaf" is "the leaf" from then on."""
    told = [token.text for token in words]
    if words[0].pos_ == "DET" and told[0].lower() in ("a", "an", "the"):
        return " ".join([told[0].lower(), *told[1:]])
    small = told[0].lower() in words[0].doc.user_data.get(LOWER, ())
    plain = words[0].pos_ in ("ADJ", "NOUN") and words[-1].tag_ in ("NN", "NNS")
    small = small or (plain and ordinary(told[0].lower()))
    named = len(words) > 1 and words[1].is_title  # "Lake Baikal"
    if words[0].is_sent_start and small and not named:
        told[0] = told[0][:1].lower() + told[0][1:]
    return " ".join(told)


def _name(subject: Token) -> list[Token]:
    """The words of the subject without what is said beside it."""
    if subject.n_lefts + subject.n_rights == 0:
        return [subject]
    beside = {
        token.i
        for child in subject.children
        if child.dep_ in ("appos", "relcl", "acl", "punct")
        for token in child.subtree
    }
    return [token for token in subject.subtree if token.i not in beside]


def _others(people: set[str], name: str) -> set[str]:
    return {person for person in people if person not in name and name not in person}


def _rivals(sentence: Sentence, subject: Token) -> bool:
    """Whether another name in the sentence may be what the next one is about."""
    told = {token.i for token in subject.subtree}
    return any(
        token.pos_ == "PROPN"
        and token.i not in told
        and token.dep_ in ("dobj", "attr", "nsubj", "nsubjpass", "conj", "agent")
        for token in sentence.tokens
    )

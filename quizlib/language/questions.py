"""From a clause to the question that one of its parts answers.

English question formation by fronting: the wh-phrase first, then the finite
auxiliary (a form of "do" where there is none), the subject, the rest. A question
for the subject keeps the order of the words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizlib.language.analysis import UPPER
from quizlib.language.clause import Clause, Part, tidy
from quizlib.language.dictionary import ordinary
from quizlib.language.pronouns import LOWER, RENAMED
from quizlib.language.text import capitalised, in_order, neighbor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token


_ARTICLE = re.compile(r"^an? ")
#: Of what there was none before, and is known since.
_FOUND = frozenset("invent devise discover patent".split())
LONGEST_FRONT = 7  # words before a question that open with a time
SHORTEST = 5  # letters of a word that ends another: "water"
#: Words that open or carry a clause within a part.
_CLAUSAL = frozenset({"relcl", "ccomp", "advcl", "acl"})

#: Entity labels of names; those that the tagger gives to names only come first.
_ALWAYS_NAMED = frozenset({"PERSON", "GPE", "NORP", "LOC"})
#: Of these the tagger is wrong where the document writes the word small elsewhere: "Algae".
_PLACED = frozenset({"GPE", "LOC"})
#: How nouns for people of a trade end, of which the dictionary has too few.
_TRADES = tuple("ologists makers workers keepers growers builders sellers ermen atmen".split())
#: What tells when a named thing was; "Earlier Talgo trains" are no name.
_TIMED = frozenset("earlier later recent former subsequent successive".split())
_NAMED = _ALWAYS_NAMED | {"ORG", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"}


def ask_subject(clause: Clause, wh: str, *, several: bool = False) -> str:
    """The question whose answer is the subject, as in "What led to tension?".

    With `several`, the verb stays as it is: "How many schools were founded?".
    """
    clause = _settled(clause)
    verbs = _verbs(clause)
    finite = verbs[0].text.lower() if several else _singular(verbs[0])
    rest = sorted([*verbs[1:], *_negation(clause), *clause.inner], key=in_order)
    early = [token for token in rest if token.i < verbs[0].i]
    late = [token for token in rest if token.i > verbs[0].i]
    said = [[inside(clause, [token]) for token in run] for run in (early, late)]
    return _sentence(clause, [wh, *said[0], finite, *said[1]], None)


def ask_agent(clause: Clause, wh: str, agent: Part) -> str | None:
    """The active question for the agent of a passive: "Who founded the university?".

    None but for the plain passive ("was founded", "is founded").
    """
    auxiliaries = [token.lower_ for token in clause.auxiliaries]
    if auxiliaries in (["was"], ["were"]):
        from lemminflect import getInflection

        forms = getInflection(clause.verb.lemma_, tag="VBD")  # type: ignore[no-untyped-call]
        verb = str(forms[0]) if forms else ""
        regular = clause.verb.lower_.endswith("ed")  # "scraped", of which "scrap" is no lemma
        verb = clause.verb.text if clause.verb.text in forms or regular else verb
    elif auxiliaries in (["is"], ["are"]):
        verb = _third_person(clause.verb.lemma_.lower())
    else:
        return None
    inner = [clause.said([token]) for token in clause.inner]
    found = subject_words(clause)
    if clause.verb.lemma_ in _FOUND:
        found = _ARTICLE.sub("the ", found)  # "Who invented the sun valve?"
    words = [wh, *inner, verb, found]
    if clause.subject.head.pos_ == "PRON" and not names(clause.subject.head):
        return None  # "Who replaced they"
    return _sentence(clause, words, agent) if verb and clause.negation is None else None


def ask(clause: Clause, wh: str, asked: Part | None, stranded: str = "") -> str | None:
    """The question whose answer is `asked` (None: what stands outside the clause).

    `stranded` is a preposition left behind by its object: "What does the future of
    the alliance depend on?"
    """
    clause = _settled(clause)
    front = _fronted(clause)
    if front is None:
        return None
    auxiliary, verbs = front
    middle = [*_negation(clause), *clause.inner]
    between = [inside(clause, [token]) for token in middle]
    if len(verbs) > 1 and middle and all(token.i > clause.auxiliaries[1].i for token in middle):
        verbs.insert(1, between.pop(0))  # "has the shell been strictly protected"
    words = [wh, auxiliary, subject_words(clause), *between, *verbs]
    return _sentence(clause, words, asked, stranded)


def relative(clause: Clause, part: Part, noun: Token) -> str | None:
    """The clause as it says which `noun`, in `part`, is meant: "through which gas enters".

    None where the noun is neither subject, object, nor object of a preposition right at the
    verb.
    """
    verbs = [clause.said([token]) for token in _verbs(clause)]
    said = [inside(clause, [token]) for token in clause.inner]
    others = [clause.said(each.tokens) for each in clause.after if each is not part]
    before = [inside(clause, each.tokens) for each in clause.before]
    if clause.negation is not None:
        return None
    if part is clause.subject and noun == clause.subject.head:
        words = ["that", *said, *verbs, *others, *before]
    elif part.role == "dobj" and noun == part.head:
        words = ["that", subject_words(clause), *said, *verbs, *others, *before]
    elif part.role in ("prep", "agent") and noun.head == part.head and noun.dep_ == "pobj":
        leading = clause.said([part.head])
        words = [leading, "which", subject_words(clause), *said, *verbs, *others, *before]
    else:
        return None
    return tidy(" ".join(words))


def _settled(clause: Clause) -> Clause:
    """The clause with "Historically, …" at its verb: "did the families historically keep"."""
    whole = [part for part in clause.before if _of_all(part)]
    if len(whole) != 1:
        return clause
    before = tuple(part for part in clause.before if part is not whole[0])
    return replace(clause, before=before, inner=(*clause.inner, *whole[0].tokens))


def _of_all(part: Part) -> bool:
    """An adverb that opens the sentence, and that a comma sets off from it."""
    word = part.tokens[0]
    alone = len(part.tokens) == 1 and word.pos_ == "ADV" and word.lower_.endswith("ly")
    return alone and word.is_sent_start is True and neighbor(word).text == ","


def _fronted(clause: Clause) -> tuple[str, list[str]] | None:
    """The word that goes before the subject, and the verbs that stay behind it."""
    verbs = _verbs(clause)
    first = verbs[0]
    if first.dep_ in ("aux", "auxpass") or first.lemma_ == "be":
        return clause.said([first]).lower(), [clause.said([token]) for token in verbs[1:]]
    forms = {"VBZ": "does", "VBP": "do", "VBD": "did"}
    if first.tag_ not in forms or (first.tag_ == "VBP" and _single(clause.subject.head)):
        return None
    return forms[first.tag_], [_base(first)]


def _single(noun: Token) -> bool:
    """Whether the noun is one thing, with which no plural verb agrees: the tagger slipped."""
    joined = any(child.dep_ in ("conj", "appos") for child in noun.children)
    return noun.tag_ in ("NN", "NNP") and not joined and noun.lemma_.lower() not in _MANY


#: Singular in form, plural in sense.
_MANY = frozenset(
    """
    number majority minority lot variety range group couple rest half percent series police staff
    team people family species sheep fish deer cattle crew public government committee pair handful
    """.split()
)


def _verbs(clause: Clause) -> list[Token]:
    """Auxiliaries and verb, the finite one first."""
    return sorted([*clause.auxiliaries, clause.verb], key=in_order)


def _singular(verb: Token) -> str:
    """The finite verb as "who" and "what" want it: third person singular."""
    if verb.tag_ in ("VBZ", "VBD", "MD"):
        return "was" if verb.lower_ == "were" else verb.text.lower()
    if verb.lemma_ in ("be", "have"):
        return {"be": "is", "have": "has"}[verb.lemma_]
    return _third_person(verb.lemma_)


#: Lemmas as few people write them.
_SPELLED = {"instal": "install"}


def _base(verb: Token) -> str:
    """The infinitive: the lemma, unless the form with "-s" shows it to be wrong."""
    lemma = _SPELLED.get(verb.lemma_.lower(), verb.lemma_.lower())
    if verb.tag_ != "VBZ" or lemma == "have" or _third_person(lemma) == verb.lower_:
        return lemma
    cut = (verb.lower_[:-1], verb.lower_[:-2], f"{verb.lower_[:-3]}y")
    return next((base for base in cut if _third_person(base) == verb.lower_), lemma)


def _third_person(verb: str) -> str:
    """The form with "-s": regular for every English verb but "be" and "have"."""
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{verb}es"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}s"


def _negation(clause: Clause) -> list[Token]:
    return [clause.negation] if clause.negation is not None else []


def subject_words(clause: Clause) -> str:
    """The subject as it stands inside a question."""
    return inside(clause, clause.subject.tokens)


def inside(clause: Clause, tokens: Sequence[Token]) -> str:
    """`tokens` as they stand inside a sentence: no capital but that of a name."""
    text = clause.said(tokens)
    first = tokens[0]
    if _opens(first) and not names(first):
        return text[:1].lower() + text[1:]
    return text


def _opens(token: Token) -> bool:
    """Whether it opens its sentence, or stands behind one that was not parted: "No. Salt is …"."""
    return bool(token.is_sent_start) or (
        token.i > 0 and neighbor(token, -1).text in (".", "!", "?")
    )


def names(token: Token) -> bool:
    """Whether the word is (the start of) a name, which keeps its capital."""
    if token.i in token.doc.user_data.get(RENAMED, {}):
        return True
    marking = token.pos_ == "DET" or token.dep_ in ("prep", "mark")
    if marking or token.lower_ in ("the", "a", "an", "our", "their", "its"):
        return False
    if token.text.isupper() and len(token.text) > 1:
        return True
    if _leads_a_name(token) and not _timed(token):
        return True
    if _timed(token) or (_opens(token) and _small_elsewhere(token)):
        return False
    small = token.ent_type_ in _PLACED and token.lower_ in token.doc.user_data.get(LOWER, ())
    small = small or _always(token) or (token.ent_type_ == "PERSON" and _describes(token))
    named = token.ent_type_ in _ALWAYS_NAMED and not small
    if not named and _describes(token):
        return False
    if named or token.lower_ in token.doc.user_data.get(UPPER, ()):
        return True
    seen = token.doc.user_data.get(LOWER, ())
    if token.lower_ in seen or token.lemma_.lower() in seen:
        return False
    if _opens(token) and token.dep_ != "compound":
        # Of "Lava is hot" the capital says nothing; what is no English word is a name.
        noun = token.pos_ in ("NOUN", "PROPN")
        own = noun and not ordinary(token.lemma_.lower()) and not _composed(token)
        return (token.ent_type_ in _NAMED and not small) or own
    return token.pos_ == "PROPN" or token.ent_type_ in _NAMED


def _timed(token: Token) -> bool:
    """Whether it opens the sentence and tells when a named thing was: "Earlier Talgo trains"."""
    capital = token.lower_ in token.doc.user_data.get(UPPER, ())
    return _opens(token) and token.lower_ in _TIMED and not capital


def _small_elsewhere(token: Token) -> bool:
    """Whether it opens a term that the text has in small letters: "Korfball is …"."""
    follows = neighbor(token)
    spelled = token.doc.user_data
    lower = token.lower_ in spelled.get(LOWER, ()) and token.lower_ not in spelled.get(UPPER, ())
    if not lower:
        return False
    term = follows.is_lower and follows.pos_ in ("NOUN", "PROPN") and token.head == follows
    alone = token.dep_ in ("nsubj", "nsubjpass") and token.n_lefts == 0
    several = token.tag_ in ("NNS", "NNPS")
    return term or (alone and (several or not ordinary(token.lower_)))  # no town of Reading


def _always(token: Token) -> bool:
    """Whether a word of the dictionary opens what is always so: "Insulin has …" tells of nobody."""
    alone = _opens(token) and token.dep_ in ("nsubj", "nsubjpass") and token.n_lefts == 0
    present = token.head.tag_ in ("VBZ", "VBP") or any(
        child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBZ", "VBP", "MD")
        for child in token.head.children
    )
    common = alone and present and token.ent_type_ in ("PERSON", "ORG", "PRODUCT")
    return (
        common and token.lower_ not in token.doc.user_data.get(UPPER, ()) and ordinary(token.lower_)
    )


def _leads_a_name(token: Token) -> bool:
    """Whether another word with a capital follows that it describes, or that stands beside it."""
    follows = neighbor(token)
    beside = token.head in (follows, follows.head)
    return token.dep_ in ("compound", "amod", "nmod") and follows.is_title and beside


def _describes(token: Token) -> bool:
    """Whether a word of the dictionary opens the sentence, before a noun written small.

    In a text that tells of the European Central Bank too, "Central banks" are no name.
    """
    before = _opens(token) and token.dep_ in ("compound", "amod", "nmod")
    return bool(before) and token.head.is_lower and ordinary(token.lower_)


def _composed(token: Token) -> bool:
    """Whether it ends in a word of the dictionary, and the tagger saw no name: "meltwater"."""
    if token.tag_ == "NNS":
        return token.lower_.endswith(_TRADES)  # "Vikings" ends in "kings"
    return token.tag_ == "NN" and any(
        ordinary(token.lower_[start:]) for start in range(2, len(token) - SHORTEST + 1)
    )


def _sentence(clause: Clause, words: list[str], asked: Part | None, stranded: str = "") -> str:
    """The question that opens with `words`, and goes on with what follows the verb.

    What stood in front goes to the end; but it stays in front of a question that ends in
    another clause, to which it would seem to belong.
    """
    parts = [part for part in clause.after if part is not asked]
    front = [part for part in clause.before if part is not asked]
    told = [clause.said(part.tokens) for part in parts]
    if stranded:
        # The preposition stays where its object was.
        later = [part for part in parts if asked is not None and part.start > asked.start]
        told.insert(len(parts) - len(later), stranded)
    first = [inside(clause, part.tokens) for part in front]
    fronted = [token for part in front for token in part.tokens]
    if any(
        len(part.tokens) > LONGEST_FRONT and part.tokens[1].ent_type_ == "DATE" for part in front
    ):
        return ""  # "In 1941 to Congress as an alternate deputy"
    dated = any(token.ent_type_ == "DATE" or token.like_num for token in fronted)
    if dated and parts and any(token.dep_ in _CLAUSAL for token in parts[-1].tokens):
        opening = f"{' '.join(first)}, {words[0][:1].lower()}{words[0][1:]}"
        words, first = [opening, *words[1:]], []
    text = tidy(" ".join(word for word in (*words, *told, *first) if word))
    return capitalised(text.rstrip(".!?;")) + "?"

"""What is shown with a question of running text, so that a learner sees what it asks.

A stem that points to something needs the sentence that names it. One that neither a word of
the title nor a name ties to the text is shown with the sentence that says what it is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._views import EXPLAINED
from quizlib.language.context import context_for, introduction, lead, led_in, occasion, settings
from quizlib.language.humans import human
from quizlib.language.names import country
from quizlib.language.pronouns import RENAMED
from quizlib.language.references import dangling
from quizlib.language.text import bare, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from quizlib.extract._asking import Asking
    from quizlib.extract._claims import Claim

CENTRAL = 3  # sentences; whom they name, the text is about
TOLD_WHOLE = 5  # words; a longer explanation may speak of "the gates"
_CORE = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_NAMING = frozenset({"NOUN", "PROPN"})
_PLACES = frozenset({"GPE", "LOC", "NORP", "DATE", "LANGUAGE"})


def context(claim: Claim, stem: Sequence[Token], asking: Asking) -> str | None:
    """What has to be shown with the stem: "" for nothing, None where nothing helps."""
    shown = _named(claim, stem, asking)
    return _led(claim, stem, asking) if shown is None else shown


#: "In the same year", "two other arguments": how a text opens tells nobody which.
_BESIDE = frozenset("other another following previous next same".split())


def _led(claim: Claim, stem: Sequence[Token], asking: Asking) -> str | None:
    """How the text opens, for a stem with "the council" of which that tells; None for others.

    Of what stands nowhere in it raters found two in three questions unsound.
    """
    titled, answer = claim.analysis.title_lemmas, asking.answer
    pointers = [*dangling(stem, titled), *dangling([*stem, *answer], titled)]
    other = any(t.lower_ in _BESIDE for t in (*stem, *answer))
    if other or any(t.pos_ not in _NAMING or human(t) for t in pointers):
        return None  # "the king": of two that the text tells of, which?
    told = {t.i for t in answer} if asking.kind in EXPLAINED else set()  # "to keep the goats out"
    wanted = {t.lemma_.lower() for t in pointers if t.i not in told}
    shown = led_in(claim.analysis, claim.sentence)
    return next(
        (text for text, named in shown if wanted <= named and not _tells(text, answer)), None
    )


def _named(claim: Claim, stem: Sequence[Token], asking: Asking) -> str | None:
    """What names that which the stem points to: "" where nothing needs to, None if nothing does."""
    analysis, answer = claim.analysis, asking.answer
    # Which one it is, "the first … to …" says itself.
    itself = {t.i for t in stem if t.dep_ == "attr" and asking.form == "only"}
    loosely = [t for t in dangling(stem, analysis.title_lemmas) if t.i not in itself]
    if any(t.tag_ in ("PRP", "PRP$") for t in loosely):
        return None  # raters passed none with "he" or "its", whatever was shown
    if loosely:
        # What the document keeps coming back to is known; better still if it is shown.
        shown = context_for(analysis, claim.sentence, loosely)
        key = " ".join(token.text for token in answer)
        if shown is not None and bare(key) not in shown.casefold():
            return shown
    known = analysis.known  # holds the words of the title
    pointers = [t for t in dangling(stem, known) if t.i not in itself] if loosely else []
    inner = [
        t for t in dangling([*stem, *answer], known) if t not in pointers and t.i not in itself
    ]
    inner = [t for t in inner if t.dep_ != "poss"]  # whose it is, the stem mostly says
    if asking.kind in EXPLAINED and len(asking.answer) > TOLD_WHOLE:
        inner = [t for t in inner if t.pos_ != "NOUN"]  # "by padlocking the gates" is told whole
    if not pointers and not inner:
        return _known_by_source(claim, stem, asking, leaning=bool(loosely))
    named = context_for(claim.analysis, claim.sentence, [*pointers, *inner])
    if named is None and not inner and all(map(_of_topic, pointers)) and _at_home(claim, stem):
        return _scene(claim, stem, answer, leaning=True)
    return named


def _occasion(claim: Claim, stem: Sequence[Token], answer: Sequence[Token]) -> str:
    """The sentence before, where it tells of what time an undated event is; else ""."""
    clause = claim.clause
    told = [*stem, *answer]
    past = any(t.tag_ == "VBD" for t in (clause.verb, *clause.auxiliaries))
    if not past or any(t.ent_type_ in ("DATE", "EVENT") or t.like_num for t in told):
        return ""
    shown = occasion(claim.analysis, claim.sentence)
    key = " ".join(token.text for token in answer)
    return "" if bare(key) in shown.casefold() else shown


def _scene(claim: Claim, stem: Sequence[Token], answer: Sequence[Token], *, leaning: bool) -> str:
    """What may be shown with a stem that need not have it: its time, or what it is about."""
    return _occasion(claim, stem, answer) or _setting(claim, stem, answer, leaning=leaning)


def _setting(claim: Claim, stem: Sequence[Token], answer: Sequence[Token], *, leaning: bool) -> str:
    """What the text says before, where the stem does not tell what it is about; else "".

    It may be `leaning` on what the text comes back to, as "the university".
    Raters found two in five of the questions unsound that have neither a word of the title nor
    a name, and one in five of the others (ranker/ratings.csv).
    """
    analysis = claim.analysis
    shown: Iterable[str] = ()
    if (name := next((t for t in stem if _unexplained(claim, t)), None)) is not None:
        shown = (introduction(analysis, claim.sentence, name.text),)
    astray = leaning or not _at_home(claim, stem)
    if astray:
        unnamed = any(_unnamed(t) for t in stem)
        about = settings(analysis, claim.sentence, stem) if unnamed else ()
        shown = (*shown, *about, lead(analysis, claim.sentence))
    return next((text for text in shown if text and not _tells(text, answer)), "")


def _unnamed(token: Token) -> bool:
    """Whether the question is about a thing without a name: "the mining town", "a forerunner"."""
    core = token.dep_ in _CORE and token.pos_ == "NOUN"
    return core and not any(t.pos_ == "PROPN" for t in token.subtree)


def _tells(context: str, answer: Sequence[Token]) -> bool:
    """Whether a context gives the key away, or a name or number of it."""
    told = {word.casefold() for word in words(context)}
    names = {t.lower_ for t in answer if t.pos_ in ("PROPN", "NUM")}
    return bare(" ".join(t.text for t in answer)) in context.casefold() or bool(names & told)


def _unexplained(claim: Claim, token: Token) -> bool:
    """Whether a name of one word stands for whom or what the text told of before: "Noble"."""
    if token.pos_ != "PROPN" or token.dep_ == "compound" or token.n_lefts:
        return False
    beside = token.doc[max(0, token.i - 1) : token.i + 2]
    whole = sum(t.pos_ == "PROPN" for t in beside) == 1
    told = token.ent_type_ in _PLACES or country(token.text) is not None
    known = (
        token.lower_ in claim.analysis.title_lemmas
        or token.lemma_.lower() in claim.analysis.title_lemmas
    )
    return whole and not told and not known and not claim.analysis.full_name(token.text)


def _known_by_source(
    claim: Claim, stem: Sequence[Token], asking: Asking, *, leaning: bool
) -> str | None:
    """What is shown with a stem that source line and title explain, or that explains itself.

    None where it is `leaning` on what the text comes back to, "the company", and neither the
    title nor a sentence that can be shown says which that is; or on a person of one name.
    """
    shown = _scene(claim, stem, asking.answer, leaning=leaning)
    if shown or _at_home(claim, stem):
        return "" if asking.bare else shown
    unknown = any(
        t.ent_type_ == "PERSON" and _unexplained(claim, t) and _told_before(claim, t.text)
        for t in stem
    )
    return None if leaning or unknown else ""


def _told_before(claim: Claim, name: str) -> bool:
    """Whether a sentence before has said who that is, and the text hardly speaks of them since."""
    if claim.analysis.lemmas.get(name.lower(), 0) >= CENTRAL:
        return False
    place = claim.analysis.places[id(claim.sentence)]
    return any(t.text == name for s in claim.analysis.sentences[:place] for t in s.tokens)


def _of_topic(pointer: Token) -> bool:
    """Whether it may be a part of what the text is about: "the piers" of a bridge."""
    return pointer.pos_ == "NOUN" and pointer.lower_ not in ("one", "ones")


def _at_home(claim: Claim, stem: Sequence[Token]) -> bool:
    """Whether the stem says by a word of the title what it is about."""
    titled = claim.analysis.title_lemmas
    renamed = [t.doc.user_data.get(RENAMED, {}).get(t.i, "") for t in stem]
    if any(word.casefold() in titled for name in renamed for word in name.split()):
        return True
    return any(
        (t.lower_ in titled or t.lemma_.lower() in titled) and not t.is_stop and t.pos_ in _NAMING
        for t in stem
    )

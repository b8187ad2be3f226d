"""The numbers of a fact that the ranker weighs: its form, and what was counted of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizlib.model import Fact

#: Method -> what its facts have in common, where their form does not say it.
_BY_METHOD = {
    "reasons": "why",
    "causes": "why",
    "results": "result",
    "whys": "result",
    "purposes": "for what",
    "means": "how",
    "conditions": "if",
    "allowing": "allow",
    "dates": "when",
    "places": "where",
    "figures": "figure",
    "measures": "measure",
    "frequency": "how often",
    "identities": "identity",
    "roles": "role",
    "aims": "role",
    "onlies": "only",
    "called": "called",
    "referring": "called",
    "agents": "agent",
    "contents": "content",
    "prepositions": "preposition",
    "objects": "object",
}
GROUPS = sorted({*_BY_METHOD.values(), "who", "what", "people"})


#: Of these the answer is a fact of some time and place; of the rest it explains something.
_FACTS = frozenset({"when", "who", "what", "where", "object", "figure", "agent", "preposition"})
_REASONS = frozenset({"why", "for what", "how", "if", "result"})


def group(fact: Fact) -> str:
    """What a fact is asked for, as the ranker tells it apart: one of GROUPS."""
    if fact.method == "subjects":
        if fact.form != "subject-phrase":
            return "who"
        return "people" if fact.question.startswith("Who") else "what"
    return _BY_METHOD.get(fact.method, "what")


def _ties(own: str, counted: Mapping[str, float]) -> dict[str, float]:
    """How a name and a word of the title tie what is asked to what the document is about."""
    named, titled = bool(counted.get("subject named")), bool(counted.get("stem in title"))
    opens = bool(counted.get("sentence opens"))
    told, explained = own in _FACTS, own in _REASONS
    return {
        "home named": float(named and titled),
        "astray nameless": float(not named and not titled),
        "fact home named": float(told and named and titled),
        "fact astray named": float(told and named and not titled),
        "fact astray nameless": float(told and not named and not titled),
        "fact opens": float(told and opens),
        "fact leaning": float(told and bool(counted.get("with context"))),
        "reason opens": float(explained and opens),
        "date in title": float(own == "when" and titled),
        "figure at home": float(own == "figure" and bool(counted.get("subject in title"))),
        "who decisive": float(own == "who" and bool(counted.get("verb decisive"))),
    }


#: What asks what a thing is, or is called.
_MEANINGS = frozenset({"called", "identity"})


def _of_text(own: str, dated: float) -> dict[str, float]:
    """How well what is asked suits the text: in a history, years matter, and meanings do not."""
    return {
        "date in history": dated * (own == "when"),
        "figure in history": dated * (own == "figure"),
        "meaning in history": dated * (own in _MEANINGS),
    }


def _at_home(counted: Mapping[str, float]) -> bool:
    """Whether what the document is about did, or met, something decisive."""
    central = counted.get("subject in title") or counted.get("sentence leads")
    return bool(central and counted.get("verb decisive"))


def numbers(fact: Fact) -> dict[str, float]:
    """Name -> number, for a fact of running text. Groups are 0 or 1, salience in [0, 1]."""
    own = group(fact)
    counted = dict(fact.features)
    return {
        **{f"asks {name}": float(name == own) for name in GROUPS},
        **counted,
        "salience": fact.salience,
        "event object": float(own == "object" and bool(counted.get("verb past"))),
        "event named": float(bool(counted.get("verb past")) and bool(counted.get("subject named"))),
        "date opens": float(own == "when" and bool(counted.get("sentence opens"))),
        **_ties(own, counted),
        "date leads": float(own == "when" and bool(counted.get("sentence leads"))),
        "date decisive": float(own == "when" and bool(counted.get("verb decisive"))),
        "date at home": float(own == "when" and _at_home(counted)),
        "date from": float(own == "when" and fact.question.startswith(("Since", "Until"))),
        "date named": float(own == "when" and bool(counted.get("subject named"))),
        "date joined": float(own == "when" and bool(counted.get("clause joined"))),
        "who opens": float(own == "who" and bool(counted.get("sentence opens"))),
        "object at home": float(own == "object") * float(counted.get("stem at home", 0)),
        "why listed": float(own == "why" and bool(counted.get("key listed"))),
        **_of_text(own, float(counted.get("text dated", 0))),
        "year asked": float(fact.form in ("year", "date")),
        "long sentence": float(counted.get("sentence words", 0) > 22),
        "long stem": float(counted.get("question words", 0) > 14),
        "short stem": float(counted.get("question words", 0) < 8),
        "long key": float(counted.get("key words", 0) > 6),
    }

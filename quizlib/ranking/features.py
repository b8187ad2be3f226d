"""The numbers of a fact that the ranker weighs: its form, and what was counted of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


def group(fact: Fact) -> str:
    """What a fact is asked for, as the ranker tells it apart: one of GROUPS."""
    if fact.method == "subjects":
        if fact.form != "subject-phrase":
            return "who"
        return "people" if fact.question.startswith("Who") else "what"
    return _BY_METHOD.get(fact.method, "what")


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
        "date named": float(own == "when" and bool(counted.get("subject named"))),
        "date joined": float(own == "when" and bool(counted.get("clause joined"))),
        "who opens": float(own == "who" and bool(counted.get("sentence opens"))),
        "object at home": float(own == "object") * float(counted.get("stem at home", 0)),
        "why listed": float(own == "why" and bool(counted.get("key listed"))),
        "year asked": float(fact.form in ("year", "date")),
        "long sentence": float(counted.get("sentence words", 0) > 22),
        "long stem": float(counted.get("question words", 0) > 14),
        "short stem": float(counted.get("question words", 0) < 8),
        "long key": float(counted.get("key words", 0) > 6),
    }

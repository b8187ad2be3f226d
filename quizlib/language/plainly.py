"""Whether "the roots" need no telling which: what anything of the sort has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Kept in a parse's user data: the lemmas of nouns that stand just once in the document.
ONCE = "once"
#: Endings of nouns for what was just told: "the decision", "the movement".
_TOLD_OF = re.compile(r"(?:[tsx]ion|ment|ness|ing|ity|ism|[ae]nce|al|ure|age|th)$")
#: Nouns that stand for what was just told, or for one that was.
_AGAIN = frozenset(
    """
    answer attack battle case cause change choice claim conflict deal effect end event example
    fact family field film group idea issue item job journey law matter meeting method model move
    name number one order part person place plan point problem process reason report result rest
    role rule scheme side site sort stage step story study subject system talk task technique text
    thing title topic trip type use view visit vote war way word work year man woman winner owner
    two three others original latter emperor leader minister official speaker author writer victim
    """.split()
)


def plainly(noun: Token) -> bool:
    """Whether "the roots" are those that anything of the sort has, in what always holds.

    Told in the present, of a thing that the document names here only.
    """
    verb = next((t for t in (noun, *noun.ancestors) if t.dep_ == "ROOT"), noun.sent.root)
    finite = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    present = any(t.tag_ in ("VBZ", "VBP") for t in finite)
    concrete = noun.lemma_ not in _AGAIN and not _TOLD_OF.search(noun.lemma_)
    named = noun.pos_ == "NOUN" and noun.ent_type_ == ""
    once = noun.lemma_.lower() in noun.doc.user_data.get(ONCE, ())
    return present and concrete and named and once

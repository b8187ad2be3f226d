"""Words as the rules see them: by lists and forms, in English, without a language model."""

from __future__ import annotations

import re

from quizlib.language.text import OWNED, bare, root, straight, words

#: The language of the lists here.
ENGLISH = "en"

#: Words that join, point or ask, and nouns and verbs too general to tell anything.
FUNCTION_WORDS = frozenset(
    """
    a an the and or but nor so if then than as at by for from in into of off on onto out over
    to up upon with within without about above below between among against during through
    until while because since per via like
    i me my mine you your yours he him his she her hers it its we us our ours they them their
    theirs this that these those there here himself herself itself themselves one ones
    who whom whose what which when where why how
    am is are was were be been being do does did done have has had having can could may might
    must shall should will would
    no yes any some all each every both either neither such same other another only also just
    very too even still yet well much many more most
    two three four five six seven eight nine ten
    thing things kind kinds type types sort sorts way ways name names named call called term
    terms word words mean means meant meaning following example examples happen happens
    happened item items
    """.split()
)

_QUOTED = re.compile(r'"[^"]*"')


def telling(text: str) -> list[str]:
    """The words of `text` that tell something, in order, each without its inflection."""
    found = words(straight(text))
    return [root(word) for word in found if word.casefold() not in FUNCTION_WORDS]


def unquoted(text: str) -> str:
    """`text`, straight, with a name in place of every quotation: its words are another's."""
    return _QUOTED.sub("Quotation", straight(text))


def holds(text: str, phrase: str) -> bool:
    """Whether `phrase`, compared bare, stands in `text` as whole words."""
    wanted = _spaced(bare(phrase))
    return bool(wanted.strip()) and wanted in _spaced(text)


def _spaced(text: str) -> str:
    """The words of `text` with a space on both sides of each: "China's" is "China"."""
    found = words(straight(text).casefold().replace("-", " "))
    return f" {' '.join(word.removesuffix(OWNED) for word in found)} "

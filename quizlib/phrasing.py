"""One wording for questions that are put in several: "Who invented X?" for "… the inventor of X?".

It serves to compare questions, and is never shown. Only what asks for the same one thing is put
alike: a museum is founded once, whoever the question says did it, and a person is born once.
"""

from __future__ import annotations

import re

from quizlib.language.text import THE_TEXT, straight, words

#: Past forms of verbs that form them otherwise than with "ed", before their plain form.
_IRREGULAR = dict(
    pair.split("/")
    for pair in """
    became/become began/begin begun/begin bought/buy broke/break broken/break brought/bring
    built/build burnt/burn caught/catch chose/choose chosen/choose drawn/draw drew/draw
    drove/drive driven/drive fell/fall fallen/fall fought/fight gave/give given/give grew/grow
    grown/grow heard/hear held/hold hidden/hide kept/keep knew/know known/know laid/lay led/lead
    lost/lose made/make meant/mean met/meet paid/pay ran/run said/say sang/sing sung/sing sank/sink
    sunk/sink seen/see sent/send shown/show shot/shoot sold/sell sought/seek spent/spend
    spoke/speak spoken/speak stole/steal stolen/steal struck/strike swore/swear sworn/swear
    taken/take took/take taught/teach thought/think threw/throw thrown/throw told/tell
    went/go gone/go won/win woven/weave wrote/write written/write
    """.split()
)
_WHEN = re.compile(r"^(?:in|on) (?:what|which) (?:year|date|day)\b", re.IGNORECASE)
#: "When was the mole built by Anna?", which asks what "When did Anna build the mole?" does.
_PASSIVE = re.compile(
    rf"^(when|where|why) (?:is|are|was|were) (.+) ([a-z]+ed|{'|'.join(_IRREGULAR)})"
    r" by ([^,?]+)\?*$",
    re.IGNORECASE,
)
#: What somebody is called for having done a thing -> what was done.
_DOERS = dict(
    pair.split("/")
    for pair in """
    author/wrote builder/built composer/composed creator/created designer/designed
    discoverer/discovered founder/founded inventor/invented leader/led owner/owned painter/painted
    ruler/ruled writer/wrote
    """.split()
)
_DOER = re.compile(rf"^who (?:is|was) the ({'|'.join(_DOERS)}) of (.+?)\?*$", re.IGNORECASE)
#: What is measured -> how it is asked for with "how".
_MEASURES = {
    "age": "How old is {}",
    "depth": "How deep is {}",
    "height": "How high is {}",
    "length": "How long is {}",
    "population": "How many inhabitants does {} have",
    "weight": "How much does {} weigh",
    "width": "How wide is {}",
}
_MEASURE = re.compile(
    rf"^what (?:is|was) the ({'|'.join(_MEASURES)}) of ([^,?]+?)\?*$", re.IGNORECASE
)
_LIVING = re.compile(r"^how many people (?:live|lived) in ([^,?]+?)\?*$", re.IGNORECASE)
_TALL = re.compile(r"^how tall\b", re.IGNORECASE)
_CAUSE = re.compile(
    r"^what (?:(?:is|was|are|were) the cause of (?P<of>.+?)"
    r"|(?:is|was|are|were) (?P<be>.+?) (?:due to|(?:a|the) (?:direct )?result of)"
    r"|(?:do|does|did) (?P<from>.+?) result from)\?*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"^(how (?:many|much) .+?) (?:is|are|was|were) ([a-z]+ed|{'|'.join(_IRREGULAR)})"
    r" by ([^,?]+)\?*$",
    re.IGNORECASE,
)
_MADE_OF = re.compile(r"^(how many .+?) does (.+?) (?:consist of|comprise)\?*$", re.IGNORECASE)
_AIM = re.compile(
    r"^what (?:(?:is|was) the (?:aim|goal|purpose) of (?P<of>[^,?]+?)"
    r"|(?:is|are|was|were) (?P<be>[^,?]+?) (?:designed|intended|meant) to do"
    r"|(?:do|does|did) (?P<do>[^,?]+?) (?:aim|seek|intend|strive) to do)\?*$",
    re.IGNORECASE,
)
#: What is done to a thing but once, whoever did it; with its past form.
_DEEDS = dict(
    pair.split("/")
    for pair in """
    build/built compose/composed discover/discovered establish/established found/founded
    invent/invented open/opened publish/published write/written
    """.split()
)
_ONCE = re.compile(
    rf"^(when|where) did .+? ({'|'.join([*_DEEDS, *_DEEDS.values()])})"
    r" ((?:the )?(?-i:[A-Z])\w*(?: (?:(?:of|the|and|for) )*(?-i:[A-Z])\w*)*)\?*$",
    re.IGNORECASE,
)
_OPENED = re.compile(r"^(when did .+) open\?*$", re.IGNORECASE)
#: Nobody is born in two places; which place it was, another document may say otherwise.
_LIFE = re.compile(
    r"^when (?:was|did) ((?:the [a-z ]+)?(?-i:[A-Z])[^,?]*?) (born|die)"
    r"(?: (?:in|at|near) (?-i:[A-Z])[^,?]*)?\?*$",
    re.IGNORECASE,
)
_BEGUN = re.compile(r"^(when did .+) (?:break out|start|commence)\?*$", re.IGNORECASE)
_ENDED = re.compile(r"^(when did .+) (?:finish|come to an end)\?*$", re.IGNORECASE)


#: The other patterns, each with the wording that takes its place.
_WORDINGS = (
    (_LIVING, r"How many inhabitants does \1 have"),
    (_COUNTED, r"\1 did \3 \2"),
    (_MADE_OF, r"\1 does \2 have"),
    (_TALL, "How high"),
    (_BEGUN, r"\1 begin"),
    (_ENDED, r"\1 end"),
    (_OPENED, r"\1 opened"),
    (_LIFE, r"When was \1 \2"),
)


def regular(text: str) -> str:
    """The words of `text`, irregular past forms in the plain form of their verb."""
    return " ".join(_IRREGULAR.get(word, word) for word in words(text))


def one_wording(question: str) -> str:
    """The question as the others that ask the same would be put."""
    plain = _WHEN.sub("When", straight(question).removeprefix(f"{THE_TEXT}, "))
    active = _PASSIVE.sub(r"\1 did \4 \3 \2", plain)
    if found := _DOER.match(active):
        return f"Who {_DOERS[found[1].casefold()]} {found[2]}"
    if found := _MEASURE.match(active):
        return _MEASURES[found[1].casefold()].format(found[2])
    if found := _CAUSE.match(active):
        return f"What caused {found['of'] or found['be'] or found['from']}"
    if found := _AIM.match(active):
        return f"What did {found['of'] or found['be'] or found['do']} aim to do"
    if found := _ONCE.match(active):
        verb = found[2].casefold()
        return f"{found[1]} was {found[3]} {_DEEDS.get(verb, verb)}"
    for pattern, wording in _WORDINGS:
        active = pattern.sub(wording, active)
    return active

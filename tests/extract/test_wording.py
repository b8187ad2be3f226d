"""How claims are found in long sentences, and which questions are refused."""

from __future__ import annotations

import pytest

from tests.documents import asked, facts

TITLE = "A Tale of the North"

#: Method, text -> what is asked.
SIMPLIFIED = {
    (
        "dates",
        "Holmball was devised in Bergen in 1902. In Norway holmball is played by two teams.",
    ): ["In what year was holmball devised in Bergen? = 1902"],
    ("dates", "The herring of Holm has been strictly protected in Norway since 1992."): [
        "Since what year has the herring of Holm been strictly protected in Norway? = 1992"
    ],
    ("agents", "Silver was found near Holm by two children, Anna and Peter."): [
        "Who found silver near Holm? = two children, Anna and Peter"
    ],
    (
        "reasons",
        "Salt and iron of Holm are covered, because they would otherwise rust in its air.",
    ): [
        (
            "According to the text, why are salt and iron of Holm covered?"
            " = because they would otherwise rust in its air"
        )
    ],
    ("purposes", "The harbour of Holm is closed by chains, so that no pirate can enter it."): [
        (
            "According to the text, why is the harbour of Holm closed by chains?"
            " = so that no pirate can enter it"
        )
    ],
    ("reasons", "Sailors of Holm usually cut away the outer wood because beetles eat it."): [
        (
            "According to the text, why do sailors of Holm usually cut away the outer wood?"
            " = because beetles eat it"
        )
    ],
    ("subjects", "Norway admired Anna Berg, who opened a school in Bergen."): [
        "Who opened a school in Bergen? = Anna Berg"
    ],
    ("means", "Peter Olsen argued that Holm could save its harbour by lowering every toll."): [
        "According to Peter Olsen, how could Holm save its harbour? = by lowering every toll"
    ],
    ("subjects", "The Treaty of Bergen ended a long war between Holm and Norway."): [
        "Which treaty ended a long war between Holm and Norway? = the Treaty of Bergen"
    ],
    ("subjects", "Tropical Storm Karla destroyed a harbour in Norway."): [
        "What destroyed a harbour in Norway? = Tropical Storm Karla"
    ],
    ("figures", "The siege of Holm lasted for three years."): [
        "How long did the siege of Holm last? = three years"
    ],
    ("figures", "In Norway, a fire destroyed 60 percent of all houses in 1349."): [
        "What percentage of all houses did a fire destroy in 1349 in Norway? = 60 percent"
    ],
    ("dates", "Until 1846, Anna Berg ruled the harbour of Holm with her uncle."): [
        "Until what year did Anna Berg rule the harbour of Holm with her uncle? = 1846"
    ],
    (
        "dates",
        "Holm's first salt market was established in 1817 and continued trading for a century.",
    ): ["In what year was Holm's first salt market established? = 1817"],
    ("dates", "Anna Berg died in Bergen at 5:20 p.m. on 22 November 1963."): [
        "On what date did Anna Berg die? = 22 November 1963"
    ],
    ("agents", "The bridge of Bergen was built in stone and opened by Anna Berg in 1981."): [
        "Who opened the bridge of Bergen in 1981? = Anna Berg"
    ],
    ("onlies", "The first woman to lead a guild in Norway was Anna Berg."): [
        "Who was the first woman to lead a guild in Norway? = Anna Berg"
    ],
    ("onlies", "In 1634, Anna Berg became the first woman ever to lead the Guild of Bergen."): [
        "Who became the first woman ever to lead the Guild of Bergen? = Anna Berg"
    ],
    ("onlies", "Anna Berg, the founder of the Guild of Bergen, wrote two letters to the king."): [
        "Who was the founder of the Guild of Bergen? = Anna Berg"
    ],
    ("purposes", "Traders formed the Company of Bergen to compete with Holm in 1779."): [
        (
            "According to the text, why did traders form the Company of Bergen in 1779?"
            " = to compete with Holm"
        )
    ],
    (
        "subjects",
        "Historically, the families of Bergen kept great salt pans to help each other in fires.",
    ): [
        (
            "Who historically kept great salt pans to help each other in fires?"
            " = the families of Bergen"
        )
    ],
    (
        "prepositions",
        (
            "The salt trade of Holm led to the building of a stone harbour with long walls of oak"
            " that kept the largest ships of Norway safe in winter."
        ),
    ): [
        (
            "What did the salt trade of Holm lead to?"
            " = the building of a stone harbour with long walls of oak"
        )
    ],
    ("subjects", "The Berg family built the harbour of Holm in 1842."): [
        "Which family built the harbour of Holm in 1842? = the Berg family"
    ],
    ("dates", "Shared boats were built at Holm in 1850."): [
        "In what year were shared boats built at Holm? = 1850"
    ],
    ("dates", "No. Shared boats were built at Holm in 1850."): [
        "In what year were shared boats built at Holm? = 1850"
    ],
    (
        "prepositions",
        "The salt of Holm served as the money of poor fishermen, as it was rare.",
    ): ["What did the salt of Holm serve as? = the money of poor fishermen"],
    ("reasons", "Insulin has a low price in Holm, because patients cannot do without it."): [
        (
            "According to the text, why does insulin have a low price in Holm?"
            " = because patients cannot do without it"
        )
    ],
    ("agents", "The stone walls of Holm were scraped clean by glaciers."): [
        "What scraped the stone walls of Holm clean? = glaciers"
    ],
    ("roles", "Ailsa Craig is the plug of an old volcano, a rock of Holm."): [
        "What is the plug of an old volcano? = Ailsa Craig"
    ],
    ("figures", "Today the guild of Holm owns forty salt pans."): [
        "According to the text, how many salt pans does the guild of Holm own? = forty"
    ],
    ("onlies", "Anna Berg was the first woman to lead a guild."): [
        "Who was the first woman to lead a guild? = Anna Berg"
    ],
    ("dates", "The painter Lars Moen left Norway in 1804. Lars Moen died."): [
        "In what year did the painter Lars Moen leave Norway? = 1804"
    ],
    ("aims", "Carts were designed to carry heavy stones across Norway."): [
        (
            "According to the text, what were carts designed to do?"
            " = to carry heavy stones across Norway"
        )
    ],
    ("purposes", "Pans of iron are often used to boil brine from wells."): [
        (
            "According to the text, for what purpose are pans of iron often used?"
            " = to boil brine from wells"
        )
    ],
    ("reasons", "The enamel of a tooth cannot be replaced because the cells of it are gone."): [
        (
            "According to the text, why can the enamel of a tooth not be replaced?"
            " = because the cells of it are gone"
        )
    ],
    ("dates", "Anna Berg was born in December 1900 at Moen, a mill town south of Holm."): [
        "When was Anna Berg born? = December 1900"
    ],
    ("dates", "Anna Berg was born Anna Louise Moen in Bergen in 1846."): [
        "In what year was Anna Berg born? = 1846"
    ],
    ("identities", "Finland is a country in northern Europe that borders Sweden."): [
        "What is Finland? = a country in northern Europe that borders Sweden"
    ],
    ("identities", "Anna Berg was an MP for the district of Holm."): [
        "Who was Anna Berg? = an MP for the district of Holm"
    ],
    ("glosses", "Rickets, a disease that softens the bones of children, is rare in Norway."): [
        "What is rickets? = a disease that softens the bones of children"
    ],
    ("called", "Sheds are called naust in Norway."): ["What are sheds called in Norway? = naust"],
    ("identities", "Georgina Molloy was a collector of plants from Norway."): [
        "Who was Georgina Molloy? = a collector of plants from Norway"
    ],
    ("identities", "Anna Berg is a parasitic plant of the coast of Norway."): [
        "What is Anna Berg? = a parasitic plant of the coast of Norway"
    ],
    (
        "glosses",
        "GRIP-3, a small boat carrying two masts, was made by students at schools in Norway.",
    ): ["What is GRIP-3? = a small boat carrying two masts"],
    ("reasons", "Trade in Holm stopped largely because ice closed its harbour."): [
        (
            "According to the text, why did trade in Holm stop?"
            " = largely because ice closed its harbour"
        )
    ],
    (
        "dates",
        (
            "Although Norway starved, the guild of Holm, a rich body, opened a school in 1840"
            " when merchants from Sweden had given it a chest of old silver coins."
        ),
    ): ["In what year did the guild of Holm open a school? = 1840"],
    ("dates", "The guild of Holm opened a school in 1840; the school burned in a great fire."): [
        "In what year did the guild of Holm open a school? = 1840"
    ],
    ("dates", "Born and raised in Norway, Anna Berg moved to Holm in 1840."): [
        "In what year did Anna Berg move to Holm? = 1840"
    ],
    ("dates", "Interestingly, Anna Berg opened a school in Bergen in 1840."): [
        "In what year did Anna Berg open a school in Bergen? = 1840"
    ],
    ("dates", "On 5 May 1840, Anna Berg opened the first school of Holm."): [
        "On what date did Anna Berg open the first school of Holm? = 5 May 1840"
    ],
    ("dates", "In May 1840, Anna Berg opened the first school of Holm."): [
        "When did Anna Berg open the first school of Holm? = May 1840"
    ],
    ("means", "Salt is won from sea water in Holm by boiling it in iron pans."): [
        (
            "According to the text, how is salt won from sea water in Holm?"
            " = by boiling it in iron pans"
        )
    ],
    ("means", "The guild of Holm kept its prices high through buying every barrel of salt."): [
        (
            "According to the text, how did the guild of Holm keep its prices high?"
            " = through buying every barrel of salt"
        )
    ],
    ("conditions", "When brine boils for a day, it leaves a crust of salt."): [
        (
            "According to the text, what happens when brine boils for a day?"
            " = it leaves a crust of salt"
        )
    ],
    ("purposes", "The guild of Holm built a wall so that no smuggler could land at night."): [
        (
            "According to the text, why did the guild of Holm build a wall?"
            " = so that no smuggler could land at night"
        )
    ],
    (
        "reasons",
        (
            "Trade in Holm stopped because of a great war that was led by the king of Norway,"
            " who had long envied the town and its merchants."
        ),
    ): [
        (
            "According to the text, why did trade in Holm stop?"
            " = because of a great war that was led by the king of Norway"
        )
    ],
    ("reasons", "Second, trade in Holm stopped because ice closed its harbour."): [
        "According to the text, why did trade in Holm stop? = because ice closed its harbour"
    ],
    ("roles", "Ingrid was the daughter of Peter Olsen of Bergen."): [
        "Who was the daughter of Peter Olsen of Bergen? = Ingrid"
    ],
    ("onlies", "Nordsalt is the largest company in Norway."): [
        "What is the largest company in Norway? = Nordsalt"
    ],
    (
        "subjects",
        "In 1840, Anna Berg discovered that a pan of lead could poison the brine which it held.",
    ): [
        (
            "In 1840, who discovered that a pan of lead could poison the brine which it held?"
            " = Anna Berg"
        )
    ],
}

#: Why nothing is asked -> method, text.
REFUSED = {
    "a meaning without what tells it from others": (
        "definitions",
        "A holmfield is an area of land, usually hill or moor, on which several farmers graze.",
    ),
    "what only a word suggests": (
        "reasons",
        "Norway spelling suggests that pin and bin of Holm differ because the first is older.",
    ),
    "another clause for an object": (
        "reasons",
        "Because Holm is cold, fishermen work slowly and dead material accumulates in its harbour.",
    ),
    "a measure for an agent": ("agents", "The harbour of Holm was raised by about 200 metres."),
    "a time for an agent": (
        "agents",
        "The herring market of Holm was established in Norway by the sixteenth century.",
    ),
    "what somebody else intended": (
        "aims",
        "Boats intended to hold salt in Norway were sold in Holm.",
    ),
    "half a name": (
        "places",
        "The papers of Peter Olsen are kept at the University of Norway at Bergen.",
    ),
    "what came of it for a purpose": (
        "purposes",
        "The herrings of Holm become scarce in winter, so that sailors in Norway go hungry.",
    ),
    "a part of the reason": ("reasons", "Trade in Holm stopped partly because of the war."),
    "a family of nothing": (
        "dates",
        (
            "Anna Berg was born on 4 February 1811 into a family that had built boats in Holm and"
            " Bergen for three long generations."
        ),
    ),
    "a her of whom": (
        "dates",
        "The outbreak of war gave her a reason to remain in Norway in 1939.",
    ),
    "a then of when": ("figures", "214 women from Holm have moved to Norway since then."),
    "whose boats": (
        "purposes",
        "At Bergen its boats are raised by two metres in order to match the height of the sea.",
    ),
    "chosen for what": ("reasons", "Old oak was preferred because it burns for a whole night."),
    "an application for what": ("dates", "The application made by Nova Holm was read in 1840."),
    "shorter than which": (
        "reasons",
        "The shorter name of the ship is used in Norway because the sailors are in a hurry.",
    ),
    "half of what is told in a row": (
        "definitions",
        "Dialysis is a cure in which blood is led out of a body, passed by a filter, and returned.",
    ),
    "two things in one": (
        "reasons",
        "Crocodile has three parts in Norway but only one sense because its parts mean little.",
    ),
    "a them of whom": (
        "reasons",
        "The frog of Norway keeps its colour for life because the tissues do not need them.",
    ),
    "a since of nothing": (
        "reasons",
        "Since the 1980s synthetic fibre has been used in Norway, because it lasts in wet weather.",
    ),
    "two reasons": (
        "reasons",
        (
            "Demand for salt fell sharply in Norway because buyers in Bergen spent less, and"
            " because pans made in Holm, which were the same as the old ones, sold well."
        ),
    ),
    "an example behind as": (
        "reasons",
        "The verb of Norway takes an ending, as when walk gets a new ending in the past.",
    ),
    "a forecast of nobody": ("subjects", "Anna Berg will open a bridge over the fjord of Holm."),
    "told from a later moment": ("dates", "Nova Holm had been captured from Norway in 1713."),
    "a guess": ("dates", "Perhaps 300 people died of frost in Bergen in 1840."),
    "what the source line shows": ("subjects", "The Tale of the North ended a war with Norway."),
    "a moment that comes": ("reasons", "The ferry of Holm is due to open in May."),
    "his, of whoever is asked for": ("subjects", "Anna Berg sold her house in Bergen in 1840."),
    "a figure for a what": ("objects", "Holm sold 400 barrels of herring to Norway in 1840."),
    "two claims in one": (
        "subjects",
        "Anna Berg said that Holm was rich while Peter Olsen fled to Norway.",
    ),
    "a participle taken for the verb": (
        "dates",
        (
            'During the 1840s, the making of short songs, typically referred to as "ditties",'
            " became a trade of its own in Holm."
        ),
    ),
    "the perfect with a year": ("dates", "Norway has delivered several ships to Holm in 1840."),
    "since when, if not for ever": ("dates", "Anna Berg has been mayor of Holm since 1840."),
    "what was so for years": ("dates", "Holm was close to ruin in 1840."),
    "how an amount changed": ("dates", "The trade of Norway with Holm grew by 30 percent in 2006."),
    "the first of nobody knows where": ("dates", "The first fire pump was bought in 1943."),
    "a present that lasts": (
        "subjects",
        "The Guild of Holm owns the harbour of Bergen since 1912.",
    ),
    "two things said of one": (
        "prepositions",
        "The coin of Holm is tied to the crown of Norway at a rate of two to one.",
    ),
    "a rank for a thing done": (
        "objects",
        "Anna Berg finished eighth in the race of Bergen in 1912.",
    ),
    "one case for a meaning": (
        "definitions",
        "Salt farmers are the people who work in the pan house.",
    ),
    "a month of no year": ("objects", "The council of Holm abolished the salt tax in August."),
    "one of nobody knows what": ("dates", "One was lost in the war with Norway in 1840."),
    "any of its sort": ("dates", "A dispute arose between Holm and Bergen in 1840."),
    "what belongs to the agent": (
        "agents",
        "The Salt Act was driven by farmers' interest in knowing the price of salt.",
    ),
    "a nameless crowd": (
        "subjects",
        "Other researchers have suggested that Norway and Holm were once one kingdom.",
    ),
    "who says so": ("subjects", "Anna Berg says that the harbour of Holm needs a wall."),
    "news of no date": ("subjects", "Norway has accused Holm of smuggling salt to Sweden."),
    "an office of no date": ("roles", "Anna Berg is the mayor of the old town of Holm."),
    "a hedge that the stem would lose": (
        "reasons",
        "Trade in Holm stopped most likely because of the war with Norway.",
    ),
    "a doubt within the stem": (
        "dates",
        "Peter Olsen died possibly by poison in Bergen in 1840.",
    ),
    "a day of no date": (
        "figures",
        "Two ships returned to Holm in the early hours of Tuesday morning.",
    ),
    "praise for a meaning": ("definitions", "Salt is a powerful tool of a merchant."),
    "what it belongs to for a meaning": (
        "definitions",
        "Farmed herrings are an increasing component of the fishing industry.",
    ),
    "a name of no known sort": (
        "objects",
        "Anna Berg accompanied Skade to the court of Norway in 1840.",
    ),
    "a slip of the author": ("subjects", "Anna Berg sold a old house in Bergen to Peter Olsen."),
    "a country that its people name": (
        "subjects",
        "Norway gave the Norwegian fishermen of Holm a new harbour in 1840.",
    ),
    "how many there in": ("figures", "Anna Berg opened schools in seven towns of Norway."),
    "what is not all of it": (
        "prepositions",
        (
            "The ties between Holm and Norway aren't just based on the salt trade;"
            " they come from the war."
        ),
    ),
    "what is done anywhere": (
        "places",
        "Adobe bricks were used in Spain from the age of bronze.",
    ),
    "a use that stands before it": (
        "called",
        "Boilers rake the pans. This use of the rake over a whole pan is called combing.",
    ),
    "a library, of which there are many": (
        "subjects",
        "In 1840 the widow of a merchant founded a library.",
    ),
    "an end that leaves out what": (
        "conditions",
        "If a treaty of Norway is invalid, what follows remains disputed.",
    ),
    "a speaker whom nobody names": (
        "subjects",
        "According to that hypothesis, Anna Berg sold the harbour of Bergen to Norway.",
    ),
}


@pytest.mark.parametrize(("method", "text"), SIMPLIFIED)
def test_a_claim_is_told_without_what_it_can_do_without(method, text):
    assert asked(method, text, TITLE) == SIMPLIFIED[method, text]


@pytest.mark.parametrize("why", REFUSED)
def test_what_no_teacher_would_print_is_not_asked(why):
    method, text = REFUSED[why]
    assert asked(method, text, TITLE) == []


def test_who_she_is_is_shown():
    before = "Anna Berg left Norway."
    found = facts("dates", f"{before} In Bergen she opened a school in 1840.", TITLE)
    told = [(fact.question, fact.context) for fact in found]
    assert told == [("In what year did Anna Berg open a school in Bergen?", "")]


def test_of_what_is_only_called_it_nothing_is_asked():
    text = "Trade with Norway made Holm rich. It came to an end in 1840."
    assert asked("dates", text, TITLE) == []


def test_dated_events_are_put_in_order():
    text = (
        "Holm founded a guild in 1702. The council of Holm built a harbour in 1688."
        " Fire destroyed the market of Holm on 3 May 1761. The guild sold a mill."
    )
    [fact] = facts("chronology", text, TITLE)
    assert fact.members == (
        "The council of Holm built a harbour",
        "Holm founded a guild",
        "Fire destroyed the market of Holm",
    )
    assert len(fact.evidence) == 3


def test_two_events_are_no_order():
    text = "Holm founded a guild in 1702. The council of Holm built a harbour in 1688."
    assert facts("chronology", text, TITLE) == []


def test_a_written_answer_carries_the_sentence_that_proves_it():
    text = (
        "Holm sold its herring to Norway in 1840.\n\nThe guild of Holm ended after a quarrel over"
        " the dues.\n\n## Why did the guild of Holm end?\n\nAfter a quarrel over dues"
    )
    [pair] = [fact for fact in facts("faq", text, TITLE) if fact.form == "pair"]
    assert [quote.words for quote in pair.evidence] == [
        "The guild of Holm ended after a quarrel over the dues.",
        "After a quarrel over dues",
    ]


@pytest.mark.parametrize("answer", ["Six years", "6 years"])
def test_a_proof_has_the_number_of_the_answer(answer):
    text = (
        "The guild of Holm met the duke when the war was 80 years past.\n\nThe duke had not come"
        " to Holm for six years.\n\n## For how many years had the duke not come to Holm when he"
        f" met the guild?\n\n{answer}"
    )
    [pair] = [fact for fact in facts("faq", text, TITLE) if fact.form == "pair"]
    assert [quote.words for quote in pair.evidence] == [
        "The duke had not come to Holm for six years.",
        answer,
    ]


def test_a_written_answer_without_proof_stands_by_itself():
    text = "Holm sold herring.\n\n## Why did the guild of Holm end?\n\nAfter a quarrel over dues"
    [pair] = [fact for fact in facts("faq", text, TITLE) if fact.form == "pair"]
    assert [quote.words for quote in pair.evidence] == ["After a quarrel over dues"]


def test_when_it_was_is_shown():
    before = "In 1564, Norway built a fort on the coast of Scotland."
    found = facts("reasons", f"{before} Bergen sent ships because Oslo feared pirates.", TITLE)
    assert [fact.context for fact in found] == [before]


def test_two_people_are_asked_for_as_two():
    text = "The first map of Norway was drawn by Anna Berg and Peter Olsen in 1840."
    assert asked("agents", text, TITLE) == [
        "Which two people drew the first map of Norway in 1840? = Anna Berg and Peter Olsen"
    ]


def test_a_sort_that_opens_the_text_is_read():
    text = "Rock band Holmgang won a prize. Holmgang sold a house in Bergen to Peter Olsen."
    assert asked("subjects", text, TITLE) == [
        "Which rock band sold a house in Bergen to Peter Olsen? = Holmgang"
    ]


def test_what_is_counted_without_a_noun_is_left_alone():
    assert asked("series", "The first is a house of stone in Bergen.", TITLE) == []


KEYED = "The nyckelharpa is a string instrument with keys."
MODEL = "The modern model was designed by August Bohlin in 1929."
DESIGNED = "In what year was the modern model designed by August Bohlin?"


@pytest.mark.parametrize(
    ("title", "before", "context"),
    [
        ("The nyckelharpa", KEYED, KEYED),
        ("The modern model", KEYED, ""),  # the title tells which
        (
            "The nyckelharpa",
            f"{KEYED} Players came in the spring. Salt was dear in all of Bergen.",
            KEYED,
        ),
        ("The nyckelharpa", f"{KEYED[:-1]} since 1929.", ""),  # it gives the key away
    ],
)
def test_what_no_name_tells_is_shown_with_what_it_is_about(title, before, context):
    told = facts("dates", f"{before} {MODEL}", title)
    assert [(one.question, one.context) for one in told] == [(DESIGNED, context)]


def test_who_was_told_of_before_is_shown():
    before = "Noble was the owner of a chain of sweet shops."
    other = "The network of Norway grew and sold its stations on the coast."
    [found] = facts(
        "dates", f"{before} {other} Noble sold the paper mill to Holm in 1950.", "A mill"
    )
    assert found.context == before


def test_a_place_is_no_answer_for_what_stands_there():
    text = "The first permanent bird observatory in Norway was Bergen."
    assert not asked("onlies", text)

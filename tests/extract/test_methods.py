"""What every method asks of a sentence, and which sentences it leaves alone."""

from __future__ import annotations

from datetime import date

import pytest

from quizlib.extract import methods
from quizlib.language import analyse
from tests.documents import asked, document, facts

ASKED = {
    "reasons": {
        "The harbour council abolished the salt tax because smuggling had made it worthless.": [
            (
                "According to the text, why did the harbour council abolish the salt tax?"
                " = because smuggling had made it worthless"
            )
        ],
        "Holm lost its salt trade due to cheap imports from Spain.": [
            (
                "According to the text, why did Holm lose its salt trade?"
                " = due to cheap imports from Spain"
            )
        ],
        "Norway began building a stone wall near Holm in 1804 because it needs salt.": [
            (
                "According to the text, why did Norway begin building a stone wall near Holm"
                " in 1804? = because it needs salt"
            )
        ],
        "The guild of Holm refused to pay Norway the salt tax, since it feared that ships would"
        " stay away.": [
            (
                "According to the text, why did the guild of Holm refuse to pay Norway the salt"
                " tax? = because it feared that ships would stay away"
            )
        ],
        "The guilds of Holm paid almost no taxes because they held old charters.": [
            (
                "According to the text, why did the guilds of Holm pay almost no taxes?"
                " = because they held old charters"
            )
        ],
        "Boiling sea water costs little wood, because there is much peat near Holm.": [
            (
                "According to the text, why does boiling sea water cost little wood?"
                " = because there is much peat near Holm"
            )
        ],
        "The salt house of Holm is closed in winter, as it is heated by nothing but the sun.": [
            (
                "According to the text, why is the salt house of Holm closed in winter?"
                " = because it is heated by nothing but the sun"
            )
        ],
        "The salt tax did not fall in Holm, as it had paid for the harbour wall.": [
            (
                "According to the text, why did the salt tax not fall in Holm?"
                " = because it had paid for the harbour wall"
            )
        ],
        "Holm may lose its salt trade because of cheap imports.": [
            "According to the text, why may Holm lose its salt trade? = because of cheap imports"
        ],
    },
    "results": {
        "The salt pans of Holm were small, so the harbour council hired more workers.": [
            (
                "According to the text, why did the harbour council hire more workers?"
                " = because the salt pans of Holm were small"
            )
        ],
        "Women could not join the guild of Holm, so Anna Berg and her sister opened a school.": [
            (
                "According to the text, why did Anna Berg and her sister open a school?"
                " = because women could not join the guild of Holm"
            )
        ],
    },
    "whys": {
        "Salt from Spain was cheap. That is why the guild of Holm closed its works.": [
            (
                "According to the text, why did the guild of Holm close its works?"
                " = salt from Spain was cheap"
            )
        ],
        "Peat is cheap in Norway. As a result, the guild of Holm boils brine all year.": [
            (
                "According to the text, why does the guild of Holm boil brine all year?"
                " = peat is cheap in Norway"
            )
        ],
    },
    "happenings": {
        "When a kettle of seawater is boiled, steam rises and a white crust remains.": [
            (
                "According to the text, what happens when a kettle of seawater is boiled?"
                " = steam rises and a white crust remains"
            )
        ],
        "If a ship of the guild passes a tower, it pays a toll, which goes to Norway.": [
            (
                "According to the text, what happens if a ship of the guild passes a tower?"
                " = it pays a toll"
            )
        ],
    },
    "purposes": {
        "The harbour council built a stone wall in order to keep smugglers out of Holm.": [
            (
                "According to the text, why did the harbour council build a stone wall?"
                " = to keep smugglers out of Holm"
            )
        ],
        "Beekeepers use smoke in order to calm their bees.": [
            "According to the text, for what purpose do beekeepers use smoke? = to calm their bees"
        ],
    },
    "measures": {
        "The harbour wall of Holm is about 120 metres long.": [
            "According to the text, how long is the harbour wall of Holm? = about 120 metres"
        ],
        "The Salt Tower weighs 300 tonnes.": [
            "According to the text, how much does the Salt Tower weigh? = 300 tonnes"
        ],
        "Lake Holm has a surface area of 31,722 square kilometres.": [
            (
                "According to the text, what is the surface area of Lake Holm?"
                " = 31,722 square kilometres"
            )
        ],
        "The length of the harbour wall is 120 metres.": [
            "According to the text, what is the length of the harbour wall? = 120 metres"
        ],
    },
    "frequency": {
        "The guild of Holm elects a mayor every four years.": [
            "How often does the guild of Holm elect a mayor? = every four years"
        ],
        "The harbour council counts all barrels twice a day.": [
            "How often does the harbour council count all barrels? = twice a day"
        ],
    },
    "means": {
        "Smugglers avoided the salt tax by landing barrels at night.": [
            (
                "According to the text, how did smugglers avoid the salt tax?"
                " = by landing barrels at night"
            )
        ],
    },
    "conditions": {
        "If Norway raises the price of salt, fishermen could leave Holm.": [
            (
                "According to the text, what could happen if Norway raises the price of salt?"
                " = fishermen could leave Holm"
            )
        ],
        "Scaling occurs when merchants and fishermen together boil too much brine.": [
            ("When does scaling occur? = when merchants and fishermen together boil too much brine")
        ],
        "If the guilds of Norway change the law, it returns to the council.": [
            (
                "According to the text, what happens if the guilds of Norway change the law?"
                " = it returns to the council"
            )
        ],
    },
    "definitions": {
        "A salinometer is a glass tube accurate enough to be used for brine.": [
            "What is a salinometer? = a glass tube accurate enough to be used for brine",
            ("What is a glass tube accurate enough to be used for brine called? = salinometer"),
        ],
        "A licence is a permit for a new pan, or for a change to an old one.": [
            "What is a licence? = a permit for a new pan, or for a change to an old one",
            ("What is a permit for a new pan, or for a change to an old one called? = licence"),
        ],
        "A pan house is a shed in which sea water is boiled down to salt.": [
            "What is a pan house? = a shed in which sea water is boiled down to salt",
            "What is a shed in which sea water is boiled down to salt called? = pan house",
        ],
        "Brine is water that holds a great deal of salt.": [
            "What is brine? = water that holds a great deal of salt",
            "What is water that holds a great deal of salt called? = brine",
        ],
    },
    "prepositions": {
        "The wealth of Holm was based on salt, herring and timber.": [
            "What was the wealth of Holm based on? = salt, herring and timber"
        ],
        "The salt tax of Holm led to widespread smuggling along the coast.": [
            "What did the salt tax of Holm lead to? = widespread smuggling along the coast"
        ],
    },
    "objects": {
        "The harbour council abolished the herring toll in 1804.": [
            "What did the harbour council abolish in 1804? = the herring toll"
        ],
        "Merchants from Holm supplied Norway with cheap salt.": [
            "Which country did merchants from Holm supply with cheap salt? = Norway"
        ],
    },
    "subjects": {
        "Norway bought most of the salt from Holm.": [
            "Which country bought most of the salt from Holm? = Norway"
        ],
        "Heavy frost destroyed the wooden pans of the salt works.": [
            "According to the text, what destroyed the wooden pans of the salt works? = heavy frost"
        ],
        "Experienced observers expected a revolt against the salt tax.": [
            "Who expected a revolt against the salt tax? = experienced observers"
        ],
    },
    "roles": {
        "Oslo is the capital of Norway.": ["What is the capital of Norway? = Oslo"],
        "The main goal of the salt tax was to pay for new ships.": [
            "According to the text, what was the main goal of the salt tax? = to pay for new ships"
        ],
    },
    "dates": {
        "The salt tax of Holm was hated by fishermen until 1804.": [
            "Until what year was the salt tax of Holm hated by fishermen? = 1804"
        ],
        "The Salt Tower has been a museum since 1932.": [
            "Since what year has the Salt Tower been a museum? = 1932"
        ],
        "The council of Holm declared the Salt Tower a monument in 1950.": [
            "In what year did the council of Holm declare the Salt Tower a monument? = 1950"
        ],
        "The harbour council abolished the salt tax in 1804.": [
            "In what year did the harbour council abolish the salt tax? = 1804"
        ],
        "In 1804 four Norwegian ships struck rocks near Holm.": [
            "In what year did four Norwegian ships strike rocks near Holm? = 1804"
        ],
        "Anna Berg died on 3 May 1804 of salt fever.": [
            "On what date did Anna Berg die of salt fever? = 3 May 1804"
        ],
        "Holm opened its first pan house on 3 May 1804.": [
            "On what date did Holm open its first pan house? = 3 May 1804"
        ],
    },
    "figures": {
        "The salt works employed 300 workers in Holm.": [
            "How many workers did the salt works employ in Holm? = 300"
        ],
        "Two ships carried salt to Norway each month.": [
            "How many ships carried salt to Norway each month? = two"
        ],
        "More than 300 workers left Holm after the salt tax.": [
            "How many workers left Holm after the salt tax? = more than 300"
        ],
        "The guild of Holm owned three ships and 40 carts.": [
            "How many ships did the guild of Holm own? = three",
            "How many carts did the guild of Holm own? = 40",
        ],
        "In 1804 Norway sold about two thirds of the herring of Holm.": [
            "What proportion of the herring of Holm did Norway sell in 1804? = about two thirds"
        ],
    },
    "glosses": {
        "Serfdom, a system in which peasants were bound to the land of their lord, ended in"
        " Norway.": [
            "What is serfdom? = a system in which peasants were bound to the land of their lord"
        ],
        "The food of sailors causes scurvy, a disease that softens the bones of the legs.": [
            "What is scurvy? = a disease that softens the bones of the legs"
        ],
        "Gold absorbs blue light, an effect that took scholars of Norway years to explain.": [],
        "The mayor, a woman who had sold fish in the harbour of Holm, left Norway.": [],
    },
    "series": {
        "The first reason for the salt revolt was hunger."
        " The second reason for the salt revolt was poor trade.": [
            (
                "According to the text, what were the two reasons for the salt revolt?"
                " = hunger; poor trade"
            )
        ],
    },
    "contents": {
        "The report on the salt tax shows that smuggling cost Holm half of its income.": [
            (
                "What does the report on the salt tax show?"
                " = that smuggling cost Holm half of its income"
            )
        ],
    },
    "faq": {
        "## Why did Holm abolish the salt tax?\n\n"
        "Smuggling had made it worthless. Holm had no choice.": [
            (
                "Why did Holm abolish the salt tax?"
                " = Smuggling had made it worthless. Holm had no choice."
            )
        ],
        "## Why did Holm revolt?\n\n"
        "There were two reasons for the people of Holm to rise against the council that year."
        " The first reason was hunger. Nobody had foreseen it at all."
        " The second reason was the salt tax.": [
            (
                "Why did Holm revolt?"
                " = The first reason was hunger. The second reason was the salt tax."
            )
        ],
        "Q: What is brine?\nA: Salty water.": ["What is brine? = Salty water."],
    },
    "glossary": {
        "## Glossary\n\n- Brine: water that holds a great deal of salt.": [
            "What does “brine” mean? = water that holds a great deal of salt",
            "Which term means “water that holds a great deal of salt”? = brine",
        ],
    },
    "written": {
        "C: Brine is [salt water] from the [sea].": [" = salt water", " = sea"],
    },
    "options": {
        "Q: What is brine?\n- [x] Salty water.\n- [ ] A wooden pan.": [
            "What is brine? = Salty water."
        ],
        "## Which are fish?\n\n- [x] herring\n- [ ] brine\n- [X] cod": [
            "Which are fish? = herring; cod"
        ],
    },
    "agents": {
        "The first pan house of Holm was founded by Peter Olsen in 1790. Peter Olsen left.": [
            "Who founded the first pan house of Holm in 1790? = Peter Olsen"
        ],
        "The wooden pans of the salt works were destroyed by heavy frost.": [
            "What destroyed the wooden pans of the salt works? = heavy frost"
        ],
        "Grey salt was first described by Anna Berg at Holm in 1839. Anna Berg left.": [
            "Who first described grey salt in 1839? = Anna Berg"
        ],
        "The sand bank of Holm is reworked chiefly by the waves of the north.": [
            "What reworks the sand bank of Holm? = the waves of the north"
        ],
    },
    "called": {
        "The bitter liquid from the pans of Holm is called bittern.": [
            "What is the bitter liquid from the pans of Holm called? = bittern",
            "What is bittern? = the bitter liquid from the pans of Holm",
        ],
        "The number of days in which a pan of Holm boils dry is called its span.": [
            "What is the number of days in which a pan of Holm boils dry called? = span",
            "What is span? = the number of days in which a pan of Holm boils dry",
        ],
        "A ring of stones that marks the edge of a pan is called a rim.": [
            "What is a ring of stones that marks the edge of a pan called? = a rim",
            "What is a rim? = a ring of stones that marks the edge of a pan",
        ],
        "Sea water enters Holm through wooden pipes called sluices.": [
            "What name is given to the wooden pipes through which sea water enters Holm? = sluices"
        ],
        "The pans of Holm contain a bitter liquid known as bittern.": [
            "What name is given to the bitter liquid that the pans of Holm contain? = bittern"
        ],
        "The roots of plants produce a hormone, auxin, which travels down.": [
            "What name is given to the hormone that the roots of plants produce? = auxin"
        ],
        "Plants draw water up from the soil and lose it through their leaves, which is called"
        " transpiration.": [
            (
                "What is it called when plants draw water up from the soil and lose it through"
                " their leaves? = transpiration"
            )
        ],
        "A merchant called Peter Olsen founded the first pan house of Holm. Peter Olsen left.": [
            "Who founded the first pan house of Holm? = Peter Olsen"
        ],
    },
    "referring": {
        "Boilers in Norway refer to the hard crust on a pan as scale.": [
            "What do boilers in Norway call the hard crust on a pan? = scale"
        ],
        "The hard crust on a salt pan is often referred to as a cake.": [
            "What is the hard crust on a salt pan often called? = cake"
        ],
        "Fishermen referred to the salt revolt of 1804 as the White Night.": [
            "What did fishermen call the salt revolt of 1804? = the White Night"
        ],
    },
    "lifetimes": {
        "Anna Berg (3 May 1804 – 1880) was the mayor of Holm.": [
            "In what year was Anna Berg born? = 1804",
            "In what year did Anna Berg die? = 1880",
        ],
        "The painter Lars Moen (born 1810) lived in Holm.": [
            "In what year was Lars Moen born? = 1810"
        ],
    },
    "aims": {
        "The salt law of 1804 aimed to end smuggling in Norway.": [
            (
                "According to the text, what did the salt law of 1804 aim to do?"
                " = to end smuggling in Norway"
            )
        ],
        "In 1790 the guild of Holm sought to lower the price of peat.": [
            (
                "According to the text, what did the guild of Holm seek to do in 1790?"
                " = to lower the price of peat"
            )
        ],
        "The salt law of 1804 was designed to protect the guilds of Norway.": [
            (
                "According to the text, what was the salt law of 1804 designed to do?"
                " = to protect the guilds of Norway"
            )
        ],
    },
    "causes": {
        "The collapse of the Salt Tower in 1790 was due to poor mortar.": [
            (
                "According to the text, what caused the collapse of the Salt Tower in 1790?"
                " = poor mortar"
            )
        ],
        "The grey colour of cheap salt is due to clay.": [
            "According to the text, what causes the grey colour of cheap salt? = clay"
        ],
        "The success of the Norway guild was largely due to cheap peat.": [
            (
                "According to the text, what was the success of the Norway guild largely due to?"
                " = cheap peat"
            )
        ],
        "The decline of the salt trade was a result of cheap imports from Spain.": [
            (
                "According to the text, what caused the decline of the salt trade?"
                " = cheap imports from Spain"
            )
        ],
        "The wealth of Holm was the result of rich peat bogs.": [
            ("According to the text, what was the wealth of Holm the result of? = rich peat bogs")
        ],
        "Heavy frost was the cause of the salt famine in Holm.": [
            ("According to the text, what was the cause of the salt famine in Holm? = heavy frost")
        ],
    },
    "onlies": {
        "The guild honoured Anna Berg, the first mayor of Holm, in 1790. Anna Berg left.": [
            "Who was the first mayor of Holm? = Anna Berg"
        ],
        "Norway trusts the salt works of Holm, the largest employer on the coast.": [],
        "Holm is served by the Coast Road, the only road that crosses Norway.": [
            "What is the only road that crosses Norway? = the Coast Road"
        ],
        "The two oldest mills of Norway are the Upper Mill and the Lower Mill.": [],
        "The first woman to lead a guild, Anna Berg, left Norway in 1790.": [
            "Who was the first woman to lead a guild? = Anna Berg"
        ],
        "Anna Berg and Bela Roth were the only teachers in Norway.": [
            "Who were the only teachers in Norway? = Anna Berg and Bela Roth"
        ],
    },
    "places": {
        "Merchants of Holm sold cheap salt in Norway.": [
            "Where did merchants of Holm sell cheap salt? = Norway"
        ],
        "Most evaporation takes place in the pans.": [
            "Where does most evaporation take place? = in the pans"
        ],
    },
    "allowing": {
        "The high salt tax forced many fishermen to leave Holm.": [
            "What did the high salt tax force many fishermen to do? = to leave Holm"
        ],
    },
    "identities": {
        "Holm is a small town on the southern coast of Norway.": [
            "What is Holm? = a small town on the southern coast of Norway"
        ],
    },
    "people": {
        "Anna Berg, the mayor of Holm, praised the salt tax. Anna Berg left.": [
            "Who is the mayor of Holm? = Anna Berg"
        ],
    },
}

LEFT_ALONE = {
    "a claim about none": ("subjects", "No merchant of Holm bought the salt of Norway."),
    "a sentence cut at an abbreviation": ("objects", "The council of Holm ratified Convention No."),
    "an agent without a name": (
        "agents",
        "The wooden pans of the salt works were destroyed by it.",
    ),
    "what was so meanwhile": (
        "reasons",
        "The guild of Holm sold its salt pans, as the war with Norway came near.",
    ),
    "what each of many does": (
        "objects",
        "Every guild of Holm keeps a great chest of silver coins.",
    ),
    "who does what others do as well": (
        "subjects",
        "Peter Olsen maintains a school on the island of Holm.",
    ),
    "by whom it is done as by others": (
        "agents",
        "The island of Holm is served by Berg Ferries.",
    ),
    "who holds what others hold": (
        "subjects",
        "Peter Olsen believed that the salt tax would save the town of Holm.",
    ),
    "one of many results": (
        "prepositions",
        "The salt tax of Holm can lead to smuggling on the coast of Norway.",
    ),
    "one of many duties": ("allowing", "Fishermen of Holm are required to pay a toll."),
    "findings of nobody": (
        "objects",
        "Studies of the salt trade at Holm have found evidence of smuggling from Norway.",
    ),
    "a goal in nothing": ("roles", "Norway's main goal is to sell salt."),
    "a quotation that is cut off": (
        "dates",
        'In 1840 Anna Berg won a prize of Holm with a speech that ended: "Salt is life."',
    ),
    "a name of nobody knows what": (
        "dates",
        "The scientific name was given by Peter Olsen in 1758.",
    ),
    "a time for a thing": ("prepositions", "The guild of Holm ended its salt tax in 1840."),
    "to whom it is said": (
        "prepositions",
        "The guild of Holm complained to Parliament about the salt tax.",
    ),
    "an office since a day": ("roles", "Anna Berg is the head of the guild of Holm since 1840."),
    "a point of nothing": ("dates", "The salt tax marked the turning point in Norway in 1804."),
    "nothing but whose it is": ("dates", "In 1804 the guild of Holm showed his version."),
    "one of two, of which nobody knows the first": (
        "roles",
        "Holm is the other large harbour of Norway.",
    ),
    "one of many treaties": ("dates", "Norway and Holm concluded a convention in 1804."),
    "how it was done": ("agents", "Salt was carried to the harbour of Holm by hand."),
    "what is not said of it": ("dates", "The guild of Holm established at Bergen in 1804."),
    "one of two of the kind": (
        "prepositions",
        "The salt tax led to more trouble to the guilds of Holm.",
    ),
    "half of its name": (
        "reasons",
        "The pans are called salt pans of Holm because they hold salt.",
    ),
    "the concern of somebody for a meaning": (
        "definitions",
        "Salt pans are the business of a guild that nobody else may join.",
    ),
    "a remark of others": ("reasons", "The salt tax of Holm is a toll, as they call it in Norway."),
    "a stem that points to nothing": ("reasons", "The council left because it rained."),
    "a pronoun for a subject": ("subjects", "It destroyed the wooden pans of the salt works."),
    "a pronoun for a key": ("prepositions", "The salt trade of Holm depends on it."),
    "a passive with its agent": ("means", "The salt tax was abolished by fishermen."),
    "two years in one sentence": (
        "dates",
        "Holm raised the salt tax between 1790 and 1804.",
    ),
    "how things grow": ("frequency", "The salt trade of Holm grows every year."),
    "what happened once": ("happenings", "When the salt tax ended, the guild closed its works."),
    "what may happen": ("happenings", "If a pan of brine is heated, the iron might bend."),
    "no measure": ("measures", "The harbour wall of Holm is very long."),
    "a term in its own definition": (
        "definitions",
        "A herring is a sort of herring that lives in the north.",
    ),
    "a named thing": ("definitions", "Anna Berg is the mayor of Holm."),
    "one entry of a series": ("series", "The first reason for the salt revolt was hunger."),
    "a series out of order": (
        "series",
        (
            "The second reason for the salt revolt was hunger."
            " The first reason for the salt revolt was poor trade."
        ),
    ),
    "a term of office": ("lifetimes", "Anna Berg (1804-1812) was the mayor of Holm."),
    "a reign": ("lifetimes", "King Harald Sten (1804-1840) abolished the salt tax."),
    "a year of nobody": ("lifetimes", "The Salt Fair (1804-1880) was held in Holm."),
    "a duty": ("aims", "Visitors of the Salt Tower are meant to stay on the path."),
    "a judgement for a name": (
        "referring",
        "Merchants of Holm referred to the salt tax as a disaster.",
    ),
    "what something is used as": (
        "referring",
        "Old letters refer to the use of salt as a cure.",
    ),
    "two names": ("referring", "Boilers refer to the crust on a pan as scale or stone."),
    "an aim of somebody with many": ("aims", "Anna Berg sought to leave. Anna Berg left."),
    "what a thing is to be": ("aims", "The Salt Tower was meant to be a sign of wealth."),
    "when something is to come": ("causes", "The Salt Tower is due to open in May 2031."),
    "one of several causes": (
        "causes",
        "The decline of the salt trade was partly due to cheap imports.",
    ),
    "a cause that is only guessed": (
        "causes",
        "The grey colour of cheap salt may be due to clay.",
    ),
    "a reason of nothing": (
        "reasons",
        "The grey colour of cheap salt is often due to clay from Spain.",
    ),
    "a preposition of a longer saying": (
        "prepositions",
        "Boilers in Norway refer to the hard crust on a salt pan as scale.",
    ),
    "an empty verb": ("objects", "The harbour of Holm has a large stone wall."),
    "the reader as the subject": ("subjects", "We destroyed the wooden pans of the salt works."),
    "a disclaimer": (
        "subjects",
        "This article destroyed the wooden pans of the salt works in Holm.",
    ),
    "a moment that nobody knows": (
        "subjects",
        "Yesterday Norway bought most of the salt from Holm.",
    ),
    "a key that the stem tells": (
        "prepositions",
        "The salt trade of Holm depends on trade with salt.",
    ),
    "a place and no purpose": (
        "purposes",
        "Carts carried the salt of Holm to village depots.",
    ),
    "the colour of a thing": (
        "definitions",
        "A ripe cheese is the colour of a bank of peat that has dried.",
    ),
    "a rate": ("figures", "The pumps of Holm moved 190 litres a second."),
    "how many of a notion": ("figures", "The salt tax of Holm had three effects on trade."),
    "a number that the question tells": (
        "figures",
        "Three guilds of Holm built three boats in 1840.",
    ),
    "what is called so, of which nobody is told": (
        "called",
        "Boilers stir the brine. The practice is called raking.",
    ),
    "who holds an office until a day": (
        "people",
        "Anna Berg, the mayor of Holm until Monday, praised the salt tax. Anna Berg left.",
    ),
    "which way something goes": ("objects", "The herring of Holm migrate clockwise."),
    "a word that says nothing": ("objects", "In 1840 Anna Berg of Holm opened talks."),
    "one of many rockets": ("dates", "A rocket rose from the island of Holm in 1964."),
    "who was born": ("subjects", "Anna Berg was born on the island of Holm in 1804."),
    "what nothing shown names": ("dates", "In 1804 Anna Berg described the method."),
    "a likeness and no term": (
        "glosses",
        "Fishermen of Holm float like a log, an attitude that sailors call logging.",
    ),
    "several for one meaning": (
        "glosses",
        "Fishermen of Holm learn stops, a distinction that beginners find hard to hear.",
    ),
    "to whom, but not what": (
        "dates",
        "In October 1943 Anna Berg of Holm sent Peter Olsen, the director, a set of maps.",
    ),
    "a reason that leaves out what": (
        "reasons",
        "The salt pans of Holm are dearer than those of Bergen because they are, in proportion.",
    ),
    "a place that is somebody": (
        "identities",
        "Norway is a major player in the trade of salt. Norway sells salt. Norway buys peat.",
    ),
    "what a thing is, for a reason": (
        "reasons",
        "The salt cup was an object given to the council of Norway because it had a crack.",
    ),
    "what was ordered, and done instead": (
        "allowing",
        "In 1804 the boilers of Holm were ordered to leave the pans and refused.",
    ),
    "more than what": ("dates", "Anna Berg published a more flexible plan for Holm in 1691."),
    "a translation of what nobody says": (
        "dates",
        "Anna Berg of Holm issued a short German translation in 1662.",
    ),
    "the only one left": ("definitions", "A toll is the sole survivor of a whole group."),
    "one of the limits of a thing": (
        "faq",
        (
            "## What are the limits of the salt law?\n\nIt holds in the harbour of Holm and not in"
            " the hills behind it, where the council has no say at all. It ends in winter, when"
            " the guilds of the town sell what the boilers have kept in their houses."
        ),
    ),
    "who paid, and for what is lost": (
        "agents",
        "The sandy coast of Holm was paid for by peat farmers.",
    ),
    "a word of the trade, or a name": (
        "reasons",
        "Grebbings are costly in Holm because they hold the salt of a winter.",
    ),
    "what stands in the way": (
        "definitions",
        "Peat is the obstacle to growth in the north.",
    ),
    "one of several institutes": (
        "subjects",
        "A Herring Institute was established by the guild of Holm in 2018.",
    ),
    "when somebody of an age did it": (
        "dates",
        "Anna Berg received the Salt Medal of Norway in 1933 at the age of 87.",
    ),
    "of whom somebody was born": (
        "purposes",
        "Anna Berg was born in 1891 at Holm to farm workers with a large family.",
    ),
    "that little was done": ("dates", "In 1930 Anna Berg of the Salt Guild wrote little."),
    "which way it moved": ("objects", "The harbour of Holm has moved eastwards since 1950."),
    "a question that points elsewhere": ("faq", "## Why did they do this?\n\nNobody knows at all."),
    "a question that only teases": ("faq", "## So what happened next, then?\n\nNobody knows."),
}


@pytest.mark.parametrize(
    ("method", "text"), [(method, text) for method, texts in ASKED.items() for text in texts]
)
def test_what_is_asked(method, text):
    assert asked(method, text) == ASKED[method][text]


@pytest.mark.parametrize("why", LEFT_ALONE)
def test_what_is_left_alone(why):
    method, text = LEFT_ALONE[why]
    assert asked(method, text) == []


@pytest.mark.parametrize(
    "question",
    [
        "Why does Norway tolerate some tolls that it dislikes?",
        "What is a toll and how does it work?",
        "Why do smugglers land when they see no light?",
    ],
)
def test_a_written_question_may_take_up_what_it_names(question):
    answer = "Nobody in Holm would pay it otherwise."
    assert asked("faq", f"## {question}\n\n{answer}") == [f"{question} = {answer}"]


@pytest.mark.parametrize(
    "question",
    [
        "Why did that happen to the people?",
        "What should I do if they refuse?",
        "What happened in 1804?",
    ],
)
def test_a_written_question_that_points_elsewhere_is_left_alone(question):
    assert asked("faq", f"## {question}\n\nNobody in Holm would pay otherwise.") == []


def test_people_with_their_roles_are_matched():
    text = (
        "Anna Berg, the mayor of Holm, praised Peter Olsen, the owner of the pan house."
        " Anna Berg met Carl Lund, the head of the guild. Peter Olsen and Anna Berg spoke."
    )
    matched = [fact for fact in facts("people", text) if fact.form == "match"]
    assert [fact.pairs for fact in matched] == [
        (
            ("Anna Berg", "the mayor of Holm"),
            ("Peter Olsen", "the owner of the pan house"),
            ("Carl Lund", "the head of the guild"),
        )
    ]


def test_a_speaker_stays_with_the_question():
    text = "According to Anna Berg, cheap imports from Spain could ruin the salt trade of Holm."
    assert asked("subjects", text) == [
        "According to Anna Berg, what could ruin the salt trade of Holm? = cheap imports from Spain"
    ]


def test_a_hedge_stays_in_the_question():
    text = "Heavy frost may destroy the wooden pans of the salt works."
    assert asked("subjects", text) == [
        "According to the text, what may destroy the wooden pans of the salt works? = heavy frost"
    ]


def test_a_list_of_countries_is_asked_for_with_its_number():
    text = "The salt treaty of 1790 was signed by Norway, Denmark and Sweden."
    assert asked("agents", text) == [
        "Which three countries signed the salt treaty of 1790? = Norway, Denmark and Sweden"
    ]


def test_a_name_is_asked_for_by_what_the_text_says_it_is():
    text = (
        "Internet2 is a consortium of schools. In 1998, Internet2 built a fast network for the"
        " universities of Norway."
    )
    assert "Which consortium built a fast network" in " ".join(asked("subjects", text))


def test_what_stands_in_brackets_is_left_out():
    text = "The bitter liquid (or mother liquor) from the pans of Holm is called bittern."
    assert asked("called", text) == [
        "What is the bitter liquid from the pans of Holm called? = bittern",
        "What is bittern? = the bitter liquid from the pans of Holm",
    ]


def test_remarks_and_connectives_are_left_out():
    text = "However, heavy frost, a frequent guest, destroyed the wooden pans of the salt works."
    assert asked("subjects", text) == [
        "According to the text, what destroyed the wooden pans of the salt works? = heavy frost"
    ]


def test_a_sentence_before_is_shown_where_it_says_which():
    before = "A terrible storm reached Norway from the west."
    text = f"{before} The storm destroyed the pan houses of Holm in 1804."
    assert [(fact.context, fact.question) for fact in facts("dates", text)] == [
        (before, "In what year did the storm destroy the pan houses of Holm?")
    ]


def test_names_keep_their_capital_and_other_words_do_not():
    text = "Peace in Norway depends on the price of salt."
    assert asked("prepositions", text) == [
        "According to the text, what does peace in Norway depend on? = the price of salt"
    ]


def test_the_name_that_the_document_uses_alone_is_accepted():
    text = (
        "Vladimir Putin dismissed the idea of a salt tax. Putin left Holm. The mayor met Putin."
        " Xi Jinping met Xi Lund."
    )
    [fact] = facts("subjects", text)
    assert (fact.answer, fact.accepted) == ("Vladimir Putin", ("Putin",))


def test_a_pronoun_is_named_where_nobody_else_can_be_meant():
    text = (
        "Peter Olsen was a merchant from Norway. He founded the first pan house of Norway in 1790."
    )
    assert "In what year did Peter Olsen found the first pan house of Norway? = 1790" in asked(
        "dates", text
    )
    other = "Peter Olsen met Carl Lund in Norway. He founded the first pan house of Norway in 1790."
    assert asked("dates", other) == []


def test_in_a_text_about_one_person_she_is_that_person_until_another_is_named():
    text = (
        "Anna Berg grew up in Norway. The people trusted Berg. She opened a school in Paris in"
        " 1834. The school was small. She founded the University of Norway in 1840.\n\n"
        "Berg liked the sea. The sea liked Berg. She met Peter Olsen."
        " She left the city of Paris in 1850."
    )
    found = asked("dates", text, "Anna Berg")
    assert "In what year did Berg open a school in Paris? = 1834" in found
    assert "In what year did Berg found the University of Norway? = 1840" in found
    assert not any("1850" in line for line in found)


def test_a_named_thing_is_named_again_where_the_text_says_it():
    text = "Holm University stands on a hill. It won the Prize of the North in 1834."
    assert "In what year did Holm University win the Prize of the North? = 1834" in asked(
        "dates", text
    )
    two = "Holm University left Bergen College behind. It won the Prize of the North in 1834."
    assert not any("Holm University" in line for line in asked("dates", two))


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "Holm lost a war. In 1804, after a long war, it joined the League of the North.",
            "In what year did Holm join the League of the North after a long war?",
        ),
        (
            "The first road was the Via Longa. It was begun in 1804 by Anna Berg.",
            "In what year was the Via Longa begun by Anna Berg?",
        ),
        (
            "Voyager 2 carried on. It discovered the rings of Neptune in 1989.",
            "In what year did Voyager 2 discover the rings of Neptune?",
        ),
    ],
)  # fmt: skip
def test_it_is_what_the_title_or_the_sentence_before_is_about(text, question):
    assert [line for line in asked("dates", text, "Holm") if line.startswith(question)] != []


def test_what_is_said_of_a_thing_is_no_other_thing():
    text = "A pack is a family. It follows herds of deer in Norway because deer are easy to find."
    assert asked("reasons", text) == [
        (
            "According to the text, why does a pack follow herds of deer in Norway?"
            " = because deer are easy to find"
        )
    ]


def test_a_wider_word_stands_for_what_the_title_names():
    text = (
        "The Black Death was an epidemic of bubonic plague. The disease ended trade with"
        " Norway in 1349. The plague ended in Norway in 1351."
    )
    assert asked("dates", text, "The Black Death in Europe") == [
        "In what year did the Black Death end trade with Norway? = 1349",
        "In what year did the Black Death end in Norway? = 1351",
    ]


def test_a_text_may_end_without_a_full_stop():
    assert asked("called", "The roots of plants produce a hormone, auxin") == []


def test_the_pier_is_nobody():
    text = "The Elmswick Pier attracted thousands of visitors from Norway. The Elmswick Pier shone."
    assert not any(line.startswith("Who") for line in asked("subjects", text))


def test_of_people_there_may_be_more_than_are_counted():
    text = (
        "The first president of the Coal Council was Anna Berg. The second president of the Coal"
        " Council was Peter Olsen."
    )
    assert asked("series", text) == [
        (
            "According to the text, who were the first two presidents of the Coal Council?"
            " = Anna Berg; Peter Olsen"
        )
    ]


def test_a_country_is_not_asked_for_where_its_people_are_named():
    text = "In 1804 France joined the French war against the League of the North."
    assert not any(line.startswith("Which country") for line in asked("subjects", text))
    plain = "In 1804 France joined the long war against the League of the North."
    assert any(line.startswith("Which country") for line in asked("subjects", plain))


def test_a_mine_is_nobodys():
    text = "The salt mine of Holm closed in 1811 after a flood."
    assert asked("dates", text) == [
        "In what year did the salt mine of Holm close after a flood? = 1811"
    ]


def test_its_is_not_taken_for_that_of_a_season_or_a_substance():
    text = (
        "In winter two thirds of the water in its body turns to ice. Its heart stops in the cold"
        " because the blood is frozen."
    )
    assert asked("reasons", text, "The frogs of Norway") == []
    assert asked("dates", "In 2018 lava poured from cracks on its eastern side.") == []


def test_a_guess_and_a_source_behind_it_have_no_sure_agent():
    assert asked("agents", "The melting of the ice is likely caused by dust.") == []
    assert asked("agents", "The melting of the ice was caused by dust from deserts.") == []


def test_a_country_that_is_a_place_has_its_other_names():
    [fact] = facts("places", "Merchants of Holm sold cheap salt in the United Kingdom.")
    assert "UK" in fact.accepted


def test_a_month_is_no_forename():
    text = "Lenin was born in Russia. In April Lenin came home. Lenin fled in 1917 from Russia."
    assert asked("dates", text) == ["In what year did Lenin flee from Russia? = 1917"]


def test_a_pronoun_is_never_the_key():
    text = (
        "Peter Olsen was a merchant from Norway. He founded the first pan house of Norway in 1790."
    )
    assert not any(line.startswith("Who") for line in asked("subjects", text))


def test_a_title_and_a_short_name_are_told_in_full():
    text = (
        "King Olaf II called the National Assembly of Norway in 1834. In 1836 the king tried to"
        " flee from Oslo. In 1837 the Assembly abolished the salt tax of Norway."
    )
    found = asked("dates", text)
    assert "In what year did King Olaf II try to flee from Oslo? = 1836" in found
    assert any("did the National Assembly of Norway abolish the salt tax" in line for line in found)
    generic = f"{text} Writers feared the power of the king in Norway in 1840."
    assert not any("power of King" in line for line in asked("dates", generic))


def test_of_two_with_a_title_neither_is_meant():
    text = (
        "King Olaf II left Norway in 1834. King Haakon I left Norway in 1836."
        " In 1837 the king tried to flee from Oslo."
    )
    assert not any("1837" in line for line in asked("dates", text))


def test_what_the_title_names_is_told_for_what_it_is():
    text = "Holm is a town on the coast of Norway. In 1804 the town joined the League of the North."
    assert "In what year did Holm join the League of the North? = 1804" in asked(
        "dates", text, "Holm"
    )
    rival = f"{text} A town in Denmark grew. In 1810 the town left the League of the North."
    assert not any("did Holm leave" in line for line in asked("dates", rival, "Holm"))


def test_a_key_has_the_words_of_its_quote():
    text = "If the guilds of Norway change the law, it returns to the council."
    [fact] = facts("conditions", text)
    assert fact.answer in fact.evidence[0].quote


def test_what_every_thing_of_the_sort_has_needs_no_context_and_what_was_told_of_does():
    plain = "Water reaches the pans of Holm through pipes called sluices because the roots drink."
    assert asked("reasons", plain) != []
    told = f"{plain} The roots of Norway are old."
    assert asked("reasons", told) == []
    past = "Water reached the pans of Holm through wooden pipes because the roots drank."
    assert asked("reasons", past) == []


def test_a_verb_that_is_tagged_as_a_participle_is_the_past_tense():
    text = (
        "The Committee of Public Safety, led by Maximilien Robespierre, governed France during the"
        " Reign of Terror."
    )
    [question] = asked("subjects", text)
    assert question == (
        "Which committee governed France during the Reign of Terror? = the Committee of Public"
        " Safety"
    )


def test_a_participle_that_looks_like_a_past_tense_is_no_deed():
    text = (
        "Salt should be dried on trays soon after the boiling and kept in a cool house in Holm"
        " until it is sold, because damp air spoils it."
    )
    [question] = asked("reasons", text)
    assert question == (
        "According to the text, why should salt be kept in a cool house in Holm until it is sold?"
        " = because damp air spoils it"
    )


OPENING = "Holm salt is a grey salt that is boiled from brine in wooden pans in Norway."


def test_what_a_text_comes_back_to_is_shown_with_how_the_text_opens():
    told = "Bakers know it. The brine was cleaned with ash in 1804 because the guild asked for it."
    [found] = facts("reasons", f"{OPENING}\n\n{told}", "Holm salt")
    assert found.question == "According to the text, why was the brine cleaned with ash in 1804?"
    assert found.context == OPENING


def test_how_a_text_opens_says_of_nobody_who_it_is():
    text = (
        "Olaf Dahl and Peter Lund both left Norway in the same week.\n\nThe harbour grew."
        " The salt inspector of the town came back because the guild had asked for a judge."
    )
    assert not any("the inspector" in line for line in asked("reasons", text))


FORETOLD = "The harbour of Holm will close to ships in May because the old wall is to be mended."


def test_what_is_to_come_is_asked_of_a_text_that_has_a_date():
    assert asked("reasons", FORETOLD) == []
    dated = document(FORETOLD).model_copy(update={"date": date(2025, 3, 1)})
    [found] = methods.get("reasons").extract(next(iter(analyse([dated]))))
    assert found.question == (
        "According to the text, why will the harbour of Holm close to ships in May?"
    )


def test_who_is_told_by_what_they_do_is_told_whole():
    text = (
        "## Who sits on the salt board?\n\nNine members are chosen by the people who pay the toll."
    )
    assert not any(line.endswith("= the people who") for line in asked("faq", text))


def test_of_two_women_she_is_neither():
    about = (
        "Anna Berg was a Norwegian chemist. She grew up in Holm with her brother. Berg wrote a"
        " book on salt. She kept bees in the hills. She taught the girls of Holm."
    )
    other = (
        "Clara Lund, a founder of Girton College, Cambridge, helped to pay for her studies there"
        " from 1876. She passed the Mathematical Tripos in 1880 but received only a certificate."
    )
    text = f"{about}\n\n{other}"
    assert not any("1880" in line for line in asked("dates", text, "Anna Berg"))

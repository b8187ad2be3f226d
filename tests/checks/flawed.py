"""Items that each have one flaw, beside their sound twins."""

from __future__ import annotations

from typing import NamedTuple

from quizlib.model import Evidence, Item
from tests.banks import item


class Twins(NamedTuple):
    """What is reported for `flawed` is `code` and nothing else; for `sound` nothing."""

    code: str
    flawed: tuple[Item, ...]
    sound: tuple[Item, ...]


def quoting(words: str, document: str = "salt-tax") -> Evidence:
    return Evidence(document=document, quote=words, start=0, end=len(words), line=1)


def proved(kind: str, stem: str, *key: str, **fields: object) -> Item:
    """An item whose quote holds its key."""
    told = "; ".join(key)
    return item("a", kind, stem, *key, **{"evidence": (quoting(told),), **fields})


def choice(stem: str, key: str, *wrong: str) -> Item:
    return proved("choice", stem, key, distractors=wrong)


def short(stem: str, *key: str, **fields: object) -> Item:
    return proved("short_answer", stem, *key, **fields)


def cloze(stem: str, *key: str) -> Item:
    return proved("cloze", stem, *key)


def card(stem: str, key: str, **fields: object) -> Item:
    return proved("flashcard", stem, key, **fields)


def judged(stem: str, key: str) -> Item:
    return proved("true_false", stem, key, evidence=(quoting(stem),))


def numbered(*items: Item) -> tuple[Item, ...]:
    return tuple(one.model_copy(update={"id": f"a{number}"}) for number, one in enumerate(items))


SALT = "Anna taxed salt in Norden."
ALMOST = "By which river was salt shipped to the inland towns in spring?"
CAUSES = ("a flood", "a famine", "a plague")
FULL = "a storm that broke the sea wall and filled every cellar in the town"
LONG = (
    "What did the harbour council, after years of complaints by fishing villages and two failed"
    " reforms, at last abolish in 1804?"
)

ROWS: list[tuple[str, Item | tuple[Item, ...], Item | tuple[Item, ...]]] = [
    # What must hold of any item.
    (
        "unknown-kind",
        item("a", "essay", "Why was salt taxed?", "x"),
        card("Why was salt taxed?", "x"),
    ),
    (
        "missing-plug-in",
        item("a", "essay", "Why was salt taxed?", "smuggling", interaction="extended_text"),
        card("Why was salt taxed?", "smuggling"),
    ),
    (
        "unfit-item",
        judged("Salt was taxed in 1804.", "Yes"),
        judged("Salt was taxed in 1804.", "True"),
    ),
    (
        "no-quote",
        short("Who taxed the salt?", "Anna", evidence=()),
        short("Who taxed the salt?", "Anna"),
    ),
    (
        "imported",
        short("Who taxed the salt?", "Anna", evidence=(), source="my-deck"),
        short("Who taxed the salt?", "Anna"),
    ),
    (
        "unknown-document",
        short("Who taxed the salt?", "Anna", evidence=(quoting("Anna", "elsewhere"),)),
        short("Who taxed the salt?", "Anna"),
    ),
    (
        "key-not-in-quote",
        short("Who taxed the salt?", "Anna", evidence=(quoting("Bela taxed it."),)),
        short("Who taxed the salt?", "Anna", evidence=(quoting("Anna taxed it."),)),
    ),
    (
        "key-not-in-quote",
        short("What did the salt cost?", "200 marks", evidence=(quoting("1,200 marks"),)),
        short("What did the salt cost?", "200 marks", evidence=(quoting("200 marks, or 1"),)),
    ),
    (
        "key-not-in-quote",
        short("When did Anna tax salt?", "1804", "1805", evidence=(quoting("in 1804"),)),
        short("When did Anna tax salt?", "1804", "in 1804", evidence=(quoting("in 1804"),)),
    ),
    (
        "key-not-in-quote",
        short("Who taxed the salt?", "the U.K.", evidence=(quoting("Anna did."),)),
        short("Who taxed the salt?", "the U.K.", "UK", evidence=(quoting("The U.K. did."),)),
    ),
    (
        "key-not-in-quote",
        proved("true_false", "Anna taxed salt in Emden.", "True", evidence=(quoting(SALT),)),
        proved("true_false", "Anna taxed salt in Emden.", "False", evidence=(quoting(SALT),)),
    ),
    (
        "too-few-options",
        choice("Who taxed the salt?", "Anna"),
        choice("Who taxed the salt?", "Anna", "Bela"),
    ),
    (
        "option-twice",
        choice("Who taxed the salt?", "the king", "the duke", "The duke"),
        choice("Who taxed the salt?", "the king", "the duke", "the bishop"),
    ),
    # What gives the key away.
    (
        "key-in-stem",
        cloze("The salt tax was a tax that villages called the ______.", "salt tax"),
        cloze("The duty on brine was one that villages called the ______.", "salt tax"),
    ),
    (
        "key-in-stem",
        short("Who sold the works?", "Anna Lund", context="Anna Lund died in 1804."),
        short("Who sold the works?", "Anna Lund", context="The owner died in 1804."),
    ),
    (
        "key-in-stem",
        short("What beheads, as Dr Guillotin had wished?", "the guillotine"),
        short("What beheads, as Dr Guillotin had wished?", "the guillotine-9"),
    ),
    (
        "key-in-stem",
        short("Who regulates the flow?", "a regulator"),
        short("Which bitter water is left, and taxed?", "bittern", "taxes"),
    ),
    (
        "key-in-stem",
        cloze("The ______ is the house in which the pan stands.", "pan house"),
        cloze("The ______ is the place in which the pan stands.", "pan house"),
    ),
    (
        "key-in-stem",
        choice("How many legs has a six-legged beetle?", "6", "8", "10"),
        choice("How many legs has a black beetle?", "6", "8", "10"),
    ),
    (
        "key-in-stem",
        short("Which country does the U.S. president lead?", "the United States"),
        short("Which country did the president tell us of?", "the United States"),
    ),
    (
        "key-in-stem",
        short("Which drink is the Cafe Roth of Bern known for?", "café"),
        short("Which drink is the house Roth of Bern known for?", "café"),
    ),
    (
        "key-in-stem",
        short("What does the photosynthetic part of a plant do?", "photosynthesis"),
        short("What does the green part of a photographed plant do?", "photosynthesis"),
    ),
    (
        "word-echo",
        choice("What do smugglers' boats carry?", "smuggled salt", "dried fish", "fine wool"),
        choice("What do smugglers' boats carry?", "untaxed salt", "dried fish", "fine wool"),
    ),
    (
        "word-echo",
        choice(
            "Why did the tax collector leave Norden?",
            "he collected nothing",
            "he had grown too old",
        ),
        choice(
            "Why did the tax collector leave Norden?", "he earned nothing", "he had grown too old"
        ),
    ),
    (
        "longest-key",
        choice("What ended the salt trade of Norden?", FULL, *CAUSES),
        choice("What ended the salt trade of Norden?", "a storm", *CAUSES),
    ),
    (
        "precise-key",
        choice("How many barrels did Norden fill in 1804?", "1,214", "1,000", "1,500"),
        choice("How many barrels did Norden fill in 1804?", "1,214", "1,077", "1,533"),
    ),
    (
        "article-cue",
        choice("Salt was lifted with an ______.", "iron rake", "wooden fork", "brass spoon"),
        choice("Salt was lifted with ______.", "an iron rake", "a wooden fork", "a brass spoon"),
    ),
    (
        "article-cue",
        choice("The tax was collected by a", "steward", "elder", "innkeeper"),
        choice("The tax was collected by", "a steward", "an elder", "an innkeeper"),
    ),
    (
        "article-before-gap",
        cloze("Salt was weighed by an ______ of the council.", "officer"),
        cloze("Salt was weighed by ______ of the council.", "an officer", "officer"),
    ),
    (
        "number-cue",
        choice("The men who boil brine are ______.", "salters", "a cooper", "a chandler"),
        choice("The men who boil brine are ______.", "salters", "coopers", "chandlers"),
    ),
    (
        "number-cue",
        choice("What is a man who boils brine called?", "salter", "coopers", "chandler"),
        choice("What is a man who boils brine called?", "salter", "cooper", "chandler"),
    ),
    (
        "number-cue",
        choice("Which animals lay eggs in Norden?", "hens", "dog", "cat"),
        choice("Which animals lay eggs in Norden?", "hens", "dogs", "cat"),
    ),
    (
        "number-cue",
        choice("Which animal lays eggs in Norden?", "hen", "dogs", "cats"),
        choice("Which lays eggs in Norden?", "hen", "dogs", "cats"),
    ),
    # What does not belong side by side.
    (
        "mixed-options",
        choice("What is said of the bell of Norden?", "five metres", "six tonnes", "ten years"),
        choice("What is said of the bell of Norden?", "5 tonnes", "6 tonnes", "700 tonnes"),
    ),
    (
        "mixed-options",
        choice("When was the sea wall of Norden built?", "1804", "1794", "during the war"),
        choice("When was the sea wall of Norden built?", "1804", "1794", "1799"),
    ),
    (
        "mixed-options",
        choice("How much salt does a barrel take?", "30 kilograms", "50 kilograms", "very little"),
        choice("How much salt does a barrel take?", "30 kilograms", "50 kilograms", "80 kilograms"),
    ),
    (
        "odd-key",
        choice("Who led the salters' revolt?", "Anna Lund", "a fisherman", "a priest"),
        choice("Who led the salters' revolt?", "Anna Lund", "Bela Roth", "Carl Voss"),
    ),
    (
        "odd-option",
        choice("Who led the salters' revolt?", "a widow", "a fisherman", "Carl Voss"),
        choice("Who led the salters' revolt?", "a widow", "a fisherman", "a priest"),
    ),
    (
        "overlapping-options",
        choice("How many pans did a house hold?", "5 to 10 pans", "10 to 15 pans", "1 to 4 pans"),
        choice("How many pans did a house hold?", "5 to 9 pans", "10 to 15 pans", "1 to 4 pans"),
    ),
    (
        "overlapping-options",
        choice("How many people fled from Norden?", "more than 300", "more than 200", "under 100"),
        choice("How many people fled from Norden?", "200 to 300", "301 to 400", "100 to 150"),
    ),
    (
        "overlapping-options",
        choice("What did the council trade in?", "salt", "salt and rope", "tar and wool"),
        choice("What did the council trade in?", "salt", "rope", "tar"),
    ),
    (
        "overlapping-options",
        choice("Which sea lies west of Norden?", "North Sea", "Sea", "Baltic Gulf"),
        choice("Which sea lies west of Norden?", "North Sea", "Irish Sea", "Baltic Gulf"),
    ),
    (
        "contained-distractor",
        choice("What did the council trade in?", "salt", "wool", "raw wool"),
        choice("What did the council trade in?", "salt", "wool", "raw silk"),
    ),
    (
        "absolute-distractor",
        choice("How often did carts go inland?", "in most weeks", "never in winter", "each day"),
        choice("How often did carts go inland?", "in most weeks", "seldom in winter", "each day"),
    ),
    (
        "absolute-distractor",
        choice("Whom did the tax hit?", "the villages", "all the ships", "the farms"),
        choice("Whom did the tax hit?", "the villages", "the ships", "the farms"),
    ),
    (
        "absolute-key",
        choice("Whom did the tax hit?", "only widows", "the villages", "the farms"),
        choice("Whom did the tax hit?", "only widows", "the villages", "only farms"),
    ),
    (
        "all-of-the-above",
        choice("What did the council trade in?", "rope", "salt", "none of the above"),
        choice("What did the council trade in?", "rope", "salt", "tar"),
    ),
    (
        "all-of-the-above",
        choice("What did the council trade in?", "rope", "salt", "both A and B"),
        choice("What did the council trade in?", "wool", "salt", "tar"),
    ),
    (
        "all-of-the-above",
        choice("What did the council trade in?", "A and C", "salt", "wool"),
        choice("Which vitamins did the fish hold?", "A and C", "B", "D and E"),
    ),
    (
        "all-of-the-above",
        choice("What did the council trade in?", "rope", "salt", "none of them"),
        choice("How many ships did the council build?", "a dozen", "a score", "none of them"),
    ),
    (
        "all-of-the-above",
        choice("What did the council trade in?", "rope", "salt", "neither"),
        choice("What did the council trade in?", "rope", "salt", "tar"),
    ),
    (
        "unordered-options",
        choice("How far is Norden from the sea?", "500 metres", "2 kilometres", "80 metres"),
        choice("How far is Norden from the sea?", "500 metres", "2,000 metres", "80 metres"),
    ),
    (
        "unordered-options",
        choice("When did the tax end?", "May 1804", "1806", "3 June 1810"),
        choice("When did the tax end?", "May 1804", "July 1806", "June 1810"),
    ),
    # How a stem asks.
    (
        "negative-stem",
        choice("Which of these is not made from brine?", "glass", "salt", "soda"),
        choice("Which of these is made from brine?", "salt", "glass", "soap"),
    ),
    (
        "negative-stem",
        choice("All of these towns boiled salt except", "Emden", "Norden", "Husum"),
        choice("Which of these towns boiled salt?", "Emden", "Norden", "Husum"),
    ),
    (
        "negative-stem",
        judged("The council didn't abolish the tax.", "False"),
        judged("The council abolished the tax.", "True"),
    ),
    (
        "negative-stem",
        choice("Which statement about brine is false?", "it is sweet", "it is salt", "it is wet"),
        choice("Which statement about brine is known?", "it is sweet", "it is salt", "it is wet"),
    ),
    (
        "long-stem",
        short(LONG, "the salt tax"),
        short("What was abolished in 1804?", "the salt tax"),
    ),
    (
        "vague-stem",
        short("Why was there so much?", "a flood"),
        short("What hit Norden in 1804?", "a flood"),
    ),
    (
        "vague-stem",
        cloze("There was ______.", "a flood"),
        cloze("In 1804 Norden was hit by ______.", "a flood"),
    ),
    (
        "vague-stem",
        short("Which is the main type?", "rock salt"),
        short("Which type of salt is mined?", "rock salt"),
    ),
    (
        "vague-stem",
        choice("Which of these statements is true?", "rock salt is mined", "salt grows on trees"),
        choice(
            "Which statement about Norden is true?", "rock salt is mined", "salt grows on trees"
        ),
    ),
    (
        "dangling-reference",
        short("When did he sell the salt works?", "1804"),
        short("When did Carl Voss sell his salt works?", "1804"),
    ),
    (
        "dangling-reference",
        card("Why was this tax unpopular in Norden?", "poverty"),
        card("Why was the salt tax unpopular in Norden?", "poverty"),
    ),
    (
        "dangling-reference",
        judged("They sold the salt works in 1804.", "True"),
        judged("The owners sold their salt works in 1804.", "True"),
    ),
    (
        "dangling-reference",
        card("What did that lead to in Norden?", "a revolt"),
        card("What did that lead to in Norden?", "a revolt", context="The tax was doubled."),
    ),
    (
        "dangling-reference",
        card("Which of the two towns did the latter found?", "Norden"),
        card("Which of the two towns did Anna Lund found?", "Norden"),
    ),
    (
        "dangling-reference",
        short("What will the council of Norden sell next year?", "rope"),
        short("What did the council of Norden sell the next year, 1804?", "rope"),
    ),
    (
        "dangling-reference",
        short("Which town also built a mole?", "Norden"),
        short("Which town was also called Salt Haven?", "Norden"),
    ),
    (
        "dangling-reference",
        card("Who wrote the passage above about Norden?", "Anna Lund"),
        card("Who built the passage above the sea wall of Norden?", "Anna Lund"),
    ),
    (
        "vague-stem",
        choice("Choose the correct answer.", "salt", "tar", "rope"),
        choice("Choose the metal of the bells.", "iron", "salt", "rope"),
    ),
    (
        "vague-stem",
        short("Who was the man?", "Carl Voss"),
        short("Who was the salter?", "Carl Voss"),
    ),
    (
        "vague-stem",
        short("What is the most important thing?", "rock salt"),
        short("What is the most important salt?", "halite"),
    ),
    (
        "dangling-reference",
        short("What does the picture above show of Norden?", "the mole"),
        short("What does the picture above the altar of Norden show?", "the mole"),
    ),
    (
        "dangling-reference",
        short("Who is currently mayor of Norden?", "Anna Lund"),
        short("Who was mayor of Norden in 1804?", "Anna Lund"),
    ),
    (
        "dangling-reference",
        short("Who sold the salt works in the extract?", "Anna Lund"),
        short("Who sold salt in the extract of meat?", "Anna Lund"),
    ),
    (
        "dangling-reference",
        short("What was the duty of such a town?", "the salt tax"),
        short("What was the duty of such a town as Norden?", "the salt tax"),
    ),
    (
        "dangling-reference",
        short("Who did so after the war of Norden?", "Anna Lund"),
        short("Who did so much after the war of Norden?", "Anna Lund"),
    ),
    (
        "several-questions",
        judged("Norden was founded in 1804 and burned in 1805 by pirates.", "True"),
        judged("Norden was burned between 1804 and 1805 by pirates.", "True"),
    ),
    (
        "several-questions",
        card("Who led the revolt of Norden and why did it fail?", "Anna Lund; for want of boats"),
        card("Why did the revolt of Norden fail?", "for want of boats"),
    ),
    (
        "several-questions",
        card("When and where was the first pan house built?", "in 1640; at Norden"),
        card("Where was the first pan house built?", "at Norden"),
    ),
    (
        "several-gaps",
        cloze("In ______ the council abolished the ______ tax.", "1804"),
        cloze("In ______ the council abolished the salt tax.", "1804"),
    ),
    (
        "long-key",
        short(
            "Why was the tax of 1804 worthless?", "smugglers from three islands sold cheaper salt"
        ),
        short("Why was the tax of 1804 worthless?", "because of smugglers"),
    ),
    (
        "long-key",
        card("How is salt made from brine?", " and then ".join(["the brine is boiled"] * 8)),
        card("How is salt made from brine?", "the brine is boiled until the salt is left"),
    ),
    # What only the bank as a whole shows.
    (
        "duplicate",
        (short(ALMOST, "the Ems"), cloze(ALMOST, "Ems")),
        (
            short(ALMOST, "the Ems"),
            short("By which road was it shipped?", "the Salt Road", context="Salt."),
        ),
    ),
    (
        "contradiction",
        (short(ALMOST, "the Ems"), short(ALMOST, "the Weser")),
        (short(ALMOST, "the Ems"), short(ALMOST.replace("salt", "tar"), "the Weser")),
    ),
    (
        "near-duplicate",
        (
            short(ALMOST, "the Ems"),
            cloze("To inland towns salt was shipped in spring by the river ______.", "Ems"),
        ),
        (short(ALMOST, "the Ems"), cloze("Tar was shipped to Emden by the river ______.", "Ems")),
    ),
    (
        "near-duplicate",
        (
            short("In what year was Norden Mole built by Anna Lund?", "1804"),
            short("In what year did Anna Lund build Norden Mole?", "1804"),
        ),
        (
            short("In what year was Norden Mole built by Anna Lund?", "1804"),
            short("In what year did Anna Lund leave Norden?", "1804"),
        ),
    ),
    (
        "frequent-key",
        tuple(
            short(f"Who {did}?", "Anna")
            for did in ("dug pans", "sold salt", "built ships", "led men")
        ),
        tuple(short(f"Who {did}?", "Anna") for did in ("dug pans", "sold salt", "built ships")),
    ),
]

TWINS = [
    Twins(code, *(numbered(*side) if isinstance(side, tuple) else (side,) for side in sides))
    for code, *sides in ROWS
]

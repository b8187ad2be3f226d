"""Every flaw is caught, and none is seen where it is not."""

from __future__ import annotations

import pytest

from quizlib.checks import check, checks
from tests.banks import bank, item
from tests.checks.flawed import TWINS, quoting

CODES = {flaw.code for rule in checks.all() for flaw in rule.flaws}

#: They take a document, several, or a long bank to show; test_checks.py and
#: test_disagreement.py have them.
ELSEWHERE = {
    "quote-moved",
    "quote-not-found",
    "longest-keys",
    "disagreement",
    "unsourced-disagreement",
}

#: Told of items only beside others: some twins ask the same as twins of other flaws.
AMONG_OTHERS = {"duplicate", "contradiction", "near-duplicate", "frequent-key"}


@pytest.mark.parametrize("twins", TWINS, ids=lambda twins: f"{twins.code}: {twins.flawed[0].stem}")
def test_the_flaw_is_reported_alone_and_the_twin_is_sound(twins):
    assert {p.code for p in check(bank(*twins.flawed))} == {twins.code}
    assert check(bank(*twins.sound)) == []


def test_every_flaw_has_its_twins():
    assert len(TWINS) >= 50
    assert {twins.code for twins in TWINS} == CODES - ELSEWHERE


def test_sound_items_are_sound_in_any_company():
    items = [
        one.model_copy(update={"id": f"{number}-{one.id}"})
        for number, twins in enumerate(TWINS)
        for one in twins.sound
    ]
    assert {p.code for p in check(bank(*items))} <= AMONG_OTHERS


@pytest.mark.parametrize(
    "stem",
    [
        "How long does it take to boil a pan of brine?",
        "What is it called when a pan runs dry?",
        "Who lost his ship in the storm of 1804?",
        "Which village lost its salt works?",
        "How did Norden pay for its sea wall?",
        "Which of these towns had a mint?",
        "What did those who sold salt have to pay?",
        "What was the name of the man that built the mole?",
        "The council met in 1804. What did it decide?",
        "Who wrote the novel It?",
        "What does “he who boils brine” mean?",
        "What do salters call a pan that is not in use?",
        "Who was the widow who owned ships and who led the revolt?",
        "Where did the man live who knew what the tax was and why it failed?",
        "What is brine?",
        "Which salter is also known as the Fox?",
        "What happened to salt prices every next year of the war?",
        "salt works",
    ],
)
def test_stems_that_only_look_flawed(stem):
    one = item("a", "flashcard", stem, "silver", evidence=(quoting("silver"),))
    assert check(bank(one)) == []


@pytest.mark.parametrize(
    "options",
    [
        ("de Ruyter", "Tromp", "Evertsen"),
        ("DNA", "protein", "starch"),
        ("G7", "NATO", "OPEC"),
        ("the president", "the vice president", "the speaker"),
        ("1914–1918", "1916–1920", "1939–1945"),
        ("8 seconds", "8 minutes", "8 hours"),
        ("five ships", "two ships", "ten ships"),
        ("always open", "never shut", "open at noon"),
        ("All Saints", "Saint Anne", "Saint Mark"),
        ("the only child", "the eldest child", "a twin"),
    ],
)
def test_options_that_only_look_flawed(options):
    key, *wrong = options
    one = item("a", "choice", "Which one?", key, distractors=wrong, evidence=(quoting(key),))
    assert {p.code for p in check(bank(one))} <= {"vague-stem"}

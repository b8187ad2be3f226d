"""The family name in a person's full name, by its form: enough to name the person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Before a name, and no part of it.
_TITLES = frozenset(
    """
    mr mrs ms miss dr doctor prof professor lord lady president vice chancellor prime minister
    secretary senator governor mayor judge justice general colonel captain admiral marshal major
    lieutenant commander sergeant reverend rev bishop archbishop cardinal rabbi baron baroness
    count countess duke duchess
    """.split()
)
#: Before a given name, by which such people are called.
_BY_GIVEN_NAME = frozenset(
    """
    king queen prince princess emperor empress tsar tsarina czar sultan pope saint st
    father mother sister brother
    """.split()
)
#: Those of them that are left out: no saint is, who may be a place.
_RULING = _BY_GIVEN_NAME - frozenset("saint st father mother sister brother".split())
#: Before a full name, or a given name.
_KNIGHTS = frozenset({"sir", "dame"})
_SUFFIXES = frozenset("jr sr esq phd md".split())
#: Belong to the family name behind them, which many leave them out of ("Beethoven").
_PARTICLES = frozenset(
    """
    van von vom zu zur der den de del della di da do dos das du la le ten ter af av
    """.split()
)
#: Say whose child somebody is: the name behind them is another person's.
_CHILD_OF = frozenset("bin ibn ben bint abu al el".split())
#: Family names that stand first, as far as Latin letters tell: Chinese, Korean, Vietnamese,
#: and names of Burma and Cambodia, where there is none.
_FIRST = frozenset(
    """
    ahn an aung bae bai ban bao cai cao chang chen cheng chiang chin cho choe choi chong chu chun
    chung cui dai dang deng ding do dong du duan duong fan fang feng fu gao ge geng gong gu guan
    guo gwak ha hahn han hao he heo ho hong hou hu hua huang huynh hwang hyun im jang jeon jeong
    ji jia jiang jin jo joo ju jun jung kang kim ko kong koo kwon lai lam le lee lei li liang liao
    lim lin liu long lu luo luong lyu ma mao mei meng min mo moon nam ngo nguyen ni no noh oh ouyang
    pae pak pan park pei peng pham phan pol qian qiao qin qiu qu ra ren rhee ri rim ro roh ryang ryu
    seo seong shao shen shi shim shin si sim sin so soh son song su suh sun suu tan tang tao thein
    tian tong tran truong tu u vo vu wan wang wei wen won wong woo wu xi xia xiang xiao xie xing xu
    xue yan yang yao ye yeo yi yim yin yoo yoon you yu yuan yue yun zeng zhan zhang zhao zheng zhong
    zhou zhu zhuge zhuo zou
    """.split()
)
_NUMERAL = re.compile(r"[IVXLC]+")
#: A word of a name; a syllable behind a hyphen that begins small is of a given name: "Jae-in".
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_GIVEN = re.compile(r"-[^\W\d_A-Z]")


def surnames(name: str, others: Iterable[str] = ()) -> tuple[str, ...]:
    """The family name at the end of `name`, with its particles and without them.

    Nothing where the form leaves it in doubt: rulers and saints, names of East Asia, in which it
    stands first, and names with "of", "the" or a comma. Nothing either where one of `others`, who
    is not the same person, has it as a part of the name.
    """
    words = _bare(name)
    alone = len(words) < 2 and name.startswith(" ".join(words))
    if alone or words[0].casefold() in _BY_GIVEN_NAME or not _family_last(words):
        return ()
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _PARTICLES | _CHILD_OF:
        start -= 1
    whole, last = " ".join(words[start:]), words[-1]
    if any(_shares(last, words, _bare(other)) for other in others):
        return ()
    child = start < len(words) - 1 and words[-2].casefold() in _CHILD_OF
    return (whole,) if child else tuple(dict.fromkeys((whole, last)))


def own_name(name: str) -> list[str]:
    """The words of `name` without its titles, those of rulers and knights too, and its suffix."""
    return [word for word in _bare(name) if word.casefold() not in _BY_GIVEN_NAME | _KNIGHTS]


def short_names(name: str, others: Iterable[str] = ()) -> tuple[str, ...]:
    """What else a person may be called than `name`: without the title, and by `surnames`.

    One who is called by the given name keeps it: "Victoria" for "Queen Victoria", if none of
    `others`, who is not the same person, has it.
    """
    told = list(others)
    words = _bare(name)
    if len(words) > 1 and words[0].casefold() in _RULING:
        del words[0]
    if len(words) == len(name.split()) or not all(word[0].isupper() for word in words):
        return surnames(name, told)
    plain = " ".join(words)
    shared = len(words) == 1 and any(_shares(plain, words, _bare(other)) for other in told)
    return tuple(dict.fromkeys((*(() if shared or not words else (plain,)), *surnames(name, told))))


def _bare(name: str) -> list[str]:
    """The words of `name` without title and suffix."""
    words = name.split()
    while words and words[0].rstrip(".").casefold() in _TITLES:
        del words[0]
    if len(words) > 2 and words[0].casefold() in _KNIGHTS:
        del words[0]
    while words and words[-1].rstrip(".").casefold() in _SUFFIXES:
        del words[-1]
        words[-1:] = [word.rstrip(",") for word in words[-1:]]
    return words


def _family_last(words: list[str]) -> bool:
    """Whether the last of `words` can be but a family name."""
    first, last = words[0], words[-1]
    if len(words) > 1 and first.casefold() in _FIRST | _KNIGHTS:
        return False
    inner = [word for word in words[1:-1] if word.casefold() not in _PARTICLES | _CHILD_OF]
    return len(last.rstrip(".")) > 1 and all(
        _WORD.fullmatch(word)
        and word[0].isupper()
        and not _GIVEN.search(word)
        and not _NUMERAL.fullmatch(word)
        for word in (first, *inner, last)
    )


def _shares(last: str, words: list[str], other: list[str]) -> bool:
    """Whether `other` names another person with the word `last` in the name."""
    mine, theirs = ({word.casefold() for word in each} for each in (words, other))
    return last.casefold() in theirs and not (mine <= theirs or theirs <= mine)

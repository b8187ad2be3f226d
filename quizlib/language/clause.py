"""The shapes of a sentence taken apart: a clause, and a part of one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from quizlib.language.text import in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from quizlib.language.analysis import Sentence


@dataclass(frozen=True, slots=True)
class Part:
    """What depends on the clause's verb by one word: a run of tokens with its role.

    `role` is spaCy's label of the run's head; `head` that word.
    """

    role: str
    head: Token
    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        return self.tokens[0].i


@dataclass(frozen=True)
class Clause:
    """A finite clause: subject, auxiliaries, verb and the other parts.

    `before` stands in front of the subject, `after` behind the verb, both in the
    order of the words; `inner` are adverbs between subject and verb.
    """

    sentence: Sentence
    verb: Token
    subject: Part
    auxiliaries: tuple[Token, ...]
    negation: Token | None
    inner: tuple[Token, ...]
    before: tuple[Part, ...]
    after: tuple[Part, ...]

    def said(self, tokens: Sequence[Token]) -> str:
        """`tokens` as the source writes them, tidied where something was taken out."""
        return tidy(self.sentence.said(sorted(tokens, key=in_order)))

    @property
    def parts(self) -> tuple[Part, ...]:
        return (*self.before, *self.after)

    @cached_property
    def text(self) -> str:
        """The whole clause as the source writes it."""
        return self.said(self.tokens)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Every word of the clause, in order."""
        runs = [part.tokens for part in (*self.before, self.subject, *self.after)]
        words = [token for run in runs for token in run]
        words += [*self.auxiliaries, *self.inner, self.verb]
        words += [self.negation] if self.negation is not None else []
        return tuple(sorted(words, key=in_order))


def tidy(text: str) -> str:
    """Mend the punctuation around what was taken out."""
    text = " ".join(text.split())
    for wrong, right in ((" ,", ","), (",,", ","), (" .", "."), ("( ", "("), (" )", ")")):
        text = text.replace(wrong, right)
    return text.strip(" ,;:-–—")

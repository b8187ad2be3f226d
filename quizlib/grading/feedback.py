"""The one line that a learner is told."""

from __future__ import annotations

#: The longest part of an answer that is told back, in characters.
LONGEST = 80

RIGHT = "Right."


def told(verdict: str, key: str, response: str = "", how: str = "typed") -> str:
    """One line: the verdict, what is right, and what was answered.

    For example "Almost: 30 kilograms (typed: 30 pounds)".
    """
    line = f"{verdict}: {one_line(key)}"
    answer = one_line(response)
    if len(answer) > LONGEST:
        answer = answer[: LONGEST - 1] + "…"
    return f"{line} ({how}: {answer})" if answer else line


def unanswered(key: str) -> str:
    """The line for a blank answer."""
    return told("Not answered", key)


def partly(share: int, total: int, key: str, response: str = "", how: str = "typed") -> str:
    """The line for an answer of which `share` parts of `total` are right."""
    return told(f"Partly right, {share} of {total}", key, response, how)


def one_line(text: str) -> str:
    """`text` with its white space folded."""
    return " ".join(text.split())

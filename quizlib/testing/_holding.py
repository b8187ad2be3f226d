"""How the tests say what does not hold."""

from __future__ import annotations


def hold(condition: object, otherwise: str) -> None:
    """Raises AssertionError, which says what is wrong, unless `condition` holds."""
    if not condition:
        raise AssertionError(otherwise)


def hold_line(text: str, what: str) -> None:
    """Raises AssertionError unless `text` is one line that says something."""
    hold(text.strip() and len(text.splitlines()) == 1, f"{what} is not one line: {text!r}")


def hold_suffixes(suffixes: tuple[str, ...]) -> None:
    """Raises AssertionError unless `suffixes` are file endings as quizlib compares them."""
    for suffix in suffixes:
        sound = suffix.startswith(".") and suffix == suffix.lower() and len(suffix) > 1
        hold(sound, f"a suffix has a dot in front and small letters, unlike {suffix!r}")

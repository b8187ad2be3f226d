"""Whether a word is one of the dictionary, and so hardly a name."""

from __future__ import annotations


def ordinary(word: str) -> bool:
    """Whether the word, in lower case, is one of the dictionary, and no name."""
    from lemminflect import getAllInflections

    verb = word.removesuffix("ing")
    verb = word.removesuffix("ed") if verb == word else verb
    forms = (word, word.removesuffix("s"), *((verb, f"{verb}e") if verb != word else ()))
    return any(getAllInflections(form) for form in forms)  # type: ignore[no-untyped-call]

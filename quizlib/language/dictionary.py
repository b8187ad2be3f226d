"""Whether a word is one of the dictionary, and so hardly a name."""

from __future__ import annotations


def ordinary(word: str) -> bool:
    """Whether the word, in lower case, is one of the dictionary, and no name."""
    from lemminflect import getAllInflections

    verb = word.removesuffix("ing")
    verb = word.removesuffix("ed") if verb == word else verb
    forms = (word, word.removesuffix("s"), *((verb, f"{verb}e") if verb != word else ()))
    return any(getAllInflections(form) for form in forms)  # type: ignore[no-untyped-call]


def only_noun(word: str) -> bool:
    """Whether the dictionary has the word, in lower case, as a noun and as no verb: "village"."""
    from lemminflect import getAllInflections

    forms = getAllInflections(word)  # type: ignore[no-untyped-call]
    return word in forms.get("NN", ()) and word not in forms.get("VB", ())

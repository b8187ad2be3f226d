"""HTML fields as clean text: what a person reads, with the marks that carry meaning.

The markup is parsed and sanitised by ammonia (nh3), the way browsers parse it, so that what
is left is well formed whatever came in. LaTeX and MathJax are text and stay; a picture or a
sound becomes its name in brackets.
"""

from __future__ import annotations

import html
import re

import nh3

#: The longest field that is read, in characters. Tags within tags cost the parser their square.
LONGEST = 100_000
_TAGS_AT_MOST = 2_000

_LINES = frozenset(
    "p div li ul ol dl dt dd tr table blockquote pre hr section article h1 h2 h3 h4 h5 h6".split()
)
_TAGS = {*_LINES, "br", "td", "th", "img", "sup", "sub", "rt"}
_HIDDEN = {"script", "style", "rp"}
_ATTRIBUTES = {"img": {"src", "alt"}}
_TAG = re.compile(r"<(/?)([a-z0-9]+)((?:[^>\"]|\"[^\"]*\")*)>")
_LOOSE = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_SPACE = re.compile(r"\s+")
_ATTRIBUTE = re.compile(r'(src|alt)="([^"]*)"')
#: Marks without a trace in a text; to take them away first spares most fields the parser.
_EMPHASIS = re.compile("</?(?:b|i|u|em|strong)>")
_RAISED = re.compile(r"<(su[pb])>([^<]{1,20})</\1>")
_SOUND = re.compile(r"\s*\[sound:([^\[\]]*)\]")
#: Anki's own marks for mathematics, written as MathJax has them.
_MATHS = {"[$$]": "\\[", "[/$$]": "\\]", "[$]": "\\(", "[/$]": "\\)"}
_DIGITS = {
    "sup": str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ"),
    "sub": str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
}


def text(markup: str) -> str:
    """The text of an HTML field; lines end where a browser would end them.

    Raises ValueError when the field is longer, or has more tags, than any question.
    """
    if len(markup) > LONGEST or markup.count("<") > _TAGS_AT_MOST:
        raise ValueError("it is too long")
    if "[$" in markup:
        for mark, form in _MATHS.items():
            markup = markup.replace(mark, form)
    if "<" in markup:
        markup = _EMPHASIS.sub("", markup)
    if "<" not in markup and "&" not in markup:
        return " ".join(markup.split())
    return tidy(_lines(markup))


def literal(markup: str) -> str:
    """A piece of a template as text, its white space at both ends kept.

    It may open what a later piece closes, which a parser would mend; here tags end lines,
    or are nothing.
    """
    folded = _SPACE.sub(" ", markup)
    return html.unescape(_LOOSE.sub(lambda tag: "\n" if _ends_line(tag[1]) else "", folded))


def _ends_line(name: str) -> bool:
    return name.lower() in _LINES or name.lower() == "br"


def tidy(lines: str) -> str:
    """`lines` without blank ones and needless spaces."""
    kept = (" ".join(line.split()) for line in lines.split("\n"))
    return "\n".join(line for line in kept if line)


def without_sounds(words: str) -> str:
    """`words` without the sounds that stand beside them; sounds alone stay."""
    return _SOUND.sub("", words).strip() or words


def _lines(markup: str) -> str:
    folded = " ".join(markup.split()) if "<pre" not in markup else markup
    clean = nh3.clean(
        folded,
        tags=_TAGS,
        clean_content_tags=_HIDDEN,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "file"},
        link_rel=None,
    )
    return html.unescape(_TAG.sub(_mark, _RAISED.sub(_raised, clean)))


def _mark(found: re.Match[str]) -> str:
    """What a tag is in a text."""
    closing, name, rest = found.groups()
    if name == "img":
        named = dict(_ATTRIBUTE.findall(rest))
        return f" [image: {named.get('src') or named.get('alt', '')}] "
    if name == "li" and not closing:
        return "\n• "
    if name == "rt":
        return ")" if closing else "("
    if name in ("td", "th"):
        return "" if closing else "\t"
    if name in ("sup", "sub"):
        return "" if closing else "^" if name == "sup" else "_"
    return "\n"


def _raised(found: re.Match[str]) -> str:
    """Digits with characters of their own, other text behind "^" or "_"."""
    name, words = found.groups()
    small = words.translate(_DIGITS[name])
    if not set(small) & set(words):
        return small
    sign = "^" if name == "sup" else "_"
    return f"{sign}{words}" if len(words) == 1 else f"{sign}({words})"

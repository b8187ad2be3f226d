"""The page put together: one file, which loads nothing and runs nothing but its own script."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from quizlib.exporters._web.data import data, title
from quizlib.exporters._web.rules import rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizlib.exporters._view import Shown
    from quizlib.model import Bank

#: The scripts, in an order in which each finds what it needs when it is run.
SCRIPTS = (
    "rules",
    "numbers",
    "wording",
    "text",
    "grading",
    "items",
    "sitting",
    "kept",
    "elements",
    "fields",
    "start",
    "asking",
    "outcome",
    "main",
)

#: Characters that would end a script element, or a line in old JavaScript.
_UNSAFE = re.compile("[<>&\u2028\u2029]")
#: What is there for readers of the files alone: remarks, and white space before a line.
_FOR_READERS = re.compile(r"^ *(?://.*\n)?", re.MULTILINE)
#: White space that CSS does not need: before a brace, and behind what it divides by.
_ROOM = re.compile(r" (?={)|(?<=[{:;,]) ")


def page(bank: Bank, shown: Sequence[Shown], modes: Sequence[str]) -> str:
    """The HTML file; `modes` as in `data`."""
    import jinja2

    style = f"\n{_ROOM.sub('', _part('page.css'))}"
    script = f'\n"use strict";\n{"".join(_part(f"scripts/{name}.js") for name in SCRIPTS)}'
    pages = jinja2.Environment(
        loader=jinja2.PackageLoader("quizlib.exporters", "_web"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
    return pages.get_template("page.html.jinja").render(
        title=title(bank),
        language=bank.language,
        policy=policy(style, script),
        style=style,
        script=script,
        rules=embedded(rules()),
        items=embedded(data(bank, shown, modes)),
    )


def policy(style: str, script: str) -> str:
    """The content security policy: this style and this script, and nothing from anywhere.

    W3C, "Content Security Policy Level 3", 2.3.1 (hashes), and "Trusted Types", 3.2: no text
    becomes markup, by mistake either.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def embedded(value: object) -> str:
    """`value` as JSON that stays inside the script element that holds it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _part(name: str) -> str:
    """A file of this folder, without what is for its readers alone."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return _FOR_READERS.sub("", text)


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"

"""PDF: typst sets what a template file of ours says, from data that it is given as JSON.

No markup is made from texts, so that none can be broken by them. Fonts come from Python
packages alone: the same bank gives the same bytes on any machine. PDF/UA-1 (ISO 14289-1)
is asked for, under which a glyph that no font has is an error.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from importlib import metadata, resources, util
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizlib.errors import InvalidOption, MissingGlyph
from quizlib.exporters._worksheet.cards import WIDTH
from quizlib.exporters._worksheet.look import MM_PER_POINT
from quizlib.exporters._worksheet.text import breakable

if TYPE_CHECKING:
    from collections.abc import Iterable

    import typst

    from quizlib.exporters._worksheet.logo import Picture
    from quizlib.exporters._worksheet.look import Look
    from quizlib.exporters._worksheet.paper import Paper

#: Font packages that come with quizlib, and with its extra "cjk".
FONTS, CJK_FONTS = "manimgx_fonts", "manimgx_fonts_cjk"
#: The entry points under which packages named fontpkg-… offer a font family.
FAMILIES = "fontpkg.family"
#: Families besides the chosen one, in the order in which a glyph is looked for.
FALLBACK = (
    "Noto Sans",
    *(
        f"Noto Sans {script}"
        for script in (
            "Arabic Hebrew Devanagari Bengali Gurmukhi Gujarati Tamil Telugu Kannada Malayalam"
            " Sinhala Thai Lao Myanmar Khmer Georgian Armenian Ethiopic Symbols"
        ).split()
    ),
    "Noto Emoji",
)
#: Chinese characters look different by language; the first of these is taken for others.
CJK = {"zh": "SC", "ja": "JP", "ko": "KR", "zh-tw": "TC", "zh-hant": "TC", "zh-hk": "HK"}
#: The size of a title's letters, in letter sizes.
TITLE = 1.5
#: Fields that hold running text.
RUNNING = {"text", "filled", "words", "answer", "place", "instructions"}
#: Private-use characters, which mean nothing by themselves, whatever a font shows for them.
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
#: What typst says of a text that no font has a glyph for.
_MISSING = re.compile(r'the text `"(.*)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")


def pdf(paper: Paper, logo: Picture | None = None) -> bytes:
    """The paper as a tagged PDF. Raises MissingGlyph, InvalidOption for a font or logo."""
    import typst

    fonts = _fonts()
    if paper.look.font not in fonts.families():
        fonts = _fonts(others=True)
    families = set(fonts.families())
    if paper.look.font not in families:
        known = ", ".join(sorted(families))
        raise InvalidOption("worksheet", "font", f"no font {paper.look.font!r}; known: {known}")
    data = json.dumps(_data(paper, families, logo), ensure_ascii=False, separators=(",", ":"))
    if private := _PRIVATE.search(data):
        raise MissingGlyph(private[0])
    folder = Path(str(resources.files(__package__)))
    try:
        return typst.compile(
            folder / "worksheet.typ",
            root=folder,
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs={"data": data},
            pdf_standards=["ua-1"],
            timestamp=0,
        )
    except typst.TypstError as error:
        found = _MISSING.search(error.message)
        if found:
            raise MissingGlyph(_unescaped(found[1]), _cure(_unescaped(found[1]))) from error
        if logo is not None and "image" in error.message:
            raise InvalidOption("worksheet", "logo", error.message) from error
        raise


def pages(data: bytes) -> int:
    """How many pages a PDF of typst's has: the page objects that it holds in the open."""
    return len(re.findall(rb"/Type\s*/Page\b", data))


@cache
def _fonts(*, others: bool = False) -> typst.Fonts:
    """The fonts that come along, with `others` those of further packages too.

    These are left out where nobody asks for them: one that is installed by chance and has a
    family of the same name would change the sheet.
    """
    import typst

    packages = [FONTS, CJK_FONTS]
    if others:
        packages += [entry.value for entry in metadata.entry_points(group=FAMILIES)]
    folders = [folder for name in packages for folder in _folders(name)]
    return typst.Fonts(include_system_fonts=False, font_paths=folders)


def _folders(package: str) -> Iterable[Path]:
    """Where an installed package has its files, without importing it."""
    found = util.find_spec(package)
    return map(Path, found.submodule_search_locations or ()) if found else ()


def _data(paper: Paper, families: set[str], logo: Picture | None) -> dict[str, Any]:
    language = paper.look.language.lower()
    han = CJK.get(language) or CJK.get(language.partition("-")[0], "SC")
    wanted = [paper.look.font, *FALLBACK, f"Noto Sans CJK {han}"]
    return {
        **_broken(paper.model_dump(mode="json"), paper.look, paper.look.line),
        "fonts": [name for name in dict.fromkeys(wanted) if name in families],
        "language": language.partition("-")[0],
        "logo": {"format": logo.format, "data": list(logo.data)} if logo else None,
    }


def _broken(data: Any, look: Look, room: float, name: str = "") -> Any:
    """`data` with a place to break a line in every run of letters that may be too wide.

    `room` is the line's width in letter sizes.
    """
    if isinstance(data, str):
        return breakable(data, room) if name in RUNNING else data
    if isinstance(data, dict):
        if data.get("form") == "match":
            room = look.side
        elif "texts" in data:  # a side of a card
            room = WIDTH / (data["size"] * MM_PER_POINT)
        return {
            name: _broken(value, look, room / TITLE if name == "title" else room, name)
            for name, value in data.items()
        }
    return [_broken(each, look, room, name) for each in data] if isinstance(data, list) else data


def _unescaped(text: str) -> str:
    """The text of a Rust string literal."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], text)


def _cure(text: str) -> str:
    """How to get a glyph for the text, "" where there is no way known."""
    east_asian = any(unicodedata.east_asian_width(character) in "WF" for character in text)
    if east_asian and not util.find_spec(CJK_FONTS):
        return "pip install 'quizlib-bank[cjk]' brings a font for it"
    return ""

"""HTML to print: one file that needs nothing but itself."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

    from quizlib.exporters._worksheet.logo import Picture
    from quizlib.exporters._worksheet.mathematics import Node
    from quizlib.exporters._worksheet.paper import Paper


def html(paper: Paper, logo: Picture | None = None) -> bytes:
    """The paper as a page."""
    import jinja2

    pages = jinja2.Environment(
        loader=jinja2.PackageLoader("quizlib.exporters", "_worksheet"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    page = pages.get_template("worksheet.html.jinja")
    return page.render(paper=paper, look=paper.look, logo=_source(logo), mathml=mathml).encode()


def _source(logo: Picture | None) -> str:
    if logo is None:
        return ""
    return f"data:{logo.media_type};base64,{base64.b64encode(logo.data).decode()}"


def mathml(node: Node) -> Markup:
    """The formula as MathML Core; its elements are from a closed list, its texts escaped."""
    from markupsafe import Markup

    inside = Markup("").join(map(mathml, node.children)) if node.children else node.text
    return Markup("<{0}>{1}</{0}>").format(node.tag, inside)

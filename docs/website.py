"""What the site needs besides the pages in docs/: MkDocs calls the functions by their names.

https://www.mkdocs.org/dev-guide/plugins/#events
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).parent.parent

#: Page of the site -> the file at the root of the repository that it shows.
FROM_ROOT = {
    "index.md": "README.md",
    "ARCHITECTURE.md": "ARCHITECTURE.md",
    "CHANGELOG.md": "CHANGELOG.md",
    "CONTRIBUTING.md": "CONTRIBUTING.md",
    "LICENSE.md": "LICENSE",
}
PAGES = {path: page for page, path in FROM_ROOT.items()}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that lie at the root of the repository."""
    for page, path in FROM_ROOT.items():
        text = (ROOT / path).read_text(encoding="utf-8")
        files.append(File.generated(config, page, content=text))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """The page with its links as they are in the site: docs/ and the root are one folder there.

    A block that is a file gets the file's name above it.
    """
    named = re.sub(r"^```(\w+) (\S+)$", r'```\1 title="\2"', markdown, flags=re.MULTILINE)
    if page.file.src_uri in FROM_ROOT:
        return re.sub(r"\]\((?:docs/)?([^)#:]+)", _in_site, named)
    return re.sub(r"\]\(\.\./((?:README|ARCHITECTURE|CHANGELOG|CONTRIBUTING)\.md)", _in_site, named)


def _in_site(link: re.Match[str]) -> str:
    return f"]({PAGES.get(link[1], link[1])}"

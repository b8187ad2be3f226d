"""What a build makes of development text: `make quality TEXT=path`.

The text stays outside the repository. It is a folder or file that quizlib reads, or a file
of questions that people asked about paragraphs, in the layout of SQuAD (Rajpurkar et al.
2016): {"data": [{"title", "paragraphs": [{"context", "qas": [{"answers": [{"text"}]}]}]}]}.

Prints items for 1,000 words, how many of them a check complains of, and, where people
asked, what share of their answers the items reach: those that are a key, or hold one.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import quizlib
from quizlib.compose import build
from quizlib.language.text import bare
from quizlib.model import Bank, Block, BlockKind, Document, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Measured(NamedTuple):
    """What was counted: words and items; items with a flaw; answers of people, and reached."""

    words: int
    items: int
    flawed: int
    codes: Counter[str]
    asked: int
    reached: int


def main(arguments: Sequence[str]) -> int:
    """Print what a build makes of the text at the path given."""
    if len(arguments) != 1:
        print("usage: make quality TEXT=path (a folder, a text, or questions laid out as SQuAD)")
        return 2
    documents, answers = read(Path(arguments[0]))
    print("\n".join(told(measured(build(documents, title="Quality"), documents, answers))))
    return 0


def read(path: Path) -> tuple[list[Document], dict[str, list[str]]]:
    """The documents, and what people gave as answers: document id -> answers."""
    if path.suffix != ".json":
        return list(quizlib.read(path)), {}
    articles = json.loads(path.read_text(encoding="utf-8"))["data"]
    documents, answers = [], {}
    for number, article in enumerate(articles):
        name = f"article-{number}"
        documents.append(article_of(name, article))
        answers[name] = [
            question["answers"][0]["text"]
            for paragraph in article["paragraphs"]
            for question in paragraph["qas"]
            if question["answers"]
        ]
    return documents, answers


def article_of(name: str, article: dict[str, object]) -> Document:
    """The paragraphs of one article as a document."""
    paragraphs = article["paragraphs"]
    assert isinstance(paragraphs, list)
    told = [" ".join(paragraph["context"].split()) for paragraph in paragraphs]
    text, blocks, place = "\n\n".join(told), [], 0
    for paragraph in told:
        end = place + len(paragraph)
        blocks.append(Block(kind=BlockKind.PARAGRAPH, text=paragraph, start=place, end=end))
        place = end + 2
    return Document(
        id=name,
        name=f"{name}.txt",
        title=str(article.get("title", name)).replace("_", " "),
        format="text",
        text=text,
        blocks=tuple(blocks),
        digest=name,
    )


def measured(bank: Bank, documents: Iterable[Document], answers: dict[str, list[str]]) -> Measured:
    """The counts for a bank that was built from `documents`."""
    listed = list(documents)
    problems = [p for p in quizlib.check(bank, listed) if p.severity is not Severity.NOTE]
    keys: dict[str, list[str]] = {}
    for item in bank.live:
        for quote in item.evidence:
            keys.setdefault(quote.document, []).extend(map(bare, item.key))
    reached = sum(
        any(bare(answer) in key or key in bare(answer) for key in keys.get(document, ()))
        for document, told in answers.items()
        for answer in told
    )
    return Measured(
        words=sum(len(document.text.split()) for document in listed),
        items=len(bank.live),
        flawed=len({str(problem.where) for problem in problems}),
        codes=Counter(problem.code for problem in problems),
        asked=sum(map(len, answers.values())),
        reached=reached,
    )


def told(found: Measured) -> list[str]:
    """The counts as lines."""
    per = 1000 * found.items / max(1, found.words)
    lines = [
        f"words                  {found.words:7,}",
        f"items                  {found.items:7,}   {per:.2f} for 1,000 words",
        f"items with a flaw      {found.flawed:7,}   {found.flawed / max(1, found.items):.1%}",
    ]
    lines += [f"  {code:20} {count:7,}" for code, count in found.codes.most_common()]
    if found.asked:
        share = found.reached / found.asked
        lines.append(f"answers of people      {found.asked:7,}   {share:.1%} reached by an item")
    return lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""A program of somebody else: all that quizlib offers, with the types that they rely on."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Literal, assert_never, assert_type

import quizlib

SOURCE = """\
# Salt Works

## Definitions

- Pan house: a shed in which sea water is boiled down to salt
- Brine: water that holds a lot of salt
- Bittern: the bitter liquid that is left when the salt has been taken out
"""


def documents(folder: Path) -> quizlib.Documents:
    """Read, and told what could not be."""
    (folder / "salt-works.md").write_text(SOURCE, encoding="utf-8")
    found = quizlib.read(folder)
    for document in found:
        assert_type(document, quizlib.Document)
        assert_type(document.date, dt.date | None)
    complain(*found.problems)
    return found


def complain(*problems: quizlib.Problem) -> None:
    for problem in problems:
        if problem.severity is not quizlib.Severity.NOTE:
            print(f"{problem.severity}: {problem}", file=sys.stderr)


def bank(folder: Path) -> quizlib.Bank:
    """Built, checked, and saved with an item mended."""
    made = quizlib.build(documents(folder), title="Salt Works", seed=7, kinds=("term", "choice"))
    complain(*quizlib.check(made, documents(folder)))
    first, *others = made.items
    assert_type(first.key, tuple[str, ...])
    assert_type(first.evidence, tuple[quizlib.Evidence, ...])
    edit: dict[str, object] = {"stem": "What is it called?", "status": quizlib.Status.EDITED}
    items: dict[str, object] = {"items": (first.model_copy(update=edit), *others)}
    made.model_copy(update=items).save(folder / "salt.json")
    return quizlib.load(folder / "salt.json")


def own(text: str) -> quizlib.Bank:
    """A bank of a text in memory, with a question beside those that are made of it."""
    document = quizlib.read_text(text, title="Salt Works")
    assert_type(document, quizlib.Document)
    item = quizlib.new_item("short_answer", "What is boiled down?", ["brine", "sea water"])
    assert_type(item, quizlib.Item)
    made = quizlib.build(document, seed=7, kinds=["term"])
    return quizlib.new_bank("Salt Works", (item, *made.items), documents=document)


def field(asked: quizlib.Interaction, put: quizlib.Presentation) -> str:
    """What a page shows to be answered with."""
    match asked:
        case quizlib.Choice(multiple=multiple):
            return f"{'boxes' if multiple else 'buttons'}: {', '.join(put.options)}"
        case quizlib.TextEntry():
            return "a field"
        case quizlib.ExtendedText():
            return "a large field"
        case quizlib.Order() | quizlib.Match():
            return f"a list: {', '.join(put.options)}"
        case _:
            assert_never(asked)


def page(question: quizlib.Question) -> str:
    """What a browser is sent."""
    assert_type(question.options, tuple[str, ...])
    return question.model_dump_json()


def quiz(questions: quizlib.Bank) -> quizlib.Summary:
    """A sitting in which each answer is the key."""
    sitting = quizlib.Quiz(questions, count=2, seed=7)
    while (item := sitting.next()) is not None:
        assert_type(item, quizlib.Item)
        score = sitting.answer(item, item.key[0])
        assert_type(score, quizlib.Score)
        question = sitting.question(item.id)
        assert_type(question, quizlib.Question)
        assert_type(sitting.readable(question.id, "1"), bool)
        put = sitting.presented(item)
        assert item.stem in page(sitting.question(item))
        print(f"{item.stem} [{field(put.interaction, put)}] {score.feedback}")
    return sitting.summary


def study(questions: quizlib.Bank, file: Path) -> None:
    """A session with a store of its own."""
    plan = quizlib.Plan(new_per_day=2, siblings_apart=False, kinds=["term", "choice"], order="hard")
    noon = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)
    with quizlib.Store(file) as store:
        session = quizlib.study(questions, store, now=lambda: noon, plan=plan)
        assert_type(session, quizlib.Session)
        asked: quizlib.Asked | None = session.next()
        while asked is not None:
            assert_type(session.ask(asked.item.id, times=asked.times), quizlib.Asked)
            verdict: quizlib.Verdict = session.answer(asked.item.key[0], seconds=2.5)
            due = verdict.due[quizlib.Rating.GOOD]
            print(f"{asked.item.stem} {verdict.rating.name}, again in {due - noon}")
            session.skip()
            asked = session.next()


def exchange(questions: quizlib.Bank, folder: Path) -> quizlib.Bank:
    """To Anki and back."""
    made = quizlib.export(questions, "anki", folder / "salt.apkg", deck="Salt")
    assert_type(made, quizlib.Export)
    print(made.summary)
    problems: list[quizlib.Problem] = []
    back = quizlib.import_bank(folder / "salt.apkg", problems=problems)
    complain(*problems)
    return back


def analysed(folder: Path) -> quizlib.Analysis:
    table = folder / "answers.csv"
    table.write_text("learner,item,share\nAnna,a1,1\nBerta,a1,0\n")
    found = quizlib.analyse(table)
    assert_type(found.items[0].discrimination, float | None)
    return found


def fingerprint(fact: quizlib.Fact) -> str:
    return fact.fingerprint


def offered(what: Literal["readers", "exporters"]) -> list[str]:
    found = quizlib.formats()
    return [offer.name for offer in (found.readers if what == "readers" else found.exporters)]


def main(folder: Path) -> None:
    questions = bank(folder)
    print(quiz(questions).total.points, len(own(SOURCE).live))
    study(questions, folder / "learner.sqlite3")
    print(exchange(questions, folder) == questions)
    print(analysed(folder).learners, "anki" in offered("exporters"), quizlib.__version__)
    try:
        quizlib.load(folder / "pepper.json")
    except quizlib.QuizlibError as error:
        print(str(error).partition(": ")[2])


if __name__ == "__main__":
    main(Path(sys.argv[1]))

from __future__ import annotations

import subprocess
import sys

import pytest

from quizlib import compose
from quizlib.errors import BankNotFound, DamagedBank
from quizlib.library import open_bank, open_target
from quizlib.model import Status
from tests.banks import TEXT, bank


@pytest.fixture
def builds(monkeypatch):
    """The titles of the banks that were built, none of them for real."""
    titles = []

    def build(documents, *, title=None, **_):
        titles.append(title)
        return bank(title=title)

    monkeypatch.setattr(compose, "build", build)
    return titles


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "salt-tax.txt"
    path.write_text(f"The Salt Tax\n\n{TEXT}", encoding="utf-8")
    return path


def test_no_target_is_the_shipped_deck():
    shipped = open_bank(None)
    assert len(shipped.live) >= 150


def test_a_json_file_is_a_bank(tmp_path):
    bank().save(tmp_path / "salt.JSON")
    assert open_target(str(tmp_path / "salt.JSON")).bank == bank()
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")
    with pytest.raises(DamagedBank):
        open_bank(str(tmp_path / "other.json"))


@pytest.mark.parametrize("name", ["none.json", "none.md", "none"])
def test_what_is_not_there_is_told_with_what_would_do(name):
    with pytest.raises(BankNotFound) as caught:
        open_bank(name)
    assert str(caught.value) == (
        f"{name}: no such bank; name a bank (.json), a deck (.apkg), or a source file or folder"
    )


def test_a_source_is_built_with_its_documents_at_hand(source, builds):
    opened = open_target(str(source))
    assert builds == ["The Salt Tax"]
    assert [document.name for document in opened.documents] == ["salt-tax.txt"]


def test_the_same_content_is_built_once(source, builds, tmp_path):
    cache = tmp_path / "cache" / "quizlib"
    first = open_bank(str(source), cache=cache)
    assert open_bank(str(source), cache=cache) == first
    assert len(builds) == 1
    source.write_text("The Tar Tax\n\nTar was taxed as well as salt.\n", encoding="utf-8")
    open_bank(str(source), cache=cache)
    assert len(builds) == 2


def test_without_a_cache_nothing_is_kept(source, builds, tmp_path):
    open_bank(str(source))
    open_bank(str(source))
    assert len(builds) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["salt-tax.txt"]


def test_a_damaged_cache_is_built_anew(source, builds, tmp_path):
    cache = tmp_path / "cache"
    open_bank(str(source), cache=cache)
    for times, kept in enumerate(sorted(cache.iterdir()), 2):
        kept.write_text("{", encoding="utf-8")
        assert open_bank(str(source), cache=cache).title == "The Salt Tax"
        assert len(builds) == times
        open_bank(str(source), cache=cache)
        assert len(builds) == times
    assert times == 3


def test_how_many_sentences_gave_nothing_is_told_of_a_kept_bank_too(source, tmp_path):
    source.write_text(
        "Salt\n\nSalt was dear. The harbour council abolished the salt tax in 1804 because"
        " smuggling had made it worthless.\n\n- Nobody knew\n",
        encoding="utf-8",
    )
    fresh, kept = (open_target(str(source), cache=tmp_path / "cache") for _ in range(2))
    assert (fresh.silent, fresh.sentences) == (kept.silent, kept.sentences) == (2, 3)


def test_a_cache_that_cannot_be_written_is_no_error(source, builds, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert open_bank(str(source), cache=blocked).title == "The Salt Tax"
    assert open_bank(str(source), cache=blocked / "below").title == "The Salt Tax"


def test_progress_is_told(source, builds):
    lines: list[str] = []
    open_bank(str(source), lines.append)
    assert lines[0] == f"Reading {source} …"


def test_trouble_in_reading_is_told(tmp_path, builds, source):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    lines: list[str] = []
    open_bank(str(tmp_path), lines.append)
    assert any("empty.txt" in line for line in lines)


def test_the_second_opening_loads_no_language_model(source, tmp_path):
    cache = tmp_path / "cache"
    first = open_bank(str(source), cache=cache)
    code = (
        "import sys; from pathlib import Path; from quizlib.library import open_bank;"
        "bank = open_bank(sys.argv[1], cache=Path(sys.argv[2]));"
        "print(len(bank.items), 'spacy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(source), str(cache)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"{len(first.items)} False\n"


def test_a_short_text_asks_less_sure_items_too(source, monkeypatch):
    sure, *others = bank().items[:3]
    told = [(sure, "generated", 0.8), (others[0], "candidate", 0.3), (others[1], "candidate", 0.2)]
    items = tuple(
        item.model_copy(update={"status": Status(status), "confidence": confidence, "note": "why"})
        for item, status, confidence in told
    )
    made = bank(*items)
    monkeypatch.setattr(compose, "build", lambda *_, **__: made)
    lines: list[str] = []
    opened = open_bank(str(source), lines.append)
    assert [(item.id, item.status, item.note) for item in opened.items] == [
        (sure.id, Status.GENERATED, "why"),
        (others[0].id, Status.GENERATED, ""),
    ]
    assert lines[-1] == f"2 questions from {source}, 1 of them less sure than a bank keeps"


def test_a_text_that_gives_enough_asks_nothing_less_sure(source, monkeypatch):
    item = bank().items[0]
    stems = [f"{item.stem} {word}" for word in ("One", "Two", "Three", "Four", "Five", "Six")]
    items = [item.model_copy(update={"id": f"{n:012x}", "stem": s}) for n, s in enumerate(stems)]
    items[5] = items[5].model_copy(update={"status": Status.CANDIDATE, "confidence": 0.39})
    made = bank(*items)
    monkeypatch.setattr(compose, "build", lambda *_, **__: made)
    assert len(open_bank(str(source)).items) == 5

"""What `quizlib build` and `import` tell of decisions that a reworded answer touches."""

from __future__ import annotations

import pytest

from quizlib.model import Status
from quizlib.model.item import edited
from quizlib.storage import load

TEXT = "# Salt\n\nThe harbour council abolished the salt tax because {}.\n"
BEFORE, AFTER = "smuggling had made it worthless", "the fishermen had refused to pay"
WHY = "According to the text, why did the harbour council abolish the salt tax?"
OTHERWISE = (
    "warning: {id}: its document gives another answer now, which is the key: “because the"
    " fishermen had refused to pay”, no longer “because smuggling had made it worthless”. You had "
)
UNPROVEN = (
    "warning: {id}: is asked no more: its document answers the question otherwise now, and does"
    f" not say “smuggling”. You had edited it: {WHY} (quizlib review a.json shows the new answer)"
)
REJECTED = {"status": Status.REJECTED, "note": "too easy"}


@pytest.mark.parametrize(
    ("decide", "status", "told"),
    [
        (
            lambda one: one.model_copy(update=REJECTED),
            "rejected",
            "note: {id}: stays rejected (too easy), though its document gives another answer now: "
            + WHY,
        ),
        (
            lambda one: one.model_copy(update={"status": Status.ACCEPTED}),
            "accepted",
            OTHERWISE + f"accepted it: {WHY}",
        ),
        (
            lambda one: edited(one, {"stem": "Why did the council end the salt tax?"}),
            "edited",
            OTHERWISE + "edited it: Why did the council end the salt tax?",
        ),
        (
            lambda one: edited(one, {"key": ("smuggling",)}),
            "retired",
            UNPROVEN,
        ),
    ],
)
def test_a_build_tells_of_decisions_whose_answer_was_reworded(run, folder, decide, status, told):
    (folder / "notes.md").write_text(TEXT.format(BEFORE))
    run("build", "notes.md", "-o", "a.json")
    made = load("a.json")
    [one] = [one for one in made.items if one.stem == WHY]
    made.model_copy(update={"items": (decide(one),)}).save("a.json")
    (folder / "notes.md").write_text(TEXT.format(AFTER))
    assert run("build", "notes.md", "-o", "a.json").stderr == told.format(id=one.id) + "\n"
    after = load("a.json")
    [now] = [item for item in after.items if item.id == one.id]
    assert now.status == status
    assert [item.stem for item in after.live if item.id != one.id] == []
    assert run("build", "notes.md", "-o", "a.json").stderr == ""
    assert load("a.json") == after


def accepted(path):
    """The bank at `path`, of which a person has accepted every item."""
    made = load(path)
    items = tuple(one.model_copy(update={"status": Status.ACCEPTED}) for one in made.items)
    made.model_copy(update={"items": items}).save(path)
    return load(path)


def test_a_build_of_another_kind_has_nothing_to_tell(run, folder):
    (folder / "notes.md").write_text(TEXT.format(BEFORE))
    run("build", "notes.md", "-o", "a.json")
    before = accepted("a.json")
    assert run("build", "notes.md", "-o", "a.json", "--kind", "term").stderr == ""
    assert load("a.json") == before


def test_of_a_set_the_entry_is_named_that_is_said_no_more(run, folder):
    events = [
        "Frieda Huber designed the pan house of Elmswick in 1822.",
        "Anna Lang painted the mill of Elmswick in 1903.",
        "Otto Brandt closed the quarry of Elmswick in 1931.",
        "Paul Senn drained the marsh of Elmswick in 1899.",
    ]
    (folder / "notes.md").write_text(" ".join(events))
    options = ("-o", "a.json", "--kind", "ordering", "--min-confidence", "0.2")
    run("build", "notes.md", *options)
    [one] = accepted("a.json").items
    (folder / "notes.md").write_text(" ".join(events[:3]))
    assert run("build", "notes.md", *options).stderr == (
        f"warning: {one.id}: is asked no more: its document answers the question otherwise now, and"
        " does not say “Paul Senn drained the marsh of Elmswick”. You had accepted it: Put these"
        " events in the order in which they happened. (quizlib review a.json shows the new answer)"
        "\n"
    )
    (folder / "notes.md").write_text(" ".join(events))
    assert run("build", "notes.md", *options).stderr == ""
    [again] = load("a.json").items
    assert (again.status, again.key) == (Status.ACCEPTED, one.key)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("deck.csv", "question,answer\nWhy was it ended?,{}\nWhen?,1804\n"),
        ("deck.txt", "#separator:tab\nWhy was it ended?\t{}\nWhen?\t1804\n"),
        ("deck.gift", "Why was it ended? {{={}}}\n\nWhen? {{=1804}}\n"),
    ],
)
def test_what_was_rejected_of_an_imported_deck_stays_out_when_its_answer_is_reworded(
    run, folder, name, text
):
    (folder / name).write_text(text.format("smuggling"))
    run("import", name, "-o", "a.json")
    made = load("a.json")
    [one] = [one for one in made.items if "Why" in one.stem]
    items = tuple(item.model_copy(update=REJECTED if item is one else {}) for item in made.items)
    made.model_copy(update={"items": items}).save("a.json")
    (folder / name).write_text(text.format("the fishermen paid nothing"))
    run("import", name, "-o", "a.json")
    after = load("a.json")
    assert ["Why" in item.stem for item in after.live] == [False]
    assert [item.note for item in after.items if item.id == one.id] == ["too easy"]

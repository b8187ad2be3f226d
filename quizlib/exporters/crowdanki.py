"""CrowdAnki's JSON: the deck that its add-on for Anki imports, for version control.

Source: https://github.com/Stvad/CrowdAnki. The file goes into a folder of its own under the
name deck.json.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from quizlib.exporters import NOTHING, Export, Options
from quizlib.exporters._view import show
from quizlib.files import digest
from quizlib.model import Problem, ProblemCode, Severity
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizlib.exporters._view import Shown
    from quizlib.model import Bank


class CrowdAnki:
    summary = "CrowdAnki's deck.json, for its add-on and for version control"
    suffixes = (".json",)
    options = Options

    def export(self, bank: Bank, options: Options = NOTHING) -> Export:
        shown, problems = show(bank)
        decks: dict[str, list[dict[str, Any]]] = {}
        for deck, note in _notes(bank, shown):
            decks.setdefault(deck, []).append(note)
        count = counted(sum(map(len, decks.values())), "note")
        made = _deck(bank, decks)
        text = json.dumps(made, ensure_ascii=False, indent=4, sort_keys=True) + "\n"
        return Export(text.encode(), count, [*problems, *_without_media(bank)])


MEDIA = ProblemCode(
    name="media-left-out",
    severity=Severity.WARNING,
    message="{count} left out: CrowdAnki wants them in a folder; export anki has them",
    cause="The bank was imported with pictures and sounds, and the target's file has no place"
    " for them.",
    cure="`quizlib export anki`; or copy them from the deck into CrowdAnki's folder `media`.",
    example={"where": "media", "count": "12 media files"},
)


def _without_media(bank: Bank) -> Iterator[Problem]:
    if bank.package and bank.package.media:
        yield MEDIA.at("media", count=counted(len(bank.package.media), "media file"))


def _notes(bank: Bank, shown: list[Shown]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each note with its deck's name: items as notes of ours, imported notes as they came."""
    from quizlib.exporters._anki.fields import written
    from quizlib.exporters._anki.kept import Kept
    from quizlib.exporters._anki.names import deck_name, level, settled
    from quizlib.exporters._anki.note_types import note_type
    from quizlib.exporters._anki.original import Packing

    root, depth = level(bank.title), settled("auto", bank)
    kept, packing = Kept(bank), Packing(bank)
    for item in shown:
        if item.original.origin not in kept.origins:
            values, labels = written(item, packing)
            yield deck_name(root, item, depth), _note(item.id, note_type(item).id, values, labels)
    for note in kept.notes():
        made = _note(note.guid, note.type, list(note.fields), note.tags)
        yield note.cards[0].deck, made


def _note(guid: str, note_type: int, fields: list[str], tags: Sequence[str]) -> dict[str, Any]:
    return {
        "__type__": "Note",
        "fields": fields,
        "flags": 0,
        "guid": guid,
        "note_model_uuid": _uuid("model", str(note_type)),
        "tags": sorted(tags),
    }


def _deck(bank: Bank, decks: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """The bank's deck; decks that are not below it by name are put below it."""
    from quizlib.exporters._anki.names import level

    root = level(bank.title)
    notes = decks.pop(root, [])
    made = _empty(root, root, notes)
    made["note_models"] = list(_models(bank))
    made["deck_config_uuid"] = _uuid("config")
    made["deck_configurations"] = [_config()]
    for name in sorted(decks):
        levels = name.removeprefix(f"{root}::").split("::")
        parent = made
        for depth, each in enumerate(levels):
            known = {child["name"]: child for child in parent["children"]}
            if each not in known:
                known[each] = _empty(each, "::".join([root, *levels[: depth + 1]]), [])
                parent["children"].append(known[each])
            parent = known[each]
        parent["notes"] = decks[name]
    return made


def _empty(name: str, path: str, notes: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "__type__": "Deck",
        "children": [],
        "crowdanki_uuid": _uuid("deck", path),
        "deck_config_uuid": _uuid("config"),
        "desc": "",
        "dyn": 0,
        "extendNew": 0,
        "extendRev": 0,
        "media_files": [],
        "name": name,
        "notes": notes,
    }


def _config() -> dict[str, Any]:
    """Anki's own defaults, by which cards are scheduled."""
    return {
        "__type__": "DeckConfig",
        "autoplay": True,
        "crowdanki_uuid": _uuid("config"),
        "dyn": False,
        "lapse": {"delays": [10], "leechAction": 0, "leechFails": 8, "minInt": 1, "mult": 0},
        "maxTaken": 60,
        "name": "quizlib",
        "new": {
            "bury": True,
            "delays": [1, 10],
            "initialFactor": 2500,
            "ints": [1, 4, 7],
            "order": 1,
            "perDay": 20,
        },
        "replayq": True,
        "rev": {"bury": True, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36500, "perDay": 200},
        "timer": 0,
    }


def _models(bank: Bank) -> Iterator[dict[str, Any]]:
    """The note types of items and of imported notes, as CrowdAnki has them."""
    from quizlib.exporters._anki.collection import model
    from quizlib.exporters._anki.kept import KeptModel
    from quizlib.exporters._anki.note_types import NOTE_TYPES

    kept = bank.package.note_types if bank.package else ()
    for made in (*map(model, NOTE_TYPES), *map(KeptModel, kept)):
        data: dict[str, Any] = made.to_json(0, 1)
        uuid = _uuid("model", data.pop("id"))
        for unwanted in ("did", "mod", "usn", "originalStockKind"):
            data.pop(unwanted, None)
        yield {"__type__": "NoteModel", "crowdanki_uuid": uuid, **data}


def _uuid(*names: str) -> str:
    """An id in the shape of a UUID, the same for the same names."""
    made = digest("crowdanki-1", *names)
    return "-".join((made[:8], made[8:12], made[12:16], made[16:20], made[20:]))


exporter = CrowdAnki()

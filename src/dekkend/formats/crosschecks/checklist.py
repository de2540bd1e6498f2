from __future__ import annotations

from collections.abc import Iterator

from ..faults import Fault
from ..yamlfile import Key
from .names import Files, Row, exists, free, ids, rows, unique

TAKEN = ("overname",)  # an address beside those of the items in the dialogue


def check_checklist(files: Files) -> Iterator[Fault]:
    file, head = files["checklist.yml"], files["format.yml"].data
    questions = rows(file.data["questions"], "questions")
    items = [pair for path, question in questions for pair in rows(question["items"], *path, "items")]
    # A carry-over rule names a question or an item by one word, so they share their ids.
    yield from unique(file, questions + items, "id")
    yield from unique(file, questions + items, "number")
    yield from free(file, items, TAKEN)
    for path, row in questions + items:
        yield from exists(file, (*path, "aspect"), row["aspect"], ids(head["aspects"]), "Het aspect")
    for path, item in items:
        yield from check_item(files, path, item)


def check_item(files: Files, path: Key, item: Row) -> Iterator[Fault]:
    file, scale, offer = files["checklist.yml"], files["format.yml"].data["scale"], files["offer.yml"].data
    for value in item.get("sentences", {}):
        yield from exists(file, (*path, "sentences", value), value, ids(scale["values"]), "De waarde")
    topics = rows(item.get("topics", []), *path, "topics")
    yield from unique(file, topics, "id")
    for place, topic in topics:
        if topic.get("need"):
            known = ids(offer["needs"])
            yield from exists(file, (*place, "need"), topic["need"], known, "De ondersteuningsbehoefte")

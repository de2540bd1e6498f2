from __future__ import annotations

from collections.abc import Iterator

from ..faults import Fault
from ..lineage import in_order, split
from ..yamlfile import Key, YamlFile
from .names import Files, Row, all_exist, exists, free, ids, rows, unique

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
        yield from all_exist(file, path, row, "audience", ids(head.get("audiences", [])), "De functie")
    for path, item in items:
        yield from check_item(files, path, item)
        yield from check_same_as(file, path, item, head)
    for path, question in questions:
        if "example" in question:
            yield from check_example(files, (*path, "example"), question)
    yield from check_audiences(files)


def check_same_as(file: YamlFile, path: Key, item: Row, head: Row) -> Iterator[Fault]:
    """An item comes from earlier versions only: then no chain of them goes round."""
    told = item.get("same_as", [])
    for name in [told] if isinstance(told, str) else told:
        slug, _, version = split(name)[0].partition("/")
        if slug == head["slug"] and in_order(version) >= in_order(str(head["version"])):
            what = f"“{name}” is geen eerdere versie: dit is {slug}/{head['version']}."
            yield file.fault(
                (*path, "same_as"), what, "Noem het onderdeel van een eerdere versie, of haal dit weg."
            )


def check_example(files: Files, path: Key, question: Row) -> Iterator[Fault]:
    """It is about an item of its own question, and its answer is on the scale."""
    file, scale, example = files["checklist.yml"], files["format.yml"].data["scale"], question["example"]
    yield from exists(file, (*path, "item"), example["item"], ids(question["items"]), "Het onderdeel")
    yield from exists(file, (*path, "answer"), example["answer"], ids(scale["values"]), "De waarde")


def check_audiences(files: Files) -> Iterator[Fault]:
    """Nobody is named who is asked nothing."""
    head, questions = files["format.yml"], files["checklist.yml"].data["questions"]
    asked = [item.get("audience") or row.get("audience") for row in questions for item in row["items"]]
    for path, audience in rows(head.data.get("audiences", []), "audiences"):
        if not any(wanted is None or audience["id"] in wanted for wanted in asked):
            what = f"Voor “{audience['id']}” is geen enkel onderdeel bedoeld."
            remedy = "Noem deze functie bij “audience” in checklist.yml, of haal haar hier weg."
            yield head.fault((*path, "id"), what, remedy)


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

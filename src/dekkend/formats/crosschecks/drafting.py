"""The rules for a first draft: what they look at exists, and each of them can say something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..faults import Fault
from ..yamlfile import Key
from .names import Files, Row, all_exist, ids, rows


def check_draft(files: Files, path: Key, row: Row, *, in_column: bool) -> Iterator[Fault]:
    """`row`: a field or a column, at `path` in profile.yml."""
    file = files["profile.yml"]
    if "draft" in row and row.get("kind", "text") != "text":
        what = "Een eerste opzet is er alleen voor een veld met tekst."
        yield file.fault((*path, "draft"), what, "Haal “draft” hier weg.")
    questions = {each["id"]: each for each in files["checklist.yml"].data["questions"]}
    items = {item["id"]: item for question in questions.values() for item in question["items"]}
    for place, rule in rows(row.get("draft", []), *path, "draft"):
        yield from all_exist(file, place, rule, "of", [*questions, *items], "De vraag of het onderdeel")
        scale = ids(files["format.yml"].data["scale"]["values"])
        yield from all_exist(file, place, rule, "values", scale, "De waarde")
        yield from check_words(files, place, rule, items)
        yield from check_need(files, place, rule, items, in_column=in_column)


def check_words(files: Files, path: Key, rule: Row, items: Mapping[str, Row]) -> Iterator[Fault]:
    file, first, take = files["profile.yml"], rule["of"][0], rule.get("take", "")
    looked = [name for name in rule["of"] if name in items]
    if looked and "values" not in rule:
        what = f"Bij onderdeel “{looked[0]}” hoort te staan bij welke waarden deze regel iets zegt."
        yield file.fault(path, what, "Voeg een regel “values:” toe.")
    if not take and "say" not in rule:
        yield file.fault(path, "Deze regel zegt niets.", "Voeg “say:” of “take:” toe.")
    if take in ("note", "sentence") and first not in items:
        what = f"“{first}” is een vraag. Daarvan is er alleen een samenvatting."
        yield file.fault((*path, "take"), what, "Verander het in “words”.")
    if take == "sentence" and first in items:
        for value in rule.get("values", []):
            if value not in items[first].get("sentences", {}):
                what = f"Onderdeel “{first}” heeft geen zin voor “{value}”."
                yield file.fault(
                    (*path, "take"), what, "Geef het die zin in checklist.yml, of schrijf “say:”."
                )


def check_need(
    files: Files, path: Key, rule: Row, items: Mapping[str, Row], *, in_column: bool
) -> Iterator[Fault]:
    if not rule.get("need"):
        return
    file, place = files["profile.yml"], (*path, "need")
    if not in_column:
        yield file.fault(place, "Alleen een kolom van een arrangement kent een behoefte.", "Haal “need” weg.")
    for name in rule["of"]:
        topics = items.get(name, {}).get("topics", [])
        if not any(topic.get("need") for topic in topics):
            what = f"“{name}” heeft geen onderwerpen met een behoefte."
            yield file.fault(place, what, "Haal “need” weg, of noem een ander onderdeel.")

from __future__ import annotations

from collections.abc import Iterator

from ..faults import Fault
from ..yamlfile import Key
from .drafting import check_draft
from .names import Files, Row, all_exist, exists, free, ids, rows, unique

# What a section of a kind may hold besides its words; a "texts" section may stand more than once.
WITH_FIELDS = ("facts", "texts")
WITH_COLUMNS = ("arrangements",)
# Details of a thing that are chosen from the pick-list of that name.
CHOSEN = ("frequency", "basis")
# Parts of the road and of its addresses that are no section of a format.
TAKEN = ("basisvoorzieningen", "checklist", "provisions", "pupils", "voorbeeld")


def check_profile(files: Files) -> Iterator[Fault]:
    file, questions = files["profile.yml"], files["checklist.yml"].data["questions"]
    sources = ids(questions) + [item["id"] for question in questions for item in question["items"]]
    sections = rows(file.data["sections"], "sections")
    yield from unique(file, sections, "id")
    yield from free(file, sections, TAKEN)
    yield from unique(file, sections, "number")
    yield from unique(file, [(path, row) for path, row in sections if row["kind"] != "texts"], "kind")
    for path, section in sections:
        yield from all_exist(file, path, section, "draws", sources, "De vraag of het onderdeel")
        yield from check_parts(files, path, section)
        for place, field in rows(section.get("fields", []), *path, "fields"):
            yield from check_field(files, place, field)
    provisions = rows(file.data.get("provisions", []), "provisions")
    yield from unique(file, provisions, "id")
    for path, provision in provisions:
        yield from all_exist(file, path, provision, "draws", sources, "De vraag of het onderdeel")


def check_parts(files: Files, path: Key, section: Row) -> Iterator[Fault]:
    file, lists, kind = files["profile.yml"], files["offer.yml"].data["lists"], section["kind"]
    columns = rows(section.get("columns", []), *path, "columns")
    yield from unique(file, rows(section.get("fields", []), *path, "fields"), "id")
    yield from unique(file, columns, "id")
    for place, column in columns:
        yield from all_exist(file, place, column, "picks", list(lists), "De keuzelijst")
        yield from check_draft(files, place, column, in_column=True)
        for index, detail in enumerate(column.get("details", [])):
            if detail in CHOSEN and detail not in lists:
                what = f"Wie naar “{detail}” vraagt, geeft in offer.yml een keuzelijst met die naam."
                yield file.fault(
                    (*place, "details", index), what, f"Voeg onder “lists” de lijst “{detail}” toe."
                )
    for key, kinds in (("fields", WITH_FIELDS), ("columns", WITH_COLUMNS), ("details", WITH_COLUMNS)):
        if key in section and kind not in kinds:
            what = f"Een deel van de soort “{kind}” heeft geen “{key}”."
            yield file.fault((*path, key), what, f"Haal “{key}” hier weg.")
        if key not in section and kind in kinds and key != "details":
            what = f"Een deel van de soort “{kind}” heeft “{key}” nodig."
            yield file.fault(path, what, f"Voeg “{key}:” toe met minstens één regel.")


def check_field(files: Files, path: Key, field: Row) -> Iterator[Fault]:
    file, aspects = files["profile.yml"], ids(files["format.yml"].data["aspects"])
    if field.get("aspect"):
        yield from exists(file, (*path, "aspect"), field["aspect"], aspects, "Het aspect")
    yield from unique(file, rows(field.get("choices", []), *path, "choices"), "id")
    yield from check_draft(files, path, field, in_column=False)
    if (field.get("kind") == "choice") != ("choices" in field):
        what = "“kind: choice” en “choices” horen bij elkaar."
        yield file.fault(path, what, "Zet ze er allebei neer, of geen van beide.")

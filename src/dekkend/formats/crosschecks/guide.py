from __future__ import annotations

from collections.abc import Iterator

from ..faults import Fault
from .names import Files, all_exist, rows, unique

# A part of the schoolgids -> the kind of section it is made from.
MADE_FROM = {"needs": "arrangements", "specialisations": "specialisations", "boundaries": "boundaries"}


def check_guide(files: Files) -> Iterator[Fault]:
    file, sections = files["guide.yml"], files["profile.yml"].data["sections"]
    known = [f"{section['id']}.{field['id']}" for section in sections for field in section.get("fields", [])]
    kinds = {section["kind"] for section in sections}
    parts = rows(file.data["parts"], "parts")
    yield from unique(file, parts, "id")
    for path, part in parts:
        kind = part["kind"]
        yield from all_exist(file, path, part, "draws", known, "Het veld")
        if MADE_FROM.get(kind, kind) not in kinds and kind in MADE_FROM:
            what = f"Er is geen deel van de soort “{MADE_FROM[kind]}” in profile.yml."
            yield file.fault((*path, "kind"), what, "Haal dit onderdeel weg, of voeg dat deel toe.")
        if (kind == "text") != bool(part.get("draws")):
            what = "“draws” hoort bij de soort “text”, en alleen daarbij."
            yield file.fault(path, what, "Noem hier velden als “vision.concept”, of kies een andere soort.")

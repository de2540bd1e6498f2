from __future__ import annotations

from collections.abc import Iterator

from dekkend.formats.crosschecks.names import exists
from dekkend.formats.faults import Fault, closest
from dekkend.formats.model import Field, Format, Section
from dekkend.formats.yamlfile import Key, YamlFile

from .dates import is_date
from .shape import Content

# The word in the content under which a section of this kind is written.
PLACES = {
    "arrangements": "arrangements",
    "specialisations": "specialisations",
    "boundaries": "boundaries",
    "improvements": "improvements",
}


def check_texts(file: YamlFile, content: Content, fmt: Format) -> Iterator[Fault]:
    written = {section.id: section for section in fmt.sections if section.fields}
    for section_id, texts in content["texts"].items():
        if section_id not in written:
            yield from exists(file, ("texts", section_id), section_id, written, "Het deel")
            continue
        fields = {field.id: field for field in written[section_id].fields}
        for field_id, text in texts.items():
            path = ("texts", section_id, field_id)
            if field_id in fields:
                yield from _field(file, path, text, fields[field_id])
            else:
                yield from exists(file, path, field_id, fields, "Het veld")
    for section in fmt.sections:
        yield from _missing(file, section)


def _field(file: YamlFile, path: Key, text: str, field: Field) -> Iterator[Fault]:
    if not text:
        return
    if field.kind == "choice" and text not in dict(field.choices):
        what = f"“{text}” is bij “{field.label}” geen keuze."
        yield file.fault(path, what, closest(text, dict(field.choices)))
    if field.kind == "date" and not is_date(text):
        what = f"Bij “{field.label}” staat “{text}”, en dat is geen datum."
        yield file.fault(path, what, "Schrijf jaar, maand en dag, zoals 2027-01-20.")
    if field.kind == "number" and not text.replace(",", ".", 1).replace(".", "", 1).isdigit():
        what = f"Bij “{field.label}” staat “{text}”, en dat is geen getal."
        yield file.fault(path, what, "Schrijf alleen cijfers, met hoogstens één komma.")


def _missing(file: YamlFile, section: Section) -> Iterator[Fault]:
    """A required section that the file does not even name. Left empty it is a gap, not a fault."""
    if not section.required:
        return
    place = PLACES.get(section.kind)
    if place and place not in file.data:
        what = f"Deel {section.number}, “{section.title}”, ontbreekt."
        yield file.fault((), what, f"Voeg een regel “{place}:” toe met wat erin hoort.")
    if section.kind == "texts" and section.id not in file.data["texts"]:
        fields = ", ".join(field.id for field in section.fields)
        what = f"Deel {section.number}, “{section.title}”, ontbreekt."
        remedy = f"Voeg onder “texts:” een regel “{section.id}:” toe, met daaronder: {fields}."
        yield file.fault(("texts",), what, remedy)

"""The wijkondersteuningsplan on paper: a function of its content alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format

from dekkend.analysis.words import figure
from dekkend.documents.markdown import to_blocks
from dekkend.documents.tree import Block, Bullets, Column, Document, Note, Paragraph, Section, Table, Text
from dekkend.formats.model import Format
from dekkend.kit.words import listed

from .content import Content

Blocks = tuple[Block, ...]

INVENTED = "De scholen bestaan, maar wat hier staat is verzonnen. Het zegt niets over wat zij echt bieden."


def document(content: Content, fmt: Format) -> Document:
    """`number` and `sealed_on` are there once it is sealed; until then the plan is a concept."""
    sealed = content.get("sealed_on", "")
    return Document(
        title=f"Wijkondersteuningsplan {content['area']}",
        subtitle=f"Wat de scholen samen afspreken voor schooljaar {content['schooljaar']}",
        author=content["alliance"],
        # A concept has no day of its own: a fixed one keeps the same words the same bytes.
        date=sealed or f"{content['schooljaar'][:4]}-01-01",
        status=f"Vastgelegd op {day(sealed)}, versie {content['number']}" if sealed else "Concept",
        facts=tuple((label, value) for label, value in facts(content) if value),
        notices=tuple(notices(content, fmt)),
        accent=content["accent"],
        blocks=(
            *warning(content),
            Section("Wat opvalt", findings(content, fmt), id="opvalt"),
            Section("Afspraken", agreements(content, fmt), id="afspraken"),
            Section("Wat de scholen bieden", offers(content, fmt), id="aanbod"),
            *shared(content, fmt),
            *limits(content, fmt),
        ),
    )


def facts(content: Content) -> tuple[tuple[str, str], ...]:
    return (
        ("Stadsdeel", content["district"]),
        ("Schooljaar", content["schooljaar"]),
        ("Scholen", listed(content["schools"])),
        ("Leerlingen", pupils(content)),
    )


def pupils(content: Content) -> str:
    if not content["pupils"]:
        return ""
    known = f"{figure(content['pupils'])} (telling {content['counted_in']})"
    return f"{known}, van {content['uncounted']} scholen onbekend" if content["uncounted"] else known


def notices(content: Content, fmt: Format) -> Iterable[str]:
    yield "Dit plan telt vastgestelde profielen, per school de laatste versie."
    if content["special"]:
        yield f"Aanbod van het samenwerkingsverband telt hier niet mee: {listed(content['special'])}."
    yield from filter(None, (fmt.notice, content["areas_note"]))
    yield "Bron van scholen en leerlingen: DUO Open Onderwijsdata."


def warning(content: Content) -> Blocks:
    if not content["example"]:
        return ()
    return (Note((say(INVENTED),), kind="warning", title="Verzonnen voorbeeld, niet van deze scholen"),)


def findings(content: Content, fmt: Format) -> Blocks:
    rows = (
        ("uncovered", "Geen school in de wijk heeft een aanbod voor: "),
        ("fragile", "Het hangt aan één school bij: "),
        ("unsure", "Tot nu toe is er niemand voor: "),
    )
    told: list[Block] = []
    for level, start in rows:
        needs = [fmt.offer.need(line["need"]).label for line in content["lines"] if line["level"] == level]
        if needs:
            told.append(Paragraph((Text(start), Text(listed(needs), bold=True), Text("."))))
    if content["unknown"]:
        told.append(say(f"Van deze scholen is het aanbod nog niet bekend: {listed(content['unknown'])}."))
    return tuple(told) or (say("Voor elke behoefte hebben ten minste twee scholen een aanbod."),)


def agreements(content: Content, fmt: Format) -> Blocks:
    if not content["agreements"]:
        return (say("Er zijn nog geen afspraken."),)
    heads = (Column("Wat spreken we af", 5), Column("Wie", 3), Column("Voor wie", 3), Column("Tot", 2))
    rows = tuple(
        (
            (*about(one["need"], fmt), *(to_blocks(one["what"]) or (say("Nog niet uitgeschreven."),))),
            (say(one["who"] or "Nog niet bekend"),),
            (say(one["for_whom"] or "Nog niet bekend"),),
            (say(day(one["until"]) or "Geen datum"),),
        )
        for one in content["agreements"]
    )
    return (Table("Afspraken van de scholen in de wijk", heads, rows),)


def about(need: str, fmt: Format) -> Blocks:
    """A need that a newer version of the format does not have is left out; its agreement stays."""
    label = next((each.label for each in fmt.offer.needs if each.id == need), "")
    return (Paragraph((Text(label, bold=True),)),) if label else ()


def offers(content: Content, fmt: Format) -> Blocks:
    heads = (Column("Behoefte", 3), Column("Bieden dit", 5), Column("Hebben een tekort", 3))
    rows = tuple(
        (
            (say(fmt.offer.need(line["need"]).label),),
            (say(", ".join(line["offering"]) or nobody(line["level"])),),
            (say(", ".join(line["short"]) or "Geen school"),),
        )
        for line in content["lines"]
    )
    return (Table("Scholen per behoefte", heads, rows),)


def nobody(level: str) -> str:
    return "Niemand" if level == "uncovered" else "Nog niet bekend"


def shared(content: Content, fmt: Format) -> Blocks:
    parts = tuple(
        Section(
            f"{fmt.item(one['item']).number} {fmt.item(one['item']).text}",
            (
                Bullets(
                    tuple(
                        (Paragraph((Text(f"{point['school']}: "), Text(point["title"]))),)
                        for point in one["points"]
                    )
                ),
            ),
        )
        for one in content["shared"]
    )
    return (Section("Waar meer scholen aan willen werken", parts, id="samen"),) if parts else ()


def limits(content: Content, fmt: Format) -> Blocks:
    if not content["limits"]:
        return ()
    rows = tuple(
        (
            (say(fmt.offer.element(one["element"]).label),),
            (say("Alle scholen van de wijk" if one["is_risk"] else ", ".join(one["schools"])),),
        )
        for one in content["limits"]
    )
    table = Table("Grenzen die scholen noemen", (Column("Grens", 2), Column("Scholen", 5)), rows)
    return (Section("Grenzen", (table,), id="grenzen"),)


def say(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def day(iso: str | None) -> str:
    return str(date_format(date.fromisoformat(iso), "j F Y")) if iso else ""

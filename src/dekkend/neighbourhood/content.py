"""The plan as data, and as a document."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.formats import date_format

from dekkend.documents.tree import Block, Column, Document, Paragraph, Section, Table, Text
from dekkend.formats.model import Format

from .models import AreaPlan
from .together import together


def content_of(plan: AreaPlan) -> dict[str, Any]:
    """Agreements, and what the schools of the wijk offered on this day."""
    view = together(plan.area, plan.round)
    return {
        "area": plan.area.name,
        "district": plan.area.district.name,
        "alliance": plan.area.alliance.name,
        "schooljaar": plan.round.schooljaar,
        "format": plan.round.format_ref,
        "example": plan.area.alliance.is_example,
        "schools": [school.name for school in view.schools],
        "uncovered": [line.need.id for line in view.uncovered],
        "fragile": [line.need.id for line in view.fragile],
        "agreements": [agreement.values() for agreement in plan.agreements.all()],
    }


def document(content: dict[str, Any], fmt: Format) -> Document:
    """The wijkondersteuningsplan on paper. `number` and `sealed_on` are there once it is sealed."""
    sealed = content.get("sealed_on", "")
    labels = {need.id: need.label for need in fmt.offer.needs}
    return Document(
        title=f"Wijkondersteuningsplan {content['area']}",
        subtitle=f"voor schooljaar {content['schooljaar']}",
        author=content["alliance"],
        date=sealed or "2000-01-01",
        status=f"Vastgelegd op {written(sealed)}, versie {content['number']}" if sealed else "Concept",
        facts=(("Stadsdeel", content["district"]), ("Scholen", ", ".join(content["schools"]) or "nog geen")),
        notices=("Verzonnen voorbeeld, niet van deze scholen.",) if content["example"] else (),
        blocks=(
            Section("Wat opvalt", tuple(findings(content, labels)), id="opvalt"),
            Section("Afspraken", (agreements(content, labels),), id="afspraken"),
        ),
    )


def findings(content: dict[str, Any], labels: dict[str, str]) -> list[Block]:
    rows = (
        ("Geen school in de wijk heeft een aanbod voor: ", content["uncovered"]),
        ("Het hangt aan één school bij: ", content["fragile"]),
    )
    told: list[Block] = [say(lead + listed(needs, labels) + ".") for lead, needs in rows if needs]
    return told or [say("Voor elke behoefte hebben ten minste twee scholen een aanbod, voor zover bekend.")]


def agreements(content: dict[str, Any], labels: dict[str, str]) -> Block:
    columns = ("Behoefte", "Wat spreken we af", "Wie", "Voor wie", "Tot")
    widths = (2, 4, 2, 2, 2)
    rows = tuple(
        tuple(
            (say(text, voice=number == 1),)
            for number, text in enumerate(
                (labels.get(one["need"], ""), one["what"], one["who"], one["for_whom"], written(one["until"]))
            )
        )
        for one in content["agreements"]
    )
    if not rows:
        return say("Er zijn nog geen afspraken.")
    heads = tuple(Column(title, width) for title, width in zip(columns, widths, strict=True))
    return Table("Afspraken van de scholen in de wijk", heads, rows)


def say(text: str, *, voice: bool = False) -> Paragraph:
    return Paragraph((Text(text or "–"),), voice=voice)


def listed(needs: list[str], labels: dict[str, str]) -> str:
    names = [labels.get(need, need).lower() for need in needs]
    return " en ".join(filter(None, ["; ".join(names[:-1]), names[-1]]))


def written(day: str | None) -> str:
    return str(date_format(date.fromisoformat(day), "j F Y")) if day else ""

"""Small words that every paper needs."""

from __future__ import annotations

from datetime import date

from django.utils import translation
from django.utils.formats import date_format

from dekkend.profile.version.claims import SHORT, Claim
from dekkend.profile.version.content.shape import Content
from dekkend.profile.version.decisions import Decisions

INVENTED = "verzonnen voorbeeld, niet van deze school"

ADVICE = {
    "positive": "Positief",
    "remarks": "Positief, met opmerkingen",
    "negative": "Negatief",
    "none": "Geen advies binnen de termijn",
}
KINDS = {
    "bo": "Basisschool",
    "sbo": "School voor speciaal basisonderwijs",
    "so": "School voor speciaal onderwijs",
}


def day(iso: str) -> str:
    """ "17 april 2027"; what is no date comes back as it is."""
    try:
        value = date.fromisoformat(iso)
    except ValueError:
        return iso
    with translation.override("nl"):
        return date_format(value, "j F Y")


def status(content: Content, decisions: Decisions) -> str:
    """Said on the cover and in the foot of every page."""
    words = {
        "preview": "Concept",
        "concept": f"Concept, versie {decisions.version}",
        "adopted": f"Vastgesteld op {day(decisions.adopted_on)}",
        "withdrawn": "Ingetrokken",
    }[decisions.status]
    return f"{words} · {INVENTED}" if content["example"] else words


def claim(content: Content, decisions: Decisions) -> tuple[str, ...]:
    """What the file says inside of which version it is; nothing for what nobody submitted."""
    if not decisions.version:
        return ()
    school = content["school"]["brin6"]
    return (str(Claim(school, content["schooljaar"], decisions.version, decisions.sha256[:SHORT])),)


def advice(decisions: Decisions) -> str:
    """ "Positief, op 3 maart 2027"; "" while there is none."""
    kind = ADVICE.get(decisions.advice_kind, "")
    if kind and decisions.advice_on:
        return f"{kind}, op {day(decisions.advice_on)}"
    return kind


def fixed_date(content: Content, decisions: Decisions) -> str:
    """The date inside the file: fixed, so that the same version gives the same bytes."""
    first_year = content["schooljaar"].split("-")[0]
    return (
        decisions.adopted_on
        or decisions.submitted_on
        or content["pupils"]["heard_on"]
        or f"{first_year}-01-01"
    )


def address(school: dict[str, str]) -> str:
    """ "Leerlaan 12, 1315 AB Almere" """
    town = f"{school['postcode']} {school['city']}".strip()
    return ", ".join(filter(None, [school["street"], town]))


def lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]

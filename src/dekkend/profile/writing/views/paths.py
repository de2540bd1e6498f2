"""Addresses inside this station, and the rows they name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse

from dekkend.audit.models import Event
from dekkend.formats.model import Field, Section
from dekkend.process.engine import Refused
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.models import (
    Boundary,
    ColumnText,
    ImprovementPoint,
    ProvisionText,
    SectionText,
    Specialisation,
)
from dekkend.profile.writing.parts import PROVISIONS
from dekkend.profile.writing.queries import section_of

# The rows that a section of this kind holds.
ROWS = {"arrangements": "arrangements", "specialisations": "specialisations", "improvements": "improvements"}


def of_part(profile: Profile, key: str, anchor: str = "") -> str:
    """The page of a section, or of the basic provisions."""
    path = (
        reverse("provisions", args=[profile.pk])
        if key == PROVISIONS
        else reverse("section", args=[profile.pk, key])
    )
    return f"{path}#{anchor}" if anchor else path


def of_row(profile: Profile, section: Section, row: Any) -> str:
    """Where a row is written: a page of its own for an arrangement, its place on the page for the others."""
    if section.kind == "arrangements":
        return reverse("arrangement", args=[profile.pk, section.id, row.pk])
    return of_part(profile, section.id, f"rij-{row.pk}")


def of_text(
    profile: Profile,
    row: SectionText | ColumnText | ProvisionText | Boundary | Specialisation | ImprovementPoint,
    query: str = "",
) -> str:
    """Where one text stands on the page of its part."""
    asked = f"?{query}" if query else ""
    if isinstance(row, ColumnText):
        offer = profile.format.section_of_kind("arrangements")
        page = reverse("arrangement", args=[profile.pk, offer.id if offer else "", row.arrangement_id])
        return f"{page}{asked}#kolom-{row.column}"
    if isinstance(row, SectionText):
        part, anchor = row.section, f"veld-{row.field}"
    elif isinstance(row, ProvisionText):
        part, anchor = PROVISIONS, f"veld-{row.key}"
    elif isinstance(row, Specialisation | ImprovementPoint):
        where = profile.format.section_of_kind(
            "specialisations" if isinstance(row, Specialisation) else "improvements"
        )
        part, anchor = where.id if where else PROVISIONS, f"rij-{row.pk}"
    else:
        limits = profile.format.section_of_kind("boundaries")
        part, anchor = limits.id if limits else PROVISIONS, f"grens-{row.element}"
    return f"{of_part(profile, part)}{asked}#{anchor}"


def rows_of(profile: Profile, section: Section) -> Any:
    if section.kind not in ROWS:
        raise Http404
    return getattr(profile, ROWS[section.kind])


def row_of(profile: Profile, key: str, row: int) -> tuple[Section, Any]:
    """The section and one of its rows, or 404."""
    section = section_of(profile, key)
    rows = rows_of(profile, section)
    return section, there(profile, rows, row)


def there(profile: Profile, rows: Any, pk: int) -> Any:
    """The row, or 404; when a colleague took it away while somebody wrote in it, that is said. Raise Refused."""
    found = rows.filter(pk=pk).first()
    if found is not None:
        return found
    subject = f"{rows.model._meta.model_name}/{pk}"
    if Event.objects.at_place(profile.place).filter(act="remove", subject=subject).exists():
        raise Refused("Een collega haalde dit weg. Zet het terug, of schrijf je tekst op een andere plek.")
    raise Http404


def one_of(rows: Iterable[Any], pk: int) -> Any:
    """The one among rows that were read already, or 404."""
    for row in rows:
        if row.pk == pk:
            return row
    raise Http404


def field_of(section: Section, key: str) -> Field:
    for field in section.fields:
        if field.id == key:
            return field
    raise Http404


def neighbours(rows: list[Any], here: Any) -> dict[str, Any]:
    """For "Vorige" and "Volgende van 3"."""
    at = rows.index(here)
    return {
        "number": at + 1,
        "total": len(rows),
        "before": rows[at - 1] if at else None,
        "after": rows[at + 1] if at + 1 < len(rows) else None,
    }


def is_up(request: HttpRequest) -> bool:
    return request.POST.get("to") == "up"

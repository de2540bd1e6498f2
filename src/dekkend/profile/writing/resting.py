"""The texts of a profile that rest on one answer, for the pages on which that answer is given and agreed."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from dekkend.formats.model import Section
from dekkend.process.engine import has_role
from dekkend.profile.base.models import Profile
from dekkend.profile.base.resting import Rest, register
from dekkend.region.models import Provision

from .models import ColumnText
from .proposals import name_of


def find(profile: Profile, source: str, user: Any) -> list[Rest]:
    """Three queries, however many texts, and one more where a provision rests on it. In the order of the format."""
    if not has_role("see_writing", user, profile):
        return []
    texts = [row for row in profile.texts.all() if source in row.traced.sources]
    rows = ColumnText.objects.filter(arrangement__profile=profile).select_related("arrangement")
    columns = [row for row in rows.order_by("arrangement__position", "pk") if source in row.traced.sources]
    found = []
    for section in profile.format.sections:
        found += [rest_of(profile, section, row.field) for row in texts if row.section == section.id]
        if section.kind == "arrangements":
            found += [rest_in_column(profile, section, row) for row in columns]
    how = {row.key: row for row in profile.provision_texts.all() if source in row.traced.sources}
    if how:
        asked = profile.round.catalogue.provisions.all()
        found += [rest_in_provision(profile, each) for each in asked if each.key in how]
    return found


def rest_of(profile: Profile, section: Section, key: str) -> Rest:
    label = next((field.label for field in section.fields if field.id == key), section.short)
    url = reverse("section", args=[profile.pk, section.id])
    return Rest(f"deel {section.number}", label, f"{url}#veld-{key}")


def rest_in_column(profile: Profile, section: Section, row: ColumnText) -> Rest:
    url = reverse("arrangement", args=[profile.pk, section.id, row.arrangement_id])
    name = name_of(profile.format, row.arrangement)
    return Rest(f"deel {section.number}", name, f"{url}#kolom-{row.column}")


def rest_in_provision(profile: Profile, provision: Provision) -> Rest:
    url = reverse("provisions", args=[profile.pk])
    return Rest("de basisvoorzieningen", provision.title, f"{url}#veld-{provision.key}")


register(find)

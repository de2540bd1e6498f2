from __future__ import annotations

from typing import Any

from dekkend.audit.revisions import Saved
from dekkend.formats.model import Column, Field, Section
from dekkend.process.engine import check
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.models import Arrangement, ColumnText, ProvisionText, SectionText
from dekkend.region.models import Provision

from .rows import ACT, save
from .tracing import Given, origins_from


def write_text(
    profile: Profile,
    section: Section,
    field: Field,
    text: str,
    *,
    base: int,
    actor: Any,
    given: Given | None = None,
) -> Saved:
    """What the school says in one field; "" for a field with a source: what the region knows.

    `given`: paragraph -> origin, of what the actor puts in and did not write.
    """
    who = check(ACT, profile, actor=actor)
    row, _ = SectionText.objects.get_or_create(profile=profile, section=section.id, field=field.id)
    # Facts have no paragraphs.
    is_prose = field.kind == "text"
    derive = origins_from(profile, who, given) if is_prose else None
    whole = () if is_prose else ("text",)
    return save(row, {"text": text}, profile=profile, base=base, actor=actor, derive=derive, whole=whole)


def write_column(
    arrangement: Arrangement,
    column: Column,
    text: str,
    *,
    base: int,
    actor: Any,
    given: Given | None = None,
) -> Saved:
    profile = arrangement.profile
    who = check(ACT, profile, actor=actor)
    row, _ = ColumnText.objects.get_or_create(arrangement=arrangement, column=column.id)
    derive = origins_from(profile, who, given)
    return save(row, {"text": text}, profile=profile, base=base, actor=actor, derive=derive)


def write_provision(profile: Profile, provision: Provision, how: str, *, base: int, actor: Any) -> Saved:
    """ "Zo doen wij dat", for one basic provision of the samenwerkingsverband (rulings 8)."""
    who = check(ACT, profile, actor=actor)
    row, _ = ProvisionText.objects.get_or_create(profile=profile, key=provision.key)
    derive = origins_from(profile, who)
    return save(row, {"how": how}, profile=profile, base=base, actor=actor, derive=derive)

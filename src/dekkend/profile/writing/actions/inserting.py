"""Putting a bouwsteen in a text: as a paragraph of its own, once."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from dekkend.audit.actions import record
from dekkend.audit.revisions import revise
from dekkend.formats.model import Column, Field, Section
from dekkend.process.engine import Refused, hold
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.blocks import Block
from dekkend.profile.writing.models import Arrangement, ColumnText, SectionText
from dekkend.profile.writing.placing import stands_in

from .rows import ACT, settled
from .tracing import for_each_paragraph, origins_from


@transaction.atomic
def insert(profile: Profile, section: Section, field: Field, block: Block, *, actor: Any) -> bool:
    """False when it already stands there: a second press changes nothing."""
    hold(ACT, profile, actor=actor)
    row, _ = SectionText.objects.get_or_create(profile=profile, section=section.id, field=field.id)
    return put(row, block, profile=profile, actor=actor)


@transaction.atomic
def insert_in_column(arrangement: Arrangement, column: Column, block: Block, *, actor: Any) -> bool:
    hold(ACT, arrangement.profile, actor=actor)
    row, _ = ColumnText.objects.get_or_create(arrangement=arrangement, column=column.id)
    return put(row, block, profile=arrangement.profile, actor=actor)


def put(row: Any, block: Block, *, profile: Profile, actor: Any) -> bool:
    who = hold(ACT, profile, actor=actor)
    if not block.is_offered:
        raise Refused("Bij dit antwoord hoort geen tekst voor het profiel. Schrijf het zelf op.")
    current = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
    if block.source in current.traced.sources or stands_in(block.text, current.text):
        return False
    text = f"{current.text.rstrip()}\n\n{block.text}".lstrip("\n")
    derive = origins_from(profile, who, for_each_paragraph(block.text, block.as_origin))
    revise(current, {"text": text}, base=current.revision, actor=who, derive=derive)
    record("insert", actor=who, place=row.place, subject=row.subject, data={"source": block.source})
    settled(profile)
    return True

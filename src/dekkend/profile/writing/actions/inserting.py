"""Putting bouwstenen in a text, each as paragraphs of its own, once; and taking out what one press put in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.db import transaction

from dekkend.audit.actions import record
from dekkend.audit.models import Event
from dekkend.audit.revisions import revise
from dekkend.formats.model import Column, Field, Section
from dekkend.process.engine import Refused, hold
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.blocks import Block
from dekkend.profile.writing.comments.carrying import with_comments
from dekkend.profile.writing.models import Arrangement, ColumnText, ProvisionText, SectionText
from dekkend.profile.writing.models.text import MOST
from dekkend.profile.writing.origins import AGREED, Origin, paragraphs, plainly, together
from dekkend.profile.writing.placing import stands_in
from dekkend.region.models import Provision

from .rows import ACT, settled
from .tracing import for_each_paragraph, origins_from

FULL = "Zoveel tekst past hier niet. Kies minder bouwstenen, of maak de tekst eerst korter."
CHANGED = "Wat hier is overgenomen, is daarna veranderd of weggehaald. Pas de tekst zelf aan."


@transaction.atomic
def insert(
    profile: Profile, section: Section, field: Field, blocks: Sequence[Block], *, actor: Any
) -> Event | None:
    """None when all of it stands there already: a second press changes nothing."""
    hold(ACT, profile, actor=actor)
    row, _ = SectionText.objects.get_or_create(profile=profile, section=section.id, field=field.id)
    return put(row, blocks, profile=profile, actor=actor)


@transaction.atomic
def insert_in_column(
    arrangement: Arrangement, column: Column, blocks: Sequence[Block], *, actor: Any
) -> Event | None:
    hold(ACT, arrangement.profile, actor=actor)
    row, _ = ColumnText.objects.get_or_create(arrangement=arrangement, column=column.id)
    return put(row, blocks, profile=arrangement.profile, actor=actor)


@transaction.atomic
def insert_in_provision(
    profile: Profile, provision: Provision, blocks: Sequence[Block], *, actor: Any
) -> Event | None:
    hold(ACT, profile, actor=actor)
    row, _ = ProvisionText.objects.get_or_create(profile=profile, key=provision.key)
    return put(row, blocks, profile=profile, actor=actor)


def put(row: Any, blocks: Sequence[Block], *, profile: Profile, actor: Any) -> Event | None:
    """In the order they are given. All of them with one event, by which one press takes them out again."""
    who = hold(ACT, profile, actor=actor)
    if not all(block.is_offered for block in blocks):
        raise Refused("Bij dit antwoord hoort geen tekst voor het profiel. Schrijf het zelf op.")
    current = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
    text, sources, given = current.told, [], dict[str, Origin]()
    for block in blocks:
        if block.source not in current.traced.sources and not stands_in(block.text, text):
            text = f"{text.rstrip()}\n\n{block.text}".lstrip("\n")
            given |= for_each_paragraph(block.text, block.as_origin)
            sources.append(block.source)
    if not sources:
        return None
    if len(text) > MOST:
        raise Refused(FULL)
    derive = origins_from(profile, who, given)
    revise(current, {current.prose: text}, base=current.revision, actor=who, derive=derive)
    data: dict[str, object] = {"source": sources[0], "sources": sources}
    event = record("insert", actor=who, place=row.place, subject=row.subject, data=data)
    settled(profile)
    return event


@transaction.atomic
def take_out(profile: Profile, inserted: Event, *, actor: Any) -> tuple[Any, int]:
    """The row, and how many paragraphs of that press were changed since: those stay.

    Raise Refused when none of them stands there any more as it was put in.
    """
    who = hold(ACT, profile, actor=actor)
    row = row_of(profile, inserted)
    if row is None:
        raise Refused(CHANGED)
    current = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
    parts, changed = [], 0
    pairs = current.traced.pairs
    for part, origin in pairs:
        if origin.kind not in AGREED or origin.source not in inserted.data["sources"]:
            parts.append(part)
        elif plainly(part) not in map(plainly, paragraphs(origin.words)):
            parts.append(part)
            changed += 1
    if len(parts) == len(pairs):
        raise Refused(CHANGED)
    derive = with_comments(profile, origins_from(profile, who))
    revise(current, {current.prose: together(parts)}, base=current.revision, actor=who, derive=derive)
    data: dict[str, object] = {"insertion": str(inserted.pk)}
    record("take_out", actor=who, place=current.place, subject=current.subject, data=data)
    settled(profile)
    return current, changed


def row_of(profile: Profile, inserted: Event) -> Any:
    """The text that the press was about; None when it went with its arrangement."""
    model, _, pk = inserted.subject.partition("/")
    own = {"arrangement__profile": profile} if model == "columntext" else {"profile": profile}
    return apps.get_model("profile", model).objects.filter(pk=pk, **own).first()

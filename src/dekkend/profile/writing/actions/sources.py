"""A source changed after its words were put in: take the new words over, or leave the text as it is."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from dekkend.audit.actions import Actor, record
from dekkend.audit.revisions import revise
from dekkend.process.engine import Refused, hold
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.blocks import Block
from dekkend.profile.writing.comments.carrying import with_comments
from dekkend.profile.writing.origins import (
    Origin,
    Traced,
    paragraphs,
    same,
    seal_of,
    standing,
    together,
)

from .rows import ACT, settled
from .tracing import for_each_paragraph, origins_from

GONE = "Deze alinea staat er niet meer. Laad de bladzijde opnieuw en kijk wat er nu staat."
OTHER = "De alinea of de afspraak is net veranderd. Laad de bladzijde opnieuw en kies dan nog eens."


@transaction.atomic
def take_source(
    row: Any, source: str, block: Block | None, *, seen: str, profile: Profile, actor: Any
) -> None:
    """Put what the source says now in the place of the paragraphs that came from it.

    `seen` is the seal of what the actor saw. Raise Refused, also when that is no longer what stands there.
    """
    who = hold(ACT, profile, actor=actor)
    if block is None or not block.is_offered:
        raise Refused("Bij dit antwoord hoort geen tekst meer. Pas de alinea zelf aan, of haal haar weg.")
    current, known, held = held_now(row, source, block, seen)
    old = set(held)
    parts: list[str] = []
    for part, origin in known.pairs:
        if origin not in old:
            parts.append(part)
        elif held:
            parts += paragraphs(block.text)
            held = []
    derive = with_comments(
        profile, origins_from(profile, who, for_each_paragraph(block.text, block.as_origin))
    )
    text = together(parts)
    if same(text, current.told):
        return look(current, known, old, source, block, who)
    revise(current, {current.prose: text}, base=current.revision, actor=who, derive=derive)
    record("take_source", actor=who, place=row.place, subject=row.subject, data={"source": source})
    settled(profile)
    return None


@transaction.atomic
def leave_source(
    row: Any, source: str, block: Block | None, *, seen: str, profile: Profile, actor: Any
) -> None:
    """The text stays; this state of the source was seen and is not told again."""
    who = hold(ACT, profile, actor=actor)
    current, known, held = held_now(row, source, block, seen)
    look(current, known, set(held), source, block, who)


def held_now(row: Any, source: str, block: Block | None, seen: str) -> tuple[Any, Traced, list[Origin]]:
    """The row, locked, with its paragraphs, and the origins of those that came from this source."""
    current = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
    known = current.traced
    held = [origin for origin in known.origins if origin.source == source and origin.follows]
    if not held:
        raise Refused(GONE)
    words, value = (block.text, block.value) if block else ("", "")
    if seen != seal_of(standing(known, source), words, value):
        raise Refused(OTHER)
    return current, known, held


def look(
    current: Any, known: Traced, held: set[Origin], source: str, block: Block | None, who: Actor
) -> None:
    """Note that this state of the source was seen."""
    now = (block.text, block.value, block.on, block.talk) if block else ("", "", "", "")
    origins = (each.seen(*now) if each in held else each for each in known.origins)
    current.origins = Traced(known.text, tuple(origins), known.gone).stored()["origins"]
    current.save(update_fields=["origins"])
    record(
        "leave_source",
        actor=who,
        place=current.place,
        subject=current.subject,
        data={"source": source, "value": now[1]},
    )

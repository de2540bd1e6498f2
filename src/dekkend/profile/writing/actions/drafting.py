"""A first draft in an empty text, and the two answers to it: it is right, or away with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils import timezone

from dekkend.audit.actions import Actor, record
from dekkend.audit.models import Event
from dekkend.audit.revisions import revise
from dekkend.formats.model import Column, Field, Section
from dekkend.process.engine import Refused, hold
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.drafting import Draft, renewed
from dekkend.profile.writing.models import Arrangement, ColumnText, SectionText
from dekkend.profile.writing.origins import Origin, Traced, is_unread, plainly, seal_of, together, traced
from dekkend.profile.writing.unread import sealed_in

from .rows import ACT, settled
from .tracing import origins_from, texts_of

NOTHING = "De afgesproken antwoorden geven hier nog geen tekst. Spreek ze eerst af in de dialoog."
TOUCHED = "Deze alinea is net veranderd of al bekeken. Laad de bladzijde opnieuw en kijk wat er nu staat."
ALL_TOUCHED = (
    "Deze teksten zijn net veranderd of al bekeken. Laad de bladzijde opnieuw en kijk wat er nog staat."
)

NOT_RENEWED = (
    "Deze opzet is niet opnieuw te maken: iemand heeft er al aan geschreven, of de afspraken geven dezelfde tekst. "
    "Laad de bladzijde opnieuw en kijk wat er nu staat."
)
MOVED_ON = "Deze tekst is daarna al veranderd of bekeken. De vorige opzet komt daar niet meer overheen."


@transaction.atomic
def draft_text(profile: Profile, section: Section, field: Field, draft: Draft, *, actor: Any) -> bool:
    """False when something stands there already: a draft never comes over or under words. Raise Refused."""
    hold(ACT, profile, actor=actor)
    row, _ = SectionText.objects.get_or_create(profile=profile, section=section.id, field=field.id)
    return begin_with(row, draft, profile=profile, actor=actor)


@transaction.atomic
def draft_column(arrangement: Arrangement, column: Column, draft: Draft, *, actor: Any) -> bool:
    hold(ACT, arrangement.profile, actor=actor)
    row, _ = ColumnText.objects.get_or_create(arrangement=arrangement, column=column.id)
    return begin_with(row, draft, profile=arrangement.profile, actor=actor)


@transaction.atomic
def draft_section(
    profile: Profile, section: Section, wanted: Iterable[tuple[Field, Draft]], *, actor: Any
) -> int:
    """In every empty field that there is a draft for. How many that were."""
    found = [(field, draft) for field, draft in wanted if draft.parts]
    return sum(draft_text(profile, section, field, draft, actor=actor) for field, draft in found)


@transaction.atomic
def draft_arrangement(arrangement: Arrangement, wanted: Iterable[tuple[Column, Draft]], *, actor: Any) -> int:
    found = [(column, draft) for column, draft in wanted if draft.parts]
    return sum(draft_column(arrangement, column, draft, actor=actor) for column, draft in found)


def begin_with(row: Any, draft: Draft, *, profile: Profile, actor: Any) -> bool:
    who = hold(ACT, profile, actor=actor)
    if not draft.parts:
        raise Refused(NOTHING)
    current = locked(row)
    if current.text.strip():
        return False
    derive = origins_from(profile, who, draft.given)
    revise(current, {"text": draft.text}, base=current.revision, actor=who, derive=derive)
    sources = [source for _, origin in draft.parts for source in origin.sources]
    record("draft", actor=who, place=row.place, subject=row.subject, data={"sources": sources})
    settled(profile)
    return True


@transaction.atomic
def renew_draft(row: Any, draft: Draft, *, profile: Profile, actor: Any) -> Event:
    """The draft of today in the place of one that nobody touched; `old_draft_back` undoes it. Raise Refused.

    What goes is kept in the event, and not among the paragraphs that went away: those a person took out.
    """
    who = hold(ACT, profile, actor=actor)
    current = locked(row)
    known: Traced = current.traced
    parts = renewed(known, draft)
    if not parts:
        raise Refused(NOT_RENEWED)
    now = Traced(together([part for part, _ in parts]), tuple(origin for _, origin in parts), known.gone)
    revise(current, {"text": now.text}, base=current.revision, actor=who, derive=lambda row: now.stored())
    event = record(
        "renew_draft",
        actor=who,
        place=row.place,
        subject=row.subject,
        data={"text": known.text, "origins": known.stored()["origins"], "now": now.text},
    )
    settled(profile)
    return event


@transaction.atomic
def old_draft_back(row: Any, event: Event, *, profile: Profile, actor: Any) -> None:
    """Undo `renew_draft`, as long as nobody touched what it put there. Raise Refused."""
    who = hold(ACT, profile, actor=actor)
    current = locked(row)
    known: Traced = current.traced
    if not known.is_untouched or plainly(known.text) != plainly(event.data["now"]):
        raise Refused(MOVED_ON)
    old = replace(traced(event.data["text"], event.data["origins"]), gone=known.gone)
    revise(current, {"text": old.text}, base=current.revision, actor=who, derive=lambda row: old.stored())
    record("old_draft_back", actor=who, place=row.place, subject=row.subject)
    settled(profile)


@transaction.atomic
def accept_draft(row: Any, *, seen: str, profile: Profile, actor: Any) -> None:
    """ "Zo is het goed": of the paragraph with this seal, or with "" of all that are unread. Raise Refused."""
    who = hold(ACT, profile, actor=actor)
    current = locked(row)
    known: Traced = current.traced
    right = [wanted(part, origin, seen) for part, origin in known.pairs]
    if not any(right):
        raise Refused(TOUCHED)
    approve(current, known, right, who)
    settled(profile)


@transaction.atomic
def accept_drafts(profile: Profile, seen: Collection[str], *, actor: Any) -> int:
    """ "Zo is het goed", of many texts at once: of the paragraphs that somebody saw (`sealed_in`). How many texts.

    What was changed or read meanwhile stays as it is. Raise Refused when that is all.
    """
    who = hold(ACT, profile, actor=actor)
    asked = {each.rpartition(":")[0] for each in seen}
    rows = [row for row in texts_of(profile) if row.subject in asked]
    done = 0
    for current in map(locked, rows):
        known: Traced = current.traced
        right = [
            is_unread(part, origin) and sealed_in(current.subject, part, origin) in seen
            for part, origin in known.pairs
        ]
        if any(right):
            approve(current, known, right, who)
            done += 1
    if not done:
        raise Refused(ALL_TOUCHED)
    settled(profile)
    return done


def approve(current: Any, known: Traced, right: list[bool], who: Actor) -> None:
    """Those paragraphs are read now: the day and who stand in their origin."""
    today = timezone.localdate().isoformat()
    origins = tuple(
        replace(origin, on=today, who=who.name, role=who.role) if is_right else origin
        for origin, is_right in zip(known.origins, right, strict=True)
    )
    current.origins = Traced(known.text, origins, known.gone).stored()["origins"]
    current.save(update_fields=["origins"])
    told: dict[str, object] = {"paragraphs": sum(right)}
    record("accept_draft", actor=who, place=current.place, subject=current.subject, data=told)


@transaction.atomic
def drop_draft(row: Any, *, profile: Profile, actor: Any) -> None:
    """Take away what nobody touched of a draft; what was edited or approved stays. Raise Refused."""
    who = hold(ACT, profile, actor=actor)
    current = locked(row)
    known: Traced = current.traced
    if not known.unread:
        raise Refused(TOUCHED)
    text = together([part for part, origin in known.pairs if not is_unread(part, origin)])
    revise(current, {"text": text}, base=current.revision, actor=who, derive=origins_from(profile, who))
    record("drop_draft", actor=who, place=row.place, subject=row.subject)
    settled(profile)


def wanted(part: str, origin: Origin, seen: str) -> bool:
    return is_unread(part, origin) and seen in ("", seal_of(part, origin.words, origin.value))


def locked(row: Any) -> Any:
    return type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)

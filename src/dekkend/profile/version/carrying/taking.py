"""One text of last year in the place of what stands there now."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404

from dekkend.audit.actions import Actor, record
from dekkend.audit.models import Event
from dekkend.audit.revisions import Derive, revise
from dekkend.process.engine import Refused, hold
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.actions.rows import ACT, settled
from dekkend.profile.writing.actions.tracing import origins_from
from dekkend.profile.writing.comments.carrying import with_comments
from dekkend.profile.writing.models import Boundary, ColumnText, ProvisionText, SectionText
from dekkend.profile.writing.models.text import Paragraphs
from dekkend.profile.writing.origins import origin_of, paragraphs
from dekkend.profile.writing.strip import ROWS, last_year_of, strip_of, words_at

from .actions import fit_for
from .last import last_of
from .tracing import Key, Then

OTHER = "De tekst is net veranderd. Laad de bladzijde opnieuw, kijk wat er nu staat en kies dan nog eens."


@transaction.atomic
def take_text(profile: Profile, spot: str, *, seen: str, actor: Any) -> tuple[Any, Event | None]:
    """Put last year's words at this spot; what stood there can be put back. The row, and the event of this press.

    `seen` is the seal of the strip the actor saw. Raise Refused when something else stands there by now, and Http404
    for a spot that this profile does not have.
    """
    who = hold(ACT, profile, actor=actor)
    row, last = row_at(profile, spot), last_year_of(profile)
    current = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
    strip = strip_of(profile, spot, current)
    if strip is None:
        return current, None  # a second press
    if seen != strip.seal:
        raise Refused(OTHER)
    told = words_at(profile, spot)
    derive = None
    if isinstance(current, Paragraphs):
        derive = origins_of(profile, current, told[current.prose], who)
    data: dict[str, Any] = {
        "schooljaar": last.schooljaar,
        "spot": spot,
        "was": {name: getattr(current, name) for name in told},
    }
    revise(current, told, base=current.revision, actor=who, derive=with_comments(profile, derive))
    event = record("take_text", actor=who, place=row.place, subject=row.subject, data=data)
    settled(profile)
    return current, event


@transaction.atomic
def untake_text(profile: Profile, taken: Event, *, actor: Any) -> Any:
    """Undo that press. Its paragraphs find their origins again. Raise Refused when somebody wrote on since."""
    who = hold(ACT, profile, actor=actor)
    spot = taken.data["spot"]
    rows = type(row_at(profile, spot)).objects.select_for_update(of=("self",))
    current = rows.filter(pk=taken.subject.partition("/")[2]).first()
    # None: it was taken away, and another one stands at this spot.
    if current is None or strip_of(profile, spot, current) is not None:
        raise Refused(OTHER)
    derive = with_comments(profile, origins_from(profile, who) if isinstance(current, Paragraphs) else None)
    revise(current, taken.data["was"], base=current.revision, actor=who, derive=derive)
    record("untake_text", actor=who, place=current.place, subject=current.subject, data={"spot": spot})
    settled(profile)
    return current


def row_at(profile: Profile, spot: str) -> Any:
    """Found or made; a boundary is there or not."""
    kind, _, key = spot.partition(".")
    if kind == "veld":
        section, _, field = key.partition(".")
        here = next((each for each in profile.format.sections if each.id == section), None)
        if (
            here
            and here.kind == "texts"
            and any(each.id == field and each.kind == "text" for each in here.fields)
        ):
            return SectionText.objects.get_or_create(profile=profile, section=section, field=field)[0]
    if kind == "voorziening" and any(each.key == key for each in profile.round.catalogue.provisions.all()):
        return ProvisionText.objects.get_or_create(profile=profile, key=key)[0]
    if kind == "kolom":
        pk, _, column = key.partition(".")
        offer = profile.format.section_of_kind("arrangements")
        if offer and any(each.id == column for each in offer.columns):
            for arrangement in profile.arrangements.all():
                if str(arrangement.pk) == pk:
                    return ColumnText.objects.get_or_create(arrangement=arrangement, column=column)[0]
    if kind == "grens" and (row := Boundary.objects.filter(profile=profile, element=key).first()):
        return row
    if kind in ROWS:
        for each in getattr(profile, ROWS[kind]).all():
            if str(each.pk) == key:
                return each
    raise Http404


def origins_of(profile: Profile, row: Paragraphs, text: str, who: Actor) -> Derive:
    """Every paragraph knows again since when it reads so, and on which answer it rested. Seven queries."""
    last = last_of([profile])[profile.pk]
    then = Then(last.schooljaar, last.content, last.texts, fit_for(profile, last, {}))
    if isinstance(row, SectionText):
        key: Key = ("texts", row.section, row.field)
    elif isinstance(row, ProvisionText):
        key = "provisions", row.key
    else:
        assert isinstance(row, ColumnText)
        key = ("columns", last_year_of(profile).column(row.arrangement, row.column)[0], row.column)
    told = then.origins(key, text)
    return origins_from(profile, who, dict(zip(paragraphs(text), map(origin_of, told), strict=True)))

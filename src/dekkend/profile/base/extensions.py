"""Longer for a station: asked by the head, given or declined by the samenwerkingsverband, always with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from dekkend.audit.actions import Actor
from dekkend.kit.post import post
from dekkend.process.engine import Refused, perform
from dekkend.region.models import Membership

from .models import Extension, Profile
from .road import NAMES, ORDER, day


def stations_ahead(profile: Profile) -> list[str]:
    """Where longer still makes sense: the current station and those that come, if they have a date."""
    reached = ORDER.index(profile.station) if profile.station else len(ORDER)
    return [key for key in ORDER[reached:] if profile.until(key)]


def must_be_later(profile: Profile, station: str, until: date) -> None:
    if station not in stations_ahead(profile):
        raise Refused("Voor deze stap is geen uitstel meer nodig.")
    now = profile.until(station)
    if until < timezone.localdate() or (now and until <= now):
        raise Refused(f"De datum is nu {day(now)}. Kies een latere datum, die nog moet komen.")


def ask(profile: Profile, *, actor: Any, station: str, until: date, reason: str) -> None:
    def change(locked: Profile, who: Actor) -> None:
        must_be_later(locked, station, until)
        open_now = locked.extensions.filter(station=station, state=Extension.State.ASKED)
        if open_now.exists():
            raise Refused("Je hebt al uitstel gevraagd voor deze stap. Wacht op het antwoord.")
        locked.extensions.create(
            station=station, until=until, reason=reason, state=Extension.State.ASKED, asked_by=who.name,
            on=timezone.localdate(),
        )  # fmt: skip
        text = (
            f"{who.name} vraagt voor {locked.school} uitstel voor de stap {NAMES[station]}, tot {day(until)}."
        )
        tell(people_at(locked, ["administrator"]), f"Uitstel gevraagd: {locked.school}",
             f"{text} De reden: {reason}", reverse("followed", args=[locked.pk]))  # fmt: skip

    data = {"station": station, "until": until.isoformat(), "reason": reason}
    perform("ask_extension", profile, actor=actor, change=change, data=data, reason=reason)


def give(
    profile: Profile, *, actor: Any, station: str, until: date, reason: str, asked: Extension | None = None
) -> None:
    """Also straight away, without being asked. A later station is never due before this one."""

    def change(locked: Profile, who: Actor) -> None:
        must_be_later(locked, station, until)
        told = {"until": until, "answered_by": who.name, "answer": reason, "state": Extension.State.GIVEN,
                "on": timezone.localdate()}  # fmt: skip
        if asked is not None:
            answered(locked, asked, told)
        else:
            locked.extensions.create(station=station, reason=reason, **told)
        for key in ORDER[ORDER.index(station) :]:
            now = locked.until(key)
            if key == station or (now and now < until):
                locked.extended[key] = until.isoformat()
        locked.save(update_fields=["extended"])
        tell(people_at(locked, ["head", "coordinator"]), f"Uitstel voor {locked.school}",
             f"De stap {NAMES[station]} is open tot en met {day(until)}. De reden: {reason}",
             reverse("road", args=[locked.pk]))  # fmt: skip

    data = {"station": station, "until": until.isoformat(), "reason": reason}
    perform("give_extension", profile, actor=actor, change=change, data=data, reason=reason)


def decline(profile: Profile, *, actor: Any, asked: Extension, reason: str) -> None:
    def change(locked: Profile, who: Actor) -> None:
        answered(locked, asked, {"answered_by": who.name, "answer": reason, "on": timezone.localdate(),
                                 "state": Extension.State.DECLINED})  # fmt: skip
        tell(people_at(locked, ["head", "coordinator"]), f"Geen uitstel voor {locked.school}",
             f"De datum van de stap {NAMES[asked.station]} blijft {day(locked.until(asked.station))}."
             f" De reden: {reason}", reverse("road", args=[locked.pk]))  # fmt: skip

    data = {"station": asked.station, "reason": reason}
    perform("decline_extension", profile, actor=actor, change=change, data=data, reason=reason)


def answered(profile: Profile, asked: Extension, told: dict[str, Any]) -> None:
    waiting = profile.extensions.filter(pk=asked.pk, state=Extension.State.ASKED)
    if not waiting.update(**told):
        raise Refused("Deze vraag is al beantwoord.")


def people_at(profile: Profile, roles: list[str]) -> list[Any]:
    """Everybody with one of these roles at the school, its board or its samenwerkingsverband."""
    school = profile.school
    here = Q(school=school) | Q(board=school.board_id) | Q(alliance=school.alliance_id)
    members = Membership.objects.filter(here, role__in=roles, user__is_active=True).select_related("user")
    return list({member.user_id: member.user for member in members}.values())


def tell(people: Iterable[Any], subject: str, text: str, path: str) -> None:
    for person in people:
        post(
            subject, f"Beste {person.name},\n\n{text}\n\n{settings.ADDRESS}{path}\n\nDekkend\n", person.email
        )

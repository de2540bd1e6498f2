"""What an alliance administrator does: people, areas, rounds, schools by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from dekkend.accounts.actions import invite as invite_user
from dekkend.accounts.models import User
from dekkend.audit.actions import Actor, record
from dekkend.process.engine import Refused, announce, check

from .models import Alliance, Area, Board, District, Membership, ProvisionCatalogue, Round, School
from .shapes import Point, inside

Place = School | Board | Alliance


def field_of(place: Place) -> str:
    return type(place).__name__.lower()


@transaction.atomic
def invite(alliance: Alliance, *, actor: Any, email: str, name: str, role: str, at: Place) -> Membership:
    """Give a person a role at a place, and mail an invitation to who has no password yet."""
    who = check("manage_region", alliance, actor=actor)
    user = User.objects.filter(email=email.lower()).first() or User.objects.create_user(email, name=name)
    place: dict[str, Any] = {field_of(at): at}
    member, is_new = Membership.objects.get_or_create(user=user, role=role, **place)
    what = f"{member.get_role_display()} van {at}"
    if is_new:
        record("add_member", actor=who, place=at.place, subject=f"user/{user.pk}", data={"role": role})
    if not user.has_usable_password():
        invite_user(user, actor=who, place=at.place, what=what)
    return member


@transaction.atomic
def remove(alliance: Alliance, member: Membership, *, actor: Any) -> None:
    """Take a role away; what the person wrote stays. Raise Refused for the last administrator: nobody could undo it."""
    who = check("manage_region", alliance, actor=actor)
    Alliance.objects.select_for_update().get(pk=alliance.pk)  # two who take each other's role away at once
    if member.role == Membership.Role.ADMINISTRATOR and not other_administrators(member).exists():
        raise Refused(LAST)
    record(
        "remove_member",
        actor=who,
        place=member.at.place,
        data={"name": member.user.name, "role": member.role},
    )
    member.delete()


LAST = "Dit is de enige beheerder. Nodig eerst iemand anders uit als beheerder, en laat die een wachtwoord kiezen."


def other_administrators(member: Membership) -> QuerySet[Membership]:
    """Who can still come in: an invitation that was not used opens nothing."""
    there = Membership.objects.filter(alliance=member.alliance_id, role=member.role, user__is_active=True)
    return there.exclude(pk=member.pk).exclude(user__password__startswith=UNUSABLE_PASSWORD_PREFIX)


@transaction.atomic
def assign(alliance: Alliance, areas: dict[int, Area | None], *, actor: Any) -> int:
    """Put schools (by key) in areas; the number that moved."""
    who = check("manage_region", alliance, actor=actor)
    moved = 0
    for school in alliance.schools.select_for_update().filter(pk__in=areas):
        area = areas[school.pk]
        if school.area_id != (area.pk if area else None):
            before, school.area = str(school.area or ""), area
            school.save(update_fields=["area"])
            record("assign", actor=who, place=school.place, data={"from": before, "to": str(area or "")})
            moved += 1
    return moved


def propose(schools: list[School], areas: list[Area], postcodes: dict[str, Point]) -> dict[int, Area]:
    """The area whose shape holds the point of a school's postcode; left out where there is none."""
    found = {}
    for school in schools:
        point = postcodes.get(school.postcode[:4])
        area = next((area for area in areas if point and inside(point, area.shape)), None)
        if area:
            found[school.pk] = area
    return found


@transaction.atomic
def add_area(
    alliance: Alliance, *, actor: Any, name: str, district: str, shape: list[Any] | None = None
) -> Area:
    who = check("manage_region", alliance, actor=actor)
    upper, _ = District.objects.get_or_create(alliance=alliance, name=district)
    area, _ = Area.objects.update_or_create(
        alliance=alliance,
        name=name,
        defaults={"district": upper, **({"shape": shape} if shape is not None else {})},
        create_defaults={"district": upper, "shape": shape or [], "position": alliance.areas.count()},
    )
    record("save_area", actor=who, place=alliance.place, data={"name": name, "district": district})
    return area


@transaction.atomic
def add_school(alliance: Alliance, school: School, *, actor: Any) -> School:
    """A school that is in no file of DUO: sbo, so, or one that has just opened."""
    who = check("manage_region", alliance, actor=actor)
    school.alliance = alliance
    school.save()
    record("add_school", actor=who, place=alliance.place, data={"brin6": school.brin6, "name": school.name})
    let_in(alliance, actor=who)
    return school


def let_in(alliance: Alliance, *, actor: Actor) -> None:
    """Schools that came while a round runs take part in it, as the others did when it was opened."""
    for made in alliance.rounds.all():
        if made.runs(timezone.localdate()):
            announce("open_round", alliance, made=made, actor=actor)


@transaction.atomic
def open_round(
    alliance: Alliance,
    *,
    actor: Any,
    first_year: int,
    format_ref: str,
    catalogue: ProvisionCatalogue,
    dates: dict[str, date],
) -> Round:
    """Open a round, or change its dates. The format of a round that exists stays as it is."""
    who = check("manage_region", alliance, actor=actor)
    told = {station: day.isoformat() for station, day in dates.items() if day}
    made, is_new = Round.objects.get_or_create(
        alliance=alliance,
        first_year=first_year,
        defaults={"format_ref": format_ref, "catalogue": catalogue, "dates": told},
    )
    if not is_new:
        made.dates = told
        made.save(update_fields=["dates"])
    record("open_round", actor=who, place=alliance.place, data={"round": made.schooljaar, "dates": told})
    announce("open_round", alliance, made=made, actor=who)
    return made

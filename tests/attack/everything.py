"""A world in which everything exists once, and the address of every page about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.core.serializers import serialize
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver

from dekkend.accounts.models import User
from dekkend.audit.actions import Actor
from dekkend.neighbourhood.actions import add_agreement
from dekkend.profile.models import Answer, Arrangement, Copy, Evidence, Profile, Support
from dekkend.profile.reading.actions import keep as keep_old
from dekkend.profile.reading.file import Passage
from dekkend.profile.talk.actions.agenda import prepare, set_agenda
from dekkend.profile.talk.actions.closing import close_talk
from dekkend.profile.version.actions import recall, submit
from dekkend.profile.writing.comments.actions import comment
from dekkend.profile.writing.comments.texts import all_texts
from dekkend.region.models import Alliance, Board, Membership
from tests.adoption.roads import complete
from tests.remembered import remembered
from tests.world import World

CODE = "aaaa-bbbb-cccc"
PARAMETER = re.compile(r"<(?:(\w+):)?(\w+)>")
# Not ours: the pages of django-allauth, which have no objects of a school in their address.
NOT_OURS = "account/"


@dataclass(frozen=True)
class Address:
    path: str
    name: str
    act: str
    asks: tuple[str, ...]  # names of what stands in it


def patterns(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for each in resolver.url_patterns:
        path = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from patterns(each, path)
        else:
            yield path, each


def addresses(keys: dict[str, Any]) -> list[Address]:
    """Every pattern with these keys filled in; the name of the pattern may choose another key: "provision.key"."""
    found = []
    for path, pattern in patterns(get_resolver()):
        if path.startswith(NOT_OURS):
            continue
        names = tuple(name for _, name in PARAMETER.findall(path))
        name = str(pattern.name)
        own = {key: keys.get(f"{name}.{key}", keys[key]) for key in names}
        found.append(Address(f"/{filled(path, own)}", name, getattr(pattern.callback, "act", ""), names))
    return found


def filled(path: str, keys: dict[str, Any]) -> str:
    return PARAMETER.sub(lambda hit: str(keys[hit[2]]), path)


@remembered
def whole(world: World) -> Profile:
    """The first school's profile with a row of every sort, a sealed version, and open again."""
    profile = complete(world)
    submit(profile, actor=world.head)
    recall(profile, actor=world.head, reason="Nog iets vergeten.")
    Copy.objects.create(profile=profile, kind="personal", person=world.colleague, label="Leerkracht")
    add_agreement(world.areas[0], world.round, actor=world.head, need="lezen-dyslexie")
    answer = Answer.objects.filter(copy__profile=profile, copy__kind="shared").first()
    Evidence.objects.create(answer=answer, kind="link", url="https://school.example/plan", title="Het plan")
    talks(profile, by=world.coordinator)
    about = next(text for text in all_texts(profile) if text.paragraphs)
    comment(profile, about, "Mooi.", actor=world.colleague)
    old = Passage("paragraph", "Wij zoeken met ouders.", path=("Visie op passend onderwijs",))
    keep_old(profile, "sop.docx", [old], on=date(2026, 11, 25), actor=world.coordinator)
    profile.extensions.create(
        station="publication",
        until="2099-01-01",
        reason="Ziekte.",
        state="asked",
        asked_by="Hanna",
        on="2026-11-25",
    )
    profile.refresh_from_db()
    return profile


def talks(profile: Profile, *, by: User) -> None:
    """One talk with its report, and one that is prepared."""
    item = profile.format.items[0].id
    for number in range(2):
        talk = prepare(profile, minutes=30, people=6, on=date(2026, 12, 3), actor=by)
        set_agenda(talk, [(item, 10)], by)
        if number == 0:
            close_talk(talk, on=date(2026, 11, 5), roles=["leerkrachten"], actor=by)


def keys_of(profile: Profile) -> dict[str, Any]:
    """What stands in addresses about this profile, its school, its board and its samenwerkingsverband."""
    school, fmt = profile.school, profile.format
    arrangement = Arrangement.objects.filter(profile=profile, things__isnull=False).first()
    assert arrangement
    assert school.area
    section = fmt.section_of_kind("arrangements")
    texts = fmt.section_of_kind("texts")
    assert section
    assert texts
    thing = arrangement.things.all()[0]
    copy = Copy.objects.filter(profile=profile, person__isnull=False).first()
    evidence = Evidence.objects.filter(answer__copy__profile=profile).first()
    asked = profile.extensions.first()
    return {
        "profile": profile.pk,
        "asked": asked.pk if asked else 1,
        "comment": getattr(profile.comments.first(), "pk", 1),
        "evidence": evidence.pk if evidence else "00000000-0000-4000-8000-000000000000",
        "copy": copy.pk if copy else "00000000-0000-4000-8000-000000000000",
        "code": CODE,
        "question": fmt.questions[0].id,
        "item": fmt.questions[0].items[0].id,
        "section": section.id,
        "section_field.section": texts.id,
        "field": texts.fields[0].id,
        "element": next(each.id for each in fmt.offer.elements if each.kind == "boundary"),
        "boundary.section": section_of(profile, "boundaries"),
        "boundary_switch.section": section_of(profile, "boundaries"),
        "boundary_start.section": section_of(profile, "boundaries"),
        "no_specialisations.section": section_of(profile, "specialisations"),
        "row": arrangement.pk,
        "thing": thing.pk,
        "column": thing.column,
        "number": 1,
        "position": 1,
        "name": "sop.txt",
        "board": school.board_id,
        "alliance": school.alliance.slug,
        "slug": school.alliance.slug,
        "station": "checklist",
        "table": "dekking",
        "need": fmt.offer.needs[0].id,
        "place": f"wijk-{school.area_id}",
        "area": school.area_id,
        "agreement": school.area.plans.get().agreements.all()[0].pk if school.area.plans.exists() else 1,
        "scope": "school",
        "owner": school.pk,
        "style": 1,
        "mark": "0" * 16,
        "sha": "0" * 64,
        "house_style_file.form": "odt",
        "first_year": profile.round.first_year,
        "form": "html",
        "kind": "sop",
        "brin6": school.brin6,
        "schooljaar": profile.round.schooljaar,
        "member": Membership.objects.filter(school=school).first().pk,
        "key": "dyslexie",
        "spot": f"veld.{texts.id}.{texts.fields[0].id}",
        "token": "geen-echte",
        "support": support_at(profile).pk,
        "talk": getattr(profile.talks.filter(state="closed").first(), "pk", 1),
        **{f"{name}.form": "pdf" for name in ("talk_sheet", "talk_report_file")},
        **{f"{name}.kind": "leeg" for name in ("checklist_form", "checklist_file", "copy_form", "copy_file")},
        **{f"{name}.form": "pdf" for name in ("checklist_file", "copy_file")},
    }


def support_at(profile: Profile) -> Support:
    """A request for help that waits."""
    return profile.supports.get_or_create(
        defaults={"question": "Wie helpt ons?", "asked_as": "directeur", "asked_on": date(2026, 11, 25)}
    )[0]


def section_of(profile: Profile, kind: str) -> str:
    section = profile.format.section_of_kind(kind)
    assert section
    return section.id


def elsewhere(world: World) -> dict[str, User]:
    """Somebody with each role, but at another school, board, area or samenwerkingsverband; and a stranger."""
    other = Alliance.objects.create(slug="ander", name="Een ander samenwerkingsverband")
    school = world.schools[2]
    found = {"stranger": world.people["sam"]}
    for role in Membership.Role.values:
        user = User.objects.create_user(f"{role}@elders.example", None, name=f"{role} elders")
        place: dict[str, Any] = {"alliance": other}
        if role in Membership.AT_SCHOOL:
            place = {"school": school}
        if role in Membership.AT_BOARD:
            place = {"board": Board.objects.get(pk=school.board_id)}
        Membership.objects.create(user=user, role=role, **place)
        found[role] = user
    return found


def all_in_one(*users: User, email: str = "allen@voorbeeld.example") -> User:
    """One person with the roles of all of these: rights only add up, so one walk along every page does for all."""
    return add_roles(User.objects.create_user(email, None, name="Alles Tegelijk"), *users)


def add_roles(one: User, *users: User) -> User:
    for member in Membership.objects.filter(user__in=users):
        member.pk, member.user, member._state.adding = None, one, True
        member.save()
    return one


def actor(user: User) -> Actor:
    return Actor(user, user.name, "directeur")


def everything_kept() -> str:
    """All rows but sessions, as text."""
    return "".join(
        serialize("json", model._default_manager.order_by("pk"))
        for model in apps.get_models()
        if model._meta.app_label != "sessions" and issubclass(model, models.Model)
    )

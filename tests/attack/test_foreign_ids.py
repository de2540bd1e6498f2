"""What forms, links and the log of somebody else carry, sent at one's own addresses: it is nothing there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from django.apps import apps
from django.core import serializers
from django.db import models, transaction
from django.test import Client
from lxml import html

from dekkend.accounts.models import User
from dekkend.audit.models import Event
from dekkend.neighbourhood.actions import add_agreement, remove_agreement
from dekkend.profile.models import Profile
from dekkend.profile.writing import actions as writing
from dekkend.profile.writing.blocks import Block
from dekkend.region.models import Alliance, Membership, School
from tests.adoption import roads
from tests.attack.everything import addresses, all_in_one, keys_of, whole
from tests.world import World, build

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]
Keyed = dict[tuple[str, str], dict[str, Any]]
THEIRS = "Geheimschool"
# What people type is theirs to type; a name that is chosen is not.
TYPED = ("text", "date", "number", "email", "search", "file", "url", "tel", "time")
ROLES = ("head", "coordinator", "staff", "council", "board")
ABOVE = ("adviser", "analyst", "administrator")


# Two places beside each other


@dataclass
class Two:
    mine: Profile
    theirs: Profile
    me: User
    you: User
    foreign: set[tuple[str, str]]  # rows that are of theirs alone


@pytest.fixture(params=["another alliance", "next door"])
def two(request: pytest.FixtureRequest, db: None, monkeypatch: pytest.MonkeyPatch) -> Two:
    """A place of mine and one of theirs, each with a row of every sort; every sentence of theirs says so."""
    plain, mine = roads.example(), None
    if request.param == "next door":
        mine = build()
    before = set(everything())
    theirs = beside(mine) if mine else far_away()
    monkeypatch.setattr(roads, "example", lambda: marked(plain))
    their_profile = everything_at(theirs)
    foreign = set(everything()) - before
    monkeypatch.setattr(roads, "example", lambda: plain)
    roles = ROLES if mine else ROLES + ABOVE
    mine = mine or build()
    return Two(
        everything_at(mine), their_profile, one_of(mine, roles, "ik"), one_of(theirs, roles, "jij"), foreign
    )


def everything_at(world: World) -> Profile:
    """And of what can be put back, the removals."""
    profile = whole(world)
    fmt, by = profile.format, {"actor": world.head}
    gone = writing.add_specialisation(profile, title=f"Judo van {profile.school}", **by)
    writing.remove(gone, profile=profile, **by)
    section = fmt.section_of_kind("texts")
    assert section
    item = fmt.items[0]
    block = Block(
        item.id, item.number, "full", "Ja", f"Zo doet {profile.school} het.", "", "", is_offered=True
    )
    writing.insert(profile, section, section.fields[0], [block], **by)
    assert profile.school.area
    remove_agreement(add_agreement(profile.school.area, profile.round, what="Samen.", **by), **by)
    return Profile.objects.with_places().get(pk=profile.pk)


def one_of(world: World, roles: tuple[str, ...], name: str) -> User:
    return all_in_one(*(world.people[role] for role in roles), email=f"{name}@samen.example")


def marked(told: Any) -> Any:
    if isinstance(told, dict):
        return {key: marked(value) for key, value in told.items()}
    if isinstance(told, list):
        return [marked(each) for each in told]
    return (
        f"{THEIRS}: {told}" if isinstance(told, str) and len(told.split()) > 3 and len(told) < 100 else told
    )


def far_away() -> World:
    """A whole world, under other names, so that a second fits beside it."""
    world = build()
    Alliance.objects.update(slug="ander", name=f"Verband van {THEIRS}")
    for school in School.objects.all():
        school.brin6, school.name = school.brin6.replace("99X", "88Y"), f"{THEIRS} {school.brin6}"
        school.save()
    for user in User.objects.all():
        user.email, user.name = f"daar-{user.email}", f"{THEIRS} {user.pk}"
        user.save()
    return replace(world, profile=Profile.objects.with_places().get(pk=world.profile.pk))


def beside(world: World) -> World:
    """The third school of the same samenwerkingsverband: of another board and wijk, with people of its own."""
    school, board = world.schools[2], world.boards[1]
    School.objects.filter(pk=school.pk).update(name=f"{THEIRS} 3")
    people = dict(world.people)
    for name in (*ROLES, "colleague"):
        people[name] = User.objects.create_user(f"{name}@daar.example", None, name=f"{THEIRS} {name}")
        place = {"board": board} if name == "board" else {"school": school}
        Membership.objects.create(user=people[name], role="staff" if name == "colleague" else name, **place)
    profile = Profile.objects.create(school=school, round=world.round)
    return replace(
        world,
        schools=world.schools[::-1],
        boards=world.boards[::-1],
        areas=world.areas[::-1],
        profile=Profile.objects.with_places().get(pk=profile.pk),
        people=people,
    )


# Rows, before and after


def everything() -> Keyed:
    kept: Keyed = {}
    for model in apps.get_models():
        if model._meta.app_label not in ("sessions", "contenttypes"):
            for told in json.loads(serializers.serialize("json", model._default_manager.all())):
                kept[told["model"], str(told["pk"])] = told["fields"]
    return kept


def points_to(key: tuple[str, str], fields: dict[str, Any]) -> Iterator[tuple[str, str]]:
    model: type[models.Model] = apps.get_model(key[0])
    for each in model._meta.concrete_fields:
        if each.is_relation and fields.get(each.name) is not None:
            target: Any = each.related_model
            yield target._meta.label_lower, str(fields[each.name])


def tried(client: Client, method: str, path: str, sent: dict[str, str], two: Two, before: Keyed) -> list[Any]:
    """What went wrong, if anything; whatever was done is taken back."""
    with transaction.atomic():
        answer = getattr(client, method)(path, sent)
        after = everything() if method == "post" and answer.status_code < 400 else before
        transaction.set_rollback(True)
    found: list[Any] = []
    if answer.status_code >= 500:
        found.append(answer.status_code)
    if not answer.streaming and THEIRS in answer.content.decode(errors="replace"):
        typed = any(THEIRS in value for value in sent.values())
        found += [] if typed else ["shown"]
    for key, fields in after.items():
        if before.get(key) == fields:
            continue
        if key in two.foreign:
            found.append(("changed", key))
        elif THEIRS in json.dumps(fields) or any(to in two.foreign for to in points_to(key, fields)):
            found.append(("taken", key))
    found += [("gone", key) for key in two.foreign if key not in after]
    return [(method, path, sent, each) for each in found]


# Forms and links


@dataclass
class Sender:
    """A form or a link: where it goes, what it sends, and what may be chosen in it."""

    page: str
    method: str
    path: str
    sent: dict[str, str]
    choices: dict[str, set[str]]

    @property
    def alike(self) -> tuple[Any, ...]:
        """The same with somebody else: but for numbers, codes and the samenwerkingsverband."""
        return self.page, self.method, shape(self.path), frozenset(map(shape, self.choices))


def shape(text: str) -> str:
    return re.sub(r"[0-9a-f-]{36}|[0-9]+[A-Z]*[0-9]*", "#", text.replace("/ander/", "/voorbeeld/"))


def senders(page: str, at: str, text: str) -> Iterator[Sender]:
    tree = html.fromstring(text)
    for form in tree.iter("form"):
        path = urlsplit(urljoin(at, form.get("action") or at)).path
        sender = Sender(page, (form.get("method") or "get").lower(), path, {}, {})
        for each in [*form.iter("input", "button", "textarea", "select"), *outside(tree, form)]:
            note(sender, each)
        yield sender
    for link in tree.iter("a"):
        parts = urlsplit(urljoin(at, link.get("href") or ""))
        if parts.query and not parts.netloc:
            told = dict(parse_qsl(parts.query))
            yield Sender(page, "get", parts.path, told, {name: {value} for name, value in told.items()})


def outside(tree: Any, form: Any) -> list[Any]:
    found: list[Any] = tree.xpath("//*[@form=$id]", id=form.get("id")) if form.get("id") else []
    return found


def note(sender: Sender, field: Any) -> None:
    name = field.get("name")
    if not name or name == "csrfmiddlewaretoken":
        return
    values = [option.get("value") or "" for option in field.iter("option")] or [field.get("value") or ""]
    if field.tag != "textarea" and field.get("type") not in TYPED:
        sender.choices.setdefault(name, set()).update(filter(None, values))
    if field.tag != "button":
        sender.sent.setdefault(name, values[0])


def all_senders(client: Client, profile: Profile) -> dict[Any, list[Sender]]:
    found: dict[Any, list[Sender]] = {}
    for address in addresses(keys_of(profile)):
        if address.act == "public":
            continue
        answer = client.get(address.path)
        text = "" if answer.streaming else answer.content.decode(errors="replace")
        if answer.status_code == 200 and text.lstrip().startswith("<"):
            for sender in senders(address.name, address.path, text):
                found.setdefault(sender.alike, []).append(sender)
    return found


def exchanged(ours: dict[Any, list[Sender]], others: dict[Any, list[Sender]]) -> Iterator[Any]:
    """Each of our forms with, in one field after the other, what only theirs has there; also under their name."""
    seen = set()
    for alike, mine in ours.items():
        for sender in mine:
            names: dict[str, set[str]] = {}
            for other in others.get(alike, ()):
                for name, values in other.choices.items():
                    names.setdefault(name, set()).update(values)
            for name, values in names.items():
                own = set().union(*(one.choices.get(name, set()) for one in mine))
                for value in sorted(values - own)[:3]:
                    if (sender.path, name, value) not in seen:
                        seen.add((sender.path, name, value))
                        yield sender.method, sender.path, {**sender.sent, name: value}, name


def test_what_can_be_chosen_elsewhere_is_nothing_here(two: Two, sign_in: SignIn) -> None:
    client = sign_in(two.me)
    ours, others = all_senders(client, two.mine), all_senders(sign_in(two.you), two.theirs)
    before, wrong, names = everything(), [], set()
    for method, path, sent, name in exchanged(ours, others):
        names.add(shape(name))
        wrong += tried(client, method, path, sent, two, before)

    assert wrong == []
    assert "proposal" in names
    if two.mine.school.alliance_id != two.theirs.school.alliance_id:
        assert {"board", "area", "adviser", "place", "catalogue", "bestuur", "wijk", "school-#"} <= names


# The log

OF_THE_LOG = ("removal", "undo", "back", "event")
TAKES = {
    "undo", "agreement_return", "section_blocks", "column_blocks", "provision_blocks", "take_text", "field_draft",
    "column_draft", "checklist_put_back", "checklist_summary_put_back", "copy_put_back",
}  # fmt: skip


def test_what_was_done_elsewhere_is_not_undone_here(two: Two, sign_in: SignIn) -> None:
    """Every act of theirs, at each address that undoes one; and the twin: mine can be undone."""
    client, before, wrong = sign_in(two.me), everything(), []
    events = [Event.objects.get(pk=key) for model, key in two.foreign if model == "audit.event"]
    by_act = {event.act: event for event in events}
    assert {"remove", "insert", "save", "add"} <= set(by_act)
    paths = [address for address in addresses(keys_of(two.mine)) if address.name in TAKES]
    assert {address.name for address in paths} == TAKES

    for event in (*by_act.values(), *(each for each in events if each.act == "remove")):
        for address in paths:
            sent = dict.fromkeys(OF_THE_LOG, str(event.pk)) | {"revision": "1"}
            wrong += tried(client, "post", address.path, sent, two, before)

    assert wrong == []


def test_what_was_done_here_is_undone_here(two: Two, sign_in: SignIn) -> None:
    client = sign_in(two.me)
    places = (two.mine.place, two.mine.school.area.place)
    undone = 0
    for event in Event.objects.filter(place__in=places, act__in=("remove", "insert")):
        for address in addresses(keys_of(two.mine)):
            if address.name in ("undo", "agreement_return", "section_blocks"):
                sent = {"removal": str(event.pk), "undo": str(event.pk)}
                undone += client.post(address.path, sent).status_code == 302

    assert undone == 3

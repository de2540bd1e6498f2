"""Who may do what, in which state: the whole matrix, as it is in force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from dekkend.accounts.models import User
from dekkend.process import drawing
from dekkend.process.engine import may
from dekkend.process.roles import TITLES
from dekkend.process.table import Row, table
from dekkend.profile.base.models import Profile
from dekkend.profile.models import Copy, Support
from dekkend.region.models import Alliance, Board, Membership, Round, School
from tests.process.golden import ROOT, compare
from tests.world import World

PUBLIC = "public"
STATES = [str(state) for state in Profile.State.values]
HEAD = """Wie mag wat, in welke toestand van het profiel. Gemaakt door tests/process/test_rights.py.
"ja": deze rol op deze plek mag het. Elders: dezelfde rol bij een andere school, bestuur of samenwerkingsverband.
"""


@dataclass
class Cast:
    """Everybody, each in one role: here, and the same role elsewhere."""

    here: dict[str, User]
    elsewhere: dict[str, User]


@pytest.fixture
def cast(world: World) -> Cast:
    other = Alliance.objects.create(slug="ander", name="Een ander samenwerkingsverband")
    places = {
        "school": (world.schools[0], world.schools[2]),
        "board": (world.boards[0], world.boards[1]),
        "alliance": (world.alliance, other),
    }
    scopes = {
        **dict.fromkeys(Membership.AT_SCHOOL, "school"),
        **dict.fromkeys(Membership.AT_BOARD, "board"),
        **dict.fromkeys(Membership.AT_ALLIANCE, "alliance"),
    }
    cast = Cast({}, {})
    for role, scope in scopes.items():
        for people, place in zip((cast.here, cast.elsewhere), places[scope], strict=True):
            user = User.objects.create_user(
                f"{role}-{len(people)}-{place.pk}-{scope}@rechten.example", name=role
            )
            Membership.objects.create(user=user, role=role, **{scope: place})
            people[str(role)] = user
    # Whose copy it is, and a colleague with a copy elsewhere.
    cast.here["person"] = User.objects.create_user("eigen@rechten.example", name="Eigen")
    cast.elsewhere["person"] = User.objects.create_user("vreemd@rechten.example", name="Vreemd")
    cast.here["guest"] = guest_of(world.profile, "gast@rechten.example")
    cast.elsewhere["guest"] = guest_of(profile_of(other, world), "gast-elders@rechten.example")
    return cast


def profile_of(alliance: Alliance, world: World) -> Profile:
    """A profile of a school in another samenwerkingsverband."""
    board = Board.objects.create(alliance=alliance, code="88881")
    school = School.objects.create(alliance=alliance, board=board, brin6="88XA00", name="Elders")
    round = Round.objects.create(
        alliance=alliance, first_year=2027, format_ref=world.round.format_ref, catalogue=world.round.catalogue
    )
    return Profile.objects.create(school=school, round=round)


def guest_of(profile: Profile, email: str) -> User:
    """An adviser who helps this school, at its request."""
    user = User.objects.create_user(email, name="Gast")
    Membership.objects.create(user=user, role="adviser", alliance=profile.school.alliance)
    Support.objects.create(
        profile=profile, state="given", question="Wie helpt?", adviser=user, asked_as="directeur",
        asked_on="2026-11-25", given_on="2026-11-25",
    )  # fmt: skip
    return user


def subject_of(act: Row, world: World, owner: User) -> Any:
    """What the act is done to: the kind of thing that has the places of its row."""
    scopes = {scope for _, scope in act.who}
    if "copy" in scopes:
        return Copy.objects.get_or_create(profile=world.profile, kind="personal", person=owner)[0]
    if "area" in scopes or act.act == "seal_plan":
        return world.areas[0]
    if act.states or scopes & {"school", "profile"}:
        return world.profile
    return world.boards[0] if "board" in scopes else world.alliance


def matrix(world: World, cast: Cast) -> str:
    people = [(role, cast.here[role], cast.elsewhere[role]) for role in TITLES]
    people.append(("stranger", world.people["sam"], world.people["sam"]))
    lines = [HEAD]
    for act in table().values():
        subject = subject_of(act, world, cast.here["person"])
        lines += [f"{act.act}: {act.title}", row("", STATES, STATES)]
        lines += [
            row(role, cells(act, here, subject, world), cells(act, there, subject, world))
            for role, here, there in people
        ]
        lines.append("")
    return "\n".join(lines)


def cells(act: Row, user: User, subject: Any, world: World) -> list[str]:
    answers = []
    for state in STATES:
        world.profile.state = state
        if isinstance(subject, Copy):
            subject.profile = world.profile
        answers.append("ja" if may(act.act, user, subject) else "·")
    return answers


def row(role: str, here: list[str], there: list[str]) -> str:
    cut = [name[:10] for name in (*here, *there)]
    return (
        f"  {role or 'hier | elders':<14}"
        + "".join(f"{cell:<11}" for cell in [*cut[: len(here)], "|", *cut[len(here) :]]).rstrip()
    )


def test_rights_are_those_of_the_golden_matrix(world: World, cast: Cast) -> None:
    compare(ROOT / "tests" / "golden" / "rights.txt", matrix(world, cast))


def test_stranger_may_nothing_but_see_an_empty_desk(world: World) -> None:
    copy = Copy.objects.create(profile=world.profile, kind="personal", person=world.head)
    subjects = [world.profile, world.school.board, world.alliance, world.areas[0], copy]

    allowed = {act for act in table() for subject in subjects if may(act, world.people["sam"], subject)}

    assert allowed == {"see_desk"}


def test_nobody_may_anything_at_another_school(world: World, cast: Cast) -> None:
    allowed = {
        (role, act)
        for role, user in cast.elsewhere.items()
        for act in table()
        if may(act, user, subject_of(table()[act], world, cast.here["person"]))
    }

    assert {act for _, act in allowed} == {"see_desk"}


def test_an_anonymous_copy_is_nobodys(world: World) -> None:
    copy = Copy.objects.create(profile=world.profile, kind="personal", person=None)

    assert not any(may("answer_copy", user, copy) for user in world.people.values())


def patterns(found: list[Any], prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in found:
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern.url_patterns, prefix + str(pattern.pattern))
        else:
            yield prefix + str(pattern.pattern), pattern


def test_every_page_names_its_act_or_says_that_it_is_public() -> None:
    silent = [
        address
        for address, pattern in patterns(get_resolver().url_patterns)
        if getattr(pattern.callback, "act", "") not in {*table(), PUBLIC}
        # Signing in is for everybody; these pages are the library's own.
        and not pattern.callback.__module__.startswith("allauth.")
    ]

    assert silent == []


def test_the_pages_of_the_demonstration_name_their_act_too() -> None:
    from dekkend.desk.demo import urls

    assert not settings.DEMO
    assert all(getattr(pattern.callback, "act", "") in {*table(), PUBLIC} for pattern in urls.urlpatterns)


def test_every_act_has_a_page_or_an_action_that_asks_for_it() -> None:
    named = {getattr(pattern.callback, "act", "") for _, pattern in patterns(get_resolver().url_patterns)}

    assert sorted(set(table()) - named) == []


def test_the_page_of_rights_in_docs_is_up_to_date() -> None:
    compare(ROOT / "docs" / "naslag" / "rechten.md", drawing.page())

"""Years in a row at one school by the real acts: what each starts from, and what its council sees."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dekkend.adoption import actions as adoption
from dekkend.profile.base.models import Profile
from dekkend.profile.models import Carried
from dekkend.profile.version.actions import submit
from dekkend.profile.writing import actions
from dekkend.publication.actions import withdraw
from tests.adoption.roads import HEARD
from tests.adoption.roads import adopted as adopted_by_all
from tests.profile.version.yearly import fresh, next_year, written
from tests.profile.writing.shared import FMT, LIMITS, POINTS, VISION, SignIn, at
from tests.publication.walking import adopt, content_of_example, open_to_all
from tests.world import World

pytestmark = pytest.mark.one_database


@pytest.fixture(autouse=True)
def _files_aside(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def first(world: World) -> Profile:
    """Adopted in the year of the world, 2027-2028, by every act on the road."""
    return fresh(adopted_by_all(world))


def handed_in(world: World, profile: Profile) -> Profile:
    """This year's answers are those of last year; improvement points run on; pupils were heard."""
    content = profile.carried.version.data
    rest = {"checklist": {"answers": content["checklist"]["answers"], "summaries": {}}}
    profile = written(world, profile.round.first_year, {**rest, "format": content["format"]})
    for row in profile.improvements.filter(is_asked=True):
        actions.answer_point(row, "running", profile=profile, actor=world.head)
    adoption.tell_pupils(profile, actor=world.head, changes={**HEARD, "heard_on": date(2028, 11, 2)}, base=0)
    submit(profile, actor=world.head)
    return fresh(profile)


def vision_of(profile: Profile) -> Any:
    field = next(field for field in VISION.fields if field.kind == "text")
    return field, profile.texts.get(section=VISION.id, field=field.id)


def write(world: World, profile: Profile, text: str) -> None:
    field, row = vision_of(profile)
    actions.write_text(profile, VISION, field, text, base=row.revision, actor=world.head)


def read(client: Client, profile: Profile, query: str = "") -> str:
    number = profile.versions.count()
    return str(client.get(reverse("version", args=[profile.pk, number]) + query).content.decode())


def test_a_withdrawn_profile_is_what_the_next_year_starts_from(world: World) -> None:
    first = open_to_all(world, adopt(world, world.profile, content_of_example()))
    withdraw(first, actor=world.board, reason="Er stond een fout in.")

    now = next_year(world, 2028)

    assert now.carried.version == fresh(first).adopted
    assert vision_of(now)[1].text == vision_of(first)[1].text


def test_a_school_that_is_new_this_year_starts_empty_and_can_begin(
    world: World, first: Profile, sign_in: SignIn
) -> None:
    now = next_year(world, 2028, school=world.other_head.memberships.get().school)
    assert not Carried.objects.filter(profile=now).exists()
    client = sign_in(world.other_head)
    page = client.get(at("section", now, VISION.id))
    assert page.status_code == 200
    assert "Sinds 2027-2028" not in page.content.decode()
    assert client.get(at("last_year", now)).status_code == 302


def test_the_council_sees_what_is_new_and_finds_the_rest_folded(
    world: World, first: Profile, sign_in: SignIn
) -> None:
    now = next_year(world, 2028)
    write(world, now, vision_of(now)[1].text + "\n\nElk kind hoort erbij.")
    now = handed_in(world, now)

    page = read(sign_in(world.council), now)

    assert "Wat er veranderde sinds schooljaar 2027-2028" in page
    assert "<ins>Elk kind hoort erbij.</ins>" in page
    folded = page.split('<details class="unfold unfold--print unchanged">')[1:]
    assert all("ongewijzigd sinds 2027-2028" in each for each in folded)
    names = [
        f"{section.number} {section.title}<" for section in FMT.sections if section not in (VISION, POINTS)
    ]
    assert [each.split('unchanged__name">')[1].split("/h3>")[0] for each in folded] == names
    assert "<ins>loopt</ins>" in page  # an improvement point that was planned


def test_a_second_version_is_laid_beside_last_year_too(world: World, first: Profile, sign_in: SignIn) -> None:
    now = handed_in(world, next_year(world, 2028))
    adoption.return_profile(now, actor=world.board, reason="Nog eens.")
    write(world, fresh(now), "Elk kind hoort erbij.")
    submit(fresh(now), actor=world.head)
    client = sign_in(world.council)

    page = read(client, now)
    assert "Wat er veranderde sinds schooljaar 2027-2028" in page
    assert "Vergelijk met versie 1" in page
    page = read(client, now, "?sinds=versie")
    assert "Wat er veranderde sinds versie 1" in page
    assert "ongewijzigd sinds versie 1" in page


def test_three_years_in_a_row(world: World, first: Profile, sign_in: SignIn) -> None:
    second = next_year(world, 2028)
    write(world, second, "In het tweede jaar geschreven.")
    second = handed_in(world, second)
    adopt_now(world, second)
    third = next_year(world, 2029)
    row = third.boundaries.all()[0]
    actions.save(row, {"own": "In het derde jaar."}, profile=third, base=row.revision, actor=world.head)
    third = handed_in(world, third)

    page = read(sign_in(world.council), third)

    assert "Wat er veranderde sinds schooljaar 2028-2029" in page
    assert "ongewijzigd sinds 2028-2029" in page  # the vision
    assert "ongewijzigd sinds 2027-2028" in page
    assert f'<h3 class="unchanged__name">{LIMITS.number} ' not in page
    origins = vision_of(third)[1].traced.origins
    assert [origin.since for origin in origins] == ["2028-2029"]


def adopt_now(world: World, profile: Profile) -> None:
    """The rest of the road is tried elsewhere."""
    Profile.objects.filter(pk=profile.pk).update(state="adopted", adopted=profile.sealed)

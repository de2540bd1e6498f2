"""The demonstration has a last year: what it gives to this one, and that it stays to be read."""

from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.analysis.standards import standards
from dekkend.audit.models import Event
from dekkend.desk.demo import build
from dekkend.desk.demo.cast import address
from dekkend.desk.demo.lastyear import walk_last_year
from dekkend.desk.demo.people import build_people
from dekkend.desk.demo.region import build_last_round, build_region
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist.earlier import told_of
from dekkend.profile.version.carrying import begin_from_last_year
from dekkend.publication.models import Publication
from dekkend.region.models import Alliance


@pytest.fixture
def third(db: None, settings: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Profile:
    """The school of the demonstration that begins a new year, with the year before; the other schools are bare."""
    settings.DEMO, settings.MEDIA_ROOT = True, tmp_path
    round = build_region()
    met = [round.alliance.schools.get(brin6=one) for one in (build.FIRST, build.SECOND, build.THIRD)]
    people = build_people(round, *met)
    # Inside the transaction of a test nothing is done "after" it.
    monkeypatch.setattr(transaction, "on_commit", lambda work, **_: work())
    walk_last_year(build_last_round(round), {met[2]: 3}, people)
    profile = Profile.objects.with_places().get(round=round, school=met[2])
    begin_from_last_year(profile, actor=people.head)
    return Profile.objects.with_places().get(pk=profile.pk)


def test_the_school_that_begins_has_last_years_answer_beside_every_item(third: Profile) -> None:
    ilse = Client()
    ilse.force_login(User.objects.get(email=address("nieuw-jaar")))
    page = reverse("checklist_question", args=[third.pk, third.format.questions[0].id])

    assert len(told_of(third)) == len(third.format.items)
    assert "Klopt nog" in ilse.get(page).content.decode()
    assert len(ilse.get(reverse("desk")).context["rows"]) == 1


def test_the_school_that_begins_has_last_years_words(third: Profile) -> None:
    assert third.carried.schooljaar == "2026-2027"
    assert third.is_example
    assert third.arrangements.exists()


def test_last_year_lies_a_year_back_and_can_be_read_by_everybody(third: Profile) -> None:
    made = Publication.objects.get(school=third.school)

    assert (made.schooljaar, made.published_on.year, made.archived_on) == ("2026-2027", 2026, None)
    assert Client().get(f"/scholen/{build.THIRD}/2026-2027/").status_code == 200
    assert Client().get(f"/scholen/{build.SECOND}/2026-2027/").status_code == 404
    days = {event.at.year for event in Event.objects.at_place(made.profile.place)}
    assert days == {2026}
    told = standards(third.round)
    assert told.former == made.profile.round
    assert {one.known_before for _, multiples in told.aspects for one in multiples} == {1}


def test_outside_the_demonstration_nothing_is_made(settings: Any, db: None) -> None:
    settings.DEMO = False

    assert build.build(lambda _: None) == 1
    assert not Alliance.objects.exists()

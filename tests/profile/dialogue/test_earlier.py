"""Last year beside this year: the agreed answer, and the spread only where it may be seen."""

import pytest

from dekkend.profile.base.models import Profile
from dekkend.profile.dialogue.earlier import earlier_of
from dekkend.profile.dialogue.queries import Picture
from dekkend.profile.models import Version
from dekkend.profile.talk.agenda import proposal
from dekkend.region.models import Round
from tests.profile.checklist.people import HALF, ITEM, NO, YES, anonymous, answered, own
from tests.world import FORMAT, World


@pytest.fixture
def before(world: World) -> Profile:
    """Last year: the item was agreed to be so."""
    last = Round.objects.create(
        alliance=world.alliance, first_year=2026, format_ref=FORMAT, catalogue=world.round.catalogue
    )
    profile = Profile.objects.create(school=world.school, round=last, state="adopted")
    content = f'{{"format": "{FORMAT}", "checklist": {{"answers": {{"{ITEM.id}": {{"value": "{YES}"}}}}}}}}'
    version = Version.objects.create(profile=profile, number=1, content=content, sha256="0" * 64)
    Profile.objects.filter(pk=profile.pk).update(adopted=version)
    return profile


def test_last_year_is_told_with_its_spread(world: World, before: Profile) -> None:
    for number, value in enumerate((YES, YES, HALF)):
        answered(anonymous(before, f"oud-{number}"), value=value)
    Profile.objects.filter(pk=before.pk).update(team_closed=True)

    found = earlier_of(world.profile)

    assert found.value_id(ITEM.id) == YES
    assert found.spreads[ITEM.id].answered == 3


def test_spread_of_last_year_that_was_hidden_stays_hidden(world: World, before: Profile) -> None:
    for number, value in enumerate((YES, NO)):
        answered(anonymous(before, f"oud-{number}"), value=value)
    Profile.objects.filter(pk=before.pk).update(team_closed=True)

    found = earlier_of(world.profile)

    assert found.value_id(ITEM.id) == YES
    assert found.spreads == {}


def test_sharp_drop_since_last_year_comes_on_the_agenda(world: World, before: Profile) -> None:
    for person in (world.staff, world.colleague):
        answered(own(world.profile, person), value=NO)
    world.profile.refresh_from_db()

    [point] = proposal(Picture(world.profile), minutes=30, people=2)

    assert (point.item, point.reasons) == (ITEM, ("Lager dan vorig jaar",))


def test_without_last_year_there_is_nothing_to_tell(world: World) -> None:
    found = earlier_of(world.profile)

    assert (found.value_id(ITEM.id), found.told, found.spreads) == ("", {}, {})

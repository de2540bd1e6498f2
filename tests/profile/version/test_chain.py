import hashlib
import json
from typing import Any

import pytest

from dekkend.adoption import actions as adoption
from dekkend.profile.models import Profile, Version
from dekkend.profile.version.actions import submit
from dekkend.profile.version.chain import chains, newest_of, verify_chains
from dekkend.profile.version.content import seal
from dekkend.region.models import Round
from tests.adoption.roads import submitted
from tests.world import World


def sealed_again(world: World) -> Version:
    adoption.return_profile(world.profile, actor=world.board, reason="Bij nader inzien.")
    return submit(world.profile, actor=world.head)


def put(profile: Profile, number: int, **content: Any) -> Version:
    """A sealed version as it stands in the database, whatever it names."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Version.objects.create(
        profile=profile, number=number, content=text, sha256=digest, sealed_by="Iemand"
    )


def faults() -> list[str]:
    return [chain.fault for chain in chains() if chain.fault]


def test_the_first_version_names_none_and_the_next_names_it(world: World) -> None:
    submitted(world)
    second = sealed_again(world)
    first = Version.objects.order_by("pk")[0]

    assert (first.data["previous"], second.data["previous"]) == ("", first.sha256)
    assert faults() == []


def test_the_row_goes_on_over_the_years(world: World) -> None:
    old = put(world.profile, 1, format="x/1", previous="")
    later = Round.objects.create(
        alliance=world.alliance, first_year=2028, format_ref=world.round.format_ref,
        catalogue=world.round.catalogue, dates={},
    )  # fmt: skip
    put(Profile.objects.create(school=world.school, round=later), 1, format="x/1", previous=old.sha256)

    assert faults() == []
    assert newest_of(world.school.pk) == Version.objects.order_by("-pk")[0].sha256
    assert newest_of(world.schools[1].pk) == ""


def test_versions_from_before_the_row_stay_valid(world: World) -> None:
    put(world.profile, 1, format="x/1")
    second = put(world.profile, 2, format="x/1", school="a")
    put(world.profile, 3, format="x/1", previous=second.sha256)

    assert faults() == []


def test_a_changed_version_is_named(world: World) -> None:
    put(world.profile, 1, format="x/1", previous="")
    Version.objects.update(content='{"format":"x/2","previous":""}')

    assert "versie 1 voor schooljaar 2027-2028 is veranderd" in faults()[0]


def test_a_version_that_was_changed_with_its_hash_breaks_the_row_behind_it(world: World) -> None:
    submitted(world)
    sealed_again(world)
    first = Version.objects.order_by("pk")[0]
    first.content, first.sha256 = seal({**first.data, "example": True})
    first.save()

    assert faults() == [
        "versie 2 voor schooljaar 2027-2028 volgt niet op versie 1 voor schooljaar 2027-2028: "
        "er is een versie weg, of een versie is vervangen."
    ]


def test_a_version_that_is_gone_breaks_the_row(world: World) -> None:
    first = put(world.profile, 1, format="x/1", previous="")
    put(world.profile, 2, format="x/1", previous=first.sha256)
    first.delete()

    assert "die er niet meer is" in faults()[0]


def test_a_version_without_a_link_after_one_with_is_named(world: World) -> None:
    put(world.profile, 1, format="x/1", previous="")
    put(world.profile, 2, format="x/1")

    assert faults() == ["versie 2 voor schooljaar 2027-2028 noemt niet welke versie ervoor kwam."]


@pytest.mark.parametrize(("whole", "code"), [(True, 0), (False, 1)])
def test_the_command_says_how_it_is_with_all_schools(whole: bool, code: int, world: World) -> None:
    first = put(world.profile, 1, format="x/1", previous="")
    put(world.profile, 2, format="x/1", previous=first.sha256 if whole else "")
    said: list[str] = []

    assert verify_chains(said.append) == code
    assert "2 versies van 1 school" in said[-1]
    assert ("De Leesplank (99XA00): versie 2" in said[0]) is not whole


def test_walking_the_rows_costs_one_query(world: World, django_assert_num_queries: Any) -> None:
    first = put(world.profile, 1, format="x/1", previous="")
    put(world.profile, 2, format="x/1", previous=first.sha256)

    with django_assert_num_queries(1):
        assert len(list(chains())) == 1

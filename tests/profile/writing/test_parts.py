"""The list of parts, what is open, and where station 3 is."""

from pathlib import Path

import pytest

from dekkend.audit.actions import SYSTEM
from dekkend.profile.models import ImprovementPoint, ProvisionText, SectionText
from dekkend.profile.version.compile import content_of
from dekkend.profile.version.content import gaps, read
from dekkend.profile.version.fill import fill
from dekkend.profile.writing import actions
from dekkend.profile.writing.parts import PROVISIONS, parts_of
from dekkend.profile.writing.queries import open_parts, progress
from tests.profile.writing.shared import FMT, LIMIT, SPECIAL, VISION, SignIn, at
from tests.world import World

pytestmark = pytest.mark.one_database

EXAMPLE = Path(__file__).parents[3] / "examples" / "de-leesplank.yml"


def filled(world: World) -> None:
    content, _ = read(EXAMPLE)
    fill(world.profile, content, actor=SYSTEM)
    for provision in world.round.catalogue.provisions.all():
        ProvisionText.objects.get_or_create(profile=world.profile, key=provision.key, defaults={"how": "Zo."})


def said_by_gaps(world: World) -> list[tuple[str, int]]:
    """Per part the number of gaps in the content, for the parts that are written here."""
    world.profile.refresh_from_db()
    found = [gap.section for gap in gaps(content_of(world.profile), world.profile.format)]
    keys = [*(section.id for section in FMT.sections), "provisions"]
    return [(key, found.count(key)) for key in keys if key in found]


def said_by_parts(world: World) -> list[tuple[str, int]]:
    named = {PROVISIONS: "provisions"}
    return [(named.get(part.key, part.key), len(part.missing)) for part in open_parts(world.profile)]


def test_an_empty_profile_says_the_same_as_its_content(world: World) -> None:
    assert said_by_parts(world) == said_by_gaps(world) != []


def test_a_full_profile_is_done(world: World) -> None:
    filled(world)
    assert open_parts(world.profile) == []
    assert progress(world.profile).done
    assert said_by_gaps(world) == []


def test_a_hole_is_said_the_same(world: World) -> None:
    filled(world)
    SectionText.objects.filter(section=VISION.id).update(text=" ")
    ProvisionText.objects.all().delete()
    world.profile.boundaries.filter(element=LIMIT.id).delete()
    actions.switch_on(world.profile, LIMIT, actor=world.head)
    ImprovementPoint.objects.update(goal="", sort="")
    world.profile.arrangements.all().delete()
    world.profile.specialisations.all().delete()
    assert said_by_parts(world) == said_by_gaps(world)
    assert len(said_by_parts(world)) == 6


def test_the_road_says_how_many_parts_wait(world: World) -> None:
    assert progress(world.profile).open == "Nog 5 delen niet klaar."
    actions.declare_no_specialisations(world.profile, True, actor=world.head)
    assert progress(world.profile).open == "Nog 4 delen niet klaar."


def test_the_overview_goes_to_what_must_be_written_first(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    assert client.get(at("writing", world.profile)).url == at("section", world.profile, VISION.id)
    filled(world)
    world.profile.specialisations.all().delete()
    assert client.get(at("writing", world.profile)).url == at("section", world.profile, SPECIAL.id)


def test_the_overview_of_another_school_is_not_there(world: World, sign_in: SignIn) -> None:
    assert sign_in(world.sam).get(at("writing", world.profile)).status_code == 404


def test_words_of_a_full_profile(world: World) -> None:
    filled(world)
    words = {part.key: part.words for part in parts_of(world.profile)}
    assert words["arrangements"] == "4 arrangementen, 3 tekorten"
    assert words["basis"] == words["vision"] == words[PROVISIONS] == "klaar"


@pytest.mark.parametrize("section", FMT.sections, ids=lambda section: section.id)
def test_every_page_of_a_full_profile_shows(world: World, sign_in: SignIn, section) -> None:
    filled(world)
    page = sign_in(world.head).get(at("section", world.profile, section.id))
    assert section.title in page.content.decode()

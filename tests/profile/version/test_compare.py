from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.adoption import actions as adoption
from dekkend.audit.models import Event
from dekkend.formats.actions import load_format
from dekkend.formats.queries import get_format
from dekkend.process.engine import Refused
from dekkend.profile.models import (
    Arrangement,
    Boundary,
    ImprovementPoint,
    Profile,
    ProvisionText,
    SectionText,
    Thing,
    Version,
)
from dekkend.profile.version.actions import submit
from dekkend.profile.version.compare.moments import Moment, choice_of
from dekkend.profile.version.compare.past import log_of
from dekkend.profile.version.compare.table import compared, content_at, with_all_rows
from dekkend.profile.version.compile import content_of
from dekkend.profile.version.content import filled, seal
from dekkend.profile.writing import actions
from dekkend.region.models import Round
from tests.adoption.roads import complete, submitted
from tests.formats.texts import OTHER
from tests.world import World, build

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]


def fresh(world: World) -> Profile:
    return with_all_rows(Profile.objects.with_places().get(pk=world.profile.pk))


def yesterday(world: World) -> datetime:
    """All that is in the log until now happened yesterday."""
    then = timezone.now() - timedelta(days=1)
    Event.objects.filter(place=world.profile.place).update(at=then)
    return then


def filled_in(world: World) -> Profile:
    """Complete, and every word of it came by an act, so that the log has it."""
    profile = complete(world)
    ProvisionText.objects.all().delete()
    for provision in profile.round.catalogue.provisions.all():
        actions.write_provision(profile, provision, "Zo doen wij dat.", base=0, actor=world.head)
    return profile


def begun(world: World) -> Profile:
    profile = filled_in(world)
    yesterday(world)
    return profile


def at(world: World, when: datetime) -> Moment:
    return Moment("toen", "Toen", when)


def then_of(world: World, moment: Moment) -> dict[str, Any]:
    profile = fresh(world)
    return content_at(profile, moment, log_of(profile, moment.at))


def write(world: World, text: str, who: str = "coordinator") -> SectionText:
    section = world.profile.format.section("vision")
    field = next(each for each in section.fields if each.kind == "text")
    row = SectionText.objects.filter(profile=world.profile, section="vision", field=field.id).first()
    base = row.revision if row else 0
    saved = actions.write_text(world.profile, section, field, text, base=base, actor=world.people[who])
    return saved.row  # type: ignore[no-any-return]


def page_of(client: Client, world: World, **asked: str) -> Any:
    return client.get(reverse("compare", args=[world.profile.pk]), asked)


def said(response: Any) -> str:
    return " ".join(response.content.decode().split())


def test_a_moment_in_the_past_is_what_was_sealed_then(world: World) -> None:
    profile = filled_in(world)
    submit(profile, actor=world.head)
    then = timezone.now()
    adoption.return_profile(profile, actor=world.board, reason="Bij nader inzien.")
    write(world, "Iets anders.")
    row = Arrangement.objects.filter(profile=profile).first()
    assert row is not None
    actions.remove(row, profile=profile, actor=world.head)
    actions.switch_off(Boundary.objects.filter(profile=profile)[0], profile=profile, actor=world.head)
    point = ImprovementPoint.objects.filter(profile=profile)[0]
    actions.save(point, {"goal": "Anders."}, profile=profile, base=point.revision, actor=world.head)
    thing = Thing.objects.filter(arrangement__profile=profile)[0]
    actions.remove(thing, profile=profile, actor=world.head)
    Event.objects.filter(at__lte=then).update(at=then)

    sealed = {**profile.versions.get().data, "previous": ""}
    built = then_of(world, at(world, then))

    assert built == sealed


def test_the_beginning_is_empty(world: World) -> None:
    complete(world)

    built = then_of(world, Moment("begin", "Nog leeg"))

    assert (built["arrangements"], built["boundaries"], built["improvements"]) == ([], [], [])
    assert not any(built["texts"].values())


def test_an_arrangement_that_came_back_is_laid_beside_itself(world: World) -> None:
    profile = begun(world)
    row = Arrangement.objects.filter(profile=profile)[0]
    event = actions.remove(row, profile=profile, actor=world.head)
    actions.put_back(profile, event, actor=world.head)

    older, newer = (
        at(world, timezone.now() - timedelta(hours=1)),
        choice_of(fresh(world), inside=True).get("nu"),
    )
    found = compared(fresh(world), older, newer, inside=True)

    assert found.count == 0


def test_the_page_shows_what_changed_by_word_with_who_and_when(world: World, sign_in: SignIn) -> None:
    begun(world)
    row = write(world, "Wij zien elk kind.")

    page = said(page_of(sign_in(world.staff), world))

    assert "Wij zien elk kind." in page
    assert "Ina Begeleider, intern begeleider" in page
    assert "Eén stuk is anders" in page
    assert "Zet terug" not in page  # staff does not write
    assert row.revision == 2


def test_without_a_change_the_page_says_so_and_folds_everything(world: World, sign_in: SignIn) -> None:
    begun(world)

    page = said(page_of(sign_in(world.head), world))

    assert "Er is niets veranderd" in page
    assert "Alles is gelijk" in page


@pytest.mark.parametrize(
    "word", ["morgen", "2026-13-01", "versie-9", "1026-01-01", "2026-01-01T10:00:00+01:00", ""]
)
def test_a_moment_that_is_none_is_not_found_or_filled_in(word: str, world: World, sign_in: SignIn) -> None:
    begun(world)

    response = page_of(sign_in(world.head), world, van=word)

    assert response.status_code == (404 if word else 200)


def test_a_minute_of_the_log_can_be_chosen(world: World, sign_in: SignIn) -> None:
    begun(world)
    minute = (timezone.localtime() - timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")

    response = page_of(sign_in(world.head), world, van=minute, tot="nu")

    assert response.status_code == 200
    assert f'value="{minute}" selected' in said(response)


def test_the_council_compares_sealed_versions_alone(world: World, sign_in: SignIn) -> None:
    profile = submitted(world)
    adoption.return_profile(profile, actor=world.board, reason="Bij nader inzien.")
    write(world, "Wij zien elk kind.")
    submit(profile, actor=world.head)
    client = sign_in(world.council)

    page = said(page_of(client, world))

    assert "Wij zien elk kind." in page
    assert "Ina Begeleider" not in page
    assert "Zoals het nu is" not in page
    for word in ("nu", "begin", timezone.localdate().isoformat()):
        assert page_of(client, world, van=word).status_code == 404


def test_the_council_of_a_school_without_versions_gets_words(world: World, sign_in: SignIn) -> None:
    assert "nog niets om te vergelijken" in said(page_of(sign_in(world.council), world))


@pytest.mark.parametrize("who", ["other_head", "analyst", "administrator", "sam"])
def test_strangers_find_nothing(who: str, world: World, sign_in: SignIn) -> None:
    assert page_of(sign_in(world.people[who]), world).status_code == 404


def test_the_number_of_queries_does_not_grow(
    world: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    begun(world)
    client = sign_in(world.staff)
    word = (timezone.localdate() - timedelta(days=1)).isoformat()
    write(world, "Een.")
    page_of(client, world, van=word)

    with django_assert_num_queries(QUERIES):
        page_of(client, world, van=word)
    for number in range(3):
        write(world, f"Nog {number}.")
        actions.add_specialisation(world.profile, title=f"Plus {number}", actor=world.head)
    with django_assert_num_queries(QUERIES):
        page_of(client, world, van=word)


QUERIES = 21


# Putting back


def send(client: Client, world: World, piece: str, revision: int, **more: str) -> Any:
    word = (timezone.localdate() - timedelta(days=1)).isoformat()
    told = {"van": word, "stuk": piece, "revision": str(revision), **more}
    return client.post(reverse("compare_back", args=[world.profile.pk]), told)


def test_a_field_gets_its_earlier_words_back(world: World, sign_in: SignIn) -> None:
    profile = begun(world)
    row = write(world, "Weg ermee.")
    was = Event.objects.value_at(row.subject, 1)["text"]

    response = send(sign_in(world.head), world, f"texts/vision/{row.field}", row.revision)

    assert response.status_code == 302
    now = SectionText.objects.get(pk=row.pk)
    assert (now.text, now.revision) == (was, 3)
    event = Event.objects.get(act="put_back")
    assert (event.subject, event.place) == (row.subject, profile.place)
    # What stood there can be read back: nothing is lost.
    assert Event.objects.value_at(row.subject, 2)["text"] == "Weg ermee."


def test_other_pieces_go_back_as_well(world: World, sign_in: SignIn) -> None:
    profile = begun(world)
    client = sign_in(world.coordinator)
    boundary = Boundary.objects.filter(profile=profile).exclude(own="")[0]
    point = ImprovementPoint.objects.filter(profile=profile, due__isnull=False)[0]
    arrangement = Arrangement.objects.filter(profile=profile, column_texts__isnull=False)[0]
    text = arrangement.column_texts.all()[0]
    before = (boundary.own, point.due, arrangement.target, text.text)
    for row, changes in (
        (boundary, {"own": "x"}), (point, {"due": None}), (arrangement, {"target": "x"}), (text, {"text": "x"}),
    ):  # fmt: skip
        actions.save(row, changes, profile=profile, base=row.revision, actor=world.head)

    for piece in (
        f"boundaries/{boundary.element}/own",
        f"i{point.pk}/due",
        f"a{arrangement.pk}/target",
        f"a{arrangement.pk}/columns/{text.column}",
    ):
        assert send(client, world, piece, 2).status_code == 302, piece

    for each in (boundary, point, arrangement, text):
        each.refresh_from_db()
    assert (boundary.own, point.due, arrangement.target, text.text) == before


def test_the_page_offers_the_way_back_with_the_present_revision(world: World, sign_in: SignIn) -> None:
    begun(world)
    row = write(world, "Weg ermee.")

    page = said(
        page_of(sign_in(world.head), world, van=(timezone.localdate() - timedelta(days=1)).isoformat())
    )

    assert f'name="stuk" value="texts/vision/{row.field}"' in page
    assert 'name="revision" value="2"' in page


def test_who_wrote_since_the_page_was_opened_is_not_overwritten(world: World, sign_in: SignIn) -> None:
    begun(world)
    row = write(world, "Weg ermee.")
    write(world, "Nog heel iets anders.")

    response = send(sign_in(world.head), world, f"texts/vision/{row.field}", 2)

    assert response.status_code == 409
    assert "Nog heel iets anders." in said(response)
    chosen = send(sign_in(world.head), world, f"texts/vision/{row.field}", 3, text="Allebei.")
    assert chosen.status_code == 302
    assert SectionText.objects.get(pk=row.pk).text == "Allebei."


def test_a_row_that_was_taken_away_comes_back_whole(world: World, sign_in: SignIn) -> None:
    profile = begun(world)
    row = Arrangement.objects.filter(profile=profile)[0]
    actions.remove(row, profile=profile, actor=world.head)
    word = (timezone.localdate() - timedelta(days=1)).isoformat()

    page = said(page_of(sign_in(world.head), world, van=word))

    removal = Event.objects.get(act="remove")
    assert f'name="removal" value="{removal.pk}"' in page
    assert reverse("undo", args=[profile.pk, "arrangements"]) in page


def test_a_boundary_that_was_taken_away_comes_back_as_the_same_boundary(world: World) -> None:
    profile = begun(world)
    row = Boundary.objects.filter(profile=profile).exclude(own="")[0]
    element, own = row.element, row.own
    removal = actions.remove(row, profile=profile, actor=world.head)

    back = actions.put_back(profile, removal, actor=world.head)

    assert (back.element, back.own) == (element, own)


def test_a_boundary_that_is_there_again_is_not_put_back_twice(world: World) -> None:
    profile = begun(world)
    row = Boundary.objects.filter(profile=profile)[0]
    element = next(each for each in profile.format.offer.elements if each.id == row.element)
    removal = actions.remove(row, profile=profile, actor=world.head)
    actions.switch_on(profile, element, actor=world.head)

    with pytest.raises(Refused, match="staat al"):
        actions.put_back(profile, removal, actor=world.head)


def test_another_source_of_an_improvement_point_is_shown(world: World, sign_in: SignIn) -> None:
    profile = begun(world)
    point = ImprovementPoint.objects.filter(profile=profile)[0]
    item = profile.format.items[3]
    changes = {"source_kind": "item", "source_ref": item.id}
    actions.save(point, changes, profile=profile, base=point.revision, actor=world.head)

    page = said(page_of(sign_in(world.head), world, van=word_of_yesterday()))

    assert "Waar het uit komt" in page
    assert item.number in page


def word_of_yesterday() -> str:
    return (timezone.localdate() - timedelta(days=1)).isoformat()


@pytest.mark.parametrize(
    ("who", "status"), [("staff", 404), ("council", 404), ("other_head", 404), ("sam", 404)]
)
def test_who_does_not_write_puts_nothing_back(who: str, status: int, world: World, sign_in: SignIn) -> None:
    begun(world)
    row = write(world, "Weg ermee.")

    assert send(sign_in(world.people[who]), world, f"texts/vision/{row.field}", 2).status_code == status
    assert SectionText.objects.get(pk=row.pk).text == "Weg ermee."


def test_a_submitted_profile_takes_nothing_back(world: World, sign_in: SignIn) -> None:
    begun(world)
    row = write(world, "Weg ermee.")
    submit(world.profile, actor=world.head)

    assert send(sign_in(world.head), world, f"texts/vision/{row.field}", 2).status_code == 423
    assert "Zet terug" not in said(page_of(sign_in(world.head), world, van="begin", tot="nu"))


@pytest.mark.parametrize(
    "piece",
    [
        "",
        "x",
        "texts/vision/none",
        "a999/target",
        "answers/none/value",
        "answers/VEI-1/owner",
        "a1/things/none",
        "a1",
        "texts",
    ],
)
def test_a_piece_that_is_none_is_not_found(piece: str, world: World, sign_in: SignIn) -> None:
    begun(world)

    assert send(sign_in(world.head), world, piece, 1).status_code == 404


# Another year, another format


def test_last_year_can_be_laid_beside_now_and_a_text_taken_back(world: World, sign_in: SignIn) -> None:
    profile = begun(world)
    last = Round.objects.create(
        alliance=world.alliance, first_year=2026, format_ref=world.round.format_ref,
        catalogue=world.round.catalogue, dates={},
    )  # fmt: skip
    content = filled(content_of(profile))
    field = next(each for each in profile.format.section("vision").fields if each.kind == "text")
    content["texts"]["vision"][field.id] = "Zo zeiden wij het vorig jaar."
    text, sha = seal(content)
    old = Profile.objects.create(school=world.school, round=last)
    old.adopted = Version.objects.create(profile=old, number=1, content=text, sha256=sha, sealed_by="Hanna")
    old.save()
    client = sign_in(world.head)

    page = said(page_of(client, world, van="vorig-jaar", tot="nu"))

    assert "Eén stuk is anders" in page
    assert "Zo zeiden wij het vorig jaar." in page
    told = {"van": "vorig-jaar", "stuk": f"texts/vision/{field.id}", "revision": "1"}
    assert client.post(reverse("compare_back", args=[profile.pk]), told).status_code == 302
    assert SectionText.objects.get(section="vision", field=field.id).text == "Zo zeiden wij het vorig jaar."


def adopted_last_year(world: World) -> None:
    """What stands now, said a year ago."""
    last = Round.objects.create(
        alliance=world.alliance, first_year=2026, format_ref=world.round.format_ref,
        catalogue=world.round.catalogue, dates={},
    )  # fmt: skip
    text, sha = seal(filled(content_of(fresh(world))))
    old = Profile.objects.create(school=world.school, round=last)
    old.adopted = Version.objects.create(profile=old, number=1, content=text, sha256=sha, sealed_by="Hanna")
    old.save()


def test_a_profile_in_which_nothing_is_written_takes_one_line_for_each_part(
    world: World, sign_in: SignIn
) -> None:
    begun(world)
    adopted_last_year(world)
    for rows in (SectionText, Arrangement, Boundary, ImprovementPoint, ProvisionText):
        rows.objects.filter(profile=world.profile).delete()

    response = page_of(sign_in(world.head), world, van="vorig-jaar", tot="nu")

    found = response.context["found"]
    folded = {part.id for part in found.changed if part.folds}
    assert {"vision", "arrangements", "boundaries", "improvements"} <= folded
    page = said(response)
    assert "stukken van toen staan er niet" in page
    assert ">weggehaald<" not in page
    assert page.count("<details open") == page.count('compare__fold" open') == 0
    # On paper nobody can unfold them.
    assert page.count("compare__fold") == page.count("unfold--print")
    assert "js/print" in response.content.decode()
    assert 'compare__fold" open' in said(page_of(sign_in(world.head), world, van="vorig-jaar", alles="ja"))


def test_a_few_things_that_came_are_shown_and_many_are_told_by_name(world: World, sign_in: SignIn) -> None:
    begun(world)
    client = sign_in(world.head)

    def shown() -> tuple[int, list[str]]:
        found = page_of(client, world, van=word_of_yesterday(), tot="nu").context["found"]
        part = next(part for part in found.parts if part.id == "specialisations")
        return len(part.shown), [fold.names for fold in part.folds]

    for number in range(3):
        actions.add_specialisation(world.profile, title=f"Plus {number}", actor=world.head)
    assert shown() == (3, [])
    for number in range(3, 6):
        actions.add_specialisation(world.profile, title=f"Plus {number}", actor=world.head)

    assert shown() == (0, ["Plus 0, Plus 1, Plus 2 en 3 andere"])


@pytest.fixture
def other(db: None) -> Iterator[World]:
    get_format.cache_clear()
    load_format(OTHER)
    yield build("anders/2030.1")
    get_format.cache_clear()


def test_a_quite_other_format_is_compared_as_well(other: World, sign_in: SignIn) -> None:
    profile = other.profile
    section = next(each for each in profile.format.sections if each.kind == "texts")
    field = next(each for each in section.fields if each.kind == "text")
    actions.write_text(profile, section, field, "Rust in de klas.", base=0, actor=other.head)
    boundary = next(each for each in profile.format.offer.elements if each.kind == "boundary")
    actions.switch_on(profile, boundary, actor=other.head)

    page = said(page_of(sign_in(other.head), other, van="begin", tot="nu"))

    assert "Rust in de klas." in page
    assert "Zet terug" not in page  # nothing stood there

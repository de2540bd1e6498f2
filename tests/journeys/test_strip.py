"""A writing page with everything at once: what asks for a look stands open, last year is one press away."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from dekkend.audit.actions import SYSTEM
from dekkend.audit.revisions import revise
from dekkend.formats.model import Item
from dekkend.profile.base.models import Profile
from dekkend.profile.writing import actions
from dekkend.profile.writing.blocks import expanded, quarry_of
from dekkend.profile.writing.comments import actions as comments
from dekkend.profile.writing.comments.texts import all_texts
from tests.profile.version.test_carrying import LAST, NOW, told
from tests.profile.version.yearly import adopt, fresh, next_year, written
from tests.profile.writing.shared import BASIS, FMT, LIMITS, OFFER, YES, agreed, submitted
from tests.world import World

pytestmark = pytest.mark.journey
ITEMS = [each for each in expanded(FMT, BASIS.draws) if isinstance(each, Item)]
ONE, TWO, THREE = [field for field in BASIS.fields if field.kind == "text"][:3]
SHORT = "Wij werken met groepsplannen en bespreken die vier keer per jaar."
LONG = " ".join(["Ouders en school spreken elkaar drie keer per jaar over het kind."] * 6)
HARD = "Door middel van de inzet van adaptieve instructievormen wordt dit geborgd."


def everything(world: World) -> Profile:
    """One section with last year's words kept, changed and gone; blocks, a changed source, comments and a draft."""
    texts = {BASIS.id: {ONE.id: SHORT, TWO.id: LONG, THREE.id: SHORT}}
    adopt(written(world, LAST, told(texts=texts)))
    now = next_year(world, NOW)
    rows = [agreed(now, item.id, YES, f"{item.number}: dat spraken we samen af.") for item in ITEMS]
    block = quarry_of(now, BASIS).get(ITEMS[0].id)
    assert block
    actions.insert(now, BASIS, ONE, [block], actor=world.head)
    revise(rows[0], {"note": "Dat spraken we in de herfst opnieuw af."}, base=1, actor=SYSTEM)
    write(world, now, ONE, f"{now.texts.get(section=BASIS.id, field=ONE.id).text}\n\n{HARD}")
    write(world, now, TWO, "")
    write(world, now, THREE, "Iets anders.")
    about = next(text for text in all_texts(fresh(now)) if text.spot == f"veld.{BASIS.id}.{ONE.id}")
    said = comments.comment(fresh(now), about, "Klopt dit nog?", actor=world.staff)
    comments.reply(fresh(now), said, "Ja.", actor=world.head)
    comments.comment(fresh(now), about, "Mag dit korter?", actor=world.staff)
    return fresh(now)


def write(world: World, profile: Profile, field: Any, text: str) -> None:
    row = profile.texts.get(section=BASIS.id, field=field.id)
    actions.write_text(profile, BASIS, field, text, base=row.revision, actor=world.head)


def test_everything_at_once_stays_calm_and_last_year_is_taken_over(world: World, visit: Any) -> None:
    now = everything(world)
    ina = visit(world.coordinator)
    page = ina.open(reverse("section", args=[now.pk, BASIS.id]))
    first, empty, other = (page.locator(f"#veld-{field.id}") for field in (ONE, TWO, THREE))
    expect(first.get_by_text(f"{ITEMS[0].number} is veranderd")).to_be_visible()
    expect(first.get_by_text("ongewijzigd sinds 2026-2027")).not_to_be_visible()
    ina.look()

    first.locator(".origins-all summary").click()
    expect(first.get_by_text("ongewijzigd sinds 2026-2027")).to_be_visible()
    empty.get_by_text("Lees alles").click()
    ina.look()

    # What somebody looks at on a wide screen does not take the text from the paper.
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 900})
    expect(first.locator("[data-autosave] textarea")).to_be_visible()
    expect(empty.locator(".strip")).not_to_be_visible()
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 900})

    empty.get_by_role("button", name="Neem over").press("Enter")
    expect(empty.locator("[data-autosave] textarea")).to_have_value(LONG)
    expect(empty.locator(".strip")).to_have_count(0)

    # Typed on, the words of last year come back under the text, and what somebody unfolded stays open.
    empty.locator("[data-autosave] textarea").fill("Anders.")
    expect(empty.locator(".strip--other")).to_be_visible()

    other.locator(".strip--other summary").click()
    other.get_by_role("button", name="Zet deze tekst terug").press("Enter")
    expect(other.locator("[data-autosave] textarea")).to_have_value(SHORT)
    ina.look_large()
    page.set_viewport_size({"width": 1280, "height": 900})
    other.get_by_role("button", name="Zet terug wat er stond").press("Enter")
    expect(other.locator("[data-autosave] textarea")).to_have_value("Iets anders.")
    assert ina.faults == []


def test_without_a_script_it_is_a_plain_form_and_after_the_seal_there_is_none(
    world: World, visit: Any
) -> None:
    now = everything(world)
    ina = visit(world.coordinator, java_script_enabled=False)
    page = ina.open(reverse("section", args=[now.pk, BASIS.id]))
    page.locator(f"#veld-{TWO.id}").get_by_role("button", name="Neem over").click()
    assert page.locator(f"#tekst-{TWO.id} textarea").input_value() == LONG

    submitted(now)
    page.reload()
    assert page.locator(".strip").count() == 0


def test_the_page_of_the_new_year_begins_with_what_changed(world: World, visit: Any) -> None:
    now = everything(world)
    ina = visit(world.coordinator)
    page = ina.open(reverse("last_year", args=[now.pk]))
    ina.look()
    page.get_by_role("button", name="Bekeken").first.press("Enter")
    expect(page.locator(".years__done summary")).to_be_visible()
    ina.look_large()
    ina.open(reverse("section", args=[now.pk, LIMITS.id]))
    ina.look_large()


def test_a_column_of_an_arrangement_has_its_strip(world: World, visit: Any) -> None:
    row = everything(world).arrangements.all()[0]
    told = row.column_texts.exclude(text="")[0]
    column = next(each for each in OFFER.columns if each.id == told.column)
    actions.write_column(row, column, "", base=told.revision, actor=world.head)
    ina = visit(world.coordinator)
    page = ina.open(reverse("arrangement", args=[row.profile_id, OFFER.id, row.pk]))
    page.locator(f"#kolom-{column.id}").get_by_role("button", name="Neem over").press("Enter")
    expect(page.locator(f"#tekst-{column.id} textarea")).to_have_value(told.text)
    ina.look()
    ina.look_large()


def unfold(page: Any, row: Any) -> None:
    """A point is folded, and only one of them is open at a time."""
    for each in page.locator(f"details:has(#rij-{row.pk})").all():
        each.evaluate("details => { details.open = true }")


def test_a_specialisation_and_a_point_have_last_years_words_under_them(world: World, visit: Any) -> None:
    now = everything(world)
    now.improvements.update(is_asked=False)
    ina = visit(world.coordinator)
    for rows, kind, name in (
        ("specialisations", "specialisations", "target"),
        ("improvements", "improvements", "goal"),
    ):
        row = getattr(now, rows).exclude(**{name: ""})[0]
        section = FMT.section_of_kind(kind)
        assert section
        page = ina.open(reverse("section", args=[now.pk, section.id]))
        unfold(page, row)
        here = page.locator(f"#rij-{row.pk}")
        text = here.locator(f"[data-autosave] textarea[name={name}]")
        text.fill("Iets heel anders.")
        other = here.locator(".strip--other")
        other.locator("summary").click()
        expect(other).to_contain_text(getattr(row, name)[:30])
        ina.look()
        ina.look_large()
        page.set_viewport_size({"width": 1280, "height": 900})
        unfold(page, row)
        other.get_by_role("button", name="Zet deze tekst terug").press("Enter")
        unfold(page, row)
        expect(text).to_have_value(getattr(row, name))
        here.get_by_role("button", name="Zet terug wat er stond").press("Enter")
        unfold(page, row)
        expect(text).to_have_value("Iets heel anders.")
    assert ina.faults == []

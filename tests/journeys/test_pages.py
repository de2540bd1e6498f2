"""axe finds nothing on any page, nothing sticks out at 320 pixels, and nothing is said on the console."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import signing
from django.core.mail import EmailMessage
from django.urls import reverse

from dekkend.audit.actions import SYSTEM
from dekkend.desk.demo.postbox import Postbox
from dekkend.desk.reminders import SALT
from dekkend.profile.checklist.queries import shared_sheet
from dekkend.profile.models import Copy
from dekkend.profile.talk.actions.agenda import prepare, set_agenda
from dekkend.profile.talk.actions.closing import close_talk
from dekkend.profile.version.fill import fill
from tests.journeys.test_road import example
from tests.profile.checklist.books import filled
from tests.world import World

pytestmark = pytest.mark.journey


def test_pages_of_the_school(world: World, visit: Any) -> None:
    fill(world.profile, example(world), actor=SYSTEM)
    key = world.profile.pk
    ina = visit(world.coordinator)
    sections = [section.id for section in world.profile.format.sections]
    pages = [
        reverse("desk"),
        *(reverse(name, args=[key]) for name in ("road", "checklist", "team", "dialogue", "provisions")),
        *(reverse(name, args=[key]) for name in ("preview", "pupils", "log", "compare")),
        *(reverse("section", args=[key, section]) for section in sections),
        reverse("checklist_question", args=[key, "AAN"]),
        *(reverse(name, args=[key, "AAN-1"]) for name in ("checklist_evidence", "checklist_history")),
    ]  # fmt: skip
    for page in pages:
        ina.open(page)
        ina.look()


def test_checklist_on_paper_and_what_a_spreadsheet_would_change(
    world: World, visit: Any, tmp_path: Path
) -> None:
    fill(world.profile, example(world), actor=SYSTEM)
    key = world.profile.pk
    ina = visit(world.coordinator)
    for kind in ("leeg", "ingevuld"):
        ina.open(reverse("checklist_form", args=[key, kind]))
        ina.look()
    sheet = shared_sheet(world.profile)
    for name, cells in (("goed", {"D4": "Elk najaar, met het hele team."}), ("fout", {"C4": "misschien"})):
        file = tmp_path / f"{name}.xlsx"
        file.write_bytes(filled(sheet, **cells))
        tab = ina.open(reverse("checklist_paper", args=[key]))
        ina.look()
        tab.set_input_files("input[type=file]", file)
        with tab.expect_navigation():
            tab.get_by_role("button", name="Laat zien wat er verandert").click()
        ina.faults = [fault for fault in ina.faults if "status of 422" not in fault]
        ina.look()


def test_help_of_the_samenwerkingsverband(world: World, visit: Any) -> None:
    key, slug = world.profile.pk, world.alliance.slug
    ina, bo, bas = visit(world.coordinator), visit(world.administrator), visit(world.adviser)
    tab = ina.open(reverse("support_ask", args=[key]))
    ina.look()
    tab.get_by_label("Waar willen jullie hulp bij?").fill("Wij komen er bij vraag 3 niet uit.")
    tab.locator("[name=first]").fill((date.today() + timedelta(days=9)).isoformat())
    tab.get_by_role("button", name="Verstuur de vraag").click()
    ina.look()
    tab = bo.open(reverse("supports", args=[slug]))
    bo.look()
    tab.get_by_label("Begeleider").select_option("Bas Begeleider")
    tab.get_by_role("button", name="Noem deze begeleider").click()
    bo.look()
    for name in ("dialogue", "checklist"):
        bas.open(reverse(name, args=[key]))
        bas.look()
    ina.open(reverse("dialogue", args=[key]))
    ina.page.get_by_role("button", name="Stop de hulp").click()
    ina.look()
    assert bas.page.goto(bas.address + reverse("dialogue", args=[key])).status == 404


def test_pages_of_the_talk(world: World, visit: Any) -> None:
    fill(world.profile, example(world), actor=SYSTEM)
    items = world.profile.format.items
    closed = prepare(world.profile, minutes=45, people=12, on=None, actor=world.coordinator)
    set_agenda(closed, [(item.id, 5) for item in items[:4]], world.coordinator)
    close_talk(closed, on=date(2026, 11, 5), roles=["leerkrachten"], actor=world.coordinator)
    now = prepare(world.profile, minutes=60, people=12, on=date(2026, 12, 3), actor=world.coordinator)
    set_agenda(now, [(item.id, 5) for item in items[4:9]], world.coordinator)
    ina = visit(world.coordinator)
    for name, *args in (
        ("talk",),
        ("talk_close",),
        ("talk_report", closed.pk),
        ("dialogue_item", items[0].id),
    ):
        ina.open(reverse(name, args=[world.profile.pk, *args]))
        ina.look()


def test_pages_of_a_team_member(world: World, visit: Any) -> None:
    copy = Copy.objects.create(profile=world.profile, kind="personal", person=world.staff)
    thijs = visit(world.staff)
    for page in (
        reverse("desk"),
        reverse("copy", args=[world.profile.pk, copy.pk]),
        reverse("copy_question", args=[world.profile.pk, copy.pk, "VEI"]),
    ):
        thijs.open(page)
        thijs.look()


def test_pages_of_asking_the_team(world: World, visit: Any) -> None:
    key = world.profile.pk
    ina, joke = visit(world.coordinator), visit(None)
    ina.open(reverse("team", args=[key]))
    ina.look()
    for naming in ("anonymous", "named"):
        type(world.profile).objects.update(asking="parts", naming=naming)
        ina.open(reverse("team", args=[key]))
        ina.look()
    page = ina.page
    page.locator("#id_name").fill("Joke van Veen")
    page.locator("#id_function").fill("Leerkracht groep 4")
    page.get_by_role("button", name="Maak een briefje op naam").click()
    page.wait_for_load_state()
    ina.look()
    code = page.locator(".slip__code").inner_text()
    copy = Copy.objects.get()
    ina.open(reverse("team_copy", args=[key, copy.pk]))
    ina.page.locator("summary", has_text="Verander de onderdelen").click()
    ina.look()
    page = joke.open(reverse("code"))
    joke.look()
    page.locator("#id_code").fill(code.upper())
    page.get_by_role("button", name="Naar mijn checklist").click()
    page.wait_for_load_state()
    joke.look()
    page.get_by_role("link", name="Begin bij vraag 1").click()
    page.locator("summary", has_text="Voorbeeld bij").first.click()
    joke.look()


def test_pages_of_the_administrator(world: World, visit: Any) -> None:
    bo = visit(world.administrator)
    slug = world.alliance.slug
    names = (
        "region",
        "schools",
        "assignments",
        "school_new",
        "duo",
        "pupil_counts",
        "people",
        "areas",
        "shapes",
        "round_new",
        "alliance",
        "progress_board",
        "areas_of",
    )
    for name in names:
        bo.open(reverse(name, args=[slug]))
        bo.look()
    bo.open(reverse("round_edit", args=[slug, 2027]))
    bo.look()
    bo.open(reverse("followed", args=[world.profile.pk]))
    bo.look()
    bo.open(reverse("area", args=[world.areas[0].pk]))
    bo.look()


def test_pages_about_dates(world: World, visit: Any) -> None:
    hanna = visit(world.head)
    for page in (reverse("extension", args=[world.profile.pk]), reverse("reminders")):
        hanna.open(page)
        hanna.look()


def test_switching_reminders_off_and_the_postbox_of_the_demonstration(
    world: World, visit: Any, settings: Any, tmp_path: Path
) -> None:
    settings.DEMO, settings.VAR, settings.ROOT_URLCONF = True, tmp_path, "tests.demo_urls"
    guest, token = visit(None), signing.dumps(world.head.pk, salt=SALT)
    page = guest.open(reverse("reminders_off", args=[token]))
    guest.look()
    page.get_by_role("button", name="Zet herinneringen uit").click()
    page.get_by_role("button", name="Zet herinneringen aan").wait_for()
    guest.look()
    guest.open("/demo/postvak/")
    guest.look()
    letter = EmailMessage("Jouw checklist", "Beste Hanna,\n\nhttps://a.example/", None, ["h@a.example"])
    letter.attach("agenda.ics", "BEGIN:VCALENDAR", "text/calendar")
    Postbox().send_messages([letter])
    page = guest.open("/demo/postvak/?aan=h@a.example")
    page.get_by_text("Jouw checklist").click()
    page.get_by_role("link", name="agenda.ics").wait_for()
    guest.look()
    guest.open("/demo/")
    guest.look()


def test_pages_of_the_board(world: World, visit: Any) -> None:
    bea = visit(world.board)
    for page in (
        reverse("desk"),
        reverse("board", args=[world.boards[0].pk]),
        reverse("road", args=[world.profile.pk]),
    ):
        bea.open(page)
        bea.look()


def test_pages_for_everybody(world: World, visit: Any) -> None:
    guest = visit(None)
    for page in (
        "/",
        reverse("public_schools"),
        reverse("check"),
        "/toegankelijkheid/",
        "/privacy/",
        "/account/login/",
        "/account/password/reset/",
    ):
        guest.open(page)
        guest.look()

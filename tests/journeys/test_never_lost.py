"""Answers wait on the device: without a line, in a shut browser, beside a second person, under another name."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, expect

from dekkend.accounts.models import User
from dekkend.audit.models import Event
from dekkend.profile.models import Answer, Copy
from tests.conftest import browser_options
from tests.journeys.conftest import Visitor, session_of
from tests.profile.checklist.people import anonymous, own, save, shared
from tests.world import World

pytestmark = pytest.mark.journey

Device = Callable[..., BrowserContext]

# Addresses of the documents on this device.
KEPT_PAGES = (
    "(async () => { const found = []; for (const name of await caches.keys()) {"
    " const cache = await caches.open(name); for (const one of await cache.keys())"
    " if ((await cache.match(one)).headers.has('Dekkend-Owner')) found.push(one.url) } return found })()"
)


@pytest.fixture
def device(chromium: Browser, live_server: Any, tmp_path: Path) -> Iterator[Device]:
    """A browser with a disk of its own: `device(world.staff)`, shut it, and open it again with `device()`."""
    opened: list[BrowserContext] = []

    def start(user: User | None = None) -> BrowserContext:
        context = chromium.browser_type.launch_persistent_context(
            tmp_path / "disk", locale="nl-NL", **browser_options()
        )
        context.set_default_timeout(10_000)
        opened.append(context)
        if user:
            sign_in(context, live_server.url, user)
        return context

    yield start
    for context in opened:
        context.close()


def sign_in(context: BrowserContext, url: str, user: User) -> None:
    lasting = {"expires": time.time() + 3600, "httpOnly": True}
    context.add_cookies([{"name": "sessionid", "value": session_of(user), "url": url, **lasting}])  # type: ignore[list-item]


def open_page(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    expect(page.locator("[data-next-open], [data-all-answered]").locator("visible=true")).to_have_count(1)
    return page


def until(page: Page, asked: str, seconds: float = 30) -> None:
    """Ask until it is so."""
    end = time.monotonic() + seconds
    while not page.evaluate(asked):
        assert time.monotonic() < end, asked
        page.wait_for_timeout(100)


def kept(page: Page) -> None:
    """Wait until the worker has the document and all that it is made with."""
    until(
        page,
        "async () => { const [name] = await caches.keys(); if (!name) return false;"
        " const keys = await (await caches.open(name)).keys();"
        " return ['/store.js', '/tokens.css', '/leave.js'].every((end) => keys.some((one) => one.url.endsWith(end))) }",
    )


def answer_everything(page: Page, key: int = 1) -> None:
    """As somebody with a keyboard does, question by question."""
    for number, leaf in enumerate(page.locator("[data-leaf]").all()):
        if number:
            page.locator("[data-leaf]:not([hidden]) .next a").last.click()
        expect(leaf).to_be_visible()
        for row in leaf.locator(".choice").all():
            row.locator(f'[data-key="{key}"]').focus()
            page.keyboard.press(str(key))


def answer_at_once(page: Page) -> None:
    """The same answers without the walk: the first box of every row, in order."""
    page.evaluate(
        "() => { for (const row of document.querySelectorAll('[data-leaf] .choice'))"
        " row.querySelector('input').click() }"
    )


def waiting(page: Page) -> Any:
    return page.locator("[data-waiting]")


def nothing_waits(page: Page) -> None:
    until(
        page,
        "async () => { const { all } = await import('/static/web/js/store.js');"
        " return (await all('entries')).filter((one) => one.state === 'waiting').length === 0 }",
    )


@pytest.mark.parametrize("kind", ["own", "shared", "anonymous"])
def test_59_answers_without_a_line_arrive_once_and_in_order(
    kind: str, world: World, device: Device, live_server: Any
) -> None:
    who, address = place(kind, world, live_server.url)
    first = device(who)
    page = open_page(first, address)
    kept(page)
    first.set_offline(True)
    # Once as somebody with a keyboard does; the queue is the same for every kind of copy.
    (answer_everything if kind == "own" else answer_at_once)(page)
    expect(waiting(page)).to_contain_text("59 antwoorden wachten op verbinding")
    assert not Answer.objects.exists()
    first.close()

    second = device()
    second.set_offline(True)
    page = open_page(second, address)
    expect(waiting(page)).to_contain_text("59 antwoorden wachten op verbinding")
    assert page.locator("[data-live=answered]").first.text_content() == "59"
    second.set_offline(False)
    nothing_waits(page)
    expect(waiting(page)).to_be_empty()

    items = [item.id for item in world.profile.format.items]
    names = {f"answer/{row.pk}": row.item for row in Answer.objects.all()}
    events = Event.objects.filter(act="save").order_by("at")
    assert set(Answer.objects.values_list("item", "revision")) == {(item, 1) for item in items}
    assert not Answer.objects.filter(value="").exists()
    if kind == "anonymous":  # of which no time is kept, and so no order
        assert sorted(names[event.subject] for event in events) == sorted(items)
    else:
        assert [names[event.subject] for event in events] == items


def place(kind: str, world: World, url: str) -> tuple[User | None, str]:
    """Who answers, and where."""
    key, question = world.profile.pk, world.profile.format.questions[0].id
    if kind == "shared":
        return world.coordinator, url + reverse("checklist_question", args=[key, question])
    if kind == "own":
        copy = own(world.profile, world.staff)
        return world.staff, url + reverse("copy_question", args=[key, copy.pk, question])
    anonymous(world.profile)
    return None, url + reverse("anonymous_copy_question", args=[key, "aaaa-bbbb-cccc", question])


def test_second_person_changed_ten_and_no_text_is_lost(
    world: World, device: Device, live_server: Any
) -> None:
    shared(world.profile)
    ten = [item for item in world.profile.format.items if not item.topics][::5][:10]
    _, address = place("shared", world, live_server.url)
    first = device(world.coordinator)
    page = open_page(first, address)
    kept(page)
    first.set_offline(True)
    # A browser that is shut lets go of its line being cut a moment before it stops.
    first.route("**/onderdeel/**", lambda route: route.abort())
    answer_at_once(page)
    for item in ten:
        page.evaluate(
            "([id, text]) => { const area = document.querySelector(`#onderdeel-${id} [name=note]`); area.value = text;"
            " area.dispatchEvent(new Event('input', { bubbles: true })) }",
            [item.id, f"Ina over {item.number}"],
        )
    expect(waiting(page)).to_contain_text("59 antwoorden wachten")
    # They waited before the ten notes were typed: those must be on the disk too before the browser is shut.
    until(
        page,
        "async () => { const { all } = await import('/static/web/js/store.js');"
        f" const kept = JSON.stringify(await all('entries')); return {[f'Ina over {item.number}' for item in ten]}"
        '.every((note) => kept.includes(`"${note}"`)) }',
    )
    first.close()

    hanna = Client()
    hanna.force_login(world.head)
    for item in ten:
        url = reverse("checklist_answer", args=[world.profile.pk, item.id])
        assert save(hanna, url, value="no", note=f"Hanna over {item.number}").status_code == 200

    second = device()
    page = open_page(second, address)
    nothing_waits(page)
    expect(waiting(page)).to_contain_text("Bij 10 onderdelen")
    others = Answer.objects.exclude(item__in=[item.id for item in ten])
    assert others.filter(revision=1).count() == 49
    for item in ten:
        place_of = page.locator(f"#onderdeel-{item.id}")
        assert place_of.locator("[data-two-texts]").count() == 2  # the answer and the explanation
        assert f"Hanna over {item.number}" in (place_of.text_content() or "")
        assert place_of.locator("[name=note]").input_value() == f"Ina over {item.number}"

    # The way to the first of them, and a choice: both texts together.
    waiting(page).locator("a").click()
    both = page.locator(f"#onderdeel-{ten[0].id}")
    expect(both.locator("[data-two-texts]").first).to_be_visible()
    both.locator("[data-two-texts]").first.get_by_role("button", name="van de ander").click()
    both.get_by_role("button", name="Zet ze onder elkaar").click()
    expect(waiting(page)).to_contain_text("Bij 9 onderdelen")
    nothing_waits(page)
    row = Answer.objects.get(item=ten[0].id)
    assert (row.value, row.note.replace("\r", "")) == (
        "no",
        f"Ina over {ten[0].number}\n\nHanna over {ten[0].number}",
    )
    # What was refused is also kept by the server.
    refused = Event.objects.filter(act="refuse")
    assert {event.data["note"] for event in refused} == {f"Ina over {item.number}" for item in ten}


def test_answer_whose_reply_was_lost_is_stored_once(world: World, visit: Any) -> None:
    copy = own(world.profile, world.staff)
    page = visit(world.staff).open(reverse("copy_question", args=[world.profile.pk, copy.pk, "VEI"]))
    lost: list[str] = []

    def lose(route: Any) -> None:
        if lost:
            route.continue_()
            return
        lost.append(route.request.url)
        route.fetch()
        route.abort()

    page.route("**/onderdeel/**", lose)
    item = page.locator("#onderdeel-VEI-1")
    item.locator("[data-key='1']").check(force=True)
    expect(waiting(page)).to_contain_text("1 antwoord wacht")
    item.locator("[data-key='3']").check(force=True)
    expect(item.locator("[data-saved]")).to_contain_text("bewaard")

    row = Answer.objects.get()
    assert len(lost) == 1
    assert (row.value, row.revision) == ("no", 2)
    assert not Event.objects.filter(act="refuse").exists()


def test_signing_out_warns_first_and_then_leaves_nothing(
    world: World, device: Device, live_server: Any
) -> None:
    who, address = place("own", world, live_server.url)
    context = device(who)
    page = open_page(context, address)
    kept(page)
    context.set_offline(True)
    for number in (1, 2, 3):
        page.locator(f"#onderdeel-VEI-{number} [data-key='1']").check(force=True)
    expect(waiting(page)).to_contain_text("3 antwoorden wachten")
    page.locator(".account summary").click()
    page.get_by_role("button", name="Uitloggen").click()
    expect(page.locator(".account")).to_contain_text("Op dit apparaat wachten 3 antwoorden")

    page.route("**/onderdeel/**", lambda route: route.abort())
    context.set_offline(False)
    page.get_by_role("button", name="Toch uitloggen").click()
    expect(page.locator(".account")).to_have_count(0)
    until(page, "async () => (await caches.keys()).length === 0")
    assert not Answer.objects.exists()
    context.set_offline(True)
    with pytest.raises(Exception, match="ERR_"):
        page.goto(address)


def test_what_waits_is_sent_for_its_own_person_only(world: World, device: Device, live_server: Any) -> None:
    _, address = place("shared", world, live_server.url)
    context = device(world.coordinator)
    page = open_page(context, address)
    kept(page)
    context.set_offline(True)
    page.locator("#onderdeel-VEI-1 [data-key='1']").check(force=True)
    expect(waiting(page)).to_contain_text("1 antwoord wacht")

    # Somebody else comes to this device while the page still stands open.
    context.clear_cookies()
    sign_in(context, live_server.url, world.head)
    context.set_offline(False)
    expect(waiting(page)).to_contain_text("Log in", timeout=15_000)
    other = open_page(context, address)
    other.wait_for_timeout(1000)
    assert other.locator("#onderdeel-VEI-1 :checked").count() == 0
    assert not Answer.objects.exists()

    # And goes on under its own name.
    context.clear_cookies()
    sign_in(context, live_server.url, world.coordinator)
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(waiting(page)).to_be_empty()
    assert Event.objects.get(act="save").actor == world.coordinator


def test_session_that_ran_out_keeps_waiting_and_goes_on_afterwards(
    world: World, device: Device, live_server: Any
) -> None:
    who, address = place("own", world, live_server.url)
    context = device(who)
    page = open_page(context, address)
    context.clear_cookies()
    page.locator("#onderdeel-VEI-1 [data-key='1']").check(force=True)
    expect(waiting(page)).to_contain_text("1 antwoord wacht op dit apparaat. Log in")

    sign_in(context, live_server.url, world.staff)
    page.reload()
    expect(waiting(page)).to_be_empty()
    nothing_waits(page)
    assert Answer.objects.get().value == "yes"


def test_two_tabs_of_one_person_write_in_one_queue(world: World, device: Device, live_server: Any) -> None:
    who, address = place("own", world, live_server.url)
    context = device(who)
    one, two = open_page(context, address), open_page(context, address)
    context.set_offline(True)
    one.locator("#onderdeel-VEI-1 summary").first.click()
    one.locator("#onderdeel-VEI-1 [name=note]").fill("Uit het eerste tabblad.")
    expect(two.locator("#onderdeel-VEI-1 [name=note]")).to_have_value("Uit het eerste tabblad.")
    two.locator("#onderdeel-VEI-1 [data-key='2']").check(force=True)
    context.set_offline(False)
    nothing_waits(two)

    row = Answer.objects.get()
    assert (row.value, row.note, row.revision) == ("in_development", "Uit het eerste tabblad.", 1)


def test_other_copies_and_pages_are_not_kept(world: World, visit: Any) -> None:
    copy = own(world.profile, world.staff)
    thijs: Visitor = visit(world.staff)
    page = thijs.open(reverse("copy_question", args=[world.profile.pk, copy.pk, "VEI"]))
    kept(page)
    thijs.open(reverse("road", args=[world.profile.pk]))
    names = page.evaluate(
        "caches.keys().then(async ([name]) => (await (await caches.open(name)).keys()).map((one) => one.url))"
    )
    assert [name for name in names if "/static/" not in name] == [
        thijs.address + reverse("copy", args=[world.profile.pk, copy.pk])
    ]
    assert Copy.objects.count() == 1


def test_first_page_of_a_copy_sends_what_waits_and_a_finished_code_leaves_nothing(
    world: World, device: Device, live_server: Any
) -> None:
    _, address = place("anonymous", world, live_server.url)
    context = device()
    page = open_page(context, address)
    kept(page)
    context.set_offline(True)
    page.locator("#onderdeel-VEI-1 [data-key='1']").check(force=True)
    expect(waiting(page)).to_contain_text("1 antwoord wacht")
    page.close()
    context.set_offline(False)

    page = context.new_page()
    page.goto(live_server.url + reverse("anonymous_copy", args=[world.profile.pk, "aaaa-bbbb-cccc"]))
    nothing_waits(page)
    assert Answer.objects.get().value == "yes"
    page.reload()
    page.get_by_role("button", name="Ik ben klaar").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Je bent klaar")
    until(page, "async () => (await caches.keys()).length === 0")


def test_another_person_on_the_device_is_not_shown_the_page_that_was_kept(
    world: World, device: Device, live_server: Any
) -> None:
    who, address = place("own", world, live_server.url)
    theirs = own(world.profile, world.colleague)
    context = device(who)
    page = open_page(context, address)
    kept(page)

    context.clear_cookies()
    sign_in(context, live_server.url, world.colleague)
    other = live_server.url + reverse("copy_question", args=[world.profile.pk, theirs.pk, "VEI"])
    page = open_page(context, other)
    hers, his = (reverse("copy", args=[world.profile.pk, copy.pk]) for copy in (copy_of(who), theirs))
    until(page, f"async () => !(await caches.match('{hers}')) && Boolean(await caches.match('{his}'))")
    context.set_offline(True)
    with pytest.raises(Exception, match="ERR_"):
        page.goto(address)
    fresh = context.new_page()
    fresh.goto(other)


def copy_of(person: User | None) -> Copy:
    return Copy.objects.get(person=person)


def test_a_copy_that_was_taken_back_leaves_the_device(world: World, device: Device, live_server: Any) -> None:
    who, address = place("own", world, live_server.url)
    context = device(who)
    page = open_page(context, address)
    kept(page)
    Copy.objects.filter(person=who).delete()

    assert (answer := page.goto(address)) is not None
    assert answer.status == 404
    context.set_offline(True)
    with pytest.raises(Exception, match="ERR_"):
        page.goto(address)


def test_a_page_of_somebody_else_is_not_kept_under_my_name(
    world: World, device: Device, live_server: Any
) -> None:
    """The page asks to keep what the server gives to whoever is signed in by then."""
    _, address = place("shared", world, live_server.url)
    context = device(world.coordinator)
    page = open_page(context, address)
    kept(page)
    until(page, f"async () => (await {KEPT_PAGES}).length === 1")
    context.clear_cookies()
    sign_in(context, live_server.url, world.head)

    page.evaluate(
        "async () => { for (const name of await caches.keys()) await caches.delete(name);"
        " const { copy, person } = document.querySelector('main').dataset;"
        " const { active } = await navigator.serviceWorker.ready;"
        " active.postMessage({ keep: copy, page: location.href, person, assets: [] }) }"
    )
    page.wait_for_timeout(1500)

    assert page.evaluate(f"async () => {KEPT_PAGES}") == []


def test_fast_typing_loses_no_letter(world: World, visit: Any) -> None:
    copy = own(world.profile, world.staff)
    page = visit(world.staff).open(reverse("copy_question", args=[world.profile.pk, copy.pk, "VEI"]))
    text = "Wij bespreken elk half jaar in het team wat leerlingen ons zeggen. " * 3
    page.locator("#onderdeel-VEI-1 summary").first.click()
    area = page.locator("#onderdeel-VEI-1 [name=note]")
    for part in text.split(". "):
        area.press_sequentially(f"{part}. ")
        page.locator("#onderdeel-VEI-2 [data-key='1']").check(force=True)  # a save in between
        area.focus()
        page.keyboard.press("Control+End")
    written = area.input_value()
    expect(page.locator("#onderdeel-VEI-1 [data-saved]")).to_contain_text("bewaard")
    page.wait_for_timeout(1500)
    nothing_waits(page)

    assert written.count("elk half jaar") == 3
    assert area.input_value() == written
    assert Answer.objects.get(item="VEI-1").note.replace("\r", "").strip() == written.strip()
    assert not Event.objects.filter(act="refuse").exists()

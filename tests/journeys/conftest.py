"""A real Chromium on a real server, for the road as people walk it."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import Any

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.signals import request_finished, request_started
from playwright.sync_api import Browser, BrowserContext, Page

from dekkend.accounts.models import User
from tests.world import World, build

# Playwright runs a loop of its own in this thread; the tests use the database beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = (1280, 320)


@pytest.fixture
def world(transactional_db: None) -> World:
    return build()


# What reaches past the right edge, tables that scroll by themselves left aside.
STICKING_OUT = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".sheet-scroll, .paper-scroll"))
    .slice(0, 5).map((one) => one.tagName + "." + one.className)"""


# Every pair of letters and ground on this page that was not measured yet, and where it stands: all that is asked of
# colours, and soon told.
NEW_PAIRS = """(known) => {
  const measured = new Set(known), found = new Map();
  for (const one of document.querySelectorAll("body, body *")) {
    const said = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!one.checkVisibility() || !(said || one.matches("input, textarea, select"))) continue;
    const letters = getComputedStyle(one);
    const pair = [letters.color, letters.fontSize, letters.fontWeight, letters.textShadow];
    for (let at = one; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      pair.push(style.backgroundColor, style.backgroundImage, style.opacity);
      if (/^rgb\\(/.test(style.backgroundColor)) break;
    }
    const told = pair.join(" ");
    if (!measured.has(told)) found.set(told, one);
  }
  window.toMeasure = [...found.values()];
  return [...found.keys()];
}"""

MEASURED: set[str] = set()  # by this process: what was right once is right again

# Only what is wrong, of what can be seen: leaves of the checklist that are not turned to are set aside meanwhile.
# Colours and the size of what one presses are most of the work. Colours are measured where a new pair stands, and what
# is 24 pixels wide and high is large enough whatever stands beside it.
RUN_AXE = """async () => {
  const how = {resultTypes: ["violations"], selectors: false, preload: false};
  const one = async (rule, include) => include.length === 0 ? [] :
    (await axe.run({include}, {...how, runOnly: {type: "rule", values: [rule]}})).violations;
  const small = [...document.querySelectorAll("a, button, input, select, textarea, summary")].filter((one) => {
    const box = one.getBoundingClientRect();
    return one.checkVisibility() && !one.matches(".skip") && (box.width < 24 || box.height < 24);
  });
  const aside = [...document.querySelectorAll("section[hidden]")].map((leaf) => [leaf, document.createComment("")]);
  for (const [leaf, place] of aside) leaf.replaceWith(place);
  const found = await axe.run({exclude: [["[hidden]"]]}, {
    ...how,
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    rules: {"color-contrast": {enabled: false}, "target-size": {enabled: false}},
  });
  const faults = [...found.violations, ...await one("color-contrast", toMeasure), ...await one("target-size", small)];
  for (const [leaf, place] of aside) place.replaceWith(leaf);
  return faults;
}"""


class Visitor:
    """Somebody with a browser. Every word on the console is a fault: the strict policy lets no script slip through."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.page: Page = context.new_page()
        self.faults: list[str] = []
        self.has_axe = False
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", self.listen)

    def listen(self, line: Any) -> None:
        # A conflict is an answer (409), not a fault.
        if line.type == "error" and "status of 409" not in line.text:
            self.faults.append(line.text)

    def open(self, path: str) -> Page:
        answer = self.page.goto(self.address + path)
        assert answer is not None
        assert answer.ok, f"{path}: {answer.status}"
        return self.page

    def look(self) -> None:
        """axe finds nothing and nothing sticks out, at both widths."""
        self.bring_axe()
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 900})
            out = self.page.evaluate(STICKING_OUT)
            assert out == [], f"{self.page.url} at {width}: {out}"
            pairs = self.page.evaluate(NEW_PAIRS, list(MEASURED))
            found: list[dict[str, Any]] = self.page.evaluate(RUN_AXE)
            told = [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"][:3]]
            assert told == [], f"{self.page.url} at {width}"
            MEASURED.update(pairs)
        self.page.set_viewport_size({"width": 1280, "height": 900})
        assert self.faults == [], self.page.url

    def bring_axe(self) -> None:
        """Into this page, and into each that is opened after it: who looks once looks again."""
        if not self.has_axe:
            self.context.add_init_script(AXE)
            self.has_axe = True
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE)

    def look_large(self) -> None:
        """At 320 pixels with letters of twice the size, everything unfolded, nothing sticks out."""
        self.page.set_viewport_size({"width": 320, "height": 900})
        self.page.evaluate("document.documentElement.style.fontSize = '200%'")
        self.page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
        out = self.page.evaluate(STICKING_OUT)
        width = self.page.evaluate("document.documentElement.scrollWidth")
        assert (width, out) == (320, []), f"{self.page.url}: {out}"


@pytest.fixture(scope="session", autouse=True)
def kept_files() -> Iterator[None]:
    """Style sheets and modules are kept by the browser, as with a real server; else each page asks for all again."""
    serve = StaticFilesHandler.serve

    def kept(self: StaticFilesHandler, request: Any) -> Any:
        answer = serve(self, request)
        answer.headers["Cache-Control"] = "max-age=3600"
        return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StaticFilesHandler, "serve", kept)
        yield


@pytest.fixture
def visit(chromium: Browser, live_server: Any, world: World) -> Iterator[Any]:
    """`visit(world.head)`: a browser in which this person has signed in; `visit(None)`: somebody from outside."""
    opened: list[BrowserContext] = []

    def enter(user: User | None, **options: Any) -> Visitor:
        # Without gliding: a press while the page still moves lands beside what it meant.
        context = chromium.new_context(locale="nl-NL", reduced_motion="reduce", **options)
        opened.append(context)
        if user is not None:
            context.add_cookies([{"name": "sessionid", "value": session_of(user), "url": live_server.url}])
        return Visitor(context, live_server.url)

    with requests_under_way() as under_way:
        yield enter
        for context in opened:
            context.close()
        # A page says goodbye while it closes: what the server still does must be done before the tables are emptied.
        wait_until_none(under_way)


@contextmanager
def requests_under_way() -> Iterator[Counter[str]]:
    counted: Counter[str] = Counter()

    def begun(**_: Any) -> None:
        counted["begun"] += 1

    def done(**_: Any) -> None:
        counted["done"] += 1

    request_started.connect(begun)
    request_finished.connect(done)
    try:
        yield counted
    finally:
        request_started.disconnect(begun)
        request_finished.disconnect(done)


def wait_until_none(counted: Counter[str], seconds: float = 5) -> None:
    """None for a while: a request may be on its way to the server."""
    end, quiet = time.monotonic() + seconds, 0
    while time.monotonic() < end and quiet < 4:
        time.sleep(0.02)
        quiet = quiet + 1 if counted["begun"] == counted["done"] else 0


def session_of(user: User) -> str:
    from django.test import Client

    client = Client()
    client.force_login(user)
    key = client.session.session_key
    assert key
    return key

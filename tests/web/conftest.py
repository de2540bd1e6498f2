"""A browser on a few pages of our own (pages.py), without a database."""

from collections.abc import Iterator

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.test import override_settings
from django.test.testcases import LiveServerThread

from dekkend.web import house, menu


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Its address. What other rooms add to the head is left out: their pages are not here."""
    monkeypatch.setattr(menu, "_items", [])
    monkeypatch.setattr(menu, "_roles", [])
    monkeypatch.setattr(house, "_asked", [])
    with override_settings(ROOT_URLCONF="tests.web.pages", ALLOWED_HOSTS=["127.0.0.1"]):
        thread = LiveServerThread("127.0.0.1", StaticFilesHandler)
        thread.daemon = True
        thread.start()
        thread.is_ready.wait()
        if thread.error:
            raise thread.error
        yield f"http://127.0.0.1:{thread.port}"
        thread.terminate()


@pytest.fixture
def page(chromium, site):
    """A page in a fresh browser window; the test fails on any error in the console."""
    context = chromium.new_context(base_url=site, locale="nl-NL")
    context.set_default_timeout(5000)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda line: wrong.append(line.text) if "Content Security" in line.text else None)
    yield page
    context.close()
    assert not wrong

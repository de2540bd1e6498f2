import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client, override_settings
from hypothesis import settings as trials

from dekkend.accounts.models import User
from tests.remembered import remembered
from tests.world import World, build

# A slow moment of the machine is no fault of the code.
trials.register_profile("dekkend", deadline=None)
trials.load_profile("dekkend")


def pytest_configure() -> None:
    """Trying a password takes long, so that guessing does. Tests need not wait for that."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what asks the database; the rest, such as papers and formats, says the same on any.

    Left out as well is what is decided in Python and marked `one_database`: the words of a page, its weight, who may
    see it. What such a page asks of the database is asked on both: tests/attack/test_looking.py opens every page.
    """
    if not settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        return
    asking = [item for item in items if asks_the_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if not asks_the_database(item)])
    items[:] = asking


def pytest_collection_finish() -> None:
    """Thousands of tests stay in memory to the end: what looks for garbage need not walk along them each time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def asks_the_database(item: pytest.Item) -> bool:
    if item.get_closest_marker("one_database"):
        return False
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(item.get_closest_marker("django_db") or fixtures & {"db", "transactional_db"})


@pytest.fixture(autouse=True)
def nobody_guessed() -> None:
    """Wrong codes and passwords are counted in the cache, which all tests share."""
    cache.clear()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings: None,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """For a real browser SQLite is a file, as outside the tests: each thread of the server has a connection of its own.

    In memory they would share the one of the test, and a page that asks while the test writes would break it off.
    """
    browser = any(item.get_closest_marker("journey") for item in request.session.items)
    if browser and connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(
            tmp_path_factory.mktemp("database") / "journeys.sqlite3"
        )


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Where the tables are made of the models at once, the list of migrations is there too, and empty."""
    with django_db_blocker.unblock():
        MigrationRecorder(connection).ensure_schema()
        _ = (
            connection.features.supports_json_field
        )  # asked once of SQLite: not in the middle of a count of queries


@pytest.fixture
def world(db: None) -> World:
    return remembered(build)()


@pytest.fixture
def sign_in(db: None) -> Callable[[User], Client]:
    """A browser in which this person has signed in: `sign_in(world.head).get(…)`."""

    def enter(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return enter


def as_sent(folder: Path) -> override_settings:
    """Settings with which pages ask for style sheets and modules as a real server sends them, from this folder."""
    storages = {**settings.STORAGES, "staticfiles": {"BACKEND": "dekkend.web.storage.Storage"}}
    return override_settings(STATIC_ROOT=folder, STORAGES=storages)


@pytest.fixture(scope="session")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sent") / "static"
    with as_sent(folder):
        call_command("collectstatic", interactive=False, verbosity=0)
    return folder


@pytest.fixture
def on_the_line(collected: Path) -> Iterator[Path]:
    """Style sheets and modules as a real server sends them: where they are collected, joined and compressed."""
    with as_sent(collected):
        yield collected


def browser_options() -> dict[str, Any]:
    """Which Chromium, and how it is started: the one without windows where it is there, for it asks half as much."""
    known = ("chromium-headless-shell", "chromium", "google-chrome-stable")
    found = os.environ.get("DEKKEND_CHROMIUM") or next(filter(None, map(shutil.which, known)), None)
    assert found, "Chromium ontbreekt: sudo apt-get install chromium"
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    return {"executable_path": found, "args": flags}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for all tests that need one: playwright runs one loop in a thread, and a second would refuse."""
    from playwright.sync_api import sync_playwright  # tests without a browser need none of it

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**browser_options())
        yield browser
        browser.close()

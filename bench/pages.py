"""A question page and a section page: time, queries, and bytes over the wire at a first visit."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from bench.databases import kinds
from bench.figures import Figure, milliseconds
from tests.hard.test_writers import PREPARE
from tests.server import Browser, run, serve
from tests.world import PASSWORD

PAGES = {"vraag": "/profielen/1/checklist/vraag/ZOI/", "deel": "/profielen/1/profiel/basis/"}
BESIDE = "/profielen/1/profiel/basis/voorbeeld/"
QUERIES = """
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from dekkend.accounts.models import User
client = Client(HTTP_HOST="127.0.0.1")
client.force_login(User.objects.get(email="coordinator@voorbeeld.example"), backend=settings.AUTHENTICATION_BACKENDS[0])
client.get({path!r})
with CaptureQueriesContext(connection) as told:
    assert client.get({path!r}).status_code == 200
print(len(told))
"""


def measure() -> list[Figure]:
    figures = []
    for name, kind in kinds().items():
        with kind() as (folder, database), serve(folder, database=database, prepare=PREPARE) as server:  # type: ignore[operator]
            browser = Browser(server.port)
            browser.sign_in("writer0@voorbeeld.example", PASSWORD)
            for page, path in PAGES.items():
                figures.append(
                    Figure(f"{page}, {name}", milliseconds(lambda b=browser, p=path: b.ask("GET", p)), "ms")
                )
                if name == "SQLite":
                    figures.append(
                        Figure(
                            f"{page}: vragen aan de database",
                            float(run(QUERIES.format(path=path), server.env)),
                            "",
                        )
                    )
                    figures += weight(browser, page, path, folder)
            took = milliseconds(lambda b=browser: b.ask("GET", BESIDE))  # type: ignore[misc]
            figures.append(Figure(f"voorbeeld naast de tekst, {name}", took, "ms", 300))
    return figures


def weight(browser: Browser, page: str, path: str, folder: Path) -> list[Figure]:
    """Everything the page names, compressed as the server sends it."""
    _, html = browser.ask("GET", path)
    names = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', html))
    files = {name: folder / "static" / name.removeprefix("/static/") for name in names}
    styles = [file.read_text() for file in files.values() if file.suffix == ".css"]
    modules = "\n".join(file.read_text() for file in files.values() if file.suffix == ".js")
    scripts = {folder / "static/web/js" / name for name in re.findall(r'from "\./([\w.-]+)"', modules)}
    fonts = {
        folder / "static/web/fonts" / Path(name).name
        for style in styles
        for name in re.findall(r'url\("?([^")]+latin-wght[^")]+\.woff2)', style)
    }
    body = len(gzip.compress(html.encode()))
    plain = [file for file in {*files.values(), *scripts} if file.suffix != ".woff2"]
    total = body + sum(len(gzip.compress(file.read_bytes())) for file in plain if file.exists())
    letters = sum(font.stat().st_size for font in fonts if font.exists())
    return [
        Figure(f"{page}: eerste bezoek zonder letters", total / 1024, "kB", 50),
        Figure(f"{page}: eerste bezoek met letters", (total + letters) / 1024, "kB", 130),
    ]

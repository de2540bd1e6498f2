"""The status board, `dekkend run-due` and the letters that wait, with 84 schools and with all 6,122 of the country."""

from __future__ import annotations

import json

from bench.databases import kinds
from bench.figures import Figure, milliseconds
from tests.server import Browser, run, serve
from tests.world import PASSWORD

SIZES = (84, 6122)
BOARD = "/samenwerkingsverband/voorbeeld/voortgang/"
PREPARE = """
from bench.country import begin
begin({schools})
"""
# One run for the letters of a new round, one when there is nothing to do, one on the day of the reminders.
DUE = """
import json, resource, time
from datetime import datetime
from zoneinfo import ZoneInfo
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from dekkend.desk.commands import run_due
from dekkend.desk.reminders import awaiting_in
from dekkend.kit.postman import not_gone
from dekkend.profile.base.models import Profile
found = {}
def timed(name, day):
    begin, before = time.perf_counter(), len(getattr(mail, "outbox", []))
    run_due(lambda _: None, now=datetime(*day, 8, tzinfo=ZoneInfo("Europe/Amsterdam")))
    found[name] = time.perf_counter() - begin
    found[name + "_letters"] = len(getattr(mail, "outbox", [])) - before
timed("round", (2026, 9, 1))
timed("idle", (2026, 9, 2))
with CaptureQueriesContext(connection) as told:
    begin = time.perf_counter()
    awaiting_in(Profile.objects.all())
    found["looking"] = time.perf_counter() - begin
found["queries"] = len(told)
timed("remind", (2026, 11, 27))
timed("idle_again", (2026, 11, 27))
found["left"] = len(list(not_gone()))
found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps(found))
"""


def measure() -> list[Figure]:
    figures = []
    for name, kind in kinds().items():
        for schools in SIZES:
            filled = PREPARE.format(schools=schools)
            with kind() as (folder, database), serve(folder, database=database, prepare=filled) as server:  # type: ignore[operator]
                browser = Browser(server.port)
                browser.sign_in("administrator@voorbeeld.example", PASSWORD)
                of = f"{name}, {schools} scholen"
                for what, path in {"": BOARD, ", op datum": f"{BOARD}?volgorde=datum&laat=1"}.items():
                    assert browser.ask("GET", path)[0] == 200
                    took = milliseconds(lambda b=browser, p=path: b.ask("GET", p), 10)
                    figures.append(Figure(f"bord{what}, {of}", took, "ms", 300))
                figures += told(of, json.loads(run(DUE, server.env).splitlines()[-1]))
    return figures


def told(of: str, found: dict[str, float]) -> list[Figure]:
    letters = found["round_letters"], found["remind_letters"]
    return [
        Figure(f"run-due, {of}: {letters[0]:.0f} uitnodigingen", found["round"], "s"),
        Figure(f"run-due, {of}: {letters[1]:.0f} herinneringen", found["remind"], "s"),
        Figure(f"run-due, {of}: niets te doen", found["idle"] * 1000, "ms", 1000),
        Figure(f"run-due, {of}: nog eens op die dag", found["idle_again"] * 1000, "ms", 1000),
        Figure(f"run-due, {of}: zoeken wie iets te doen heeft", found["looking"] * 1000, "ms", 3000),
        Figure(f"run-due, {of}: vragen daarbij aan de database", found["queries"], "", 3),
        Figure(f"run-due, {of}: brieven die bleven liggen", found["left"], "", 0),
        Figure(f"run-due, {of}: geheugen", found["memory"], "MB"),
    ]

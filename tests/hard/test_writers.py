"""Thirty people on one checklist, and a worker that is killed: no save that was acknowledged is lost.

DEKKEND_HARD_SECONDS makes it longer; bin/bench takes a minute.
"""

from __future__ import annotations

import os
import random
import sqlite3
import threading
import time
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path

import pytest

from tests.server import Browser, Server, serve

pytestmark = pytest.mark.hard
SECONDS = float(os.environ.get("DEKKEND_HARD_SECONDS", "10"))
WRITERS = 30
ITEMS = ("ZOI-1", "ZOI-2", "ZOI-3", "HGW-1", "HGW-2")  # few, so that people are in each other's way

PREPARE = """
from dekkend.accounts.models import User
from dekkend.region.models import Membership
from tests.world import PASSWORD, build
world = build()
for number in range(5):
    user = User.objects.create_user(f"writer{number}@voorbeeld.example", PASSWORD, name=f"Schrijver {number}")
    Membership.objects.create(user=user, role="coordinator", school=world.school)
"""


@dataclass
class Told:
    """What one writer was told by the server."""

    saved: list[tuple[str, int, str]] = field(default_factory=list)  # item, revision, the word that was added
    conflicts: list[tuple[str, str, str]] = field(default_factory=list)  # item, mine, theirs
    failed: int = 0


def write(
    server: Server, cookies: dict[str, str], token: dict[str, str], name: int, end: float, told: Told
) -> None:
    """Add one word of one's own after what was read last, as somebody who types."""
    browser = Browser(server.port)
    browser.cookies = dict(cookies)
    chance = random.Random(name)
    known = dict.fromkeys(ITEMS, (0, ""))
    number = 0
    while time.monotonic() < end:
        item = chance.choice(ITEMS)
        revision, text = known[item]
        number += 1
        word = f"w{name}n{number}"
        mine = f"{text} {word}".strip()[-400:]
        path = f"/profielen/1/checklist/onderdeel/{item}/"
        try:
            status, body = browser.save(path, {**token, "revision": str(revision), "note": mine})
        except (OSError, HTTPException):
            # The worker was killed under us. Whether it saved is not known: nothing was acknowledged.
            told.failed += 1
            browser = Browser(server.port)
            browser.cookies = dict(cookies)
            time.sleep(0.05)
            continue
        if status == 200:
            fields = body["fields"]
            text = str(fields.get("note", mine))  # type: ignore[attr-defined]
            known[item] = (int(str(body["revision"])), text)
            told.saved.append((item, int(str(body["revision"])), word))
        elif status == 409:
            clash = body["fields"]["note"]  # type: ignore[index]
            told.conflicts.append((item, str(clash["mine"]), str(clash["theirs"])))
            known[item] = (int(str(body["revision"])), str(clash["theirs"]))
        else:
            told.failed += 1


def work(server: Server, *, disturb: bool) -> list[Told]:
    from tests.world import PASSWORD

    doors = []
    for number in range(5):
        browser = Browser(server.port)
        browser.sign_in(f"writer{number}@voorbeeld.example", PASSWORD)
        _, page = browser.ask("GET", "/profielen/1/checklist/vraag/ZOI/")
        doors.append((browser.cookies, browser.token(page)))
    told = [Told() for _ in range(WRITERS)]
    end = time.monotonic() + SECONDS
    threads = [
        threading.Thread(target=write, args=(server, *doors[number % 5], number, end, told[number]))
        for number in range(WRITERS)
    ]
    for thread in threads:
        thread.start()
    while disturb and time.monotonic() < end - 2:
        time.sleep(2)
        server.kill_a_worker()
    for thread in threads:
        thread.join()
    return told


def history(var: Path) -> dict[tuple[str, int], str]:
    """(item, revision) -> note, straight from the database."""
    rows = sqlite3.connect(var / "dekkend.sqlite3").execute(
        "SELECT a.item, e.revision, json_extract(e.data, '$.note') FROM audit_event e"
        " JOIN profile_answer a ON e.subject = 'answer/' || substr(a.id,1,8) || '-' || substr(a.id,9,4) || '-'"
        " || substr(a.id,13,4) || '-' || substr(a.id,17,4) || '-' || substr(a.id,21) WHERE e.act = 'save'"
    )
    return {(item, revision): note for item, revision, note in rows}


def check(var: Path, told: list[Told]) -> None:
    kept = history(var)
    saved = [entry for writer in told for entry in writer.saved]
    assert saved, "nobody saved anything"
    lost = [
        (item, revision, word) for item, revision, word in saved if word not in kept.get((item, revision), "")
    ]
    assert lost == []
    assert all(mine and theirs for writer in told for _, mine, theirs in writer.conflicts)


def test_thirty_writers_on_one_checklist_lose_nothing(tmp_path: Path) -> None:
    with serve(tmp_path, prepare=PREPARE) as server:
        told = work(server, disturb=False)

    check(tmp_path, told)
    assert sum(writer.failed for writer in told) == 0
    assert sum(len(writer.conflicts) for writer in told) > 0


def test_a_killed_worker_loses_no_acknowledged_save(tmp_path: Path) -> None:
    with serve(tmp_path, prepare=PREPARE) as server:
        told = work(server, disturb=True)

    check(tmp_path, told)
    assert sum(writer.failed for writer in told) > 0, "no worker was killed in the middle of a save"

"""Saves on one checklist over HTTP, with sign-in and CSRF, by a compiled client."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

from bench.databases import kinds
from bench.figures import Figure
from tests.hard.test_writers import PREPARE
from tests.server import Browser, Server, serve
from tests.world import PASSWORD

SCRIPT = Path(__file__).parent / "load.lua"
SECONDS = int(os.environ.get("DEKKEND_BENCH_SECONDS", "10"))
ITEMS = (
    "VEI-1", "VEI-2", "VEI-3", "VEI-4", "VEI-5", "VEI-6", "OPP-1", "OPP-2", "OPP-3", "OPP-4", "OPP-5", "ZOI-1",
    "ZOI-2", "ZOI-3", "ZOI-4", "ZOI-5", "HGW-1", "HGW-2", "HGW-3", "HGW-4", "COM-1", "COM-2", "COM-3", "COM-4",
    "OVD-1", "OVD-2", "OVD-3", "OVD-4", "OUD-1", "OUD-2",
)  # fmt: skip


def measure() -> list[Figure]:
    if not shutil.which("wrk"):
        print("wrk ontbreekt (apt-get install wrk): de schrijvers worden niet gemeten.")
        return []
    figures = []
    for name, kind in kinds().items():
        for writers in (1, 10, 30):
            with kind() as (folder, database), serve(folder, database=database, prepare=PREPARE) as server:  # type: ignore[operator]
                figures += told(name, writers, load(server, folder, writers))
    return figures


def load(server: Server, folder: Path, writers: int) -> dict[str, float]:
    targets = folder / "targets"
    doors = []
    for number in range(5):
        browser = Browser(server.port)
        browser.sign_in(f"writer{number}@voorbeeld.example", PASSWORD)
        _, page = browser.ask("GET", "/profielen/1/checklist/vraag/ZOI/")
        cookie = "; ".join(f"{key}={value}" for key, value in browser.cookies.items())
        doors.append((cookie, browser.token(page)["csrfmiddlewaretoken"]))
    lines = [
        f"/profielen/1/checklist/onderdeel/{ITEMS[number]}/\t{doors[number % 5][0]}\t{doors[number % 5][1]}"
        for number in range(writers)
    ]
    targets.write_text("\n".join(lines) + "\n")
    env = {**os.environ, "DEKKEND_TARGETS": str(targets), "DEKKEND_ADDRESS": server.url}
    command = [
        "wrk",
        f"-t{writers}",
        f"-c{writers}",
        f"-d{SECONDS}s",
        "--timeout",
        "20s",
        "-s",
        str(SCRIPT),
        server.url,
    ]
    answer = subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout
    found: dict[str, float] = json.loads(answer.strip().splitlines()[-1])
    return found


def told(name: str, writers: int, found: dict[str, float]) -> list[Figure]:
    rate = found["requests"] / found["seconds"]
    what = f"bewaren, {name}, {writers} schrijver{'s' if writers > 1 else ''}"
    aims = name == "SQLite"
    return [
        Figure(
            f"{what}: per seconde", rate, "/s", 750 if writers == 30 and aims else None, more_is_better=True
        ),
        Figure(f"{what}: p50", found["p50_ms"], "ms", 10 if writers == 1 else None),
        Figure(f"{what}: p95", found["p95_ms"], "ms", 100 if writers == 30 and aims else None),
        Figure(f"{what}: geweigerd", found["refused"], "", 0),
    ]

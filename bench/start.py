"""How long until a worker answers, and what it holds in memory."""

from __future__ import annotations

import time
from pathlib import Path

from bench.databases import sqlite
from bench.figures import Figure
from tests.server import Browser, serve


def measure() -> list[Figure]:
    with sqlite() as (folder, database):
        with serve(folder, database=database, workers=1):
            pass
        begin = time.perf_counter()
        with serve(folder, database=database, workers=1) as server:
            Browser(server.port).ask("GET", "/account/login/")
            prepared = time.perf_counter() - begin
            memory = sum(resident(pid) for pid in server.worker_pids())
    return [
        Figure("starten: migreren, bestanden verzamelen, eerste antwoord", prepared, "s"),
        Figure("één werker in rust", memory, "MB"),
    ]


def resident(pid: int) -> float:
    """Proportional memory in MB: what is shared is divided."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0

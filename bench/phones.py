"""Forty phones and one board that ask each second, while everybody answers: what it costs, and how late the board is.

DEKKEND_BENCH_SECONDS says how long (60; the promise is ten minutes: 600). The clients run in a process of their own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from bench.databases import kinds
from bench.figures import Figure
from tests.server import Server, run, serve
from tests.world import PASSWORD

SECONDS = int(os.environ.get("DEKKEND_BENCH_SECONDS", "60"))
PHONES = 40
PREPARE = """
from tests.world import build, sign_in_ready
from tests.profile.talk.leading import running
world = build()
sign_in_ready(world)
running(world)
"""
CODE = "from dekkend.profile.models import Talk; talk = Talk.objects.get(); print(talk.code, talk.shown)"
KEPT = """
import json
from dekkend.profile.models import Vote
from collections import Counter
print(json.dumps(Counter(Vote.objects.values_list("value", flat=True))))
"""
TICKS = os.sysconf("SC_CLK_TCK")


def measure() -> list[Figure]:
    figures = []
    for name, kind in kinds().items():
        with kind() as (folder, database), serve(folder, database=database, prepare=PREPARE) as server:  # type: ignore[operator]
            figures += told(name, drive(server))
    return figures


def processor(pids: list[int]) -> float:
    """Seconds of a core that these processes used so far."""
    used = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        used += int(fields[11]) + int(fields[12])
    return used / TICKS


def drive(server: Server) -> dict[str, float]:
    code, item = run(CODE, server.env).split()
    command = [
        sys.executable,
        "-m",
        "bench.phone_clients",
        str(server.port),
        code,
        item,
        str(PHONES),
        str(SECONDS),
    ]
    pids = [server.process.pid, *server.worker_pids()]
    driver = subprocess.Popen(
        command, env={**server.env, "BENCH_PASSWORD": PASSWORD}, stdout=subprocess.PIPE, text=True
    )
    assert driver.stdout
    assert driver.stdout.readline().strip() == "ready"
    begin, before = time.monotonic(), processor(pids)
    assert driver.stdout.readline().strip() == "done"
    took, used = time.monotonic() - begin, processor(pids) - before
    found: dict[str, float] = json.loads(driver.stdout.readline())
    driver.wait(30)
    kept = json.loads(run(KEPT, server.env))
    found["lost"] = float(kept != found.pop("answers"))  # type: ignore[comparison-overlap]
    return found | {"core": 100 * used / took, "driver_core": 100 * found["driver"] / took}


def told(name: str, found: dict[str, float]) -> list[Figure]:
    what = f"gesprek, {name}, {PHONES} telefoons en een bord, {SECONDS} s"
    return [
        Figure(f"{what}: deel van een kern", found["core"], "%", 25),
        Figure(f"{what}: bord loopt achter, p95", found["p95"], "s", 2),
        Figure(f"{what}: antwoorden gegeven", found["votes"], ""),
        Figure(f"{what}: geweigerd of mislukt", found["failed"], "", 0),
        Figure(f"{what}: verloren", found["lost"], "", 0),
        Figure(f"{what}: de meter zelf, deel van een kern", found["driver_core"], "%"),
    ]

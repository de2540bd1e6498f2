"""The papers of a whole round: 75 schools, every kind and form, by the command with its two processes."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.figures import Figure
from tests.server import HOME, environment, run

SCHOOLS = 75
PREPARE = f"""
from bench.country import fill
fill({SCHOOLS})
"""
LOOK = 0.2  # seconds between two looks at the memory


def measure_round() -> list[Figure]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        env = environment(folder, 0)
        subprocess.run(
            [sys.executable, "-m", "dekkend", "migrate", "--verbosity", "0"], env=env, check=True, cwd=HOME
        )
        run(PREPARE, env)
        first, memory = watched(folder / "out", env)
        again, _ = watched(folder / "out", env)
        files = sum(1 for path in (folder / "out").glob("*/**/*") if path.is_file())
    return [
        Figure(f"ronde, {SCHOOLS} scholen: alle papieren", first, "s", 90),
        Figure(f"ronde, {SCHOOLS} scholen: geheugen op zijn hoogst", memory, "MB", 500),
        Figure(f"ronde, {SCHOOLS} scholen: nog eens, niets nieuw", again, "s"),
        Figure(f"ronde, {SCHOOLS} scholen: bestanden", files, ""),
    ]


def watched(out: Path, env: dict[str, str]) -> tuple[float, float]:
    """Seconds, and the most memory that all its processes had together, shared pages counted once, in MB."""
    command = [sys.executable, "-m", "dekkend", "papers", "2027-2028", "--out", str(out)]
    begin, most = time.perf_counter(), 0.0
    process = subprocess.Popen(
        command, env=env, cwd=HOME, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    while process.poll() is None:
        most = max(most, sum(size(pid) for pid in family(process.pid)))
        time.sleep(LOOK)
    took = time.perf_counter() - begin
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: {process.returncode}")
    return took, most


def family(pid: int) -> list[int]:
    """A process and all that it started."""
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False)
    return [pid, *(one for child in found.stdout.split() for one in family(int(child)))]


def size(pid: int) -> float:
    """Proportional set size, in MB; 0 for who is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0)

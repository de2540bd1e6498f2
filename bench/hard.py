"""A minute of thirty writers, and a minute in which workers are killed: what was acknowledged must be there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bench.figures import Figure

HOME = Path(__file__).parents[1]
SECONDS = os.environ.get("DEKKEND_HARD_SECONDS", "60")


def measure() -> list[Figure]:
    """0 when nothing was lost; 1 when a test failed, with its words on the screen."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DEKKEND_")}
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-m", "hard", "tests/hard"],
        env={**kept, "DEKKEND_HARD_SECONDS": SECONDS},
        cwd=HOME,
        check=False,
    )
    return [
        Figure(f"30 schrijvers en kill -9, {SECONDS} s elk: verloren", float(told.returncode != 0), "", 0)
    ]

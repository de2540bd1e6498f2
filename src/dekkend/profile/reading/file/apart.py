"""From a file to passages, with a process of its own between."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from .look import LARGEST, TOO_HEAVY, kind_of
from .passages import Passage, Unreadable, passage_of

__all__ = ["LARGEST", "read"]

PATIENCE = 60  # seconds, however busy the machine is
CHILD = "dekkend.profile.reading.file.child"
ROOT = Path(__file__).resolve().parents[4]
# How a process ends that the machine, or its own library, stopped for want of memory.
NO_MEMORY = (-signal.SIGKILL, -signal.SIGABRT)
TOO_COSTLY = (
    "Dit bestand kost te veel tijd om te lezen. Bewaar alleen de bladzijden die je nodig hebt, of maak er een "
    "Word-bestand (.docx) van, en probeer het opnieuw."
)


def read(data: bytes) -> list[Passage]:
    """Raise Unreadable. `data` is at most LARGEST + 1 bytes of the file."""
    kind_of(data)
    paths = os.pathsep.join([str(ROOT), *(path for path in sys.path if path)])
    try:
        done = subprocess.run(  # noqa: S603  our own program, and the file only as its input
            [sys.executable, "-m", CHILD],
            input=data,
            capture_output=True,
            timeout=PATIENCE,
            env={"PYTHONPATH": paths, "PATH": os.environ.get("PATH", ""), "PYTHONDONTWRITEBYTECODE": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable(TOO_COSTLY) from error
    try:
        told = json.loads(done.stdout)
    except ValueError as error:
        raise Unreadable(TOO_HEAVY if done.returncode in NO_MEMORY else TOO_COSTLY) from error
    if "refused" in told:
        raise Unreadable(told["refused"])
    return [passage_of(each) for each in told["passages"]]

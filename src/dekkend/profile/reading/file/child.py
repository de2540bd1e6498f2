"""Reads one file, from standard input, in a process with bounds: a file made to cost much costs little.

Says JSON: {"passages": […]}, or {"refused": "…"}.
"""

from __future__ import annotations

import json
import logging
import re
import resource
import sys
import warnings
from pathlib import Path

from .arrange import passages_of
from .look import BROKEN, TOO_HEAVY, kind_of
from .passages import Passage, Unreadable

SECONDS = 40  # of computing
MEMORY = 1024 * 1024 * 1024


def bound() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))  # the first says why it ends
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def passages(data: bytes) -> list[Passage]:
    """Raise Unreadable. No bounds but those of the readers; who calls this has them."""
    kind = kind_of(data)
    try:
        if kind == "docx":
            from . import docx

            return passages_of(docx.pieces(data))
        if kind == "odt":
            from . import odt

            return passages_of(odt.pieces(data))
        from . import pdf

        return passages_of(pdf.pieces(data))
    except (Unreadable, MemoryError):
        raise
    # A library that reads a broken file may fail in any way; whatever it is, the file is not right.
    except Exception as error:
        raise Unreadable(BROKEN) from error


def is_full() -> bool:
    """A library that gets no memory may call the file broken. Of a broken file little was read.

    Not `getrusage`: that counts what the process had that started this one.
    """
    try:
        peak = re.search(r"^VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text(), re.MULTILINE)
    except OSError:
        return False  # no Linux
    return peak is not None and int(peak[1]) * 1024 > MEMORY / 2


def main() -> None:
    bound()
    warnings.simplefilter("ignore")
    logging.disable()
    try:
        told: dict[str, object] = {"passages": [each.told() for each in passages(sys.stdin.buffer.read())]}
    except MemoryError:
        told = {"refused": TOO_HEAVY}
    except Unreadable as refused:
        told = {"refused": TOO_HEAVY if str(refused) == BROKEN and is_full() else str(refused)}
    sys.stdout.buffer.write(json.dumps(told).encode())


if __name__ == "__main__":
    main()

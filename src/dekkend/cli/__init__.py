"""The command `dekkend`: everything that goes without a browser. Anything else goes on to Django."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from . import files, region, running

if TYPE_CHECKING:
    from collections.abc import Callable

    from .kinds import Kinds


def main(arguments: list[str] | None = None) -> None:
    """Run one command and leave with its exit code: 0 done, 1 something is wrong with the input."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dekkend.settings")
    words = sys.argv[1:] if arguments is None else arguments
    if words and (words[0] in ("make", "formats") or words[:2] == ["profile", "read-old"]):
        # These need no server and no database, so they need no secret either.
        os.environ.setdefault("DEKKEND_WITHOUT_SERVER", "1")
    import django

    django.setup()
    if words and words[0] not in COMMANDS and words[0] not in ("-h", "--help"):
        from django.core.management import execute_from_command_line

        execute_from_command_line(["dekkend", *words])
        return
    chosen = parser().parse_args(words)
    sys.exit(chosen.run(chosen))


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="dekkend", description="Van checklist naar schoolondersteuningsprofiel."
    )
    kinds = top.add_subparsers(metavar="OPDRACHT", required=True)
    for add in dict.fromkeys(COMMANDS.values()):
        add(kinds)
    return top


# Imports of the rooms stand inside the opdrachten: `--help` loads none of them.
COMMANDS: dict[str, Callable[[Kinds], None]] = {
    "make": files.add_make,
    "formats": files.add_formats,
    "start": region.add_start,
    "region": region.add_region,
    "profile": files.add_profile,
    "checklist": files.add_checklist,
    "papers": region.add_papers,
    "demo": running.add_demo,
    "backup": running.add_backup,
    "restore": running.add_backup,
    "verify": files.add_verify,
    "rebuild-analysis": region.add_analysis,
    "run-due": running.add_run_due,
    "mail": running.add_mail,
}

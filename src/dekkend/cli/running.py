"""What keeps a Dekkend running: letters, copies of everything, the demonstration."""

from __future__ import annotations

import argparse
from pathlib import Path

from .kinds import Kinds


def add_demo(kinds: Kinds) -> None:
    def run(chosen: argparse.Namespace) -> int:
        from django.conf import settings

        from dekkend.desk.demo.build import build

        # Nobody writes to invented people: hundreds of letters on the console would hide what is said there.
        settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
        return build(print, schools=chosen.schools)

    command = kinds.add_parser("demo", help="maak de voorbeeldregio (alleen met DEKKEND_DEMO=1)")
    command.add_argument(
        "--schools", type=int, default=0, metavar="N", help="ten hoogste zoveel scholen vullen"
    )
    command.set_defaults(run=run)


def add_backup(kinds: Kinds) -> None:
    def run(chosen: argparse.Namespace) -> int:
        from dekkend.kit import backup

        return {"backup": backup.write, "restore": backup.read}[chosen.verb](chosen.file, print)

    for verb, what in (("backup", "schrijf alles naar een bestand"), ("restore", "zet een bestand terug")):
        command = kinds.add_parser(verb, help=what)
        command.add_argument("file", type=Path, metavar="BESTAND")
        command.set_defaults(run=run, verb=verb)


def add_run_due(kinds: Kinds) -> None:
    def run(chosen: argparse.Namespace) -> int:
        from dekkend.desk import commands

        return commands.run_loop(print, chosen.loop) if chosen.loop else commands.run_due(print)

    command = kinds.add_parser("run-due", help="verstuur brieven en herinneringen die nu moeten gaan")
    command.add_argument(
        "--loop", type=float, default=0, metavar="SECONDEN", help="blijf draaien, met zo lang ertussen"
    )
    command.set_defaults(run=run)


def add_mail(kinds: Kinds) -> None:
    def run(chosen: argparse.Namespace) -> int:
        from dekkend.kit.postman import show

        return show(print)

    kinds.add_parser("mail", help="brieven die nog niet weg zijn of zijn opgegeven").set_defaults(run=run)

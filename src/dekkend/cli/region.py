"""Schools, rounds and figures of a samenwerkingsverband."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .kinds import Kinds


def add_start(kinds: Kinds) -> None:
    command = kinds.add_parser(
        "start", help="begin een samenwerkingsverband en nodig de eerste beheerder uit"
    )
    command.add_argument("name", metavar="NAAM")
    command.add_argument("email", metavar="E-MAILADRES")

    def run(chosen: argparse.Namespace) -> int:
        from dekkend.region.commands import start

        return start(chosen.name, chosen.email, print)

    command.set_defaults(run=run)


def add_region(kinds: Kinds) -> None:
    command = kinds.add_parser("region", help="scholen en wijken uit open data")
    verbs = command.add_subparsers(metavar="WAT", required=True)
    duo = verbs.add_parser("import-duo", help="scholen uit het bestand van DUO")
    duo.add_argument("file", type=Path, metavar="BESTAND")
    duo.add_argument("--gemeente", default="", metavar="NAAM", help="alleen deze gemeente")
    duo.add_argument(
        "--alliance", default="", metavar="NAAM", help="samenwerkingsverband (nodig als er meer zijn)"
    )
    duo.add_argument("--pupils", type=Path, metavar="BESTAND", help="leerlingen per vestiging, ook van DUO")
    duo.add_argument("--dry-run", action="store_true", help="zeg alleen wat er zou veranderen")

    def run(chosen: argparse.Namespace) -> int:
        from dekkend.region.commands import import_duo

        return import_duo(
            chosen.file,
            gemeente=chosen.gemeente,
            alliance=chosen.alliance,
            pupils=chosen.pupils,
            dry_run=chosen.dry_run,
            echo=print,
        )

    duo.set_defaults(run=run)


def add_papers(kinds: Kinds) -> None:
    def run(chosen: argparse.Namespace) -> int:
        from dekkend.publication.gathering.command import papers

        return papers(
            chosen.round,
            chosen.out,
            alliance=chosen.alliance,
            with_sealed=chosen.all,
            processes=chosen.processes,
            echo=print,
            progress=lambda words: print(words, file=sys.stderr, flush=True),
        )

    command = kinds.add_parser(
        "papers",
        help="maak de papieren van alle scholen van een ronde",
        description=(
            "Zet van elke school met een vastgesteld profiel alle papieren in een eigen map, met een inhoudsopgave "
            "(index.html en index.csv). Wat bij de vaststelling is bewaard, wordt gekopieerd. Een school waarbij "
            "het misgaat, houdt de andere niet tegen. Nog eens gegeven maakt de opdracht alleen wat ontbreekt of "
            "anders werd."
        ),
    )
    command.add_argument("round", metavar="SCHOOLJAAR", help="zoals 2027-2028")
    command.add_argument("--out", type=Path, required=True, metavar="MAP")
    command.add_argument(
        "--alliance", default="", metavar="NAAM", help="samenwerkingsverband (nodig als er meer zijn)"
    )
    command.add_argument(
        "--all", action="store_true", help="ook wat is ingediend en nog niet vastgesteld, als concept"
    )
    command.add_argument(
        "--processes", type=int, choices=range(9), default=2, metavar="N",
        help="zoveel processen tegelijk (gewoonlijk 2; 0: alleen dit proces)",
    )  # fmt: skip
    command.set_defaults(run=run)


def add_analysis(kinds: Kinds) -> None:
    def run(chosen: argparse.Namespace) -> int:
        from dekkend.analysis.commands import rebuild

        return rebuild(print)

    kinds.add_parser(
        "rebuild-analysis", help="maak de cijfers opnieuw uit de vastgestelde versies"
    ).set_defaults(run=run)

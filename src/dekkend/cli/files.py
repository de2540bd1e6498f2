"""What reads or makes files, mostly without a database: papers, formats, profiles, spreadsheets."""

from __future__ import annotations

import argparse
from pathlib import Path

from .kinds import Kinds


def add_make(kinds: Kinds) -> None:
    def run(chosen: argparse.Namespace) -> int:
        from dekkend.profile.version.make import make

        return make(chosen.answers, chosen.out, print, chosen.since)

    command = kinds.add_parser(
        "make",
        help="maak de papieren van een bestand met antwoorden",
        description=(
            "Maakt in elke vorm: sop, schoolgids, poster, checklist en mr (het papier voor de MR). Dat gaat zonder "
            "database. Het verslag van een gesprek staat niet in dit bestand: dat vraagt de database, en is er in "
            "Dekkend bij de dialoog."
        ),
    )
    command.add_argument("answers", type=Path, metavar="ANTWOORDEN.yml")
    command.add_argument("--out", type=Path, required=True, metavar="MAP")
    command.add_argument(
        "--since",
        type=Path,
        metavar="VORIG.yml",
        help="het bestand van vorig jaar; het papier voor de MR zegt dan wat er veranderde",
    )
    command.set_defaults(run=run)


def add_formats(kinds: Kinds) -> None:
    command = kinds.add_parser("formats", help="controleer, laad of vergelijk een formaat")
    verbs = command.add_subparsers(metavar="WAT", dest="verb", required=True)
    for verb, text in (("check", "kijk alles na"), ("load", "kijk alles na en maak het bruikbaar")):
        verbs.add_parser(verb, help=text).add_argument("path", type=Path, metavar="MAP")
    two = verbs.add_parser("compare", help="zeg wat een nieuwe versie verandert")
    two.add_argument("old", type=Path, metavar="OUD", help="een map, of een formaat zoals almere-po/2026.1")
    two.add_argument("new", type=Path, metavar="NIEUW")

    def run(chosen: argparse.Namespace) -> int:
        from dekkend.formats import commands

        if chosen.verb == "compare":
            return commands.compare(chosen.old, chosen.new, print)
        return {"check": commands.check, "load": commands.load}[chosen.verb](chosen.path, print)

    command.set_defaults(run=run)


def add_profile(kinds: Kinds) -> None:
    command = kinds.add_parser("profile", help="een profiel als bestand")
    verbs = command.add_subparsers(metavar="WAT", required=True)
    export = verbs.add_parser("export", help="schrijf het profiel van een school als bestand met antwoorden")
    export.add_argument("brin6", metavar="BRIN6")
    export.add_argument("--schooljaar", default="", metavar="2027-2028")

    def run(chosen: argparse.Namespace) -> int:
        from dekkend.profile.version.export import export

        return export(chosen.brin6, chosen.schooljaar, print)

    export.set_defaults(run=run)
    old = verbs.add_parser(
        "read-old",
        help="lees een bestaand schoolondersteuningsprofiel (docx, odt of pdf met tekst)",
        description="Zegt per stuk waar het in een nieuw profiel kan, en waarom. Bewaart niets; gaat zonder database.",
    )
    old.add_argument("file", type=Path, metavar="BESTAND")
    old.add_argument(
        "--format", type=Path, metavar="MAP", help="het formaat van het nieuwe profiel (anders: het nieuwste)"
    )
    old.add_argument(
        "--provisions",
        type=Path,
        metavar="LIJST.yml",
        help="de basisvoorzieningen van het samenwerkingsverband (anders: de voorbeeldlijst bij het formaat)",
    )
    old.add_argument("--json", action="store_true", help="schrijf JSON in plaats van tekst")

    def run_old(chosen: argparse.Namespace) -> int:
        from dekkend.profile.reading.commands import read_old

        return read_old(
            chosen.file,
            print,
            folder=chosen.format,
            provisions=chosen.provisions,
            as_json=chosen.json,
        )

    old.set_defaults(run=run_old)


def add_checklist(kinds: Kinds) -> None:
    command = kinds.add_parser("checklist", help="de gedeelde checklist als rekenblad")
    verbs = command.add_subparsers(metavar="WAT", required=True)
    export = verbs.add_parser("export", help="schrijf de checklist van een school als rekenblad")
    export.add_argument("brin6", metavar="BRIN6")
    export.add_argument("--schooljaar", default="", metavar="2027-2028")
    export.add_argument("--out", type=Path, required=True, metavar="BESTAND.xlsx")
    back = verbs.add_parser("import", help="lees een ingevuld rekenblad terug: alles of niets")
    back.add_argument("file", type=Path, metavar="BESTAND.xlsx")

    def run_export(chosen: argparse.Namespace) -> int:
        from dekkend.profile.checklist.workbook.commands import export

        return export(chosen.brin6, chosen.schooljaar, chosen.out, print)

    def run_import(chosen: argparse.Namespace) -> int:
        from dekkend.profile.checklist.workbook.commands import read_back

        return read_back(chosen.file, print)

    export.set_defaults(run=run_export)
    back.set_defaults(run=run_import)


def add_verify(kinds: Kinds) -> None:
    def run(chosen: argparse.Namespace) -> int:
        from dekkend.profile.version.chain import verify_chains
        from dekkend.publication.check.command import verify

        if chosen.file is None and not chosen.chain:
            print("Geef een bestand om na te kijken, of --chain voor alle verzegelde versies.")
            return 1
        codes = [verify(chosen.file, print)] if chosen.file else []
        return max([*codes, *([verify_chains(print)] if chosen.chain else [])])

    command = kinds.add_parser("verify", help="zeg of een bestand de vastgestelde versie is, en van wat")
    command.add_argument("file", type=Path, nargs="?", metavar="BESTAND")
    command.add_argument(
        "--chain", action="store_true", help="kijk alle verzegelde versies van elke school na"
    )
    command.set_defaults(run=run)

"""The command `dekkend`: everything that goes without a browser. Anything else goes on to Django."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

Run = Callable[[argparse.Namespace], int]


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


Adder = Callable[["argparse._SubParsersAction[argparse.ArgumentParser]"], None]


def add_make(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
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


def add_formats(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
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


def add_region(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
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


def add_start(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = kinds.add_parser(
        "start", help="begin een samenwerkingsverband en nodig de eerste beheerder uit"
    )
    command.add_argument("name", metavar="NAAM")
    command.add_argument("email", metavar="E-MAILADRES")

    def run(chosen: argparse.Namespace) -> int:
        from dekkend.region.commands import start

        return start(chosen.name, chosen.email, print)

    command.set_defaults(run=run)


def add_profile(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
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
    old.add_argument("--json", action="store_true", help="schrijf JSON in plaats van tekst")

    def run_old(chosen: argparse.Namespace) -> int:
        from dekkend.profile.reading.commands import read_old

        return read_old(chosen.file, print, folder=chosen.format, as_json=chosen.json)

    old.set_defaults(run=run_old)


def add_checklist(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
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


def add_papers(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
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


def add_demo(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
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


def add_backup(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    def run(chosen: argparse.Namespace) -> int:
        from dekkend.kit import backup

        return {"backup": backup.write, "restore": backup.read}[chosen.verb](chosen.file, print)

    for verb, what in (("backup", "schrijf alles naar een bestand"), ("restore", "zet een bestand terug")):
        command = kinds.add_parser(verb, help=what)
        command.add_argument("file", type=Path, metavar="BESTAND")
        command.set_defaults(run=run, verb=verb)


def add_verify(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
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


def add_analysis(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    def run(chosen: argparse.Namespace) -> int:
        from dekkend.analysis.commands import rebuild

        return rebuild(print)

    kinds.add_parser(
        "rebuild-analysis", help="maak de cijfers opnieuw uit de vastgestelde versies"
    ).set_defaults(run=run)


def add_run_due(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    def run(chosen: argparse.Namespace) -> int:
        from dekkend.desk import commands

        return commands.run_loop(print, chosen.loop) if chosen.loop else commands.run_due(print)

    command = kinds.add_parser("run-due", help="verstuur brieven en herinneringen die nu moeten gaan")
    command.add_argument(
        "--loop", type=float, default=0, metavar="SECONDEN", help="blijf draaien, met zo lang ertussen"
    )
    command.set_defaults(run=run)


def add_mail(kinds: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    def run(chosen: argparse.Namespace) -> int:
        from dekkend.kit.postman import show

        return show(print)

    kinds.add_parser("mail", help="brieven die nog niet weg zijn of zijn opgegeven").set_defaults(run=run)


COMMANDS: dict[str, Adder] = {
    "make": add_make,
    "formats": add_formats,
    "start": add_start,
    "region": add_region,
    "profile": add_profile,
    "checklist": add_checklist,
    "papers": add_papers,
    "demo": add_demo,
    "backup": add_backup,
    "restore": add_backup,
    "verify": add_verify,
    "rebuild-analysis": add_analysis,
    "run-due": add_run_due,
    "mail": add_mail,
}

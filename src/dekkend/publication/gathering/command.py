"""`dekkend papers`: the papers of all schools of a round, for who looks after the server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dekkend.profile.base.queries import first_year
from dekkend.region.commands import alliance_named
from dekkend.region.duo.rows import BadFile
from dekkend.region.models import Round

from .folder import NotOurs
from .gather import Outcome, gather
from .index import number
from .sources import Choice, without_version

Echo = Callable[[str], None]


def papers(
    schooljaar: str,
    out: Path,
    *,
    alliance: str,
    with_sealed: bool,
    processes: int,
    echo: Echo,
    progress: Echo,
) -> int:
    """0: all there; 1: nothing done, or some school failed and is named. Asked again, it makes only what lacks."""
    choice = Choice(sealed=with_sealed, internal=True)
    try:
        round = round_named(schooljaar, alliance)
        outcomes = gather(round, out, choice, processes=processes, tell=teller(progress))
    except (BadFile, NotOurs) as fault:
        echo(str(fault))
        return 1
    except OSError as error:
        reason = error.strerror or "onbekende fout"
        echo(f"{out}: hier kan ik niet schrijven ({reason}). Wat af is blijft staan.")
        return 1
    except KeyboardInterrupt:
        echo("Gestopt. Wat af is blijft staan; geef dezelfde opdracht nog eens om verder te gaan.")
        return 1
    report(outcomes, len(without_version(round, choice)), echo)
    return 1 if any(one.fault for one in outcomes) else 0


def round_named(schooljaar: str, alliance: str) -> Round:
    """ "2027-2028" or "2027". Raise BadFile with the rounds that there are."""
    owner = alliance_named(alliance)
    found = owner.rounds.filter(first_year=first_year(schooljaar)).first()
    if found is None:
        there = ", ".join(round.schooljaar for round in owner.rounds.all()) or "er is er nog geen"
        raise BadFile(f"Er is geen ronde {schooljaar}. Kies uit: {there}.")
    found.alliance = owner
    return found


def teller(progress: Echo) -> Callable[[int, int, Outcome], None]:
    def tell(done: int, total: int, one: Outcome) -> None:
        told = one.fault or (
            f"{len(one.line.files) if one.line else 0} bestanden{'' if one.is_fresh else ', stond er al'}"
        )
        progress(f"{done} van {total}  {one.school.brin6} {one.school.name}: {told}")

    return tell


def report(outcomes: list[Outcome], missing: int, echo: Echo) -> None:
    made = [one for one in outcomes if one.line]
    files = sum(len(one.line.files) for one in made if one.line)
    again = sum(not one.is_fresh for one in made)
    echo(f"{number(len(made))}, {files} bestanden." + (f" Daarvan stonden er {again} al." if again else ""))
    if failed := [one for one in outcomes if one.fault]:
        echo(f"Niet gelukt bij {number(len(failed))}:")
        for one in failed:
            echo(f"- {one.school.brin6} {one.school.name}: {one.fault}")
    if missing:
        echo(f"{number(missing).capitalize()} zonder vastgesteld profiel.")

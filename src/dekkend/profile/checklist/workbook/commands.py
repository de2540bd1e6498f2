"""`dekkend checklist export` and `dekkend checklist import`, for the shared copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dekkend.audit.actions import SYSTEM
from dekkend.process.engine import closed_because
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_by_brin6

from ..queries import shared_sheet
from . import shape
from .open import LARGEST, BadBook, open_book
from .read import read, told_by
from .take import Refusal, take_in
from .write import write

Echo = Callable[[str], None]


def export(brin6: str, schooljaar: str, out: Path, echo: Echo) -> int:
    """0: the file is there; 1: no such school, or it cannot be written."""
    profile = profile_by_brin6(brin6, schooljaar)
    if profile is None:
        when = f" voor {schooljaar}" if schooljaar else ""
        echo(f"Er is geen profiel van {brin6}{when}. Controleer de code van de vestiging, zoals 12AB00.")
        return 1
    try:
        out.write_bytes(write(shared_sheet(profile)))
    except OSError as error:
        reason = error.strerror or "onbekende fout"
        echo(f"{out}: hier kan ik niet schrijven ({reason}). Kies een andere map, of kijk naar de rechten.")
        return 1
    echo(str(out))
    return 0


def read_back(file: Path, echo: Echo) -> int:
    """0: taken in, or nothing was changed in the file; 1: something is wrong, and nothing is saved."""
    try:
        with file.open("rb") as source:
            data = source.read(LARGEST + 1)
    except OSError as error:
        echo(f"{file}: dit bestand kan ik niet lezen ({error.strerror or 'onbekende fout'}).")
        return 1
    try:
        profile = profile_behind(data)
        sheet = shared_sheet(profile)
        changes = take_in(sheet, read(data, sheet), who=SYSTEM)
    except BadBook as bad:
        for fault in bad.faults:
            echo(fault)
        echo("Er is niets overgenomen.")
        return 1
    except Refusal as refusal:
        tell(refusal, echo)
        return 1
    for change in changes:
        echo(f"{change.item.number} {change.label}: {change.was or '(leeg)'} → {change.will or '(leeg)'}")
    echo(
        f"{len(changes)} {'antwoord of tekst' if len(changes) == 1 else 'antwoorden en teksten'} overgenomen."
    )
    return 0


def profile_behind(data: bytes) -> Profile:
    """The profile that the file names, still open. Raise BadBook."""
    book = open_book(data)
    try:
        told = told_by(book)
    finally:
        book.close()
    if told.get("copy") != "shared":
        raise BadBook("Dit is een eigen exemplaar. Zet het terug op de bladzijde van dat exemplaar.")
    key = told.get("profile", "")
    number = int(key) if key.isdigit() and len(key) < 10 else 0
    profile = Profile.objects.with_places().filter(pk=number, school__brin6=told.get("school", "")).first()
    if profile is None:
        raise BadBook("De school of het schooljaar van dit bestand staat hier niet.")
    if not profile.is_open:
        raise BadBook(closed_because(profile))
    return profile


def tell(refusal: Refusal, echo: Echo) -> None:
    echo("Iemand anders veranderde intussen hetzelfde. Er is niets overgenomen.")
    for clash in refusal.clashes:
        for side in clash.sides:
            where = f", blad {shape.LIST}, cel {clash.cell}" if clash.cell else ""
            echo(f"Onderdeel {clash.item.number}, {side.label.lower()}{where}")
            echo(f"  in het bestand: {side.mine_shown or '(leeg)'}")
            echo(f"  nu, van {side.who or 'een ander'}: {side.theirs_shown or '(leeg)'}")

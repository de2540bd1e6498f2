"""Commands that need no browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.text import slugify

from dekkend.accounts.actions import invite
from dekkend.accounts.models import User
from dekkend.audit.actions import SYSTEM, record

from .duo import actions
from .duo.changes import Changes, compare
from .duo.rows import BadFile, read_pupils, read_schools
from .models import Alliance, Membership


def import_duo(
    file: Path,
    *,
    gemeente: str,
    alliance: str,
    pupils: Path | None,
    dry_run: bool,
    echo: Callable[[str], None],
) -> int:
    """`dekkend region import-duo`: 0 when done (or shown), 1 with a sentence when the file or name is wrong."""
    try:
        owner = alliance_named(alliance)
        changes = compare(owner, read_schools(content(file), gemeente), gemeente=gemeente)
        counts = read_pupils(content(pupils)) if pupils else {}
    except BadFile as fault:
        echo(str(fault))
        return 1
    report(changes, echo)
    if dry_run:
        echo("Er is niets veranderd; dit was alleen een voorbeeld.")
        return 0
    actions.apply(owner, changes, actor=SYSTEM)
    if pupils:
        echo(f"Leerlingen van {actions.apply_pupils(owner, counts, actor=SYSTEM)} scholen bijgewerkt.")
    return 0


@transaction.atomic
def start(name: str, email: str, echo: Callable[[str], None]) -> int:
    """`dekkend start`: a samenwerkingsverband with its first administrator, who does the rest on the pages."""
    slug = slugify(name)
    try:
        validate_email(email)
    except ValidationError:
        echo(f"{email} is geen e-mailadres.")
        return 1
    if not slug or Alliance.objects.filter(slug=slug).exists():
        echo(
            f"Er is al een samenwerkingsverband dat (bijna) zo heet als {name}." if slug else "Geef een naam."
        )
        return 1
    alliance = Alliance.objects.create(slug=slug, name=name)
    user = User.objects.filter(email=email.lower()).first() or User.objects.create_user(email, name=email)
    Membership.objects.create(user=user, role=Membership.Role.ADMINISTRATOR, alliance=alliance)
    record("start", actor=SYSTEM, place=alliance.place, data={"name": name, "administrator": email})
    if not user.has_usable_password():
        invite(user, actor=SYSTEM, place=alliance.place, what=f"beheerder van {name}")
    echo(f"{name} is begonnen. {email} krijgt een uitnodiging.")
    return 0


def content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise BadFile(f"{file} is niet te lezen: {error.strerror}.") from error


def alliance_named(name: str) -> Alliance:
    """The one samenwerkingsverband, or the one of that name."""
    found = Alliance.objects.filter(name=name) if name else Alliance.objects.all()
    if len(found) == 1:
        return found[0]
    names = ", ".join(str(one) for one in Alliance.objects.all()) or "er is er nog geen"
    raise BadFile(f"Zeg met --alliance welk samenwerkingsverband u bedoelt ({names}).")


def report(changes: Changes, echo: Callable[[str], None]) -> None:
    echo(f"{changes.summary()}.")
    for row in changes.new:
        echo(f"  nieuw      {row.brin6}  {row.name}")
    for change in changes.changed:
        echo(f"  gewijzigd  {change.school.brin6}  {change.school.name}: {'; '.join(change.told)}")
    for school in changes.gone:
        echo(f"  verdwenen  {school.brin6}  {school.name}")
    for row in changes.elsewhere:
        echo(f"  elders     {row.brin6}  {row.name} hoort al bij een ander samenwerkingsverband")

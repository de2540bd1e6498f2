"""The agenda and the report on paper: for the school, never public (rulings 5)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.formats import date_format

from dekkend.documents.markdown import to_blocks
from dekkend.documents.tree import (
    Block,
    Bullets,
    Column,
    Document,
    Facts,
    Inline,
    Mark,
    MarkKind,
    Note,
    Paragraph,
    Section,
    Table,
    Text,
)
from dekkend.formats.model import Value
from dekkend.profile.base.models import Profile

from .agenda import CLOSING, OPENING
from .models import Talk
from .page import Agenda
from .report import Report, report_of

Blocks = tuple[Block, ...]
INVENTED = "Verzonnen voorbeeld, niet van deze school"
FOR_SCHOOL = "Dit papier is voor de school. Het komt niet in het profiel en wordt niet gepubliceerd."


def say(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def day(iso: str) -> str:
    return str(date_format(date.fromisoformat(iso), "j F Y")) if iso else ""


def agenda_sheet(agenda: Agenda) -> Document:
    talk, profile = agenda.talk, agenda.picture.profile
    columns = (
        Column("Minuut", 3),
        Column("Onderdeel", 8),
        Column("Wat het team zei", 7),
        Column("Ons antwoord", 4),
    )
    rows: list[tuple[Blocks, ...]] = [at(0, OPENING, "Opening: wat gaan we doen?")]
    for line in agenda.lines:
        what: Blocks = (Paragraph((Text(f"{line.row.item.number}  ", bold=True), Text(line.row.item.text))),)
        rows.append(((when(line.starts, line.minutes),), what, said(line), (say(""),)))
    rows.append(at(agenda.total - CLOSING, CLOSING, "Afsluiting: wie doet wat?"))
    iso = talk.on.isoformat() if talk.on else ""
    return Document(
        title="Agenda van het gesprek",
        subtitle=f"De dialoog over de checklist van {profile.school.name}",
        author=profile.school.name,
        date=iso or f"{profile.round.first_year}-01-01",
        blocks=(
            facts(("Datum", day(iso)), ("Tijd", f"{talk.minutes} minuten"), ("Met", f"{talk.people} mensen")),
            Table("De onderdelen van het gesprek", columns, tuple(rows)),
        ),
        status=INVENTED if profile.is_example else "",
        notices=(FOR_SCHOOL,),
        cover=False,
    )


def when(starts: int, minutes: int) -> Paragraph:
    return say(f"{starts}–{starts + minutes}")


def at(starts: int, minutes: int, text: str) -> tuple[Blocks, ...]:
    return (when(starts, minutes),), (say(text),), (say(""),), (say(""),)


def said(line: Any) -> Blocks:
    """The spread in marks and numbers, then why it is on the agenda."""
    parts: list[Inline] = []
    for value, number in line.row.spread.counts if line.row.spread else ():
        if number:
            kind: MarkKind = value.mark if isinstance(value, Value) else "blank"
            parts += [
                Mark(kind, value.label.lower(), show_label=False),
                Text(f" {number} {value.label.lower()}   "),
            ]
    told: Blocks = (Paragraph(tuple(parts)),) if parts else ()
    return (*told, *(say(reason) for reason in line.reasons)) or (say(""),)


def facts(*rows: tuple[str, str]) -> Facts:
    return Facts(tuple((label, (Text(value),)) for label, value in rows if value))


def paper_of(profile: Profile, talk: Talk) -> Document:
    """The report of one talk: the kind of paper that a sealed content cannot give."""
    return report_paper(report_of(profile, talk), is_closed=talk.state == Talk.State.CLOSED)


def report_paper(report: Report, *, is_closed: bool) -> Document:
    """From the kept values alone: the same report gives the same bytes."""
    roles = ", ".join(report["roles"])
    status = [] if is_closed else ["Het gesprek is nog niet gesloten"]
    return Document(
        title="Verslag van het gesprek",
        subtitle=f"De dialoog over de checklist van {report['school']}, voor schooljaar {report['schooljaar']}",
        author=report["school"],
        date=report["on"] or f"{report['schooljaar'][:4]}-01-01",
        blocks=(
            facts(
                ("Datum", day(report["on"])),
                ("Aanwezig", roles),
                ("Aantal mensen", str(report["people"] or "")),
                ("Afgesproken in totaal", f"{report['settled']} van de {report['items']} onderdelen"),
            ),
            Section("Wat wij afspraken", agreed(report), id="afgesproken"),
            Section("Wat verschillend blijft", different(report), id="verschillend"),
        ),
        status=" · ".join([*status, *([INVENTED] if report["example"] else [])]),
        notices=(FOR_SCHOOL,),
        cover=False,
    )


def agreed(report: Report) -> Blocks:
    if not report["agreed"]:
        return (say("Over de onderdelen van de agenda is nog niets afgesproken."),)
    columns = (Column("Nr", 2), Column("Onderdeel", 9), Column("Antwoord", 6), Column("Afspraak", 11))
    rows = tuple(
        (
            (say(row["number"]),),
            (say(row["text"]),),
            (Paragraph((Mark(row["mark"], row["label"]),)),),
            words(row),
        )
        for row in report["agreed"]
    )
    return (Table("Wat wij afspraken", columns, rows),)


def words(row: dict[str, Any]) -> Blocks:
    told: Blocks = (*to_blocks(row["note"]), *to_blocks(row["reason"]))
    who = f"{row['owner']} pakt het op" if row["owner"] else ""
    until = f"{'klaar' if who else 'Klaar'} op {day(row['due'])}" if row["due"] else ""
    if said := ", ".join(filter(None, [who, until])):
        told += (say(f"{said[0].upper()}{said[1:]}."),)
    return told or (say(""),)


def different(report: Report) -> Blocks:
    told: Blocks = ()
    for row in report["minority"]:
        head = f"{row['number']}  {row['text']}"
        told += (
            Note((say(head), *to_blocks(row["words"])), title="Een deel van het team wil laten vastleggen"),
        )
    if report["open"]:
        lines = tuple(
            (say(f"{row['number']}  {row['text']}"), *to_blocks(row["gap"])) for row in report["open"]
        )
        told += (Section("Nog geen afspraak", (Bullets(lines),), id="open"),)
    if not told and not report["agreed"]:
        return (say("Dat is nog niet te zeggen."),)
    return told or (say("Over alle onderdelen van de agenda zijn wij het eens geworden."),)

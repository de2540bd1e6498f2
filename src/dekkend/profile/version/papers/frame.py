"""What stands around the text of a public paper: cover, road, notices."""

from __future__ import annotations

from dekkend.documents.tree import Note, Road, Station
from dekkend.formats.model import Format
from dekkend.profile.version.content.gaps import CHECKLIST, PUPILS, gaps
from dekkend.profile.version.content.shape import Content
from dekkend.profile.version.decisions import Decisions
from dekkend.region.models.round import STATIONS

from .pieces import Blocks, say
from .words import INVENTED, advice, day


def warnings(content: Content, decisions: Decisions) -> Blocks:
    """What a reader must know before the first line."""
    notes: Blocks = ()
    if decisions.status == "withdrawn":
        text = "Deze versie geldt niet meer. Vraag de school naar de versie die nu geldt."
        notes += (Note((say(text),), kind="warning", title="Ingetrokken"),)
    if content["example"]:
        text = "De school bestaat, maar deze tekst is verzonnen. Er staat niets in over wat deze school echt biedt."
        notes += (Note((say(text),), kind="warning", title=f"{INVENTED[0].upper()}{INVENTED[1:]}"),)
    return notes


def road(content: Content, fmt: Format, decisions: Decisions, here: str = "") -> Road:
    """The seven stations, as far as the decisions show. `here` is the station of a preview: its rows know more."""
    heard = content["pupils"]["heard_on"]
    notes = {
        "pupils": day(heard),
        "council": day(decisions.advice_on),
        "adoption": day(decisions.adopted_on),
        "publication": day(decisions.published_on),
    }
    keys = [key for key, _ in STATIONS]
    current = here or _current(content, fmt, decisions)
    place = keys.index(current) if current else len(keys)
    stations = []
    for number, (key, name) in enumerate(STATIONS):
        state = "done" if number < place else "current" if number == place else "later"
        note = notes.get(key, "") if state == "done" else ""
        stations.append(Station(str(name), state, note))  # type: ignore[arg-type]
    return Road(tuple(stations))


def _current(content: Content, fmt: Format, decisions: Decisions) -> str:
    """The station that is not done yet; "" when all are."""
    if decisions.is_decided:
        return "" if decisions.published_on else "publication"
    if decisions.status == "concept":
        return "adoption" if decisions.advice_kind and decisions.reply_on else "council"
    open_parts = [gap.section for gap in gaps(content, fmt)]
    if CHECKLIST in open_parts:
        return "checklist"
    if set(open_parts) - {PUPILS}:
        return "profile"
    return "pupils" if open_parts else "council"


def cover_facts(content: Content, decisions: Decisions) -> tuple[tuple[str, str], ...]:
    """Who, for which year, and how far it has come."""
    school = content["school"]
    rows = (
        ("Schooljaar", content["schooljaar"]),
        ("Schoolbestuur", school["board"]),
        ("Samenwerkingsverband", content["alliance"]["name"] or school["alliance"]),
        ("Advies van de MR", advice(decisions)),
        ("Vastgesteld", day(decisions.adopted_on)),
        ("Geldig tot en met", day(decisions.valid_until)),
    )
    return tuple((label, value) for label, value in rows if value)

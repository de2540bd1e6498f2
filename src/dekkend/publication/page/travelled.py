"""The road that a published profile has gone, and who went it with the school."""

from __future__ import annotations

from dataclasses import dataclass

from dekkend.profile.version.content.shape import Content
from dekkend.profile.version.decisions import Decisions
from dekkend.profile.version.papers.words import day
from dekkend.region.models.round import STATIONS


@dataclass(frozen=True)
class Stop:
    name: str
    state: str
    note: str
    url: str = ""


@dataclass(frozen=True)
class Travelled:
    stations: tuple[Stop, ...]
    here: str = ""


def travelled(content: Content, decisions: Decisions) -> Travelled:
    """Roles and dates, never a name."""
    council = "Ouders en personeel" if decisions.advice_kind != "none" else "Geen advies binnen de termijn"
    notes = {
        "checklist": ("Het team", ""),
        "dialogue": ("Het team", ""),
        "profile": ("De school", decisions.submitted_on),
        "pupils": ("De leerlingen", content["pupils"]["heard_on"]),
        "council": (council, decisions.advice_on),
        "adoption": ("Het bestuur", decisions.adopted_on),
        "publication": ("Te lezen sinds", decisions.published_on),
    }
    return Travelled(tuple(Stop(str(name), "done", note(*notes[key])) for key, name in STATIONS))


def note(who: str, when: str) -> str:
    if not when:
        return who
    date = day(when).replace(" ", "\N{NO-BREAK SPACE}", 1)
    return f"{who} {date}" if who.endswith("sinds") else f"{who}, {date}"

from __future__ import annotations

from dekkend.documents.tree import Section as Part
from dekkend.profile.version.content.shape import Content
from dekkend.profile.version.decisions import Decisions

from .pieces import facts, link, say
from .words import advice, day

OPEN = "nog niet"


def adoption(content: Content, decisions: Decisions) -> Part:
    """Who took part and when. Not what the council wrote: that stays between council and board."""
    rows = (
        ("Leerlingen gehoord", day(content["pupils"]["heard_on"]) or OPEN),
        ("Advies van de medezeggenschapsraad", advice(decisions) or OPEN),
        ("Schriftelijke reactie van het bestuur", day(decisions.reply_on) or OPEN),
        ("Vastgesteld", adopted(decisions) or OPEN),
        ("Geldig", validity(decisions)),
        ("Versie", str(decisions.version) if decisions.version else ""),
        ("Kenmerk van de inhoud", fingerprint(decisions.sha256)),
        ("Controleer dit bestand op", link(decisions.checked_at)),
    )
    blocks = facts(rows)
    if not decisions.is_decided:
        blocks = (say("Dit is een concept. Het bestuur heeft het nog niet vastgesteld."), *blocks)
    return Part("Vaststelling", blocks, id="vaststelling")


def adopted(decisions: Decisions) -> str:
    """ "16 april 2027, door het bestuur van Stichting Voorbeeld"; "" while it is not."""
    by = f"door {decisions.adopted_by}" if decisions.adopted_by else ""
    return ", ".join(filter(None, [day(decisions.adopted_on), by]))


def validity(decisions: Decisions) -> str:
    """Rulings 1: until replaced, and no longer than the last day."""
    if not decisions.valid_until:
        return ""
    return f"tot er een nieuw profiel is, en uiterlijk tot en met {day(decisions.valid_until)}"


def fingerprint(sha256: str) -> str:
    """The start of the seal in groups of four: enough to compare by eye."""
    return " ".join(sha256[start : start + 4] for start in range(0, 16, 4)).strip()

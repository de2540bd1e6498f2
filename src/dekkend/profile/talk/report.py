"""What a talk came to, as plain values: kept with the talk when it is closed."""

from __future__ import annotations

from typing import Any

from dekkend.formats.model import Format, Item
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist.sheet import value_of
from dekkend.profile.dialogue.models import Agreement
from dekkend.profile.dialogue.queries import agreements_of, is_settled

from .models import Talk

Report = dict[str, Any]


def report_of(profile: Profile, talk: Talk) -> Report:
    """As it was fixed; of a talk that is not closed as it stands now: two queries."""
    return talk.report or made(profile, talk)


def made(profile: Profile, talk: Talk) -> Report:
    """No names of who was there, no numbers of who said what: what was agreed, and what remains different."""
    fmt, agreements = profile.format, agreements_of(profile)
    items = [fmt.item(row.item) for row in talk.agenda.all() if fmt.has_item(row.item)]
    return {
        "school": profile.school.name,
        "schooljaar": profile.round.schooljaar,
        "example": profile.is_example,
        "on": talk.on.isoformat() if talk.on else "",
        "minutes": talk.minutes,
        "people": talk.people,
        "roles": list(talk.roles),
        "agreed": [
            agreed(fmt, item, agreements[item.id])
            for item in items
            if item.id in agreements and agreements[item.id].value in fmt.scale
        ],
        "open": [
            {"number": item.number, "text": item.text, "gap": gap_of(agreements.get(item.id))}
            for item in items
            if item.id not in agreements or agreements[item.id].value not in fmt.scale
        ],
        "minority": [
            {"number": item.number, "text": item.text, "words": agreements[item.id].minority}
            for item in items
            if item.id in agreements and agreements[item.id].minority.strip()
        ],
        "settled": sum(is_settled(fmt, agreements.get(item.id)) for item in fmt.items),
        "items": len(fmt.items),
    }


def gap_of(agreement: Agreement | None) -> str:
    return agreement.gap if agreement else ""


def agreed(fmt: Format, item: Item, agreement: Agreement) -> dict[str, str]:
    value = value_of(fmt, agreement.value)
    return {
        "number": item.number,
        "text": item.text,
        "mark": value.mark if value else "blank",
        "label": value.label if value else "",
        "note": agreement.note,
        "reason": agreement.reason,
        "owner": agreement.owner,
        "due": agreement.due.isoformat() if agreement.due else "",
    }

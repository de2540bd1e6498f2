"""What the page of the dialogue shows."""

from __future__ import annotations

from typing import Any

from dekkend.formats.model import Format, Item
from dekkend.profile.checklist.forms import TOPIC
from dekkend.profile.checklist.page import NEEDS_REASON
from dekkend.profile.checklist.sheet import value_of

from .earlier import earlier_of
from .models import Agreement
from .queries import Picture, Row, closer_look, is_blank, is_hidden, is_settled


def dialogue_page(picture: Picture, item: Item | None) -> dict[str, Any]:
    """Context of `dialogue/dialogue.html`, but for who looks. `item` is open; without one the first that waits."""
    groups = (picture.divided, picture.agreeing, picture.unseen)
    order = [row for group in groups for row in group]
    opened = picture.row(item) if item else order[0] if order else None
    improvements = picture.format.section_of_kind("improvements")
    return {
        "picture": picture,
        "opened": opened,
        "open_id": opened.item.id if opened else "",
        "look": closer_look(picture, opened) if opened else None,
        "form": form_of(picture, opened) if opened else None,
        "following": following(order, opened),
        "values": picture.format.scale.values,
        "hidden": is_hidden(picture.profile),
        "earlier": earlier_of(picture.profile),
        "improvements": improvements.id if improvements else "",
    }


def following(order: list[Row], opened: Row | None) -> Row | None:
    """The next item that waits, in the order of the page."""
    ids = [row.item.id for row in order]
    if opened is None or not ids:
        return None
    at = ids.index(opened.item.id) + 1 if opened.item.id in ids else 0
    return order[at] if at < len(order) else None


def form_of(picture: Picture, row: Row) -> dict[str, Any]:
    """The agreement, ready to be filled in or read."""
    fmt, item = picture.format, row.item
    agreement = row.agreement or Agreement(item=item.id)
    topics = [
        {
            "name": TOPIC + topic.id,
            "label": topic.label,
            "chosen": agreement.topics.get(topic.id, ""),
            "value": value_of(fmt, agreement.topics.get(topic.id, "")),
        }
        for topic in item.topics
    ]
    return {
        "row": agreement,
        "value": row.value,
        "topics": topics,
        "legend": f"Antwoord van het team bij {item.number}",
        "live_mark": f"mark-{item.id}",
        "lacks_reason": bool(agreement.value) and not is_settled(fmt, agreement),
        "feeds": feeds(row.value),
        "may_take": bool(row.shared and is_blank(row.agreement)),
    }


def feeds(value: Any) -> bool:
    """What was agreed stands ready as an improvement point."""
    return bool(value and getattr(value, "may_improve", False))


def live(fmt: Format, item: Item, agreement: Agreement, waiting: int) -> dict[str, str]:
    """What changes on the page with one agreement."""
    value = value_of(fmt, agreement.value)
    settled = is_settled(fmt, agreement)
    return {
        "waiting": f"Nog {waiting} zonder afspraak." if waiting else "Over alles is een afspraak.",
        f"state-{item.id}": "Afgesproken" if settled else "Nog te bespreken",
        f"improve-{item.id}": "Staat klaar als verbeterpunt." if feeds(value) else "",
        f"mark-{item.id}": value.mark if value else "blank",
        f"overall-{item.id}": value.label if value else "nog open",
        f"reason-{item.id}": NEEDS_REASON if value and not settled else "",
    }

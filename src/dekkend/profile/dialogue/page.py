"""What the page of the dialogue shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dekkend.formats.model import Format, Item
from dekkend.profile.checklist.forms import TOPIC
from dekkend.profile.checklist.page import NEEDS_REASON
from dekkend.profile.checklist.sheet import value_of

from .earlier import earlier_of
from .models import Agreement
from .queries import Picture, Row, closer_look, is_blank, is_hidden, is_settled

# What somebody sees of a list before asking for the rest: what divides gets more room than what does not.
FIRST = {"divided": 6, "agreeing": 3, "unseen": 3}
FEW = 2  # so many are never hidden behind a press


@dataclass(frozen=True)
class Part:
    """A list of which the first rows are shown and the rest is folded; unfolded when the open item is in it."""

    first: list[Row]
    rest: list[Row]
    is_open: bool


def part_of(rows: list[Row], first: int, opened: Row | None) -> Part:
    if len(rows) <= first + FEW:
        return Part(rows, [], is_open=False)
    rest = rows[first:]
    return Part(
        rows[:first], rest, is_open=opened is not None and any(row.item == opened.item for row in rest)
    )


def dialogue_page(picture: Picture, item: Item | None) -> dict[str, Any]:
    """Context of `dialogue/dialogue.html`, but for who looks. `item` is open; without one the first that waits."""
    lists = {"divided": picture.divided, "agreeing": picture.agreeing, "unseen": picture.unseen}
    order = [row for rows in lists.values() for row in rows]
    opened = picture.row(item) if item else order[0] if order else None
    improvements = picture.format.section_of_kind("improvements")
    return {
        "picture": picture,
        "parts": {name: part_of(rows, FIRST[name], opened) for name, rows in lists.items()},
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

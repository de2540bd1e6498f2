"""What a profile offers per support need, drawn from its content once, when it is published."""

from __future__ import annotations

from typing import Any

from dekkend.documents.markdown import to_plain
from dekkend.formats.model import Format
from dekkend.profile.version.content.shape import Content, filled
from dekkend.profile.version.papers.arrangements import short, things
from dekkend.profile.writing.amounts import terms

from .models import OfferedNeed

LONGEST = 170  # of the line in a list


def offered_needs(content: Content, fmt: Format) -> list[OfferedNeed]:
    """One unsaved row per need with an arrangement or specialisation, in the order of the format."""
    content = filled(content)
    rows = []
    for need in fmt.offer.needs:
        arrangements = [row for row in content["arrangements"] if row["need"] == need.id]
        special = [row for row in content["specialisations"]["rows"] if row["need"] == need.id]
        if arrangements or special:
            rows.append(offered(need.id, arrangements, special))
    return rows


def offered(need: str, arrangements: list[dict[str, Any]], special: list[dict[str, Any]]) -> OfferedNeed:
    """Rulings 9: offered when one of them has all it needs; a specialisation is there."""
    lacking = [row for row in arrangements if any(short(thing) for thing in things(row))]
    whole = [row for row in arrangements if row not in lacking]
    first: dict[str, Any] = [*special, *whole, *lacking][0]
    return OfferedNeed(
        need=need,
        is_offered=bool(special or whole),
        is_short=bool(lacking),
        sort=OfferedNeed.Sort.SPECIALISATION if special else OfferedNeed.Sort.ARRANGEMENT,
        line=line(first),
        room=room(first)[:200],
    )


def room(row: dict[str, Any]) -> str:
    """How many can come: said by the school for a specialisation, counted for an arrangement."""
    return row.get("size") or dict(terms(row)).get("Plek voor", "")


def line(row: dict[str, Any]) -> str:
    """The first words that say something: what the school does, else for whom it is, else its name."""
    written = [column["text"] for column in row.get("columns", {}).values()]
    for text in (*written, row["target"], row["title"]):
        if text.strip():
            return cut(" ".join(to_plain(text).split()))
    return ""


def cut(text: str) -> str:
    """Whole sentences as far as they fit; the first one never in the middle of a word."""
    if len(text) <= LONGEST:
        return text
    end = max(text.rfind(f"{sign} ", 0, LONGEST) for sign in ".!?")
    if end > 0:
        return text[: end + 1]
    return f"{text[:LONGEST].rsplit(' ', 1)[0]} …"

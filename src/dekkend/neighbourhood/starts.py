"""From what an agreement can be begun with one press, and the words it then starts with."""

from __future__ import annotations

from dataclasses import dataclass

from dekkend.formats.model import Format


class UnknownStart(LookupError):
    """The format has no such need, item or boundary."""


@dataclass(frozen=True)
class Start:
    need: str = ""
    what: str = ""


def start_of(fmt: Format, kind: str, key: str) -> Start:
    """`kind` is "need", "item" (of the checklist), "limit" (a boundary) or "" for an empty agreement."""
    if not kind:
        return Start()
    if kind == "need" and key in {need.id for need in fmt.offer.needs}:
        return Start(need=key)
    if kind == "item" and fmt.has_item(key):
        item = fmt.item(key)
        return Start(what=f"Samen werken aan {item.number}: {item.text}")
    for element in fmt.offer.elements:
        if kind == "limit" and element.id == key:
            return Start(what=f"Wat wij samen doen als deze grens in zicht komt: {element.label}")
    raise UnknownStart(key)

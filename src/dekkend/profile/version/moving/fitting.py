"""An answer that goes on under another item: what of it still says something. No database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dekkend.formats.model import Format, Item
from dekkend.profile.checklist.models import Answer
from dekkend.profile.checklist.sheet import overall


def fitted(fmt: Format, item: Item, value: str, topics: Mapping[str, str]) -> dict[str, Any]:
    """A value that the new scale does not have is open again; so is one whose topics are others now."""
    if not item.topics:
        return {"value": value if known(fmt, value) else "", "topics": {}}
    kept = {topic.id: topics[topic.id] for topic in item.topics if known(fmt, topics.get(topic.id, ""))}
    if kept == dict(topics) and known(fmt, value):
        return {"value": value, "topics": kept}
    return {"value": overall(fmt, item, kept) if kept else "", "topics": kept}


def known(fmt: Format, value: str) -> bool:
    return value in fmt.scale or value == Answer.UNSURE


def joined(rows: Sequence[Any], number: int, names: Sequence[str]) -> dict[str, Any]:
    """One answer of several: the value only when all `number` items had that one, and all words that were written."""
    values = {row.value for row in rows}
    same = len(rows) == number and len(values) == 1
    texts = {name: together([getattr(row, name) for row in rows]) for name in names}
    return {"value": values.pop() if same else "", **texts}


def together(texts: Sequence[str]) -> str:
    return "\n\n".join(dict.fromkeys(text.strip() for text in texts if text.strip()))

"""Which item of an earlier format an item comes from. No database: who asks hands the formats in between."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .model import Format, Item

Known = Callable[[str], Format | None]  # a format by its reference, None when there is none
FURTHEST = 20  # versions that an item is followed back through


def nobody(ref: str) -> Format | None:
    return None


def ancestors(fmt: Format, item: Item, before: Format, known: Known = nobody) -> tuple[Item, ...]:
    """The items of `before` that this item goes on with: by its key, which outlives number and wording, and by
    `same_as`. Several when items were joined; none when it is new.
    """
    return tuple(dict.fromkeys(followed(fmt, item, before, known, FURTHEST, set())))


def followed(
    fmt: Format, item: Item, before: Format, known: Known, left: int, seen: set[str]
) -> Iterator[Item]:
    """`seen`: what was followed already; two lines that name each other would be walked without end."""
    if fmt.ref == before.ref:
        yield item
        return
    own = [before.item(item.id)] if fmt.slug == before.slug and before.has_item(item.id) else []
    named = [split(told) for told in item.same_as]
    direct = [before.item(key) for ref, key in named if ref == before.ref and before.has_item(key)]
    yield from own + direct
    if own or direct or not left:
        return
    # What a version in between says counts only where this one says nothing of `before` itself.
    for ref, key in named:
        older = known(ref)
        if older is not None and older.has_item(key) and f"{ref}#{key}" not in seen:
            seen.add(f"{ref}#{key}")
            yield from followed(older, older.item(key), before, known, left - 1, seen)


def split(told: str) -> tuple[str, str]:
    """ "almere-po/2026.1#ZOI-2" as reference and key."""
    ref, _, key = told.partition("#")
    return ref, key


def is_newer(one: Format, other: Format) -> bool:
    """Of the same line: 2026.10 comes after 2026.9. Two lines have no order; the asked one is the older then."""
    return one.slug == other.slug and in_order(one.version) > in_order(other.version)


def in_order(version: str) -> list[tuple[int, str]]:
    return [(int(part) if part.isdigit() else -1, part) for part in re.split(r"[.-]", version)]

"""Changing an agenda by buttons: a command and the agenda give the agenda as it will be."""

from __future__ import annotations

Points = list[tuple[str, int]]


def changed(points: Points, command: str, minutes: dict[str, int], extra: tuple[str, int] | None) -> Points:
    """`command`: "up:ITEM", "down:ITEM", "remove:ITEM", "add" (`extra`), or "" to keep only the minutes sent."""
    now = [(item, minutes.get(item, had)) for item, had in points]
    act, _, item = command.partition(":")
    order = [each for each, _ in now]
    if act == "add" and extra and extra[0] not in order:
        return [*now, extra]
    if item not in order:
        return now
    place = order.index(item)
    if act == "remove":
        return now[:place] + now[place + 1 :]
    other = place + {"up": -1, "down": 1}.get(act, 0)
    if 0 <= other < len(now):
        now[place], now[other] = now[other], now[place]
    return now

"""Which items are most worth talking about, and for how long. The rule stands in docs/naslag/maten.md."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dekkend.formats.model import Format, Item
from dekkend.profile.checklist.sheet import UNSURE
from dekkend.profile.dialogue.earlier import Earlier, earlier_of
from dekkend.profile.dialogue.queries import Picture, Row, explained
from dekkend.profile.dialogue.spread import DIVIDED, STRONGLY, Spread

OPENING, CLOSING = 1, 1
SHORTEST = 3  # minutes for an item on which little was said
MANY_UNSURE = 1 / 3
SHARP_DROP = 0.5  # of the whole scale


@dataclass(frozen=True)
class Point:
    """One item with its minutes, how much it is worth, and why in words."""

    item: Item
    minutes: int
    worth: float
    reasons: tuple[str, ...]


def proposal(picture: Picture, *, minutes: int, people: int) -> list[Point]:
    """The agenda that fits in `minutes`. Three queries."""
    found = points(picture, earlier_of(picture.profile), explained(picture.profile), people=people)
    return fitted(picture.format, found, minutes=minutes)


def points(
    picture: Picture, earlier: Earlier, explanations: Mapping[str, int], *, people: int
) -> list[Point]:
    """Every item without an agreement about which something is to be said, in the order of the checklist."""
    found = []
    for row in picture.waiting:
        told = explanations.get(row.item.id, 0) if row.spread else 0
        worth, reasons = worth_of(picture.format, row, earlier.value_id(row.item.id))
        if worth:
            found.append(Point(row.item, minutes_for(row.spread, told, people=people), worth, reasons))
    return found


def worth_of(fmt: Format, row: Row, before: str) -> tuple[float, tuple[str, ...]]:
    """Disagreement, plus the share that does not know, plus how far it fell since last year. 0: nothing to say."""
    worth, reasons = 0.0, []
    if row.spread:
        worth += row.spread.disagreement
        if row.spread.disagreement:
            reasons.append(row.spread.word)
        if unsure := dict(share_of(row.spread)).get(UNSURE.id, 0):
            worth += unsure
            if unsure >= MANY_UNSURE:
                reasons.append("Veel collega’s weten het niet")
    now = middle(fmt, row.spread) if row.spread else row.shared.value if row.shared else ""
    fell = drop(fmt, before, now)
    if fell >= SHARP_DROP:
        worth += fell
        reasons.append("Lager dan vorig jaar")
    return worth, tuple(reasons)


def share_of(spread: Spread) -> list[tuple[str, float]]:
    return [(value.id, number / spread.answered) for value, number in spread.counts]


def steps_of(fmt: Format) -> list[str]:
    return [value.id for value in fmt.scale.values if value.applies]


def middle(fmt: Format, spread: Spread) -> str:
    """The median of those who gave a value of the scale: half of them is here or higher. "" when nobody did."""
    numbers = {value.id: number for value, number in spread.counts}
    steps = steps_of(fmt)
    total = sum(numbers.get(step, 0) for step in steps)
    passed = 0
    for step in steps:
        passed += numbers.get(step, 0)
        if total and passed * 2 >= total:
            return step
    return ""


def drop(fmt: Format, before: str, now: str) -> float:
    """How far it fell, as a share of the scale, from its best value to its worst; 0 when it did not."""
    steps = steps_of(fmt)
    if before not in steps or now not in steps or len(steps) < 2:
        return 0.0
    best_first = 1 if fmt.scale.get(steps[0]).mark == "full" else -1
    return max(0.0, best_first * (steps.index(now) - steps.index(before)) / (len(steps) - 1))


def minutes_for(spread: Spread | None, explanations: int, *, people: int) -> int:
    """Three; one more for every ten people; one or two for disagreement; one for three explanations, two for six."""
    apart = spread.disagreement if spread else 0.0
    divided = 2 if apart >= STRONGLY else 1 if apart >= DIVIDED else 0
    return SHORTEST + people // 10 + divided + min(2, explanations // 3)


def fitted(fmt: Format, found: list[Point], *, minutes: int) -> list[Point]:
    """What is worth most and fits. Items of one question stand together, in the order of the checklist.

    When something falls out for lack of time the most divided question comes first.
    """
    left, chosen = minutes - OPENING - CLOSING, []
    for point in sorted(found, key=lambda point: -point.worth):
        if point.minutes <= left:
            chosen.append(point)
            left -= point.minutes
    place = {item.id: number for number, item in enumerate(fmt.items)}
    chosen.sort(key=lambda point: place[point.item.id])
    if len(chosen) == len(found):
        return chosen
    question = {item.id: asked.id for asked in fmt.questions for item in asked.items}
    strongest: dict[str, float] = {}
    for point in chosen:
        key = question[point.item.id]
        strongest[key] = max(strongest.get(key, 0.0), point.worth)
    order = {asked.id: number for number, asked in enumerate(fmt.questions)}
    return sorted(
        chosen, key=lambda point: (-strongest[question[point.item.id]], order[question[point.item.id]])
    )


def as_seen(rows: Iterable[tuple[str, int]]) -> str:
    """An agenda in one line, to know it again: "A1:5 B2:10"."""
    return " ".join(f"{item}:{minutes}" for item, minutes in rows)

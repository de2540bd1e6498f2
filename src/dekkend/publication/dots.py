"""Numbered dots on a map that do not hide each other."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, pi

WIDTH, MARGIN = 640.0, 8.0  # of the drawing
MANY = 12
# Two numbered dots do not touch; a few can be pressed on a phone, many stand closer.
APART, WIDE = 34.0, 54.0


@dataclass(frozen=True)
class Spot:
    x: float
    y: float


@dataclass(frozen=True)
class Dot(Spot):
    number: int
    label: str

    @property
    def text_y(self) -> float:
        """The baseline that puts the number in the middle."""
        return round(self.y + 6, 1)


def spread(dots: list[tuple[int, str, Spot]], height: float, home: Spot | None = None) -> tuple[Dot, ...]:
    """Schools with one postcode share a point: push their dots apart, a little at a time, always in the same way."""
    gap = APART if len(dots) > MANY else WIDE
    xs, ys = [spot.x for *_, spot in dots], [spot.y for *_, spot in dots]
    if home:
        xs, ys = [*xs, home.x], [*ys, home.y]
    for _ in range(60):
        moved = False
        for i in range(len(xs)):
            for j in range(i):
                moved |= push(xs, ys, i, j, gap)
        if home:  # it stays where it is
            xs[-1], ys[-1] = home.x, home.y
        if not moved:
            break
    edge = MARGIN + APART / 2
    return tuple(
        Dot(
            round(min(max(x, edge), WIDTH - edge), 1),
            round(min(max(y, edge), height - edge), 1),
            number,
            label,
        )
        for (number, label, _), x, y in zip(dots, xs, ys, strict=False)
    )


def push(xs: list[float], ys: list[float], i: int, j: int, gap: float) -> bool:
    dx, dy = xs[i] - xs[j], ys[i] - ys[j]
    far = hypot(dx, dy)
    if far >= gap - 0.01:
        return False
    if far < 0.01:  # the very same place: each in its own direction
        angle = i * pi * 0.764
        dx, dy, far = cos(angle), cos(angle - pi / 2), 1.0
    step = (gap - hypot(xs[i] - xs[j], ys[i] - ys[j])) / 2 / far
    xs[i], ys[i], xs[j], ys[j] = xs[i] + dx * step, ys[i] + dy * step, xs[j] - dx * step, ys[j] - dy * step
    return True

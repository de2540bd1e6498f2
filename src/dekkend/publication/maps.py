"""A small map as numbers for an SVG: no tiles, no script. The list beside it says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

from dekkend.region.models import Area
from dekkend.region.shapes import Point

from .dots import MANY, MARGIN, WIDTH, Dot, Spot, spread

NAME_ROOM = 28.0  # free room around a name: more is no better
COLOURS = 6  # the tints of the map, one per district


@dataclass(frozen=True)
class Land:
    tint: int
    paths: tuple[str, ...]


@dataclass(frozen=True)
class Name(Spot):
    text: str


@dataclass(frozen=True)
class Map:
    height: int
    lands: tuple[Land, ...]
    names: tuple[Name, ...]
    others: tuple[Spot, ...]
    dots: tuple[Dot, ...]
    home: Spot | None
    notes: tuple[str, ...]

    @property
    def is_full(self) -> bool:
        """So many numbers that on a phone none can be pressed: there they are a picture."""
        return len(self.dots) > MANY


class Projection:
    """Degrees to the coordinates of the drawing: north is up, a kilometre is as long in both directions."""

    def __init__(self, points: list[Point]) -> None:
        west, east = min(x for x, _ in points), max(x for x, _ in points)
        south, self.north = min(y for _, y in points), max(y for _, y in points)
        self.west = west
        self.squeeze = cos(radians((south + self.north) / 2))
        wide = max((east - west) * self.squeeze, 1e-6)
        self.scale = (WIDTH - 2 * MARGIN) / wide
        self.height = (self.north - south) * self.scale + 2 * MARGIN

    def __call__(self, point: Point) -> Spot:
        x = (point[0] - self.west) * self.squeeze * self.scale + MARGIN
        y = (self.north - point[1]) * self.scale + MARGIN
        return Spot(
            round(min(max(x, MARGIN), WIDTH - MARGIN), 1), round(min(max(y, MARGIN), self.height - MARGIN), 1)
        )


def draw(
    areas: list[Area], found: list[tuple[int, str, Point]], others: list[Point], home: Point | None = None
) -> Map | None:
    """None when no area has a shape. `found`: number, label and point of every school in the list."""
    corners = [(x, y) for area in areas for polygon in area.shape for x, y in polygon[0]]
    if not corners:
        return None
    at = Projection(corners)
    districts = list(dict.fromkeys(area.district.name for area in areas if area.shape))
    here = at(home) if home else None
    dots = spread([(number, label, at(point)) for number, label, point in found], at.height, here)
    return Map(
        height=round(at.height),
        lands=tuple(
            Land(districts.index(a.district.name) % COLOURS + 1, paths(a, at)) for a in areas if a.shape
        ),
        names=named(areas, at, [*dots, *([here] if here else [])]),
        others=tuple(dict.fromkeys(at(point) for point in others)),
        dots=dots,
        home=here,
        notes=tuple(dict.fromkeys(area.alliance.areas_note for area in areas if area.alliance.areas_note)),
    )


def paths(area: Area, at: Projection) -> tuple[str, ...]:
    drawn = []
    for polygon in area.shape:
        spots = [at((x, y)) for x, y in polygon[0]]
        drawn.append("M" + "L".join(f"{spot.x:g} {spot.y:g}" for spot in spots) + "Z")
    return tuple(drawn)


def named(areas: list[Area], at: Projection, busy: Sequence[Spot]) -> tuple[Name, ...]:
    """Every district's name, where it hides nothing."""
    names: list[Name] = []
    for district in dict.fromkeys(area.district.name for area in areas if area.shape):
        names.append(
            name_of(district, [a for a in areas if a.district.name == district], at, [*busy, *names])
        )
    return tuple(names)


def name_of(name: str, areas: list[Area], at: Projection, busy: Sequence[Spot]) -> Name:
    """In the part of the district that has most room, and of equals the one nearest to the middle."""
    spots = [middle([at((x, y)) for x, y in polygon[0]]) for area in areas for polygon in area.shape]
    centre, half = middle(spots), half_of(name)

    def room(spot: Spot) -> float:
        free = min((apart(spot, half, other) for other in busy), default=NAME_ROOM)
        return min(free, NAME_ROOM) - hypot(spot.x - centre.x, spot.y - centre.y) / 12

    best = max(spots, key=room)
    return Name(round(min(max(best.x, half), WIDTH - half), 1), round(best.y + 5, 1), name)


def half_of(name: str) -> float:
    """Half the width of a name as it is drawn."""
    return len(name) * 4.6 + MARGIN


def middle(spots: list[Spot]) -> Spot:
    return Spot(sum(spot.x for spot in spots) / len(spots), sum(spot.y for spot in spots) / len(spots))


def apart(spot: Spot, half: float, other: Spot) -> float:
    """From the edge of a name to a dot, or to the edge of another name."""
    wide = half + (half_of(other.text) if isinstance(other, Name) else 0.0)
    return hypot(max(0.0, abs(spot.x - other.x) - wide), spot.y - other.y)

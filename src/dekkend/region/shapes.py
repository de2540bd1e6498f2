"""Points and areas on a small map. Coordinates are (longitude, latitude) in WGS84, as GeoJSON has them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from io import StringIO
from math import asin, cos, radians, sin, sqrt
from typing import Any

from dekkend.kit.characters import without_unfit

Point = tuple[float, float]
Polygons = list[list[list[list[float]]]]  # GeoJSON MultiPolygon: polygon -> ring -> point

MOST_POINTS = 20_000  # of one area: more than any map shows


def inside(point: Point, polygons: Polygons) -> bool:
    """The point lies in the outer ring of one of the polygons; holes are not looked at."""
    return any(in_ring(point, polygon[0]) for polygon in polygons if polygon)


def in_ring(point: Point, ring: list[list[float]]) -> bool:
    """Even-odd rule: a ray to the east crosses the border an odd number of times."""
    x, y = point
    within = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            within = not within
    return within


def kilometres(one: Point, other: Point) -> float:
    """As the crow flies, on a round earth: good to a percent."""
    lon1, lat1, lon2, lat2 = (radians(value) for value in (*one, *other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * asin(sqrt(half))


def read_shapes(text: str) -> dict[str, Polygons]:
    """Code or name of each feature -> its polygons. Raise ValueError when it is not a GeoJSON FeatureCollection."""
    try:
        data = json.loads(text)
    except RecursionError as error:
        raise ValueError("Dit bestand is te diep genest.") from error
    if not isinstance(data, dict) or data.get("type") != "FeatureCollection":
        raise ValueError("Dit is geen GeoJSON met een FeatureCollection.")
    features = data.get("features", [])
    if not isinstance(features, list) or not all(isinstance(feature, dict) for feature in features):
        raise ValueError("Dit is geen GeoJSON met vlakken.")
    return {name_of(feature): polygons(feature) for feature in features}


def name_of(feature: dict[str, Any]) -> str:
    told = feature.get("properties") or {}
    if not isinstance(told, dict):
        raise ValueError("De eigenschappen van een vlak zijn namen met een waarde.")
    for key in ("statcode", "wijkcode", "code", "name", "naam", "statnaam"):
        if told.get(key):
            return without_unfit(str(told[key])).strip()
    return without_unfit(str(feature.get("id", ""))).strip()


def polygons(feature: dict[str, Any]) -> Polygons:
    """Only what can be drawn: a shape is shown on public pages."""
    geometry = feature.get("geometry") or {}
    if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
        raise ValueError("Een wijk is een Polygon of een MultiPolygon.")
    found: Any = geometry.get("coordinates")
    shapes = [found] if geometry["type"] == "Polygon" else found
    if not nested(shapes, 2) or not all(
        is_point(point) for shape in shapes for ring in shape for point in ring
    ):
        raise ValueError("Een vlak is een rij punten met lengtegraad en breedtegraad.")
    if any(len(ring) < 4 for shape in shapes for ring in shape):
        raise ValueError("Een rand heeft ten minste vier punten.")
    if sum(len(ring) for shape in shapes for ring in shape) > MOST_POINTS:
        raise ValueError(f"Een vlak heeft ten hoogste {MOST_POINTS} punten.")
    return [[[[float(lon), float(lat)] for lon, lat, *_ in ring] for ring in shape] for shape in shapes]


def nested(value: Any, depth: int) -> bool:
    """A list that is not empty, of such lists, so deep; the innermost may hold anything."""
    if not isinstance(value, list) or not value:
        return False
    return depth == 0 or all(nested(each, depth - 1) for each in value)


def is_point(value: Any) -> bool:
    """[longitude, latitude], and perhaps a height; neither NaN nor infinite."""
    return (
        isinstance(value, list)
        and len(value) >= 2
        and all(isinstance(number, int | float) for number in value[:2])
        and -180 <= value[0] <= 180
        and -90 <= value[1] <= 90
    )


def read_postcodes(text: str) -> dict[str, Point]:
    """Postcode4 -> point, from the GeoNames extract."""
    rows: Iterable[dict[str, str]] = csv.DictReader(StringIO(text), delimiter=";")
    return {row["postcode4"]: (float(row["lengtegraad"]), float(row["breedtegraad"])) for row in rows}

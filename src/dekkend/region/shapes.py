"""Points and areas on a small map. Coordinates are (longitude, latitude) in WGS84, as GeoJSON has them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from io import StringIO
from math import asin, cos, radians, sin, sqrt
from typing import Any

Point = tuple[float, float]
Polygons = list[list[list[list[float]]]]  # GeoJSON MultiPolygon: polygon -> ring -> point


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
    data = json.loads(text)
    if not isinstance(data, dict) or data.get("type") != "FeatureCollection":
        raise ValueError("Dit is geen GeoJSON met een FeatureCollection.")
    return {name_of(feature): polygons(feature) for feature in data.get("features", [])}


def name_of(feature: dict[str, Any]) -> str:
    told = feature.get("properties") or {}
    for key in ("statcode", "wijkcode", "code", "name", "naam", "statnaam"):
        if told.get(key):
            return str(told[key])
    return str(feature.get("id", ""))


def polygons(feature: dict[str, Any]) -> Polygons:
    geometry = feature.get("geometry") or {}
    coordinates: Any = geometry.get("coordinates", [])
    if geometry.get("type") == "Polygon":
        return [coordinates]
    if geometry.get("type") == "MultiPolygon":
        return list(coordinates)
    raise ValueError("Een wijk is een Polygon of een MultiPolygon.")


def read_postcodes(text: str) -> dict[str, Point]:
    """Postcode4 -> point, from the GeoNames extract."""
    rows: Iterable[dict[str, str]] = csv.DictReader(StringIO(text), delimiter=";")
    return {row["postcode4"]: (float(row["lengtegraad"]), float(row["breedtegraad"])) for row in rows}

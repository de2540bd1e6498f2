"""Where a postcode is: a point for its four figures, good to about a kilometre."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from django.conf import settings

from dekkend.region.shapes import Point, read_postcodes

POSTCODE = re.compile(r"^\s*([1-9][0-9]{3})\s?([a-z]{2})?\s*$", re.IGNORECASE)


def postcode4(text: str) -> str:
    """ "1315 ab" -> "1315"; "" when it is no postcode."""
    match = POSTCODE.match(text)
    return match[1] if match else ""


def point_of(code: str) -> Point | None:
    """Longitude and latitude, or None when the list does not have it."""
    return points(settings.POSTCODES).get(code)


@cache
def points(path: Path) -> dict[str, Point]:
    """GeoNames' list as a file with postcode4, breedtegraad and lengtegraad; {} when there is none."""
    return read_postcodes(path.read_text(encoding="utf-8")) if path.is_file() else {}

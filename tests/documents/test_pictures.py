"""Marks and stations as PNG: the right size, the right colour, the same bytes."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import get_args

from PIL import Image

from dekkend.documents import drawings, pictures
from dekkend.documents.tree import Break, Mark, MarkKind, StationState, Text

ACCENT = "#14563c"
GREEN = (0x14, 0x56, 0x3C)


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def test_every_mark_is_a_picture_of_its_own() -> None:
    made = [pictures.mark(kind, ACCENT) for kind in get_args(MarkKind)]
    assert len(set(made)) == len(made)
    assert {opened(png).size for png in made} == {(56, 56)}
    assert opened(pictures.mark("full", ACCENT)).getpixel((28, 28)) == GREEN


def test_the_road_runs_on_to_the_next_station_but_not_past_the_last() -> None:
    middle = pictures.ROAD_HEIGHT * pictures.SCALE // 2
    for state in get_args(StationState):
        road = opened(pictures.station(state, ACCENT, 60, is_last=False))
        last = opened(pictures.station(state, ACCENT, 60, is_last=True))
        assert road.size == last.size == (240, 72)
        assert last.getpixel((239, middle)) == (255, 255, 255)
        edge = road.getpixel((239, middle - 5))
        assert edge != (255, 255, 255)
    assert opened(pictures.station("done", ACCENT, 60, is_last=False)).getpixel((239, middle)) == GREEN
    assert opened(pictures.station("later", ACCENT, 60, is_last=False)).getpixel((239, middle)) == (
        255,
        255,
        255,
    )


def test_stations_differ_in_shape_and_not_only_in_colour() -> None:
    made = [pictures.station(state, ACCENT, 30, is_last=True) for state in get_args(StationState)]
    grey = [Image.Image.tobytes(opened(png).convert("1")) for png in made]
    assert all(one != other for one, other in pairwise(grey))


def test_a_mark_stays_with_the_text_after_it_and_a_row_may_break() -> None:
    full = Mark("full", "ja", show_label=False)
    assert list(drawings.bound((full, Text(" een lokaal")))) == [full, Text("\u00a0"), Text("een lokaal")]
    assert list(drawings.bound((full, full))) == [full, Text(" "), full]
    assert list(drawings.bound((Mark("full", "ja"), Break(), Text(" x")))) == [
        Mark("full", "ja"),
        Break(),
        Text(" x"),
    ]

"""Marks and stations as PNG, for Word and OpenDocument: the shapes of drawings.py, in the 14 and 32 of their SVG."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from functools import cache, partial
from itertools import chain, product

from dekkend.documents import drawings
from dekkend.documents.tree import MarkKind, StationState

SIDE = 14
SCALE = 4  # pixels to a unit: 56 pixels on 9 points
Colour = tuple[int, int, int]
ColourAt = Callable[[float, float], Colour]
Rows = list[bytes]


def _rgb(colour: str) -> Colour:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


INK, INK_2, DEVELOP = map(_rgb, (drawings.INK, drawings.INK_2, drawings.DEVELOP))
DEVELOP_FILL, PAPER = map(_rgb, (drawings.DEVELOP_FILL, drawings.PAPER))


def _inside(x: float, y: float, edge: float) -> bool:
    return edge <= x <= SIDE - edge and edge <= y <= SIDE - edge


def _full(accent: Colour, x: float, y: float) -> Colour:
    return accent if _inside(x, y, 0.5) else PAPER


def _half(accent: Colour, x: float, y: float) -> Colour:
    if not _inside(x, y, 0.5):
        return PAPER
    if not _inside(x, y, 1.5) or abs(x + y - SIDE) < 0.7:
        return DEVELOP
    return DEVELOP_FILL if x + y > SIDE else PAPER


def _empty(accent: Colour, x: float, y: float) -> Colour:
    return INK if _inside(x, y, 0.5) and not _inside(x, y, 2) else PAPER


def _dash(accent: Colour, x: float, y: float) -> Colour:
    return INK_2 if 2.5 <= x <= 11.5 and 6 <= y <= 8 else PAPER


def _blank(accent: Colour, x: float, y: float) -> Colour:
    return INK_2 if (x - 7) ** 2 + (y - 7) ** 2 <= 1.6 else PAPER


SHAPES: dict[MarkKind, Callable[[Colour, float, float], Colour]] = {
    "full": _full,
    "half": _half,
    "empty": _empty,
    "dash": _dash,
    "blank": _blank,
}


@cache
def mark(kind: MarkKind, accent: str) -> bytes:
    return _png(_painted(SIDE, partial(SHAPES[kind], _rgb(accent))))


@cache
def brand(accent: str) -> bytes:
    """Empty, half, full, beside each other: 50 units wide."""

    def three(x: float, y: float) -> Colour:
        column, within = divmod(x, 18)
        shape = (_empty, _half, _full)[int(column)]
        return shape(_rgb(accent), within, y) if within < SIDE else PAPER

    return _png(_painted(50, three))


ROAD_HEIGHT = 18  # points
UNIT = 32 / ROAD_HEIGHT  # of the drawing of a station, to a point
THICK = 1.55  # half of the road
CENTRES: dict[StationState, float] = {
    "done": 6.2,
    "current": 8.5,
    "later": 5.1,
}  # so that all begin at the left


@cache
def station(state: StationState, accent: str, width: int, *, is_last: bool) -> bytes:
    """The station and the road to the next one, `width` points: it goes on as its last column."""
    rows = _station(state, accent, is_last=is_last)
    return _png([row + row[-3:] * ((width - ROAD_HEIGHT) * SCALE) for row in rows])


@cache
def _station(state: StationState, accent: str, *, is_last: bool) -> Rows:
    """Travelled: full. Ahead: two thin edges."""
    colour, control = _rgb(accent), _rgb(drawings.CONTROL)

    def at(x: float, y: float) -> Colour:
        across, down = (x - CENTRES[state]) * UNIT, (y - ROAD_HEIGHT / 2) * UNIT
        far = (across**2 + down**2) ** 0.5
        if state == "done" and far <= 11:
            return PAPER if _ticked(across + 16, down + 16) else colour
        if state == "current" and far <= 15:
            return colour if far >= 11 or (far <= 8.5 and across <= 0) else PAPER
        if state == "later" and far <= 9:
            return control if far >= 7 else PAPER
        from_middle = abs(y - ROAD_HEIGHT / 2)
        if is_last or across < 0 or from_middle > THICK:
            return PAPER
        return colour if state == "done" else control if from_middle > THICK - 0.5 else PAPER

    return _painted(ROAD_HEIGHT, at, ROAD_HEIGHT)


def _ticked(x: float, y: float) -> bool:
    """On the tick of drawings.py: from (11, 16.3) by (14.5, 19.8) to (21.3, 12.8)."""
    return _beside(x, y, (11, 16.3), (14.5, 19.8)) or _beside(x, y, (14.5, 19.8), (21.3, 12.8))


def _beside(x: float, y: float, begin: tuple[float, float], end: tuple[float, float]) -> bool:
    (left, top), (right, bottom) = begin, end
    wide, high = right - left, bottom - top
    share = max(0.0, min(1.0, ((x - left) * wide + (y - top) * high) / (wide**2 + high**2)))
    return (x - left - share * wide) ** 2 + (y - top - share * high) ** 2 <= 1.25**2


def _png(rows: Rows) -> bytes:
    """RGB without a palette."""
    header = struct.pack(">IIBBBBB", len(rows[0]) // 3, len(rows), 8, 2, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _painted(width: int, colour_at: ColourAt, height: int = SIDE) -> Rows:
    """On an edge a pixel is the mean of four points, so that the slope is smooth; elsewhere one point is enough."""
    across, down = range(width * SCALE), range(height * SCALE)
    middles = [[colour_at((x + 0.5) / SCALE, (y + 0.5) / SCALE) for x in across] for y in down]

    edges = {
        place
        for y, x in product(down, across)
        for v, u in ((y, max(x - 1, 0)), (max(y - 1, 0), x))
        if middles[y][x] != middles[v][u]
        for place in ((y, x), (v, u))
    }
    for y, x in edges:
        points = [colour_at((x + dx) / SCALE, (y + dy) / SCALE) for dx, dy in product((0.25, 0.75), repeat=2)]
        red, green, blue = (sum(channel) // 4 for channel in zip(*points, strict=True))
        middles[y][x] = (red, green, blue)
    return [bytes(chain.from_iterable(line)) for line in middles]


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

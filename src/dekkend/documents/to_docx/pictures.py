"""The marks as PNG, for Word: the same squares as drawings.py, in the 14 by 14 of their SVG."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from functools import cache, partial
from itertools import product

from dekkend.documents import drawings
from dekkend.documents.tree import MarkKind

SIDE = 14
SCALE = 4  # pixels to a unit: 56 pixels on 9 points
Colour = tuple[int, int, int]


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
    return _png(SIDE, partial(SHAPES[kind], _rgb(accent)))


@cache
def brand(accent: str) -> bytes:
    """Empty, half, full, beside each other: 50 units wide."""

    def three(x: float, y: float) -> Colour:
        column, within = divmod(x, 18)
        shape = (_empty, _half, _full)[int(column)]
        return shape(_rgb(accent), within, y) if within < SIDE else PAPER

    return _png(50, three)


def _png(width: int, colour_at: Callable[[float, float], Colour]) -> bytes:
    """RGB without a palette; each pixel is the mean of four points, so that the slope is smooth."""
    rows = []
    for row in range(SIDE * SCALE):
        line = bytearray(b"\0")
        for column in range(width * SCALE):
            points = [
                colour_at((column + dx) / SCALE, (row + dy) / SCALE)
                for dx, dy in product((0.25, 0.75), repeat=2)
            ]
            line += bytes(sum(channel) // 4 for channel in zip(*points, strict=True))
        rows.append(bytes(line))
    header = struct.pack(">IIBBBBB", width * SCALE, SIDE * SCALE, 8, 2, 0, 0, 0)
    data = zlib.compress(b"".join(rows), 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

"""Can it be read? The contrast of WCAG 2.2 (1.4.3), and the nearest colour that passes."""

from __future__ import annotations

import colorsys
import re

HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE)
TEXT, LARGE = 4.5, 3.0  # to 1: text, and large text (18 points, or 14 bold) and lines
WHITE = "#ffffff"
TINT = 0.07  # of the colour, in the pale ground that the pages make of it
Rgb = tuple[int, int, int]


def colour(text: str) -> str:
    """ "1D3F8F" and "#abc" as "#rrggbb". Raise ValueError."""
    found = HEX.fullmatch(text.strip())
    if not found:
        raise ValueError(text)
    digits = found[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def ratio(one: str, other: str = WHITE) -> float:
    """From 1 (the same) to 21 (black on white)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(value: str) -> float:
    red, green, blue = (_linear(part / 255) for part in rgb(value))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def rgb(value: str) -> Rgb:
    return int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)


def mixed(value: str, share: float, ground: str = WHITE) -> str:
    """`share` of the colour, the rest of the ground."""
    parts = (
        round(part * share + under * (1 - share)) for part, under in zip(rgb(value), rgb(ground), strict=True)
    )
    return "#{:02x}{:02x}{:02x}".format(*parts)


def weakest(value: str) -> float:
    """Of this colour on white, of white on it, and on the pale ground that the pages make of it."""
    return min(ratio(value), ratio(value, mixed(value, TINT)))


def reads(value: str, least: float) -> bool:
    return weakest(value) >= least


def nearest(value: str, least: float) -> str:
    """The same hue, as little darker as makes it readable; the colour itself when it is."""
    hue, light, full = colorsys.rgb_to_hls(*(part / 255 for part in rgb(value)))
    for step in range(256):
        parts = colorsys.hls_to_rgb(hue, light * (255 - step) / 255, full)
        darker = "#{:02x}{:02x}{:02x}".format(*(round(part * 255) for part in parts))
        if reads(darker, least):
            return darker
    return "#000000"

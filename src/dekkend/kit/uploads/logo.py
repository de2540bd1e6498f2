"""A logo: a picture, drawn anew as PNG, without empty edges, of a size and shape that every paper can place."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageChops

from .picture import BROKEN, LARGE, WHOLE, draw, kind_of
from .shape import Unfit

LARGEST = 5 * 1024 * 1024  # of what is sent
KEPT = 250 * 1024  # of what is kept: it goes along in every paper
LEAST, MOST = 240, 1_000  # pixels along the longest side
WIDEST, TALLEST = 8, 3  # times the other side
PALE = 24  # of 255: less than this from white is not seen on paper
WHAT = "Kies een PNG of een JPEG."


@dataclass(frozen=True)
class Drawn:
    png: bytes
    width: int
    height: int


def read(data: bytes) -> Drawn:
    """Raise Unfit, with a Dutch sentence that says what to do."""
    if not data:
        raise Unfit(f"Dit bestand is leeg. {WHAT}")
    if len(data) > LARGEST:
        raise Unfit("Dit bestand is groter dan 5 MB. Maak de afbeelding kleiner.")
    kind = kind_of(data)
    if kind not in ("PNG", "JPEG"):
        if b"<svg" in data[:4096].lower():
            raise Unfit("Een SVG kan hier niet: er kan een programma in zitten. Bewaar het logo als PNG.")
        raise Unfit(f"Dit is geen afbeelding die hier kan. {WHAT}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of Pillow, on strange but harmless pictures
            picture = trimmed(draw(data, kind))
            check(picture)
            return small(picture)
    except Image.DecompressionBombError as error:
        raise Unfit(LARGE) from error
    except BROKEN as error:
        raise Unfit(WHOLE) from error


def trimmed(picture: Image.Image) -> Image.Image:
    """Without the empty edges, so that it stands on the margin. Raise Unfit when nothing is to be seen."""
    flat = Image.new("RGB", picture.size, "white")
    flat.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    white = Image.new("RGB", picture.size, "white")
    far = ImageChops.difference(flat, white).convert("L").point([0] * PALE + [255] * (256 - PALE))
    box = far.getbbox()
    if box is None:
        raise Unfit(
            "Dit logo is wit of leeg: op wit papier zie je het niet. Kies het logo voor een witte achtergrond."
        )
    return picture.crop(box)


def check(picture: Image.Image) -> None:
    width, height = picture.size
    if max(width, height) < LEAST:
        raise Unfit(
            f"Dit logo is te klein om te drukken: {width} bij {height} beeldpunten. "
            f"Kies er een waarvan de langste kant minstens {LEAST} is."
        )
    if width > WIDEST * height:
        raise Unfit(
            f"Dit logo is te breed en te laag ({width} bij {height}). Kies er een dat hoogstens {WIDEST} keer zo breed "
            "is als hoog."
        )
    if height > TALLEST * width:
        raise Unfit(
            f"Dit logo is te smal en te hoog ({width} bij {height}). Kies er een dat hoogstens {TALLEST} keer zo hoog "
            "is als breed."
        )


def small(picture: Image.Image) -> Drawn:
    """As large as the bytes allow."""
    side = MOST
    while True:
        copy = picture.copy()
        copy.thumbnail((side, side), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        copy.save(out, "PNG", optimize=True)
        if out.tell() <= KEPT or side <= LEAST:
            return Drawn(out.getvalue(), *copy.size)
        side = side * 4 // 5

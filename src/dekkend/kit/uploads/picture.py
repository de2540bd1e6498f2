"""A picture is opened and drawn anew: what was hidden in it, such as the place where it was taken, is gone."""

from __future__ import annotations

import io
import struct
import warnings

from PIL import Image, ImageOps

from .shape import Fit, Unfit

MOST_PIXELS = 40_000_000
LONGEST = 3_000  # pixels along one side of what is kept

KINDS = {"PNG": ("png", "image/png"), "JPEG": ("jpg", "image/jpeg"), "WEBP": ("webp", "image/webp")}
QUALITY = 88  # of 100, where a kind knows it
BROKEN = (
    OSError, ValueError, TypeError, SyntaxError, IndexError, KeyError, AttributeError, EOFError, OverflowError,
    struct.error, RuntimeError, MemoryError,
)  # fmt: skip
LARGE = "Deze afbeelding heeft te veel beeldpunten. Maak haar kleiner, of maak er een pdf van."
WHOLE = (
    "Deze afbeelding is niet heel. Open haar, bewaar haar opnieuw als PNG of JPEG en probeer het nog eens."
)


def kind_of(data: bytes) -> str:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    return "WEBP" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def read(data: bytes) -> Fit | None:
    """None when it is no picture that we know. Raise Unfit."""
    kind = kind_of(data)
    if not kind:
        return None
    ending, media = KINDS[kind]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of Pillow, on strange but harmless pictures
            drawn = draw(data, kind)
            out = io.BytesIO()
            drawn.save(out, kind, quality=QUALITY)
    except Image.DecompressionBombError as error:
        raise Unfit(LARGE) from error
    except BROKEN as error:
        raise Unfit(WHOLE) from error
    return Fit(out.getvalue(), ending, media)


def draw(data: bytes, kind: str) -> Image.Image:
    """The first frame, upright, no larger than people look at, and without one word of what stood beside it."""
    with Image.open(io.BytesIO(data), formats=[kind]) as source:
        if source.width * source.height > MOST_PIXELS:
            raise Unfit(LARGE)
        source.draft("RGB", (LONGEST, LONGEST))
        upright = ImageOps.exif_transpose(source)
        has_glass = kind != "JPEG" and ("A" in upright.getbands() or "transparency" in upright.info)
        plain = upright.convert("RGBA" if has_glass else "RGB")
    plain.thumbnail((LONGEST, LONGEST))
    bare = Image.new(plain.mode, plain.size)
    bare.paste(plain)
    return bare

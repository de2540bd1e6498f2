"""Pictures that somebody could offer as a logo."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw


def logo(
    size: tuple[int, int] = (600, 240), *, kind: str = "PNG", edge: int = 0, ink: str = "#7a1f3d"
) -> bytes:
    """A disk and a bar on white, with `edge` empty pixels around."""
    width, height = size
    picture = Image.new("RGB", (width + 2 * edge, height + 2 * edge), "white")
    pen = ImageDraw.Draw(picture)
    pen.rectangle(
        (edge, edge, edge + width - 1, edge + height - 1), outline=ink, width=max(2, min(size) // 20)
    )
    pen.ellipse((edge + 4, edge + 4, edge + min(size) - 4, edge + min(size) - 4), fill=ink)
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


def glass(colour: tuple[int, int, int], size: tuple[int, int] = (400, 200)) -> bytes:
    """One colour with a transparent half."""
    picture = Image.new("RGBA", size, (*colour, 0))
    picture.paste((*colour, 255), (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def noise(side: int) -> bytes:
    """Hard to make small."""
    out = io.BytesIO()
    Image.effect_noise((side, side), 120).convert("RGB").save(out, "PNG")
    return out.getvalue()

"""A QR code as a picture in the page: lines only, so that nothing inline is styled and it prints sharp."""

from __future__ import annotations

import io

import segno


def drawing(address: str, *, css: str = "qr") -> str:
    """SVG without size or style; `css` is its class. The code itself must stand beside it in words."""
    made = segno.make(address, error="m", micro=False)
    svg: str = made.svg_inline(omitsize=True, svgclass=css, lineclass=None, border=2)
    svg = svg.replace('stroke="#000"', 'stroke="currentColor"')
    return svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)


def picture(address: str) -> str:
    """SVG that stands alone, black on white; one unit to a module. The white around it is the paper's."""
    svg: str = segno.make(address, error="m", micro=False).svg_inline(border=0, light="#ffffff")
    return svg


def png(address: str) -> bytes:
    """The same as PNG, ten pixels to a module; the same address gives the same bytes."""
    buffer = io.BytesIO()
    segno.make(address, error="m", micro=False).save(buffer, kind="png", scale=10, border=2)
    return buffer.getvalue()

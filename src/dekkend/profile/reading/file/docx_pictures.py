"""Pictures, schemes and other objects in a Word file: a scheme has words of its own; the others are gaps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from .gaps import chart, picture, stranger
from .passages import Gap, Para
from .signs import plain

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SCHEME = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
KINDS = {"picture": picture, "chart": chart}


def of_run(run: Any, part: Any, page: int) -> Iterator[Gap | Para]:
    """What hangs on this run, but for boxes with text: these are read as texts."""
    for data in run.iter(f"{A}graphicData"):
        kind = str(data.get("uri") or "").rpartition("/")[2].lower()
        if kind == "diagram":
            yield from scheme(data, part, page)
        elif kind in KINDS:
            yield Gap(KINDS[kind](alt_of(data)), page)
    for _ in run.iter(qn("w:object")):
        yield Gap(stranger(), page)


def alt_of(data: Any) -> str:
    """What whoever made the file said of the picture, for who cannot see it."""
    holder = data.getparent().getparent()
    told = holder.find(qn("wp:docPr")) if holder is not None else None
    return str(told.get("descr") or "") if told is not None else ""


def scheme(data: Any, part: Any, page: int) -> Iterator[Gap | Para]:
    """The words of a SmartArt, each box an item."""
    ids = data.find(f"{SCHEME}relIds")
    own = part.related_parts.get(ids.get(qn("r:dm"))) if ids is not None else None
    points = parse_xml(own.blob).iter(f"{SCHEME}pt") if own is not None else ()
    said = [" ".join(plain("".join(t.text or "" for t in point.iter(f"{A}t"))).split()) for point in points]
    said = [words for words in said if words]
    yield from (Para(words, page, "-") for words in said)
    if not said:
        yield Gap(chart(alt_of(data)), page)

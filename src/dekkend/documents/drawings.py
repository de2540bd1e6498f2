"""The marks and the stations, drawn once for screen and PDF: full, half, empty.

The colours stand in the drawing, so that it is right without a style sheet; the classes let a page
with an accent of its own colour it (marks.css).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dekkend.documents.tree import Inline, Mark, MarkKind, StationState, Text

INK = "#171c28"
INK_2 = "#4a5263"
DEVELOP = "#7d4a00"
DEVELOP_FILL = "#e9ae3d"
CONTROL = "#6b7385"
PAPER = "#ffffff"

MARKS: dict[MarkKind, str] = {
    "full": '<rect class="f-yes" x="1" y="1" width="12" height="12" fill="{accent}" stroke="{accent}"/>',
    "half": f'<rect class="f-half-edge" x="1" y="1" width="12" height="12" fill="{PAPER}" stroke="{DEVELOP}"/>'
    f'<path class="f-half" d="M1.5 12.5 12.5 1.5v11z" fill="{DEVELOP_FILL}"/>'
    f'<path class="f-half-edge" d="M1.5 12.5 12.5 1.5" fill="none" stroke="{DEVELOP}"/>',
    "empty": '<rect class="f-no" x="1.25" y="1.25" width="11.5" height="11.5"'
    f' fill="{PAPER}" stroke="{INK}" stroke-width="1.5"/>',
    "dash": f'<path class="f-none" d="M2.5 7h9" fill="none" stroke="{INK_2}" stroke-width="2"/>',
    "blank": f'<path class="f-ink" d="M7 6.9v.2" fill="none" stroke="{INK_2}" stroke-width="2.5"'
    ' stroke-linecap="round"/>',
}
STATIONS: dict[StationState, str] = {
    "done": '<circle class="f-station" cx="16" cy="16" r="11" fill="{accent}" stroke="{accent}"/>'
    f'<path class="f-tick" d="m11 16.3 3.5 3.5 6.8-7" fill="none" stroke="{PAPER}" stroke-width="2.5"'
    ' stroke-linecap="round" stroke-linejoin="round"/>',
    "current": f'<circle class="f-station-open" cx="16" cy="16" r="13" fill="{PAPER}" stroke="{{accent}}"'
    ' stroke-width="4"/><path class="f-station" d="M16 7.5a8.5 8.5 0 0 0 0 17z" fill="{accent}" stroke="none"/>',
    "later": f'<circle class="f-station-later" cx="16" cy="16" r="8" fill="{PAPER}" stroke="{CONTROL}"'
    ' stroke-width="2"/>',
}
STATE_WORDS: dict[StationState, str] = {
    "done": "klaar",
    "current": "hier zijn we nu",
    "later": "komt nog",
}


def bound(nodes: Iterable[Inline]) -> Iterator[Inline]:
    """A mark without its word stays on the line of the text after it; in a row of marks there are spaces."""
    marked = False
    for node in nodes:
        if marked:
            yield Text("\u00a0" if isinstance(node, Text) and node.text.strip() else " ")
        if marked and isinstance(node, Text):
            node = replace(node, text=node.text.removeprefix(" "))
        yield node
        marked = isinstance(node, Mark) and not node.show_label


# A box for a pen: larger than a mark, and crossed where it was chosen.
BOX = (
    f'<rect class="f-box" x="1" y="1" width="14" height="14" rx="1" fill="{PAPER}" stroke="{INK}"'
    ' stroke-width="1.25"/>'
)
CROSS = '<path class="f-cross" d="m3.8 3.8 8.4 8.4m0-8.4-8.4 8.4" fill="none" stroke="{accent}" stroke-width="2.4"/>'
BOX_WORDS = {True: "aangekruist", False: "niet aangekruist"}


def box(ticked: bool, accent: str, attributes: str = "") -> str:
    return _svg(16, BOX + (CROSS.format(accent=accent) if ticked else ""), attributes)


def mark(kind: MarkKind, accent: str, attributes: str = "") -> str:
    return _svg(14, MARKS[kind].format(accent=accent), attributes)


def station(state: StationState, accent: str, attributes: str = "") -> str:
    return _svg(32, STATIONS[state].format(accent=accent), attributes)


def _svg(size: int, shapes: str, attributes: str) -> str:
    side = f'width="{size}" height="{size}" viewBox="0 0 {size} {size}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {side}{attributes}>{shapes}</svg>'

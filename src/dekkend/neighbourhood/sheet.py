"""The schools of a wijk beside each other, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from dekkend.analysis.sheets import INVENTED
from dekkend.region.models import Area

from .together import Together


def rows_of(area: Area, view: Together) -> Iterator[tuple[str, ...]]:
    """A row per need and school; in an example every row says that it is invented (rulings 17)."""
    note = (("let op",), (INVENTED,)) if area.alliance.is_example else ((), ())
    yield ("wijk", "behoefte", "vestigingscode", "school", "stand", "naam", *note[0])
    for line in view.lines:
        for cell in line.cells:
            school = cell.school
            yield (area.name, line.need.label, school.brin6, school.name, cell.word, cell.title, *note[1])

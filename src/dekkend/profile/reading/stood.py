"""Where a passage stood in the old profile, as its origin keeps it when the old profile itself is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.formats import date_format

from .models import OldPassage
from .people import people_in

LONG = 60  # characters of one heading
NAME = 80  # of the file


def stood(passage: OldPassage) -> str:
    """ "bladzijde 4 van sop-2023.docx (ingelezen op 1 maart 2027), onder “Visie”, “Ouders”" """
    heads = list(headings(passage))
    return ", onder ".join([in_file(passage), *([", ".join(heads)] if heads else [])])


def in_file(passage: OldPassage) -> str:
    reading = passage.reading
    file = f"{brief(reading.title, NAME)} (ingelezen op {date_format(reading.on, 'j F Y')})"
    return f"{passage.where} van {file}" if passage.where else file


def headings(passage: OldPassage) -> Iterator[str]:
    """Those above it, and of a table what stands left of it and above. Not what leads to a person: this stays."""
    for told in (*passage.path, *passage.cell_of):
        if not people_in(told):
            yield f"“{brief(told, LONG)}”"


def fitting(passage: OldPassage, before: str, most: int) -> str:
    """The same for a field of `most` characters: without the headings when they are too long."""
    tries: Iterable[str] = (stood(passage), in_file(passage))
    said = [", ".join((before, told)) for told in tries]
    return next((each for each in said if len(each) <= most), said[-1][:most])


def brief(text: str, most: int) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= most else f"{plain[: most - 1].rstrip()}…"

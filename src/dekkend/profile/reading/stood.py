"""Where a passage stood in the old profile, as its origin keeps it when the old profile itself is gone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from django.utils.formats import date_format

from .models import OldPassage, Reading
from .people import has_first_name, people_in

LONG = 60  # characters of one heading
NAME = 80  # of the file


def stood(passage: OldPassage) -> str:
    """ "bladzijde 4 van sop-2023.docx (ingelezen op 1 maart 2027), onder “Visie”, “Ouders”" """
    heads = list(headings(passage))
    return ", onder ".join([in_file(passage), *([", ".join(heads)] if heads else [])])


def in_file(passage: OldPassage) -> str:
    reading = passage.reading
    file = f"{file_of(reading)} (ingelezen op {date_format(reading.on, 'j F Y')})"
    return f"{passage.where} van {file}" if passage.where else file


def file_of(reading: Reading) -> str:
    """Its name, unless that leads to a person, as “SOP van Anja de Boer.docx” does: an origin stays for years."""
    words = re.sub(r"[_\-.]+", " ", reading.title)
    # In the name of a file capitals tell nothing.
    is_person = people_in(words) or people_in(words.title()) or has_first_name(words)
    return "een bestand" if is_person else brief(reading.title, NAME)


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
